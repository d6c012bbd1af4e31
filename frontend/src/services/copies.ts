/** What this browser keeps of drafts, for all documents at once: tidied at the start, cleared on leaving. */

import { CHANNEL, type Told } from "../live/copy";
import { Shelf } from "../live/shelf";

let opened: Promise<Shelf> | undefined;

/** The one shelf of this page; fails where the browser keeps nothing. */
export function shelf(): Promise<Shelf> {
  return (opened ??= Shelf.open());
}

/** Where nothing can be kept nothing is to be tidied. */
const unkept = (fault: unknown): void => console.warn(fault);

/** Drops what belongs to other members, and what nobody has opened for long; sends what an earlier visit left unsent. */
export async function tidyCopies(memberId: string): Promise<void> {
  try {
    const kept = await shelf();
    const dropped = await kept.tidy(memberId, Date.now());
    tellTabs(dropped.map((copy) => ({ copy, isDropped: true })));
    const unsent = await kept.listUnsent();
    if (unsent.length === 0) return;
    const { sendKept } = await import("./live");
    for (const label of unsent) await sendKept(label);
  } catch (fault) {
    unkept(fault);
  }
}

/** In how many documents something waits to be sent. */
export async function countUnsent(): Promise<number> {
  return shelf()
    .then(async (kept) => (await kept.listUnsent()).length)
    .catch(() => 0);
}

/** Drops all copies, also from under the other tabs. */
export async function clearCopies(): Promise<void> {
  tellTabs([{}]);
  await shelf()
    .then((kept) => kept.clear())
    .catch(unkept);
}

function tellTabs(news: readonly Told[]): void {
  const others = new BroadcastChannel(CHANNEL);
  for (const told of news) others.postMessage(told);
  others.close();
}

let isAsked = false;
/** Asks the browser once not to clear what waits to be sent when it runs short of room; nothing hangs on its answer. */
export function askToKeep(): void {
  if (isAsked) return;
  isAsked = true;
  navigator.storage?.persist?.().catch(unkept);
}

/** Has this browser say, where a page cannot be fetched at all, that what was written is kept. */
export function prepareForAway(): void {
  navigator.serviceWorker?.register("/sw.js").catch(unkept);
}
