/** Opening a round: what it will do, taking it back, giving it more time. */

import type { Language } from "../domain/language";
import { ask, tell } from "../graphql/client";
import { ExtendRound, OpeningPreview, RecallRound, type OpeningPreviewAnswer } from "../graphql/generated";
import { Refused } from "./failures";
import type { OpenRoundFields } from "./rounds";

export type Preview = NonNullable<OpeningPreviewAnswer["openingPreview"]>;
export type Caution = Preview["cautions"][number];

/** What opening a round would do; nothing is opened. */
export async function previewOpening(fields: OpenRoundFields, language: Language): Promise<Preview> {
  const { openingPreview } = await ask(OpeningPreview, { input: fields, language });
  if (!openingPreview) throw new Refused([{ path: [], code: "FORBIDDEN", message: "" }]);
  return openingPreview;
}

export async function recallRound(roundId: string, reason: string): Promise<void> {
  await tell(RecallRound, { input: { roundId, reason } });
}

export async function extendRound(roundId: string, closesAt: string, reason: string): Promise<void> {
  await tell(ExtendRound, { input: { roundId, closesAt, reason } });
}
