/** Marks what is found inside tables: they stand in the text as a whole, so that nothing in them can be decorated. */

import { syntaxTree } from "@codemirror/language";
import type { Extension, StateField } from "@codemirror/state";
import { ViewPlugin, type EditorView } from "@codemirror/view";
import { find, type Wanted } from "./finding";
import type { Finder } from "./finder";
import { readingOf } from "./readable";

const NAMES = ["found", "found-current"] as const;

/** What is found in one cell, as ranges of the page. */
function inCell(cell: Element, wanted: Wanted): Range[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const reading = readingOf(texts.map(({ data }) => data).join(""));
  const place = (offset: number): [Text, number] | null => {
    let before = 0;
    for (const text of texts) {
      if (offset <= before + text.length) return [text, offset - before];
      before += text.length;
    }
    return null;
  };
  return find(reading, wanted).flatMap(({ start, end }) => {
    const [from, to] = [place(reading.from[start] ?? 0), place(reading.to[end - 1] ?? 0)];
    if (!from || !to) return [];
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    return [range];
  });
}

/** Where the one looked at stands in its table: the how manieth of those found there; -1 for other tables. */
function rankIn(view: EditorView, table: Element, { found, reading, current }: Finder): number {
  const from = view.posAtDOM(table);
  const node = syntaxTree(view.state).resolveInner(from, 1);
  let up = node;
  while (up.parent && up.name !== "Table") up = up.parent;
  const at = reading.from[found[current]?.start ?? -1] ?? -1;
  if (at < from || at > up.to) return -1;
  return found.slice(0, current).filter(({ start }) => (reading.from[start] ?? 0) >= from).length;
}

function mark(view: EditorView, shown: Finder): void {
  const all: Range[] = [];
  const current: Range[] = [];
  const tables = shown.found.length > 0 ? view.contentDOM.querySelectorAll(".md-table table") : [];
  for (const table of tables) {
    const hits = [...table.querySelectorAll("th, td")].flatMap((cell) => inCell(cell, shown.wanted));
    const rank = rankIn(view, table.closest(".md-table") ?? table, shown);
    hits.forEach((range, index) => (index === rank ? current : all).push(range));
  }
  CSS.highlights.set(NAMES[0], new Highlight(...all));
  CSS.highlights.set(NAMES[1], new Highlight(...current));
}

export function markInTables(finder: StateField<Finder>): Extension {
  return ViewPlugin.define((view) => {
    let marked: Finder | undefined;
    const draw = (): void => {
      const shown = view.state.field(finder);
      if (shown === marked || !("highlights" in CSS)) return;
      marked = shown;
      mark(view, shown);
    };
    return {
      update: () => view.requestMeasure({ key: draw, read: () => undefined, write: draw }),
      destroy: () => NAMES.forEach((name) => "highlights" in CSS && CSS.highlights.delete(name)),
    };
  });
}
