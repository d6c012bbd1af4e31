/** Opening a round: what it will do, taking it back, giving it more time. */

import { shownInBrussels } from "../domain/brussels";
import type { Language } from "../domain/language";
import { ask, tell } from "../graphql/client";
import {
  ExtendRound,
  OpeningPreview,
  RecallRound,
  UsualClosing,
  type OpeningPreviewAnswer,
} from "../graphql/generated";
import { Refused } from "./failures";
import type { OpenRoundFields } from "./rounds";

export type Preview = NonNullable<OpeningPreviewAnswer["openingPreview"]>;
export type Caution = Preview["cautions"][number];

/** When a round of so many working days usually closes, as Brussels' clock shows it; one that opens now without a moment. */
export async function loadUsualClosing(workingDays: number, opensAt: string | null = null): Promise<string> {
  const { usualClosing } = await ask(UsualClosing, { workingDays, opensAt });
  return shownInBrussels(new Date(usualClosing));
}

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
