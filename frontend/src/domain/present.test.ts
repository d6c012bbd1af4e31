import { describe, expect, it } from "vitest";
import { comings, headingAt, othersIn, tintsOf, type Tab } from "./present";

const tab = (key: string, at: number | null = null, name = key.toUpperCase()): Tab => ({
  key,
  name,
  organization: "08019",
  at,
  tint: 0,
});

describe("the others", () => {
  it("are counted once each, without oneself", () =>
    expect(othersIn([tab("b"), tab("a", null), tab("a", 7), tab("me", 3)], "me")).toEqual([
      tab("a", 7),
      tab("b"),
    ]));
  it("come in the order of their names", () =>
    expect(
      othersIn([tab("1", null, "Òdena"), tab("2", null, "Olot"), tab("3", null, "Àger")], "").map(
        ({ name }) => name,
      ),
    ).toEqual(["Àger", "Òdena", "Olot"]));
  it("without a name are not there yet", () => expect(othersIn([tab("a", 1, "")], "")).toEqual([]));
});

it("says under which heading a place is", () => {
  const headings = [
    { from: 10, text: "Resum" },
    { from: 50, text: "Context" },
  ];
  expect([5, 10, 49, 50, 900].map((at) => headingAt(headings, at)?.text)).toEqual([
    undefined,
    "Resum",
    "Resum",
    "Context",
    "Context",
  ]);
});

it("says who came and who left", () =>
  expect(comings([tab("a"), tab("b")], [tab("b", 4), tab("c")])).toEqual({
    came: [tab("c")],
    left: [tab("a")],
  }));

it("gives everybody here a tint of their own, whoever came first, and their own one to whoever is alone", () => {
  const keys = Array.from({ length: 8 }, (_, index) => `mem_${index * 8}`);
  const alone = keys.map((key) => tintsOf([key]).get(key));
  expect(new Set(alone).size).toBeLessThan(8);
  expect(new Set(tintsOf(keys).values()).size).toBe(8);
  expect(tintsOf([...keys].reverse())).toEqual(tintsOf(keys));
  expect(tintsOf([...keys, "mem_9", "mem_9"]).size).toBe(9);
});
