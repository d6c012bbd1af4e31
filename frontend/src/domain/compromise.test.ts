import { expect, test } from "vitest";
import { compromise } from "./compromise";

const TEXT = "😀 Els fons es reparteixen per municipi cada any.";

function rival(
  number: number,
  words: string,
  proposedText: string,
  version = 2,
): Parameters<typeof compromise>[2][number] {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return {
    number,
    original: words,
    proposedText,
    anchor: { start, end: start + words.length, prefix: "", suffix: "", version: { number: version } },
  };
}

test("the passage covers all of them, and each tells what it makes of the whole of it", () => {
  const found = compromise(TEXT, 2, [
    rival(12, "per municipi", "per conca"),
    rival(13, "municipi cada any", "comarca"),
  ]);
  expect(found?.original).toBe("per municipi cada any");
  expect([...TEXT].slice(found?.start, found?.end).join("")).toBe("per municipi cada any");
  expect(found?.wordings).toEqual([
    { number: 12, text: "per conca cada any" },
    { number: 13, text: "per comarca" },
  ]);
});

test("one tabled on an older version is found again by its words, or there is no compromise", () => {
  expect(compromise(TEXT, 3, [rival(1, "per municipi", "x")])?.original).toBe("per municipi");
  const gone = { ...rival(1, "per municipi", "x"), original: "per districte" };
  expect(compromise(TEXT, 3, [gone])).toBeNull();
});
