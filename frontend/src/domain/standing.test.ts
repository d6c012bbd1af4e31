import { expect, test } from "vitest";
import { byScope } from "./standing";

const on = (askKey: string | null, quote: string | null = null) => ({ reservation: { askKey, quote } });

test("reservations on the same words stand together, the whole text before asks before passages", () => {
  const standing = [on("D10"), on(null, "el riu"), on("D2"), on(null), on("D2"), on(null, "el riu")];
  expect(byScope(standing).map(({ askKey, quote, held }) => [askKey, quote, held.length])).toEqual([
    [null, null, 1],
    ["D2", null, 2],
    ["D10", null, 1],
    [null, "el riu", 2],
  ]);
});

test("nothing stands", () => {
  expect(byScope([])).toEqual([]);
});
