import { EditorState } from "@codemirror/state";
import { describe, expect, it, vi } from "vitest";
import { find } from "./finding";
import { markdownLanguage, parser } from "./markdown";
import { readingOf, readingOfMarkdown, spansOf } from "./readable";
import { exchanges } from "./replacing";
import { typing } from "./typing";

const read = (markdown: string): string => readingOfMarkdown(markdown).letters.join("");

describe("what a reader sees", () => {
  it.each([
    ["**àrea** metropolitana", "àrea metropolitana"],
    ["## Apartat ##\n\nText", "Apartat\nText"],
    ["Títol\n===\n\nText", "Títol\nText"],
    ["- [ ] fer\n- **fet**", "fer\nfet"],
    ["1. un\n2. dos", "un\ndos"],
    ["> citat\n> encara", "citat encara"],
    ["una [porta](https://x.cat) oberta", "una porta oberta"],
    ["el *riu*[^1] baixa\n\n[^1]: Nota.", "el riu baixa\nNota."],
    ["una línia\nseguida", "una línia seguida"],
    ["preu \\* final", "preu * final"],
    ["| Any | M€ |\n| --- | --- |\n| 2027 | 4 |", " Any \n M€ \n 2027 \n 4 \n"],
    ["e\u0301s", "és"],
  ])("%j", (markdown, seen) => expect(read(markdown)).toBe(seen));
});

function places(markdown: string, words: string, options = { isExact: false, isWhole: false }): string[] {
  const reading = readingOfMarkdown(markdown);
  return find(reading, { words, ...options }).map(({ start, end }) =>
    spansOf(reading, start, end)
      .map(({ from, to }) => markdown.slice(from, to))
      .join("¦"),
  );
}

describe("finding", () => {
  it.each([
    ["across marks", "l'**àrea** metropolitana", "àrea metropolitana", ["àrea¦ metropolitana"]],
    ["without accents", "Àrea, àrea, area", "area", ["Àrea", "àrea", "area"]],
    ["an accent finds itself only", "més mes Més", "més", ["més", "Més"]],
    ["a middle dot may be left out", "el col·legi", "collegi", ["col·legi"]],
    ["either apostrophe", "l’aigua i l'aigua", "l'aigua", ["l’aigua", "l'aigua"]],
    ["over the end of a line", "àrea\nmetropolitana", "àrea metropolitana", ["àrea\nmetropolitana"]],
    ["not over the end of a paragraph", "àrea\n\nmetropolitana", "àrea metropolitana", []],
    ["not from cell to cell", "| àrea | gran |\n| - | - |\n| a | b |", "àrea gran", []],
    ["no mark is a word", "**àrea** [x](https://àrea.cat)", "*", []],
    ["none over another", "aaaa", "aa", ["aa", "aa"]],
    ["beyond the basic plane", "🏛️ vila 𝄞à", "𝄞a", ["𝄞à"]],
  ])("%s", (_, markdown, words, expected) => expect(places(markdown, words)).toEqual(expected));

  it("of exact letters and whole words", () => {
    const text = "Àrea àrea Area areal l'àrea àrea-gran";
    expect(places(text, "àrea", { isExact: true, isWhole: false })).toHaveLength(3);
    expect(places(text, "area", { isExact: false, isWhole: true })).toHaveLength(5);
  });
});

function exchange(markdown: string, words: string, insert: string, isExact = false): string {
  const tree = parser.parse(markdown);
  const found = find(readingOf(markdown, tree), { words, isExact, isWhole: false });
  const changes = exchanges(markdown, tree, found, insert);
  const state = EditorState.create({ doc: markdown, extensions: [markdownLanguage.extension, typing] });
  return state.update({ changes, userEvent: "input.replace" }).state.doc.toString();
}

describe("replacing", () => {
  it.each([
    [
      "keeps a format with its words",
      "l'**àrea** metropolitana",
      "àrea metropolitana",
      "regió metropolitana",
      "l'**regió** metropolitana",
    ],
    ["takes marks around nothing away", "l'**àrea** neta", "l'àrea", "el riu", "el riu neta"],
    ["moves blanks out of marks", "**àrea metropolitana** de B", "metropolitana de", "de", "**àrea** de B"],
    [
      "moves blanks out of both marks",
      "***àrea metropolitana*** de B",
      "metropolitana de",
      "de",
      "***àrea*** de B",
    ],
    [
      "keeps a link",
      "la [Directiva](https://x.cat) obliga",
      "Directiva",
      "Norma",
      "la [Norma](https://x.cat) obliga",
    ],
    ["keeps a note", "riu[^1] net\n\n[^1]: N.", "riu net", "mar net", "mar[^1] net\n\n[^1]: N."],
    ["all in one block", "riu, **riu** i r**iu**", "riu", "mar", "mar, **mar** i mar"],
    ["in many blocks", "# riu\n\n- riu\n- riu\n\n> riu", "riu", "mar", "# mar\n\n- mar\n- mar\n\n> mar"],
    [
      "in cells",
      "| riu | x |\n| - | - |\n| riu | y |",
      "riu",
      "a|b",
      "| a\\|b | x |\n| - | - |\n| a\\|b | y |",
    ],
    ["what is typed is what is read", "preu", "preu", "*x*", "\\*x\\*"],
    ["no list out of a number", "Primer punt", "Primer", "1.", "1\\. punt"],
    ["over the opening mark of words that stay", "x **b c** y", "x b", "z", "z **c** y"],
    ["with nothing", "un **gran** riu", "gran ", "", "un riu"],
  ])("%s", (_, markdown, words, insert, expected) =>
    expect(exchange(markdown, words, insert)).toBe(expected),
  );

  it("reads a long list a few times, not once for each of its words", () => {
    const parsed = vi.spyOn(Object.getPrototypeOf(parser), "parse");
    const list = "- un **riu** net\n".repeat(200);
    const tree = parser.parse(list);
    const found = find(readingOf(list, tree), { words: "riu", isExact: true, isWhole: false });
    expect(exchanges(list, tree, found, "mar")).toHaveLength(200);
    expect(parsed.mock.calls.length).toBeLessThan(6);
    parsed.mockRestore();
  });

  it("reads as before with the words exchanged, whatever the marks", () => {
    let seed = 7;
    const draw = (count: number): number => (seed = (seed * 48271) % 2147483647) % count;
    const some = <Of>(of: readonly Of[]): Of => of[draw(of.length)] as Of;
    const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
    for (let round = 0; round < 400; round++) {
      const words = Array.from({ length: 2 + draw(6) }, () => some(["riu", "àrea", "mar net", "x"]));
      const phrased = words.map((word) =>
        some([word, `**${word}**`, `*${word}*`, `[${word}](u)`, `~~${word}~~`, `**a *${word}* b**`]),
      );
      const markdown = some(["", "## ", "- ", "> "]) + phrased.join(some([" ", " ", ", "]));
      const seen = read(markdown);
      const from = draw(seen.length);
      const wanted = seen.slice(from, from + 1 + draw(8));
      const insert = some(["", "mar", "un riu", "*", "a_b", "riu net"]);
      const found = find(readingOfMarkdown(markdown), { words: wanted, isExact: true, isWhole: false });
      let expected = seen;
      for (const { start, end } of found.reverse())
        expected = expected.slice(0, start) + insert + expected.slice(end);
      if (expected.trim() === "" || wanted.trim() === "") continue;
      expect(
        plain(read(exchange(markdown, wanted, insert, true))),
        `${markdown} | ${wanted} → ${insert}`,
      ).toBe(plain(expected));
    }
  });
});
