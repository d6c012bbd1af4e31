/**
 * Keeps one Y.Doc in step with the server over one line, and tells the truth about it (see status.ts).
 * Every frame of ours that carries an update counts, so that the server's acknowledgements can be matched.
 */

import { Awareness, removeAwarenessStates } from "y-protocols/awareness";
import type * as Y from "yjs";
import { NOTHING_FOUND, type Found } from "./copy";
import { lineOpener } from "./lines";
import { askFrame, hear, presenceFrame, updateFrame, type Heard } from "./protocol";
import type { Label } from "./shelf";
import { liveStatus, NOTHING_YET, waitBefore, type Facts, type LiveStatus } from "./status";

/** Silence after which the server is asked for a sign of life, and how long it may take to give it. */
const SILENCE = 20_000;
const PATIENCE = 10_000;
/** Socket close codes from 4400 on are answers of the server, not accidents: no new try. */
const FINAL_REASONS: Record<number, string> = {
  4400: "out_of_step", // what is here cannot be read there, and would be brought again on every line
  4401: "signed_out",
  4403: "read_only",
  4404: "not_found",
  4413: "too_large",
};
/** What was brought builds on something that nobody has. Once may be an accident on the way; twice in a row it is missing here. */
const OUT_OF_STEP = 4409;
const ENOUGH = 2;

/** What a provider needs of a socket. */
export interface Line {
  readonly readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(frame: Uint8Array<ArrayBuffer>): void;
  close(): void;
}

export interface Surroundings {
  /** A new line to the server; `ask` makes the frame that says what is here. */
  readonly open: (address: string, ask: () => Uint8Array) => Line;
  readonly random: () => number;
}

export class LiveProvider {
  readonly awareness: Awareness;
  /** The draft's sequence that is known to be durable; anchors of comments refer to it. */
  sequence = 0;
  /** All that was written here is durable. */
  onSettled: (() => void) | undefined;
  #facts: Facts = NOTHING_YET;
  #socket: Line | null = null;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  /** How often in a row the server has closed the line for what was brought. */
  #misfits = 0;
  /** The server has refused writing on this line. */
  #isDenied = false;
  /** The server has been given all that it lacked on this line: what is written from then on is sent as it comes. */
  #hasGiven = false;
  readonly #listeners = new Set<(status: LiveStatus) => void>();
  readonly #document: Y.Doc;
  readonly #address: string;
  readonly #surroundings: Surroundings;

  constructor(
    document: Y.Doc,
    address: string,
    surroundings: Surroundings = { open: lineOpener(), random: Math.random },
  ) {
    this.#document = document;
    this.#address = address;
    this.#surroundings = surroundings;
    this.awareness = new Awareness(document);
    this.awareness.on("update", this.#moved);
  }

  /** Opens the first line; what this browser had kept is in the document by now, and counts as nothing new. */
  start(found: Found = NOTHING_FOUND): void {
    if (this.#isClosed) return;
    this.#document.on("update", this.#wrote);
    globalThis.addEventListener?.("online", this.#cameBack);
    globalThis.addEventListener?.("offline", this.#wentAway);
    this.#know(found);
    this.#open();
  }

  /** The browser keeps nothing more. */
  loseCopy(): void {
    this.#know({ isKept: false });
  }

  get status(): LiveStatus {
    return liveStatus(this.#facts);
  }

  /** Calls back now and on every change of the status; returns how to stop. */
  onStatus(listener: (status: LiveStatus) => void): () => void {
    this.#listeners.add(listener);
    listener(this.status);
    return () => this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#isClosed = true;
    globalThis.removeEventListener?.("online", this.#cameBack);
    globalThis.removeEventListener?.("offline", this.#wentAway);
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#document.off("update", this.#wrote);
    removeAwarenessStates(this.awareness, [this.#document.clientID], "destroyed");
    this.awareness.destroy();
    this.#socket?.close();
  }

  #know(change: Partial<Facts>): void {
    this.#facts = { ...this.#facts, ...change };
    // A listener may learn more, and those after it hear of that.
    for (const listener of this.#listeners) listener(this.status);
  }

  #open(): void {
    if (this.#isClosed || this.#socket) return;
    const socket = this.#surroundings.open(this.#address, () => askFrame(this.#document));
    this.#socket = socket;
    socket.onopen = () => this.#opened();
    socket.onmessage = (event) => this.#heard(new Uint8Array(event.data));
    socket.onclose = (event) => this.#lost(socket, event.code);
  }

  #opened(): void {
    this.#isDenied = false;
    this.#hasGiven = false;
    this.#know({ isOpen: true, isSynced: false, hasFailed: false, sent: 0, durable: 0 });
    this.#send(askFrame(this.#document));
    if (this.awareness.getLocalState() !== null) this.#sharePresence();
    this.#listen();
  }

  #lost(socket: Line, code: number): void {
    if (socket !== this.#socket) return;
    this.#socket = null;
    clearTimeout(this.#silence);
    const others = [...this.awareness.getStates().keys()].filter(
      (client) => client !== this.#document.clientID,
    );
    if (!this.#isClosed) removeAwarenessStates(this.awareness, others, this);
    if (code === OUT_OF_STEP) this.#misfits += 1;
    const reason = this.#misfits >= ENOUGH ? "out_of_step" : FINAL_REASONS[code];
    this.#know({
      isOpen: false,
      isSynced: false,
      hasFailed: true,
      ...(reason ? { refusal: reason, isFinal: true } : {}),
    });
    if (this.#isClosed || reason) return;
    const wait = waitBefore(this.#attempt++, this.#surroundings.random());
    this.#retry = setTimeout(() => this.#open(), wait);
  }

  /** The network is gone: a socket that does not know yet is given up, so that nothing is said to be on its way. */
  readonly #wentAway = (): void => {
    const socket = this.#socket;
    if (!socket) return;
    socket.close();
    this.#lost(socket, 1006);
  };

  /** The network is back: no need to sit out the wait. */
  readonly #cameBack = (): void => {
    clearTimeout(this.#retry);
    this.#attempt = 0;
    this.#open();
  };

  #heard(bytes: Uint8Array): void {
    this.#listen();
    this.#react(hear(bytes, this.#document, this.awareness, this));
  }

  #react(heard: Heard): void {
    if (heard.kind === "asked" && heard.reply !== null) this.#giveMissing(heard.reply);
    else if (heard.kind === "answered") {
      // What we have may still be refused, and the line closed for it: only who gives nothing has come through.
      if (this.#facts.refusal !== null) this.#attempt = 0;
      this.#know({ isSynced: true, hasText: true });
    } else if (heard.kind === "acknowledged") this.#acknowledged(heard.sequence, heard.frames);
    else if (heard.kind === "refused") this.#denied(heard.reason);
    else if (heard.kind === "presenceAsked") this.#sharePresence();
  }

  #denied(reason: string): void {
    this.#isDenied = true;
    this.#know({ refusal: reason });
  }

  /**
   * The server asked what it lacks; the answer counts as a frame, also when it brings nothing new. A refusal comes before the question:
   * who is asked without one may write again, and nobody before, lest a closed text be open for a moment on every new line.
   */
  #giveMissing(reply: Uint8Array): void {
    if (this.#isDenied) return;
    this.#hasGiven = true;
    this.#know({ sent: this.#facts.sent + 1, refusal: null });
    this.#send(reply);
  }

  #acknowledged(sequence: number, frames: number): void {
    this.sequence = Math.max(this.sequence, sequence);
    this.#attempt = 0;
    this.#misfits = 0;
    const isAll = frames >= this.#facts.sent;
    if (isAll && this.#facts.hasUnsaved) this.onSettled?.();
    this.#know({ durable: frames, ...(isAll ? { hasUnsaved: false } : {}) });
  }

  /**
   * What does not come from the server is to be sent: another tab's words too, since that tab may have no line, or be closed. What is written
   * before the server has asked goes with the answer: acknowledged by itself, it would pass for all that was unsent.
   */
  readonly #wrote = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return;
    const isSendable = this.#facts.isOpen && this.#hasGiven && this.#facts.refusal === null;
    this.#know({ hasUnsaved: true, sent: this.#facts.sent + (isSendable ? 1 : 0) });
    if (isSendable) this.#send(updateFrame(update));
  };

  readonly #moved = (change: { added: number[]; updated: number[] }, origin: unknown): void => {
    const isOurs = [...change.added, ...change.updated].includes(this.#document.clientID);
    if (origin !== this && isOurs) this.#sharePresence();
  };

  #sharePresence(): void {
    if (this.#facts.isOpen) this.#send(presenceFrame(this.awareness, [this.#document.clientID]));
  }

  #send(bytes: Uint8Array): void {
    if (this.#socket?.readyState === 1) this.#socket.send(bytes as Uint8Array<ArrayBuffer>);
  }

  /** A dead line often does not close by itself: after a silence the server must answer, or a new socket is opened. */
  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#send(askFrame(this.#document));
      this.#silence = setTimeout(this.#wentAway, PATIENCE);
    }, SILENCE);
  }
}

/**
 * The address of a document's live text on this server, for one member and one organization: whoever else is signed in by now is not
 * let in, and whoever acts for another organization by now writes nothing in the name of it.
 */
export function liveAddress({ member, document, organization }: Label, location: Location): string {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const who = new URLSearchParams(organization ? { member, organization } : { member });
  return `${scheme}//${location.host}/live/${encodeURIComponent(document)}?${who}`;
}
