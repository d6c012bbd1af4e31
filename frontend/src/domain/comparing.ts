/** How a comparison is read: in one column or two, from where it starts, and which stretches of it are folded away. */

export type Layout = "inline" | "sides";

const WORD = "vista";
const LAYOUTS: Readonly<Record<Layout, string>> = { inline: "seguit", sides: "costat" };

/** The layout that the address names, else the one that this browser kept. */
export function readLayout(query: URLSearchParams, kept: string | null): Layout {
  const named = query.get(WORD) ?? kept;
  return named === LAYOUTS.sides ? "sides" : "inline";
}

export function writeLayout(layout: Layout): Record<string, string> {
  return { [WORD]: LAYOUTS[layout] };
}

/** The layout in the address alone, to be carried over to another one; nothing where it names none. */
export function keptLayout(query: URLSearchParams): Record<string, string> {
  const named = query.get(WORD);
  return named ? { [WORD]: named } : {};
}

export interface Told {
  readonly isChanged: boolean;
  readonly isHeading: boolean;
}

/** Neighbouring blocks, `to` excluded, that are shown or folded together. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly isFolded: boolean;
}

/** Fewer unchanged blocks than this in a row stay open. */
const FOLDED_FROM = 4;

/** More blocks than this are never drawn in one go, so that the first screen does not wait for the last. */
export const DRAWN_AT_ONCE = 24;

function* cut(from: number, to: number, isFolded: boolean): Generator<Span> {
  if (isFolded) yield { from, to, isFolded };
  else
    for (let at = from; at < to; at += DRAWN_AT_ONCE)
      yield { from: at, to: Math.min(to, at + DRAWN_AT_ONCE), isFolded };
}

/** The unchanged neighbours of a change stay with it, a heading above them too; what lies between is folded when it is long. */
function* around(blocks: readonly Told[], from: number, to: number): Generator<Span> {
  const start = from === 0 ? from : from + 1;
  const tail = to === blocks.length ? 0 : blocks[to - 2]?.isHeading ? 2 : 1;
  const end = Math.max(start, to - tail);
  if (end - start < FOLDED_FROM) yield* cut(from, to, false);
  else {
    yield* cut(from, start, false);
    yield* cut(start, end, true);
    yield* cut(end, to, false);
  }
}

/** The blocks of a comparison as stretches that tile them. */
export function spansOf(blocks: readonly Told[]): Span[] {
  const found: Span[] = [];
  for (let from = 0; from < blocks.length;) {
    const isChanged = blocks[from]?.isChanged ?? false;
    let to = from + 1;
    while (to < blocks.length && blocks[to]?.isChanged === isChanged) to++;
    found.push(...(isChanged ? cut(from, to, false) : around(blocks, from, to)));
    from = to;
  }
  return found;
}

/** The words for what happened to a block's marks, from the classes that name it: `m-bold-added`, `m-block-heading`, `m-wrapping`. */
export function markupNames(classes: Iterable<string>): { readonly kind: string; readonly became: string }[] {
  return [...classes].flatMap((name) => {
    const found = /^m-([a-z_]+?)(?:-(\w+))?$/.exec(name);
    return found ? [{ kind: found[1] ?? "", became: found[2] ?? "" }] : [];
  });
}

export interface Baseline {
  readonly kind: "READ" | "VOTED" | "MANDATED";
  readonly sequence: number;
  readonly unseen: number;
}

/** The viewer's last reading, when others have written since. */
export function unseenSince<Known extends Baseline>(baselines: readonly Known[]): Known | undefined {
  return baselines.find(({ kind, unseen }) => kind === "READ" && unseen > 0);
}

/** Whether who sees the changes from a point on until now has then seen everything since the last reading. */
export function showsAllUnseen(baselines: readonly Baseline[], from: number): boolean {
  return baselines.some(({ kind, sequence }) => kind === "READ" && from <= sequence);
}
