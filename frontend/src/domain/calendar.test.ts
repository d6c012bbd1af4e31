import { expect, it } from "vitest";
import { momentInBrussels, shownInBrussels } from "./brussels";
import { changesOf, lineOf, rowsOf, stateOf, type Proposed, type Standing } from "./calendar";

const date = (kind: Standing["kind"], dueAt: string, more: Partial<Standing> = {}): Standing => ({
  kind,
  dueAt,
  doneAt: null,
  isOverdue: false,
  slippage: null,
  expectedOn: dueAt.slice(0, 10),
  fits: true,
  ...more,
});
const proposed = (kind: Standing["kind"], dueAt: string, fits = true): Proposed => ({
  kind,
  workingDaysBefore: 3,
  opensAt: null,
  dueAt,
  fits,
  isBehind: kind === "DECISION",
});

const SCOPE = date("SCOPE", "2026-12-01T13:00:00Z", { doneAt: "2026-11-30T09:00:00Z", slippage: -1 });
const DRAFT = date("ZERO_DRAFT", "2026-12-10T13:00:00Z", { isOverdue: true, slippage: 2, fits: false });
const COMMENTS = date("COMMENTS_END", "2026-12-16T13:00:00Z", { expectedOn: "2026-12-17", fits: false });
const END = date("INSTITUTION_DEADLINE", "2027-01-29T23:00:00Z");

it.each([
  [SCOPE, "done"],
  [DRAFT, "late"],
  [COMMENTS, "pushed"],
  [END, "future"],
  [date("CLEARANCE", "2026-12-01T13:00:00Z", { expectedOn: null }), "passed"],
] as const)("says where a date stands (%#)", (standing, state) => expect(stateOf(standing)).toBe(state));

it("tells past from coming and what comes next", () => {
  const line = lineOf([SCOPE, DRAFT, COMMENTS, END], new Date("2026-12-14T08:00:00Z"));
  expect(line.past).toEqual([SCOPE, DRAFT]);
  expect(line.next).toBe(COMMENTS);
  expect([line.late, line.pushed, line.isMissed]).toEqual([1, 1, false]);
  expect(lineOf([{ ...END, fits: false }], new Date("2026-12-14T08:00:00Z")).isMissed).toBe(true);
});

it("keeps the dates that are done or not proposed, and leaves out what has gone by", () => {
  const rows = rowsOf(
    [
      proposed("SCOPE", "2026-12-02T13:00:00Z"),
      proposed("ZERO_DRAFT", "2026-11-20T13:00:00Z", false),
      proposed("DECISION", "2027-01-20T13:00:00Z"),
      proposed("ADOPTION", "2027-01-25T13:00:00Z"),
      proposed("INSTITUTION_DEADLINE", "2027-01-29T23:00:00Z"),
    ],
    [SCOPE, date("TABLING_DEADLINE", "2026-12-20T13:00:00Z")],
    shownInBrussels,
  );
  expect(rows.map(({ kind, isTaken, shown }) => [kind, isTaken, shown])).toEqual([
    ["SCOPE", true, "2026-12-01T14:00"],
    ["ZERO_DRAFT", false, "2026-11-20T14:00"],
    ["TABLING_DEADLINE", true, "2026-12-20T14:00"],
    ["ADOPTION", true, "2027-01-25T14:00"],
  ]);
});

it("changes only what differs, and takes off what is left out", () => {
  const present = [SCOPE, date("TABLING_DEADLINE", "2026-12-20T13:00:00Z"), COMMENTS];
  const rows = rowsOf(
    [proposed("COMMENTS_END", COMMENTS.dueAt), proposed("ADOPTION", "2027-01-25T13:00:00Z")],
    present,
    shownInBrussels,
  );
  for (const row of rows) if (row.kind === "TABLING_DEADLINE") row.isTaken = false;
  expect(changesOf(rows, present, momentInBrussels)).toEqual([
    { kind: "TABLING_DEADLINE", dueAt: null },
    { kind: "ADOPTION", dueAt: "2027-01-25T13:00:00Z" },
  ]);
});
