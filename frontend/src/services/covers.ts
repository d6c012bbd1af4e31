/** The cover of a position: what a coordinator changes on it. */

import { ask, tell } from "../graphql/client";
import {
  Cover as CoverQuery,
  UpdatePosition,
  type CoverAnswer,
  type UpdatePositionInput,
} from "../graphql/generated";
import type { Language } from "../domain/language";
import { Refused } from "./failures";

export type Cover = NonNullable<CoverAnswer["position"]>;
export type { UpdatePositionInput };

export async function loadCover(reference: string, language: Language): Promise<Cover> {
  const { position } = await ask(CoverQuery, { reference, language });
  if (!position) throw new Refused([{ path: ["reference"], code: "NOT_FOUND", message: reference }]);
  return position;
}

/** Refused with STALE when anything happened to the position since `expectedUpdatedAt`. */
export async function updateCover(input: UpdatePositionInput): Promise<void> {
  await tell(UpdatePosition, { input });
}
