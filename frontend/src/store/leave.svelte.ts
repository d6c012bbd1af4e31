/** Signing out: the server forgets the session, this browser what it keeps, then the page starts anew so that nothing stays in memory. */

import { clearCopies, countUnsent } from "../services/copies";
import { signOut } from "../services/session";

let unsent = $state(0);

/** In how many texts something would be lost by leaving now; 0 while nobody has asked to leave. */
export const leaving = {
  get unsent(): number {
    return unsent;
  },
  stay(): void {
    unsent = 0;
  },
};

/** Leaves, unless something was never sent: then one is asked first. */
export async function leave(): Promise<void> {
  unsent = await countUnsent();
  if (unsent === 0) await leaveAnyway();
}

export async function leaveAnyway(): Promise<void> {
  const next = await signOut();
  await clearCopies();
  window.location.assign(next ?? "/");
}
