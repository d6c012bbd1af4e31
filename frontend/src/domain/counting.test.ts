import { expect, it } from "vitest";
import { countWords } from "./counting";

it.each([
  ["", 0],
  ["## 1. Resum\n\nLa nova Directiva", 5],
  ["l'Hospitalet, col·laboració i **metres**", 4],
  ["1.240 m³", 2],
])("counts %j", (text, count) => expect(countWords(text)).toBe(count));
