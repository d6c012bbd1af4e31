/** Identifiers of European and Spanish files: what each kind looks like, so that a slip is seen before it is sent. */

export const RELATION_KINDS = ["PROCEDURE", "COM", "CELEX", "ELI", "CONSULTATION", "OTHER"] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** One valid value of each kind, shown as the hint. */
export const EXAMPLES: Record<RelationKind, string> = {
  PROCEDURE: "2021/0420(COD)",
  COM: "COM(2021) 812 final",
  CELEX: "32024L3019",
  ELI: "http://data.europa.eu/eli/dir/2024/3019/oj",
  CONSULTATION: "Have Your Say, 14012",
  OTHER: "COR 2025/03109",
};

const PATTERNS: Record<RelationKind, RegExp> = {
  PROCEDURE: /^\d{4}\/\d{4}[A-Z]?\([A-Z]{3}\)$/,
  COM: /^(?:COM|JOIN|SWD|SEC|C)\(\d{4}\) ?\d+(?: final)?$/,
  CELEX: /^[0-9CE]\d{4}[A-Z]{1,2}\d{4}(?:\(\d{2}\))?(?:-\d{8})?$/,
  ELI: /^(?:http:\/\/data\.europa\.eu\/eli\/[!-~]+|https:\/\/www\.boe\.es\/eli\/[!-~]+)$/,
  CONSULTATION: /^\S.*$/,
  OTHER: /^\S.*$/,
};

/** Whether a value looks like its kind; an empty one is not yet wrong. */
export function looksRight(kind: RelationKind, value: string): boolean {
  const trimmed = value.trim();
  return trimmed === "" || PATTERNS[kind].test(trimmed);
}

/** The kind that a pasted value looks like, the more particular first; undefined for free text. */
export function kindOf(value: string): RelationKind | undefined {
  const trimmed = value.trim();
  return (["PROCEDURE", "COM", "CELEX", "ELI"] as const).find((kind) => PATTERNS[kind].test(trimmed));
}
