/** Cards beside the text: level with their passage, never overlapping, the active one exactly at its place. */

export interface Card {
  readonly id: string;
  /** Where its passage begins, and how high the card is. */
  readonly top: number;
  readonly height: number;
}

/** The top of every card. Cards below the active one are pushed down, those above it up. */
export function layOut(cards: readonly Card[], gap: number, active: string | null): Map<string, number> {
  const sorted = [...cards].sort((one, other) => one.top - other.top || one.id.localeCompare(other.id));
  const tops = new Map<string, number>();
  const pinned = Math.max(
    0,
    sorted.findIndex(({ id }) => id === active),
  );
  let floor = -Infinity;
  for (const card of sorted.slice(pinned)) {
    const top = Math.max(card.top, floor);
    tops.set(card.id, top);
    floor = top + card.height + gap;
  }
  let ceiling = tops.get(sorted[pinned]?.id ?? "") ?? 0;
  for (const card of sorted.slice(0, pinned).reverse()) {
    const top = Math.min(card.top, ceiling - gap - card.height);
    tops.set(card.id, top);
    ceiling = top;
  }
  return tops;
}
