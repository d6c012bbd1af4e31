/** Times as the clock in Brussels shows them, which is where deadlines run out, and the moments they are. */

const ZONE = "Europe/Brussels";
const MINUTE = 60_000;

const clock = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** What a field of a form holds for a moment: "2026-11-30T14:00". */
export function shownInBrussels(at: Date): string {
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/** The moment at which Brussels' clock shows this, in RFC 3339; null for what is no time. */
export function momentInBrussels(shown: string): string | null {
  const wanted = Date.parse(`${shown}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(shown) || Number.isNaN(wanted)) return null;
  let found = wanted;
  // Twice: the first guess may lie on the other side of a change of the clock.
  for (let turn = 0; turn < 2; turn++)
    found += wanted - Date.parse(`${shownInBrussels(new Date(found))}:00Z`);
  return new Date(Math.round(found / MINUTE) * MINUTE).toISOString().replace(".000Z", "Z");
}

/** The day in Brussels whose end a deadline is: midnight belongs to the day before. */
export function dayOfDeadline(at: Date): string {
  return shownInBrussels(new Date(at.getTime() - 1)).slice(0, 10);
}
