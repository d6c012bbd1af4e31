/** The history of a document: what is compared, which versions speak up and which stay quiet. */

export interface Saved {
  readonly number: number;
  readonly isAutomatic: boolean;
  /** The draft's sequence that it was taken at. */
  readonly sequence?: number;
  /** Why the system saved it. */
  readonly occasion?: string | null;
}

/** From one version to another; without a head, to the text as it is now. */
export interface Pair {
  readonly base: number;
  readonly head: number | null;
  /** A point of the draft's log to begin from, instead of the version before it. */
  readonly since?: number;
}

/** What the history shows, newest first: a version, or some automatic ones in a row. */
export type Entry<Version> =
  | { readonly kind: "version"; readonly version: Version }
  | { readonly kind: "automatic"; readonly versions: readonly Version[] };

/** Automatic versions follow each other quietly, unless one was a gate. */
export function entries<Version extends Saved>(
  versions: readonly Version[],
  gates: ReadonlySet<number>,
): Entry<Version>[] {
  const found: Entry<Version>[] = [];
  for (const version of versions) {
    const last = found.at(-1);
    if (!isQuiet(version) || gates.has(version.number)) found.push({ kind: "version", version });
    else if (last?.kind === "automatic")
      found[found.length - 1] = { kind: "automatic", versions: [...last.versions, version] };
    else found.push({ kind: "automatic", versions: [version] });
  }
  return found;
}

const WORDS = { base: "de", head: "a", now: "ara" } as const;

/** The pair that the address names, else the two newest versions; null where there is nothing to compare. */
export function readPair(
  query: URLSearchParams,
  versions: readonly Saved[],
  mayReadDraft: boolean,
): Pair | null {
  const since = /^@(\d+)$/.exec(query.get(WORDS.base) ?? "");
  if (since && mayReadDraft) return pairSince(Number(since[1]), versions);
  const known = new Set(versions.map(({ number }) => number));
  const base = Number(query.get(WORDS.base));
  const head = query.get(WORDS.head);
  if (known.has(base) && mayReadDraft && head === WORDS.now) return { base, head: null };
  if (known.has(base) && known.has(Number(head))) return inOrder(base, Number(head));
  const [newest, before] = versions;
  if (newest && before) return { base: before.number, head: newest.number };
  return newest && mayReadDraft ? { base: newest.number, head: null } : null;
}

/** From a point of the draft's log to the text as it is now; the base is the version that was the newest then. */
export function pairSince(since: number, versions: readonly Saved[]): Pair {
  const base = versions.find(({ sequence }) => (sequence ?? Infinity) <= since)?.number ?? 0;
  return { base, head: null, since };
}

/** The versions that the address names. */
export function namedIn(query: URLSearchParams): number[] {
  return [...Object.values(WORDS), ...Object.values(VIEWS)]
    .map((word) => Number(query.get(word) ?? NaN))
    .filter((number) => number > 0);
}

/** The oldest version that the address names; Infinity where it names none. */
export function oldestNamed(query: URLSearchParams): number {
  return Math.min(...namedIn(query));
}

/** Whether the address names a version that the list, thinned as it is, passes over. */
export function passesOver(versions: readonly Saved[], query: URLSearchParams): boolean {
  const [newest, oldest] = [versions[0]?.number ?? 0, versions.at(-1)?.number ?? 0];
  const listed = new Set(versions.map(({ number }) => number));
  return namedIn(query).some((number) => number < newest && number > oldest && !listed.has(number));
}

/** The earlier one first. */
export function inOrder(one: number, other: number): Pair {
  return { base: Math.min(one, other), head: Math.max(one, other) };
}

export function writePair({ base, head, since }: Pair): Record<string, string> {
  return {
    [WORDS.base]: since === undefined ? String(base) : `@${since}`,
    [WORDS.head]: head === null ? WORDS.now : String(head),
  };
}

/** The next stop in a direction; round at the ends. */
export function nextStop(current: number, count: number, step: 1 | -1): number {
  if (count === 0) return -1;
  if (current < 0) return step === 1 ? 0 : count - 1;
  return (current + step + count) % count;
}

/** A share of the whole in per cent; something is never shown as nothing. */
export function share(part: number, whole: number): number {
  if (whole <= 0 || part <= 0) return 0;
  return Math.max(1, Math.round((100 * part) / whole));
}

/** What stands beside the history: a comparison, the text of a version, or who wrote it; without a number, the text as it is now. */
export type View =
  | { readonly kind: "comparison" }
  | { readonly kind: "text"; readonly number: number }
  | { readonly kind: "authors"; readonly number: number | null };

const VIEWS = { text: "versio", authors: "autoria" } as const;

export function readView(query: URLSearchParams, versions: readonly Saved[], mayReadDraft: boolean): View {
  if (mayReadDraft && query.get(VIEWS.authors) === WORDS.now) return { kind: "authors", number: null };
  for (const kind of ["text", "authors"] as const) {
    const number = Number(query.get(VIEWS[kind]));
    if (versions.some((version) => version.number === number)) return { kind, number };
  }
  return { kind: "comparison" };
}

export function writeView(kind: "text" | "authors", number: number | null): Record<string, string> {
  return { [VIEWS[kind]]: number === null ? WORDS.now : String(number) };
}

/** Automatic versions that come and go by themselves; those before a stage speak up, as gates do. */
export function isQuiet({ isAutomatic, occasion }: Saved): boolean {
  return isAutomatic && occasion !== "STAGE";
}
