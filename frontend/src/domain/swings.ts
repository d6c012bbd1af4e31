/** What one more choice would change, in the few kinds of change that a sentence can tell. */

import type { Choice } from "./tally";

export interface Swing {
  readonly choice: Choice;
  readonly wouldPass: boolean;
  readonly wouldRepeat: boolean;
  readonly decided: boolean;
}

/** Where a round stands before the choice. */
export interface Standpoint {
  readonly wouldPass: boolean;
  readonly wouldRepeat: boolean;
  readonly decided: boolean;
}

export type SpokenChoice = Exclude<Choice, "RECUSE">;
export type EffectKind = "settlesYes" | "passes" | "ties" | "settlesNo" | "fails";

/** One kind of change and the choices that bring it about. */
export interface Effect {
  readonly kind: EffectKind;
  readonly choices: readonly SpokenChoice[];
}

const SPOKEN: readonly SpokenChoice[] = ["APPROVE", "OBJECT", "ABSTAIN"];

function kindOf(swing: Swing, now: Standpoint): EffectKind | undefined {
  if (swing.wouldPass) {
    if (swing.decided) return "settlesYes";
    return now.wouldPass ? undefined : "passes";
  }
  if (swing.wouldRepeat) return now.wouldRepeat ? undefined : "ties";
  if (swing.decided) return "settlesNo";
  return now.wouldPass || now.wouldRepeat ? "fails" : undefined;
}

/** What a pending town's choice would change; nothing once the round is decided without it. */
export function effects(swings: readonly Swing[], now: Standpoint): Effect[] {
  if (now.decided) return [];
  const found = new Map<EffectKind, SpokenChoice[]>();
  for (const choice of SPOKEN) {
    const swing = swings.find((one) => one.choice === choice);
    const kind = swing && kindOf(swing, now);
    if (kind) found.set(kind, [...(found.get(kind) ?? []), choice]);
  }
  return [...found].map(([kind, choices]) => ({ kind, choices }));
}
