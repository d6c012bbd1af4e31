/** Tables as a grid of texts, and back as Markdown. Pure. */

export type Alignment = "" | "left" | "center" | "right";

export interface Grid {
  /** The first row is the header; every row is as long as the first. */
  readonly rows: readonly (readonly string[])[];
  readonly alignments: readonly Alignment[];
}

function cells(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}

function alignment(cell: string): Alignment {
  const [left, right] = [cell.startsWith(":"), cell.endsWith(":")];
  return left && right ? "center" : right ? "right" : left ? "left" : "";
}

/** Reads a Markdown table; short rows are filled up, long ones cut, as Markdown itself does. */
export function readTable(markdown: string): Grid {
  const [header = "", ruler = "", ...rest] = markdown.split("\n").filter((line) => line.trim() !== "");
  const first = cells(header);
  const fit = (row: string[]): string[] => first.map((_, column) => row[column] ?? "");
  return {
    rows: [first, ...rest.map((line) => fit(cells(line)))],
    alignments: fit(cells(ruler)).map(alignment),
  };
}

const RULERS: Record<Alignment, string> = { "": "---", left: ":--", center: ":-:", right: "--:" };

/** Writes a table; line ends in cells become blanks. */
export function writeTable({ rows, alignments }: Grid): string {
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  const safe = (cell: string): string =>
    cell
      .trim()
      .replace(/\s*\n\s*/g, " ")
      .replaceAll("|", "\\|");
  const [header = [], ...body] = rows.map((row) => row.map(safe));
  const ruler = header.map((_, column) => RULERS[alignments[column] ?? ""]);
  return [header, ruler, ...body].map(line).join("\n");
}

/** An empty grid. */
export function emptyGrid(rows: number, columns: number): Grid {
  const row = Array<string>(columns).fill("");
  return {
    rows: Array.from({ length: rows }, () => [...row]),
    alignments: Array<Alignment>(columns).fill(""),
  };
}
