/** The bars that stay at the window's edges lie over the text: the line one writes on is brought out from under them. */

import { EditorView } from "@codemirror/view";

/** Pixels between a bar and the line. */
const GAP = 16;

export const clearOfBars = EditorView.scrollMargins.of(({ dom }) => ({
  top: heightOf(dom, "[data-bar='top']"),
  bottom: heightOf(dom, "[data-bar='bottom']"),
}));

function heightOf(dom: HTMLElement, bar: string): number {
  const height = dom.closest("section")?.querySelector(bar)?.getBoundingClientRect().height;
  return height === undefined ? 0 : height + GAP;
}
