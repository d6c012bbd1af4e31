/** What is told to who does not see it, by one calm voice: news that come together are said together. */

/** Milliseconds in which news are of one moment. */
const MOMENT = 200;

let words = $state("");
let waiting: readonly string[] = [];
let pause: ReturnType<typeof setTimeout> | undefined;

export const announced = {
  get words(): string {
    return words;
  },
};

/** What was said of another page is not said of this one. */
export function hush(): void {
  clearTimeout(pause);
  waiting = [];
  words = "";
}

export function announce(news: string): void {
  if (news === "") return;
  waiting = [...waiting.filter((one) => one !== news), news];
  clearTimeout(pause);
  pause = setTimeout(() => {
    const said = waiting.join(". ");
    // What is said again has to differ from what was said before, or nobody hears it.
    words = said === words ? `${said}\u00a0` : said;
    waiting = [];
  }, MOMENT);
}
