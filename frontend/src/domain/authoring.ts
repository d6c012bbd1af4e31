/** Who wrote what in a text, as it is shown: stretches by one person, and the towns of each paragraph. */

import { rangeToUnits } from "./offsets";
import type { Range } from "./reading";

export interface Who {
  readonly organization: { readonly code: string; readonly name: string };
  /** Null for the public, who is told of towns only. */
  readonly author: { readonly name: string } | null;
}

export interface Authored extends Who {
  /** In code points. */
  readonly start: number;
  readonly end: number;
}

/** The stretches in UTF-16 units; those of one person have one and the same mark. */
export function stretches(text: string, authorship: readonly Authored[]): Range<Who>[] {
  const known = new Map<string, Who>();
  let units = 0;
  return authorship.map(({ start, end, organization, author }) => {
    const key = `${organization.code}\n${author?.name ?? ""}`;
    const mark = known.get(key) ?? { organization, author };
    known.set(key, mark);
    const { to } = rangeToUnits(text.slice(units), 0, end - start);
    const range = { from: units, to: units + to, mark };
    units += to;
    return range;
  });
}

/** The towns that wrote some runs of text, the largest part first. */
export function townsOf(
  runs: readonly { readonly text: string; readonly mark: Who | undefined }[],
): Who["organization"][] {
  const parts = new Map<string, { organization: Who["organization"]; length: number }>();
  for (const { text, mark } of runs) {
    if (!mark) continue;
    const length = (parts.get(mark.organization.code)?.length ?? 0) + text.length;
    parts.set(mark.organization.code, { organization: mark.organization, length });
  }
  return [...parts.values()].sort((one, other) => other.length - one.length).map((one) => one.organization);
}

/** "Bernat Soler, Barcelona"; the town alone where people are not told. */
export function nameOf({ organization, author }: Who): string {
  return author ? `${author.name}, ${organization.name}` : organization.name;
}
