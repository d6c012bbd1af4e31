import { describe, expect, it } from "vitest";
import { dayOfDeadline, momentInBrussels, shownInBrussels } from "./brussels";

describe("momentInBrussels", () => {
  it.each([
    ["2026-11-30T14:00", "2026-11-30T13:00:00Z"],
    ["2026-07-01T00:00", "2026-06-30T22:00:00Z"],
    ["2026-10-25T02:30", "2026-10-25T01:30:00Z"],
    ["2026-03-29T03:00", "2026-03-29T01:00:00Z"],
  ])("%s is %s", (shown, moment) => {
    expect(momentInBrussels(shown)).toBe(moment);
    expect(shownInBrussels(new Date(moment))).toBe(shown);
  });

  it("takes the second of two like hours, and the hour after one that is skipped", () => {
    expect(momentInBrussels("2026-10-25T02:00")).toBe("2026-10-25T01:00:00Z");
    expect(momentInBrussels("2027-03-28T02:30")).toBe("2027-03-28T01:30:00Z");
  });

  it.each(["", "2026-11-30", "demà", "2026-13-41T00:00"])("refuses %j", (shown) =>
    expect(momentInBrussels(shown)).toBeNull(),
  );
});

it("counts the midnight that ends a day to that day", () => {
  expect(dayOfDeadline(new Date("2026-12-15T23:00:00Z"))).toBe("2026-12-15");
  expect(dayOfDeadline(new Date("2026-12-15T12:00:00Z"))).toBe("2026-12-15");
});
