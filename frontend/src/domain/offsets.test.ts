import { describe, expect, it } from "vitest";
import { countCodePoints, rangeToCodePoints, rangeToUnits, toCodePoints, toUnits } from "./offsets";

const SAMPLES = ["", "posició", "l·l i l'Hospitalet", "😀 a 🏳️‍🌈 b", "a\u0300 e\u0301", "𝔸𝔹\n\n😀"];

describe.each(SAMPLES)("%j", (text) => {
  it("goes to code points and back at every boundary", () => {
    let units = 0;
    for (const [number, point] of [...text].entries()) {
      expect(toUnits(text, number)).toBe(units);
      expect(toCodePoints(text, units)).toBe(number);
      units += point.length;
    }
    expect(toUnits(text, [...text].length)).toBe(text.length);
    expect(countCodePoints(text)).toBe([...text].length);
  });

  it("keeps ranges", () => {
    const length = [...text].length;
    for (let start = 0; start <= length; start++)
      for (let end = start; end <= length; end++) {
        const { from, to } = rangeToUnits(text, start, end);
        expect([...text].slice(start, end).join("")).toBe(text.slice(from, to));
        expect(rangeToCodePoints(text, from, to)).toEqual({ start, end });
      }
  });
});

it("gives the code point that an offset inside a pair would split", () =>
  expect(toCodePoints("a😀b", 2)).toBe(1));

it("stops at the end of the text", () => {
  expect(toUnits("ab", 9)).toBe(2);
  expect(toCodePoints("ab", 9)).toBe(2);
});
