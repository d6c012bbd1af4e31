/** Figures as plots show them: shares in per cent, days along an axis. */

export interface Share {
  readonly count: number;
  readonly of: number;
}

export const ACTS = ["commented", "amended", "voted"] as const;
export type Act = (typeof ACTS)[number];

/** The share in per cent, exact enough for a plot; null of none. */
export function percent({ count, of }: Share): number | null {
  return of === 0 ? null : (100 * count) / of;
}

const STEPS = [1, 2, 5];

/** The marks of an axis from nought: round numbers, the last at or beyond the greatest value. */
export function axis(greatest: number, most = 5): number[] {
  const wanted = Math.max(1, greatest);
  for (let power = 1; ; power *= 10)
    for (const step of STEPS) {
      const width = step * power;
      const marks = Math.ceil(wanted / width);
      if (marks <= most) return Array.from({ length: marks + 1 }, (_, index) => index * width);
    }
}

/** The year of the address, if it is one. */
export function yearOf(text: string | null): number | null {
  return text !== null && /^\d{4}$/.test(text) ? Number(text) : null;
}
