/** Subscriptions as server-sent events, one request each: read as they come, taken up again after a break. */

import type { Operation } from "./client";
import { requestHeaders } from "./client";

/** Cuts a stream of text into events and gives their data; any line end that the standard allows. */
export class EventReader {
  #rest = "";

  read(chunk: string): string[] {
    this.#rest += chunk;
    const blocks = this.#rest.split(/\r\n\r\n|\n\n|\r\r/);
    this.#rest = blocks.pop() ?? "";
    return blocks.flatMap((block) => {
      const lines = block.split(/\r\n|\n|\r/).filter((line) => line.startsWith("data:"));
      const data = lines.map((line) => line.slice(5).replace(/^ /, "")).join("\n");
      return data === "" ? [] : [data];
    });
  }
}

const SOON = 1000;
const LATE = 30_000;

async function listen<Answer>(
  text: string,
  variables: object,
  signal: AbortSignal,
  heard: (answer: Answer) => void,
): Promise<void> {
  const response = await fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    signal,
    headers: { ...requestHeaders(), "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify({ query: text, variables }),
  });
  if (!response.ok || !response.body) throw new Error(String(response.status));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const events = new EventReader();
  for (let part = await reader.read(); !part.done; part = await reader.read())
    for (const data of events.read(part.value)) {
      const { data: answer } = JSON.parse(data) as { data?: Answer | null };
      if (answer) heard(answer);
    }
}

/** Follows a subscription until the returned function is called; `variables` are asked again for every new try. */
export function follow<Answer, Variables extends object>(
  operation: Operation<Answer, Variables>,
  variables: () => Variables,
  heard: (answer: Answer) => void,
): () => void {
  const end = new AbortController();
  let wait = SOON;
  const run = async (): Promise<void> => {
    while (!end.signal.aborted) {
      await listen<Answer>(operation.text, variables(), end.signal, (answer) => {
        wait = SOON;
        heard(answer);
      }).catch(() => undefined);
      if (end.signal.aborted) return;
      await new Promise((resolve) => setTimeout(resolve, wait));
      wait = Math.min(wait * 2, LATE);
    }
  };
  void run();
  return () => end.abort();
}
