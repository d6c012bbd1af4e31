/**
 * Bold, italics and strike-through of a range, as spans that grow or shrink: what is selected changes and nothing else, wherever
 * older marks begin and end. Marks never span blocks, never stand beside a blank, and never cross those of other formats.
 */

import type { ChangeSpec, EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import { contentOf, marksOf, type Span } from "./phrases";
import { contentStart, INLINE, linesOf, PHRASES, wholeTree, type InlineFormat } from "./syntax";

const LETTER = /[\p{L}\p{N}]/u;
const WHOLE = new Set(["InlineCode", "Image", "FootnoteReference", "Autolink"]);

/** Nodes with these names that meet or touch a range, outer ones first. */
export function nodesIn(state: EditorState, { from, to }: Span, names: ReadonlySet<string>): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  wholeTree(state).iterate({
    from,
    to,
    enter: (node) => {
      if (names.has(node.name)) found.push(node.node);
    },
  });
  return found;
}

export function subtract(spans: readonly Span[], { from, to }: Span): Span[] {
  return spans
    .flatMap((span) => [
      { from: span.from, to: Math.min(span.to, from) },
      { from: Math.max(span.from, to), to: span.to },
    ])
    .filter((span) => span.to > span.from);
}

/** Without blanks at its ends, nor punctuation that would keep a mark beside a letter from being read as one. */
function trimmed(state: EditorState, span: Span): Span {
  const words = state.sliceDoc(span.from, span.to);
  let from = span.to - words.trimStart().length;
  let to = from + words.trim().length;
  const at = (position: number): string => state.sliceDoc(Math.max(0, position), position + 1);
  while (from < to && !LETTER.test(at(from)) && LETTER.test(at(from - 1))) from++;
  while (from < to && !LETTER.test(at(to - 1)) && LETTER.test(at(to))) to--;
  return { from, to };
}

/** One span for each line, without the line's own marker. */
function byLine(state: EditorState, { from, to }: Span): Span[] {
  return linesOf(state, from, to).map((line) => ({
    from: Math.max(from, contentStart(line)),
    to: Math.min(to, line.to),
  }));
}

/** The span cut where it would cross another phrase's marks. */
function fitted(span: Span, others: readonly SyntaxNode[]): Span[] {
  for (const node of others) {
    const isApart = node.to <= span.from || node.from >= span.to;
    const isAround = node.from >= span.from && node.to <= span.to;
    const inner = contentOf(node);
    const isWithin = inner.from <= span.from && inner.to >= span.to && !WHOLE.has(node.name);
    if (isApart || isAround || isWithin) continue;
    const inside = { from: Math.max(span.from, inner.from), to: Math.min(span.to, inner.to) };
    return [
      { from: span.from, to: Math.min(span.to, node.from) },
      ...(WHOLE.has(node.name) ? [] : [inside]),
      { from: Math.max(span.from, node.to), to: span.to },
    ]
      .filter((part) => part.to > part.from)
      .flatMap((part) => fitted(part, others));
  }
  return [span];
}

/** Spans between which stand only blanks, or marks that go, are one. */
function merged(spans: readonly Span[], between: (span: Span) => string): Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = out.at(-1);
    const gap = last ? between({ from: last.to, to: Math.max(last.to, span.from) }) : "\n";
    if (last && /^[ \t]*$/.test(gap))
      out[out.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else out.push(span);
  }
  return out;
}

/** Marks that go and marks that come; one that would come where it went stays. */
function written(gone: readonly Span[], spans: readonly Span[], mark: string): ChangeSpec[] {
  const openings = new Set(spans.map(({ from }) => from));
  const closings = new Set(spans.map(({ to }) => to));
  const stays = (span: Span): boolean => openings.delete(span.to) || closings.delete(span.from);
  const leaving = gone.filter((span) => !stays(span));
  return [...leaving, ...[...openings, ...closings].map((from) => ({ from, insert: mark }))];
}

/** The changes that give a range a format, or take it away where all of its words have it. */
export function reformat(state: EditorState, format: InlineFormat, range: Span): ChangeSpec[] {
  const { node: name, mark } = INLINE[format];
  const nodes = nodesIn(state, range, new Set([name]));
  const gone = nodes.flatMap(marksOf);
  const bare = ({ from, to }: Span): string =>
    gone
      .reduce((rest, one) => rest.flatMap((part) => subtract([part], one)), [{ from, to }])
      .map((part) => state.sliceDoc(part.from, part.to))
      .join("");
  const old = nodes.map(contentOf);
  const wanted = byLine(state, range);
  const isOn =
    old.some((span) => span.from < range.to && span.to > range.from) &&
    wanted.every((piece) => {
      const uncovered = old.reduce<Span[]>((rest, span) => subtract(rest, span), [piece]);
      return !uncovered.some((part) => LETTER.test(bare(part)));
    });
  const next = isOn
    ? subtract(old, range)
    : merged([...old, ...wanted.filter((one) => one.to > one.from)], bare);
  const reach = nodes.reduce(
    (all, node) => ({ from: Math.min(all.from, node.from), to: Math.max(all.to, node.to) }),
    range,
  );
  const others = nodesIn(state, reach, new Set([...PHRASES, ...WHOLE])).filter((node) => node.name !== name);
  const spans = next
    .flatMap((span) => byLine(state, span))
    .flatMap((span) => fitted(span, others))
    .map((span) => shrunk(span, gone))
    .map((span) => trimmed(state, span))
    .filter((span) => span.to > span.from);
  return written(gone, spans, mark);
}

/** Ends that stand in marks that go move to the words. */
function shrunk({ from, to }: Span, gone: readonly Span[]): Span {
  for (const one of gone) if (from >= one.from && from < one.to) from = one.to;
  for (const one of gone.toReversed()) if (to > one.from && to <= one.to) to = one.from;
  return { from, to };
}

/** Whether all words of a range, or what is typed at a cursor, carry a format. */
export function carries(state: EditorState, format: InlineFormat, { from, to }: Span): boolean {
  const inner = nodesIn(state, { from, to }, new Set([INLINE[format].node])).map(contentOf);
  if (from === to) return inner.some((span) => span.from <= from && span.to >= to);
  const isMet = inner.some((span) => span.from < to && span.to > from);
  const rest = inner.reduce<Span[]>((parts, span) => subtract(parts, span), [{ from, to }]);
  return isMet && !rest.some((part) => LETTER.test(state.sliceDoc(part.from, part.to)));
}
