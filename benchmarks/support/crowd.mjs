// People typing: one process for all servers, so that it costs the same whichever is measured.
//
// Each line of standard input is an order, each line of standard output its answer:
//   {do: "open", crowd, people: [{url, cookie, origin, prefix, paper}]}   opens one socket a person and waits until all have the text
//   {do: "type", crowd, seconds, rate}   everybody types so many keys a second; says "begun", "ended", and when all is heard what was measured
//   {do: "check", crowd}                 every paper is opened anew: what its text is longer by than at the beginning, beside what was typed
//   {do: "close", crowd}
//   {do: "visit", people: [one]}         opens a paper: ms from the handshake to the whole text's bytes, and what yjs takes to read them
//   {do: "stick", people: [one]}         somebody opens a paper, and reads nothing more; says at which port
//
// A person is a yjs document that holds the text as it was on opening, and types in a place of its own: what they send are real updates. What
// they hear is not applied: only when it came is written down. The latency of a key is counted from before its update is made,
// at each of the others on the same paper.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(new URL("../../frontend/package.json", import.meta.url));
const Y = require("yjs");
const WebSocket = require("ws");
const decoding = require("lib0/decoding");
const encoding = require("lib0/encoding");

const PATIENCE = 60_000;
const SYNC = 0, AUTH = 2, ACKNOWLEDGED = 4, SYNC_STATUS = 8;
const STEP_1 = 0, STEP_2 = 1, UPDATE = 2;

/** Updates that were read, by their bytes: the same one comes to everybody. */
const read = new Map();
function structsOf(update) {
  const key = Buffer.from(update.buffer, update.byteOffset, update.length).toString("latin1");
  let structs = read.get(key);
  if (structs === undefined) {
    structs = Y.decodeUpdate(update).structs.map(({ id, length }) => [id.client, id.clock, length]);
    if (read.size > 1000) read.clear();
    read.set(key, structs);
  }
  return structs;
}

class Person {
  isSynced = false;
  sent = 0;
  acknowledged = 0;
  closed = null;

  constructor(crowd, { url, cookie, origin, prefix, paper }) {
    this.crowd = crowd;
    this.paper = paper;
    this.prefix = prefix ?? null;
    this.document = new Y.Doc();
    this.text = this.document.getText("text");
    const headers = cookie ? { cookie } : {};
    this.socket = new WebSocket(url, { headers, origin, perMessageDeflate: false, skipUTF8Validation: true });
    this.socket.on("open", () => this.#greet());
    this.socket.on("message", (bytes) => this.#hear(bytes));
    this.socket.on("error", (error) => (this.closed = String(error)));
    this.socket.on("close", (code, reason) => (this.closed ??= `${code} ${reason}`));
  }

  #send(write) {
    const encoder = encoding.createEncoder();
    if (this.prefix !== null) encoding.writeVarString(encoder, this.prefix);
    write(encoder);
    this.socket.send(encoding.toUint8Array(encoder));
  }

  #sendSync(kind, content) {
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, SYNC);
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(encoder, content);
    });
  }

  #greet() {
    if (this.prefix !== null)
      this.#send((encoder) => {
        encoding.writeVarUint(encoder, AUTH);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, "");
      });
    this.#sendSync(STEP_1, Y.encodeStateVector(this.document));
  }

  #hear(bytes) {
    const now = performance.now();
    const decoder = decoding.createDecoder(bytes);
    if (this.prefix !== null) decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === ACKNOWLEDGED) {
      decoding.readVarUint(decoder);
      this.acknowledged = decoding.readVarUint(decoder);
    } else if (type === SYNC_STATUS) this.acknowledged += 1;
    if (type !== SYNC) return;
    const kind = decoding.readVarUint(decoder);
    const content = decoding.readVarUint8Array(decoder);
    if (kind === STEP_1) {
      this.sent += 1;
      this.#sendSync(STEP_2, Y.encodeStateAsUpdate(this.document, content));
    } else if (kind === STEP_2 && !this.isSynced) {
      this.came = now;
      Y.applyUpdate(this.document, content);
      this.text.toString();
      this.read = performance.now();
      this.isSynced = true;
    } else if (kind === UPDATE) this.crowd.heard(this, structsOf(content), now);
  }

  /** Types one key, behind those typed before in a place of one's own. */
  type(place) {
    const began = performance.now();
    const clock = Y.getState(this.document.store, this.document.clientID);
    let update = null;
    this.document.once("update", (made) => (update = made));
    this.text.insert(place + clock, "aeiou lnrst"[clock % 11]);
    this.crowd.typed(this.document.clientID, clock, began);
    this.sent += 1;
    this.#sendSync(UPDATE, update);
  }
}

class Crowd {
  #clocks = new Map(); // by client: when each of its units was typed
  #latencies = [];
  #counted = 0;
  keys = 0;

  constructor(people) {
    this.described = people;
    this.people = people.map((each) => new Person(this, each));
    this.sizes = new Map();
    for (const { paper } of people) this.sizes.set(paper, (this.sizes.get(paper) ?? 0) + 1);
  }

  typed(client, clock, when) {
    if (!this.#clocks.has(client)) this.#clocks.set(client, []);
    this.#clocks.get(client)[clock] = when;
  }

  heard(person, structs, now) {
    for (const [client, clock, length] of structs) {
      if (client === person.document.clientID) continue;
      const when = this.#clocks.get(client);
      for (let unit = clock; when && unit < clock + length; unit += 1) {
        if (when[unit] === undefined) continue;
        this.#latencies.push(now - when[unit]);
      }
    }
  }

  async open() {
    for (let start = 0; start < this.people.length; start += 1)
      if (start % 20 === 19) await until(() => this.people.slice(0, start - 10).every((each) => each.isSynced));
    await until(() => this.people.every((each) => each.isSynced));
    const lengths = new Map(this.people.map((each) => [each.paper, each.text.length]));
    this.length = lengths.values().next().value;
  }

  async type(seconds, rate) {
    this.#latencies = [];
    let keys = 0, expected = 0;
    const finish = performance.now() + seconds * 1000;
    const pause = () => (1000 / rate) * (0.5 + Math.random());
    await Promise.all(
      this.people.map(async (person, number) => {
        const place = Math.floor((this.length * number) / this.people.length);
        await sleep(Math.random() * (1000 / rate));
        while (performance.now() < finish) {
          person.type(place);
          keys += 1;
          expected += this.sizes.get(person.paper) - 1;
          await sleep(pause());
        }
      }),
    );
    this.keys += keys;
    answer({ at: "ended" });
    await until(() => this.#latencies.length >= expected).catch(() => undefined);
    const late = () => this.people.filter((each) => each.acknowledged < each.sent).length;
    const acknowledges = this.people.some((each) => each.acknowledged > 0);
    if (acknowledges) await until(() => late() === 0, 2000).catch(() => undefined);
    const sorted = Float64Array.from(this.#latencies).sort();
    const share = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    return {
      keys,
      expected,
      heard: sorted.length,
      p50: share(0.5),
      p99: share(0.99),
      max: share(1),
      unacknowledged: acknowledges ? late() : 0,
      closed: this.people.filter((each) => each.closed !== null).length,
    };
  }

  /** The papers as somebody new finds them. */
  async check() {
    const papers = new Map(this.described.map((each) => [each.paper, each]));
    const anew = [...papers.values()].map((each) => new Person(this, each));
    await until(() => anew.every((each) => each.isSynced));
    const grown = anew.reduce((sum, each) => sum + each.text.length - this.length, 0);
    for (const each of anew) each.socket.close();
    return { grown, keys: this.keys };
  }

  close() {
    for (const each of this.people) each.socket.terminate();
  }
}

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(isSo, patience = PATIENCE) {
  for (const late = performance.now() + patience; !isSo(); await sleep(5))
    if (performance.now() > late) throw new Error("waited in vain");
}

function answer(told) {
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

const crowds = new Map();
const ORDERS = {
  async open({ crowd, people }) {
    crowds.set(crowd, new Crowd(people));
    await crowds.get(crowd).open();
    return { at: "open" };
  },
  async type({ crowd, seconds, rate }) {
    answer({ at: "begun" });
    const began = process.cpuUsage();
    const measured = await crowds.get(crowd).type(seconds, rate);
    const { user, system } = process.cpuUsage(began);
    return { at: "measured", ...measured, generator: (user + system) / 1e6 };
  },
  async check({ crowd }) {
    return { at: "checked", ...(await crowds.get(crowd).check()) };
  },
  async visit({ people: [described] }) {
    const began = performance.now();
    const visitor = new Person({ heard() {} }, described);
    await until(() => visitor.isSynced);
    visitor.socket.close();
    return { at: "visited", wire: visitor.came - began, engine: visitor.read - visitor.came };
  },
  async stick({ people: [described] }) {
    const stuck = new Person({ heard() {} }, described);
    await until(() => stuck.isSynced);
    stuck.socket.pause();
    return { at: "stuck", port: stuck.socket._socket.localPort };
  },
  async close({ crowd }) {
    crowds.get(crowd).close();
    crowds.delete(crowd);
    return { at: "closed" };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  try {
    answer(await ORDERS[order.do](order));
  } catch (failure) {
    answer({ at: "failed", reason: String(failure.stack) });
  }
}
process.exit(0);
