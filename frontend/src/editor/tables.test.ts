import { expect, it } from "vitest";
import { emptyGrid, readTable, writeTable } from "./tables";

const TABLE = "| Municipi | Cabal |\n| :-- | --: |\n| Begues | 12 |\n| a \\| b | **3** |";

it("reads header, rows, alignments and escaped bars", () =>
  expect(readTable(TABLE)).toEqual({
    rows: [
      ["Municipi", "Cabal"],
      ["Begues", "12"],
      ["a | b", "**3**"],
    ],
    alignments: ["left", "right"],
  }));

it("writes what it read", () => expect(writeTable(readTable(TABLE))).toBe(TABLE));

it("reads tables without outer bars and with short rows", () =>
  expect(readTable("a | b\n- | -\n1").rows).toEqual([
    ["a", "b"],
    ["1", ""],
  ]));

it("keeps a cell on one line", () =>
  expect(writeTable({ rows: [["a\nb"], ["c"]], alignments: [""] })).toBe("| a b |\n| --- |\n| c |"));

it("makes an empty grid", () => expect(writeTable(emptyGrid(2, 2))).toBe("|  |  |\n| --- | --- |\n|  |  |"));
