/** Translations: beside their source, given and confirmed passage by passage, brought up to date, approved. */

import { ask, tell } from "../graphql/client";
import {
  AddTranslation,
  ApproveTranslation,
  ConfirmTranslatedBlock,
  FollowSource,
  LanguageStates,
  TranslateBlock,
  TranslationBeside,
  type LanguageStatesAnswer,
  type TranslationBesideAnswer,
} from "../graphql/generated";
import { Refused } from "./failures";
import { saveVersion } from "./text";

type Beside = Extract<TranslationBesideAnswer["node"], { readonly __typename: "Document" }>;
export type TranslationDocument = Omit<Beside, "__typename">;
export type Translation = NonNullable<Beside["translation"]>;
export type Passage = Translation["blocks"][number];
export type StructureFault = Translation["structureFaults"][number];
export type LanguageState = NonNullable<LanguageStatesAnswer["position"]>["documents"][number];

/** How each language of a paper is doing. */
export async function languageStates(reference: string): Promise<readonly LanguageState[]> {
  return (await ask(LanguageStates, { reference })).position?.documents ?? [];
}

/** A translation with its passages beside the source's. */
export async function openTranslation(documentId: string): Promise<TranslationDocument> {
  const { node } = await ask(TranslationBeside, { id: documentId });
  if (node?.__typename !== "Document") throw unknown(documentId);
  return node;
}

/** Begins the text in another language; answers its tag. */
export async function addTranslation(
  reference: string,
  language: string,
  sourceVersion: number,
): Promise<string> {
  const input = { reference, language, sourceVersion };
  return (await tell(AddTranslation, { input })).addTranslation.document?.language ?? language;
}

function placeOf(documentId: string, { number, sourceSha256, target }: Passage) {
  return { documentId, number: number ?? -1, sourceSha256: sourceSha256 ?? "", expected: target };
}

/** Gives a passage its wording. */
export async function translatePassage(
  documentId: string,
  passage: Passage,
  text: string,
): Promise<TranslationDocument> {
  const input = { ...placeOf(documentId, passage), text };
  return there(documentId, (await tell(TranslateBlock, { input })).translateBlock.document);
}

/** Lets a passage's wording stand as it is. */
export async function confirmPassage(documentId: string, passage: Passage): Promise<TranslationDocument> {
  const input = placeOf(documentId, passage);
  return there(documentId, (await tell(ConfirmTranslatedBlock, { input })).confirmTranslatedBlock.document);
}

/** Brings a translation to the original's version in force. */
export async function followSource(documentId: string, sourceVersion: number): Promise<TranslationDocument> {
  const input = { documentId, sourceVersion };
  return there(documentId, (await tell(FollowSource, { input })).followSource.document);
}

/** Saves the draft as a version unless the newest says the same, and approves it against the source it follows. */
export async function approveTranslation({
  id,
  latestVersion,
  draft,
  translation,
}: TranslationDocument): Promise<TranslationDocument> {
  const isSaved = latestVersion !== null && latestVersion.sequence === draft?.sequence;
  const number = isSaved ? latestVersion.number : await saveVersion(id, "", "");
  const input = { documentId: id, number, sourceVersion: translation?.sourceVersion.number ?? 0 };
  return there(id, (await tell(ApproveTranslation, { input })).approveTranslation.document);
}

function there(documentId: string, found: TranslationDocument | null): TranslationDocument {
  if (!found) throw unknown(documentId);
  return found;
}

function unknown(documentId: string): Refused {
  return new Refused([{ path: ["documentId"], code: "NOT_FOUND", message: documentId }]);
}
