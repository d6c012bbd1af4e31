/** Published positions, as everybody reads them. */

import type { Language } from "../domain/language";
import { ask } from "../graphql/client";
import { PublicPosition, type PublicPositionAnswer } from "../graphql/generated";
import { Refused } from "./failures";

export type Publication = NonNullable<PublicPositionAnswer["position"]>;
export type PublicText = Publication["documents"][number];
export type PublicRound = Publication["rounds"]["nodes"][number];

/** A position as it is public; Refused with NOT_FOUND where it is not. */
export async function openPublication(reference: string, language: Language): Promise<Publication> {
  const { position } = await ask(PublicPosition, { reference, language });
  if (!position?.isPublished)
    throw new Refused([{ path: ["reference"], code: "NOT_FOUND", message: reference }]);
  return position;
}

/** Where a version can be had as a file. */
export function fileAddress(
  reference: string,
  language: string,
  number: number,
  ending: "md" | "html",
): string {
  return `/positions/${encodeURIComponent(reference)}/${language}/versions/${number}.${ending}`;
}
