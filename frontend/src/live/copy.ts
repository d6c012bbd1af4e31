/**
 * A draft as this browser keeps it: read before the first line is opened, and written as the draft changes. What is typed here is
 * stored at once; what others type, a moment later or together with the next key, so that no row ever lacks what it builds on.
 */

import * as Y from "yjs";
import type { Label, Loaded, Mark, Shelf } from "./shelf";
import { nameOf } from "./shelf";

export const CHANNEL = "positions.drafts";
/** Milliseconds after which a browser that says nothing is taken for one that keeps nothing: the text must open. */
const PATIENCE = 3_000;
/** Milliseconds for which what others write is gathered. */
const GATHER = 1_000;

export interface Found {
  /** There is text to show. */
  readonly hasText: boolean;
  /** Some of it was never acknowledged. */
  readonly hasUnsaved: boolean;
  /** What is written here will be found again. */
  readonly isKept: boolean;
}

export const NOTHING_FOUND: Found = { hasText: false, hasUnsaved: false, isKept: false };

/** What tabs tell each other. */
export interface Told {
  /** Which copy; all of them where it is missing. */
  readonly copy?: string;
  /** Missing where the copy is gone. */
  readonly update?: Uint8Array;
  /** Its writer did not give it up: what is unsent stays in the windows that show it. */
  readonly isDropped?: boolean;
}

export class Copy {
  /** The browser keeps nothing more of what is written, or the writer gave the copy up in another tab. */
  onBroken: (() => void) | undefined;
  onForgotten: (() => void) | undefined;
  readonly #page = crypto.randomUUID();
  readonly #document: Y.Doc;
  readonly #label: Label;
  readonly #shelf: Promise<Shelf>;
  readonly #others = new BroadcastChannel(CHANNEL);
  #isStoring: boolean;
  /** What was unsent when the copy was read, and how much has been written on this page. */
  #inherited: readonly Mark[] = [];
  #written = 0;
  #gathered: Uint8Array[] = [];
  #gather: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  /** Who may not write keeps nothing new, unless something of theirs is unsent. */
  constructor(document: Y.Doc, label: Label, shelf: Promise<Shelf>, mayWrite: boolean) {
    this.#document = document;
    this.#label = label;
    this.#shelf = shelf;
    this.#isStoring = mayWrite;
  }

  async load(): Promise<Found> {
    let late: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<never>((_, fail) => {
      late = setTimeout(() => fail(new Error("the browser's copy does not come")), PATIENCE);
    });
    try {
      const shelf = await Promise.race([this.#shelf, patience]);
      const found = await Promise.race([shelf.load(this.#label, foldApart), patience]);
      return this.#isOver ? NOTHING_FOUND : this.#loaded(found);
    } catch (fault) {
      this.#fail(fault);
      return NOTHING_FOUND;
    } finally {
      clearTimeout(late);
    }
  }

  #loaded({ updates, marks }: Loaded): Found {
    Y.transact(
      this.#document,
      () => updates.forEach((one) => Y.applyUpdate(this.#document, one)),
      this,
      false,
    );
    this.#inherited = marks;
    this.#isStoring ||= marks.length > 0;
    this.#document.on("update", this.#changed);
    this.#others.onmessage = ({ data }: MessageEvent<Told>) => this.#heard(data);
    return { hasText: updates.length > 0, hasUnsaved: marks.length > 0, isKept: this.#isStoring };
  }

  /** The server has acknowledged all that is here. */
  settle(): void {
    const marks = [...this.#inherited, { page: this.#page, count: this.#written }];
    void this.#do((shelf) => shelf.settle(this.#label, marks));
  }

  /** The writer gives the copy up, here and in the other tabs. */
  async forget(): Promise<void> {
    await this.#leave({});
  }

  /** Nothing may be kept here any more, whatever its writer wants. */
  async drop(): Promise<void> {
    await this.#leave({ isDropped: true });
  }

  async #leave(told: Omit<Told, "copy">): Promise<void> {
    this.#tell(told);
    this.#end();
    // What the browser does not let us reach it does not show to anybody either.
    await this.#shelf.then((shelf) => shelf.forget(this.#label)).catch(console.warn);
  }

  close(): void {
    this.#write(null);
    this.#end();
    this.#others.close();
  }

  readonly #changed = (update: Uint8Array, origin: unknown, _: Y.Doc, { local }: Y.Transaction): void => {
    if (origin === this || !this.#isStoring) return;
    this.#gathered.push(update);
    if (local) {
      this.#write({ page: this.#page, count: ++this.#written });
      this.#tell({ update });
    } else this.#gather ??= setTimeout(() => this.#write(null), GATHER);
  };

  #write(mark: Mark | null): void {
    clearTimeout(this.#gather);
    this.#gather = undefined;
    const updates = this.#gathered;
    if (updates.length === 0 || this.#isOver) return;
    this.#gathered = [];
    void this.#do((shelf) => shelf.add(this.#label, Y.mergeUpdates(updates), mark));
  }

  #heard({ copy, update, isDropped }: Told): void {
    if (copy !== undefined && copy !== nameOf(this.#label)) return;
    if (update) Y.applyUpdate(this.#document, update, this);
    else if (!this.#isOver) {
      this.#end();
      if (isDropped) this.onBroken?.();
      else this.onForgotten?.();
    }
  }

  #tell(told: Omit<Told, "copy">): void {
    this.#others.postMessage({ copy: nameOf(this.#label), ...told });
  }

  async #do(act: (shelf: Shelf) => Promise<void>): Promise<void> {
    if (this.#isOver) return;
    try {
      await act(await this.#shelf);
    } catch (fault) {
      this.#fail(fault);
    }
  }

  /** Nothing is stored any more: a later row could build on one that is missing. */
  #fail(fault: unknown): void {
    if (this.#isOver) return;
    console.warn(fault);
    this.#end();
    this.onBroken?.();
  }

  #end(): void {
    this.#isOver = true;
    clearTimeout(this.#gather);
    this.#document.off("update", this.#changed);
  }
}

/** What was deleted long ago is left out. */
function foldApart(updates: readonly Uint8Array[]): Uint8Array {
  const folded = new Y.Doc();
  folded.transact(() => updates.forEach((one) => Y.applyUpdate(folded, one)));
  return Y.encodeStateAsUpdate(folded);
}
