/** The address bar is the state: one table of routes, typed parameters, the History API and nothing else. */

export const ROUTES = {
  home: "/",
  positions: "/posicions",
  createPosition: "/posicions/nova",
  position: "/positions/:reference",
  report: "/positions/:reference/informe",
  place: "/positions/:reference/:place",
  indicators: "/indicadors",
  signIn: "/entra",
  invitation: "/invitacio",
  account: "/compte",
  notices: "/avisos",
  administration: "/administracio",
  published: "/publicat",
  publicPage: "/publicat/:reference",
  organization: "/organizations/:code",
  openData: "/open-data",
  accessibility: "/accessibilitat",
  privacy: "/privacitat",
} as const;

export type RouteName = keyof typeof ROUTES;

type Names<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export type Parameters<Name extends RouteName> = Record<Names<(typeof ROUTES)[Name]>, string>;
export type Query = Record<string, string | readonly string[] | undefined>;

export type Match =
  | { [Name in RouteName]: { name: Name; parameters: Parameters<Name> } }[RouteName]
  | { name: "notFound"; parameters: Record<never, string> };

/** The route of a path; a table row per route, longest literal first by order of the table. */
export function match(path: string): Match {
  const parts = path.replace(/\/+$/, "").split("/");
  for (const [name, pattern] of Object.entries(ROUTES)) {
    const wanted = pattern.replace(/\/+$/, "").split("/");
    if (wanted.length !== parts.length) continue;
    const pairs = wanted.map((word, index) => [word, parts[index] ?? ""] as const);
    if (!pairs.every(([word, part]) => (word.startsWith(":") ? part !== "" : word === part))) continue;
    const named = pairs.filter(([word]) => word.startsWith(":"));
    const parameters = Object.fromEntries(
      named.map(([word, part]) => [word.slice(1), decodeURIComponent(part)]),
    );
    return { name, parameters } as Match;
  }
  return { name: "notFound", parameters: {} };
}

/** The address of a route: href("position", { reference }) or href("positions", {}, { stage: ["DRAFTING"] }). */
export function href<Name extends RouteName>(
  name: Name,
  parameters: Parameters<Name>,
  query: Query = {},
): string {
  const path = ROUTES[name].replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent((parameters as Record<string, string>)[key] ?? ""),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    for (const one of value === undefined ? [] : [value].flat()) if (one !== "") search.append(key, one);
  return search.size > 0 ? `${path}?${search}` : path;
}

const inBrowser = typeof window !== "undefined";
let url = $state.raw(new URL(inBrowser ? window.location.href : "http://localhost/"));
const route = $derived(match(url.pathname));

/** Where the reader is; reading it in a component follows every move. */
export const here = {
  get url(): URL {
    return url;
  },
  get route(): Match {
    return route;
  },
};

const FRAMES = 120;

/** Brings the place that the address names into view, as soon as it is there: pages come in pieces. */
function showPlace(frames = FRAMES): void {
  const id = decodeURIComponent(url.hash.slice(1));
  if (id === "" || frames === 0) return;
  const place = document.getElementById(id);
  if (place) place.scrollIntoView({ block: "start" });
  else requestAnimationFrame(() => showPlace(frames - 1));
}

/** Goes to an address of ours; `replace` keeps the back button where it was (filters while typing). */
export function go(address: string, { replace = false } = {}): void {
  const before = url.pathname;
  history[replace ? "replaceState" : "pushState"](null, "", address);
  url = new URL(window.location.href);
  if (url.pathname !== before) window.scrollTo(0, 0);
  showPlace();
}

function isOurs(link: HTMLAnchorElement): boolean {
  const plain = link.target === "" && !link.hasAttribute("download") && link.rel !== "external";
  return plain && link.origin === window.location.origin && match(link.pathname).name !== "notFound";
}

/** Follows links of ours without loading the page anew; everything else stays the browser's. */
export function startRouter(): void {
  window.addEventListener("popstate", () => (url = new URL(window.location.href)));
  showPlace();
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !isOurs(link)) return;
    if (link.hash !== "" && link.pathname === url.pathname && link.search === url.search) return;
    event.preventDefault();
    go(link.href);
  });
}
