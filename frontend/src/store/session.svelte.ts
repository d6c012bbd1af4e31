/** The session as every component sees it. */

import { loadSession, type Membership, type Session, type Viewer } from "../services/session";

let current = $state.raw<Session>({ viewer: null, demo: false });

export const session = {
  get viewer(): Viewer | null {
    return current.viewer;
  },
  get isDemo(): boolean {
    return current.demo;
  },
  /** The membership under which the member acts; the first one until somebody needs to choose. */
  get acting(): Membership | undefined {
    return current.viewer?.memberships[0];
  },
};

/** Asks the server who this is; an unreachable server means nobody. */
export async function refreshSession(): Promise<void> {
  current = await loadSession();
}
