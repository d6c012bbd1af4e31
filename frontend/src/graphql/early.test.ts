import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Early } from "./early";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("what was asked for early is asked once and given once", async () => {
  const early = new Early<number>();
  let asked = 0;
  const ask = (): Promise<number> => Promise.resolve(++asked);
  early.expect("a", ask);
  early.expect("a", ask);
  expect(await early.take("a", ask)).toBe(1);
  expect(await early.take("a", ask)).toBe(2);
});

test("another question, or an old answer, is asked anew", async () => {
  const early = new Early<string>();
  early.expect("a", () => Promise.resolve("old"));
  expect(await early.take("b", () => Promise.resolve("b"))).toBe("b");
  early.expect("a", () => Promise.resolve("old"));
  vi.advanceTimersByTime(5000);
  expect(await early.take("a", () => Promise.resolve("new"))).toBe("new");
});

test("a failure waits for whoever takes it", async () => {
  const early = new Early<string>();
  early.expect("a", () => Promise.reject(new Error("away")));
  await expect(early.take("a", () => Promise.resolve("new"))).rejects.toThrow("away");
});
