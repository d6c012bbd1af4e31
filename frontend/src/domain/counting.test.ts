import { expect, it } from "vitest";
import { countWords } from "./counting";

it.each([
  ["", 0],
  ["# Títol\n\nL'aigua és col·laborativa.", 4],
  ["- **D1.** Que [la web](https://amb.cat) s'obri", 5],
  ["| a | b |\n|---|---|\n| 1 | — |", 3],
  ["Nota[^1].\n\n[^1]: Al peu.", 3],
  ["---\n\n👍 ...", 0],
  ["## 1. Resum\n\nLa nova Directiva", 4],
  ["> - [x] fet", 1],
  ["1.240 m³", 2],
])("counts %j", (text, count) => expect(countWords(text)).toBe(count));
