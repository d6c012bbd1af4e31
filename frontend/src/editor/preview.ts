/**
 * The text as a word processor shows it. Marks are hidden but for the phrase or heading under the cursor; headings carry their
 * role, so that a screen reader finds them. Only what is in view is decorated; tables (blocks) are kept by syntax tree.
 */

import { syntaxTree } from "@codemirror/language";
import { StateField, type EditorState, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import type { SyntaxNodeRef, Tree } from "@lezer/common";
import { numbers, type Numbers } from "./numbers";
import { lineParts } from "./lines";
import { addressOf } from "./following";
import { footnotesOf, noteAt } from "./notes";
import { marksOf, type Span } from "./phrases";
import { isBlank, lineAfter, lineBefore, wholeTree } from "./syntax";
import { isDone } from "./tasks";
import { BoxWidget, MarkerWidget, NoteWidget, RuleWidget, TableWidget } from "./widgets";
import { surroundings } from "./words";

const hidden = Decoration.replace({});
/** Seen while the cursor is there, never read out: a screen reader tells the role instead. */
const shownMark = Decoration.mark({ class: "md-mark", attributes: { "aria-hidden": "true" } });

const PHRASES: Record<string, string> = {
  StrongEmphasis: "md-strong",
  Emphasis: "md-em",
  Strikethrough: "md-strike",
  InlineCode: "md-code",
  Link: "md-link",
  URL: "md-link",
  Image: "md-image",
};

interface Painter {
  readonly state: EditorState;
  /** Where the cursor is, or nowhere when the text has no focus. */
  readonly focus: Span | null;
  readonly out: Range<Decoration>[];
  /** What the cursor does not go into. */
  readonly atoms: Range<Decoration>[];
}

function touches(painter: Painter, from: number, to: number): boolean {
  return painter.focus !== null && painter.focus.from <= to && painter.focus.to >= from;
}

function lineClass(painter: Painter, position: number, attributes: Record<string, string>): void {
  const { from } = painter.state.doc.lineAt(position);
  painter.out.push(Decoration.line({ attributes }).range(from));
}

function heading(painter: Painter, node: SyntaxNodeRef): void {
  const level = node.name.at(-1) ?? "1";
  lineClass(painter, node.from, { class: `md-heading md-h${level}`, role: "heading", "aria-level": level });
  const line = painter.state.doc.lineAt(node.from);
  const isTouched = touches(painter, line.from, line.to);
  const { prefix, quote } = lineParts(line.text);
  const [from, to] = [line.from + quote.length, line.from + prefix.length];
  if (to > from) painter.out.push((isTouched ? shownMark : hidden).range(from, to));
  const tail = /\s+#+\s*$/.exec(line.text.slice(prefix.length))?.[0].length ?? 0;
  if (tail > 0 && !isTouched) painter.out.push(hidden.range(line.to - tail, line.to));
}

function setextHeading(painter: Painter, node: SyntaxNodeRef): void {
  const level = node.name.at(-1) ?? "1";
  const last = painter.state.doc.lineAt(node.to);
  for (let { number } = painter.state.doc.lineAt(node.from); number < last.number; number++)
    lineClass(painter, painter.state.doc.line(number).from, {
      class: `md-heading md-h${level}`,
      role: "heading",
      "aria-level": level,
    });
  lineClass(painter, last.from, { class: "md-blank" });
  if (last.length > 0)
    painter.out.push((touches(painter, last.from, last.to) ? shownMark : hidden).range(last.from, last.to));
}

function phrase(painter: Painter, node: SyntaxNodeRef): void {
  painter.out.push(decorationOf(painter, node).range(node.from, node.to));
  const isTouched = touches(painter, node.from, node.to);
  if (node.name === "URL") return;
  for (const { from, to } of marksOf(node.node))
    painter.out.push((isTouched ? shownMark : hidden).range(from, to));
}

/** A link that can be followed is one, for screen readers too; how it is opened stands in its title. */
function decorationOf({ state }: Painter, node: SyntaxNodeRef): Decoration {
  const name = PHRASES[node.name] ?? "";
  const isInLink = node.name === "URL" && /Link|Image/.test(node.node.parent?.name ?? "");
  if (name !== "md-link" || isInLink) return Decoration.mark({ class: isInLink ? "" : name });
  const href = addressOf(state, node.node);
  if (!href) return Decoration.mark({ class: "md-link is-dead" });
  const title = state.readOnly ? href : `${href} · ${state.facet(surroundings).words.openLink}`;
  return Decoration.mark({
    tagName: "a",
    class: name,
    attributes: { href, title, rel: "noopener noreferrer" },
  });
}

const BULLETS = ["•", "◦", "▪"];

function entry(painter: Painter, node: SyntaxNodeRef): void {
  const line = painter.state.doc.lineAt(node.from);
  const parts = lineParts(line.text);
  let depth = 0;
  for (let up = node.node.parent; up; up = up.parent) if (up.name === "ListItem") depth++;
  const last = Math.min(node.node.lastChild?.to ?? line.to, node.to);
  for (let number = line.number; number <= painter.state.doc.lineAt(last).number; number++) {
    const own = painter.state.doc.line(number);
    if (number > line.number && lineParts(own.text).marker !== "") break;
    lineClass(painter, own.from, {
      class: `md-entry md-depth-${Math.min(depth, 5)}${number > line.number ? " is-further" : ""}`,
    });
    const blank = number > line.number ? (/^[ \t]*/.exec(own.text)?.[0].length ?? 0) : 0;
    if (blank > 0) painter.out.push(hidden.range(own.from, own.from + blank));
  }
  const widget =
    parts.kind === "task"
      ? new BoxWidget(isDone(line), painter.state.readOnly)
      : new MarkerWidget(parts.kind === "ordered" ? parts.marker : (BULLETS[depth % 3] ?? "•"));
  const from = line.from + parts.quote.length;
  const to = line.from + parts.prefix.length;
  if (to > from) painter.out.push(Decoration.replace({ widget }).range(from, to));
}

function quote(painter: Painter, node: SyntaxNodeRef): void {
  const last = painter.state.doc.lineAt(node.to).number;
  for (let { number } = painter.state.doc.lineAt(node.from); number <= last; number++) {
    const line = painter.state.doc.line(number);
    const prefix = lineParts(line.text).quote;
    lineClass(painter, line.from, {
      class: line.text.trim() === prefix.trim() ? "md-quote md-blank" : "md-quote",
    });
    if (prefix !== "") painter.out.push(hidden.range(line.from, line.from + prefix.length));
  }
}

function note(painter: Painter, node: SyntaxNodeRef): void {
  if (node.name === "FootnoteDefinition") return lineClass(painter, node.from, { class: "md-footnote" });
  const found = noteAt(painter.state, node.from);
  const number = found ? (footnotesOf(painter.state).numbers.get(found.label) ?? null) : null;
  const widget = new NoteWidget(number, node.name === "FootnoteLabel");
  const range = Decoration.replace({ widget }).range(node.from, node.to);
  painter.out.push(range);
  painter.atoms.push(range);
}

function rule(painter: Painter, node: SyntaxNodeRef): void {
  if (!touches(painter, node.from, node.to))
    painter.out.push(Decoration.replace({ widget: new RuleWidget() }).range(node.from, node.to));
}

function code(painter: Painter, node: SyntaxNodeRef): void {
  const last = painter.state.doc.lineAt(node.to).number;
  for (let { number } = painter.state.doc.lineAt(node.from); number <= last; number++)
    lineClass(painter, painter.state.doc.line(number).from, { class: "md-fenced" });
}

function escape(painter: Painter, node: SyntaxNodeRef): void {
  const to = node.name === "Escape" ? node.from + 1 : painter.state.doc.lineAt(node.from).to;
  if (!touches(painter, node.from, to) && to > node.from) painter.out.push(hidden.range(node.from, to));
}

type Paint = (painter: Painter, node: SyntaxNodeRef) => void;
const PAINTS: Record<string, Paint> = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`ATXHeading${level}`, heading])),
  ...Object.fromEntries(Object.keys(PHRASES).map((name) => [name, phrase])),
  SetextHeading1: setextHeading,
  SetextHeading2: setextHeading,
  ListItem: entry,
  Blockquote: quote,
  HorizontalRule: rule,
  FencedCode: code,
  FootnoteReference: note,
  FootnoteDefinition: note,
  FootnoteLabel: note,
  Escape: escape,
  HardBreak: escape,
};

/** Blank lines that only set blocks apart are shown low; the one with the cursor is not. */
function blanks(painter: Painter, from: number, to: number): void {
  const { doc } = painter.state;
  for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
    const isApart =
      isBlank(line) && !isBlank(lineBefore(painter.state, line)) && lineAfter(painter.state, line);
    if (isApart && line.number > 1 && !touches(painter, line.from, line.to))
      lineClass(painter, line.from, { class: "md-blank" });
    if (line.to >= to || line.number >= doc.lines) return;
  }
}

const ASK = /^(\*\*|__)[A-Z]{1,3}\d{1,4}\.\1/;

interface Numbered {
  readonly cited: Numbers;
  readonly byStart: ReadonlyMap<number, string>;
}

/** The number of every paragraph at the top level, by where it begins; kept as long as the tree. */
const numbered = new WeakMap<Tree, Numbered>();

function paragraphNumbers(state: EditorState): ReadonlyMap<number, string> {
  const tree = wholeTree(state);
  const cited = state.field(numbers);
  const known = numbered.get(tree);
  if (known?.cited === cited) return known.byStart;
  const own = new Map(
    cited?.toReversed().map(({ from, number }) => [state.doc.lineAt(from).from, number] as const),
  );
  const byStart = new Map<number, string>();
  let last = 0;
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    if (node.name !== "Paragraph") continue;
    const line = state.doc.lineAt(node.from);
    if (ASK.test(line.text)) continue;
    last += 1;
    const number = cited ? own.get(line.from) : String(last);
    if (number !== undefined) byStart.set(line.from, number);
  }
  numbered.set(tree, { cited, byStart });
  return byStart;
}

interface Painted {
  readonly decorations: DecorationSet;
  readonly atoms: DecorationSet;
}

function paint(view: EditorView): Painted {
  const { main } = view.state.selection;
  const focus = view.hasFocus && !view.state.readOnly ? main : null;
  const painter: Painter = { state: view.state, focus, out: [], atoms: [] };
  const found = paragraphNumbers(view.state);
  const tree = syntaxTree(view.state);
  for (const { from, to } of view.visibleRanges) {
    tree.iterate({
      from,
      to,
      enter: (node) => {
        if (node.name === "Table") return false;
        PAINTS[node.name]?.(painter, node);
        return node.name !== "FencedCode";
      },
    });
    blanks(painter, from, to);
    for (const [start, number] of found)
      if (start >= from && start <= to)
        lineClass(painter, start, { "data-paragraph": number, class: "md-paragraph" });
  }
  return { decorations: Decoration.set(painter.out, true), atoms: Decoration.set(painter.atoms, true) };
}

const inline = ViewPlugin.fromClass(
  class {
    painted: Painted;
    constructor(view: EditorView) {
      this.painted = paint(view);
    }
    update(update: ViewUpdate): void {
      const hasNewTree = syntaxTree(update.startState) !== syntaxTree(update.state);
      const hasMoved =
        update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged;
      const isUnlocked = update.startState.readOnly !== update.state.readOnly;
      const isRenumbered = update.startState.field(numbers) !== update.state.field(numbers);
      if (hasMoved || hasNewTree || isUnlocked || isRenumbered) this.painted = paint(update.view);
    }
  },
  {
    decorations: (plugin) => plugin.painted.decorations,
    provide: (plugin) =>
      EditorView.atomicRanges.of((view) => view.plugin(plugin)?.painted.atoms ?? Decoration.none),
  },
);

interface Tables {
  readonly tree: Tree;
  readonly isReadOnly: boolean;
  readonly decorations: DecorationSet;
}

function findTables(state: EditorState, tree: Tree): Tables {
  const out: Range<Decoration>[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    if (node.name !== "Table") continue;
    const from = state.doc.lineAt(node.from).from;
    const to = state.doc.lineAt(node.to).to;
    const widget = new TableWidget(state.sliceDoc(from, to), state.readOnly);
    out.push(Decoration.replace({ widget, block: true }).range(from, to));
  }
  return { tree, isReadOnly: state.readOnly, decorations: Decoration.set(out) };
}

const tables = StateField.define<Tables>({
  create: (state) => findTables(state, wholeTree(state)),
  update(value, transaction) {
    const tree = wholeTree(transaction.state);
    const isSame = tree === value.tree && transaction.state.readOnly === value.isReadOnly;
    return isSame ? value : findTables(transaction.state, tree);
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.decorations),
    EditorView.atomicRanges.of((view) => view.state.field(field).decorations),
  ],
});

export const preview: Extension = [tables, inline];
