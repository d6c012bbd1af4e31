/** The record of a paper, page by page. */

import { ask } from "../graphql/client";
import { Record as RecordQuery, type RecordAnswer } from "../graphql/generated";
import { Refused } from "./failures";

export type RecordPage = NonNullable<RecordAnswer["position"]>["events"];
export type Entry = RecordPage["nodes"][number];

const PAGE = 50;

/** The newest entries, or those before a cursor. */
export async function loadRecord(reference: string, after?: string): Promise<RecordPage> {
  const { position } = await ask(RecordQuery, { reference, first: PAGE, after: after ?? null });
  if (!position) throw new Refused([{ path: ["reference"], code: "NOT_FOUND", message: reference }]);
  return position.events;
}
