/** What a line of Markdown begins with: quote marks, indentation, list or heading marker. Pure text, no tree. */

export type LineKind = "blank" | "paragraph" | "heading" | "bullet" | "ordered" | "task";

export interface LineParts {
  readonly kind: LineKind;
  /** "> " as often as the line is quoted. */
  readonly quote: string;
  readonly indent: string;
  /** "-", "12." or "##"; empty for a paragraph. */
  readonly marker: string;
  /** Everything of the line before its own words. */
  readonly prefix: string;
  readonly content: string;
}

const QUOTE = /^(?: {0,3}> ?)+/;
const LIST = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+|$)(\[[ xX]\](?:[ \t]+|$))?/;
const HEADING = /^( {0,3})(#{1,6})([ \t]+|$)/;

/** Takes a line apart; parts joined give the line again. */
export function lineParts(text: string): LineParts {
  const quote = QUOTE.exec(text)?.[0] ?? "";
  const rest = text.slice(quote.length);
  const heading = HEADING.exec(rest);
  const list = heading ? null : LIST.exec(rest);
  const own = heading?.[0] ?? list?.[0] ?? "";
  const content = rest.slice(own.length);
  const base = { quote, prefix: quote + own, content };
  if (heading) return { ...base, kind: "heading", indent: heading[1] ?? "", marker: heading[2] ?? "" };
  if (list) {
    const marker = list[2] ?? "";
    const kind = list[4] ? "task" : /\d/.test(marker) ? "ordered" : "bullet";
    return { ...base, kind, indent: list[1] ?? "", marker };
  }
  return {
    ...base,
    kind: content.trim() === "" && quote === "" ? "blank" : "paragraph",
    indent: "",
    marker: "",
  };
}

export function isList(parts: LineParts): boolean {
  return parts.kind === "bullet" || parts.kind === "ordered" || parts.kind === "task";
}

/** "3." after "2.", "-" after "-". */
export function markerAfter(marker: string): string {
  const number = /^\d+/.exec(marker)?.[0];
  return number === undefined ? marker : `${Number(number) + 1}${marker.slice(number.length)}`;
}

/** What the next entry of the same list begins with; a ticked box is followed by an empty one. */
export function prefixAfter(parts: LineParts): string {
  return `${parts.quote}${parts.indent}${markerAfter(parts.marker)} ${parts.kind === "task" ? "[ ] " : ""}`;
}
