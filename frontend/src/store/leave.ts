/** Signing out: the server forgets the session, then the page starts anew so that nothing of it stays in memory. */

import { signOut } from "../services/session";

export async function leave(): Promise<void> {
  window.location.assign((await signOut()) ?? "/");
}
