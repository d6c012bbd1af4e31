/** Standing reservations brought together by what they are about: the whole text first, then asks, then passages. */

export interface Scoped {
  readonly reservation: { readonly askKey: string | null; readonly quote: string | null };
}

export interface Group<One extends Scoped> {
  readonly key: string;
  readonly askKey: string | null;
  readonly quote: string | null;
  readonly held: readonly One[];
}

function rank({ askKey, quote }: { readonly askKey: string | null; readonly quote: string | null }): number {
  if (askKey !== null) return 1;
  return quote === null ? 0 : 2;
}

export function byScope<One extends Scoped>(standing: readonly One[]): Group<One>[] {
  const groups = new Map<string, Group<One> & { held: One[] }>();
  for (const one of standing) {
    const { askKey, quote } = one.reservation;
    const key = `${rank(one.reservation)} ${askKey ?? quote ?? ""}`;
    const group = groups.get(key) ?? { key, askKey, quote, held: [] };
    group.held.push(one);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (one, other) => rank(one) - rank(other) || one.key.localeCompare(other.key, "ca", { numeric: true }),
  );
}
