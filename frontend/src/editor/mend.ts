/**
 * HTML as Word, LibreOffice, mail programs and web pages put it on the clipboard, made into the plain HTML it stands for: real
 * lists, whole phrases, accepted changes, followable links; no styles, scripts, pictures or trackers. Needs a browser's DOM.
 */

import { cleanAddress } from "./addresses";
import { mendFootnotes } from "./mend-notes";

const NEVER =
  "style, script, meta, link, title, base, noscript, template, iframe, object, embed, video, audio, canvas, xml, select, button, textarea";
const HIDDEN = "[hidden], [style*='display:none'], [style*='display: none'], [style*='mso-hide:all']";
const COMMENTS =
  ".MsoCommentReference, [style*='mso-element:comment'], a[href^='#_msocom'], .msocomtxt, .msocomanchor";
const DELETED = "del[cite], del[datetime], .msoDel, [style*='mso-prop-change'] del";
const PICTURES = "img, svg, picture";

function unwrap(node: Element): void {
  node.replaceWith(...node.childNodes);
}

function renamed(node: Element, tag: string): HTMLElement {
  const made = node.ownerDocument.createElement(tag);
  made.append(...node.childNodes);
  node.replaceWith(made);
  return made;
}

/** A picture of a point or two is there to count its readers. */
function isTracker(picture: Element): boolean {
  return ["width", "height"].some((side) => /^[0-2](px)?$/.test(picture.getAttribute(side) ?? ""));
}

/** Takes out what is never text; how many pictures were among it. */
function strip(body: HTMLElement): number {
  for (const node of body.querySelectorAll(`${NEVER}, ${HIDDEN}, ${COMMENTS}, ${DELETED}`)) node.remove();
  const pictures = [...body.querySelectorAll(PICTURES)].filter(
    (node) => !node.parentElement?.closest(PICTURES),
  );
  const count = pictures.filter((picture) => !isTracker(picture)).length;
  for (const picture of pictures) picture.remove();
  for (const office of [...body.querySelectorAll("*")].filter((node) => node.tagName.includes(":")))
    unwrap(office);
  for (const kept of body.querySelectorAll(
    "ins, font, u, o, center, address, article, section, main, header, footer, label",
  ))
    if (kept.matches("ins, font, u, o, label")) unwrap(kept);
  return count;
}

/** Google Docs and Word say bold by style; an outer <b style="font-weight: normal"> says nothing. */
function mendStyles(body: HTMLElement): void {
  for (const node of body.querySelectorAll<HTMLElement>("b, strong, i, em, s, strike, span")) {
    const { fontWeight, fontStyle, textDecoration } = node.style;
    const isSpan = node.tagName === "SPAN";
    const isNothing = /^(normal|400)$/.test(fontWeight) && /^(B|STRONG)$/.test(node.tagName);
    if (isNothing) unwrap(node);
    else if (isSpan) {
      if (/^(bold|[6-9]00)$/.test(fontWeight)) wrapIn("strong", node);
      if (fontStyle === "italic") wrapIn("em", node);
      if (/line-through/.test(textDecoration)) wrapIn("s", node);
      unwrap(node);
    } else if (/^(B|I|STRIKE)$/.test(node.tagName))
      renamed(node, { B: "strong", I: "em", STRIKE: "s" }[node.tagName] ?? "span");
  }
}

function wrapIn(tag: "strong" | "em" | "s", node: HTMLElement): void {
  const wrapper = node.ownerDocument.createElement(tag);
  wrapper.append(...node.childNodes);
  node.append(wrapper);
}

/** In a heading, and where it is all of a table's header cell. */
function isStrongAnyway(run: Element): boolean {
  if (run.closest("h1, h2, h3, h4, h5, h6")) return true;
  const cell = run.closest("th, tr:first-child > td");
  return cell !== null && cell.textContent?.trim() === run.textContent?.trim();
}

/** Word cuts a phrase into runs; runs of one format that follow one another are one, blanks between them included. */
function joinRuns(body: HTMLElement): void {
  for (const run of [...body.querySelectorAll("strong, em, s")]) {
    if ((run.textContent ?? "").trim() === "") unwrap(run);
    else if (run.matches("strong") && isStrongAnyway(run)) unwrap(run);
  }
  body.normalize();
  for (const run of [...body.querySelectorAll("strong, em, s")]) {
    if (!run.isConnected) continue;
    for (let next = run.nextSibling; next; next = run.nextSibling) {
      const isBlank = next.nodeType === Node.TEXT_NODE && (next.textContent ?? "").trim() === "";
      const other = isBlank ? next.nextSibling : next;
      if (!(other instanceof Element) || other.tagName !== run.tagName) break;
      if (isBlank) run.append(next);
      run.append(...other.childNodes);
      other.remove();
    }
  }
}

const STYLES: readonly (readonly [string, string])[] = [
  ["p.MsoTitle, p.title", "h1"],
  ["p.MsoQuote, p.MsoIntenseQuote, p.quotations", "blockquote"],
];

function mendParagraphs(body: HTMLElement): void {
  for (const [selector, tag] of STYLES)
    for (const paragraph of body.querySelectorAll(selector)) renamed(paragraph, tag);
}

interface Entry {
  readonly level: number;
  readonly tag: "ol" | "ul";
  readonly start: number;
}

/** How Word drew the entry: its level, whether it counts, and from where. */
function entryOf(paragraph: HTMLElement): Entry {
  const level = Number(/level(\d)/.exec(paragraph.getAttribute("style") ?? "")?.[1] ?? 1);
  const drawn = paragraph.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']");
  const sign = (drawn?.textContent ?? "").trim();
  drawn?.remove();
  const isOrdered = /^\(?[\dA-Za-z]{1,4}[.)]/.test(sign);
  return { level, tag: isOrdered ? "ol" : "ul", start: Number(/^\(?(\d+)/.exec(sign)?.[1] ?? 1) };
}

/** Word writes lists as paragraphs with a drawn bullet; they become real lists again, by level. */
function mendWordLists(body: HTMLElement): void {
  // Nodes stay in the parsed document, where no handler of theirs can run.
  const document = body.ownerDocument;
  let open: HTMLElement[] = [];
  let last: Element | null = null;
  const list = (tag: string, start: number): HTMLElement => {
    const made = document.createElement(tag);
    if (start !== 1) made.setAttribute("start", String(start));
    return made;
  };
  for (const paragraph of body.querySelectorAll<HTMLElement>(
    "p[style*='mso-list'], div[style*='mso-list']",
  )) {
    if (/mso-list:\s*(none|Ignore)/i.test(paragraph.getAttribute("style") ?? "")) continue;
    const { level, tag, start } = entryOf(paragraph);
    if (paragraph.previousElementSibling !== last) open = [];
    open = open.slice(0, level);
    if (open.length === level && open[level - 1]?.tagName.toLowerCase() !== tag)
      open = open.slice(0, level - 1);
    while (open.length < level) {
      const made = list(tag, open.length === level - 1 ? start : 1);
      const outer = open.at(-1);
      if (outer) (outer.lastElementChild ?? outer.appendChild(document.createElement("li"))).append(made);
      else paragraph.before(made);
      open.push(made);
    }
    const entry = document.createElement("li");
    entry.append(...paragraph.childNodes);
    open.at(-1)?.append(entry);
    paragraph.remove();
    last = open[0] ?? null;
  }
}

/** Lists that stand in lists beside their entries belong into the entry before; a box at an entry's beginning is a task. */
function mendLists(body: HTMLElement): void {
  for (const inner of body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol"))
    (inner.previousElementSibling ?? inner.parentElement)?.append(inner);
  for (const box of body.querySelectorAll<HTMLInputElement>("li input[type=checkbox]")) {
    const entry = box.closest("li");
    if (entry && !entry.dataset["task"]) entry.dataset["task"] = box.checked ? "x" : " ";
  }
  for (const field of body.querySelectorAll("input")) field.remove();
}

/** A table of one cell is a frame; a table within a table is its words. */
function mendTables(body: HTMLElement): void {
  for (const inner of body.querySelectorAll("table table")) inner.replaceWith(inner.textContent ?? "");
  for (const table of body.querySelectorAll("table"))
    if (table.rows.length === 1 && table.rows[0]?.cells.length === 1)
      table.replaceWith(...(table.rows[0].cells[0]?.childNodes ?? []));
}

function mendLinks(body: HTMLElement): void {
  for (const link of body.querySelectorAll("a")) {
    const address = cleanAddress(link.getAttribute("href") ?? "");
    if (address === null || (link.textContent ?? "").trim() === "") unwrap(link);
    else link.setAttribute("href", address);
  }
}

export interface Mended {
  readonly body: HTMLElement;
  /** The blocks of its footnotes, in the order of their marks. */
  readonly notes: readonly HTMLElement[];
  readonly pictures: number;
}

export function mended(html: string): Mended {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const pictures = strip(body);
  const notes = mendFootnotes(body);
  mendParagraphs(body);
  mendWordLists(body);
  mendLists(body);
  mendTables(body);
  for (const part of [body, ...notes]) {
    mendStyles(part);
    mendLinks(part);
    joinRuns(part);
  }
  return { body, notes, pictures };
}
