import { describe, expect, it } from "vitest";
import { extent, neighbour, sizeOf, type Placed } from "./tiles";

const tile = (code: string, column: number, row: number): Placed => ({ code, column, row });
const map = [tile("a", 0, 0), tile("b", 2, 0), tile("c", 1, 1), tile("d", 0, 2)];

describe("neighbour", () => {
  it.each([
    ["a", "ArrowRight", "b"],
    ["a", "ArrowDown", "d"],
    ["b", "ArrowLeft", "a"],
    ["c", "ArrowUp", "a"],
    ["d", "ArrowRight", "c"],
    ["b", "ArrowRight", undefined],
    ["a", "Enter", undefined],
  ])("from %s by %s is %s", (from, key, to) => {
    const start = map.find(({ code }) => code === from);
    expect(start && neighbour(map, start, key)?.code).toBe(to);
  });
});

it("has an extent, also without towns", () => {
  expect(extent(map)).toEqual({ columns: 3, rows: 3 });
  expect(extent([])).toEqual({ columns: 0, rows: 0 });
});

it.each([
  [3_000, 0],
  [10_000, 1],
  [90_000, 2],
  [260_000, 3],
  [1_600_000, 4],
])("draws %i inhabitants in size %i", (population, size) => expect(sizeOf(population)).toBe(size));
