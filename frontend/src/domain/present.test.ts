import { describe, expect, it } from "vitest";
import { comings, headingAt, othersIn, tintOf, type Tab } from "./present";

const tab = (key: string, at: number | null = null, name = key.toUpperCase()): Tab => ({
  key,
  name,
  organization: "08019",
  at,
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

it("gives a person one tint of eight", () => {
  expect(tintOf("mem_1")).toBe(tintOf("mem_1"));
  expect(new Set(Array.from({ length: 200 }, (_, index) => tintOf(`mem_${index}`))).size).toBe(8);
});
