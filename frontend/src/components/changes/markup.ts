/** The server's sanitised HTML made ready to be read here: told to screen readers, cut into stretches, tables that scroll by themselves. */

import { markupNames, spansOf } from "../../domain/comparing";

export interface Words {
  readonly inserted: string;
  readonly deleted: string;
  readonly end: string;
  readonly movedUp: string;
  readonly movedDown: string;
  readonly wasAbove: string;
  readonly wasBelow: string;
  readonly asSource: string;
  readonly table: string;
  readonly paragraph: (number: string) => string;
  readonly markup: (kind: string, became: string) => string;
}

/** A stretch of the comparison: with changes, or a long one without that is folded away. */
export interface Stretch {
  readonly html: string;
  readonly isFolded: boolean;
  /** How many blocks it has, and the last heading among them: where one is when it ends. */
  readonly count: number;
  readonly heading: string | null;
}

export interface Stretches {
  readonly stretches: readonly Stretch[];
  readonly stops: number;
}

const CHANGED = ".changed, .added, .removed, .moved";
const BLOCKS = ".unchanged, .changed, .added, .removed, .moved";
const HEADINGS = "h1, h2, h3, h4, h5, h6";

const NOTE = /\[\^([^\]\s]+)\]/;

/** The page has a title, and what is compared has one below it. */
const TITLES_ABOVE = 2;

function parse(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, "text/html").body;
}

/** Marks of footnotes, which the comparison leaves as they are written. */
function raiseNotes(body: Element): void {
  if (!NOTE.test(body.textContent ?? "")) return;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode())
    if (NOTE.test(walker.currentNode.textContent ?? "")) found.push(walker.currentNode as Text);
  for (const text of found)
    text.replaceWith(
      ...text.data.split(NOTE).map((part, index) => {
        if (index % 2 === 0) return part;
        const raised = document.createElement("sup");
        raised.textContent = part;
        return raised;
      }),
    );
}

function within(element: Element, selector: string): Element[] {
  return [...(element.matches(selector) ? [element] : []), ...element.querySelectorAll(selector)];
}

/** The page has its own titles: the text's headings come below them and look as they do in the text. */
function lower(heading: Element): Element {
  const level = Number(heading.tagName.slice(1));
  const lowered = document.createElement(`h${Math.min(6, level + TITLES_ABOVE)}`);
  for (const { name, value } of heading.attributes) lowered.setAttribute(name, value);
  lowered.classList.add(`text-h${level}`);
  lowered.append(...heading.childNodes);
  heading.replaceWith(lowered);
  return lowered;
}

function frame(table: Element, label: string): Element {
  const made = document.createElement("div");
  made.className = "scroll-sideways";
  made.tabIndex = 0;
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", label);
  table.replaceWith(made);
  made.append(table);
  return made;
}

function settle(block: Element, words: Pick<Words, "table" | "paragraph">): Element {
  raiseNotes(block);
  for (const number of within(block, "a.number"))
    number.setAttribute("aria-label", words.paragraph(number.textContent ?? ""));
  let settled = block;
  for (const found of within(block, HEADINGS)) {
    const lowered = lower(found);
    if (found === settled) settled = lowered;
  }
  for (const found of within(settled, "table")) {
    const framed = frame(found, words.table);
    if (found === settled) settled = framed;
  }
  return settled;
}

function made(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Where what introduces a block goes: into its first cell, if it is a row. */
function head(block: Element): Element {
  return block.matches("tr") ? (block.firstElementChild ?? block) : block;
}

/** Whether one mark goes on where the other ends: a bold word inside cuts an addition in three, which is still one. */
function goesOn(mark: Element, next: Element | undefined): boolean {
  if (next?.tagName !== mark.tagName || next.closest("td, th") !== mark.closest("td, th")) return false;
  const between = document.createRange();
  between.setStartAfter(mark);
  between.setEndBefore(next);
  return between.toString() === "";
}

function tellChanges(block: Element, words: Words): void {
  const marks = within(block, "ins, del");
  const goOn = marks.map((mark, at) => goesOn(mark, marks[at + 1]));
  marks.forEach((mark, at) => {
    const what = mark.tagName === "INS" ? words.inserted : words.deleted;
    if (!goOn[at - 1]) mark.prepend(made("span", "visually-hidden", ` ${what} `));
    if (!goOn[at]) mark.append(made("span", "visually-hidden", ` ${words.end} `));
  });
  for (const changed of within(block, CHANGED)) {
    const told = markupNames(changed.classList).map(({ kind, became }) => words.markup(kind, became));
    const number = changed.querySelector(":scope > .number");
    if (told.length > 0 && number) number.after(made("span", "tag", told.join(" · ")), " ");
    else if (told.length > 0) head(changed).prepend(made("span", "tag", told.join(" · ")), " ");
  }
  for (const failed of within(block, ".as-source"))
    head(failed).prepend(made("p", "small note", words.asSource));
}

/** What moved says where it was, and its old place where it went; each is a link to the other. */
function tellMoves(body: Element, words: Words): void {
  for (const away of body.querySelectorAll('[id^="left-"]')) {
    const moved = body.querySelector(`#moved-${away.id.slice("left-".length)}`);
    if (!moved) continue;
    const isBelow = Boolean(away.compareDocumentPosition(moved) & Node.DOCUMENT_POSITION_FOLLOWING);
    const back = moved.querySelector(".moved-from");
    if (back) back.textContent = isBelow ? words.wasAbove : words.wasBelow;
    away.querySelector("a")?.prepend(`${isBelow ? words.movedDown : words.movedUp}: `);
    const old = made("div", "old", "");
    old.hidden = true;
    old.append(...sideOf(moved, "before").childNodes);
    head(away).append(old);
    for (const end of [away, moved]) end.setAttribute("tabindex", "-1");
  }
}

/** A block that cannot be made ready is shown by its words alone, so that the others are still there. */
function plainly(block: Element, words: Words): Element {
  const plain = made("div", `${block.className} as-source`, block.textContent ?? "");
  plain.prepend(made("p", "small note", words.asSource));
  block.replaceWith(plain);
  return plain;
}

function ready(block: Element, words: Words): Element {
  try {
    tellChanges(block, words);
    return settle(block, words);
  } catch (failure) {
    console.error(failure);
    return plainly(block, words);
  }
}

function isUnchanged(element: Element): boolean {
  return !element.matches(`${CHANGED}, .moved-away`) && !element.querySelector(`${CHANGED}, .moved-away`);
}

function stretch(elements: readonly Element[], isFolded: boolean): Stretch {
  const headings = elements.filter((element) => element.matches(HEADINGS));
  const counts = elements.map((element) => within(element, BLOCKS).length);
  return {
    html: elements.map(({ outerHTML }) => outerHTML).join("\n"),
    isFolded,
    count: counts.reduce((sum, count) => sum + Math.max(1, count), 0),
    heading: headings.at(-1)?.textContent ?? null,
  };
}

/** A comparison as stretches; every changed block is a stop, numbered in `data-stop`. */
export function stretchesOf(html: string, words: Words, isWhole = false): Stretches {
  const body = parse(html);
  const stops = [...body.querySelectorAll<HTMLElement>(CHANGED)].filter(
    (element) => element.parentElement?.closest(CHANGED) === null,
  );
  stops.forEach((element, index) => {
    element.dataset["stop"] = String(index);
    element.tabIndex = -1;
  });
  tellMoves(body, words);
  const blocks = [...(body.querySelector(".comparison") ?? body).children].map((block) =>
    ready(block, words),
  );
  const told = blocks.map((block) => ({
    isChanged: isWhole || !isUnchanged(block),
    isHeading: block.matches(HEADINGS),
  }));
  const stretches = spansOf(told).map(({ from, to, isFolded }) => stretch(blocks.slice(from, to), isFolded));
  return { stretches, stops: stops.length };
}

/** A version's HTML as it is read here. */
export function readableHtml(html: string, words: Pick<Words, "table" | "paragraph">): string {
  const body = parse(html);
  for (const block of [...body.children]) settle(block, words);
  return body.innerHTML;
}

/** One block on both sides: what it was and what it is, null on the side where it is not. */
export interface Row {
  readonly before: string | null;
  readonly after: string | null;
  readonly isChanged: boolean;
  readonly stop: string | undefined;
}

const GONE = { before: "ins, .tag, .note, .moved-from", after: "del, .old" } as const;
const ABSENT = { before: ".added, .moved", after: ".removed" } as const;

type Side = keyof typeof GONE;

/** What of a block stands on one side; what moved away stands there in full on the left, and says where it went on the right. */
function sideOf(block: Element, side: Side): Element {
  const copy = block.cloneNode(true) as Element;
  for (const gone of copy.querySelectorAll(GONE[side])) gone.remove();
  if (side === "after") return copy;
  for (const named of within(copy, "[id], [data-stop]"))
    for (const name of ["id", "data-stop", "tabindex"]) named.removeAttribute(name);
  for (const away of within(copy, ".moved-away"))
    head(away).replaceChildren(...(away.querySelector(".old")?.childNodes ?? []));
  return copy;
}

/** A row of a table that is not on a side leaves its place empty, so that the rows stay level. */
function tableOn(table: Element, side: Side): string {
  const copy = sideOf(table, side);
  for (const row of copy.querySelectorAll(ABSENT[side])) {
    row.classList.add("gap");
    for (const cell of row.children) cell.replaceChildren(" ");
  }
  return copy.outerHTML;
}

function rowOf(block: HTMLElement, around: (html: string) => string): Row {
  const stop = block.dataset["stop"];
  delete block.dataset["stop"];
  const on = (side: Side): string | null =>
    block.matches(ABSENT[side]) ? null : around(sideOf(block, side).outerHTML);
  return { before: on("before"), after: on("after"), isChanged: !isUnchanged(block), stop };
}

/** A stretch as rows of two columns: a block each; every entry of a list is one, a table is one as a whole. */
export function rowsOf(html: string): Row[] {
  return ([...parse(html).children] as HTMLElement[]).flatMap((block) => {
    if (block.matches(".scroll-sideways")) {
      const both = { before: tableOn(block, "before"), after: tableOn(block, "after") };
      return [{ ...both, isChanged: !isUnchanged(block), stop: undefined }];
    }
    if (!block.matches("ul, ol")) return [rowOf(block, (side) => side)];
    const list = block.cloneNode(false) as Element;
    return ([...block.children] as HTMLElement[]).map((entry) =>
      rowOf(entry, (side) => {
        list.innerHTML = side;
        return list.outerHTML;
      }),
    );
  });
}

/** The words of a stretch that could not be shown otherwise. */
export function wordsOf(html: string): string {
  return parse(html).innerText.trim();
}
