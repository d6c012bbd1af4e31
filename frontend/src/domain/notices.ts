/** Which notices somebody sees by being where they lead. */

export interface Leading {
  readonly id: string;
  readonly path: string;
}

const ORIGIN = "http://here";

/** Whether an address shows what a notice is about: the same page, and nothing chosen there that contradicts it. */
export function shows(here: URL, path: string): boolean {
  const there = new URL(path, ORIGIN);
  return (
    there.pathname === here.pathname &&
    [...there.searchParams].every(([key, value]) => (here.searchParams.get(key) ?? value) === value)
  );
}

/** The notices that are seen at an address. */
export function seenAt<Notice extends Leading>(here: URL, notices: readonly Notice[]): Notice[] {
  return notices.filter(({ path }) => shows(here, path));
}
