/** `j` goes to the next and `k` to the previous change, thread or amendment, while nobody is typing. */

const STEPS: Record<string, 1 | -1> = { j: 1, k: -1 };

/** Whether a key belongs to somebody else: a shortcut of the browser, a dialog, a field one writes in. */
export function isTaken({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || document.querySelector("dialog[open]")) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** The step that a key asks for; null for every other key. */
export function stepOf(event: KeyboardEvent): 1 | -1 | null {
  if (isTaken(event)) return null;
  return STEPS[event.key] ?? null;
}

/** Brings an element into view and puts the focus on it; at once where what lies between is laid out only on the way. */
export function visit(element: HTMLElement | null | undefined, atOnce = false): void {
  if (!element) return;
  const isStill = atOnce || window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const isTall = element.offsetHeight > window.innerHeight * 0.6;
  element.scrollIntoView({ block: isTall ? "start" : "center", behavior: isStill ? "auto" : "smooth" });
  element.focus({ preventScroll: true });
}
