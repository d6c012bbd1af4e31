/** The session as every component sees it. */

import { organizationsOf } from "../domain/acting";
import { tidyCopies } from "../services/copies";
import {
  actFor,
  loadSession,
  type Membership,
  type Provider,
  type Role,
  type Session,
  type Viewer,
} from "../services/session";

let current = $state.raw<Session>({ viewer: null, demo: false, providers: [] });

export const session = {
  get viewer(): Viewer | null {
    return current.viewer;
  },
  get isDemo(): boolean {
    return current.demo;
  },
  get providers(): readonly Provider[] {
    return current.providers;
  },
  /** The membership under which the member acts in this browser. */
  get acting(): Membership | undefined {
    const { memberships, acting } = current.viewer ?? { memberships: [], acting: null };
    return memberships.find(({ organization }) => organization.code === acting) ?? memberships[0];
  },
  /** Every organization the member may act for. */
  get organizations(): readonly Membership["organization"][] {
    return organizationsOf(current.viewer?.memberships ?? []);
  },
  /** Whether the member has a role in the organization they act for. */
  holds(role: Role): boolean {
    const code = session.acting?.organization.code;
    return (current.viewer?.memberships ?? []).some(
      (held) => held.role === role && held.organization.code === code,
    );
  },
};

/** Asks the server who this is; an unreachable server means nobody. Whoever belongs to several organizations acts for one. */
export async function refreshSession(): Promise<void> {
  current = await loadSession();
  const { viewer } = current;
  const first = viewer?.memberships[0];
  if (viewer && viewer.acting === null && first) {
    await actFor(first.organization.code);
    current = await loadSession();
  }
  if (viewer) void tidyCopies(viewer.id);
}
