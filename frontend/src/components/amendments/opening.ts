import type { AmendmentRow } from "../../services/amendments";

/** A passage of a version, in code points of it. */
export interface Picked {
  readonly versionNumber: number;
  readonly start: number;
  readonly end: number;
  readonly original: string;
  /** What stands before an addition. */
  readonly before: string;
  /** The number by which its paragraph is cited; empty where none is known. */
  readonly paragraph: string;
}

/** Which dialog is open, and on what. */
export type Open =
  | { readonly kind: "propose"; readonly passage: Picked }
  | { readonly kind: "compromise"; readonly rivals: readonly AmendmentRow[] }
  | { readonly kind: "decide" | "withdraw" | "comment"; readonly amendment: AmendmentRow };
