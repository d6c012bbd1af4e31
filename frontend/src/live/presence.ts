/** What the others' browsers tell of themselves, as the server stamps it: who they are is the session's word, where is theirs. */

import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { tintsOf, type Tab } from "../domain/present";

export interface Shared {
  readonly user?: { readonly name?: string; readonly organization?: string; readonly key?: string };
  readonly cursor?: { readonly anchor: unknown; readonly head: unknown } | null;
}

/** Where a relative position is in the text now; null where its words were never here. */
export function placeOf(text: Y.Text, position: unknown): number | null {
  const document = text.doc;
  if (!position || !document) return null;
  const relative = Y.createRelativePositionFromJSON(position);
  const absolute = Y.createAbsolutePositionFromRelativePosition(relative, document);
  return absolute?.type === text ? absolute.index : null;
}

/** The other tabs that have the text open. */
export function tabsIn(awareness: Awareness, text: Y.Text): Tab[] {
  const others = [...awareness.getStates()].filter(([client]) => client !== awareness.clientID);
  const tints = tintsIn(awareness);
  return others.map(([client, state]) => {
    const { user, cursor } = state as Shared;
    const key = user?.key ?? String(client);
    return {
      key,
      tint: tints.get(key) ?? 0,
      name: user?.name ?? "",
      organization: user?.organization ?? "",
      at: placeOf(text, cursor?.head),
    };
  });
}

/** Whose tint is which, ours among them. */
export function tintsIn(awareness: Awareness): Map<string, number> {
  const states = [...awareness.getStates()];
  return tintsOf(states.map(([client, state]) => (state as Shared).user?.key ?? String(client)));
}
