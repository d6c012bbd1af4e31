/** Rounds: how each stands, and the acts of opening, voting, recording, closing. */

import { ask, idempotencyKey, tell } from "../graphql/client";
import {
  CastVote,
  CloseRound,
  LiftReservation,
  OpenRound,
  RecordVotes,
  Round as RoundQuery,
  Rounds,
  Routes,
  WhatIf,
  type CastVoteInput,
  type OpenRoundInput,
  type RecordVotesInput,
  type RoundAnswer,
  type RoundClosing,
  type RoundsAnswer,
  type RoutesAnswer,
  type SupposedVoteInput,
} from "../graphql/generated";
import type { Language } from "../domain/language";
import { Refused } from "./failures";

type RoundsPosition = NonNullable<RoundsAnswer["position"]>;
export type RoundEntry = RoundsPosition["rounds"]["nodes"][number];
export type Ask = RoundsPosition["asks"][number];
export type Round = NonNullable<NonNullable<RoundAnswer["position"]>["round"]>;
export type Elector = Round["electorate"]["nodes"][number];
export type Vote = Round["votes"]["nodes"][number];
export type Reservation = Vote["reservations"][number];
export type Rule = Round["rule"];
export type Route = RoutesAnswer["routes"][number];
export type Step = Route["steps"][number];
export type CastVoteFields = Omit<CastVoteInput, "idempotencyKey">;
export type OpenRoundFields = Omit<OpenRoundInput, "idempotencyKey">;
export type { RecordVotesInput };

export interface Approval {
  readonly rounds: readonly RoundEntry[];
  readonly asks: readonly Ask[];
}

/** The rounds of a paper, by number, and the asks of its text. */
export async function loadRounds(reference: string): Promise<Approval> {
  const { position } = await ask(Rounds, { reference });
  if (!position) throw new Refused([{ path: ["reference"], code: "NOT_FOUND", message: reference }]);
  return { rounds: position.rounds.nodes, asks: position.asks };
}

/** One round with its electorate and the votes that count. */
export async function loadRound(reference: string, number: number): Promise<Round> {
  const { position } = await ask(RoundQuery, { reference, number });
  if (!position?.round) throw new Refused([{ path: ["number"], code: "NOT_FOUND", message: String(number) }]);
  return position.round;
}

/** How a round would stand if these towns said this; nothing is kept. */
export async function whatIf(
  reference: string,
  number: number,
  votes: readonly SupposedVoteInput[],
): Promise<NonNullable<Round["tally"]> | null> {
  const { position } = await ask(WhatIf, { reference, number, votes });
  return position?.round?.whatIf ?? null;
}

export async function loadRoutes(language: Language): Promise<readonly Route[]> {
  return (await ask(Routes, { language })).routes;
}

/** Opens or schedules a round and gives its number. The key is the form's, so that a second click opens no second round. */
export async function openRound(fields: OpenRoundFields, key: string): Promise<number> {
  const answer = await tell(OpenRound, { input: { ...fields, idempotencyKey: key } });
  return answer.openRound.round?.number ?? 0;
}

export async function closeRound(roundId: string, outcome: RoundClosing, reason?: string): Promise<void> {
  await tell(CloseRound, { input: { roundId, outcome, reason: reason ?? null } });
}

/** Casts the organization's vote and gives it back as it was recorded. */
export async function castVote(fields: CastVoteFields, key: string): Promise<Vote> {
  const { vote } = (await tell(CastVote, { input: { ...fields, idempotencyKey: key } })).castVote;
  if (!vote) throw new Refused([{ path: [], code: "INVALID", message: "" }]);
  return vote;
}

export async function recordVotes(input: RecordVotesInput): Promise<void> {
  await tell(RecordVotes, { input });
}

export async function liftReservation(reservationId: string): Promise<void> {
  await tell(LiftReservation, { input: { reservationId } });
}

/** A key for one filled-in form. */
export const formKey = idempotencyKey;
