/** The electorate with what each said, in the words that a map, a table and a screen reader share. */

import { markOf, type Mark } from "../../domain/tally";
import { shortName } from "../../domain/tiles";
import { say, t } from "../../messages/index.svelte";
import type { Elector } from "../../services/rounds";

export interface VoteSeen {
  readonly organization: { readonly code: string };
  readonly choice: "APPROVE" | "OBJECT" | "ABSTAIN" | "RECUSE";
  readonly isTacit: boolean;
  readonly castAt: string;
  readonly ratification: {
    readonly dueOn: string;
    readonly status: "PENDING" | "CONFIRMED" | "WITHDRAWN";
  } | null;
  readonly exceptAskKeys: readonly string[];
}

export interface Town {
  readonly code: string;
  readonly name: string;
  /** Four letters at most, for a small square. */
  readonly short: string;
  readonly mark: Mark;
  readonly population: number;
  readonly seats: number;
  readonly tile: { readonly column: number; readonly row: number } | null;
  readonly detail: string;
  /** Everything, for whoever hears the map. */
  readonly label: string;
}

/** What else is to be said about a vote: ratification and exceptions. */
export function notesOn(vote: VoteSeen | undefined): string[] {
  if (!vote) return [];
  const words = t().approval;
  const { ratification, exceptAskKeys } = vote;
  return [
    ...(exceptAskKeys.length > 0 ? [words.except(exceptAskKeys.join(", "))] : []),
    ...(ratification ? [words.ratification[ratification.status](say.day(ratification.dueOn))] : []),
  ];
}

/** The towns in the order of their names. */
export function townsOf(electors: readonly Elector[], votes: readonly VoteSeen[]): Town[] {
  const words = t().approval;
  const said = new Map(votes.map((vote) => [vote.organization.code, vote]));
  return electors
    .map(({ organization: { code, name, tile }, population, seats, hasVoted }) => {
      const vote = said.get(code);
      const mark = markOf(hasVoted, vote);
      const detail = [
        words.marks[mark],
        words.inhabitants(population),
        ...(seats > 0 ? [words.seats(seats)] : []),
        ...(vote && !vote.isTacit ? [words.castOn(say.day(vote.castAt))] : []),
        ...notesOn(vote),
      ].join(" · ");
      return {
        code,
        name,
        short: shortName(code, name),
        mark,
        population,
        seats,
        tile,
        detail,
        label: `${name}: ${detail}`,
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name, "ca"));
}
