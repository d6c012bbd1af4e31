/** The bytes of the live socket: y-websocket's messages and the acknowledgement (type 4). Pure but for the document they apply to. */

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as awarenessProtocol from "y-protocols/awareness";
import * as syncProtocol from "y-protocols/sync";
import type * as Y from "yjs";

const SYNC = 0;
const AWARENESS = 1;
const AUTH = 2;
const QUERY_AWARENESS = 3;
const ACKNOWLEDGED = 4;

const PERMISSION_DENIED = 0;

export type Heard =
  | { readonly kind: "asked"; readonly reply: Uint8Array | null }
  | { readonly kind: "answered" }
  | { readonly kind: "updated" }
  | { readonly kind: "presence" }
  | { readonly kind: "presenceAsked" }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "acknowledged"; readonly sequence: number; readonly frames: number }
  | { readonly kind: "unknown" };

function frame(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** "This is what I have": the server answers with what is missing here. */
export function askFrame(document: Y.Doc): Uint8Array {
  return frame(SYNC, (encoder) => syncProtocol.writeSyncStep1(encoder, document));
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return frame(SYNC, (encoder) => syncProtocol.writeUpdate(encoder, update));
}

export function presenceFrame(awareness: awarenessProtocol.Awareness, clients: number[]): Uint8Array {
  const update = awarenessProtocol.encodeAwarenessUpdate(awareness, clients);
  return frame(AWARENESS, (encoder) => encoding.writeVarUint8Array(encoder, update));
}

function readSync(decoder: decoding.Decoder, document: Y.Doc, origin: object): Heard {
  const type = decoding.readVarUint(decoder);
  if (type === syncProtocol.messageYjsSyncStep1) {
    const reply = frame(SYNC, (encoder) => syncProtocol.readSyncStep1(decoder, encoder, document));
    return { kind: "asked", reply };
  }
  // Both carry an update; step 2 also says that the server has told all it had.
  syncProtocol.readUpdate(decoder, document, origin);
  return { kind: type === syncProtocol.messageYjsSyncStep2 ? "answered" : "updated" };
}

/** Applies one message to the document or the presence and says what it was. */
export function hear(
  bytes: Uint8Array,
  document: Y.Doc,
  awareness: awarenessProtocol.Awareness,
  origin: object,
): Heard {
  const decoder = decoding.createDecoder(bytes);
  const type = decoding.readVarUint(decoder);
  if (type === SYNC) return readSync(decoder, document, origin);
  if (type === AWARENESS) {
    awarenessProtocol.applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), origin);
    return { kind: "presence" };
  }
  if (type === QUERY_AWARENESS) return { kind: "presenceAsked" };
  if (type === AUTH) {
    const isDenied = decoding.readVarUint(decoder) === PERMISSION_DENIED;
    return isDenied ? { kind: "refused", reason: decoding.readVarString(decoder) } : { kind: "unknown" };
  }
  if (type === ACKNOWLEDGED) {
    const sequence = decoding.readVarUint(decoder);
    return { kind: "acknowledged", sequence, frames: decoding.readVarUint(decoder) };
  }
  return { kind: "unknown" };
}

/** Whether a frame says what its sender has. */
export function isQuestion(frame: Uint8Array): boolean {
  return frame[0] === SYNC && frame[1] === syncProtocol.messageYjsSyncStep1;
}

/** Whether a frame is the answer to a question. */
export function isAnswer(frame: Uint8Array): boolean {
  return frame[0] === SYNC && frame[1] === syncProtocol.messageYjsSyncStep2;
}

/** Whether a frame carries an update, and so is counted by the acknowledgements. */
export function isCounted(frame: Uint8Array): boolean {
  return frame[0] === SYNC && !isQuestion(frame);
}

/** An acknowledgement with some frames more that were sent before; null for every other frame. */
export function acknowledgement(bytes: Uint8Array, before: number): Uint8Array | null {
  if (bytes[0] !== ACKNOWLEDGED) return null;
  const decoder = decoding.createDecoder(bytes.subarray(1));
  const sequence = decoding.readVarUint(decoder);
  const frames = decoding.readVarUint(decoder);
  return frame(ACKNOWLEDGED, (encoder) => {
    encoding.writeVarUint(encoder, sequence);
    encoding.writeVarUint(encoder, before + frames);
  });
}

/** Why writing is refused, where a frame says so. */
export function denial(bytes: Uint8Array): string | null {
  if (bytes[0] !== AUTH || bytes[1] !== PERMISSION_DENIED) return null;
  return decoding.readVarString(decoding.createDecoder(bytes.subarray(2)));
}

/** The newest clock in a frame of presence; 0 in every other frame. */
export function newestClock(bytes: Uint8Array): number {
  if (bytes[0] !== AWARENESS) return 0;
  const decoder = decoding.createDecoder(
    decoding.readVarUint8Array(decoding.createDecoder(bytes.subarray(1))),
  );
  let newest = 0;
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    decoding.readVarUint(decoder);
    newest = Math.max(newest, decoding.readVarUint(decoder));
    decoding.readVarString(decoder);
  }
  return newest;
}

/** The frames of an answer, each with its length before it. */
export function framesIn(body: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(body);
  const frames: Uint8Array[] = [];
  while (decoding.hasContent(decoder)) frames.push(decoding.readVarUint8Array(decoder));
  return frames;
}
