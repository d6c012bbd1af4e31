/**
 * Where this browser keeps drafts: an IndexedDB of updates, in the order in which they came, and of marks for what the server has not
 * acknowledged yet. An update and its mark are one transaction, so that neither is ever there without the other.
 *
 * A mark belongs to one page, since the acknowledgement that one tab hears says nothing about what another has written.
 */

const DATABASE = "positions.drafts";
/** Rows of one copy from which on they are folded into one. */
const MANY = 500;
const DAY = 86_400_000;
/** Days after which a copy that nobody opened goes, if nothing in it is unsent. */
const KEPT_DAYS = 30;

/** Whose copy of which document, and for whom they write: two members at one computer never meet in one, nor do two organizations. */
export interface Label {
  readonly member: string;
  readonly document: string;
  readonly organization: string;
}

/** How much a page has written that is not acknowledged: a mark that has not grown stands for the same updates. */
export interface Mark {
  readonly page: string;
  readonly count: number;
}

interface KeptMark extends Mark {
  readonly copy: string;
}

export interface Loaded {
  readonly updates: readonly Uint8Array[];
  /** What in it was never acknowledged. */
  readonly marks: readonly Mark[];
}

export class Shelf {
  readonly #database: IDBDatabase;

  constructor(database: IDBDatabase) {
    this.#database = database;
    // A newer page that wants to change the tables must not wait for an older one.
    database.onversionchange = () => database.close();
  }

  /** Fails where the browser keeps nothing: private windows, policies, full disks. */
  static async open(): Promise<Shelf> {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      const database = request.result;
      database.createObjectStore("copies", { keyPath: "copy" });
      database.createObjectStore("updates", { autoIncrement: true }).createIndex("copy", "copy");
      database.createObjectStore("unsent", { keyPath: ["copy", "page"] }).createIndex("copy", "copy");
    };
    return new Shelf(await answer(request));
  }

  /** All of a copy; `fold` makes one update of many. */
  async load(label: Label, fold: (updates: readonly Uint8Array[]) => Uint8Array): Promise<Loaded> {
    const copy = nameOf(label);
    const doing = this.#begin();
    const [keys, rows, marks] = await Promise.all([
      answer(doing.objectStore("updates").index("copy").getAllKeys(copy)),
      answer<{ update: Uint8Array }[]>(doing.objectStore("updates").index("copy").getAll(copy)),
      answer<KeptMark[]>(doing.objectStore("unsent").index("copy").getAll(copy)),
    ]);
    const updates = rows.map(({ update }) => update);
    if (rows.length > 0) this.#touch(doing, label);
    if (rows.length >= MANY) {
      for (const key of keys) doing.objectStore("updates").delete(key);
      doing.objectStore("updates").add({ copy, update: fold(updates) });
    }
    await end(doing);
    return { updates, marks };
  }

  /** Adds an update, marked where it was written on this page. Asked for at once and for good: the page may be left the next moment. */
  async add(label: Label, update: Uint8Array, mark: Mark | null): Promise<void> {
    const copy = nameOf(label);
    const doing = this.#begin();
    this.#touch(doing, label);
    doing.objectStore("updates").add({ copy, update });
    if (mark) doing.objectStore("unsent").put({ copy, ...mark });
    doing.commit();
    await end(doing);
  }

  /** The server has all that these marks stand for; one that has grown since stays. */
  async settle(label: Label, marks: readonly Mark[]): Promise<void> {
    const copy = nameOf(label);
    const doing = this.#begin();
    const unsent = doing.objectStore("unsent");
    const settled = new Map(marks.map(({ page, count }) => [page, count]));
    for (const { page, count } of await answer<KeptMark[]>(unsent.index("copy").getAll(copy)))
      if (settled.get(page) === count) unsent.delete([copy, page]);
    await end(doing);
  }

  async forget(label: Label): Promise<void> {
    const doing = this.#begin();
    await drop(doing, [nameOf(label)]);
    await end(doing);
  }

  /** Drops what belongs to everybody else, and what nobody has opened for long and the server has; names what it dropped. */
  async tidy(member: string, now: number): Promise<string[]> {
    const doing = this.#begin();
    const kept = answer<{ copy: string; member: string; openedAt: number }[]>(
      doing.objectStore("copies").getAll(),
    );
    const marked = answer<KeptMark[]>(doing.objectStore("unsent").getAll());
    const unsent = new Set((await marked).map(({ copy }) => copy));
    const isOld = (openedAt: number): boolean => openedAt < now - KEPT_DAYS * DAY;
    const gone = (await kept)
      .filter((one) => one.member !== member || (isOld(one.openedAt) && !unsent.has(one.copy)))
      .map(({ copy }) => copy);
    await drop(doing, gone);
    await end(doing);
    return gone;
  }

  /** The copies that hold something the server has not acknowledged. */
  async listUnsent(): Promise<Label[]> {
    const marks = await answer<KeptMark[]>(this.#begin().objectStore("unsent").getAll());
    return [...new Set(marks.map(({ copy }) => copy))].map(labelOf);
  }

  async clear(): Promise<void> {
    const doing = this.#begin();
    for (const store of STORES) doing.objectStore(store).clear();
    await end(doing);
  }

  #touch(doing: IDBTransaction, label: Label): void {
    doing.objectStore("copies").put({ copy: nameOf(label), member: label.member, openedAt: Date.now() });
  }

  #begin(): IDBTransaction {
    return this.#database.transaction(STORES, "readwrite");
  }
}

const STORES = ["copies", "updates", "unsent"] as const satisfies readonly string[];

export function nameOf({ member, document, organization }: Label): string {
  return `${member} ${document} ${organization}`;
}

function labelOf(name: string): Label {
  const [member = "", document = "", organization = ""] = name.split(" ");
  return { member, document, organization };
}

async function drop(doing: IDBTransaction, copies: readonly string[]): Promise<void> {
  for (const copy of copies) {
    doing.objectStore("copies").delete(copy);
    for (const store of ["updates", "unsent"] as const) {
      const held = doing.objectStore(store);
      for (const key of await answer(held.index("copy").getAllKeys(copy))) held.delete(key);
    }
  }
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((tell, fail) => {
    request.onsuccess = () => tell(request.result);
    request.onerror = () => fail(request.error ?? new Error("IndexedDB"));
  });
}

function end(doing: IDBTransaction): Promise<void> {
  return new Promise((tell, fail) => {
    doing.oncomplete = () => tell();
    doing.onabort = () => fail(doing.error ?? new Error("IndexedDB"));
  });
}
