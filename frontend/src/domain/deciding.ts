/** Several amendments decided at once: what is chosen for each, what is still missing, what is sent. */

export const DECISIONS = ["INCORPORATE", "INCORPORATE_PARTLY", "REJECT", "INADMISSIBLE"] as const;
export type Decision = (typeof DECISIONS)[number];

export interface Choice {
  readonly decision: Decision | "";
  readonly reason: string;
  /** The wording that goes in, for a part; the proposed one until somebody writes. */
  readonly wording: string | null;
}

export const UNDECIDED: Choice = { decision: "", reason: "", wording: null };

export type Lack = "decision" | "reason" | "wording";

/** What a choice lacks before it can be sent; null when it is complete. */
export function lackOf({ decision, reason, wording }: Choice): Lack | null {
  if (decision === "") return "decision";
  if (decision === "INCORPORATE_PARTLY" && (wording ?? "").trim() === "") return "wording";
  const isRefusing = decision === "REJECT" || decision === "INADMISSIBLE";
  return isRefusing && reason.trim() === "" ? "reason" : null;
}

interface Chosen {
  readonly id: string;
  readonly number: number;
  readonly proposedText: string;
}

export interface Decided {
  readonly amendmentId: string;
  readonly decision: Decision;
  readonly text: string | null;
  readonly reason: string | null;
}

/** What the API is told, in the order of the list; those without a decision are left out. */
export function told(amendments: readonly Chosen[], choices: ReadonlyMap<string, Choice>): Decided[] {
  return amendments.flatMap(({ id }) => {
    const choice = choices.get(id) ?? UNDECIDED;
    if (choice.decision === "") return [];
    const text = choice.decision === "INCORPORATE_PARTLY" ? (choice.wording ?? "") : null;
    return [{ amendmentId: id, decision: choice.decision, text, reason: choice.reason.trim() || null }];
  });
}

/** The first that lacks something, and what. */
export function firstLack(
  amendments: readonly Chosen[],
  choices: ReadonlyMap<string, Choice>,
): { readonly number: number; readonly lack: Lack } | null {
  for (const { id, number } of amendments) {
    const lack = lackOf(choices.get(id) ?? UNDECIDED);
    if (lack) return { number, lack };
  }
  return null;
}

/** How many of each decision, in their order; none that nobody chose. */
export function counted(decided: readonly Decided[]): [Decision, number][] {
  return DECISIONS.map((name): [Decision, number] => [
    name,
    decided.filter(({ decision }) => decision === name).length,
  ]).filter(([, count]) => count > 0);
}

interface Authored {
  readonly number: number;
  readonly authors: readonly { readonly code: string; readonly name: string }[];
}

/** Under whose names the words go in: first authors, each with the amendments that are theirs. */
export function credited(
  amendments: readonly Authored[],
  incorporated: readonly number[],
): { readonly code: string; readonly name: string; readonly numbers: number[] }[] {
  const found = new Map<string, { code: string; name: string; numbers: number[] }>();
  for (const { number, authors } of amendments) {
    const first = authors[0];
    if (!first || !incorporated.includes(number)) continue;
    const credit = found.get(first.code) ?? { ...first, numbers: [] };
    credit.numbers.push(number);
    found.set(first.code, credit);
  }
  return [...found.values()];
}
