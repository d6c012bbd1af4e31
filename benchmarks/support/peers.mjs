// Other servers of the same protocol: `node peers.mjs KIND PORT BASE LOG`.
//
// hocuspocus  @hocuspocus/server. With a LOG every update is stored as we do it: appended and synced (fdatasync, whatever has come in
//             meanwhile at once) before it is applied, shown to the others and acknowledged.
// minimal     what y-websocket's own server does, on `ws` and `y-protocols`: nothing is stored, nobody is asked who they are.
//
// Both know documents by name, and each begins with the text in the file BASE.
import { createRequire } from "node:module";
import { closeSync, openSync, readFileSync, write, fdatasync } from "node:fs";
import { promisify } from "node:util";

const require = createRequire(new URL("../../frontend/package.json", import.meta.url));
const Y = require("yjs");
const decoding = require("lib0/decoding");
const encoding = require("lib0/encoding");
const sync = require("y-protocols/sync");
const [kind, port, base, log] = process.argv.slice(2);
const text = readFileSync(base, "utf8");

/** A file to which updates are appended; they are safe when the promise is kept. */
class Log {
  #file;
  #waiting = [];
  #isBusy = false;

  constructor(path) {
    this.#file = openSync(path, "a");
    process.on("exit", () => closeSync(this.#file));
  }

  append(name, update) {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, name);
    encoding.writeVarUint8Array(encoder, update);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes: encoding.toUint8Array(encoder), resolve, reject });
      if (!this.#isBusy) void this.#write();
    });
  }

  async #write() {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      const taken = this.#waiting;
      this.#waiting = [];
      try {
        await promisify(write)(this.#file, Buffer.concat(taken.map((each) => each.bytes)));
        await promisify(fdatasync)(this.#file);
        for (const each of taken) each.resolve();
      } catch (failure) {
        for (const each of taken) each.reject(failure);
      }
    }
    this.#isBusy = false;
  }
}

/** The update in one of Hocuspocus's frames; null in frames of other kinds. */
function updateIn(frame) {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarString(decoder);
  if (decoding.readVarUint(decoder) !== 0) return null;
  return decoding.readVarUint(decoder) === sync.messageYjsUpdate ? decoding.readVarUint8Array(decoder) : null;
}

async function hocuspocus() {
  const { Server } = require("@hocuspocus/server");
  const hooks = {
    onLoadDocument({ document }) {
      document.getText("text").insert(0, text);
    },
  };
  if (log) {
    const kept = new Log(log);
    hooks.beforeHandleMessage = async ({ documentName, update }) => {
      const typed = updateIn(update);
      if (typed) await kept.append(documentName, typed);
    };
  }
  await new Server({ port: Number(port), address: "127.0.0.1", quiet: true, ...hooks }).listen();
}

function minimal() {
  const { WebSocketServer } = require("ws");
  const documents = new Map();

  function open(name) {
    const document = new Y.Doc();
    document.getText("text").insert(0, text);
    const known = { document, sockets: new Set() };
    document.on("update", (update) => {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 0);
      sync.writeUpdate(encoder, update);
      const frame = encoding.toUint8Array(encoder);
      for (const socket of known.sockets) socket.send(frame);
    });
    documents.set(name, known);
    return known;
  }

  const server = new WebSocketServer({ port: Number(port), host: "127.0.0.1", perMessageDeflate: false });
  server.on("connection", (socket, request) => {
    const { document, sockets } = documents.get(request.url) ?? open(request.url);
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", (bytes) => {
      const decoder = decoding.createDecoder(new Uint8Array(bytes));
      if (decoding.readVarUint(decoder) !== 0) return;
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 0);
      sync.readSyncMessage(decoder, encoder, document, socket);
      if (encoding.length(encoder) > 1) socket.send(encoding.toUint8Array(encoder));
    });
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    sync.writeSyncStep1(encoder, document);
    socket.send(encoding.toUint8Array(encoder));
  });
}

await { hocuspocus, minimal }[kind]();
