/** The electorate with what each said, in the words that a map, a table and a screen reader share. */

import type { Supposition } from "../../domain/supposing";
import { effects, type Standpoint } from "../../domain/swings";
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
  readonly isSubstitute?: boolean;
  readonly confirmations?: readonly {
    readonly kind: "SECOND_PERSON" | "NEW_GOVERNMENT";
    readonly confirmedAt: string | null;
  }[];
}

/** An elector as every page asks for it; what hangs on it is asked for only where a vote is going on. */
type Called = Omit<Elector, "swings"> & Partial<Pick<Elector, "swings">>;

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
  /** What its choice would change while it is pending; null when nothing hangs on it alone. */
  readonly swing: string | null;
  /** Whether its mark is only supposed. */
  readonly isSupposed: boolean;
  /** Everything, for whoever hears the map. */
  readonly label: string;
}

/** What else is to be said about a vote: ratification, exceptions, who cast it, what a new government is asked. */
export function notesOn(vote: VoteSeen | undefined): string[] {
  if (!vote) return [];
  const words = t().approval;
  const { notes } = t().seconding;
  const { ratification, exceptAskKeys } = vote;
  const asked = vote.confirmations?.findLast(({ kind }) => kind === "NEW_GOVERNMENT");
  return [
    ...(exceptAskKeys.length > 0 ? [words.except(exceptAskKeys.join(", "))] : []),
    ...(vote.isSubstitute ? [notes.substitute] : []),
    ...(asked ? [asked.confirmedAt === null ? notes.asked : notes.confirmed] : []),
    ...(ratification ? [words.ratification[ratification.status](say.day(ratification.dueOn))] : []),
  ];
}

/** The towns in the order of their names; `now` is where the round stands, while its count is open. */
export function townsOf(
  electors: readonly Called[],
  votes: readonly VoteSeen[],
  now: Standpoint | null = null,
): Town[] {
  const words = t().approval;
  const said = new Map(votes.map((vote) => [vote.organization.code, vote]));
  return electors
    .map(({ organization: { code, name, tile }, population, seats, hasVoted, swings = [] }) => {
      const vote = said.get(code);
      const mark = markOf(hasVoted, vote);
      const changes = now && swings.length > 0 && !now.decided ? effects(swings, now) : null;
      const detail = [
        words.marks[mark],
        words.inhabitants(population),
        ...(seats > 0 ? [words.seats(seats)] : []),
        ...(vote && !vote.isTacit ? [words.castOn(say.day(vote.castAt))] : []),
        ...notesOn(vote),
        ...(changes ? [t().counting.swing(changes)] : []),
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
        swing: changes && changes.length > 0 ? t().counting.swing(changes) : null,
        isSupposed: false,
        label: `${name}: ${detail}`,
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name, "ca"));
}

/** The same towns as they would be if the pending ones said what is supposed of them. */
export function supposedTowns(towns: readonly Town[], supposition: Supposition): Town[] {
  return towns.map((town) => {
    const choice = supposition.get(town.code);
    if (choice === undefined) return town;
    const detail = [
      t().counting.supposedMark(t().approval.marks[choice]),
      t().approval.inhabitants(town.population),
    ].join(" · ");
    return { ...town, mark: choice, detail, isSupposed: true, label: `${town.name}: ${detail}` };
  });
}
