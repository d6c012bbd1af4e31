/** For whom somebody acts, and where they go after signing in. */

interface Organization {
  readonly code: string;
  readonly name: string;
}

/** Every organization of these roles once, in their order. */
export function organizationsOf(
  memberships: readonly { readonly organization: Organization }[],
): readonly Organization[] {
  const byCode = new Map(memberships.map(({ organization }) => [organization.code, organization]));
  return [...byCode.values()];
}

/** The address if it is a path of this site, else its beginning: nobody is sent elsewhere after signing in. */
export function ownPath(address: string | null): string {
  const isOurs = address !== null && /^\/(?![/\\]|auth\/)[^\\\p{Cc}]*$/u.test(address);
  return isOurs ? address : "/";
}
