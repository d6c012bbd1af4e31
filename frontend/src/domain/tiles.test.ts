import { describe, expect, it } from "vitest";
import { extent, neighbour, shortName, sizeOf, type Placed } from "./tiles";

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

it("shortens a name, also of a town it does not know", () => {
  expect(shortName("08101", "L'Hospitalet de Llobregat")).toBe("L’H");
  expect(shortName("08282", "Tiana")).toBe("Tian");
});
