/**
 * The live protocol over requests, with the face of a socket, for networks that let no socket through. What is written is sent
 * request by request, in order; one more request is always kept waiting for what the others write.
 */

import * as encoding from "lib0/encoding";
import { acknowledgement, denial, framesIn, isAnswer, isCounted, isQuestion, newestClock } from "./protocol";
import type { Line } from "./provider";

/** Seconds for which the server may hold back an answer without news: less than the silence that a provider bears. */
const WAIT = 15;

export interface Post {
  (url: string, init: RequestInit): Promise<Response>;
}

export class Calls implements Line {
  readyState = 1;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly #line = crypto.randomUUID();
  readonly #stop = new AbortController();
  readonly #address: string;
  readonly #ask: () => Uint8Array;
  readonly #post: Post;
  #unsent: Uint8Array[] = [];
  #counted = 0;
  /** The newest clock of presence heard here; null until greeted. */
  #clock: number | null = null;
  /** What stands for the server's last answer to a question: the same once more is no news. */
  #answered: string | null = null;
  /** Why writing is refused, as last told: the server need not say it with every answer. */
  #denied: string | null = null;
  #isSending = false;

  /** `ask` makes the frame that says what is here, and so asks for the rest. */
  constructor(address: string, ask: () => Uint8Array, post: Post = (url, init) => fetch(url, init)) {
    this.#address = address;
    this.#ask = ask;
    this.#post = post;
    queueMicrotask(() => this.onopen?.());
  }

  send(frame: Uint8Array): void {
    if (this.readyState !== 1) return;
    // Every request asks by itself.
    if (!isQuestion(frame)) this.#unsent.push(frame);
    void this.#sendAll();
  }

  close(): void {
    this.#end(1000);
  }

  async #sendAll(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    const isFirst = this.#clock === null;
    do {
      // The server counts anew with every request: an acknowledgement of what follows would cover what was refused before it.
      const frames = this.#unsent.filter((frame) => this.#denied === null || !isCounted(frame));
      this.#unsent = [];
      const before = this.#counted;
      this.#counted += frames.filter(isCounted).length;
      await this.#call(frames, 0, before);
    } while (this.#unsent.length > 0 && this.readyState === 1);
    this.#isSending = false;
    if (isFirst) void this.#listen();
  }

  async #listen(): Promise<void> {
    while (this.readyState === 1) await this.#call([], WAIT, 0);
  }

  /** One request and its answer, told frame by frame; `before` frames were sent and counted on this line before. */
  async #call(frames: readonly Uint8Array[], wait: number, before: number): Promise<void> {
    try {
      const answer = await this.#post(this.#url(wait), {
        method: "POST",
        headers: { "X-Positions": "1", "Content-Type": "application/octet-stream" },
        body: joined([...frames, this.#ask()]),
        signal: this.#stop.signal,
      });
      if (!answer.ok) this.#end(answer.status < 500 ? 4000 + answer.status : 1006);
      else this.#told(framesIn(new Uint8Array(await answer.arrayBuffer())), before);
      this.#answered = answer.headers.get("live-told") ?? this.#answered;
      const ended = Number(answer.headers.get("live-ended"));
      if (ended) this.#end(ended);
    } catch {
      this.#end(1006);
    }
  }

  #told(frames: readonly Uint8Array[], before: number): void {
    for (const frame of frames) {
      this.#clock = Math.max(this.#clock ?? 0, newestClock(frame));
      this.#denied = denial(frame) ?? this.#denied;
      const ours = acknowledgement(frame, before) ?? frame;
      if (this.readyState === 1) this.onmessage?.({ data: ours.slice().buffer });
    }
    // Rights moved while the answer was made: whoever comes anew is told how things are.
    if (!frames.some(isAnswer)) this.#end(1006);
  }

  #url(wait: number): string {
    const url = new URL(this.#address);
    url.searchParams.set("line", this.#line);
    url.searchParams.set("wait", String(wait));
    if (this.#clock !== null) url.searchParams.set("heard", String(this.#clock));
    if (this.#answered !== null) url.searchParams.set("told", this.#answered);
    if (this.#denied !== null) url.searchParams.set("denied", this.#denied);
    return url.href;
  }

  #end(code: number): void {
    if (this.readyState !== 1) return;
    this.readyState = 3;
    this.#stop.abort();
    this.onclose?.({ code });
  }
}

function joined(frames: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame);
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>;
}
