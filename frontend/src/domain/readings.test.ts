import { expect, test } from "vitest";
import { amendmentsByParagraph, citedApart, numbersByText, readReading, readView, spanned } from "./readings";

test("an address names view and reading, or the first of each", () => {
  expect(readView(new URLSearchParams("vista=votacio"))).toBe("votacio");
  expect(readView(new URLSearchParams("vista=res"))).toBe("llista");
  expect(readReading(new URLSearchParams("lectura=adoptat"))).toBe("adoptat");
  expect(readReading(new URLSearchParams())).toBe("original");
});

test("a number is known by the words of its paragraph where nobody else says them", () => {
  const paragraph = (
    number: string,
    text: string,
    isGone = false,
  ): Parameters<typeof numbersByText>[0][number] => ({
    number,
    text,
    isGone,
  });
  const found = numbersByText([
    paragraph("1", "Un\n"),
    paragraph("2", "Dos"),
    paragraph("2a", "Dos"),
    paragraph("3", "Tres", true),
    paragraph("", "---"),
  ]);
  expect([...found]).toEqual([["Un", "1"]]);
});

test("asks are cited by another word than paragraphs", () => {
  expect(citedApart(["12", "D1", "12a"])).toEqual({ paragraphs: ["12", "12a"], asks: ["D1"] });
});

test("many paragraphs are told by the first and the last", () => {
  expect(spanned(["12", "12a", "13"])).toEqual(["12", "12a", "13"]);
  expect(spanned(["1", "2", "2a", "3"])).toEqual(["1–3"]);
});

test("the amendments of all passages stand at their paragraphs, by number", () => {
  const passage = (
    paragraphs: string[],
    ...numbers: number[]
  ): Parameters<typeof amendmentsByParagraph>[0][number] => ({
    paragraphs,
    amendments: numbers.map((number) => ({ amendment: { number } })),
  });
  const found = amendmentsByParagraph([passage(["4"], 9, 2), passage(["4", "5"], 7)]);
  expect([found.get("4"), found.get("5")]).toEqual([[2, 7, 9], [7]]);
});
