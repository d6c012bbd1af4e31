/** A browser without idle times waits this long, a busy one at most that long; milliseconds. */
const PAUSE = 30;
const PATIENCE = 500;

/** Does something once what stands on the page has been painted and nobody waits for an answer; gives the way to call it off. */
export function whenIdle(act: () => void): () => void {
  if ("requestIdleCallback" in window) {
    const turn = requestIdleCallback(act, { timeout: PATIENCE });
    return () => cancelIdleCallback(turn);
  }
  const turn = setTimeout(act, PAUSE);
  return () => clearTimeout(turn);
}
