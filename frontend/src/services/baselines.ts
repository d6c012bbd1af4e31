/** Since when the member may want to know what changed, and the note that it was read. */

import { ask, tell } from "../graphql/client";
import { Baselines, MarkRead, type BaselinesAnswer } from "../graphql/generated";

type Answered = Extract<BaselinesAnswer["node"], { readonly __typename: "Document" }>;
export type Baseline = Answered["viewerBaselines"][number];

export async function loadBaselines(documentId: string): Promise<readonly Baseline[]> {
  const { node } = await ask(Baselines, { id: documentId });
  return node?.__typename === "Document" ? node.viewerBaselines : [];
}

/** Remembers that the draft was read as it stood at a sequence, or as it stands now. */
export async function markRead(documentId: string, sequence?: number): Promise<void> {
  await tell(MarkRead, { input: { documentId, ...(sequence === undefined ? {} : { sequence }) } });
}
