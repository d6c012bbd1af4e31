/** How long a text may be for those it goes to. Pure. */

export interface Limit<Kind extends string = string> {
  readonly kind: Kind;
  readonly characters: number;
  /** Whose channel it is. */
  readonly names: readonly string[];
}

interface Addressee<Kind extends string> {
  readonly name: string;
  readonly channels: readonly { readonly kind: Kind; readonly maxCharacters: number | null }[];
}

/** Every known limit once, the shortest first, with the addressees that have it. */
export function limitsOf<Kind extends string>(addressees: readonly Addressee<Kind>[]): Limit<Kind>[] {
  const limits = new Map<string, Limit<Kind>>();
  for (const { name, channels } of addressees)
    for (const { kind, maxCharacters } of channels) {
      if (maxCharacters === null) continue;
      const key = `${maxCharacters} ${kind}`;
      limits.set(key, { kind, characters: maxCharacters, names: [...(limits.get(key)?.names ?? []), name] });
    }
  return [...limits.values()].sort((one, other) => one.characters - other.characters);
}

/** From this share of a limit on one is told what is left. */
const NEAR = 0.9;

export type Fit = "within" | "near" | "over";

export function fitOf(count: number, limit: number): Fit {
  if (count > limit) return "over";
  return count >= limit * NEAR ? "near" : "within";
}
