import { expect, it } from "vitest";
import { layOut, type Card } from "./margin";

const card = (id: string, top: number, height = 50): Card => ({ id, top, height });

it("leaves cards that have room at their place", () =>
  expect([...layOut([card("a", 0), card("b", 100)], 8, null)]).toEqual([
    ["a", 0],
    ["b", 100],
  ]));

it("pushes down what would overlap, in the order of the text", () =>
  expect([...layOut([card("b", 20), card("a", 10), card("c", 25)], 8, null).values()]).toEqual([
    10, 68, 126,
  ]));

it("keeps the active card level with its passage and moves those above up", () => {
  const tops = layOut([card("a", 90), card("b", 100), card("c", 110)], 8, "b");
  expect(Object.fromEntries(tops)).toEqual({ a: 42, b: 100, c: 158 });
});

it("knows no cards", () => expect(layOut([], 8, "x").size).toBe(0));
