/** What may be said about a draft's safety, from plain facts: never "saved" without the server's acknowledgement. */

export interface Facts {
  /** The socket is open. */
  readonly isOpen: boolean;
  /** Both sides have exchanged what the other lacked since the socket opened. */
  readonly isSynced: boolean;
  /** It was synced at least once since the page was opened. */
  readonly wasSynced: boolean;
  /** Frames with updates sent on this socket, and how many of them the server keeps durably. */
  readonly sent: number;
  readonly durable: number;
  /** Something was written here that no acknowledgement has covered yet. */
  readonly hasUnsaved: boolean;
  /** The server refuses writing; why, as a key. */
  readonly refusal: string | null;
  /** The server closed for good: trying again would not help. */
  readonly isFinal: boolean;
}

export const NOTHING_YET: Facts = {
  isOpen: false,
  isSynced: false,
  wasSynced: false,
  sent: 0,
  durable: 0,
  hasUnsaved: false,
  refusal: null,
  isFinal: false,
};

export type LiveStatus =
  | { readonly kind: "connecting" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved" }
  | { readonly kind: "offline"; readonly hasUnsaved: boolean }
  | { readonly kind: "readOnly"; readonly reason: string; readonly hasUnsaved: boolean };

/** The one sentence that is true now. */
export function liveStatus(facts: Facts): LiveStatus {
  if (facts.refusal !== null)
    return { kind: "readOnly", reason: facts.refusal, hasUnsaved: facts.hasUnsaved };
  if (!facts.isOpen)
    return facts.wasSynced ? { kind: "offline", hasUnsaved: facts.hasUnsaved } : { kind: "connecting" };
  if (!facts.isSynced) return { kind: "connecting" };
  // A frame under way may be the empty answer to the server's greeting: only what was written here is being saved.
  return facts.hasUnsaved ? { kind: "saving" } : { kind: "saved" };
}

/** Milliseconds to wait before the n-th new try: doubling, at most 15 s, spread so that a whole town hall does not return at once. */
export function waitBefore(attempt: number, spread: number): number {
  const whole = Math.min(15_000, 500 * 2 ** Math.min(attempt, 10));
  return whole * (0.5 + spread / 2);
}

/** Whether what others write arrives. */
export function isThere({ kind }: LiveStatus): boolean {
  return kind !== "connecting" && kind !== "offline";
}
