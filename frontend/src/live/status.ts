/** What may be said about a draft's safety, from plain facts: never "saved" without the server's acknowledgement. */

export interface Facts {
  /** The socket is open. */
  readonly isOpen: boolean;
  /** Both sides have exchanged what the other lacked since the socket opened. */
  readonly isSynced: boolean;
  /** There is text here: of the server, or kept in this browser. */
  readonly hasText: boolean;
  /** The last line broke, or could not be opened. */
  readonly hasFailed: boolean;
  /** Frames with updates sent on this socket, and how many of them the server keeps durably. */
  readonly sent: number;
  readonly durable: number;
  /** Something was written here, now or before a reload, that no acknowledgement has covered yet. */
  readonly hasUnsaved: boolean;
  /** What is written here is found again in this browser after a reload. */
  readonly isKept: boolean;
  /** The server refuses writing; why, as a key. */
  readonly refusal: string | null;
  /** The server closed for good: trying again would not help. */
  readonly isFinal: boolean;
}

export const NOTHING_YET: Facts = {
  isOpen: false,
  isSynced: false,
  hasText: false,
  hasFailed: false,
  sent: 0,
  durable: 0,
  hasUnsaved: false,
  isKept: false,
  refusal: null,
  isFinal: false,
};

export type LiveStatus =
  | {
      readonly kind: "connecting";
      readonly hasText: boolean;
      readonly hasUnsaved: boolean;
      readonly isKept: boolean;
    }
  | { readonly kind: "saving"; readonly hasUnsaved: true; readonly isKept: boolean }
  | { readonly kind: "saved" }
  | { readonly kind: "offline"; readonly hasUnsaved: boolean; readonly isKept: boolean }
  | {
      readonly kind: "readOnly";
      readonly reason: string;
      readonly hasUnsaved: boolean;
      readonly isKept: boolean;
      /** What others write arrives no more. */
      readonly isFinal: boolean;
    };

export const CONNECTING: LiveStatus = {
  kind: "connecting",
  hasText: false,
  hasUnsaved: false,
  isKept: false,
};

/** The one sentence that is true now. */
export function liveStatus(facts: Facts): LiveStatus {
  const { refusal, hasText, hasUnsaved, isKept, isFinal } = facts;
  if (refusal !== null) return { kind: "readOnly", reason: refusal, hasUnsaved, isKept, isFinal };
  if (!facts.isOpen && facts.hasFailed && hasText) return { kind: "offline", hasUnsaved, isKept };
  if (!facts.isSynced) return { kind: "connecting", hasText, hasUnsaved, isKept };
  // A frame under way may be the empty answer to the server's greeting: only what was written here is being saved.
  return hasUnsaved ? { kind: "saving", hasUnsaved, isKept } : { kind: "saved" };
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

/** Whether there is text to show, and to write in. */
export function hasText(status: LiveStatus): boolean {
  return status.kind !== "connecting" || status.hasText;
}

/** Whether something that is kept here is still to be sent, and not only on its way. */
export function isWaiting(status: LiveStatus): boolean {
  return status.kind !== "saving" && status.kind !== "saved" && status.hasUnsaved && status.isKept;
}

/** Whether something written here would be lost with the page. */
export function wouldLose(status: LiveStatus): boolean {
  return status.kind !== "saved" && status.hasUnsaved && !status.isKept;
}
