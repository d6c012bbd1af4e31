/** What came of a position: read by everybody who sees it, recorded by coordinators. */

import type { Language } from "../domain/language";
import { ask, tell } from "../graphql/client";
import { FollowUp, RecordUptake, type FollowUpAnswer, type RecordUptakeInput } from "../graphql/generated";
import { Refused } from "./failures";

export type FollowUpPosition = NonNullable<FollowUpAnswer["position"]>;
export type Uptake = FollowUpPosition["asks"][number]["uptakes"][number];
export type Observation = Uptake["earlier"][number];

/** The asks of a position with what institutions did with each. */
export async function loadFollowUp(reference: string, language: Language): Promise<FollowUpPosition> {
  const { position } = await ask(FollowUp, { reference, language });
  if (!position) throw new Refused([{ path: ["reference"], code: "NOT_FOUND", message: reference }]);
  return position;
}

export type UptakeWish = Omit<RecordUptakeInput, "organizationCode">;

export async function recordUptake(input: UptakeWish): Promise<void> {
  await tell(RecordUptake, { input });
}
