/** Routes: the one a paper follows and how far it has come, and keeping them all. */

import type { Language } from "../domain/language";
import { ask, tell } from "../graphql/client";
import {
  ChooseRoute,
  KnownRoutes,
  ReinstateRoute,
  RetireRoute,
  RouteProgress,
  SaveRoute,
  type KnownRoutesAnswer,
  type RouteProgressAnswer,
  type SaveRouteInput,
} from "../graphql/generated";

export type KeptRoute = KnownRoutesAnswer["routes"][number];
export type KeptStep = KeptRoute["steps"][number];
export type Followed = NonNullable<RouteProgressAnswer["position"]>;
export type { SaveRouteInput };

/** Every route there is, those no longer offered too. */
export async function loadKnownRoutes(): Promise<readonly KeptRoute[]> {
  return (await ask(KnownRoutes, {})).routes;
}

/** The route a paper follows, as it was when it was chosen, and how far it has come. */
export async function loadProgress(reference: string, language: Language): Promise<Followed | null> {
  return (await ask(RouteProgress, { reference, language })).position;
}

export async function chooseRoute(reference: string, routeKey: string | null): Promise<void> {
  await tell(ChooseRoute, { input: { reference, routeKey } });
}

export async function saveRoute(input: SaveRouteInput): Promise<void> {
  await tell(SaveRoute, { input });
}

export async function offerRoute(key: string, isOffered: boolean): Promise<void> {
  const input = { key };
  await (isOffered ? tell(ReinstateRoute, { input }) : tell(RetireRoute, { input }));
}
