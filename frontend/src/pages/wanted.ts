/** Which page an address shows to whom, and its pieces and answers asked for before it is there. */

import { match, type Match } from "../router.svelte";
import { expectPaper } from "../services/positions";
import { spoken } from "../messages/index.svelte";
import { isPlace, PLACES } from "./paper/places";
import { PAGES } from "./table";

const PRIVATE: ReadonlySet<string> = new Set(["account", "administration", "notices"]);

export function wantedPage({ name }: Match, isSignedIn: boolean): keyof typeof PAGES {
  if (name === "home") return isSignedIn ? "myWork" : "publicList";
  if (PRIVATE.has(name) && !isSignedIn) return "signIn";
  if (name === "position" || name === "place") return isSignedIn ? "paper" : "publicPage";
  return name;
}

/** While the words of the interface come, so do the first page, its place and what they show. */
export function expectPage(path: string, isSignedIn: boolean): void {
  const route = match(path);
  const page = wantedPage(route, isSignedIn);
  PAGES[page]().catch(() => undefined);
  if (page !== "paper" || (route.name !== "position" && route.name !== "place")) return;
  expectPaper(route.parameters.reference, spoken());
  const place = route.name === "place" ? route.parameters.place : "text";
  if (isPlace(place)) PLACES[place](route.parameters.reference).catch(() => undefined);
}
