/** Amendments: which ones a filter shows, in which order, what one may do with each. */

import { plain } from "./reading";
import { wordChanges, type Change } from "./words";

export const STATUSES = [
  "TABLED",
  "INCORPORATED",
  "INCORPORATED_PARTLY",
  "REJECTED",
  "INADMISSIBLE",
  "WITHDRAWN",
  "FALLEN",
] as const;
export type Status = (typeof STATUSES)[number];

export interface Tabled {
  readonly number: number;
  readonly status: Status;
  readonly original: string;
  readonly proposedText: string;
  readonly authors: readonly { readonly code: string }[];
  readonly anchor: {
    readonly start: number;
    readonly current: { readonly start: number; readonly end: number } | null;
  };
}

/** The words of the address. */
export const AMENDMENT_FILTERS = ["totes", "pendents", "decidides", "meves"] as const;
export type AmendmentFilter = (typeof AMENDMENT_FILTERS)[number];

export function readAmendmentFilter(query: URLSearchParams): AmendmentFilter {
  const word = query.get("esmenes");
  return AMENDMENT_FILTERS.find((filter) => filter === word) ?? "totes";
}

export function isShown(amendment: Tabled, filter: AmendmentFilter, mine: string | undefined): boolean {
  switch (filter) {
    case "totes":
      return true;
    case "pendents":
      return amendment.status === "TABLED";
    case "decidides":
      return amendment.status !== "TABLED";
    case "meves":
      return amendment.authors.some(({ code }) => code === mine);
  }
}

/** By their place in the text, as amendments are voted on. */
export function inOrder<Amendment extends Tabled>(amendments: readonly Amendment[]): Amendment[] {
  const place = ({ anchor }: Amendment): number => anchor.current?.start ?? anchor.start;
  return [...amendments].sort((one, other) => place(one) - place(other) || one.number - other.number);
}

/** Only the organization that tabled it first takes it back, and only before a decision. */
export function mayWithdraw(amendment: Tabled, rights: readonly string[], mine: string | undefined): boolean {
  return (
    amendment.status === "TABLED" &&
    rights.includes("PROPOSE_AMENDMENT") &&
    amendment.authors[0]?.code === mine
  );
}

export function mayDecide(amendment: Tabled, rights: readonly string[]): boolean {
  return amendment.status === "TABLED" && rights.includes("DECIDE_AMENDMENT");
}

/** The changes as one reads them: without Markdown's signs, unless nothing but signs changes. White space at the ends stays. */
export function legibleChanges(original: string, proposed: string): Change[] {
  const [before, after] = [legible(original), legible(proposed)];
  return before === after ? wordChanges(original, proposed) : wordChanges(before, after);
}

/** A longer passage needs nothing around it to be understood. */
const SHORT = 120;

/** The words of a stretch, with the white space at its ends. */
function legible(text: string): string {
  const words = text.trim();
  return words === "" ? text : text.replace(words, () => plain(words));
}

/** What stands before and behind a short passage in its own line, in whole words. */
export function neighbours({
  original,
  anchor: { prefix, suffix },
}: {
  readonly original: string;
  readonly anchor: { readonly prefix: string; readonly suffix: string };
}): { readonly before: string; readonly after: string } {
  if (original.length > SHORT) return { before: "", after: "" };
  const line = prefix.trimEnd() === "" ? "" : (prefix.split("\n").at(-1) ?? "");
  const start = original === "" && line === "" ? prefix.trimEnd() : line;
  const [end = ""] = suffix.split("\n");
  const before =
    start === prefix.trimEnd() || start === prefix ? `…${start.replace(/^\S*\s+(?=\S)/, "")}` : start;
  const after = end === suffix ? `${end.replace(/(?<=\S)\s+\S*$/, "")}…` : end;
  return { before: prefix === "" ? "" : legible(before), after: suffix === "" ? "" : legible(after) };
}

interface Ranged {
  readonly status: Status;
  readonly anchor: {
    readonly start: number;
    readonly end: number;
    readonly version: { readonly number: number } | null;
  };
}

/** Those on the same passage of the same version: what a compromise may take the place of. */
export function rivals<Amendment extends Ranged>(
  amendments: readonly Amendment[],
  versionNumber: number,
  start: number,
  end: number,
): Amendment[] {
  return amendments.filter(
    ({ status, anchor }) =>
      status === "TABLED" &&
      anchor.version?.number === versionNumber &&
      anchor.start <= end &&
      start <= anchor.end,
  );
}

interface Identified {
  readonly id: string;
}

/** The rows just read, each as it was before where nothing about it has changed: what is shown of it then stays too. */
export function kept<Row extends Identified>(before: readonly Row[], now: readonly Row[]): Row[] {
  const known = new Map(before.map((row) => [row.id, { row, said: JSON.stringify(row) }]));
  return now.map((row) => {
    const old = known.get(row.id);
    return old?.said === JSON.stringify(row) ? old.row : row;
  });
}

interface Replacing {
  readonly number: number;
  readonly status: Status;
  readonly replaces: readonly { readonly number: number }[];
}

/** By the number of each that has fallen: the incorporated ones that took its place. */
export function felled(amendments: readonly Replacing[]): Map<number, number[]> {
  const causes = new Map<number, number[]>();
  for (const { number, status, replaces } of amendments) {
    if (status !== "INCORPORATED" && status !== "INCORPORATED_PARTLY") continue;
    for (const other of replaces) causes.set(other.number, [...(causes.get(other.number) ?? []), number]);
  }
  return causes;
}

/** How many of these have come to what, in the order of the statuses; nothing that none has. */
export function standings(amendments: readonly { readonly status: Status }[]): [Status, number][] {
  return STATUSES.map((status): [Status, number] => [
    status,
    amendments.filter((one) => one.status === status).length,
  ]).filter(([, count]) => count > 0);
}

/** Undecided, in place, and nobody else's words: what may be decided without looking at another. */
export function isUncontested(amendment: {
  readonly status: Status;
  readonly fit: string;
  readonly collidesWith: readonly unknown[];
}): boolean {
  const fits = amendment.fit === "APPLIES" || amendment.fit === "MOVED";
  return amendment.status === "TABLED" && fits && amendment.collidesWith.length === 0;
}
