/** The numbers that paragraphs are cited by, beside the text; they stay with their paragraphs while the text changes. */

import { MapMode, StateEffect, StateField } from "@codemirror/state";

export interface Cited {
  readonly from: number;
  readonly number: string;
}

/** Null where nothing is cited yet: paragraphs are then counted, as they are printed. */
export type Numbers = readonly Cited[] | null;

export const setNumbers = StateEffect.define<Numbers>();

export const numbers = StateField.define<Numbers>({
  create: () => [],
  update(value, transaction) {
    const moved =
      transaction.docChanged && value
        ? value.flatMap(({ from, number }) => {
            const at = transaction.changes.mapPos(from, 1, MapMode.TrackDel);
            return at === null ? [] : [{ from: at, number }];
          })
        : value;
    return transaction.effects.reduce<Numbers>(
      (now, effect) => (effect.is(setNumbers) ? effect.value : now),
      moved,
    );
  },
});

/** Where numbered paragraphs stand in a text that may have gone on since they were numbered; those not found have no number. */
export function placed(
  paragraphs: readonly { readonly number: string; readonly text: string; readonly isGone: boolean }[],
  text: string,
): Cited[] {
  let after = 0;
  return paragraphs.flatMap(({ number, text: words, isGone }) => {
    const wanted = words.trim();
    if (isGone || wanted === "") return [];
    const from = text.indexOf(wanted, after);
    if (from < 0 || (from > 0 && text[from - 1] !== "\n")) return [];
    after = from + wanted.length;
    return /^\d/.test(number) ? [{ from, number }] : [];
  });
}
