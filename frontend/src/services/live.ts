/** Opens a document for writing together; the only caller of the live socket. */

import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import type { Change } from "../domain/words";
import { Copy, type Found } from "../live/copy";
import type { Tab } from "../domain/present";
import { tabsIn } from "../live/presence";
import { LiveProvider, liveAddress } from "../live/provider";
import type { Label } from "../live/shelf";
import { CONNECTING, hasText, isThere, isWaiting, wouldLose, type LiveStatus } from "../live/status";
import { askToKeep, prepareForAway, shelf } from "./copies";

export { CONNECTING, hasText, isThere, wouldLose, type LiveStatus };

export interface LiveDraft {
  readonly text: Y.Text;
  readonly awareness: Awareness;
  /** The draft's sequence that is known to be durable. */
  readonly sequence: () => number;
  readonly onStatus: (listener: (status: LiveStatus) => void) => () => void;
  /** The other tabs that have the document open. */
  readonly onPresence: (listener: (tabs: readonly Tab[]) => void) => () => void;
  /** Makes a stretch of the text say again what it said, change by change. */
  readonly putBack: (at: number, changes: readonly Change[]) => void;
  /** Gives up what this browser keeps of the document, with what was never sent. */
  readonly forget: () => Promise<void>;
  /** Calls back when the copy was given up in another tab. */
  readonly onForgotten: (listener: () => void) => void;
  readonly close: () => void;
}

/** Who opens a document. */
export interface Opener {
  readonly memberId: string;
  readonly name: string;
  readonly organization: string;
  readonly mayWrite: boolean;
}

interface Line {
  readonly document: Y.Doc;
  readonly provider: LiveProvider;
  readonly copy: Copy;
  readonly start: () => Promise<Found>;
  readonly close: () => void;
}

/** A document, the way to the server and what this browser keeps, not yet in motion. */
function lineTo(label: Label, mayWrite: boolean): Line {
  const document = new Y.Doc();
  const provider = new LiveProvider(document, liveAddress(label, window.location));
  const copy = new Copy(document, label, shelf(), mayWrite);
  provider.onSettled = () => copy.settle();
  copy.onBroken = () => provider.loseCopy();
  provider.onStatus((status) => {
    if (isWaiting(status)) askToKeep();
    // Who may not see a text any more keeps none of it.
    if (status.kind !== "readOnly" || status.reason !== "not_found" || !status.isKept) return;
    provider.loseCopy();
    void copy.drop();
  });
  return {
    document,
    provider,
    copy,
    async start() {
      const found = await copy.load();
      provider.start(found);
      if (found.isKept) prepareForAway();
      return found;
    },
    close() {
      copy.close();
      provider.destroy();
      document.destroy();
    },
  };
}

/** Sends what an earlier visit left unsent; what is refused or finds no way waits until its text is opened. */
export async function sendKept(label: Label): Promise<void> {
  const { provider, start, close } = lineTo(label, false);
  provider.awareness.setLocalState(null); // nobody is there to be seen
  const { hasUnsaved } = await start();
  await new Promise<void>((done) => {
    provider.onStatus(({ kind }) => {
      if (!hasUnsaved || (kind !== "connecting" && kind !== "saving")) done();
    });
  });
  close();
}

/** Connects to a document's draft, after what this browser has kept of it; whoever opens it closes it. */
export function openDraft(documentId: string, { memberId, name, organization, mayWrite }: Opener): LiveDraft {
  const { document, provider, copy, start, close } = lineTo(
    { member: memberId, document: documentId, organization },
    mayWrite,
  );
  const { awareness } = provider;
  awareness.setLocalStateField("user", { name, organization, key: memberId });
  void start();
  return {
    text: document.getText("text"),
    awareness,
    sequence: () => provider.sequence,
    onStatus: (listener) => provider.onStatus(listener),
    onPresence(listener) {
      const tell = (): void => listener(tabsIn(awareness, document.getText("text")));
      awareness.on("change", tell);
      tell();
      return () => awareness.off("change", tell);
    },
    putBack(at, changes) {
      const text = document.getText("text");
      document.transact(() => {
        let place = at;
        for (const { kind, text: words } of changes) {
          if (kind === "INSERT") text.delete(place, words.length);
          else if (kind === "DELETE") text.insert(place, words);
          if (kind !== "INSERT") place += words.length;
        }
      });
    },
    forget: () => copy.forget(),
    onForgotten: (listener) => (copy.onForgotten = listener),
    close,
  };
}
