/** Amendments: listed, proposed, taken back, decided. */

import { ask, idempotencyKey, tell } from "../graphql/client";
import { Early } from "../graphql/early";
import {
  Amendments,
  ProposeAmendment,
  WithdrawAmendment,
  WordingNow,
  type AmendmentRowFragment,
  type AmendmentsAnswer,
  type Decision,
} from "../graphql/generated";

export type AmendmentRow = AmendmentRowFragment;
export type { Decision };

/** The amendments in the order of the text, or the first of them. */
export interface AmendmentTable {
  readonly amendments: readonly AmendmentRow[];
  readonly total: number;
  readonly isWhole: boolean;
  readonly tablingDeadline: string | null;
}

/** A screenful comes first, so that nobody waits for what is below. */
const FIRST = 8;
const PAGE = 100;

const early = new Early<Begun>();

/** Asks for the first of them before the page that shows them is there. */
export function expectAmendments(reference: string): void {
  early.expect(reference, () => askPage(reference, NONE, FIRST));
}

/** All of them; `onPart` is told what there is so far, page after page. */
export async function loadAmendments(
  reference: string,
  onPart: (part: AmendmentTable) => void,
): Promise<AmendmentTable> {
  let table = await early.take(reference, () => askPage(reference, NONE, FIRST));
  while (!table.isWhole) {
    onPart(table);
    table = await askPage(reference, table, PAGE);
  }
  return table;
}

interface Begun extends AmendmentTable {
  readonly after: string | null;
}

const NONE: Begun = { amendments: [], total: 0, isWhole: false, tablingDeadline: null, after: null };

async function askPage(reference: string, so: Begun, first: number): Promise<Begun> {
  const { position }: AmendmentsAnswer = await ask(Amendments, { reference, first, after: so.after });
  if (!position) return { ...so, isWhole: true };
  const { nodes, totalCount: total, pageInfo } = position.amendments;
  // What moved in the text between two pages comes again.
  const rows = new Map([...so.amendments, ...nodes].map((row) => [row.id, row]));
  return {
    amendments: [...rows.values()],
    total,
    isWhole: !pageInfo.hasNextPage,
    tablingDeadline: position.tablingDeadline,
    after: pageInfo.endCursor,
  };
}

/** What the wording of a part begins with: the passage as it is now with the amendment in it; empty where it is gone. */
export async function wordingNow(id: string): Promise<string> {
  const { node } = await ask(WordingNow, { id });
  return (node?.__typename === "Amendment" ? node.proposedNow : null) ?? "";
}

export interface Tabling {
  readonly documentId: string;
  readonly versionNumber: number;
  /** Code points of that version. */
  readonly start: number;
  readonly end: number;
  readonly proposedText: string;
  readonly justification: string;
  readonly cosponsorCodes: readonly string[];
  /** The amendments that fall when this one is incorporated. */
  readonly replaces: readonly string[];
}

/** Tables an amendment and gives its number. */
export async function tableAmendment(tabling: Tabling, key: string): Promise<number> {
  const answer = await tell(ProposeAmendment, { input: { ...tabling, idempotencyKey: key } });
  return answer.proposeAmendment.amendment?.number ?? 0;
}

/** A key for one proposal: sending it again after a lost answer tables it once. */
export const proposalKey = idempotencyKey;

export async function withdrawAmendment(amendmentId: string, reason: string): Promise<void> {
  await tell(WithdrawAmendment, { input: { amendmentId, reason: reason || null } });
}
