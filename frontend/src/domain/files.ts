/** The files a paper can be had as: what there is of each thing, and sizes in words. */

import { figure, type Language } from "./language";

/** What a file is for, which its ending alone does not say. */
export type FileKind =
  | "pdf"
  | "docx"
  | "odt"
  | "html"
  | "md"
  | "xml"
  | "tracked"
  | "amendmentsPdf"
  | "amendmentsDocx"
  | "certificate";

export interface FileChoice {
  readonly kind: FileKind;
  readonly address: string;
}

const VERSION_KINDS = ["pdf", "docx", "odt", "html", "md", "xml"] as const;

function paperAddress(reference: string): string {
  return `/positions/${encodeURIComponent(reference)}`;
}

/** A version in every form, the one most people want first. */
export function versionFiles(reference: string, language: string, number: number): FileChoice[] {
  const address = `${paperAddress(reference)}/${encodeURIComponent(language)}/versions/${number}`;
  return VERSION_KINDS.map((kind) => ({ kind, address: `${address}.${kind}` }));
}

/** A comparison as a Word file with tracked changes. */
export function comparisonFiles(
  reference: string,
  language: string,
  base: number,
  head: number,
): FileChoice[] {
  const address = `${paperAddress(reference)}/${encodeURIComponent(language)}/comparison/${base}...${head}`;
  return [{ kind: "tracked", address: `${address}.docx` }];
}

/** The amendments in two columns, their furniture in the reader's language. */
export function amendmentFiles(reference: string, language: Language): FileChoice[] {
  const address = (ending: string): string =>
    `${paperAddress(reference)}/amendments.${ending}?language=${language}`;
  return [
    { kind: "amendmentsPdf", address: address("pdf") },
    { kind: "amendmentsDocx", address: address("docx") },
  ];
}

/** A closed round's certificate. */
export function certificateFile(reference: string, number: number): FileChoice {
  return { kind: "certificate", address: `${paperAddress(reference)}/rounds/${number}/certificate.pdf` };
}

/** The size of a file as a person says it. */
export function sizeInWords(bytes: number, language: Language): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  if (kilobytes < 1000) return `${figure(language, kilobytes)}\u00a0KB`;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(kilobytes / 1000)}\u00a0MB`;
}

/** The name in a `content-disposition`, or what the address ends in. */
export function nameOf(disposition: string | null, address: string): string {
  const named = /filename="([^"]+)"/.exec(disposition ?? "")?.[1];
  return named ?? address.split("?")[0]?.split("/").at(-1) ?? "";
}
