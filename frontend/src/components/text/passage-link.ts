/** Links that bring whoever may read the paper to one of its passages. */

import { askOf, asksIn } from "../../domain/asks";
import { placeQuote, type Placed } from "../../domain/placing";
import { href } from "../../router.svelte";
import type { Paper } from "../../services/positions";

const LONGEST = 120;

/** Puts the address of a passage on the clipboard. */
export async function copyPassageLink(
  { reference }: Paper,
  { isOriginal, language }: Paper["documents"][number],
  words: string,
): Promise<void> {
  const query = {
    cita: words.slice(0, LONGEST),
    llengua: isOriginal ? "" : language,
    vista: isOriginal ? "" : "seguit",
  };
  const address = href("position", { reference }, query);
  await navigator.clipboard.writeText(new URL(address, window.location.origin).href);
}

/** The place that an address asks for: an ask, else a passage; null where it asks for none or it is gone. */
export function placeAsked(address: URL, text: string): Placed | null {
  const ask = askOf(address.hash, asksIn(text));
  if (ask) return { from: ask.from, to: ask.from };
  const exact = address.searchParams.get("cita");
  return exact ? placeQuote(text, { exact, prefix: "", suffix: "" }, 0) : null;
}
