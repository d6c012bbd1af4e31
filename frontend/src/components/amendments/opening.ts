import type { AmendmentRow } from "../../services/amendments";
import type { Picked } from "./PassagePicker.svelte";

/** Which dialog is open, and on what. */
export type Open =
  | { readonly kind: "propose"; readonly passage: Picked }
  | { readonly kind: "compromise"; readonly rivals: readonly AmendmentRow[] }
  | { readonly kind: "decide" | "withdraw" | "comment"; readonly amendment: AmendmentRow };
