/** What stands beside an adopted text: who signs it, what is annexed, how it was corrected. */

import { ask, idempotencyKey, tell } from "../graphql/client";
import {
  AdoptedText as AdoptedTextQuery,
  Adoption as AdoptionQuery,
  AnnexStatement,
  CorrectText,
  RoundStatements as RoundStatementsQuery,
  SignStatement,
  WithdrawSignature,
  type AdoptedTextAnswer,
  type AdoptionAnswer,
  type AnnexStatementInput,
  type CorrectTextInput,
  type RoundStatementsAnswer,
  type WithdrawSignatureInput,
} from "../graphql/generated";
import { Refused } from "./failures";

export type Adoption = NonNullable<AdoptionAnswer["position"]>;
export type Signatory = Adoption["signatories"][number];
export type Erratum = Adoption["errata"][number];
export type RoundStatements = NonNullable<NonNullable<RoundStatementsAnswer["position"]>["round"]>;
export type Statement = RoundStatements["statements"][number];
export type StatementFields = Omit<AnnexStatementInput, "idempotencyKey">;
export type CorrectionFields = Omit<CorrectTextInput, "idempotencyKey">;

type TextDocument = NonNullable<AdoptedTextAnswer["position"]>["documents"][number];

/** The adopted original, ready to be corrected. */
export interface AdoptedText {
  readonly documentId: string;
  readonly language: string;
  readonly number: number;
  readonly text: string;
}

function unknown(field: string): Refused {
  return new Refused([{ path: [field], code: "NOT_FOUND", message: field }]);
}

export async function loadAdoption(reference: string): Promise<Adoption> {
  const { position } = await ask(AdoptionQuery, { reference });
  if (!position) throw unknown("reference");
  return position;
}

/** The statements made on one round, and whether the member may annex another. */
export async function loadStatements(reference: string, number: number): Promise<RoundStatements> {
  const { position } = await ask(RoundStatementsQuery, { reference, number });
  if (!position?.round) throw unknown("number");
  return position.round;
}

export async function loadAdoptedText(reference: string): Promise<AdoptedText> {
  const { position } = await ask(AdoptedTextQuery, { reference });
  const original: TextDocument | undefined = position?.documents.find(({ isOriginal }) => isOriginal);
  if (!original?.approvedVersion) throw unknown("reference");
  const { id: documentId, language, approvedVersion } = original;
  return { documentId, language, ...approvedVersion };
}

/** Annexes a statement. The key is the form's, so that a second click annexes no second one. */
export async function annexStatement(fields: StatementFields, key: string): Promise<void> {
  await tell(AnnexStatement, { input: { ...fields, idempotencyKey: key } });
}

export async function signStatement(statementId: string): Promise<void> {
  await tell(SignStatement, { input: { statementId } });
}

export async function withdrawSignature(input: WithdrawSignatureInput): Promise<void> {
  await tell(WithdrawSignature, { input });
}

/** Corrects the adopted text; the corrected version's number. */
export async function correctText(fields: CorrectionFields, key: string): Promise<number> {
  const { version } = (await tell(CorrectText, { input: { ...fields, idempotencyKey: key } })).correctText;
  return version?.number ?? fields.expectedVersion;
}

/** A key for one filled-in form. */
export const formKey = idempotencyKey;
