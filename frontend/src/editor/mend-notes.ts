/** Footnotes on the clipboard: a link and a link back, as Word, LibreOffice and Google Docs all write them. */

function target(body: HTMLElement, link: HTMLAnchorElement): Element | null {
  const name = (link.getAttribute("href") ?? "").split("#")[1];
  if (!name) return null;
  const quoted = CSS.escape(name);
  return body.querySelector(`[id="${quoted}"], a[name="${quoted}"]`);
}

function isHashLink(link: HTMLAnchorElement): boolean {
  return (link.getAttribute("href") ?? "").includes("#");
}

/** Whether `end` is the link at a note's beginning that leads back to `mark`. */
function leadsBack(body: HTMLElement, end: Element, mark: HTMLAnchorElement): HTMLAnchorElement | null {
  const links =
    end instanceof HTMLAnchorElement || end.tagName === "A" ? [end] : [...end.querySelectorAll("a")];
  const found = links.find((link) => {
    const back = target(body, link as HTMLAnchorElement);
    return back !== null && (back === mark || back.contains(mark) || mark.contains(back));
  });
  return (found as HTMLAnchorElement | undefined) ?? null;
}

/**
 * Takes the notes out; where their marks were stand `<sup data-note="1">`, and so on. Cross-references lead somewhere too, but
 * nothing leads back from there.
 */
export function mendFootnotes(body: HTMLElement): HTMLElement[] {
  const notes: HTMLElement[] = [];
  for (const mark of [...body.querySelectorAll("a")].filter(isHashLink)) {
    if (!mark.isConnected || mark.closest("[data-noted]")) continue;
    const end = target(body, mark);
    const back = end && leadsBack(body, end, mark);
    const block = back?.closest<HTMLElement>("div[id], li, p, dd");
    if (!back || !block || block.contains(mark) || block === body) continue;
    block.dataset["noted"] = "";
    back.remove();
    const sign = body.ownerDocument.createElement("sup");
    sign.dataset["note"] = String(notes.length + 1);
    sign.textContent = "*"; // what is empty is left out
    (mark.closest("sup") ?? mark).replaceWith(sign);
    notes.push(block);
  }
  for (const note of notes) note.remove();
  for (const rest of body.querySelectorAll("[style*='mso-element:footnote-list']")) rest.remove();
  return notes;
}
