/** The texts of a paper as a sender sees them: which stand for the position, and in which version. */

import type { Sending } from "../../services/submissions";

export interface SendableText {
  readonly language: string;
  readonly isOriginal: boolean;
  readonly isReady: boolean;
  readonly isStale: boolean;
  readonly number: number | undefined;
  readonly label: string | null;
}

export function textsOf({ documents }: Pick<Sending, "documents">): readonly SendableText[] {
  return documents.map(({ language, isOriginal, isStale, approvedVersion }) => ({
    language,
    isOriginal,
    isStale,
    isReady: approvedVersion !== null && (isOriginal || !isStale),
    number: approvedVersion?.number,
    label: approvedVersion?.label ?? null,
  }));
}
