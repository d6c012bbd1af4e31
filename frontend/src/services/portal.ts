/** The public portal: lists of published positions, what they can be chosen by, a town's page, the open data's tables. */

import type { Language } from "../domain/language";
import { filterOf, type PortalChoices } from "../domain/portal";
import { ask, Unreachable } from "../graphql/client";
import {
  Portal,
  PortalFacets,
  TownPage,
  type PortalAnswer,
  type PortalFacetsAnswer,
  type TownPageAnswer,
} from "../graphql/generated";
import { Refused } from "./failures";

export type PublicPage = PortalAnswer["positions"];
export type PublicCard = PublicPage["nodes"][number];
export type Facets = PortalFacetsAnswer["publicFacets"];
export type MapTown = PortalFacetsAnswer["organizations"]["nodes"][number];
export type Town = NonNullable<TownPageAnswer["organization"]>;
export type TownPaper = TownPageAnswer["voted"]["nodes"][number];

const PAGE = 20;

export async function listPublished(
  choices: PortalChoices,
  language: Language,
  after?: string,
): Promise<PublicPage> {
  const answer = await ask(Portal, {
    first: PAGE,
    after: after ?? null,
    filter: filterOf(choices),
    language,
    search: choices.search,
    isSearching: choices.search !== "",
  });
  return answer.positions;
}

export interface PortalMap {
  readonly facets: Facets;
  readonly towns: readonly MapTown[];
}

export async function loadFacets(language: Language): Promise<PortalMap> {
  const { publicFacets, organizations } = await ask(PortalFacets, { language });
  return { facets: publicFacets, towns: organizations.nodes };
}

export interface TownProfile {
  readonly town: Town;
  /** What it led or voted on, the last published first. */
  readonly papers: readonly TownPaper[];
}

/** An organization's public page; Refused with NOT_FOUND where there is none. */
export async function openTown(code: string, language: Language): Promise<TownProfile> {
  const { organization, voted, led } = await ask(TownPage, { code, language });
  if (!organization) throw new Refused([{ path: ["code"], code: "NOT_FOUND", message: code }]);
  const papers = new Map([...voted.nodes, ...led.nodes].map((paper) => [paper.reference, paper]));
  const adopted = (paper: TownPaper): string => paper.adoption?.adoptedAt ?? "";
  return {
    town: organization,
    papers: [...papers.values()].sort((one, other) => adopted(other).localeCompare(adopted(one))),
  };
}

export interface DataTable {
  readonly name: string;
  readonly address: string;
  readonly title: string;
  readonly columns: readonly { readonly name: string; readonly holds: string; readonly type: string }[];
}

interface ToldTables {
  readonly tables: readonly {
    readonly url: string;
    readonly "dc:title": Record<string, string>;
    readonly tableSchema: {
      readonly columns: readonly {
        readonly name: string;
        readonly titles: Record<string, string>;
        readonly datatype: string;
      }[];
    };
  }[];
}

/** The tables of the open data as the server documents them. */
export async function loadTables(language: Language): Promise<readonly DataTable[]> {
  const response = await fetch("/open-data/tables.jsonld").catch((fault: unknown) => {
    throw new Unreachable(String(fault));
  });
  if (!response.ok) throw new Unreachable(`tables: ${response.status}`);
  const { tables } = (await response.json()) as ToldTables;
  return tables.map(({ url, "dc:title": title, tableSchema: { columns } }) => {
    const address = new URL(url).pathname;
    return {
      name: address.replace(/^.*\/|\.csv$/g, ""),
      address,
      title: title[language] ?? "",
      columns: columns.map(({ name, titles, datatype }) => ({
        name,
        holds: titles[language] ?? "",
        type: datatype,
      })),
    };
  });
}

/** How to reach whoever runs this server; undefined where the operator has not said. */
export function contactAddress(): string | undefined {
  const told = document.querySelector<HTMLMetaElement>('meta[name="positions-contact"]')?.content ?? "";
  return told.includes("@") ? told : undefined;
}
