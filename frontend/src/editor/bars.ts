/**
 * The bars that stay at the window's edges lie over the text, and on a phone the keyboard lies over the window: the line one writes on
 * is brought out from under both.
 */

import { EditorView, ViewPlugin } from "@codemirror/view";

/** Pixels between a bar and the line. */
const GAP = 16;

/** Pixels of the window that the keyboard hides at either end. A page that is zoomed shows a part of itself, and nothing lies over it. */
function hidden(): { top: number; bottom: number } {
  const shown = window.visualViewport;
  if (!shown || Math.abs(shown.scale - 1) > 0.01) return { top: 0, bottom: 0 };
  const top = Math.max(0, shown.offsetTop);
  return { top, bottom: Math.max(0, window.innerHeight - shown.height - top) };
}

const margins = EditorView.scrollMargins.of(({ dom }) => {
  // The view knows how much of the window is to be seen, but not from where.
  const { top } = hidden();
  return { top: top + heightOf(dom, "top"), bottom: heightOf(dom, "bottom") - top };
});

function heightOf(dom: HTMLElement, edge: "top" | "bottom"): number {
  const bars = [...(dom.closest("section")?.querySelectorAll(`[data-bar=${edge}]`) ?? [])];
  const heights = bars.map((bar) => (isAtEdge(bar) ? bar.getBoundingClientRect().height : 0));
  return bars.length === 0 ? 0 : heights.reduce((sum, height) => sum + height, GAP);
}

/** What a selection allows stands beside it where there is room, and at the edge where there is none. */
function isAtEdge(bar: Element): boolean {
  return getComputedStyle(bar).position !== "absolute";
}

/** Keeps the bars at the edges of what is to be seen, as `--hidden-top` and `--hidden-bottom`, and the line one writes on between them. */
class Keyboard {
  readonly #view: EditorView;

  constructor(view: EditorView) {
    this.#view = view;
    window.visualViewport?.addEventListener("resize", this.#follow);
    window.visualViewport?.addEventListener("scroll", this.#follow);
  }

  destroy(): void {
    window.visualViewport?.removeEventListener("resize", this.#follow);
    window.visualViewport?.removeEventListener("scroll", this.#follow);
  }

  readonly #follow = (event: Event): void => {
    const page = this.#view.dom.closest("section");
    for (const [edge, height] of Object.entries(hidden()))
      page?.style.setProperty(`--hidden-${edge}`, `${height}px`);
    if (event.type !== "resize" || !this.#view.hasFocus) return;
    this.#view.dispatch({ effects: EditorView.scrollIntoView(this.#view.state.selection.main.head) });
  };
}

export const clearOfBars = [margins, ViewPlugin.fromClass(Keyboard)];
