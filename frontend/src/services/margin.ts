/** Threads and amendments as the margin of the text shows them, and what one writes there. */

import { rangeToCodePoints } from "../domain/offsets";
import { placeQuote, type Placed, type Quote } from "../domain/placing";
import { ask, tell } from "../graphql/client";
import {
  Draft,
  Margin,
  ReopenThread,
  Reply,
  ResolveThread,
  StartThread,
  VersionText,
  type MarginAnswer,
  type Visibility,
} from "../graphql/generated";
import { Refused } from "./failures";

type MarginPosition = NonNullable<MarginAnswer["position"]>;
export type Thread = MarginPosition["threads"]["nodes"][number];
export type Amendment = MarginPosition["amendments"]["nodes"][number];
export type { Visibility };

export interface MarginCards {
  readonly threads: readonly Thread[];
  readonly amendments: readonly Amendment[];
}

/** All of them: pages are asked for until there are no more. */
export async function loadMargin(reference: string): Promise<MarginCards> {
  const threads: Thread[] = [];
  const amendments: Amendment[] = [];
  let threadsAfter: string | null = null;
  let amendmentsAfter: string | null = null;
  for (;;) {
    const answer: MarginAnswer = await ask(Margin, { reference, threadsAfter, amendmentsAfter });
    const { position } = answer;
    if (!position) break;
    if (threads.at(-1)?.id !== position.threads.nodes.at(-1)?.id) threads.push(...position.threads.nodes);
    if (amendments.at(-1)?.id !== position.amendments.nodes.at(-1)?.id)
      amendments.push(...position.amendments.nodes);
    if (!position.threads.pageInfo.hasNextPage && !position.amendments.pageInfo.hasNextPage) break;
    threadsAfter = position.threads.pageInfo.endCursor ?? threadsAfter;
    amendmentsAfter = position.amendments.pageInfo.endCursor ?? amendmentsAfter;
  }
  return { threads, amendments };
}

/** The passage is not in the text the server has: it changed meanwhile. */
export class PassageGone extends Error {}

function locate(text: string, quote: Quote, hint: number): { start: number; end: number } {
  const placed: Placed | null = placeQuote(text, quote, hint);
  if (!placed) throw new PassageGone();
  return rangeToCodePoints(text, placed.from, placed.to);
}

/** Words of the draft with where they were seen. */
export interface Passage {
  readonly quote: Quote;
  readonly at: number;
}

export interface NewThread {
  readonly documentId: string;
  /** Absent for the whole paper. */
  readonly passage?: Passage;
  readonly body: string;
  readonly visibility: Visibility;
}

/** Begins a thread. The passage is found again in the draft as the server has it, and anchored to that sequence. */
export async function startThread({ documentId, passage, body, visibility }: NewThread): Promise<string> {
  const input = { documentId, body, visibility };
  if (!passage) return (await tell(StartThread, { input })).startThread.thread?.id ?? "";
  const { node } = await ask(Draft, { id: documentId });
  const draft = node?.__typename === "Document" ? node.draft : null;
  if (!draft) throw new Refused([{ path: ["documentId"], code: "NOT_FOUND", message: documentId }]);
  const place = locate(draft.text, passage.quote, passage.at);
  const answer = await tell(StartThread, { input: { ...input, draftSequence: draft.sequence, ...place } });
  return answer.startThread.thread?.id ?? "";
}

export async function reply(threadId: string, body: string): Promise<void> {
  await tell(Reply, { input: { threadId, body } });
}

export async function resolveThread(threadId: string): Promise<void> {
  await tell(ResolveThread, { input: { threadId } });
}

export async function reopenThread(threadId: string): Promise<void> {
  await tell(ReopenThread, { input: { threadId } });
}

/** Finds a passage in a version, in code points of that version; PassageGone when it is newer than the version. */
export async function locateInVersion(
  documentId: string,
  versionNumber: number,
  { quote, at }: Passage,
): Promise<{ start: number; end: number; original: string }> {
  const { node } = await ask(VersionText, { id: documentId, number: versionNumber });
  const version = node?.__typename === "Document" ? node.version : null;
  if (!version) throw new Refused([{ path: ["versionNumber"], code: "NOT_FOUND", message: "" }]);
  return { ...locate(version.text, quote, at), original: quote.exact };
}
