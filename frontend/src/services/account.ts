/** One's own account: roles, open sessions, tokens for programs. */

import { ask, tell } from "../graphql/client";
import {
  Account,
  CreateToken,
  RevokeOtherSessions,
  RevokeSession,
  RevokeToken,
  type AccountAnswer,
  type CreateTokenInput,
} from "../graphql/generated";

export type { CreateTokenInput, Scope } from "../graphql/generated";
export type AccountView = NonNullable<AccountAnswer["viewer"]>;
export type OpenSession = AccountView["sessions"][number];
export type Token = AccountView["tokens"][number];

/** The account; null once nobody is signed in any more. */
export async function loadAccount(): Promise<AccountView | null> {
  return (await ask(Account, {})).viewer;
}

export async function endSession(sessionId: string): Promise<void> {
  await tell(RevokeSession, { input: { sessionId } });
}

/** How many there were. */
export async function endOtherSessions(): Promise<number> {
  return (await tell(RevokeOtherSessions, { input: {} })).revokeOtherSessions.ended ?? 0;
}

/** The secret, which is told this once. */
export async function createToken(input: CreateTokenInput): Promise<string> {
  return (await tell(CreateToken, { input })).createToken.secret ?? "";
}

export async function revokeToken(tokenId: string): Promise<void> {
  await tell(RevokeToken, { input: { tokenId } });
}
