/** Versions saved by name, and Word files brought in. */

import type { Overlap } from "../domain/overlaps";
import {
  ask,
  idempotencyKey,
  requestHeaders,
  tell,
  Refused,
  Unreachable,
  type UserError,
} from "../graphql/client";
import { Draft, SaveVersion } from "../graphql/generated";

export async function saveVersion(documentId: string, label: string, note: string): Promise<number> {
  const input = { documentId, label: label || null, note: note || null, idempotencyKey: idempotencyKey() };
  return (await tell(SaveVersion, { input })).saveVersion.version?.number ?? 0;
}

/** The number of the last edit the server keeps of a draft. */
export async function draftSequence(documentId: string): Promise<number> {
  const { node } = await ask(Draft, { id: documentId });
  return node?.__typename === "Document" ? (node.draft?.sequence ?? 0) : 0;
}

/** The text of a draft as the server has it; null for whoever may not read it. */
export async function draftText(documentId: string): Promise<string | null> {
  const { node } = await ask(Draft, { id: documentId });
  return node?.__typename === "Document" ? (node.draft?.text ?? null) : null;
}

const MEDIA_TYPES: Record<string, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  md: "text/markdown",
};

/** The endings of files that can be brought in. */
export const IMPORTABLE = Object.keys(MEDIA_TYPES).map((ending) => `.${ending}`);

export interface Imported {
  readonly draft: { readonly sequence: number; readonly text: string } | null;
  readonly overlaps: readonly Overlap[];
}

/** Puts a file's text into the draft; answers the draft and the passages that others had touched as well. */
export async function importFile(
  reference: string,
  language: string,
  base: number,
  file: File,
): Promise<Imported> {
  return sendFile<Imported>(reference, language, `import?base=${base}&onConflict=MERGE`, file);
}

/** Sends a file to a text's address and gives what is answered; refusals are thrown. */
export async function sendFile<Answer>(
  reference: string,
  language: string,
  address: string,
  file: File,
): Promise<Answer> {
  const ending = file.name.split(".").at(-1)?.toLowerCase() ?? "";
  const path = `/positions/${encodeURIComponent(reference)}/${encodeURIComponent(language)}/${address}`;
  const response = await fetch(path, {
    method: "POST",
    body: file,
    credentials: "same-origin",
    headers: {
      ...requestHeaders(),
      "Content-Type": MEDIA_TYPES[ending] ?? "application/octet-stream",
      "X-Filename": encodeURIComponent(file.name),
    },
  }).catch((fault: unknown) => {
    throw new Unreachable(String(fault));
  });
  const answer = (await response.json().catch(() => null)) as
    (Answer & { readonly userErrors: readonly UserError[] }) | null;
  if (!answer) throw new Unreachable(`${path}: ${response.status}`);
  if (answer.userErrors?.length > 0) throw new Refused(answer.userErrors);
  return answer;
}
