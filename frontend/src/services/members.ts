/** The register of members, for those who keep it. */

import { ask, tell } from "../graphql/client";
import {
  AddMembership,
  EndMembership,
  Invitations,
  InviteMember,
  Members,
  RevokeInvitation,
  type AddMembershipInput,
  type EndMembershipInput,
  type InvitationsAnswer,
  type InviteMemberInput,
  type MemberFilter,
  type MembersAnswer,
} from "../graphql/generated";
import { Refused } from "./failures";

export type { MemberFilter, Presence, RoleFragment } from "../graphql/generated";
export type MemberPage = NonNullable<MembersAnswer["register"]>["members"];
export type Member = MemberPage["nodes"][number];
export type InvitationPage = NonNullable<InvitationsAnswer["register"]>["invitations"];
export type Invitation = InvitationPage["nodes"][number];

const PAGE = 50;

function open<Register>(register: Register | null): Register {
  if (register === null) throw new Refused([{ path: [], code: "NOT_FOUND", message: "" }]);
  return register;
}

export async function loadMembers(filter: MemberFilter, after?: string): Promise<MemberPage> {
  return open((await ask(Members, { first: PAGE, after: after ?? null, filter })).register).members;
}

export async function loadInvitations(after?: string): Promise<InvitationPage> {
  return open((await ask(Invitations, { first: PAGE, after: after ?? null })).register).invitations;
}

/** The secret link, which is told this once. */
export async function inviteMember(
  input: InviteMemberInput,
): Promise<{ readonly link: string; readonly isMailed: boolean }> {
  const { link, isMailed } = (await tell(InviteMember, { input })).inviteMember;
  return { link: link ?? "", isMailed: isMailed ?? false };
}

export async function revokeInvitation(invitationId: string): Promise<void> {
  await tell(RevokeInvitation, { input: { invitationId } });
}

export async function addMembership(input: AddMembershipInput): Promise<void> {
  await tell(AddMembership, { input });
}

export async function endMembership(input: EndMembershipInput): Promise<void> {
  await tell(EndMembership, { input });
}
