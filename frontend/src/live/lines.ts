/** Which way to take to the server: a socket, and requests where sockets do not get through. */

import { Calls, type Post } from "./calls";
import type { Line } from "./provider";

/** Milliseconds after which a socket that has brought nothing is given up: a proxy may take it and swallow what it carries. */
const PATIENCE = 6_000;
/** Sockets in a row that brought nothing, after which requests are tried. */
const ENOUGH = 2;

export interface Ways {
  readonly socket: (address: string) => WebSocket;
  readonly post?: Post;
}

const BROWSER: Ways = { socket: (address) => new WebSocket(address) };

/** Opens one line after the other. A line of requests that breaks is followed by a socket: the network may be another one. */
export function lineOpener(ways: Ways = BROWSER): (address: string, ask: () => Uint8Array) => Line {
  let failed = 0;
  return (address, ask) => {
    if (failed >= ENOUGH) {
      failed = 0;
      return new Calls(address.replace(/^ws/, "http"), ask, ways.post);
    }
    const socket = ways.socket(address);
    socket.binaryType = "arraybuffer";
    failed += 1;
    const giveUp = setTimeout(() => socket.close(), PATIENCE);
    socket.addEventListener("message", () => {
      clearTimeout(giveUp);
      failed = 0;
    });
    socket.addEventListener("close", () => clearTimeout(giveUp));
    return socket as unknown as Line; // its messages are buffers, as was asked for
  };
}
