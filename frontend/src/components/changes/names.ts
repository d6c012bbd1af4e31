/** How a version is called. */

import { t } from "../../messages/index.svelte";

interface Named {
  readonly number: number;
  readonly label: string | null;
}

/** "v0.9", or "Versió 3" where nobody gave it a name. */
export function shortName({ number, label }: Named): string {
  return label ?? t().changes.version(number);
}

/** "v0.9 · versió 3". */
export function fullName({ number, label }: Named): string {
  return label ? t().changes.named(number, label) : t().changes.version(number);
}

/** "la versió 3 (v0.9)", within a sentence. */
export function saidName({ number, label }: Named): string {
  return t().changes.theVersion(number, label);
}
