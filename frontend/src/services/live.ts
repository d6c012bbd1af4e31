/** Opens a document for writing together; the only caller of the live socket. */

import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { LiveProvider, liveAddress } from "../live/provider";
import { isThere, type LiveStatus } from "../live/status";

export { isThere, type LiveStatus };

export interface LiveDraft {
  readonly text: Y.Text;
  readonly awareness: Awareness;
  /** The draft's sequence that is known to be durable. */
  readonly sequence: () => number;
  readonly onStatus: (listener: (status: LiveStatus) => void) => () => void;
  /** Names of the others who have the document open. */
  readonly onPresence: (listener: (names: readonly string[]) => void) => () => void;
  readonly close: () => void;
}

interface Shared {
  readonly user?: { readonly name: string };
}

function names(awareness: Awareness): string[] {
  const others = [...awareness.getStates()].filter(([client]) => client !== awareness.clientID);
  return others.map(([, state]) => (state as Shared).user?.name ?? "").filter((name) => name !== "");
}

/** Connects to a document's draft; whoever opens it closes it. */
export function openDraft(documentId: string, user: { name: string; organization: string }): LiveDraft {
  const document = new Y.Doc();
  const provider = new LiveProvider(document, liveAddress(documentId, window.location));
  const { awareness } = provider;
  awareness.setLocalStateField("user", user);
  return {
    text: document.getText("text"),
    awareness,
    sequence: () => provider.sequence,
    onStatus: (listener) => provider.onStatus(listener),
    onPresence(listener) {
      const tell = (): void => listener(names(awareness));
      awareness.on("change", tell);
      tell();
      return () => awareness.off("change", tell);
    },
    close() {
      provider.destroy();
      document.destroy();
    },
  };
}
