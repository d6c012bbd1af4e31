import type { Decided } from "../../domain/deciding";
import type { AmendmentRow } from "../../services/amendments";
import {
  batchKey,
  decideTogether,
  previewDecisions,
  type Consolidation,
} from "../../services/consolidations";
import { Refused } from "../../services/failures";

/** Decisions as the server would carry them out: what was shown is what goes into the text, or it is shown anew. */
export class Deciding {
  found = $state.raw<Consolidation | undefined>(undefined);
  failure = $state.raw<unknown>(undefined);
  notice = $state("");
  isBusy = $state(false);
  #shown = $state("");
  #sent = "";
  #key = "";
  #turn = 0;

  constructor(readonly documentId: string) {}

  /** Whether the preview is that of these decisions; reasons change no text. */
  shows(decisions: readonly Decided[]): boolean {
    return this.found !== undefined && this.#shown === textual(decisions);
  }

  get isHindered(): boolean {
    return this.found !== undefined && this.found.refused.length + this.found.collisions.length > 0;
  }

  /** Asks what the decisions would make of the text; an older answer that arrives late is dropped. */
  async look(decisions: readonly Decided[], said = ""): Promise<void> {
    const turn = ++this.#turn;
    this.isBusy = true;
    this.notice = said;
    this.failure = undefined;
    try {
      const found = await previewDecisions(this.documentId, decisions);
      if (turn !== this.#turn) return;
      this.found = found;
      this.#shown = textual(decisions);
    } catch (failure) {
      if (turn !== this.#turn) return;
      this.found = undefined;
      this.failure = failure;
    }
    this.isBusy = false;
  }

  /** Decides all of them. When the text has moved on it looks again and says so; "gone" when one of them was decided meanwhile. */
  async decide(
    decisions: readonly Decided[],
    stale: string,
  ): Promise<readonly AmendmentRow[] | "gone" | undefined> {
    this.isBusy = true;
    this.notice = "";
    this.failure = undefined;
    const sequence = this.shows(decisions) ? (this.found?.sequence ?? null) : null;
    try {
      return await decideTogether(this.documentId, decisions, sequence, this.#keyOf(decisions));
    } catch (refusal) {
      const code = refusal instanceof Refused ? refusal.code : "";
      if (code === "STALE") await this.look(decisions, stale);
      else if (code === "ALREADY_DONE") {
        this.found = undefined;
        return "gone";
      } else this.failure = refusal;
      return undefined;
    } finally {
      this.isBusy = false;
    }
  }

  /** Sending the same again after a lost answer decides it once. */
  #keyOf(decisions: readonly Decided[]): string {
    const sent = JSON.stringify(decisions);
    if (sent !== this.#sent) this.#key = batchKey();
    this.#sent = sent;
    return this.#key;
  }
}

function textual(decisions: readonly Decided[]): string {
  return JSON.stringify(decisions.map((decided) => ({ ...decided, reason: null })));
}
