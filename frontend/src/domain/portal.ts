/** What the public portal is narrowed by, as the address holds it, so that a list can be mailed; and what follows from it. */

export interface PortalChoices {
  readonly search: string;
  readonly subject: string;
  readonly institution: string;
  readonly town: string;
  readonly year: string;
}

export type ChoiceName = Exclude<keyof PortalChoices, "search">;

const WORDS: Record<keyof PortalChoices, string> = {
  search: "cerca",
  subject: "ambit",
  institution: "institucio",
  town: "municipi",
  year: "any",
};

/** What each choice looks like; anything else in an old or wrong address is left out. */
const PATTERNS: Record<ChoiceName, RegExp> = {
  subject: /^\d{2}$/,
  institution: /^\w{1,60}$/,
  town: /^\w{1,30}$/,
  year: /^\d{4}$/,
};

export const CHOICES: readonly ChoiceName[] = ["subject", "institution", "town", "year"];
export const NOTHING: PortalChoices = { search: "", subject: "", institution: "", town: "", year: "" };

export function readChoices(query: URLSearchParams): PortalChoices {
  const found = CHOICES.map((name) => {
    const value = query.get(WORDS[name]) ?? "";
    return [name, PATTERNS[name].test(value) ? value : ""] as const;
  });
  return { ...NOTHING, ...Object.fromEntries(found), search: query.get(WORDS.search) ?? "" };
}

export function writeChoices(choices: PortalChoices): Record<string, string> {
  return Object.fromEntries(
    (["search", ...CHOICES] as const).map((name) => [WORDS[name], choices[name]] as const),
  );
}

/** The filter of the API. */
export function filterOf(choices: PortalChoices): {
  isPublished: true;
  search?: string;
  subjectCodes?: string[];
  institutionCodes?: string[];
  signatoryCodes?: string[];
  adoptedIn?: number;
} {
  return {
    isPublished: true,
    ...(choices.search ? { search: choices.search } : {}),
    ...(choices.subject ? { subjectCodes: [choices.subject] } : {}),
    ...(choices.institution ? { institutionCodes: [choices.institution] } : {}),
    ...(choices.town ? { signatoryCodes: [choices.town] } : {}),
    ...(choices.year ? { adoptedIn: Number(choices.year) } : {}),
  };
}

/** The feed of what is shown now. */
export function feedAddress(choices: PortalChoices, language: string): string {
  const query = new URLSearchParams({ language });
  const names = {
    search: "search",
    subject: "subject",
    institution: "institution",
    town: "organization",
    year: "year",
  } as const;
  for (const [name, word] of Object.entries(names) as [keyof PortalChoices, string][])
    if (choices[name] !== "") query.set(word, choices[name]);
  return `/feed.atom?${query}`;
}

/** Institutions to which something went, each once, in the order of the first sending. */
export function reached<Sending extends { readonly code: string }>(sendings: readonly Sending[]): Sending[] {
  return sendings.filter(({ code }, place) => sendings.findIndex((one) => one.code === code) === place);
}

/** Papers by the year of their adoption, the newest first. */
export function byYear<Paper extends { readonly adoption: { readonly adoptedAt: string } | null }>(
  papers: readonly Paper[],
): { readonly year: number; readonly papers: readonly Paper[] }[] {
  const years = new Map<number, Paper[]>();
  for (const paper of papers) {
    if (!paper.adoption) continue;
    const year = metropolisYear(paper.adoption.adoptedAt);
    years.set(year, [...(years.get(year) ?? []), paper]);
  }
  return [...years]
    .sort(([one], [other]) => other - one)
    .map(([year, members]) => ({ year, papers: members }));
}

const inMetropolis = new Intl.DateTimeFormat("en", { year: "numeric", timeZone: "Europe/Madrid" });

function metropolisYear(at: string): number {
  return Number(inMetropolis.format(new Date(at)));
}

/** How to cite a position: who, what, when, where. */
export function citation(told: {
  readonly authors: string;
  readonly title: string;
  readonly reference: string;
  readonly day: string;
  readonly address: string;
}): string {
  return `${told.authors}. «${told.title}». ${told.reference}, ${told.day}. ${told.address}`;
}
