/** Threads: what state they are in, which ones a filter shows, in which order. */

export interface Discussed {
  readonly id: string;
  readonly createdAt: string;
  readonly resolvedAt: string | null;
  readonly organization: { readonly code: string };
  readonly anchor: {
    readonly start: number;
    readonly state: "UNCHANGED" | "MOVED" | "ORPHANED";
    readonly current: { readonly start: number } | null;
  } | null;
  readonly comments: {
    readonly nodes: readonly { readonly author: { readonly organization: { readonly code: string } } }[];
  };
}

/** The words of the address. */
export const THREAD_FILTERS = ["oberts", "meus", "moguts", "resolts", "tots"] as const;
export type ThreadFilter = (typeof THREAD_FILTERS)[number];

export function readThreadFilter(query: URLSearchParams): ThreadFilter {
  const word = query.get("fils");
  return THREAD_FILTERS.find((filter) => filter === word) ?? "oberts";
}

/** Whether an organization started the thread or spoke in it. */
export function hasPart(thread: Discussed, code: string | undefined): boolean {
  if (code === undefined) return false;
  return (
    thread.organization.code === code ||
    thread.comments.nodes.some(({ author }) => author.organization.code === code)
  );
}

/** Whether a filter shows a thread; `mine` is the reader's organization. */
export function isShown(thread: Discussed, filter: ThreadFilter, mine: string | undefined): boolean {
  switch (filter) {
    case "oberts":
      return thread.resolvedAt === null;
    case "resolts":
      return thread.resolvedAt !== null;
    case "meus":
      return hasPart(thread, mine);
    case "moguts":
      return thread.resolvedAt === null && thread.anchor !== null && thread.anchor.state !== "UNCHANGED";
    case "tots":
      return true;
  }
}

/** Those on the whole paper first, then by their place in the text, the older first. */
export function inOrder<Thread extends Discussed>(threads: readonly Thread[]): Thread[] {
  const place = ({ anchor }: Thread): number => (anchor ? (anchor.current?.start ?? anchor.start) : -1);
  return [...threads].sort(
    (one, other) => place(one) - place(other) || one.createdAt.localeCompare(other.createdAt),
  );
}
