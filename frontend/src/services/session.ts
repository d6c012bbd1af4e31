/** Who is signed in, and the ways in and out. */

import { requestHeaders, Unreachable } from "../graphql/client";

export type Role = "DELEGATE" | "COORDINATOR" | "OBSERVER" | "ADMINISTRATOR";

export interface Membership {
  readonly role: Role;
  readonly organization: { readonly code: string; readonly name: string };
}

export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  /** Every role held now, for whichever organization. */
  readonly memberships: readonly Membership[];
  /** The organization this browser acts for; null while nobody has chosen among several. */
  readonly acting: string | null;
}

/** Somebody who vouches for people; an empty name is the corporate account. */
export interface Provider {
  readonly key: string;
  readonly name: string;
}

export interface Session {
  readonly viewer: Viewer | null;
  readonly demo: boolean;
  readonly providers: readonly Provider[];
}

/** What an invitation's link offers, or why it offers nothing any more. */
export interface Offer {
  readonly invitation: {
    readonly name: string;
    readonly role: Role;
    readonly organization: { readonly code: string; readonly name: string };
    readonly from: string;
    readonly until: string | null;
  } | null;
  readonly state: "PENDING" | "ACCEPTED" | "REVOKED" | "EXPIRED" | null;
}

export interface DemoMember {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly organization: { readonly code: string; readonly name: string };
}

/** The vote that is live in a demo: on which paper, until when, and the codes of the towns that have still to vote. */
export interface LiveRound {
  readonly reference: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly number: number;
  readonly name: string;
  readonly closesAt: string;
  readonly called: number;
  readonly pending: readonly string[];
}

export interface Demo {
  readonly members: readonly DemoMember[];
  readonly round: LiveRound | null;
}

async function request(address: string, options: RequestInit = {}): Promise<Response> {
  const headers = { ...requestHeaders(), "Content-Type": "application/json" };
  const response = await fetch(address, { credentials: "same-origin", ...options, headers }).catch(
    (fault: unknown) => {
      throw new Unreachable(String(fault));
    },
  );
  if (!response.ok) throw new Unreachable(`${address}: ${response.status}`);
  return response;
}

export async function loadSession(): Promise<Session> {
  return (await (await request("/session")).json()) as Session;
}

interface ToldMember {
  readonly email: string;
  readonly name: string;
  readonly memberships: readonly Membership[];
}

/** The members one may choose in a demo, each with its first membership, and the vote that is live. */
export async function loadDemo(): Promise<Demo> {
  const { members, round } = (await (await request("/auth/demo/members")).json()) as {
    members: readonly ToldMember[];
    round: LiveRound | null;
  };
  return {
    members: members.flatMap(({ email, name, memberships: [first] }) =>
      first ? { email, name, ...first } : [],
    ),
    round,
  };
}

/** Keeps the language a signed-in member reads in. */
export async function keepLocale(locale: string): Promise<void> {
  await request("/auth/locale", { method: "POST", body: JSON.stringify({ locale }) });
}

/** Has this browser act for one of the member's organizations from now on. */
export async function actFor(organizationCode: string): Promise<void> {
  await request("/auth/acting", { method: "POST", body: JSON.stringify({ organizationCode }) });
}

/** Opens an invitation's link; the sign-in that follows in this browser takes it up. */
export async function openInvitation(secret: string): Promise<Offer> {
  const body = JSON.stringify({ secret });
  return (await (await request("/auth/invitation", { method: "POST", body })).json()) as Offer;
}

export async function acceptInDemo(secret: string): Promise<void> {
  await request("/auth/demo/invitation", { method: "POST", body: JSON.stringify({ secret }) });
}

export async function signInToDemo(email: string): Promise<void> {
  await request("/auth/demo", { method: "POST", body: JSON.stringify({ email }) });
}

/** Ends this browser's session; where to go to end the provider's too, if it offers that. */
export async function signOut(): Promise<string | null> {
  const answer = (await (await request("/auth/logout", { method: "POST" })).json()) as {
    next: string | null;
  };
  return answer.next;
}
