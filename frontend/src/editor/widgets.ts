/** What stands in the text instead of Markdown's marks: bullets, boxes, rules, notes and tables. */

import { WidgetType, type EditorView } from "@codemirror/view";
import { goToOtherEnd } from "./following";
import { parser } from "./markdown";
import { INLINE } from "./syntax";
import { readTable } from "./tables";
import { tickAt } from "./tasks";
import { surroundings } from "./words";

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = "",
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A bullet or a number, hanging before its entry. */
export class MarkerWidget extends WidgetType {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override eq(other: MarkerWidget): boolean {
    return other.text === this.text;
  }
  override toDOM(): HTMLElement {
    return element("span", "md-marker", this.text);
  }
}

/** A box that can be ticked where the text can be written. */
export class BoxWidget extends WidgetType {
  readonly isDone: boolean;
  readonly isReadOnly: boolean;
  constructor(isDone: boolean, isReadOnly: boolean) {
    super();
    this.isDone = isDone;
    this.isReadOnly = isReadOnly;
  }
  override eq(other: BoxWidget): boolean {
    return other.isDone === this.isDone && other.isReadOnly === this.isReadOnly;
  }
  override toDOM(view: EditorView): HTMLElement {
    const { words } = view.state.facet(surroundings);
    const marker = element("span", "md-marker");
    const box = element("input", "md-box");
    box.type = "checkbox";
    box.checked = this.isDone;
    box.disabled = this.isReadOnly;
    box.tabIndex = -1;
    box.setAttribute("aria-label", this.isDone ? words.done : words.notDone);
    box.addEventListener("mousedown", (event) => event.preventDefault());
    box.addEventListener("click", (event) => {
      event.preventDefault();
      const ticking = view.state.readOnly ? null : tickAt(view.state, view.posAtDOM(marker));
      if (ticking) view.dispatch(ticking);
    });
    marker.append(box);
    return marker;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

export class RuleWidget extends WidgetType {
  override eq(): boolean {
    return true;
  }
  override toDOM(): HTMLElement {
    return element("span", "md-rule");
  }
}

/** A raised number for a footnote's mark, or the number before the note itself; a press goes to the other end. */
export class NoteWidget extends WidgetType {
  /** As the text calls its notes; null where nothing calls this one, or nothing is written for it. */
  readonly number: number | null;
  readonly isDefinition: boolean;
  constructor(number: number | null, isDefinition: boolean) {
    super();
    this.number = number;
    this.isDefinition = isDefinition;
  }
  override eq(other: NoteWidget): boolean {
    return other.number === this.number && other.isDefinition === this.isDefinition;
  }
  override toDOM(view: EditorView): HTMLElement {
    const { words } = view.state.facet(surroundings);
    const shown = String(this.number ?? "?");
    const mark = this.isDefinition
      ? element("span", "md-marker md-note", `${shown}.`)
      : element("sup", "md-note", shown);
    const there = this.isDefinition ? words.fromNote : words.toNote;
    mark.title = this.number === null ? words.footnoteUncalled : there;
    if (!this.isDefinition) {
      mark.setAttribute("aria-label", words.footnote(shown));
      mark.setAttribute("role", "img");
    }
    mark.addEventListener("mousedown", (event) => event.preventDefault());
    mark.addEventListener("click", () => goToOtherEnd(view, view.posAtDOM(mark)));
    return mark;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

const TAGS: Record<string, "strong" | "em" | "s" | "code"> = {
  [INLINE.bold.node]: "strong",
  [INLINE.italic.node]: "em",
  [INLINE.strike.node]: "s",
  InlineCode: "code",
};

/** Inline Markdown as nodes: formats are shown, marks are not, nothing is ever interpreted as HTML. */
export function inlineNodes(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const open: Node[] = [fragment];
  let done = 0;
  const say = (to: number): void => {
    if (to > done) open.at(-1)?.appendChild(document.createTextNode(text.slice(done, to)));
    done = Math.max(done, to);
  };
  parser.parse(text).iterate({
    enter: ({ name, from, to }) => {
      const tag = TAGS[name];
      if (tag) {
        say(from);
        const made = document.createElement(tag);
        open.at(-1)?.appendChild(made);
        open.push(made);
      } else if (/Mark$|^URL$|^LinkTitle$/.test(name)) {
        say(from);
        done = to;
      }
    },
    leave: ({ name, to }) => {
      if (!TAGS[name]) return;
      say(to);
      open.pop();
    },
  });
  say(text.length);
  return fragment;
}

/** A table as a table; a press on it opens the grid. */
export class TableWidget extends WidgetType {
  readonly markdown: string;
  readonly isReadOnly: boolean;
  constructor(markdown: string, isReadOnly: boolean) {
    super();
    this.markdown = markdown;
    this.isReadOnly = isReadOnly;
  }
  override eq(other: TableWidget): boolean {
    return other.markdown === this.markdown && other.isReadOnly === this.isReadOnly;
  }
  override toDOM(view: EditorView): HTMLElement {
    const frame = element("div", "md-table");
    const scroller = element("div", "md-table-scroll");
    scroller.tabIndex = 0; // on a phone a wide table scrolls, by keyboard too
    scroller.setAttribute("role", "group");
    scroller.setAttribute("aria-label", view.state.facet(surroundings).words.table);
    const table = document.createElement("table");
    const { rows, alignments } = readTable(this.markdown);
    rows.forEach((row, index) => {
      const line = table.insertRow();
      row.forEach((text, column) => {
        const cell = document.createElement(index === 0 ? "th" : "td");
        if (index === 0) cell.scope = "col";
        if (alignments[column]) cell.classList.add(`is-${alignments[column]}`);
        cell.append(inlineNodes(text));
        line.append(cell);
      });
    });
    scroller.append(table);
    frame.append(scroller);
    if (!this.isReadOnly && view.state.facet(surroundings).onTable) frame.append(this.button(view, frame));
    return frame;
  }
  private button(view: EditorView, frame: HTMLElement): HTMLElement {
    const { words, onTable } = view.state.facet(surroundings);
    const button = element("button", "md-table-edit", words.editTable);
    button.type = "button";
    const act = (event: Event): void => {
      event.preventDefault();
      onTable?.(view.posAtDOM(frame));
    };
    button.addEventListener("click", act);
    frame.addEventListener("dblclick", act);
    return button;
  }
  override get estimatedHeight(): number {
    return 40 * this.markdown.split("\n").length;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}
