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
