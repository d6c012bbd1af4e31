import { afterEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { Copy } from "./copy";
import type { Shelf } from "./shelf";

/** A shelf that holds nothing, and names what it was asked for. */
class Bare {
  readonly asked: string[] = [];
  async load(): Promise<unknown> {
    return { updates: [], marks: [] };
  }
  async add(): Promise<void> {
    this.asked.push("add");
  }
  async forget(): Promise<void> {
    this.asked.push("forget");
  }
}

const open: Copy[] = [];
afterEach(() => open.splice(0).forEach((copy) => copy.close()));

/** One tab of a member's draft, and what it was told. */
async function tab(): Promise<{ text: Y.Text; shelf: Bare; copy: Copy; told: string[] }> {
  const document = new Y.Doc();
  const shelf = new Bare();
  const copy = new Copy(
    document,
    { member: "m", document: "d", organization: "o" },
    Promise.resolve(shelf as unknown as Shelf),
    true,
  );
  open.push(copy);
  const told: string[] = [];
  copy.onBroken = () => told.push("broken");
  copy.onForgotten = () => told.push("forgotten");
  await copy.load();
  return { text: document.getText("text"), shelf, copy, told };
}

it("brings what is written in one tab to the other", async () => {
  const [one, other] = [await tab(), await tab()];
  one.text.insert(0, "ací");
  await vi.waitFor(() => expect(other.text.toString()).toBe("ací"));
  expect(other.shelf.asked).toEqual([]); // its writer has stored it
});

it.each([
  ["given up by its writer, the other tab begins anew", "forget", "forgotten"],
  ["dropped, the other tab keeps its words in the window and stores no more", "drop", "broken"],
] as const)("when the copy is %s", async (_, how, told) => {
  const [one, other] = [await tab(), await tab()];
  await one.copy[how]();
  await vi.waitFor(() => expect(other.told).toEqual([told]));
  other.text.insert(0, "més");
  await Promise.resolve();
  expect(other.shelf.asked).toEqual([]);
  expect(one.shelf.asked).toEqual(["forget"]);
});
