import { describe, expect, it } from "vitest";
import {
  direction,
  isOpen,
  languagesToAdd,
  nextOpen,
  percent,
  readRow,
  splitOpening,
  writeRow,
} from "./translating";

const states = ["TRANSLATED", "STALE", "WORDLESS", "MISSING", "EXTRA"] as const;
const passages = states.map((state) => ({ state }));

describe("what is left to do", () => {
  it("goes to the next open passage, and around the end", () => {
    expect(passages.map(isOpen)).toEqual([false, true, false, true, false]);
    expect(nextOpen(passages, -1)).toBe(1);
    expect(nextOpen(passages, 1)).toBe(3);
    expect(nextOpen(passages, 3)).toBe(1);
    expect(nextOpen(passages, 1, -1)).toBe(3);
    expect(nextOpen(passages, 0, -1)).toBe(3);
  });

  it("is nothing when nothing is open", () => {
    expect(nextOpen([{ state: "TRANSLATED" }], 0)).toBe(-1);
    expect(nextOpen([], -1)).toBe(-1);
  });

  it("says a hundred only when everything is translated", () => {
    expect(percent({ total: 300, translated: 299 })).toBe(99);
    expect(percent({ total: 3, translated: 3 })).toBe(100);
    expect(percent({ total: 0, translated: 0 })).toBe(100);
  });
});

describe("what stands before the words", () => {
  it.each([
    ["## Context **nou**", "## ", "Context **nou**"],
    ["**D1.** Que hi hagi un pla.", "**D1.** ", "Que hi hagi un pla."],
    ["  - [ ] **D12.** Que no s'ajorni.", "  - [ ] **D12.** ", "Que no s'ajorni."],
    ["3. tres", "3. ", "tres"],
    ["> citat", "> ", "citat"],
    ["**Important:** res.", "", "**Important:** res."],
    ["Un paràgraf.", "", "Un paràgraf."],
  ])("is left as it is: %s", (markdown, opening, words) => {
    expect(splitOpening(markdown)).toEqual({ opening, words });
  });
});

describe("a table's row", () => {
  it("is its cells, with what stands under a header kept", () => {
    const header = "| Any | Cabal \\| m³ |\n| --- | ---: |";
    expect(readRow(header)).toEqual({ cells: ["Any", "Cabal | m³"], rest: "| --- | ---: |" });
    expect(writeRow(readRow(header))).toBe(header);
  });

  it("may lack the bars at its ends, and takes no line breaks", () => {
    expect(readRow("a | b").cells).toEqual(["a", "b"]);
    expect(writeRow({ cells: ["a\nb", ""], rest: "" })).toBe("| a b |  |");
  });
});

describe("languages", () => {
  it("to add are those not there yet, the usual ones first", () => {
    const names = languagesToAdd(["ca", "en"], "ca").map(({ code }) => code);
    expect(names.slice(0, 2)).toEqual(["es", "fr"]);
    expect(names).not.toContain("ca");
    expect(names).not.toContain("en");
    expect(names).toContain("oc");
  });

  it("are written from the right where they are", () => {
    expect(["ar", "he-IL", "ca", "en"].map(direction)).toEqual(["rtl", "rtl", "ltr", "ltr"]);
  });
});
