import { describe, expect, it } from "vitest";
import { axis, percent, yearOf } from "./indicators";

describe("percent", () => {
  it("is of something, or nothing", () => {
    expect(percent({ count: 9, of: 36 })).toBe(25);
    expect(percent({ count: 0, of: 36 })).toBe(0);
    expect(percent({ count: 0, of: 0 })).toBeNull();
  });
});

describe("axis", () => {
  it("reaches the greatest value in few round steps", () => {
    expect(axis(0)).toEqual([0, 1]);
    expect(axis(4)).toEqual([0, 1, 2, 3, 4]);
    expect(axis(107)).toEqual([0, 50, 100, 150]);
    expect(axis(900)).toEqual([0, 200, 400, 600, 800, 1000]);
    for (let greatest = 0; greatest < 3000; greatest += 7) {
      const marks = axis(greatest);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(greatest);
      expect(marks.length).toBeLessThanOrEqual(6);
    }
  });
});

describe("yearOf", () => {
  it("takes four figures and nothing else", () => {
    expect(yearOf("2026")).toBe(2026);
    for (const text of [null, "", "26", "2026x", "-2026"]) expect(yearOf(text)).toBeNull();
  });
});
