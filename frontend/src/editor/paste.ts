/** What is pasted from Word, a web page or a mail becomes Markdown: headings, lists, tables, bold, italics, links, footnote marks. */

import { EditorView } from "@codemirror/view";
import type { Extension } from "@codemirror/state";
import TurndownService from "turndown";
import { isBlank } from "./syntax";
import { writeTable, type Alignment } from "./tables";

const ATTRIBUTE_OF_LIST = "data-word-level";

/** Word writes lists as paragraphs with a drawn bullet; they become real lists again, by level. */
function mendWordLists(body: HTMLElement): void {
  // Nodes stay in the parsed document, where no handler of theirs can run.
  const document = body.ownerDocument;
  for (const paragraph of body.querySelectorAll<HTMLElement>(
    "p[style*='mso-list'], p[class*='MsoListParagraph']",
  )) {
    const level = Number(/level(\d)/.exec(paragraph.getAttribute("style") ?? "")?.[1] ?? 1);
    const drawn = paragraph.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']");
    const isOrdered = /^\s*\(?[\dA-Za-z]{1,3}[.)]/.test(drawn?.textContent ?? "");
    drawn?.remove();
    const entry = document.createElement("li");
    entry.append(...paragraph.childNodes);
    const before = paragraph.previousElementSibling;
    const isContinued = before?.hasAttribute(ATTRIBUTE_OF_LIST) === true;
    const list = isContinued ? before : document.createElement(isOrdered ? "ol" : "ul");
    if (!isContinued) {
      list.setAttribute(ATTRIBUTE_OF_LIST, "1");
      paragraph.before(list);
    }
    let target: Element = list;
    for (let depth = 1; depth < level; depth++) {
      const parent = target.lastElementChild ?? target.appendChild(document.createElement("li"));
      target =
        parent.querySelector(":scope > ul, :scope > ol") ??
        parent.appendChild(document.createElement(isOrdered ? "ol" : "ul"));
    }
    target.append(entry);
    paragraph.remove();
  }
}

/** What is never text: styles, comments, Office tags, pictures, tracking frames. */
function strip(body: HTMLElement): void {
  for (const node of body.querySelectorAll("style, script, meta, link, title, img, svg, iframe, object, xml"))
    node.remove();
  for (const office of [...body.querySelectorAll("*")].filter((node) => node.tagName.includes(":")))
    office.replaceWith(...office.childNodes);
}

/** Google Docs and Word say bold by style; an outer <b style="font-weight: normal"> says nothing. */
function mendStyles(body: HTMLElement): void {
  for (const node of body.querySelectorAll<HTMLElement>("b, strong, span")) {
    const isOuter = node.tagName !== "SPAN" && /^(normal|400)$/.test(node.style.fontWeight);
    if (isOuter) node.replaceWith(...node.childNodes);
    else if (node.tagName === "SPAN" && /^(bold|[6-9]00)$/.test(node.style.fontWeight))
      wrapIn("strong", node);
    else if (node.tagName === "SPAN" && node.style.fontStyle === "italic") wrapIn("em", node);
  }
}

function wrapIn(tag: "strong" | "em", node: HTMLElement): void {
  const wrapper = node.ownerDocument.createElement(tag);
  wrapper.append(...node.childNodes);
  node.append(wrapper);
}

function columnAlignment(cell: HTMLElement): Alignment {
  const align = cell.style.textAlign || cell.getAttribute("align") || "";
  return align === "center" || align === "right" ? align : "";
}

function converter(): TurndownService {
  const service = new TurndownService({
    headingStyle: "atx",
    bulletListMarker: "-",
    emDelimiter: "*",
    codeBlockStyle: "fenced",
  });
  service.addRule("strike", { filter: ["del", "s"], replacement: (content) => `~~${content}~~` });
  service.addRule("table", {
    filter: "table",
    replacement: (_, node) => {
      const rows = [...(node as HTMLTableElement).rows].map((row) => [...row.cells]);
      const width = Math.max(...rows.map((row) => row.length));
      const inline = (cell: HTMLElement): string =>
        service.turndown(cell.innerHTML).replace(/\s*\n+\s*/g, " ");
      const texts = rows.map((row) =>
        Array.from({ length: width }, (__, column) => (row[column] ? inline(row[column]) : "")),
      );
      const alignments = (rows[0] ?? []).map(columnAlignment);
      return `\n\n${writeTable({ rows: texts, alignments })}\n\n`;
    },
  });
  service.addRule("listEntry", {
    filter: "li",
    replacement: (content, node) => {
      const parent = node.parentElement;
      const start = Number(parent?.getAttribute("start") ?? 1);
      const number = parent ? start + [...parent.children].indexOf(node as HTMLElement) : 1;
      const marker = parent?.tagName === "OL" ? `${number}. ` : "- ";
      const text = content
        .trim()
        .replace(/\n{2,}/g, "\n")
        .replace(/\n/g, `\n${" ".repeat(marker.length)}`);
      return `${marker}${text}\n`;
    },
  });
  return service;
}

/** HTML from the clipboard as Markdown. Needs a browser's DOM. */
export function markdownFrom(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  strip(body);
  mendWordLists(body);
  mendStyles(body);
  const written = converter().turndown(body);
  return written
    .replace(/\u00a0/g, " ")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const BLOCK_BEGINNING = /^(#{1,6} |[-*+] |\d+[.)] |> |\||```)/;

/** Line ends so that pasted blocks stay blocks beside the words around the cursor. */
export function framed(markdown: string, view: Pick<EditorView, "state">): string {
  const { from, to } = view.state.selection.main;
  const line = view.state.doc.lineAt(from);
  const isMany = markdown.includes("\n\n") || BLOCK_BEGINNING.test(markdown);
  if (!isMany || isBlank(line)) return markdown;
  const before = from > line.from && BLOCK_BEGINNING.test(markdown) ? "\n\n" : "";
  const last = markdown.slice(markdown.lastIndexOf("\n\n") + 1).trimStart();
  const after = to < view.state.doc.lineAt(to).to && BLOCK_BEGINNING.test(last) ? "\n\n" : "";
  return before + markdown + after;
}

/** The paste handler; plain text and Markdown go in as they are. */
export function pasting(beforePaste: () => void): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      beforePaste();
      const html = event.clipboardData?.getData("text/html") ?? "";
      if (html === "" || view.state.readOnly) return false;
      const markdown = markdownFrom(html);
      if (markdown === "") return false;
      event.preventDefault();
      view.dispatch({
        ...view.state.replaceSelection(framed(markdown, view)),
        userEvent: "input.paste",
        scrollIntoView: true,
      });
      return true;
    },
  });
}
