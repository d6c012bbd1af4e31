/** What if: the choices that are supposed of pending towns, told to the server, and kept nowhere else. */

import type { Mark } from "./tally";

export const SUPPOSABLE = ["APPROVE", "OBJECT", "ABSTAIN"] as const;
export type Supposed = (typeof SUPPOSABLE)[number];
export type Supposition = ReadonlyMap<string, Supposed>;

export const NOTHING_SUPPOSED: Supposition = new Map();

/** With this choice supposed of a town, or nothing if it was supposed already. */
export function toggled(supposition: Supposition, code: string, choice: Supposed): Supposition {
  const changed = new Map(supposition);
  if (changed.get(code) === choice) changed.delete(code);
  else changed.set(code, choice);
  return changed;
}

/** A tap on the map goes round: for, against, abstaining, nothing. */
export function cycled(supposition: Supposition, code: string): Supposition {
  const changed = new Map(supposition);
  const said = changed.get(code);
  const next = SUPPOSABLE[said === undefined ? 0 : SUPPOSABLE.indexOf(said) + 1];
  if (next === undefined) changed.delete(code);
  else changed.set(code, next);
  return changed;
}

/** The same supposed of all these towns. */
export function supposedOfAll(codes: readonly string[], choice: Supposed): Supposition {
  return new Map(codes.map((code) => [code, choice]));
}

export interface Supposable {
  readonly code: string;
  readonly mark: Mark;
}

/** What is still supposed when votes have come in meanwhile: only of towns that are pending. */
export function stillSupposed(supposition: Supposition, towns: readonly Supposable[]): Supposition {
  const pending = new Set(towns.filter(({ mark }) => mark === "PENDING").map(({ code }) => code));
  return new Map([...supposition].filter(([code]) => pending.has(code)));
}

/** As the API takes it. */
export function toVotes(supposition: Supposition): { organizationCode: string; choice: Supposed }[] {
  return [...supposition].map(([organizationCode, choice]) => ({ organizationCode, choice }));
}
