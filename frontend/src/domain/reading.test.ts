import { expect, test } from "vitest";
import { marked, passageOf, plain, readable } from "./reading";

const TEXT = `# Títol

**D1.** *Un pla.* Vegeu la [Directiva](http://x.eu),[^1] aquí.
I encara.

- un
  - dos
1. tres

| A | B |
|---|--:|
| c | d |

> cita

\`\`\`
codi **cru**
\`\`\`

***

[^1]: Nota.
`;

const blocks = readable(TEXT);
const shown = (index: number): string => blocks[index]?.pieces.map(({ text }) => text).join("") ?? "";

test("blocks are of the kind they look like", () => {
  expect(blocks.map(({ kind, level }) => `${kind}${level}`)).toEqual([
    "heading1",
    "paragraph0",
    "item1",
    "item2",
    "item1",
    "row0",
    "row0",
    "quote0",
    "code0",
    "footnote0",
  ]);
});

test("signs are not shown, words are", () => {
  expect(shown(0)).toBe("Títol");
  expect(shown(1)).toBe("D1. Un pla. Vegeu la Directiva, aquí.\nI encara.");
  expect(shown(5)).toBe("A | B");
  expect(shown(8)).toBe("codi **cru**");
  expect(blocks[1]?.pieces[0]).toMatchObject({ text: "D1.", isStrong: true });
});

test("every piece stands in the source where it says", () => {
  for (const block of blocks)
    for (const one of block.pieces) {
      expect(TEXT.slice(one.from, one.to)).toBe(one.text);
      expect(one.from >= block.from && one.to <= block.to).toBe(true);
    }
});

test("stars and underscores between words stay", () => {
  const texts = readable("2 * 3 i nom_de_cosa").map(({ pieces }) => pieces.map(({ text }) => text).join(""));
  expect(texts).toEqual(["2 * 3 i nom_de_cosa"]);
});

test("pieces are cut where the author changes", () => {
  const [block] = readable("un dos **tres**");
  const ranges = [
    { from: 0, to: 3, mark: "A" },
    { from: 3, to: 11, mark: "B" },
  ];
  expect(marked(block?.pieces ?? [], ranges).map(({ text, mark }) => [text, mark])).toEqual([
    ["un ", "A"],
    ["dos ", "B"],
    ["tr", "B"],
    ["es", undefined],
  ]);
});

test("a quote is shown without its signs", () => {
  expect(plain("**D1.** Un [pla](http://x.eu).\n\n- dos")).toBe("D1. Un pla.\ndos");
  expect(plain("***")).toBe("***");
});

test("a selection keeps pairs of signs together", () => {
  const text = "- **D1.** Un pla. I més.";
  const all = readable(text);
  const taken = (from: number, to: number): string | null => {
    const found = passageOf(text, all, from, to);
    return found && text.slice(found.from, found.to);
  };
  expect(taken(text.indexOf(" Un"), text.indexOf(" I"))).toBe("Un pla.");
  expect(taken(4, 7)).toBe("D1.");
  expect(taken(4, 12)).toBe("**D1.** Un pla. I més.");
  expect(taken(9, 10)).toBeNull();
});
