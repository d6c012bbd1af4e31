/** Finding and replacing in the text that is open: what is found is always that of the text as it stands, whoever changes it. */

import {
  EditorSelection,
  Prec,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
} from "@codemirror/state";
import { Decoration, EditorView, keymap, type DecorationSet } from "@codemirror/view";
import { find, type Found, type Wanted } from "./finding";
import { markInTables } from "./found-in-tables";
import { letterAt, readingOf, readingOfMarkdown, spansOf, type Reading } from "./readable";
import { exchanges } from "./replacing";
import { wholeTree } from "./syntax";

export interface Finder {
  readonly isOpen: boolean;
  /** How often it was opened, also while it was open: its field is to have the keys then. */
  readonly openings: number;
  /** With the field for other words. */
  readonly isReplacing: boolean;
  readonly wanted: Wanted;
  readonly reading: Reading;
  readonly found: readonly Found[];
  /** Which of them one looks at; -1 where nothing is found. */
  readonly current: number;
  /** Where looking goes on from. */
  readonly at: number;
  readonly decorations: DecorationSet;
}

type Asked = Partial<Pick<Finder, "isOpen" | "openings" | "isReplacing" | "wanted" | "current" | "at">>;

const NOTHING: Reading = { letters: [], from: [], to: [] };
const CLOSED: Finder = {
  isOpen: false,
  openings: 0,
  isReplacing: false,
  wanted: { words: "", isExact: false, isWhole: false },
  reading: NOTHING,
  found: [],
  current: -1,
  at: 0,
  decorations: Decoration.none,
};

const askFinder = StateEffect.define<Asked>();

const startOf = ({ reading, found }: Finder, index: number): number =>
  reading.from[found[index]?.start ?? 0] ?? 0;

function looked(finder: Finder, state: EditorState): Finder {
  if (!finder.isOpen || finder.wanted.words === "") return { ...finder, reading: NOTHING, found: [] };
  const reading = readingOf(state.doc.toString(), wholeTree(state));
  return { ...finder, reading, found: find(reading, finder.wanted) };
}

const FOUND = Decoration.mark({ class: "md-found" });
const CURRENT = Decoration.mark({ class: "md-found is-current" });

function decorate({ reading, found, current }: Finder): DecorationSet {
  const ranges = found.flatMap(({ start, end }, index) =>
    spansOf(reading, start, end).map(({ from, to }) => (index === current ? CURRENT : FOUND).range(from, to)),
  );
  return Decoration.set(ranges);
}

/** The one looked at: the asked one, else the first from where looking goes on, else the first. */
function choose(finder: Finder, asked: number | undefined): Finder {
  const { found, reading, at } = finder;
  const letter = letterAt(reading, at);
  const next = found.findIndex(({ start }) => start >= letter);
  const current =
    asked !== undefined && asked < found.length ? asked : found.length > 0 ? Math.max(0, next) : -1;
  const chosen = { ...finder, current };
  const place = current < 0 ? at : startOf(chosen, current);
  return { ...chosen, at: place, decorations: decorate(chosen) };
}

export const finder = StateField.define<Finder>({
  create: () => CLOSED,
  update(value, transaction) {
    const asked = transaction.effects.flatMap((effect) => (effect.is(askFinder) ? [effect.value] : []));
    if (asked.length === 0 && !(transaction.docChanged && value.isOpen)) return value;
    const at = transaction.changes.mapPos(Math.min(value.at, transaction.startState.doc.length), 1);
    const wish: Asked = Object.assign({}, ...asked);
    return choose(looked({ ...value, at, ...wish }, transaction.state), wish.current);
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

const LONGEST = 80;

/** Opens it with the words that are selected, if they are few, else with those looked for before. */
export function openFinder(view: EditorView, isReplacing = false): boolean {
  const { from, to } = view.state.selection.main;
  const chosen = readingOfMarkdown(view.state.sliceDoc(from, Math.min(to, from + LONGEST * 2))).letters.join(
    "",
  );
  const { wanted, openings } = view.state.field(finder);
  const isFew = chosen.trim() !== "" && chosen.length <= LONGEST && !chosen.includes("\n");
  const words = isFew ? chosen.trim() : wanted.words;
  const asked = {
    isOpen: true,
    openings: openings + 1,
    isReplacing: isReplacing && !view.state.readOnly,
    wanted: { ...wanted, words },
    at: from,
  };
  view.dispatch({ effects: askFinder.of(asked) });
  return true;
}

/** Closes it; what one looked at is selected, and the text has the keys again. */
export function closeFinder(view: EditorView): void {
  const { found, current, reading } = view.state.field(finder);
  const one = found[current];
  const range = one && EditorSelection.range(reading.from[one.start] ?? 0, reading.to[one.end - 1] ?? 0);
  view.dispatch({ effects: askFinder.of({ isOpen: false }), ...(range ? { selection: range } : {}) });
  view.focus();
}

export function lookFor(view: EditorView, wanted: Wanted): void {
  view.dispatch({ effects: askFinder.of({ wanted }) });
  show(view);
}

export function showReplacing(view: EditorView, isReplacing: boolean): void {
  view.dispatch({ effects: askFinder.of({ isReplacing }) });
}

/** The next one, or the one before; after the last comes the first. */
export function step(view: EditorView, by: 1 | -1): boolean {
  const { found, current, isOpen } = view.state.field(finder);
  if (!isOpen) return false;
  if (found.length > 0)
    view.dispatch({ effects: askFinder.of({ current: (current + by + found.length) % found.length }) });
  show(view);
  return true;
}

function show(view: EditorView): void {
  const shown = view.state.field(finder);
  if (shown.current >= 0)
    view.dispatch({ effects: EditorView.scrollIntoView(startOf(shown, shown.current), { y: "center" }) });
}

/** Puts other words in place of these in one change; how many. */
function put(view: EditorView, found: readonly Found[], words: string): number {
  const { state } = view;
  if (state.readOnly || found.length === 0) return 0;
  const { reading } = state.field(finder);
  const last = found.at(-1);
  const changes = state.changes([...exchanges(state.doc.toString(), wholeTree(state), found, words)]);
  const at = changes.mapPos(reading.to[(last?.end ?? 1) - 1] ?? 0, 1);
  view.dispatch({ changes, effects: askFinder.of({ at }), userEvent: "input.replace" });
  return found.length;
}

export function replaceCurrent(view: EditorView, words: string): number {
  const { found, current } = view.state.field(finder);
  const done = put(view, found.slice(Math.max(0, current), current + 1), words);
  show(view);
  return done;
}

export function replaceAll(view: EditorView, words: string): number {
  return put(view, view.state.field(finder).found, words);
}

const keys = Prec.highest(
  keymap.of([
    { key: "Mod-f", run: (view) => openFinder(view), preventDefault: true },
    { key: "Mod-h", mac: "Mod-Shift-h", run: (view) => openFinder(view, true), preventDefault: true },
    { key: "F3", run: (view) => step(view, 1), shift: (view) => step(view, -1) },
    {
      key: "Escape",
      run: (view) => {
        if (view.state.field(finder).isOpen) closeFinder(view);
        return false;
      },
    },
  ]),
);

/** Teaches an editor to find; calls back now and whenever there is news. */
export function teachFinding(view: EditorView, onNews: (finder: Finder) => void): void {
  const listening: Extension = EditorView.updateListener.of(({ state, startState }) => {
    if (state.field(finder) !== startState.field(finder, false)) onNews(state.field(finder));
  });
  view.dispatch({ effects: StateEffect.appendConfig.of([finder, keys, listening, markInTables(finder)]) });
  onNews(view.state.field(finder));
}
