/** What forms choose from: subjects, organizations, institutions. They change once a year, so one question a visit is enough. */

import { ask } from "../graphql/client";
import { Institutions, Organizations, Subjects, type OrganizationsAnswer } from "../graphql/generated";
import type { Language } from "../domain/language";

export interface Choice {
  readonly code: string;
  readonly name: string;
}

export type Organization = OrganizationsAnswer["organizations"]["nodes"][number];

const subjectsBy = new Map<Language, Promise<readonly Choice[]>>();
let organizations: Promise<readonly Organization[]> | undefined;

/** The policy areas, by name. */
export function loadSubjects(language: Language): Promise<readonly Choice[]> {
  const known = subjectsBy.get(language);
  if (known) return known;
  const asked = ask(Subjects, { language }).then(({ subjects }) =>
    subjects
      .map(({ code, label }) => ({ code, name: label ?? code }))
      .sort((one, other) => one.name.localeCompare(other.name, language)),
  );
  asked.catch(() => subjectsBy.delete(language));
  subjectsBy.set(language, asked);
  return asked;
}

async function allOrganizations(): Promise<readonly Organization[]> {
  const found: Organization[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo }: OrganizationsAnswer["organizations"] = (
      await ask(Organizations, { first: 100, after })
    ).organizations;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) return found.sort((one, other) => one.name.localeCompare(other.name, "ca"));
    after = pageInfo.endCursor;
  }
}

export function loadOrganizations(): Promise<readonly Organization[]> {
  organizations ??= allOrganizations();
  organizations.catch(() => (organizations = undefined));
  return organizations;
}

/** Institutions whose name or code holds these words. */
export async function findInstitutions(search: string, language: Language): Promise<readonly Choice[]> {
  const { institutions } = await ask(Institutions, { first: 12, search, language });
  return institutions.nodes.map(({ code, name }) => ({ code, name: name ?? code }));
}
