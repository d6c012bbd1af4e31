/** The voting order: what falls with what, and the passages as one reads them. */

interface Named {
  readonly number: number;
}

export interface Turn {
  readonly amendment: Named;
  readonly collidesWith: readonly Named[];
  /** Those that make this one fall when they go in. */
  readonly fallsWith: readonly Named[];
}

export interface Effect {
  readonly number: number;
  /** What falls when it is incorporated. */
  readonly falls: readonly number[];
  /** What is voted later and could then no longer go in as it is written. */
  readonly blocks: readonly number[];
}

/** What incorporating each of a passage's amendments would do to the others, in voting order; only those that do something. */
export function effects(turns: readonly Turn[]): Effect[] {
  return turns
    .map(({ amendment: { number }, collidesWith }, turn) => {
      const later = turns.slice(turn + 1).map(({ amendment }) => amendment.number);
      const falls = turns
        .filter(({ fallsWith }) => fallsWith.some((cause) => cause.number === number))
        .map(({ amendment }) => amendment.number);
      const blocks = collidesWith
        .map((met) => met.number)
        .filter((met) => later.includes(met) && !falls.includes(met));
      return { number, falls, blocks };
    })
    .filter(({ falls, blocks }) => falls.length + blocks.length > 0);
}

/** The sets of amendments that touch one another, directly or through a third; only sets of two and more. */
export function collisionSets(
  amendments: readonly { readonly number: number; readonly collidesWith: readonly Named[] }[],
): number[][] {
  const met = new Map(amendments.map((one) => [one.number, one.collidesWith.map(({ number }) => number)]));
  const seen = new Set<number>();
  const sets: number[][] = [];
  for (const { number } of amendments) {
    const set: number[] = [];
    const waiting = [number];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (seen.has(one) || !met.has(one)) continue;
      seen.add(one);
      set.push(one);
      waiting.push(...(met.get(one) ?? []));
    }
    if (set.length > 1) sets.push(set.sort((a, b) => a - b));
  }
  return sets;
}
