/** Who is signed in, and the ways in and out. */

import { requestHeaders, Unreachable } from "../graphql/client";

export type Role = "DELEGATE" | "COORDINATOR" | "OBSERVER" | "ADMINISTRATOR";

export interface Membership {
  readonly role: Role;
  readonly organization: { readonly code: string; readonly name: string };
}

export interface Viewer {
  readonly name: string;
  readonly locale: string;
  readonly memberships: readonly Membership[];
}

export interface Session {
  readonly viewer: Viewer | null;
  readonly demo: boolean;
}

export interface DemoMember {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly organization: { readonly code: string; readonly name: string };
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

/** The members one may choose in a demo, each with its first membership. */
export async function loadDemoMembers(): Promise<readonly DemoMember[]> {
  const { members } = (await (await request("/auth/demo/members")).json()) as {
    members: readonly ToldMember[];
  };
  return members.flatMap(({ email, name, memberships: [first] }) => (first ? { email, name, ...first } : []));
}

/** Keeps the language a signed-in member reads in. */
export async function keepLocale(locale: string): Promise<void> {
  await request("/auth/locale", { method: "POST", body: JSON.stringify({ locale }) });
}

export async function signInToDemo(email: string): Promise<void> {
  await request("/auth/demo", { method: "POST", body: JSON.stringify({ email }) });
}

export async function signOut(): Promise<void> {
  await request("/auth/logout", { method: "POST" });
}
