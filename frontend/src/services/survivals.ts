/** What a town said before a round, what it may confirm there, and which reservations still stand. */

import { ask, tell } from "../graphql/client";
import {
  ConfirmApproval,
  Earlier as EarlierQuery,
  StandingReservations,
  type ConfirmApprovalInput,
  type EarlierAnswer,
  type StandingReservationsAnswer,
} from "../graphql/generated";
import { Refused } from "./failures";
import type { Vote } from "./rounds";

export type Earlier = NonNullable<NonNullable<EarlierAnswer["position"]>["round"]>;
export type EarlierVote = NonNullable<Earlier["viewerEarlierVote"]>;
export type LastWord = NonNullable<Earlier["viewerLastWord"]>;
export type Standing = NonNullable<StandingReservationsAnswer["position"]>["standingReservations"][number];

/** What the town said before a round, in the town's own eyes. */
export async function loadEarlier(reference: string, number: number): Promise<Earlier> {
  const { position } = await ask(EarlierQuery, { reference, number });
  if (!position?.round) throw new Refused([{ path: ["number"], code: "NOT_FOUND", message: String(number) }]);
  return position.round;
}

/** Approves the newer text as the earlier one was approved, and gives the new vote back. */
export async function confirmApproval(
  fields: Omit<ConfirmApprovalInput, "idempotencyKey">,
  key: string,
): Promise<Vote> {
  const { vote } = (await tell(ConfirmApproval, { input: { ...fields, idempotencyKey: key } }))
    .confirmApproval;
  if (!vote) throw new Refused([{ path: [], code: "INVALID", message: "" }]);
  return vote;
}

/** The conditions that towns still hold, for the next version to meet. */
export async function loadStanding(reference: string): Promise<readonly Standing[]> {
  return (await ask(StandingReservations, { reference })).position?.standingReservations ?? [];
}
