/** The tile map of the metropolis: how big a town is drawn, and which one lies in a direction. */

export interface Placed {
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

const STEPS = [10_000, 50_000, 150_000, 500_000] as const;

/** From 0 (a village) to 4 (the capital): few sizes are told apart at a glance, a true scale is not. */
export function sizeOf(population: number): number {
  return STEPS.filter((step) => population >= step).length;
}

export interface Extent {
  readonly columns: number;
  readonly rows: number;
}

export function extent(tiles: readonly Placed[]): Extent {
  return {
    columns: Math.max(0, ...tiles.map(({ column }) => column + 1)),
    rows: Math.max(0, ...tiles.map(({ row }) => row + 1)),
  };
}

const DIRECTIONS: Record<string, readonly [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The town an arrow key leads to: the nearest that lies that way, straight ahead before aside; undefined at the edge. */
export function neighbour(tiles: readonly Placed[], from: Placed, key: string): Placed | undefined {
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  const [right, down] = direction;
  const found = tiles
    .map((tile) => {
      const across = tile.column - from.column;
      const below = tile.row - from.row;
      const ahead = across * right + below * down;
      const aside = Math.abs(across * down) + Math.abs(below * right);
      return { tile, ahead, distance: ahead + 3 * aside };
    })
    .filter(({ ahead }) => ahead > 0)
    .sort((one, other) => one.distance - other.distance);
  return found[0]?.tile;
}

/** What people write when there is no room: by INE code, because several towns begin alike. */
const SHORT: Record<string, string> = {
  "08015": "Bdn",
  "08019": "Bcn",
  "08054": "Cbis",
  "08056": "Cdef",
  "08068": "Cerv",
  "08072": "Corb",
  "08073": "Corn",
  "08101": "L’H",
  "08125": "Mont",
  "08126": "Mtg",
  "08158": "Pap",
  "08169": "Prat",
  "08194": "SAdr",
  "08196": "SAnd",
  "08200": "SBoi",
  "08204": "SCli",
  "08205": "SCug",
  "08211": "SFel",
  "08217": "SJoa",
  "08221": "SJus",
  "08244": "SCC",
  "08245": "SCG",
  "08263": "SVH",
  "08904": "Bdia",
  "08905": "LaPa",
};

/** A town's name in at most four letters. */
export function shortName(code: string, name: string): string {
  return SHORT[code] ?? name.slice(0, 4);
}
