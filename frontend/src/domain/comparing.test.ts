import { describe, expect, test } from "vitest";
import {
  DRAWN_AT_ONCE,
  keptLayout,
  markupNames,
  readLayout,
  showsAllUnseen,
  spansOf,
  unseenSince,
  writeLayout,
  type Baseline,
  type Told,
} from "./comparing";

/** "c" changed, "h" an unchanged heading, "." another unchanged block. */
const blocks = (drawn: string): Told[] =>
  [...drawn].map((one) => ({ isChanged: one === "c", isHeading: one === "h" }));
const drawn = (text: string): string[] =>
  spansOf(blocks(text)).map(({ from, to, isFolded }) => {
    const part = text.slice(from, to);
    return isFolded ? `[${part}]` : part;
  });

describe("which stretches are folded", () => {
  test.each([
    ["", []],
    ["c", ["c"]],
    ["...c", ["...", "c"]],
    ["......c", ["[.....]", ".", "c"]],
    ["c......c", ["c", ".", "[....]", ".", "c"]],
    ["c.....h.c", ["c", ".", "[....]", "h.", "c"]],
    ["c......", ["c", ".", "[.....]"]],
    ["......", ["[......]"]],
    ["cc.cc", ["cc", ".", "cc"]],
  ])("%s", (text, expected) => expect(drawn(text)).toEqual(expected));

  test.each(["", ".", "h", "c.", "c....h....c", "..........", "c".repeat(100), `c${".".repeat(90)}c`])(
    "%s is tiled",
    (text) => {
      const spans = spansOf(blocks(text));
      expect(spans.map(({ from, to }) => text.slice(from, to)).join("")).toBe(text);
      expect(spans.every(({ from, to }) => from < to)).toBe(true);
      const open = spans.filter(({ isFolded }) => !isFolded);
      expect(open.every(({ from, to }) => to - from <= DRAWN_AT_ONCE)).toBe(true);
    },
  );
});

test("the address names the layout, else the browser remembers it, else it is one column", () => {
  const asked = (query: string, kept: string | null): string => readLayout(new URLSearchParams(query), kept);
  expect([asked("", null), asked("", "costat"), asked("vista=seguit", "costat")]).toEqual([
    "inline",
    "sides",
    "inline",
  ]);
  expect([asked("vista=costat", null), asked("vista=x", "y")]).toEqual(["sides", "inline"]);
  for (const layout of ["inline", "sides"] as const)
    expect(readLayout(new URLSearchParams(writeLayout(layout)), null)).toBe(layout);
  expect(keptLayout(new URLSearchParams("de=1&vista=costat"))).toEqual({ vista: "costat" });
  expect(keptLayout(new URLSearchParams("de=1"))).toEqual({});
});

test("what happened to the marks is read from the classes", () => {
  expect(markupNames("changed markup-only m-bold-added m-heading_level-3 m-wrapping".split(" "))).toEqual([
    { kind: "bold", became: "added" },
    { kind: "heading_level", became: "3" },
    { kind: "wrapping", became: "" },
  ]);
});

test("only what others wrote since the last reading is new, and only seeing all of it is reading it", () => {
  const read: Baseline = { kind: "READ", sequence: 7, unseen: 2 };
  const voted: Baseline = { kind: "VOTED", sequence: 3, unseen: 9 };
  expect(unseenSince([voted, read])).toBe(read);
  expect(unseenSince([{ ...read, unseen: 0 }, voted])).toBeUndefined();
  expect([7, 3, 8].map((from) => showsAllUnseen([read, voted], from))).toEqual([true, true, false]);
  expect(showsAllUnseen([voted], 0)).toBe(false);
});
