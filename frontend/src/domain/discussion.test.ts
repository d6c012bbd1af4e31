import { expect, test } from "vitest";
import { inOrder, isShown, readThreadFilter, type Discussed } from "./discussion";

function thread(id: string, more: Partial<Discussed> = {}): Discussed {
  return {
    id,
    createdAt: "2026-03-01T10:00:00Z",
    resolvedAt: null,
    organization: { code: "08019" },
    anchor: null,
    comments: { nodes: [] },
    ...more,
  };
}

const anchor = (
  state: "UNCHANGED" | "MOVED" | "ORPHANED",
  start: number,
  now: number | null = start,
): Discussed["anchor"] => ({
  state,
  start,
  current: now === null ? null : { start: now },
});

test("the address names the filter; anything else means the open ones", () => {
  expect(readThreadFilter(new URLSearchParams("fils=moguts"))).toBe("moguts");
  expect(readThreadFilter(new URLSearchParams("fils=x"))).toBe("oberts");
});

test("each filter shows its own", () => {
  const settled = thread("a", { resolvedAt: "2026-04-01T10:00:00Z" });
  const gone = thread("b", { anchor: anchor("ORPHANED", 4, null) });
  const still = thread("c", { anchor: anchor("UNCHANGED", 4) });
  const spoken = thread("d", { comments: { nodes: [{ author: { organization: { code: "08282" } } }] } });
  expect([settled, gone, still].map((one) => isShown(one, "oberts", undefined))).toEqual([false, true, true]);
  expect([settled, gone, still].map((one) => isShown(one, "resolts", undefined))).toEqual([
    true,
    false,
    false,
  ]);
  expect([settled, gone, still].map((one) => isShown(one, "moguts", undefined))).toEqual([
    false,
    true,
    false,
  ]);
  expect([gone, spoken].map((one) => isShown(one, "meus", "08282"))).toEqual([false, true]);
  expect(isShown(gone, "meus", "08019")).toBe(true);
  expect(isShown(gone, "meus", undefined)).toBe(false);
  expect(isShown(settled, "tots", undefined)).toBe(true);
});

test("the whole paper first, then the order of the text, then of time", () => {
  const late = thread("late", { anchor: anchor("UNCHANGED", 90) });
  const moved = thread("moved", { anchor: anchor("MOVED", 95, 10) });
  const whole = thread("whole");
  const newer = thread("newer", { anchor: anchor("UNCHANGED", 90), createdAt: "2026-05-01T10:00:00Z" });
  expect(inOrder([newer, late, moved, whole]).map(({ id }) => id)).toEqual([
    "whole",
    "moved",
    "late",
    "newer",
  ]);
});
