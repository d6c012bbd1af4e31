/** The filters of the list as the address holds them, so that a list can be mailed. */

import { ALL_STAGES, type Stage } from "./stages";

export interface Filters {
  readonly search: string;
  readonly stages: readonly Stage[];
  readonly subjects: readonly string[];
}

const WORDS = { search: "cerca", stages: "fase", subjects: "ambit" } as const;

/** Reads what it knows and leaves the rest out: an old link still opens a list. */
export function readFilters(query: URLSearchParams): Filters {
  const known = query.getAll(WORDS.stages);
  return {
    search: query.get(WORDS.search) ?? "",
    stages: ALL_STAGES.filter((stage) => known.includes(stage)),
    subjects: [...new Set(query.getAll(WORDS.subjects))].filter((code) => /^\d{2}$/.test(code)),
  };
}

export function writeFilters({
  search,
  stages,
  subjects,
}: Filters): Record<string, string | readonly string[]> {
  return { [WORDS.search]: search, [WORDS.stages]: stages, [WORDS.subjects]: subjects };
}

/** In when it was out, out when it was in. */
export function toggled<Value>(chosen: readonly Value[], value: Value): Value[] {
  return chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
}
