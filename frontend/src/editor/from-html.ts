/** Mended HTML as Markdown: headings, lists, tasks, tables, bold, italics, links, quotes, footnotes. */

import TurndownService from "turndown";
import { mended } from "./mend";
import { writeTable, type Alignment } from "./tables";

function columnAlignment(cell: HTMLElement): Alignment {
  const align = cell.style.textAlign || cell.getAttribute("align") || "";
  return align === "center" || align === "right" ? align : "";
}

/** The cells of a row, with empty ones where a cell is wider than one column. */
function spread(row: HTMLTableRowElement): (HTMLTableCellElement | null)[] {
  return [...row.cells].flatMap((cell) => [
    cell,
    ...Array<null>(Math.min(20, Math.max(1, cell.colSpan)) - 1).fill(null),
  ]);
}

function oneLine(markdown: string): string {
  return markdown
    .replace(/\u00a0/g, " ")
    .replace(/\s*\n+\s*/g, " ")
    .trim();
}

function entry(content: string, node: HTMLElement): string {
  const parent = node.parentElement;
  const start = Number(parent?.getAttribute("start") ?? 1);
  const place = parent ? [...parent.children].filter(({ tagName }) => tagName === "LI").indexOf(node) : 0;
  const marker = parent?.tagName === "OL" ? `${start + place}. ` : "- ";
  const task = node.dataset["task"] ? `[${node.dataset["task"]}] ` : "";
  const indent = " ".repeat(marker.length);
  const text = content
    .trim()
    .replace(/\n{2,}/g, "\n")
    .replace(/\n/g, `\n${indent}`);
  return `${marker}${task}${text}\n`;
}

function converter(firstNote: number): TurndownService {
  const service = new TurndownService({
    headingStyle: "atx",
    bulletListMarker: "-",
    emDelimiter: "*",
    codeBlockStyle: "fenced",
    br: "\\",
  });
  service.addRule("strike", { filter: ["del", "s"], replacement: (content) => `~~${content}~~` });
  service.addRule("note", {
    filter: (node) => node.dataset["note"] !== undefined,
    replacement: (_, node) => `[^${firstNote - 1 + Number((node as HTMLElement).dataset["note"])}]`,
  });
  service.addRule("table", {
    filter: "table",
    replacement: (_, node) => {
      const rows = [...(node as HTMLTableElement).rows].map(spread);
      const width = Math.max(0, ...rows.map((row) => row.length));
      if (width === 0) return "";
      const said = (cell: HTMLElement | null | undefined): string =>
        cell ? oneLine(service.turndown(cell.innerHTML)).replace(/^\\?#+ |^\\?- /, "") : "";
      const texts = rows.map((row) => Array.from({ length: width }, (__, column) => said(row[column])));
      const alignments = Array.from({ length: width }, (__, column): Alignment => {
        const cell = rows.at(-1)?.[column];
        return cell ? columnAlignment(cell) : "";
      });
      return `\n\n${writeTable({ rows: texts, alignments })}\n\n`;
    },
  });
  service.addRule("listEntry", {
    filter: "li",
    replacement: (content, node) => entry(content, node as HTMLElement),
  });
  return service;
}

function tidy(markdown: string): string {
  return markdown
    .replace(/\u00a0/g, " ")
    .replace(/(?:[ \t]*\\\n)+[ \t]*(?=\n|$)/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

export interface Converted {
  readonly markdown: string;
  /** "[^3]: …", one for each footnote; they go to the end of the text. */
  readonly notes: readonly string[];
  readonly pictures: number;
}

/** HTML from the clipboard as Markdown; its footnotes are numbered from `firstNote` on. */
export function fromHtml(html: string, firstNote: number): Converted {
  const { body, notes, pictures } = mended(html);
  const service = converter(firstNote);
  return {
    markdown: tidy(service.turndown(body)),
    notes: notes.map((note, index) => `[^${firstNote + index}]: ${oneLine(service.turndown(note))}`),
    pictures,
  };
}
