/** Where a reader finds what is public: at the stable addresses, or beside the workspace for who is signed in. */

import { href } from "../router.svelte";
import { session } from "./session.svelte";

/** The public page of a position; the stable address shows a signed-in reader the workspace. */
export function publicAddress(reference: string): string {
  return href(session.viewer ? "publicPage" : "position", { reference });
}

/** The list of what is published; home is a signed-in reader's own work. */
export function portalAddress(): string {
  return href(session.viewer ? "published" : "home", {});
}
