// A recording of somebody writing (editing-traces), as the updates that a browser sends: `node recording.mjs FILE TAIL OUT`.
// In OUT stands each update with its length (4 bytes, little-endian) before it; the last one is the whole state as it was TAIL updates before.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const Y = createRequire(new URL("../../frontend/package.json", import.meta.url))("yjs");
const [file, tail, out] = process.argv.slice(2);
const { txns } = JSON.parse(gunzipSync(readFileSync(file)).toString());
const document = new Y.Doc();
document.clientID = 1;
const text = document.getText("text");
const updates = [];
let state = null;
document.on("update", (update) => updates.push(update));
txns.forEach(({ patches }, number) => {
  if (number === txns.length - Number(tail)) state = Y.encodeStateAsUpdate(document);
  document.transact(() => {
    for (const [place, gone, come] of patches) {
      if (gone) text.delete(place, gone);
      if (come) text.insert(place, come);
    }
  });
});
const parts = [...updates, state].flatMap((update) => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(update.length);
  return [length, update];
});
writeFileSync(out, Buffer.concat(parts));
