/** A text that is open counts as read: what is written before one's eyes, and what one knew already. */

import { unseenSince } from "../../domain/comparing";
import { loadBaselines, markRead } from "../../services/baselines";

const READ_AFTER = 4000;

/**
 * Marks a text as read after a while and on leaving; what came before it was opened waits to be looked at under Canvis, and what
 * others write while nothing arrives here was not seen.
 */
export function keepRead(documentId: string, isThere: () => boolean): () => void {
  let isReading = false;
  const mark = (): void => {
    if (isReading && isThere()) void markRead(documentId).catch(() => undefined);
  };
  const read = setTimeout(() => {
    void loadBaselines(documentId)
      .then((known) => (isReading = unseenSince(known) === undefined))
      .then(mark, () => undefined);
  }, READ_AFTER);
  document.addEventListener("visibilitychange", mark);
  return () => {
    clearTimeout(read);
    document.removeEventListener("visibilitychange", mark);
    mark();
  };
}
