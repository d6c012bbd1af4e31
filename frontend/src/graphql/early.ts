/** Answers that are asked for before the page that shows them is there: each is given once, and only while it is news. */

/** Milliseconds. */
const FRESH = 5000;

export class Early<Answer> {
  #asked: { readonly key: string; readonly at: number; readonly answer: Promise<Answer> } | undefined;

  /** Asks, unless the same was just asked; a failure is told to whoever takes it. */
  expect(key: string, ask: () => Promise<Answer>): void {
    if (this.#isNews(key)) return;
    const answer = ask();
    answer.catch(() => undefined);
    this.#asked = { key, at: performance.now(), answer };
  }

  /** The answer that was asked for early, else a new one. */
  take(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const early = this.#isNews(key) ? this.#asked?.answer : undefined;
    this.#asked = undefined;
    return early ?? ask();
  }

  #isNews(key: string): boolean {
    return this.#asked?.key === key && performance.now() - this.#asked.at < FRESH;
  }
}
