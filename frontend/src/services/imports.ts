/** Word files with tracked changes and comments: read, and what was chosen of them brought in. */

import { idempotencyKey, tell } from "../graphql/client";
import { ImportChanges } from "../graphql/generated";
import type { Chosen, Reading } from "../domain/importing";
import { inputOf } from "../domain/importing";
import { sendFile } from "./text";

interface Answer {
  readonly reading: Reading | null;
}

/** What a file proposes and says, and where that stands in the paper; nothing is kept. */
export async function readChanges(reference: string, language: string, file: File): Promise<Reading> {
  const { reading } = await sendFile<Answer>(reference, language, "import/changes", file);
  return reading as Reading;
}

/** A key for one choice: sending it again after a lost answer does it once. */
export const importKey = idempotencyKey;

export interface Brought {
  readonly amendments: number;
  readonly threads: number;
}

export async function importChanges(reading: Reading, chosen: Chosen, key: string): Promise<Brought> {
  const answer = await tell(ImportChanges, { input: { ...inputOf(reading, chosen), idempotencyKey: key } });
  const { amendments, threads } = answer.importChanges;
  return { amendments: amendments?.length ?? 0, threads: threads?.length ?? 0 };
}
