import * as encoding from "lib0/encoding";
import * as syncProtocol from "y-protocols/sync";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { hear } from "./protocol";
import { LiveProvider, type Line } from "./provider";

/** A server at the other end of a wire that is open until a test cuts it. */
class Wire {
  static all: Wire[] = [];
  readyState = 0;
  sent: Uint8Array[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: ArrayBuffer }) => void;
  onclose?: (event: { code: number }) => void;
  constructor() {
    Wire.all.push(this);
  }
  send(bytes: Uint8Array): void {
    this.sent.push(bytes);
  }
  close(): void {
    this.cut(1000);
  }
  connect(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  cut(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
  say(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    write(encoder);
    this.onmessage?.({ data: encoding.toUint8Array(encoder).slice().buffer });
  }
  handshake(server: Y.Doc): void {
    this.say((encoder) => {
      encoding.writeVarUint(encoder, 0);
      syncProtocol.writeSyncStep1(encoder, server);
    });
    this.say((encoder) => {
      encoding.writeVarUint(encoder, 0);
      syncProtocol.writeSyncStep2(encoder, server);
    });
  }
  acknowledge(sequence: number, frames: number): void {
    this.say((encoder) => [4, sequence, frames].forEach((part) => encoding.writeVarUint(encoder, part)));
  }
  refuse(reason: string): void {
    this.say((encoder) => {
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, reason);
    });
  }
}

let document: Y.Doc;
let provider: LiveProvider;
const wire = (): Wire => Wire.all.at(-1)!;
const open = (): Line => new Wire() as unknown as Line;

beforeEach(() => {
  vi.useFakeTimers();
  Wire.all = [];
  document = new Y.Doc();
  provider = new LiveProvider(document, "ws://test", { open, random: () => 1 });
  provider.start();
});

afterEach(() => {
  provider.destroy();
  vi.useRealTimers();
});

function ready(): void {
  wire().connect();
  wire().handshake(new Y.Doc());
  wire().acknowledge(0, 1);
}

it("is connecting until both sides have told what they had", () => {
  expect(provider.status.kind).toBe("connecting");
  wire().connect();
  expect(provider.status.kind).toBe("connecting");
  wire().handshake(new Y.Doc());
  wire().acknowledge(0, 1);
  expect(provider.status.kind).toBe("saved");
});

it("says saved only after the acknowledgement of the last frame", () => {
  ready();
  document.getText("text").insert(0, "a");
  document.getText("text").insert(1, "b");
  expect(provider.status.kind).toBe("saving");
  wire().acknowledge(1, 2);
  expect(provider.status.kind).toBe("saving");
  wire().acknowledge(2, 3);
  expect(provider.status.kind).toBe("saved");
  expect(provider.sequence).toBe(2);
});

it("sends nothing before all that was unsent: its acknowledgement would cover that too", () => {
  const settled = vi.fn();
  provider.onSettled = settled;
  document.getText("text").insert(0, "fora de línia");
  wire().connect();
  const greetings = wire().sent.length;
  document.getText("text").insert(0, "ara ");
  expect(wire().sent).toHaveLength(greetings);
  const server = new Y.Doc();
  wire().handshake(server);
  wire()
    .sent.slice(greetings)
    .forEach((bytes) => hear(bytes, server, provider.awareness, {}));
  expect(server.getText("text").toString()).toBe("ara fora de línia");
  expect(settled).not.toHaveBeenCalled();
  wire().acknowledge(1, 1);
  expect(settled).toHaveBeenCalledOnce();
});

it("keeps what was written offline and gives it when the line is back", () => {
  ready();
  wire().cut();
  document.getText("text").insert(0, "fora de línia");
  expect(provider.status).toEqual({ kind: "offline", hasUnsaved: true, isKept: false });
  vi.advanceTimersByTime(600);
  const server = new Y.Doc();
  wire().connect();
  wire().handshake(server);
  for (const bytes of wire().sent) hear(bytes, server, provider.awareness, provider);
  expect(server.getText("text").toString()).toBe("fora de línia");
  expect(provider.status.kind).toBe("saving");
  wire().acknowledge(1, 1);
  expect(provider.status.kind).toBe("saved");
});

it("sends nothing once refused, and says why and that something is left", () => {
  ready();
  wire().refuse("frozen");
  const before = wire().sent.length;
  document.getText("text").insert(0, "a");
  expect(wire().sent).toHaveLength(before);
  expect(provider.status).toEqual({
    kind: "readOnly",
    reason: "frozen",
    hasUnsaved: true,
    isKept: false,
    isFinal: false,
  });
});

it("stays read-only on the next line until the server asks without having refused", () => {
  ready();
  wire().refuse("frozen");
  document.getText("text").insert(0, "a");
  for (const isRefused of [true, false]) {
    wire().cut();
    vi.advanceTimersByTime(15_000);
    wire().connect();
    expect(provider.status).toMatchObject({ kind: "readOnly", reason: "frozen" });
    if (isRefused) wire().refuse("frozen");
    wire().handshake(new Y.Doc());
    expect(provider.status.kind).toBe(isRefused ? "readOnly" : "saving");
  }
  wire().acknowledge(1, 1);
  expect(provider.status.kind).toBe("saved");
});

it("tells later listeners what an earlier one brought about", () => {
  const told: (boolean | undefined)[] = [];
  provider.onStatus((status) => {
    if (status.kind === "readOnly" && status.isKept) provider.loseCopy();
  });
  provider.onStatus((status) => void told.push("isKept" in status ? status.isKept : undefined));
  provider.start({ hasText: true, hasUnsaved: true, isKept: true });
  wire().connect();
  wire().cut(4404);
  expect(told.at(-1)).toBe(false);
});

it.each([
  [4401, "signed_out"],
  [4400, "out_of_step"], // what it holds cannot be read, and would be brought again for ever
])("does not come back after a final answer of the server: %i", (code, reason) => {
  wire().connect();
  wire().cut(code);
  vi.advanceTimersByTime(60_000);
  expect(Wire.all).toHaveLength(1);
  expect(provider.status).toMatchObject({ kind: "readOnly", reason, isFinal: true });
});

it("tries again with longer waits", () => {
  for (const wait of [500, 1000, 2000]) {
    const count = Wire.all.length;
    wire().cut();
    vi.advanceTimersByTime(wait - 1);
    expect(Wire.all).toHaveLength(count);
    vi.advanceTimersByTime(1);
    expect(Wire.all).toHaveLength(count + 1);
  }
});

it("leaves a line that is silent", () => {
  ready();
  vi.advanceTimersByTime(31_000);
  expect(provider.status.kind).toBe("offline");
});

describe("with a copy kept in the browser", () => {
  const KEPT = { hasText: true, hasUnsaved: true, isKept: true };
  let settled: number;

  beforeEach(() => {
    provider.destroy();
    Wire.all = [];
    settled = 0;
    const before = new Y.Doc();
    before.getText("text").insert(0, "d'abans de recarregar");
    document = new Y.Doc();
    Y.applyUpdate(document, Y.encodeStateAsUpdate(before));
    provider = new LiveProvider(document, "ws://test", { open, random: () => 1 });
    provider.onSettled = () => settled++;
  });

  it("opens no line before the copy is there", () => {
    expect(Wire.all).toHaveLength(0);
    provider.start(KEPT);
    expect(Wire.all).toHaveLength(1);
  });

  it("opens no line where the page was left meanwhile", () => {
    provider.destroy();
    provider.start(KEPT);
    expect(Wire.all).toHaveLength(0);
  });

  it("says that something is unsent until all of it is acknowledged", () => {
    provider.start(KEPT);
    expect(provider.status).toEqual({ kind: "connecting", ...KEPT });
    wire().cut();
    expect(provider.status).toEqual({ kind: "offline", hasUnsaved: true, isKept: true });
    vi.advanceTimersByTime(600);
    const server = new Y.Doc();
    wire().connect();
    wire().handshake(server);
    expect(provider.status.kind).toBe("saving");
    for (const bytes of wire().sent) hear(bytes, server, provider.awareness, provider);
    expect(server.getText("text").toString()).toBe("d'abans de recarregar");
    expect(settled).toBe(0);
    wire().acknowledge(1, 1);
    expect(provider.status.kind).toBe("saved");
    expect(settled).toBe(1);
  });

  it("sends what another tab wrote, which may have no line", () => {
    provider.start({ ...KEPT, hasUnsaved: false });
    ready();
    const before = wire().sent.length;
    const other = new Y.Doc();
    other.getText("text").insert(0, "de l'altra pestanya");
    Y.applyUpdate(document, Y.encodeStateAsUpdate(other));
    expect(wire().sent).toHaveLength(before + 1);
    expect(provider.status.kind).toBe("saving");
    wire().acknowledge(1, 2);
    expect(provider.status.kind).toBe("saved");
  });

  it("sends back nothing that the server told", () => {
    provider.start({ ...KEPT, hasUnsaved: false });
    ready();
    const before = wire().sent.length;
    const server = new Y.Doc();
    server.getText("text").insert(0, "dels altres");
    wire().handshake(server);
    expect(wire().sent).toHaveLength(before + 1); // the answer to its question
    expect(provider.status.kind).toBe("saved");
  });

  it("settles nothing that was refused", () => {
    provider.start(KEPT);
    wire().connect();
    wire().refuse("frozen");
    wire().handshake(new Y.Doc());
    expect(provider.status).toMatchObject({ kind: "readOnly", hasUnsaved: true, isKept: true });
    expect(settled).toBe(0);
  });

  it("comes back once to a server that throws it out for what it brings, and then says so", () => {
    provider.start(KEPT);
    const thrownOut = (): void => {
      wire().connect();
      wire().handshake(new Y.Doc());
      wire().cut(4409);
      vi.advanceTimersByTime(60_000);
    };
    thrownOut();
    wire().connect();
    wire().handshake(new Y.Doc());
    wire().acknowledge(1, 1); // an accident: it was taken after all
    wire().cut();
    vi.advanceTimersByTime(60_000);
    thrownOut();
    expect(provider.status).toMatchObject({ kind: "offline" });
    const count = Wire.all.length;
    thrownOut();
    expect(Wire.all).toHaveLength(count);
    expect(provider.status).toMatchObject({ kind: "readOnly", reason: "out_of_step", isFinal: true });
  });
});
