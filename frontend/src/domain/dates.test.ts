import { expect, it } from "vitest";
import { deadline, localDay, relative, urgency } from "./dates";

const NOW = new Date(2026, 10, 22, 10, 0);
const at = (...parts: [number, number, number, number?, number?]): Date =>
  new Date(parts[0], parts[1], parts[2], parts[3] ?? 0, parts[4] ?? 0);

it.each([
  [at(2026, 10, 23, 9), "demà"],
  [at(2026, 10, 21, 23), "ahir"],
  [at(2026, 10, 22, 10, 5), "d’aquí a 5 minuts"],
  [at(2026, 10, 22, 14), "d’aquí a 4 hores"],
  [at(2026, 11, 2), "d’aquí a 10 dies"],
])("says %s as %s", (moment, said) => expect(relative("ca", moment, NOW)).toBe(said));

it("counts calendar days, not spans of 24 hours", () =>
  expect(relative("en", at(2026, 10, 23, 0, 30), at(2026, 10, 22, 23, 0))).toBe("tomorrow"));

it("grades a deadline", () => {
  expect(urgency(at(2026, 10, 22, 9), NOW)).toBe("past");
  expect(urgency(at(2026, 10, 24), NOW)).toBe("urgent");
  expect(urgency(at(2026, 11, 1), NOW)).toBe("near");
  expect(urgency(at(2027, 1, 1), NOW)).toBe("far");
});

it("says midnight as the end of the day before", () => {
  expect(deadline("en", at(2027, 2, 13))).toMatchObject({ day: "12 Mar 2027", hour: "24:00" });
  expect(deadline("en", at(2027, 2, 12, 14))).toMatchObject({
    day: "12 Mar 2027",
    within: at(2027, 2, 12, 14),
  });
});

it("writes a day as forms do", () => {
  expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
});
