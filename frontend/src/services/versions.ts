/** The history of a document: versions, what changed between them, who wrote what, going back. */

import { ask, tell } from "../graphql/client";
import {
  Authorship,
  AuthorshipNow,
  Comparison,
  ComparisonSize,
  Gates,
  History,
  RestoreVersion,
  VersionText,
  type AuthorshipNowAnswer,
  type ComparisonAnswer,
  type GatesAnswer,
  type HistoryAnswer,
  type VersionTextAnswer,
} from "../graphql/generated";
import type { Pair } from "../domain/history";
import { Refused } from "./failures";

type Of<Answer extends { node: unknown }> = Extract<Answer["node"], { readonly __typename: "Document" }>;
export type Version = Of<HistoryAnswer>["versions"]["nodes"][number];
export type VersionRead = NonNullable<Of<VersionTextAnswer>["version"]>;
type AuthoredNow = NonNullable<Of<AuthorshipNowAnswer>["draft"]>;
/** Who wrote what in a version or, without a number, in the text as it is now. */
export type Authored = AuthoredNow & { readonly number: number | null; readonly label: string | null };
export type Difference = NonNullable<Of<ComparisonAnswer>["comparison"]>;
export type Gate = NonNullable<GatesAnswer["position"]>["rounds"]["nodes"][number];

export interface DocumentHistory {
  readonly versions: readonly Version[];
  readonly hasMore: boolean;
  /** How many automatic versions are not listed, because others of about the same time are. */
  readonly thinned: number;
  /** Null for who may not read the draft. */
  readonly draft: Of<HistoryAnswer>["draft"];
  readonly approved: number | null;
  /** The rounds held on versions of this document. */
  readonly gates: readonly Gate[];
}

function unknown(field: string, what: string): Refused {
  return new Refused([{ path: [field], code: "NOT_FOUND", message: what }]);
}

/** How many versions one look at the history asks for. */
export const A_LOOK = 100;

/**
 * The newest versions: at least `wanted` of them, and all down to the number `until`; `hasMore` tells whether there are older ones.
 * Automatic ones are thinned with age, unless all are wanted.
 */
export async function loadHistory(
  reference: string,
  documentId: string,
  { wanted, until, isWhole }: { wanted: number; until: number; isWhole: boolean },
): Promise<DocumentHistory> {
  const rounds = ask(Gates, { reference });
  const versions: Version[] = [];
  let after: string | null = null;
  for (;;) {
    const { node }: HistoryAnswer = await ask(History, { id: documentId, after, isWhole });
    if (node?.__typename !== "Document") throw unknown("documentId", documentId);
    versions.push(...node.versions.nodes);
    const hasMore = node.versions.pageInfo.hasNextPage;
    if (hasMore && (versions.length < wanted || (versions.at(-1)?.number ?? 0) > until)) {
      after = node.versions.pageInfo.endCursor;
      continue;
    }
    const held = (await rounds).position?.rounds.nodes ?? [];
    const gates = held.filter(({ document }) => document.id === documentId);
    const thinned = node.every.totalCount - node.versions.totalCount;
    const approved = node.approvedVersion?.number ?? null;
    return { versions, hasMore, thinned, draft: node.draft, approved, gates };
  }
}

export async function compare(documentId: string, { base, head, since }: Pair): Promise<Difference> {
  const from = since === undefined ? { base } : { since };
  const { node } = await ask(Comparison, { id: documentId, ...from, head });
  const comparison = node?.__typename === "Document" ? node.comparison : null;
  if (!comparison) throw unknown("base", String(base));
  return comparison;
}

/** Only how many words came and went. */
export async function compareSizes(
  documentId: string,
  { base, head }: Pair,
): Promise<{ inserted: number; deleted: number } | null> {
  const { node } = await ask(ComparisonSize, { id: documentId, base, head });
  const comparison = node?.__typename === "Document" ? node.comparison : null;
  return comparison && { inserted: comparison.insertedWords, deleted: comparison.deletedWords };
}

export async function readVersion(documentId: string, number: number): Promise<VersionRead> {
  const { node } = await ask(VersionText, { id: documentId, number });
  const version = node?.__typename === "Document" ? node.version : null;
  if (!version) throw unknown("number", String(number));
  return version;
}

/** Of a version or, without a number, of the text as it is now. */
export async function readAuthorship(documentId: string, number: number | null): Promise<Authored> {
  if (number === null) {
    const { node } = await ask(AuthorshipNow, { id: documentId });
    const draft = node?.__typename === "Document" ? node.draft : null;
    if (!draft) throw unknown("documentId", documentId);
    return { ...draft, number, label: null };
  }
  const { node } = await ask(Authorship, { id: documentId, number });
  const version = node?.__typename === "Document" ? node.version : null;
  if (!version) throw unknown("number", String(number));
  return version;
}

/** Edits the draft back to a version's text. */
export async function restoreVersion(documentId: string, number: number): Promise<void> {
  await tell(RestoreVersion, { input: { documentId, number } });
}
