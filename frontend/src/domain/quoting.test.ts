import { expect, test } from "vitest";
import { placeOf } from "./quoting";

const TEXT = "# Aigua 💧\n\nEl **cost** de l'aigua\nno puja. El cost d'avui.\n";

function words(quote: string): string {
  const place = placeOf(TEXT, quote);
  return typeof place === "string" ? place : [...TEXT].slice(place.start, place.end).join("");
}

test("words are found whatever marks and line ends stand between them, in code points", () => {
  expect(words("el cost de l’aigua no puja")).toBe("El **cost** de l'aigua\nno puja");
});

test("what stands there twice, not at all, or only as part of a word is not guessed", () => {
  expect(words("El cost")).toBe("repeated");
  expect(words("aigua neta")).toBe("absent");
  expect(words("no puj")).toBe("absent");
  expect(words(" … ")).toBe("absent");
});
