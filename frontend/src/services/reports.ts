/** The closing report of a position, and writing its conclusions. */

import type { Language } from "../domain/language";
import { ask, tell } from "../graphql/client";
import { ClosingReport, WriteConclusion, type ClosingReportAnswer } from "../graphql/generated";
import { Refused } from "./failures";

export type ReportPage = NonNullable<ClosingReportAnswer["position"]>;
export type Conclusion = ReportPage["conclusions"][number];

export async function loadReport(reference: string, language: Language): Promise<ReportPage> {
  const { position } = await ask(ClosingReport, { reference, language });
  if (!position) throw new Refused([{ path: ["reference"], code: "NOT_FOUND", message: reference }]);
  return position;
}

/** Writes the conclusions of a language; `seen` is the text that is replaced. */
export async function writeConclusion(
  reference: string,
  language: Language,
  text: string,
  seen: Conclusion | undefined,
): Promise<void> {
  await tell(WriteConclusion, {
    input: { reference, language, text, expectedWrittenAt: seen?.writtenAt ?? null },
  });
}

export const REPORT_FORMS = ["pdf", "docx", "odt"] as const;

/** Where the report is as a file. */
export function reportFile(
  reference: string,
  language: Language,
  form: (typeof REPORT_FORMS)[number],
): string {
  return `/positions/${reference}/${language}/report.${form}`;
}
