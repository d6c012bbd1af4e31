/** A paper's calendar: where each date stands, and a proposed calendar as somebody edits it before taking it over. */

export const MILESTONE_KINDS = [
  "SCOPE",
  "ZERO_DRAFT",
  "COMMENTS_END",
  "TABLING_DEADLINE",
  "CONSOLIDATION",
  "CLEARANCE",
  "DECISION",
  "ADOPTION",
  "TRANSLATION",
  "SEALING",
  "SUBMISSION",
  "INSTITUTION_DEADLINE",
] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

export interface Standing {
  readonly kind: MilestoneKind;
  readonly dueAt: string;
  readonly doneAt: string | null;
  readonly isOverdue: boolean;
  readonly slippage: number | null;
  readonly expectedOn: string | null;
  readonly fits: boolean;
}

/** Done, late, no longer to be met in time, to come, or passed over by the paper. */
export type State = "done" | "late" | "pushed" | "future" | "passed";

export function stateOf({ doneAt, isOverdue, expectedOn, fits }: Standing): State {
  if (doneAt !== null) return "done";
  if (isOverdue) return "late";
  if (expectedOn === null) return "passed";
  return fits ? "future" : "pushed";
}

export interface Line<Date_ extends Standing = Standing> {
  readonly past: readonly Date_[];
  readonly coming: readonly Date_[];
  readonly next: Date_ | undefined;
  readonly late: number;
  readonly pushed: number;
  readonly isMissed: boolean;
}

/** The dates before and after now, and what a reader has to know of them first. */
export function lineOf<Date_ extends Standing>(milestones: readonly Date_[], now: Date): Line<Date_> {
  const isPast = ({ dueAt }: Date_): boolean => new Date(dueAt) <= now;
  const count = (state: State): number => milestones.filter((one) => stateOf(one) === state).length;
  const coming = milestones.filter((one) => !isPast(one));
  return {
    past: milestones.filter(isPast),
    coming,
    next: coming.find((one) => stateOf(one) === "future" || stateOf(one) === "pushed"),
    late: count("late"),
    pushed: count("pushed"),
    isMissed: milestones.some(
      (one) => one.kind === "INSTITUTION_DEADLINE" && ["late", "pushed"].includes(stateOf(one)),
    ),
  };
}

export interface Proposed {
  readonly kind: MilestoneKind;
  readonly workingDaysBefore: number;
  readonly opensAt: string | null;
  readonly dueAt: string;
  readonly fits: boolean;
  /** The paper waits for it no more. */
  readonly isBehind: boolean;
}

/** A date of a calendar as it is now. */
export interface Present {
  readonly kind: MilestoneKind;
  readonly dueAt: string;
  readonly doneAt?: string | null;
}

/** A date as somebody edits it; `proposed` is missing where the proposal does not have it. */
export interface Row {
  readonly kind: MilestoneKind;
  readonly proposed: Proposed | undefined;
  readonly isDone: boolean;
  isTaken: boolean;
  shown: string;
}

/** The rows of a proposal beside the calendar there is: what is done or not proposed keeps its date. */
export function rowsOf(
  proposed: readonly Proposed[],
  present: readonly Present[],
  toShown: (at: Date) => string,
): Row[] {
  const wanted = new Map(proposed.map((one) => [one.kind, one]));
  const known = new Map(present.map((one) => [one.kind, one]));
  return MILESTONE_KINDS.flatMap((kind) => {
    const [one, now] = [wanted.get(kind), known.get(kind)];
    if (kind === "INSTITUTION_DEADLINE" || (!now && (!one || one.isBehind))) return [];
    const isDone = Boolean(now?.doneAt);
    // What lies behind keeps the date it had.
    const fresh = isDone || one?.isBehind ? undefined : one;
    const dueAt = fresh?.dueAt ?? now?.dueAt ?? "";
    return [{ kind, proposed: fresh, isDone, isTaken: fresh?.fits ?? true, shown: toShown(new Date(dueAt)) }];
  });
}

export interface Change {
  readonly kind: MilestoneKind;
  readonly dueAt: string | null;
}

/** What taking over these rows changes; a date that is left out goes. */
export function changesOf(
  rows: readonly Row[],
  present: readonly Present[],
  toMoment: (shown: string) => string | null,
): Change[] {
  const known = new Map(present.map((one) => [one.kind, Date.parse(one.dueAt)]));
  return rows
    .filter(({ isDone }) => !isDone)
    .map(({ kind, isTaken, shown }): Change => ({ kind, dueAt: isTaken ? toMoment(shown) : null }))
    .filter(({ kind, dueAt }) => (dueAt === null ? known.has(kind) : known.get(kind) !== Date.parse(dueAt)));
}
