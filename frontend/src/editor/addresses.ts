/** Addresses of pasted links: only what can be followed safely, without detours and without what tracks the reader. Pure. */

import { safeAddress } from "./insert";

const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|_hsenc|_hsmi|yclid|wt_mc)$/i;

/** Where mail filters and search engines really lead to: the parameter that says so. */
const DETOURS: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)safelinks\.protection\.outlook\.com$/, "url"],
  [/^(www\.)?google\.[a-z.]+$/, "q"],
  [/^(www\.)?google\.[a-z.]+$/, "url"],
  [/^l\.facebook\.com$/, "u"],
  [/^urldefense\.proofpoint\.com$/, "u"],
];

function straight(url: URL): URL {
  for (const [host, parameter] of DETOURS) {
    const isDetour = host.test(url.hostname) && /^\/(url|l\.php|v2\/url)?$/.test(url.pathname);
    const inner = isDetour ? url.searchParams.get(parameter) : null;
    if (inner && /^https?:\/\//i.test(inner) && URL.canParse(inner)) return new URL(inner);
  }
  return url;
}

/** The address as it goes into the text; null where the words stand better alone. */
export function cleanAddress(raw: string): string | null {
  const given = raw.trim();
  if (!/^(https?:|mailto:)/i.test(given) || safeAddress(given) === null) return null;
  if (/^mailto:/i.test(given)) return given;
  if (!URL.canParse(given)) return null;
  const url = straight(new URL(given));
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  if (tracking.length === 0) return url.href === new URL(given).href ? given : url.href;
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}
