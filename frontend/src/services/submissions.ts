/** Sending an adopted text: what is ready, the acts of sending and of noting what came back, and files kept with it. */

import {
  ask,
  idempotencyKey,
  requestHeaders,
  tell,
  Refused,
  Unreachable,
  type UserError,
} from "../graphql/client";
import {
  Checklist,
  Feedback as FeedbackQuery,
  PublicSubmissions,
  RecordReply,
  RecordSubmission,
  RegisterSubmission,
  RemoveAttachment,
  Sending as SendingQuery,
  UpdateChannel,
  type FeedbackAnswer,
  type RecordReplyInput,
  type RecordSubmissionInput,
  type RegisterSubmissionInput,
  type SendingAnswer,
  type SubmissionPlanInput,
  type UpdateChannelInput,
} from "../graphql/generated";
import type { Language } from "../domain/language";
import type { Finding } from "../domain/sending";

type SendingPosition = NonNullable<SendingAnswer["position"]>;
export type Sending = SendingPosition & { readonly presidencies: SendingAnswer["presidencies"] };
export type Addressee = SendingPosition["addressees"][number];
export type Channel = Addressee["channels"][number];
export type Submission = SendingPosition["submissions"][number];
export type Attachment = SendingPosition["attachments"][number];
export type Feedback = NonNullable<NonNullable<FeedbackAnswer["position"]>["feedback"]>;
export type { RecordReplyInput, RegisterSubmissionInput, SubmissionPlanInput, UpdateChannelInput };
export type SubmissionFields = Omit<RecordSubmissionInput, "idempotencyKey">;

function unknown(reference: string): Refused {
  return new Refused([{ path: ["reference"], code: "NOT_FOUND", message: reference }]);
}

export async function loadSending(reference: string, language: Language): Promise<Sending> {
  const { position, presidencies } = await ask(SendingQuery, { reference, language });
  if (!position) throw unknown(reference);
  return { ...position, presidencies };
}

/** What everybody may read of a published position's submissions. */
export async function loadPublicSubmissions(
  reference: string,
  language: Language,
): Promise<readonly Submission[]> {
  const { position } = await ask(PublicSubmissions, { reference, language });
  return position?.submissions ?? [];
}

/** What the server finds about a plan; nothing where there is no such channel. */
export async function loadChecklist(
  reference: string,
  plan: SubmissionPlanInput,
): Promise<readonly Finding[]> {
  const { position } = await ask(Checklist, { reference, plan });
  return position?.checklist ?? [];
}

export async function loadFeedback(reference: string, language: string): Promise<Feedback | null> {
  return (await ask(FeedbackQuery, { reference, language })).position?.feedback ?? null;
}

/** Seals the dossier; the key is the form's, so that a second click sends nothing twice. */
export async function recordSubmission(fields: SubmissionFields, key: string): Promise<string> {
  const answer = await tell(RecordSubmission, { input: { ...fields, idempotencyKey: key } });
  return answer.recordSubmission.submission?.id ?? "";
}

export async function registerSubmission(input: RegisterSubmissionInput): Promise<void> {
  await tell(RegisterSubmission, { input });
}

export async function recordReply(
  input: Omit<RecordReplyInput, "idempotencyKey">,
  key: string,
): Promise<void> {
  await tell(RecordReply, { input: { ...input, idempotencyKey: key } });
}

export async function updateChannel(input: UpdateChannelInput): Promise<void> {
  await tell(UpdateChannel, { input });
}

export async function removeAttachment(attachmentId: string): Promise<void> {
  await tell(RemoveAttachment, { input: { attachmentId } });
}

interface Attached {
  readonly attachment: { readonly id: string } | null;
  readonly userErrors: readonly UserError[];
}

/** Keeps a file with the position; answers its id. */
export async function attachFile(reference: string, file: File, isAnnex: boolean): Promise<string> {
  const path = `/positions/${encodeURIComponent(reference)}/attachments?annex=${isAnnex}`;
  const response = await fetch(path, {
    method: "POST",
    body: file,
    credentials: "same-origin",
    headers: {
      ...requestHeaders(),
      "Content-Type": "application/octet-stream",
      "X-Filename": encodeURIComponent(file.name),
    },
  }).catch((fault: unknown) => {
    throw new Unreachable(String(fault));
  });
  const answer = (await response.json().catch(() => null)) as Attached | null;
  if (!answer) throw new Unreachable(`${path}: ${response.status}`);
  if (answer.userErrors?.length > 0) throw new Refused(answer.userErrors);
  return answer.attachment?.id ?? "";
}

/** A key for one filled-in form. */
export const formKey = idempotencyKey;
