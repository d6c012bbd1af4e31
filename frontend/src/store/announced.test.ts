import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { announce, announced, hush } from "./announced.svelte";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("says news of one moment together, and each of them once", () => {
  for (const news of ["Ha entrat Gavà", "Desat", "Ha entrat Gavà"]) announce(news);
  vi.runAllTimers();
  expect(announced.words).toBe("Desat. Ha entrat Gavà");
});

it("says nothing on another page of what was said, or was about to be said, on the last one", () => {
  announce("Ha entrat Gavà");
  vi.runAllTimers();
  announce("Ha sortit Gavà");
  hush();
  vi.runAllTimers();
  expect(announced.words).toBe("");
  announce("Desat");
  vi.runAllTimers();
  expect(announced.words).toBe("Desat");
});
