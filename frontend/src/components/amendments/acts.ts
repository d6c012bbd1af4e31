import type { AmendmentRow } from "../../services/amendments";

/** What one may want to do with an amendment; the page does it, and shows only what is allowed. */
export interface AmendmentActs {
  readonly decide: (amendment: AmendmentRow) => void;
  readonly withdraw: (amendment: AmendmentRow) => void;
  readonly comment: (amendment: AmendmentRow) => void;
  /** Puts it among those decided together, or takes it out. */
  readonly tick: (amendment: AmendmentRow) => void;
  /** Proposes one wording in place of these. */
  readonly compromise: (numbers: readonly number[]) => void;
}

/** What this reader is to an amendment. */
export interface Reader {
  readonly rights: readonly string[];
  /** The code of one's own organization. */
  readonly mine: string | undefined;
  readonly mayPropose: boolean;
}
