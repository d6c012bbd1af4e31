/** Who else has a text open, and where in it they are. Pure. */

/** One tab of somebody's, as the server vouches for it. */
export interface Tab {
  /** The same for all tabs of one person. */
  readonly key: string;
  readonly name: string;
  /** The code of the organization they act for. */
  readonly organization: string;
  /** Where their caret is in the text; null while they write elsewhere. */
  readonly at: number | null;
  readonly tint: number;
}

/** The others, once each, in the order of the alphabet; where somebody has several tabs, the one with a caret says where. */
export function othersIn(tabs: readonly Tab[], own: string): Tab[] {
  const byKey = new Map<string, Tab>();
  for (const tab of tabs) {
    const known = byKey.get(tab.key);
    if (tab.name !== "" && tab.key !== own && (!known || known.at === null)) byKey.set(tab.key, tab);
  }
  return [...byKey.values()].sort(
    (one, other) => one.name.localeCompare(other.name, "ca") || one.key.localeCompare(other.key),
  );
}

/** The last heading at or before a place; undefined above the first one. */
export function headingAt<Heading extends { readonly from: number }>(
  headings: readonly Heading[],
  at: number,
): Heading | undefined {
  return headings.findLast(({ from }) => from <= at);
}

export interface Comings {
  readonly came: readonly Tab[];
  readonly left: readonly Tab[];
}

/** Who is new among the others, and who is gone. */
export function comings(before: readonly Tab[], now: readonly Tab[]): Comings {
  const without = (some: readonly Tab[], others: readonly Tab[]): Tab[] =>
    some.filter(({ key }) => !others.some((other) => other.key === key));
  return { came: without(now, before), left: without(before, now) };
}

const TINTS = 8;

/** One of eight tints, always the same for the same person. */
function tintOf(key: string): number {
  let sum = 0;
  for (const letter of key) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % TINTS;
}

/** A tint for everybody who is here, each their own while there are enough, and the same ones in every browser. */
export function tintsOf(keys: Iterable<string>): Map<string, number> {
  const tints = new Map<string, number>();
  for (const key of [...new Set(keys)].sort()) {
    const taken = new Set(tints.values());
    const own = tintOf(key);
    const free = Array.from({ length: TINTS }, (_, step) => (own + step) % TINTS).find(
      (tint) => !taken.has(tint),
    );
    tints.set(key, free ?? own);
  }
  return tints;
}
