/** Lists as a whole: their numbers go on without gaps, and entries move in and out with their kind. */

import {
  StateEffect,
  type ChangeSpec,
  type EditorState,
  type Line,
  type StateCommand,
  type Transaction,
  type TransactionSpec,
} from "@codemirror/state";
import { isList, lineParts, type LineParts } from "./lines";
import { lineAfter, lineBefore, selectedLines, wholeTree } from "./syntax";

function renumbered(line: Line, parts: LineParts, number: number): ChangeSpec[] {
  const from = line.from + parts.quote.length + parts.indent.length;
  const insert = `${number}${parts.marker.slice(-1)}`;
  return insert === parts.marker ? [] : [{ from, to: from + parts.marker.length, insert }];
}

/** The entries below a line, at the level of `parts`, count on from this number. */
export function countFrom(state: EditorState, after: Line, parts: LineParts, first: number): ChangeSpec[] {
  if (parts.kind !== "ordered") return [];
  const changes: ChangeSpec[] = [];
  let number = first;
  for (let line = lineAfter(state, after); line; line = lineAfter(state, line)) {
    const next = lineParts(line.text);
    if (next.indent.length > parts.indent.length) continue;
    if (next.kind !== "ordered" || next.indent !== parts.indent || next.quote !== parts.quote) break;
    changes.push(...renumbered(line, next, number++));
  }
  return changes;
}

/** Every numbered list that touches the place of the cursor counts on from its first number. */
function recount(state: EditorState): ChangeSpec[] {
  const line = state.doc.lineAt(state.selection.main.head);
  const [before, after] = [lineBefore(state, line) ?? line, lineAfter(state, line) ?? line];
  const changes: ChangeSpec[] = [];
  wholeTree(state).iterate({
    from: before.from,
    to: after.to,
    enter: ({ name, node }) => {
      if (name !== "OrderedList") return;
      let number = Number.NaN;
      for (const entry of node.getChildren("ListItem")) {
        const own = state.doc.lineAt(entry.from);
        const parts = lineParts(own.text);
        number = Number.isNaN(number) ? Number.parseInt(parts.marker, 10) : number + 1;
        if (parts.kind === "ordered") changes.push(...renumbered(own, parts, number));
      }
    },
  });
  return changes;
}

/** The transaction, with the numbers of the lists it touched put right in the text that the filters made of it. */
export function counted(state: EditorState, spec: TransactionSpec): Transaction {
  const first = state.update(spec);
  const numbers = first.state.changes(recount(first.state));
  if (numbers.empty) return first;
  return state.update({
    ...spec,
    changes: first.changes.compose(numbers),
    selection: first.newSelection.map(numbers),
    effects: StateEffect.mapEffects(first.effects, numbers),
    filter: false,
  });
}

/** The nearest entry above at this indentation, or the nearest with less. */
function above(state: EditorState, line: Line, fits: (indent: number) => boolean): LineParts | null {
  for (let one = lineBefore(state, line); one; one = lineBefore(state, one)) {
    const parts = lineParts(one.text);
    if (isList(parts) && fits(parts.indent.length)) return parts;
    if (!isList(parts) && one.text.trim() !== "" && !/^\s/.test(one.text.slice(parts.quote.length)))
      return null;
  }
  return null;
}

/** How an entry stands among those above it, as a child of `parent` or beside its siblings there. */
function reset(line: Line, parts: LineParts, indent: number, beside: LineParts | null): ChangeSpec {
  const from = line.from + parts.quote.length;
  const own = parts.kind === "ordered" ? "1." : parts.marker;
  const number = Number.parseInt(beside?.marker ?? "", 10);
  const marker =
    beside === null ? own : Number.isNaN(number) ? beside.marker : `${number + 1}${beside.marker.slice(-1)}`;
  const to = from + parts.indent.length + parts.marker.length;
  return { from, to, insert: " ".repeat(indent) + marker };
}

/** The entry that this one's parent is. */
export function parentOf(state: EditorState, line: Line, parts: LineParts): LineParts | null {
  return parts.indent === "" ? null : above(state, line, (indent) => indent < parts.indent.length);
}

function indented(state: EditorState, line: Line): ChangeSpec[] {
  const parts = lineParts(line.text);
  const own = parts.indent.length;
  const outer = above(state, line, (indent) => indent <= own);
  if (!outer) return [];
  const depth = outer.indent.length + outer.marker.length + 1;
  const nearest = above(state, line, (indent) => indent <= depth);
  return depth > own ? [reset(line, parts, depth, nearest?.indent.length === depth ? nearest : null)] : [];
}

function outdented(state: EditorState, line: Line): ChangeSpec[] {
  const parts = lineParts(line.text);
  if (parts.indent === "") return [];
  const parent = parentOf(state, line, parts);
  return [reset(line, parts, parent?.indent.length ?? 0, parent)];
}

/** One selected entry after the other, each seeing where those before it went. */
function moving(move: (state: EditorState, line: Line) => ChangeSpec[], userEvent: string): StateCommand {
  return ({ state, dispatch }) => {
    const lines = selectedLines(state).filter((line) => isList(lineParts(line.text)));
    if (lines.length === 0) return false;
    let now = state;
    const specs: TransactionSpec[] = [];
    for (const { number } of lines) {
      const changes = move(now, now.doc.line(number));
      if (changes.length === 0) continue;
      specs.push({ changes, sequential: true, userEvent });
      now = now.update({ changes }).state;
    }
    const last = { changes: recount(now), sequential: true };
    if (specs.length > 0) dispatch(state.update(...specs, last));
    return true;
  };
}

/** Tab in a list: one level in, under the entry above. */
export const indentEntry = moving(indented, "input.indent");

/** Shift+Tab in a list: one level out, as an entry of that list. */
export const outdentEntry = moving(outdented, "delete.dedent");
