import { expect, test } from "vitest";
import {
  felled,
  inOrder,
  isShown,
  isUncontested,
  kept,
  legibleChanges,
  mayDecide,
  mayWithdraw,
  neighbours,
  readAmendmentFilter,
  rivals,
  standings,
  type Tabled,
} from "./amending";

function amendment(number: number, more: Partial<Tabled> = {}): Tabled {
  return {
    number,
    status: "TABLED",
    original: "per municipi",
    proposedText: "per conca",
    authors: [{ code: "08020" }, { code: "08289" }],
    anchor: { start: number * 10, current: { start: number * 10, end: number * 10 + 4 } },
    ...more,
  };
}

test("filters show what they say", () => {
  const decided = amendment(2, { status: "REJECTED" });
  expect(readAmendmentFilter(new URLSearchParams("esmenes=meves"))).toBe("meves");
  expect(readAmendmentFilter(new URLSearchParams())).toBe("totes");
  expect([amendment(1), decided].map((one) => isShown(one, "pendents", undefined))).toEqual([true, false]);
  expect([amendment(1), decided].map((one) => isShown(one, "decidides", undefined))).toEqual([false, true]);
  expect(isShown(decided, "meves", "08289")).toBe(true);
  expect(isShown(decided, "meves", "08001")).toBe(false);
});

test("the order is that of the text", () => {
  const moved = amendment(1, { anchor: { start: 10, current: { start: 99, end: 104 } } });
  const gone = amendment(3, { anchor: { start: 5, current: null } });
  expect(inOrder([moved, amendment(2), gone]).map(({ number }) => number)).toEqual([3, 2, 1]);
});

test("only the first author withdraws, only those with the right decide, nobody twice", () => {
  const rights = ["PROPOSE_AMENDMENT", "DECIDE_AMENDMENT"];
  const decided = amendment(1, { status: "FALLEN" });
  expect(mayWithdraw(amendment(1), rights, "08020")).toBe(true);
  expect(mayWithdraw(amendment(1), rights, "08289")).toBe(false);
  expect(mayWithdraw(decided, rights, "08020")).toBe(false);
  expect(mayDecide(amendment(1), rights)).toBe(true);
  expect(mayDecide(amendment(1), [])).toBe(false);
  expect(mayDecide(decided, rights)).toBe(false);
});

test("changes are read without signs, unless only signs change", () => {
  expect(legibleChanges("**D1.** Un pla", "**D1.** Un pla comú")).toEqual([
    { kind: "EQUAL", text: "D1. Un pla" },
    { kind: "INSERT", text: " comú" },
  ]);
  expect(legibleChanges("Un pla", "**Un** pla").some(({ kind }) => kind === "INSERT")).toBe(true);
  expect(legibleChanges("", " I més.")).toEqual([{ kind: "INSERT", text: " I més." }]);
});

test("rivals touch the same passage of the same version", () => {
  const on = (
    start: number,
    end: number,
    version: number,
  ): { status: "TABLED"; anchor: { start: number; end: number; version: { number: number } } } => ({
    status: "TABLED",
    anchor: { start, end, version: { number: version } },
  });
  const [same, beside, older] = [on(10, 20, 3), on(30, 40, 3), on(10, 20, 2)];
  expect(rivals([same, beside, older], 3, 15, 25)).toEqual([same]);
  expect(rivals([{ ...same, status: "FALLEN" as const }], 3, 15, 25)).toEqual([]);
});

test("a row that says the same stays the same row", () => {
  const [one, two] = [
    { id: "1", status: "TABLED" },
    { id: "2", status: "TABLED" },
  ];
  const found = kept([one, two], [{ ...one }, { ...two, status: "REJECTED" }]);
  expect(found[0]).toBe(one);
  expect(found[1]).toEqual({ id: "2", status: "REJECTED" });
});

test("what fell knows what took its place; only what went in takes a place", () => {
  const one = (
    number: number,
    status: "INCORPORATED" | "REJECTED",
    ...others: number[]
  ): Parameters<typeof felled>[0][number] => ({
    number,
    status,
    replaces: others.map((other) => ({ number: other })),
  });
  expect([...felled([one(9, "INCORPORATED", 1, 2), one(8, "REJECTED", 3)])]).toEqual([
    [1, [9]],
    [2, [9]],
  ]);
});

test("one's own are summed up by what became of them", () => {
  const statuses = ["REJECTED", "TABLED", "REJECTED"] as const;
  expect(standings(statuses.map((status) => ({ status })))).toEqual([
    ["TABLED", 1],
    ["REJECTED", 2],
  ]);
});

test("uncontested is what is undecided, in place and alone", () => {
  const one = { status: "TABLED", fit: "MOVED", collidesWith: [] } as const;
  expect(isUncontested(one)).toBe(true);
  expect(isUncontested({ ...one, collidesWith: [{ number: 2 }] })).toBe(false);
  expect(isUncontested({ ...one, fit: "COLLIDES" })).toBe(false);
  expect(isUncontested({ ...one, status: "FALLEN" })).toBe(false);
});

test("a short passage is read among its own words, whole ones, of its own line", () => {
  const of = (original: string, prefix: string, suffix: string): ReturnType<typeof neighbours> =>
    neighbours({ original, anchor: { prefix, suffix } });
  expect(of("per municipi", "rtiment dels **fons** ", " cada any i cada te")).toEqual({
    before: "…dels fons ",
    after: " cada any i cada…",
  });
  expect(of("per municipi", "Resum\n\nEls fons ", ".\n\nFi")).toEqual({ before: "Els fons ", after: "." });
  expect(of("", "tots els fons.\n\n", "")).toEqual({ before: "…els fons.", after: "" });
  expect(of("x".repeat(200), "abans ", " després")).toEqual({ before: "", after: "" });
});
