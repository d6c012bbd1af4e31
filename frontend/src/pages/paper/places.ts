/** The places of a paper: each is a component that takes PlaceProps, loaded when it is first opened. */

import type { Component } from "svelte";
import { expectAmendments } from "../../services/amendments";
import type { Paper } from "../../services/positions";

export interface PlaceProps {
  readonly paper: Paper;
  /** Loads the header again: after anything that may change stage, rights, rounds or versions. */
  readonly reload: () => Promise<void>;
}

type Load = (reference: string) => Promise<{ default: Component<PlaceProps> }>;

/** In the order of the tabs; the key is the address's last part and the key of its name in messages.paper.places. */
export const PLACES = {
  text: () => import("./Text.svelte"),
  canvis: () => import("./Changes.svelte"),
  debat: () => import("./Discussion.svelte"),
  esmenes: (reference) => {
    expectAmendments(reference);
    return import("./Amendments.svelte");
  },
  aprovacio: () => import("./Approval.svelte"),
  tramesa: () => import("./Sending.svelte"),
  registre: () => import("./Record.svelte"),
} satisfies Record<string, Load>;

export type PlaceName = keyof typeof PLACES;

export function isPlace(word: string): word is PlaceName {
  return word in PLACES;
}
