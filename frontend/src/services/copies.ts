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

/** Drops what belongs to other members, and what nobody has opened for long. */
export async function tidyCopies(memberId: string): Promise<void> {
  await shelf()
    .then((kept) => kept.tidy(memberId, Date.now()))
    .catch(unkept);
}

/** In how many documents something waits to be sent. */
export async function countUnsent(): Promise<number> {
  return shelf()
    .then((kept) => kept.countUnsent())
    .catch(() => 0);
}

/** Drops all copies, also from under the other tabs. */
export async function clearCopies(): Promise<void> {
  const others = new BroadcastChannel(CHANNEL);
  others.postMessage({} satisfies Told);
  others.close();
  await shelf()
    .then((kept) => kept.clear())
    .catch(unkept);
}
