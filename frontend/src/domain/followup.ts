/** What came of the asks: the grid of asks and institutions, and what the institutions did with each. */

/** How far an ask got, the furthest first: who rejects has at least answered. */
export const STATUSES = ["TAKEN_UP", "PARTLY_TAKEN_UP", "NOTED", "REJECTED", "NOT_ADDRESSED"] as const;
export type UptakeStatus = (typeof STATUSES)[number];

export interface Institution {
  readonly code: string;
  readonly acronym: string | null;
  readonly name: string;
}

interface Uptake {
  readonly status: UptakeStatus;
  readonly institution: Institution;
}

interface Ask<One extends Uptake> {
  readonly key: string;
  readonly texts: readonly { readonly language: string; readonly text: string }[];
  readonly uptakes: readonly One[];
}

export interface Cell<One extends Uptake> {
  readonly institution: Institution;
  readonly uptake: One | undefined;
}

export interface Row<One extends Uptake> {
  readonly key: string;
  readonly text: string;
  readonly language: string;
  readonly cells: readonly Cell<One>[];
}

export interface Grid<One extends Uptake> {
  readonly institutions: readonly Institution[];
  readonly rows: readonly Row<One>[];
}

const LONGEST = 90;

/** The words of an ask in the reader's language, else in the original's, else in any. */
function words(
  texts: Ask<Uptake>["texts"],
  wanted: readonly string[],
): { readonly text: string; readonly language: string } {
  const found = wanted.flatMap((language) => texts.filter((one) => one.language === language)).at(0);
  return found ?? texts[0] ?? { text: "", language: wanted[0] ?? "" };
}

/** A row for each ask, a column for each institution the paper is for or that did something with it. */
export function gridOf<One extends Uptake>(
  asks: readonly Ask<One>[],
  addressees: readonly Institution[],
  languages: readonly string[],
): Grid<One> {
  const known = new Map(addressees.map((one) => [one.code, one]));
  for (const { uptakes } of asks)
    for (const { institution } of uptakes) known.set(institution.code, institution);
  const institutions = [...known.values()];
  const rows = asks.map(({ key, texts, uptakes }) => ({
    key,
    ...words(texts, languages),
    cells: institutions.map((institution) => ({
      institution,
      uptake: uptakes.find((one) => one.institution.code === institution.code),
    })),
  }));
  return { institutions, rows };
}

/** The beginning of an ask, cut between words. */
export function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  const end = cut.lastIndexOf(" ");
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[\s,;:.]+$/, "")}…`;
}

/** How many asks got how far with the institution that went furthest. */
export function tally(grid: Grid<Uptake>): ReadonlyMap<UptakeStatus | null, number> {
  const counts = new Map<UptakeStatus | null, number>([...STATUSES, null].map((status) => [status, 0]));
  for (const { cells } of grid.rows) {
    const best = STATUSES.find((status) => cells.some(({ uptake }) => uptake?.status === status));
    counts.set(best ?? null, (counts.get(best ?? null) ?? 0) + 1);
  }
  return counts;
}

/** The cell that an arrow key leads to, by row and column; undefined at the border or for another key. */
export function step(
  key: string,
  from: readonly [row: number, column: number],
  size: readonly [rows: number, columns: number],
): readonly [row: number, column: number] | undefined {
  const moves: Record<string, readonly [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    Home: [0, -from[1]],
    End: [0, size[1] - 1 - from[1]],
  };
  const move = moves[key];
  if (!move) return undefined;
  const to = [from[0] + move[0], from[1] + move[1]] as const;
  return to[0] < 0 || to[1] < 0 || to[0] >= size[0] || to[1] >= size[1] ? undefined : to;
}
