import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Calls } from "./calls";
import { lineOpener } from "./lines";
import type { Line } from "./provider";

class Socket extends EventTarget {
  binaryType = "";
  isClosed = false;
  close(): void {
    this.isClosed = true;
    this.dispatchEvent(new Event("close"));
  }
  say(): void {
    this.dispatchEvent(new Event("message"));
  }
}

let sockets: Socket[];
let open: () => Line;

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  const socket = (): WebSocket => {
    sockets.push(new Socket());
    return sockets.at(-1) as unknown as WebSocket;
  };
  const opener = lineOpener({ socket, post: () => new Promise(() => {}) });
  open = () => opener("ws://test/live/doc_1", () => new Uint8Array());
});

afterEach(() => vi.useRealTimers());

it("takes requests after two sockets that brought nothing, and a socket again when those break", () => {
  for (let time = 0; time < 2; time += 1) {
    open();
    sockets.at(-1)!.close();
  }
  expect(open()).toBeInstanceOf(Calls);
  expect(open()).not.toBeInstanceOf(Calls);
  expect(sockets).toHaveLength(3);
});

it("keeps to sockets while they bring something", () => {
  for (let time = 0; time < 5; time += 1) {
    open();
    sockets.at(-1)!.say();
    sockets.at(-1)!.close();
  }
  expect(sockets).toHaveLength(5);
});

it("gives up a socket that is open and brings nothing", () => {
  open();
  vi.advanceTimersByTime(5_999);
  expect(sockets[0]!.isClosed).toBe(false);
  vi.advanceTimersByTime(1);
  expect(sockets[0]!.isClosed).toBe(true);
});
