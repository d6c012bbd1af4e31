/** The server's sanitised HTML made ready to be read here: told to screen readers, cut into stretches, tables that scroll by themselves. */

export interface Words {
  readonly inserted: string;
  readonly deleted: string;
  readonly end: string;
  readonly moved: string;
  readonly markup: string;
  readonly table: string;
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

/** Fewer unchanged blocks than this in a row stay open. */
const FOLDED_FROM = 4;

function parse(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, "text/html").body;
}

/** Marks of footnotes, which the comparison leaves as they are written. */
function raiseNotes(body: HTMLElement): void {
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

/** The page has its own titles: the text's headings come below them, and tables scroll by themselves. */
function settle(body: HTMLElement, table: string): void {
  raiseNotes(body);
  for (const heading of body.querySelectorAll(HEADINGS))
    heading.setAttribute("aria-level", String(Math.max(3, Number(heading.tagName.slice(1)) + 1)));
  for (const found of body.querySelectorAll("table")) {
    const frame = document.createElement("div");
    frame.className = "scroll-sideways";
    frame.tabIndex = 0;
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", table);
    found.replaceWith(frame);
    frame.append(found);
  }
}

function whisper(text: string): HTMLElement {
  const made = document.createElement("span");
  made.className = "visually-hidden";
  made.textContent = text;
  return made;
}

function tellChanges(body: HTMLElement, words: Words): void {
  for (const mark of body.querySelectorAll("ins, del")) {
    mark.prepend(whisper(` ${mark.tagName === "INS" ? words.inserted : words.deleted} `));
    mark.append(whisper(` ${words.end} `));
  }
  for (const block of body.querySelectorAll(".moved, .markup-only")) {
    const tag = document.createElement("span");
    tag.className = "tag";
    tag.textContent = block.classList.contains("moved") ? words.moved : words.markup;
    (block.matches("tr") ? (block.firstElementChild ?? block) : block).prepend(tag, " ");
  }
}

function isUnchanged(element: Element): boolean {
  return !element.matches(CHANGED) && element.querySelector(CHANGED) === null;
}

function stretch(elements: readonly Element[], isFolded: boolean): Stretch {
  const headings = elements.filter((element) => element.matches(HEADINGS));
  const counts = elements.map(
    (element) => element.querySelectorAll(BLOCKS).length + (element.matches(BLOCKS) ? 1 : 0),
  );
  return {
    html: elements.map(({ outerHTML }) => outerHTML).join("\n"),
    isFolded,
    count: counts.reduce((sum, count) => sum + Math.max(1, count), 0),
    heading: headings.at(-1)?.textContent ?? null,
  };
}

/** Unchanged neighbours of a change stay with it; what lies between is folded when it is long. */
function cut(run: readonly Element[], isFirst: boolean, isLast: boolean): Stretch[] {
  const head = isFirst ? 0 : 1;
  const tail = isLast ? 0 : run.at(-2)?.matches(HEADINGS) ? 2 : 1;
  const hidden = run.slice(head, run.length - tail);
  if (hidden.length < FOLDED_FROM) return [stretch(run, false)];
  return [
    ...(head > 0 ? [stretch(run.slice(0, head), false)] : []),
    stretch(hidden, true),
    ...(tail > 0 ? [stretch(run.slice(-tail), false)] : []),
  ];
}

/** A comparison as stretches; every changed block is a stop, numbered in `data-stop`. */
export function stretchesOf(html: string, words: Words): Stretches {
  const body = parse(html);
  const stops = [...body.querySelectorAll<HTMLElement>(CHANGED)].filter(
    (element) => element.parentElement?.closest(CHANGED) === null,
  );
  stops.forEach((element, index) => {
    element.dataset["stop"] = String(index);
    element.tabIndex = -1;
  });
  settle(body, words.table);
  tellChanges(body, words);
  const children = [...(body.querySelector(".comparison") ?? body).children];
  const stretches: Stretch[] = [];
  for (let at = 0; at < children.length;) {
    const kind = isUnchanged(children[at] as Element);
    let end = at + 1;
    while (end < children.length && isUnchanged(children[end] as Element) === kind) end++;
    const run = children.slice(at, end);
    stretches.push(...(kind ? cut(run, at === 0, end === children.length) : [stretch(run, false)]));
    at = end;
  }
  return { stretches, stops: stops.length };
}

/** A version's HTML as it is read here. */
export function readableHtml(html: string, table: string): string {
  const body = parse(html);
  settle(body, table);
  return body.innerHTML;
}
