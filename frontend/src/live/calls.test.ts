import * as encoding from "lib0/encoding";
import * as syncProtocol from "y-protocols/sync";
import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { Calls } from "./calls";
import { askFrame, framesIn, hear, updateFrame } from "./protocol";
import { Awareness } from "y-protocols/awareness";

const SAID = {
  ask: Uint8Array.of(0, 0, 1, 0),
  answer: (server: Y.Doc) => made((encoder) => syncProtocol.writeSyncStep2(encoder, server), 0),
  refuse: (reason: string) => made((encoder) => encoding.writeVarString(encoder, reason), 2, 0),
  acknowledge: (sequence: number, frames: number) => Uint8Array.of(4, sequence, frames),
};

function made(write: (encoder: encoding.Encoder) => void, ...types: number[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const type of types) encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function body(...frames: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame);
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>;
}

/** A server that answers when told to; what it was asked, oldest first. */
class Server {
  readonly asked: { url: URL; frames: Uint8Array[]; answer: (response: Response) => void }[] = [];
  readonly post = (url: string, init: RequestInit): Promise<Response> =>
    new Promise((answer, fail) => {
      init.signal?.addEventListener("abort", () => fail(new Error("stopped")));
      this.asked.push({ url: new URL(url), frames: framesIn(init.body as Uint8Array), answer });
    });
  async answer(at: number, ...frames: Uint8Array[]): Promise<void> {
    this.asked[at]!.answer(new Response(body(...frames)));
    await vi.waitFor(() => expect(this.asked.length).toBeGreaterThan(at + 1));
  }
}

interface Heard {
  readonly frames: Uint8Array[];
  readonly closed: number[];
}

function call(server: Server, document: Y.Doc): { line: Calls; heard: Heard } {
  const heard: Heard = { frames: [], closed: [] };
  const line = new Calls("http://test/live/doc_1", () => askFrame(document), server.post);
  line.onmessage = ({ data }) => heard.frames.push(new Uint8Array(data));
  line.onclose = ({ code }) => heard.closed.push(code);
  return { line, heard };
}

it("says with each request which answer it has", async () => {
  const [server, document] = [new Server(), new Y.Doc()];
  const { line } = call(server, document);
  line.send(askFrame(document));
  const answer = body(SAID.ask, SAID.answer(new Y.Doc()));
  server.asked[0]!.answer(new Response(answer, { headers: { "live-told": "a1" } }));
  await vi.waitFor(() => expect(server.asked).toHaveLength(2));
  expect(server.asked.map(({ url }) => url.searchParams.get("told"))).toEqual([null, "a1"]);
  line.close();
});

it("greets once, then keeps one request waiting and sends what is written in others, in order", async () => {
  const [server, document] = [new Server(), new Y.Doc()];
  const { line, heard } = call(server, document);
  line.send(askFrame(document));
  expect(server.asked[0]!.url.searchParams.get("heard")).toBeNull();
  await server.answer(0, SAID.ask, SAID.answer(new Y.Doc()));
  expect(heard.frames).toHaveLength(2);
  expect(server.asked[1]!.url.searchParams.get("wait")).toBe("15");
  expect(server.asked[1]!.url.searchParams.get("heard")).toBe("0");
  for (const letter of ["a", "b", "c"]) line.send(updateFrame(Uint8Array.of(letter.charCodeAt(0))));
  expect(server.asked).toHaveLength(3);
  expect(server.asked[2]!.frames).toHaveLength(2);
  await server.answer(2, SAID.acknowledge(1, 1), SAID.answer(new Y.Doc()));
  expect(server.asked[3]!.frames.map((frame) => frame.at(-1))).toEqual([98, 99, 0]);
  server.asked[3]!.answer(new Response(body(SAID.acknowledge(3, 2), SAID.answer(new Y.Doc()))));
  await vi.waitFor(() => expect(heard.frames).toHaveLength(6));
  expect([heard.frames[2], heard.frames[4]]).toEqual([SAID.acknowledge(1, 1), SAID.acknowledge(3, 3)]);
  line.close();
});

it("says what it was refused, so that it is not told with every answer", async () => {
  const [server, document] = [new Server(), new Y.Doc()];
  const { line, heard } = call(server, document);
  line.send(askFrame(document));
  expect(server.asked[0]!.url.searchParams.get("denied")).toBeNull();
  await server.answer(0, SAID.refuse("frozen"), SAID.answer(new Y.Doc()));
  expect(heard.frames[0]).toEqual(SAID.refuse("frozen"));
  expect(server.asked[1]!.url.searchParams.get("denied")).toBe("frozen");
  line.close();
});

it("sends nothing more after a refusal, so that no acknowledgement covers what was refused", async () => {
  const [server, document] = [new Server(), new Y.Doc()];
  const { line, heard } = call(server, document);
  line.send(askFrame(document));
  await server.answer(0, SAID.answer(new Y.Doc()));
  for (const letter of [1, 2]) line.send(updateFrame(Uint8Array.of(letter)));
  await server.answer(2, SAID.refuse("text_too_long"), SAID.answer(new Y.Doc()));
  expect(server.asked[2]!.frames.map((frame) => frame.at(-1))).toEqual([1, 0]);
  expect(server.asked[3]!.frames).toEqual([askFrame(document)]);
  expect(heard.frames).toContainEqual(SAID.refuse("text_too_long"));
  line.close();
});

it("tells what the others wrote while it waited", async () => {
  const [server, document, other] = [new Server(), new Y.Doc(), new Y.Doc()];
  const { line, heard } = call(server, document);
  line.send(askFrame(document));
  await server.answer(0, SAID.answer(other));
  other.getText("text").insert(0, "l'altre");
  await server.answer(1, SAID.answer(other));
  for (const frame of heard.frames) hear(frame, document, new Awareness(document), line);
  expect(document.getText("text").toString()).toBe("l'altre");
  line.close();
});

it.each([
  [401, 4401],
  [404, 4404],
  [502, 1006],
])("ends on status %i as a socket with code %i", async (status, code) => {
  const [server, document] = [new Server(), new Y.Doc()];
  const { line, heard } = call(server, document);
  line.send(askFrame(document));
  server.asked[0]!.answer(new Response(null, { status }));
  await vi.waitFor(() => expect(heard.closed).toEqual([code]));
  line.send(updateFrame(Uint8Array.of(1)));
  expect(heard.closed).toEqual([code]);
});

it("ends where the server says so, after what it said", async () => {
  const [server, document] = [new Server(), new Y.Doc()];
  const { line, heard } = call(server, document);
  line.send(askFrame(document));
  const headers = { "live-ended": "4409" };
  server.asked[0]!.answer(new Response(body(SAID.answer(new Y.Doc())), { headers }));
  await vi.waitFor(() => expect(heard.closed).toEqual([4409]));
  expect(heard.frames).toHaveLength(1);
});

it("asks nothing more once it is closed", async () => {
  const [server, document] = [new Server(), new Y.Doc()];
  const { line, heard } = call(server, document);
  line.send(askFrame(document));
  await server.answer(0, SAID.answer(new Y.Doc()));
  line.close();
  line.send(updateFrame(Uint8Array.of(1)));
  await vi.waitFor(() => expect(heard.closed).toEqual([1000]));
  expect(server.asked).toHaveLength(2);
});
