/** The bell: how much is unseen, looked at on every change of page and at most once a minute. */

import { seenAt } from "../domain/notices";
import { loadUnseen, markSeen, type Unseen } from "../services/notices";

const PAUSE = 60_000;

let unseen = $state.raw<Unseen>({ unseenCount: 0, notices: { nodes: [] } });
let lookedAt = 0;

export const notices = {
  get unseenCount(): number {
    return unseen.unseenCount;
  },
};

/** Asks what is unseen, unless that was asked a moment ago. A bell that cannot be reached keeps still. */
async function look(isUrgent: boolean): Promise<void> {
  if (!isUrgent && Date.now() - lookedAt < PAUSE) return;
  lookedAt = Date.now();
  unseen = (await loadUnseen().catch(() => null)) ?? unseen;
}

/** The reader has come to an address: what leads there is seen. */
export async function arrive(here: URL): Promise<void> {
  await look(false);
  const seen = seenAt(here, unseen.notices.nodes);
  if (seen.length > 0) await see(seen.map(({ id }) => id));
}

/** Notes that notices were seen, all of them without ids. */
export async function see(ids: readonly string[] | null): Promise<void> {
  const unseenCount = await markSeen(ids).catch(() => null);
  if (unseenCount === null) return;
  const nodes = ids ? unseen.notices.nodes.filter(({ id }) => !ids.includes(id)) : [];
  unseen = { unseenCount, notices: { nodes } };
}

/** Looks once a minute for as long as the page is in view. */
export function watch(): () => void {
  const timer = setInterval(() => {
    if (document.visibilityState === "visible") void look(false);
  }, PAUSE);
  return () => clearInterval(timer);
}

/** Somebody else signed in, or acts for another town. */
export function lookAfresh(): void {
  void look(true);
}
