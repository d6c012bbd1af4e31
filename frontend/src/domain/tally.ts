/** How a round stands, from the typed tally: the one sentence, the bars of the thresholds, the mark of each organization. */

export type Measure = "ORGANIZATIONS" | "POPULATION" | "SEATS";
export type Basis = "CAST" | "EXPRESSED" | "ELIGIBLE";
export type Choice = "APPROVE" | "OBJECT" | "ABSTAIN" | "RECUSE";
export type RoundStatus = "SCHEDULED" | "OPEN" | "PASSED" | "FAILED" | "BROKEN" | "VOID";

/** What an organization shows: its choice, silence that stood for consent, nothing yet, or a vote nobody may see yet. */
export const MARKS = ["APPROVE", "TACIT", "OBJECT", "ABSTAIN", "RECUSE", "PENDING", "SEALED"] as const;
export type Mark = (typeof MARKS)[number];

export interface Weight {
  readonly organizations: number;
  readonly population: number;
  readonly seats: number;
}

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export interface Threshold {
  readonly of: Measure;
  readonly basis: Basis;
  readonly required: Fraction;
  readonly reached: Fraction;
  readonly isStrict: boolean;
  readonly met: boolean;
}

export interface Missing {
  readonly kind: Measure | "QUORUM" | "OBJECTIONS" | "RESERVATIONS";
  readonly organizations: number | null;
  readonly population: number | null;
  readonly seats: number | null;
}

export interface Tally {
  readonly approving: Weight;
  readonly objecting: Weight;
  readonly abstaining: Weight;
  readonly recused: Weight;
  readonly pending: Weight;
  readonly tacit: Weight;
  /** Approvals that count as abstentions or objections because a reservation stands; among those. */
  readonly reserved: Weight;
  readonly thresholds: readonly Threshold[];
  readonly isBroken: boolean;
  readonly decided: boolean;
  readonly wouldPass: boolean;
  /** A tie that the rule has voted again. */
  readonly wouldRepeat: boolean;
  readonly missing: readonly Missing[];
}

export interface Standing {
  readonly status: RoundStatus;
  readonly awaitsSecondVote: boolean;
  readonly takesVotes: boolean;
  readonly silence: "NONE" | "CONSENT";
  readonly tally: Tally | null;
}

/** What the first sentence says. */
export type Verdict =
  | {
      readonly kind:
        | "scheduled"
        | "sealed"
        | "counting"
        | "objected"
        | "wouldPass"
        | "wouldTie"
        | "tied"
        | "wasTied"
        | "decidedYes"
        | "decidedNo"
        | "passed"
        | "failed"
        | "broken"
        | "void";
    }
  | { readonly kind: "lacking" | "blocked" | "fellShort"; readonly missing: readonly Missing[] };

const ENDED = { PASSED: "passed", FAILED: "failed", BROKEN: "broken", VOID: "void" } as const;

/** What a count that is over was short of: only of those called, because every other base would have moved with the votes. */
function shortfalls({ tally, silence }: { tally: Tally; silence: string }): Missing[] {
  return tally.thresholds
    .filter(({ met, basis }) => !met && basis === "ELIGIBLE")
    .map((threshold) => {
      const { of: kind, needed: asked, reached } = barOf(threshold, { tally, silence });
      const short = asked - reached;
      return {
        kind,
        organizations: kind === "ORGANIZATIONS" ? short : null,
        population: kind === "POPULATION" ? short : null,
        seats: kind === "SEATS" ? short : null,
      };
    });
}

/** The answer to "will it pass?", or what became of it. */
export function verdict({ status, awaitsSecondVote, takesVotes, silence, tally }: Standing): Verdict {
  if (status === "SCHEDULED") return { kind: "scheduled" };
  if (awaitsSecondVote) return { kind: "tied" };
  if (status === "FAILED" && tally) {
    if (tally.wouldRepeat) return { kind: "wasTied" };
    const missing = shortfalls({ tally, silence });
    if (missing.length > 0) return { kind: "fellShort", missing };
  }
  if (status !== "OPEN") return { kind: ENDED[status] };
  if (!tally) return { kind: "sealed" };
  if (tally.isBroken) return { kind: "objected" };
  if (tally.decided && tally.wouldPass) return { kind: "decidedYes" };
  if (tally.wouldRepeat && takesVotes) return { kind: "wouldTie" };
  // What stands against it may still be taken back by whoever put it there, until the end.
  const isBlocked = tally.missing.some(({ kind }) => kind === "OBJECTIONS" || kind === "RESERVATIONS");
  if (tally.decided)
    return takesVotes && isBlocked ? { kind: "blocked", missing: tally.missing } : { kind: "decidedNo" };
  if (!takesVotes) return { kind: "counting" };
  return tally.wouldPass ? { kind: "wouldPass" } : { kind: "lacking", missing: tally.missing };
}

export type Tone = "yes" | "no" | "waiting";

/** Whether a verdict is good news, bad news, or none yet. */
export function toneOf({ kind }: Verdict): Tone {
  if (kind === "passed" || kind === "wouldPass" || kind === "decidedYes") return "yes";
  return kind === "failed" ||
    kind === "wasTied" ||
    kind === "fellShort" ||
    kind === "blocked" ||
    kind === "broken" ||
    kind === "objected" ||
    kind === "decidedNo" ||
    kind === "void"
    ? "no"
    : "waiting";
}

export function amount(weight: Weight, of: Measure): number {
  return of === "POPULATION" ? weight.population : of === "SEATS" ? weight.seats : weight.organizations;
}

export interface Segment {
  readonly mark: Mark;
  readonly amount: number;
  /** Of the bar, from 0 to 1. */
  readonly share: number;
}

export interface Bar {
  readonly of: Measure;
  readonly basis: Basis;
  readonly segments: readonly Segment[];
  /** What the share is of. */
  readonly base: number;
  readonly reached: number;
  /** The least amount that does. */
  readonly needed: number;
  /** Where the mark stands on the bar, from 0 to 1. */
  readonly required: number;
  readonly met: boolean;
}

const ORDER = ["APPROVE", "TACIT", "PENDING", "ABSTAIN", "OBJECT"] as const;
const COUNTED: Record<Basis, readonly Mark[]> = {
  ELIGIBLE: ORDER,
  CAST: ["APPROVE", "TACIT", "ABSTAIN", "OBJECT"],
  EXPRESSED: ["APPROVE", "TACIT", "OBJECT"],
};

/** The smallest whole amount that reaches a share of the base, or exceeds it. */
export function needed(base: number, { numerator, denominator }: Fraction, isStrict: boolean): number {
  const exact = (base * numerator) / denominator;
  return isStrict ? Math.floor(exact) + 1 : Math.ceil(exact - 1e-9);
}

/** A threshold as a bar: approvals from the left, what is open next, what stands against it at the right. */
export function barOf(threshold: Threshold, { tally, silence }: { tally: Tally; silence: string }): Bar {
  const { of, basis } = threshold;
  // While silence stands for consent, whoever has said nothing would approve tacitly if it closed now.
  const consents = silence === "CONSENT" && !tally.isBroken;
  const weights: Record<(typeof ORDER)[number], number> = {
    APPROVE: amount(tally.approving, of),
    TACIT: amount(tally.tacit, of) + (consents ? amount(tally.pending, of) : 0),
    PENDING: consents ? 0 : amount(tally.pending, of),
    ABSTAIN: amount(tally.abstaining, of),
    OBJECT: amount(tally.objecting, of),
  };
  const counted = ORDER.filter((mark) => COUNTED[basis].includes(mark));
  const base = counted.reduce((sum, mark) => sum + weights[mark], 0);
  const segments = counted
    .map((mark) => ({ mark, amount: weights[mark], share: base > 0 ? weights[mark] / base : 0 }))
    .filter((segment) => segment.amount > 0);
  return {
    of,
    basis,
    segments,
    base,
    reached: weights.APPROVE + weights.TACIT,
    needed: needed(base, threshold.required, threshold.isStrict),
    required: threshold.required.numerator / threshold.required.denominator,
    met: threshold.met,
  };
}

/** What an organization shows on the map. */
export function markOf(
  hasVoted: boolean,
  vote: { readonly choice: Choice; readonly isTacit: boolean } | undefined,
): Mark {
  if (vote) return vote.isTacit ? "TACIT" : vote.choice;
  return hasVoted ? "SEALED" : "PENDING";
}
