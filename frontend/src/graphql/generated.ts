// Written by scripts/generate-types.mjs from the schema and operations/*.graphql; do not edit.
import type { Operation } from "./client";

export interface ActInput { readonly body: string; readonly date: string; readonly reference: string; }

export interface AddMembershipInput { readonly memberId: string; readonly forOrganizationCode: string; readonly role: Role; readonly from?: string | null; readonly until?: string | null; readonly isSubstitute?: boolean; readonly organizationCode?: string | null; }

export interface AddTranslationInput { readonly reference: string; readonly language: string; readonly sourceVersion: number; readonly organizationCode?: string | null; }

export interface AnnexStatementInput { readonly roundId: string; readonly kind: StatementKind; readonly text: string; readonly organizationCodes?: readonly (string)[] | null; readonly language?: string | null; readonly act?: ActInput | null; readonly organizationCode?: string | null; readonly idempotencyKey?: string | null; }

export interface ApproveTranslationInput { readonly documentId: string; readonly number: number; readonly sourceVersion: number; readonly organizationCode?: string | null; }

export interface CalendarLinkInput { readonly organizationCode?: string | null; }

export interface CastVoteInput { readonly roundId: string; readonly organizationCode?: string | null; readonly choice: Choice; readonly statement?: string | null; readonly mandate?: MandateInput | null; readonly ratificationDueOn?: string | null; readonly exceptAskKeys?: readonly (string)[] | null; readonly reservations?: readonly (ReservationInput)[] | null; readonly idempotencyKey?: string | null; }

export interface ChooseRouteInput { readonly reference: string; readonly routeKey?: string | null; readonly organizationCode?: string | null; }

export interface CloseRoundInput { readonly roundId: string; readonly outcome: RoundClosing; readonly reason?: string | null; readonly organizationCode?: string | null; }

export interface ConfirmApprovalInput { readonly roundId: string; readonly organizationCode?: string | null; readonly mandate?: MandateInput | null; readonly ratificationDueOn?: string | null; readonly idempotencyKey?: string | null; }

export interface ConfirmTranslatedBlockInput { readonly documentId: string; readonly number: number; readonly sourceSha256: string; readonly expected?: string | null; readonly organizationCode?: string | null; }

export interface CorrectTextInput { readonly documentId: string; readonly text: string; readonly reason: string; readonly expectedVersion: number; readonly organizationCode?: string | null; readonly idempotencyKey?: string | null; }

export interface CreatePositionInput { readonly titles: readonly (LocalizedTextInput)[]; readonly originalLanguage: string; readonly leadCode: string; readonly summaries?: readonly (LocalizedTextInput)[] | null; readonly participantCodes?: readonly (string)[] | null; readonly subjectCodes?: readonly (string)[] | null; readonly addresseeCodes?: readonly (string)[] | null; readonly relations?: readonly (RelationInput)[] | null; readonly targetDeadline?: string | null; readonly milestones?: readonly (MilestoneInput)[] | null; readonly routeKey?: string | null; readonly idempotencyKey?: string | null; readonly organizationCode?: string | null; }

export interface CreateTokenInput { readonly name: string; readonly scopes: readonly (Scope)[]; readonly expiresAt: string; readonly organizationCode?: string | null; }

export interface DecideAmendmentInput { readonly amendmentId: string; readonly decision: Decision; readonly text?: string | null; readonly reason?: string | null; readonly expectedDraftSequence?: number | null; readonly organizationCode?: string | null; }

export interface EndMembershipInput { readonly membershipId: string; readonly lastDay?: string | null; readonly organizationCode?: string | null; }

export interface ExtendRoundInput { readonly roundId: string; readonly closesAt: string; readonly reason: string; readonly organizationCode?: string | null; }

export interface FollowSourceInput { readonly documentId: string; readonly sourceVersion: number; readonly organizationCode?: string | null; }

export interface HolidayInput { readonly day: string; readonly names: readonly (LocalizedTextInput)[]; }

export interface ImportHolidaysInput { readonly csv: string; readonly organizationCode?: string | null; }

export interface InviteMemberInput { readonly email: string; readonly name: string; readonly forOrganizationCode: string; readonly role: Role; readonly from?: string | null; readonly until?: string | null; readonly isSubstitute?: boolean; readonly organizationCode?: string | null; }

export interface LiftReservationInput { readonly reservationId: string; readonly organizationCode?: string | null; }

export interface LocalizedTextInput { readonly language: string; readonly text: string; }

export interface MandateInput { readonly kind: MandateKind; readonly date: string; readonly scope?: string | null; readonly validUntil?: string | null; readonly covers?: MandateCovers; readonly certificateId?: string | null; }

export interface MarkNoticesSeenInput { readonly noticeIds?: readonly (string)[] | null; readonly organizationCode?: string | null; }

export interface MarkReadInput { readonly documentId: string; readonly organizationCode?: string | null; }

export interface MemberFilter { readonly search?: string | null; readonly role?: Role | null; readonly organizationCode?: string | null; readonly presence?: Presence | null; }

export interface MergeOrganizationInput { readonly code: string; readonly lastDay?: string | null; readonly successorCode?: string | null; readonly organizationCode?: string | null; }

export interface MilestoneInput { readonly kind: MilestoneKind; readonly dueAt?: string | null; }

export interface MoveStageInput { readonly reference: string; readonly action: StageAction; readonly reason?: string | null; readonly organizationCode?: string | null; }

export interface OfferRouteInput { readonly key: string; readonly organizationCode?: string | null; }

export interface OpenRoundInput { readonly reference: string; readonly versionNumber: number; readonly opensAt?: string | null; readonly closesAt: string; readonly stepKey?: string | null; readonly name?: string | null; readonly rule?: RuleInput | null; readonly silence?: Silence | null; readonly electorateCodes?: readonly (string)[] | null; readonly urgency?: string | null; readonly organizationCode?: string | null; readonly idempotencyKey?: string | null; }

export interface PositionFilter { readonly search?: string | null; readonly stages?: readonly (Stage)[] | null; readonly subjectCodes?: readonly (string)[] | null; readonly participantCodes?: readonly (string)[] | null; readonly institutionCodes?: readonly (string)[] | null; readonly leadCode?: string | null; readonly signatoryCodes?: readonly (string)[] | null; readonly voterCodes?: readonly (string)[] | null; readonly adoptedIn?: number | null; readonly isPublished?: boolean | null; readonly relation?: string | null; readonly updatedSince?: string | null; }

export interface ProposeAmendmentInput { readonly documentId: string; readonly versionNumber: number; readonly start: number; readonly end: number; readonly proposedText: string; readonly justification?: string; readonly cosponsorCodes?: readonly (string)[]; readonly replaces?: readonly (string)[]; readonly organizationCode?: string | null; readonly idempotencyKey?: string | null; }

export interface QuorumInput { readonly of: Measure; readonly numerator: number; readonly denominator: number; readonly minimum?: number; }

export interface RecallRoundInput { readonly roundId: string; readonly reason: string; readonly organizationCode?: string | null; }

export interface RecordReplyInput { readonly submissionId: string; readonly kind: ReplyKind; readonly at: string; readonly reference?: string | null; readonly body?: string | null; readonly url?: string | null; readonly attachmentIds?: readonly (string)[] | null; readonly organizationCode?: string | null; readonly idempotencyKey?: string | null; }

export interface RecordSubmissionInput { readonly reference: string; readonly versions: readonly (SentVersionInput)[]; readonly institutionCode: string; readonly channel: ChannelKind; readonly sentAt: string; readonly externalReference?: string | null; readonly registeredOn?: string | null; readonly coverText?: string | null; readonly coverLanguage?: string | null; readonly organizationCode?: string | null; readonly idempotencyKey?: string | null; }

export interface RecordUptakeInput { readonly reference: string; readonly askKey: string; readonly institutionCode: string; readonly status: UptakeStatus; readonly evidence?: string | null; readonly evidenceUrl?: string | null; readonly observedOn?: string | null; readonly organizationCode?: string | null; }

export interface RecordVotesInput { readonly roundId: string; readonly votes: readonly (RecordedVoteInput)[]; readonly act: ActInput; readonly organizationCode?: string | null; }

export interface RecordedVoteInput { readonly organizationCode: string; readonly choice: Choice; readonly statement?: string | null; }

export interface RegisterSubmissionInput { readonly submissionId: string; readonly externalReference: string; readonly registeredOn: string; readonly organizationCode?: string | null; }

export interface ReinstateOrganizationInput { readonly code: string; readonly organizationCode?: string | null; }

export interface RelationInput { readonly kind: RelationKind; readonly value: string; }

export interface RemindOrganizationsInput { readonly roundId: string; readonly organizationCodes?: readonly (string)[] | null; readonly organizationCode?: string | null; }

export interface RemoveAttachmentInput { readonly attachmentId: string; readonly organizationCode?: string | null; }

export interface ReopenThreadInput { readonly threadId: string; readonly organizationCode?: string | null; }

export interface ReplyInput { readonly threadId: string; readonly body: string; readonly organizationCode?: string | null; }

export interface ReservationInput { readonly kind: ReservationKind; readonly askKey?: string | null; readonly start?: number | null; readonly end?: number | null; readonly reason: string; readonly wish?: string | null; }

export interface ResolveThreadInput { readonly threadId: string; readonly organizationCode?: string | null; }

export interface RestoreVersionInput { readonly documentId: string; readonly number: number; readonly organizationCode?: string | null; }

export interface RevokeInvitationInput { readonly invitationId: string; readonly organizationCode?: string | null; }

export interface RevokeOtherSessionsInput { readonly organizationCode?: string | null; }

export interface RevokeSessionInput { readonly sessionId: string; readonly organizationCode?: string | null; }

export interface RevokeTokenInput { readonly tokenId: string; readonly organizationCode?: string | null; }

export interface RouteStepInput { readonly key: string; readonly names: readonly (LocalizedTextInput)[]; readonly kind: StepKind; readonly electorate: StepElectorate; readonly rule: RuleInput; readonly silence?: Silence; readonly workingDays?: number; readonly isSealed?: boolean; }

export interface RuleInput { readonly preset?: RulePreset | null; readonly thresholds?: readonly (ThresholdInput)[] | null; readonly quorum?: QuorumInput | null; readonly castingCode?: string | null; readonly secondVote?: boolean | null; readonly maintained?: MaintainedReservation | null; readonly reservationsBlock?: boolean | null; }

export interface SaveRouteInput { readonly key: string; readonly names: readonly (LocalizedTextInput)[]; readonly steps: readonly (RouteStepInput)[]; readonly expectedUpdatedAt?: string | null; readonly organizationCode?: string | null; }

export interface SaveVersionInput { readonly documentId: string; readonly label?: string | null; readonly note?: string | null; readonly organizationCode?: string | null; readonly idempotencyKey?: string | null; }

export interface SendMailAgainInput { readonly mailId: string; readonly organizationCode?: string | null; }

export interface SentVersionInput { readonly language: string; readonly number: number; }

export interface SetCadenceInput { readonly cadence: Cadence; readonly organizationCode?: string | null; }

export interface SetHolidaysInput { readonly calendar: string; readonly year: number; readonly days: readonly (HolidayInput)[]; readonly organizationCode?: string | null; }

export interface SetParticipationInput { readonly reference: string; readonly participates: boolean; readonly organizationCode?: string | null; }

export interface SignStatementInput { readonly statementId: string; readonly organizationCode?: string | null; }

export interface StartThreadInput { readonly documentId: string; readonly body: string; readonly versionNumber?: number | null; readonly draftSequence?: number | null; readonly start?: number | null; readonly end?: number | null; readonly visibility?: Visibility; readonly organizationCode?: string | null; }

export interface SubmissionPlanInput { readonly institutionCode: string; readonly channel: ChannelKind; readonly languages: readonly (string)[]; readonly sentAt?: string | null; readonly coverText?: string | null; }

export interface SupposedVoteInput { readonly organizationCode: string; readonly choice: Choice; }

export interface SuspendOrganizationInput { readonly code: string; readonly reason: string; readonly from?: string | null; readonly until?: string | null; readonly organizationCode?: string | null; }

export interface ThresholdInput { readonly of: Measure; readonly basis: Basis; readonly numerator: number; readonly denominator: number; readonly strict?: boolean; readonly opponents?: number; }

export interface TranslateBlockInput { readonly documentId: string; readonly number: number; readonly sourceSha256: string; readonly expected?: string | null; readonly organizationCode?: string | null; readonly text: string; }

export interface UpdateChannelInput { readonly institutionCode: string; readonly kind: ChannelKind; readonly languages: readonly (string)[]; readonly maxCharacters?: number | null; readonly maxBytes?: number | null; readonly formats?: readonly (string)[] | null; readonly verified?: boolean; }

export interface UpdatePositionInput { readonly reference: string; readonly expectedUpdatedAt: string; readonly titles?: readonly (LocalizedTextInput)[] | null; readonly summaries?: readonly (LocalizedTextInput)[] | null; readonly subjectCodes?: readonly (string)[] | null; readonly addresseeCodes?: readonly (string)[] | null; readonly relations?: readonly (RelationInput)[] | null; readonly targetDeadline?: string | null; readonly milestones?: readonly (MilestoneInput)[] | null; readonly organizationCode?: string | null; }

export interface WithdrawAmendmentInput { readonly amendmentId: string; readonly reason?: string | null; readonly organizationCode?: string | null; }

export interface WithdrawSignatureInput { readonly reference: string; readonly organizationCode?: string | null; readonly withdrawnOn: string; readonly act: ActInput; readonly reason?: string | null; }

export interface WriteConclusionInput { readonly reference: string; readonly language: string; readonly text: string; readonly expectedWrittenAt?: string | null; readonly organizationCode?: string | null; }

export type Absence = "SUSPENDED" | "ENDED" | "NO_PART";

export type AmendmentOperation = "ADD" | "DELETE" | "REPLACE";

export type AmendmentStatus = "TABLED" | "INCORPORATED" | "INCORPORATED_PARTLY" | "REJECTED" | "INADMISSIBLE" | "WITHDRAWN" | "FALLEN";

export type AnchorState = "UNCHANGED" | "MOVED" | "ORPHANED";

export type Basis = "CAST" | "EXPRESSED" | "ELIGIBLE";

export type Cadence = "IMMEDIATE" | "DAILY" | "WEEKLY" | "NONE";

export type CalendarWindow = "FOUR_WEEKS" | "EIGHT_WEEKS" | "TWELVE_WEEKS";

export type ChangeKind = "EQUAL" | "INSERT" | "DELETE";

export type ChannelKind = "COMPLAINT" | "CONSULTATION" | "FORUM" | "HAVE_YOUR_SAY" | "HEARING" | "LETTER" | "MEETING" | "NETWORK_DRAFTING" | "PETITION" | "PLATFORM" | "POLITICAL_DECLARATION" | "PUBLIC_INFORMATION" | "RAPPORTEUR_INPUT" | "REGISTRY" | "REPORT" | "VIA_MEMBER_STATE" | "VIA_NETWORK";

export type Check = "ADDRESSEE" | "LANGUAGE" | "TEXT" | "CHARACTERS" | "FORMAT" | "SIZE" | "DEADLINE" | "PRESIDENCY" | "REPEATED";

export type CheckState = "OK" | "NOTE" | "UNKNOWN" | "MISSING" | "REFUSED";

export type Choice = "APPROVE" | "OBJECT" | "ABSTAIN" | "RECUSE";

export type Decision = "INCORPORATE" | "INCORPORATE_PARTLY" | "REJECT" | "INADMISSIBLE";

export type ErrorCode = "NOT_FOUND" | "UNAUTHENTICATED" | "FORBIDDEN" | "STAGE_FORBIDS" | "INVALID" | "CONFLICT" | "STALE" | "ROUND_CLOSED" | "NOT_ELIGIBLE" | "ALREADY_DONE" | "LIMIT_EXCEEDED" | "RATE_LIMITED" | "IDEMPOTENCY_MISMATCH" | "UNSUPPORTED";

export type Fit = "APPLIES" | "MOVED" | "COLLIDES" | "ORPHANED";

export type InvitationState = "PENDING" | "ACCEPTED" | "REVOKED" | "EXPIRED";

export type LastWordKind = "VOTE" | "LOOK";

export type MailCourse = "SENT" | "WAITING" | "DOUBTFUL" | "FAILED" | "UNNEEDED" | "UNWANTED" | "NO_SERVER";

export type MailKind = "ASKED" | "DIGEST" | "INVITATION";

export type MailState = "WAITING" | "TAKEN" | "SENT" | "DOUBTFUL" | "FAILED" | "DROPPED";

export type MaintainedReservation = "NOTHING" | "BLOCKS" | "ABSTAINS" | "OBJECTS";

export type MandateCovers = "VERSION" | "POSITION";

export type MandateKind = "MAYOR_DECREE" | "GOVERNMENT_BOARD" | "PLENARY" | "DELEGATION";

export type Measure = "ORGANIZATIONS" | "POPULATION" | "SEATS";

export type MilestoneKind = "SCOPE" | "ZERO_DRAFT" | "COMMENTS_END" | "TABLING_DEADLINE" | "CONSOLIDATION" | "CLEARANCE" | "DECISION" | "ADOPTION" | "TRANSLATION" | "SEALING" | "SUBMISSION" | "INSTITUTION_DEADLINE";

export type MissingKind = "ORGANIZATIONS" | "POPULATION" | "SEATS" | "QUORUM" | "OBJECTIONS" | "RESERVATIONS";

export type OpeningOutcome = "ADOPTED" | "NEXT_STEP" | "CLEARED";

export type OpeningWarning = "SHORT_PERIOD" | "CLOSES_ON_DAY_OFF" | "CLOSES_AFTER_DEADLINE" | "LOCAL_HOLIDAYS" | "DAYS_OFF_UNKNOWN" | "STALE_TRANSLATION" | "TABLED_AMENDMENTS" | "OPEN_DISCUSSIONS" | "WITHOUT_DELEGATE" | "ONE_CAN_PREVENT" | "RULE_NEEDS_EVERYBODY";

export type OrganizationKind = "MUNICIPALITY" | "AUTHORITY" | "PARTNER";

export type ParticipationState = "INVITED" | "ACCEPTED" | "LEFT";

export type PassageState = "UNTRANSLATED" | "TRANSLATED" | "STALE" | "MISSING" | "WORDLESS" | "EXTRA";

export type Permission = "READ" | "READ_DISCUSSION" | "COMMENT" | "RESOLVE_THREAD" | "EDIT_ORIGINAL" | "EDIT_TRANSLATION" | "ADD_TRANSLATION" | "APPROVE_TRANSLATION" | "PROPOSE_AMENDMENT" | "DECIDE_AMENDMENT" | "CREATE_POSITION" | "UPDATE_POSITION" | "PARTICIPATE" | "INVITE" | "CHOOSE_ROUTE" | "OPEN_ROUND" | "CLOSE_ROUND" | "RECORD_VOTES" | "REMIND" | "VOTE" | "SETTLE_RATIFICATION" | "ANNEX_STATEMENT" | "WITHDRAW_SIGNATURE" | "CORRECT_TEXT" | "ATTACH_FILE" | "RECORD_SUBMISSION" | "RECORD_REPLY" | "RECORD_UPTAKE" | "WRITE_REPORT" | "START_DRAFTING" | "OPEN_AMENDING" | "REOPEN_DRAFTING" | "PUBLISH" | "UNPUBLISH" | "CLOSE" | "REOPEN" | "WITHDRAW";

export type Presence = "TO_COME" | "PRESENT" | "ENDED";

export type RatificationStatus = "PENDING" | "CONFIRMED" | "WITHDRAWN";

export type RelationKind = "PROCEDURE" | "COM" | "CELEX" | "ELI" | "CONSULTATION" | "OTHER";

export type ReplyKind = "RECEIPT" | "ANSWER" | "MEETING";

export type ReservationKind = "SCRUTINY" | "SUBSTANTIVE" | "LINGUISTIC" | "MANDATE";

export type ReservationState = "OPEN" | "LIFTED" | "MAINTAINED";

export type RevoteReason = "NOT_APPROVED" | "TACIT" | "RATIFICATION_WITHDRAWN" | "RESERVATION_CHANGED" | "EXCEPTED_ASK_CHANGED";

export type Role = "DELEGATE" | "COORDINATOR" | "OBSERVER" | "ADMINISTRATOR";

export type RoundClosing = "CLOSE" | "VOID";

export type RoundStatus = "SCHEDULED" | "OPEN" | "PASSED" | "FAILED" | "BROKEN" | "VOID";

export type RulePreset = "SIMPLE_MAJORITY" | "ABSOLUTE_MAJORITY" | "TWO_THIRDS_POPULATION" | "DOUBLE_MAJORITY" | "DOUBLE_MAJORITY_BLOCKING" | "REINFORCED" | "WEIGHTED_SEATS" | "UNANIMITY" | "CONSENSUS";

export type Scope = "READ" | "COMMENT" | "WRITE" | "VOTE" | "ADMINISTER";

export type Silence = "NONE" | "CONSENT";

export type SizeTier = "UNDER_20000" | "FROM_20000" | "FROM_75000" | "FROM_100000" | "FROM_1000000";

export type Stage = "PROPOSED" | "DRAFTING" | "AMENDING" | "APPROVING" | "ADOPTED" | "SUBMITTED" | "CLOSED" | "WITHDRAWN";

export type StageAction = "START_DRAFTING" | "OPEN_AMENDING" | "REOPEN_DRAFTING" | "PUBLISH" | "UNPUBLISH" | "CLOSE" | "REOPEN" | "WITHDRAW";

export type StatementKind = "MINUTES" | "DISSENT";

export type StepElectorate = "MUNICIPALITIES" | "PARTICIPANTS" | "AUTHORITY";

export type StepKind = "CLEARANCE" | "DECISION";

export type StructureFaultKind = "ASK_MISSING" | "ASK_EXTRA" | "ASK_TWICE" | "HEADING_LEVEL" | "TABLE_COLUMNS" | "PASSAGE_MISSING" | "PASSAGE_EXTRA";

export type TaskKind = "VOTE" | "LIFT_RESERVATION" | "CONFIRM_VOTE" | "RATIFY" | "ACCEPT_INVITATION" | "READ_CHANGES" | "WRITE" | "DECIDE_AMENDMENTS" | "OPEN_ROUND" | "REMIND" | "CLOSE_ROUND" | "APPROVE_TRANSLATION" | "PUBLISH";

export type UptakeStatus = "NOT_ADDRESSED" | "NOTED" | "PARTLY_TAKEN_UP" | "TAKEN_UP" | "REJECTED";

export type Urgency = "ASKED" | "NEWS";

export type Visibility = "PARTICIPANTS" | "ORGANIZATION";

export type RoleFragment = { readonly id: string; readonly role: Role; readonly from: string; readonly until: string | null; readonly presence: Presence; readonly organization: { readonly code: string; readonly name: string; }; };

export type AccountAnswer = { readonly viewer: { readonly name: string; readonly email: string; readonly hasCalendarLink: boolean; readonly everyMembership: readonly ({ readonly id: string; readonly role: Role; readonly from: string; readonly until: string | null; readonly presence: Presence; readonly organization: { readonly code: string; readonly name: string; }; })[]; readonly sessions: readonly ({ readonly id: string; readonly device: string | null; readonly createdAt: string; readonly lastSeenAt: string | null; readonly isCurrent: boolean; })[]; readonly tokens: readonly ({ readonly id: string; readonly name: string; readonly scopes: readonly (Scope)[]; readonly expiresAt: string; readonly revokedAt: string | null; readonly lastUsedAt: string | null; readonly organization: { readonly name: string; } | null; })[]; } | null; };

export type AccountVariables = Record<never, never>;

export const Account: Operation<AccountAnswer, AccountVariables> = { text: "query Account {\n  viewer {\n    name\n    email\n    hasCalendarLink\n    everyMembership {\n      ...Role\n    }\n    sessions {\n      id\n      device\n      createdAt\n      lastSeenAt\n      isCurrent\n    }\n    tokens {\n      id\n      name\n      scopes\n      expiresAt\n      revokedAt\n      lastUsedAt\n      organization {\n        name\n      }\n    }\n  }\n}\nfragment Role on Membership {\n  id\n  role\n  from\n  until\n  presence\n  organization {\n    code\n    name\n  }\n}" };

export type RevokeSessionAnswer = { readonly revokeSession: { readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RevokeSessionVariables = { readonly input: RevokeSessionInput; };

export const RevokeSession: Operation<RevokeSessionAnswer, RevokeSessionVariables> = { text: "mutation RevokeSession($input: RevokeSessionInput!) {\n  revokeSession(input: $input) {\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type RevokeOtherSessionsAnswer = { readonly revokeOtherSessions: { readonly ended: number | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RevokeOtherSessionsVariables = { readonly input: RevokeOtherSessionsInput; };

export const RevokeOtherSessions: Operation<RevokeOtherSessionsAnswer, RevokeOtherSessionsVariables> = { text: "mutation RevokeOtherSessions($input: RevokeOtherSessionsInput!) {\n  revokeOtherSessions(input: $input) {\n    ended\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type CreateTokenAnswer = { readonly createToken: { readonly secret: string | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type CreateTokenVariables = { readonly input: CreateTokenInput; };

export const CreateToken: Operation<CreateTokenAnswer, CreateTokenVariables> = { text: "mutation CreateToken($input: CreateTokenInput!) {\n  createToken(input: $input) {\n    secret\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type RevokeTokenAnswer = { readonly revokeToken: { readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RevokeTokenVariables = { readonly input: RevokeTokenInput; };

export const RevokeToken: Operation<RevokeTokenAnswer, RevokeTokenVariables> = { text: "mutation RevokeToken($input: RevokeTokenInput!) {\n  revokeToken(input: $input) {\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type MembersAnswer = { readonly register: { readonly members: { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly id: string; readonly name: string; readonly email: string; readonly isLinked: boolean; readonly memberships: readonly ({ readonly id: string; readonly role: Role; readonly from: string; readonly until: string | null; readonly presence: Presence; readonly organization: { readonly code: string; readonly name: string; }; })[]; })[]; }; } | null; };

export type MembersVariables = { readonly first: number; readonly after?: string | null; readonly filter?: MemberFilter | null; };

export const Members: Operation<MembersAnswer, MembersVariables> = { text: "query Members($first: Int!, $after: String, $filter: MemberFilter) {\n  register {\n    members(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        email\n        isLinked\n        memberships {\n          ...Role\n        }\n      }\n    }\n  }\n}\nfragment Role on Membership {\n  id\n  role\n  from\n  until\n  presence\n  organization {\n    code\n    name\n  }\n}" };

export type InvitationsAnswer = { readonly register: { readonly invitations: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly id: string; readonly name: string; readonly email: string; readonly role: Role; readonly from: string; readonly until: string | null; readonly expiresAt: string; readonly state: InvitationState; readonly organization: { readonly code: string; readonly name: string; }; })[]; }; } | null; };

export type InvitationsVariables = { readonly first: number; readonly after?: string | null; };

export const Invitations: Operation<InvitationsAnswer, InvitationsVariables> = { text: "query Invitations($first: Int!, $after: String) {\n  register {\n    invitations(first: $first, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        email\n        role\n        from\n        until\n        expiresAt\n        state\n        organization {\n          code\n          name\n        }\n      }\n    }\n  }\n}" };

export type InviteMemberAnswer = { readonly inviteMember: { readonly link: string | null; readonly isMailed: boolean | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type InviteMemberVariables = { readonly input: InviteMemberInput; };

export const InviteMember: Operation<InviteMemberAnswer, InviteMemberVariables> = { text: "mutation InviteMember($input: InviteMemberInput!) {\n  inviteMember(input: $input) {\n    link\n    isMailed\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type RevokeInvitationAnswer = { readonly revokeInvitation: { readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RevokeInvitationVariables = { readonly input: RevokeInvitationInput; };

export const RevokeInvitation: Operation<RevokeInvitationAnswer, RevokeInvitationVariables> = { text: "mutation RevokeInvitation($input: RevokeInvitationInput!) {\n  revokeInvitation(input: $input) {\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type AddMembershipAnswer = { readonly addMembership: { readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type AddMembershipVariables = { readonly input: AddMembershipInput; };

export const AddMembership: Operation<AddMembershipAnswer, AddMembershipVariables> = { text: "mutation AddMembership($input: AddMembershipInput!) {\n  addMembership(input: $input) {\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type EndMembershipAnswer = { readonly endMembership: { readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type EndMembershipVariables = { readonly input: EndMembershipInput; };

export const EndMembership: Operation<EndMembershipAnswer, EndMembershipVariables> = { text: "mutation EndMembership($input: EndMembershipInput!) {\n  endMembership(input: $input) {\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type StatementFieldsFragment = { readonly id: string; readonly number: number; readonly kind: StatementKind; readonly language: string; readonly text: string; readonly annexedAt: string; readonly act: { readonly body: string; readonly date: string; readonly reference: string; } | null; readonly organizations: readonly ({ readonly code: string; readonly name: string; })[]; readonly pendingOrganizations: readonly ({ readonly code: string; readonly name: string; })[]; readonly viewerMaySign: boolean; };

export type SignatoryFieldsFragment = { readonly organization: { readonly code: string; readonly name: string; }; readonly exceptAskKeys: readonly (string)[]; readonly ratification: { readonly dueOn: string; readonly status: RatificationStatus; } | null; readonly withdrawal: { readonly withdrawnOn: string; readonly act: { readonly body: string; readonly date: string; readonly reference: string; }; readonly reason: string | null; } | null; };

export type ErratumFieldsFragment = { readonly reason: string; readonly correctedAt: string; readonly version: { readonly number: number; }; readonly corrects: { readonly number: number; }; readonly comparison: { readonly html: string; }; };

export type RoundStatementsAnswer = { readonly position: { readonly round: { readonly viewerMayAnnex: boolean; readonly statements: readonly ({ readonly id: string; readonly number: number; readonly kind: StatementKind; readonly language: string; readonly text: string; readonly annexedAt: string; readonly act: { readonly body: string; readonly date: string; readonly reference: string; } | null; readonly organizations: readonly ({ readonly code: string; readonly name: string; })[]; readonly pendingOrganizations: readonly ({ readonly code: string; readonly name: string; })[]; readonly viewerMaySign: boolean; })[]; } | null; } | null; };

export type RoundStatementsVariables = { readonly reference: string; readonly number: number; };

export const RoundStatements: Operation<RoundStatementsAnswer, RoundStatementsVariables> = { text: "query RoundStatements($reference: String!, $number: Int!) {\n  position(reference: $reference) {\n    round(number: $number) {\n      viewerMayAnnex\n      statements {\n        ...StatementFields\n      }\n    }\n  }\n}\nfragment StatementFields on Statement {\n  id\n  number\n  kind\n  language\n  text\n  annexedAt\n  act {\n    body\n    date\n    reference\n  }\n  organizations {\n    code\n    name\n  }\n  pendingOrganizations {\n    code\n    name\n  }\n  viewerMaySign\n}" };

export type AdoptionAnswer = { readonly position: { readonly signatories: readonly ({ readonly organization: { readonly code: string; readonly name: string; }; readonly exceptAskKeys: readonly (string)[]; readonly ratification: { readonly dueOn: string; readonly status: RatificationStatus; } | null; readonly withdrawal: { readonly withdrawnOn: string; readonly act: { readonly body: string; readonly date: string; readonly reference: string; }; readonly reason: string | null; } | null; })[]; readonly errata: readonly ({ readonly reason: string; readonly correctedAt: string; readonly version: { readonly number: number; }; readonly corrects: { readonly number: number; }; readonly comparison: { readonly html: string; }; })[]; readonly documents: readonly ({ readonly id: string; readonly language: string; readonly isOriginal: boolean; readonly approvedVersion: { readonly number: number; } | null; })[]; } | null; };

export type AdoptionVariables = { readonly reference: string; };

export const Adoption: Operation<AdoptionAnswer, AdoptionVariables> = { text: "query Adoption($reference: String!) {\n  position(reference: $reference) {\n    signatories {\n      ...SignatoryFields\n    }\n    errata {\n      ...ErratumFields\n    }\n    documents {\n      id\n      language\n      isOriginal\n      approvedVersion {\n        number\n      }\n    }\n  }\n}\nfragment SignatoryFields on Signatory {\n  organization {\n    code\n    name\n  }\n  exceptAskKeys\n  ratification {\n    dueOn\n    status\n  }\n  withdrawal {\n    withdrawnOn\n    act {\n      body\n      date\n      reference\n    }\n    reason\n  }\n}\nfragment ErratumFields on Erratum {\n  reason\n  correctedAt\n  version {\n    number\n  }\n  corrects {\n    number\n  }\n  comparison {\n    html\n  }\n}" };

export type AdoptedTextAnswer = { readonly position: { readonly documents: readonly ({ readonly id: string; readonly language: string; readonly isOriginal: boolean; readonly approvedVersion: { readonly number: number; readonly text: string; } | null; })[]; } | null; };

export type AdoptedTextVariables = { readonly reference: string; };

export const AdoptedText: Operation<AdoptedTextAnswer, AdoptedTextVariables> = { text: "query AdoptedText($reference: String!) {\n  position(reference: $reference) {\n    documents {\n      id\n      language\n      isOriginal\n      approvedVersion {\n        number\n        text\n      }\n    }\n  }\n}" };

export type AnnexStatementAnswer = { readonly annexStatement: { readonly statement: { readonly number: number; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type AnnexStatementVariables = { readonly input: AnnexStatementInput; };

export const AnnexStatement: Operation<AnnexStatementAnswer, AnnexStatementVariables> = { text: "mutation AnnexStatement($input: AnnexStatementInput!) {\n  annexStatement(input: $input) {\n    statement {\n      number\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type SignStatementAnswer = { readonly signStatement: { readonly statement: { readonly number: number; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type SignStatementVariables = { readonly input: SignStatementInput; };

export const SignStatement: Operation<SignStatementAnswer, SignStatementVariables> = { text: "mutation SignStatement($input: SignStatementInput!) {\n  signStatement(input: $input) {\n    statement {\n      number\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type WithdrawSignatureAnswer = { readonly withdrawSignature: { readonly position: { readonly reference: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type WithdrawSignatureVariables = { readonly input: WithdrawSignatureInput; };

export const WithdrawSignature: Operation<WithdrawSignatureAnswer, WithdrawSignatureVariables> = { text: "mutation WithdrawSignature($input: WithdrawSignatureInput!) {\n  withdrawSignature(input: $input) {\n    position {\n      reference\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type CorrectTextAnswer = { readonly correctText: { readonly version: { readonly number: number; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type CorrectTextVariables = { readonly input: CorrectTextInput; };

export const CorrectText: Operation<CorrectTextAnswer, CorrectTextVariables> = { text: "mutation CorrectText($input: CorrectTextInput!) {\n  correctText(input: $input) {\n    version {\n      number\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type AmendmentRowFragment = { readonly id: string; readonly number: number; readonly status: AmendmentStatus; readonly operation: AmendmentOperation; readonly original: string; readonly proposedText: string; readonly justification: string; readonly decidedText: string | null; readonly createdAt: string; readonly fit: Fit; readonly document: { readonly id: string; readonly language: string; readonly isOriginal: boolean; }; readonly anchor: { readonly start: number; readonly end: number; readonly prefix: string; readonly suffix: string; readonly version: { readonly number: number; readonly label: string | null; } | null; readonly current: { readonly start: number; readonly end: number; } | null; }; readonly authors: readonly ({ readonly code: string; readonly name: string; })[]; readonly decision: { readonly reason: string | null; readonly at: string; readonly by: { readonly name: string; readonly organization: { readonly code: string; readonly name: string; }; } | null; } | null; readonly collidesWith: readonly ({ readonly number: number; })[]; readonly replaces: readonly ({ readonly number: number; })[]; };

export type AmendmentsAnswer = { readonly position: { readonly tablingDeadline: string | null; readonly amendments: { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly id: string; readonly number: number; readonly status: AmendmentStatus; readonly operation: AmendmentOperation; readonly original: string; readonly proposedText: string; readonly justification: string; readonly decidedText: string | null; readonly createdAt: string; readonly fit: Fit; readonly document: { readonly id: string; readonly language: string; readonly isOriginal: boolean; }; readonly anchor: { readonly start: number; readonly end: number; readonly prefix: string; readonly suffix: string; readonly version: { readonly number: number; readonly label: string | null; } | null; readonly current: { readonly start: number; readonly end: number; } | null; }; readonly authors: readonly ({ readonly code: string; readonly name: string; })[]; readonly decision: { readonly reason: string | null; readonly at: string; readonly by: { readonly name: string; readonly organization: { readonly code: string; readonly name: string; }; } | null; } | null; readonly collidesWith: readonly ({ readonly number: number; })[]; readonly replaces: readonly ({ readonly number: number; })[]; })[]; }; } | null; };

export type AmendmentsVariables = { readonly reference: string; readonly after?: string | null; };

export const Amendments: Operation<AmendmentsAnswer, AmendmentsVariables> = { text: "query Amendments($reference: String!, $after: String) {\n  position(reference: $reference) {\n    tablingDeadline\n    amendments(first: 100, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...AmendmentRow\n      }\n    }\n  }\n}\nfragment AmendmentRow on Amendment {\n  id\n  number\n  status\n  operation\n  original\n  proposedText\n  justification\n  decidedText\n  createdAt\n  fit\n  document {\n    id\n    language\n    isOriginal\n  }\n  anchor {\n    start\n    end\n    prefix\n    suffix\n    version {\n      number\n      label\n    }\n    current {\n      start\n      end\n    }\n  }\n  authors {\n    code\n    name\n  }\n  decision {\n    reason\n    at\n    by {\n      name\n      organization {\n        code\n        name\n      }\n    }\n  }\n  collidesWith {\n    number\n  }\n  replaces {\n    number\n  }\n}" };

export type AmendmentInDraftAnswer = { readonly node: { readonly __typename: "Amendment"; readonly id: string; readonly number: number; readonly status: AmendmentStatus; readonly operation: AmendmentOperation; readonly original: string; readonly proposedText: string; readonly justification: string; readonly decidedText: string | null; readonly createdAt: string; readonly fit: Fit; readonly document: { readonly id: string; readonly language: string; readonly isOriginal: boolean; readonly draft: { readonly sequence: number; readonly text: string; } | null; }; readonly anchor: { readonly start: number; readonly end: number; readonly prefix: string; readonly suffix: string; readonly version: { readonly number: number; readonly label: string | null; } | null; readonly current: { readonly start: number; readonly end: number; } | null; }; readonly authors: readonly ({ readonly code: string; readonly name: string; })[]; readonly decision: { readonly reason: string | null; readonly at: string; readonly by: { readonly name: string; readonly organization: { readonly code: string; readonly name: string; }; } | null; } | null; readonly collidesWith: readonly ({ readonly number: number; })[]; readonly replaces: readonly ({ readonly number: number; })[]; } | { readonly __typename: "%other"; } | null; };

export type AmendmentInDraftVariables = { readonly id: string; };

export const AmendmentInDraft: Operation<AmendmentInDraftAnswer, AmendmentInDraftVariables> = { text: "query AmendmentInDraft($id: ID!) {\n  node(id: $id) {\n    __typename\n    ... on Amendment {\n      ...AmendmentRow\n      document {\n        draft {\n          sequence\n          text\n        }\n      }\n    }\n  }\n}\nfragment AmendmentRow on Amendment {\n  id\n  number\n  status\n  operation\n  original\n  proposedText\n  justification\n  decidedText\n  createdAt\n  fit\n  document {\n    id\n    language\n    isOriginal\n  }\n  anchor {\n    start\n    end\n    prefix\n    suffix\n    version {\n      number\n      label\n    }\n    current {\n      start\n      end\n    }\n  }\n  authors {\n    code\n    name\n  }\n  decision {\n    reason\n    at\n    by {\n      name\n      organization {\n        code\n        name\n      }\n    }\n  }\n  collidesWith {\n    number\n  }\n  replaces {\n    number\n  }\n}" };

export type WithdrawAmendmentAnswer = { readonly withdrawAmendment: { readonly amendment: { readonly id: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type WithdrawAmendmentVariables = { readonly input: WithdrawAmendmentInput; };

export const WithdrawAmendment: Operation<WithdrawAmendmentAnswer, WithdrawAmendmentVariables> = { text: "mutation WithdrawAmendment($input: WithdrawAmendmentInput!) {\n  withdrawAmendment(input: $input) {\n    amendment {\n      id\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type DecideAmendmentAnswer = { readonly decideAmendment: { readonly amendment: { readonly id: string; } | null; readonly draft: { readonly sequence: number; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type DecideAmendmentVariables = { readonly input: DecideAmendmentInput; };

export const DecideAmendment: Operation<DecideAmendmentAnswer, DecideAmendmentVariables> = { text: "mutation DecideAmendment($input: DecideAmendmentInput!) {\n  decideAmendment(input: $input) {\n    amendment {\n      id\n    }\n    draft {\n      sequence\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type CalendarProposalAnswer = { readonly calendarProposal: { readonly window: CalendarWindow; readonly fittingWindow: CalendarWindow | null; readonly workingDaysLeft: number; readonly milestones: readonly ({ readonly kind: MilestoneKind; readonly workingDaysBefore: number; readonly opensAt: string | null; readonly dueAt: string; readonly fits: boolean; readonly isBehind: boolean; })[]; readonly institutionHolidays: readonly ({ readonly day: string; readonly isVerified: boolean; })[]; }; };

export type CalendarProposalVariables = { readonly deadline: string; readonly window?: CalendarWindow | null; readonly reference?: string | null; };

export const CalendarProposal: Operation<CalendarProposalAnswer, CalendarProposalVariables> = { text: "query CalendarProposal($deadline: String!, $window: CalendarWindow, $reference: String) {\n  calendarProposal(deadline: $deadline, window: $window, reference: $reference) {\n    window\n    fittingWindow\n    workingDaysLeft\n    milestones {\n      kind\n      workingDaysBefore\n      opensAt\n      dueAt\n      fits\n      isBehind\n    }\n    institutionHolidays {\n      day\n      isVerified\n    }\n  }\n}" };

export type HolidaysAnswer = { readonly holidays: readonly ({ readonly calendar: string; readonly day: string; readonly isVerified: boolean; readonly name: string; readonly names: readonly ({ readonly language: string; readonly text: string; })[]; })[]; };

export type HolidaysVariables = { readonly from: string; readonly to: string; readonly language: string; };

export const Holidays: Operation<HolidaysAnswer, HolidaysVariables> = { text: "query Holidays($from: Date!, $to: Date!, $language: String!) {\n  holidays(from: $from, to: $to) {\n    calendar\n    day\n    isVerified\n    name(language: $language)\n    names {\n      language\n      text\n    }\n  }\n}" };

export type SetHolidaysAnswer = { readonly setHolidays: { readonly holidays: readonly ({ readonly day: string; })[] | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type SetHolidaysVariables = { readonly input: SetHolidaysInput; };

export const SetHolidays: Operation<SetHolidaysAnswer, SetHolidaysVariables> = { text: "mutation SetHolidays($input: SetHolidaysInput!) {\n  setHolidays(input: $input) {\n    holidays {\n      day\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type ImportHolidaysAnswer = { readonly importHolidays: { readonly holidays: readonly ({ readonly calendar: string; readonly day: string; })[] | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type ImportHolidaysVariables = { readonly input: ImportHolidaysInput; };

export const ImportHolidays: Operation<ImportHolidaysAnswer, ImportHolidaysVariables> = { text: "mutation ImportHolidays($input: ImportHolidaysInput!) {\n  importHolidays(input: $input) {\n    holidays {\n      calendar\n      day\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type RenewCalendarLinkAnswer = { readonly renewCalendarLink: { readonly path: string | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RenewCalendarLinkVariables = { readonly input: CalendarLinkInput; };

export const RenewCalendarLink: Operation<RenewCalendarLinkAnswer, RenewCalendarLinkVariables> = { text: "mutation RenewCalendarLink($input: CalendarLinkInput!) {\n  renewCalendarLink(input: $input) {\n    path\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type EndCalendarLinkAnswer = { readonly endCalendarLink: { readonly isEnded: boolean | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type EndCalendarLinkVariables = { readonly input: CalendarLinkInput; };

export const EndCalendarLink: Operation<EndCalendarLinkAnswer, EndCalendarLinkVariables> = { text: "mutation EndCalendarLink($input: CalendarLinkInput!) {\n  endCalendarLink(input: $input) {\n    isEnded\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type CoverAnswer = { readonly position: { readonly updatedAt: string; readonly originalLanguage: string; readonly titles: readonly ({ readonly language: string; readonly text: string; })[]; readonly summaries: readonly ({ readonly language: string; readonly text: string; })[]; readonly subjects: readonly ({ readonly code: string; })[]; readonly addressees: readonly ({ readonly code: string; readonly name: string; })[]; readonly relations: readonly ({ readonly kind: RelationKind; readonly value: string; })[]; readonly milestones: readonly ({ readonly kind: MilestoneKind; readonly dueAt: string; readonly doneAt: string | null; })[]; } | null; };

export type CoverVariables = { readonly reference: string; readonly language: string; };

export const Cover: Operation<CoverAnswer, CoverVariables> = { text: "query Cover($reference: String!, $language: String!) {\n  position(reference: $reference) {\n    updatedAt\n    originalLanguage\n    titles {\n      language\n      text\n    }\n    summaries {\n      language\n      text\n    }\n    subjects {\n      code\n    }\n    addressees {\n      code\n      name(language: $language)\n    }\n    relations {\n      kind\n      value\n    }\n    milestones {\n      kind\n      dueAt\n      doneAt\n    }\n  }\n}" };

export type UpdatePositionAnswer = { readonly updatePosition: { readonly position: { readonly updatedAt: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type UpdatePositionVariables = { readonly input: UpdatePositionInput; };

export const UpdatePosition: Operation<UpdatePositionAnswer, UpdatePositionVariables> = { text: "mutation UpdatePosition($input: UpdatePositionInput!) {\n  updatePosition(input: $input) {\n    position {\n      updatedAt\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type DiscussionCommentFragment = { readonly id: string; readonly body: string; readonly createdAt: string; readonly author: { readonly name: string; readonly organization: { readonly code: string; readonly name: string; }; }; };

export type DiscussionAnswer = { readonly position: { readonly threads: { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly id: string; readonly visibility: Visibility; readonly createdAt: string; readonly resolvedAt: string | null; readonly resolvedBy: { readonly name: string; readonly organization: { readonly code: string; readonly name: string; }; } | null; readonly organization: { readonly code: string; readonly name: string; }; readonly document: { readonly id: string; readonly language: string; readonly isOriginal: boolean; }; readonly anchor: { readonly start: number; readonly exact: string; readonly state: AnchorState; readonly current: { readonly start: number; } | null; } | null; readonly comments: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly id: string; readonly body: string; readonly createdAt: string; readonly author: { readonly name: string; readonly organization: { readonly code: string; readonly name: string; }; }; })[]; }; })[]; }; } | null; };

export type DiscussionVariables = { readonly reference: string; readonly after?: string | null; };

export const Discussion: Operation<DiscussionAnswer, DiscussionVariables> = { text: "query Discussion($reference: String!, $after: String) {\n  position(reference: $reference) {\n    threads(first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        visibility\n        createdAt\n        resolvedAt\n        resolvedBy {\n          name\n          organization {\n            code\n            name\n          }\n        }\n        organization {\n          code\n          name\n        }\n        document {\n          id\n          language\n          isOriginal\n        }\n        anchor {\n          start\n          exact\n          state\n          current {\n            start\n          }\n        }\n        comments(first: 40) {\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          nodes {\n            ...DiscussionComment\n          }\n        }\n      }\n    }\n  }\n}\nfragment DiscussionComment on Comment {\n  id\n  body\n  createdAt\n  author {\n    name\n    organization {\n      code\n      name\n    }\n  }\n}" };

export type ThreadCommentsAnswer = { readonly node: { readonly __typename: "Thread"; readonly comments: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly id: string; readonly body: string; readonly createdAt: string; readonly author: { readonly name: string; readonly organization: { readonly code: string; readonly name: string; }; }; })[]; }; } | { readonly __typename: "%other"; } | null; };

export type ThreadCommentsVariables = { readonly id: string; readonly after?: string | null; };

export const ThreadComments: Operation<ThreadCommentsAnswer, ThreadCommentsVariables> = { text: "query ThreadComments($id: ID!, $after: String) {\n  node(id: $id) {\n    __typename\n    ... on Thread {\n      comments(first: 100, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...DiscussionComment\n        }\n      }\n    }\n  }\n}\nfragment DiscussionComment on Comment {\n  id\n  body\n  createdAt\n  author {\n    name\n    organization {\n      code\n      name\n    }\n  }\n}" };

export type UptakeFieldsFragment = { readonly id: string; readonly askKey: string; readonly status: UptakeStatus; readonly evidence: string | null; readonly evidenceUrl: string | null; readonly observedOn: string; readonly institution: { readonly code: string; }; };

export type FollowUpAnswer = { readonly position: { readonly reference: string; readonly originalLanguage: string; readonly viewerCan: readonly (Permission)[]; readonly addressees: readonly ({ readonly code: string; readonly acronym: string | null; readonly name: string; })[]; readonly asks: readonly ({ readonly key: string; readonly texts: readonly ({ readonly language: string; readonly text: string; })[]; readonly uptakes: readonly ({ readonly id: string; readonly askKey: string; readonly status: UptakeStatus; readonly evidence: string | null; readonly evidenceUrl: string | null; readonly observedOn: string; readonly institution: { readonly code: string; readonly acronym: string | null; readonly name: string; }; readonly earlier: readonly ({ readonly id: string; readonly status: UptakeStatus; readonly evidence: string | null; readonly evidenceUrl: string | null; readonly observedOn: string; })[]; })[]; })[]; } | null; };

export type FollowUpVariables = { readonly reference: string; readonly language: string; };

export const FollowUp: Operation<FollowUpAnswer, FollowUpVariables> = { text: "query FollowUp($reference: String!, $language: String!) {\n  position(reference: $reference) {\n    reference\n    originalLanguage\n    viewerCan\n    addressees {\n      code\n      acronym\n      name(language: $language)\n    }\n    asks {\n      key\n      texts {\n        language\n        text\n      }\n      uptakes {\n        ...UptakeFields\n        institution {\n          code\n          acronym\n          name(language: $language)\n        }\n        earlier {\n          id\n          status\n          evidence\n          evidenceUrl\n          observedOn\n        }\n      }\n    }\n  }\n}\nfragment UptakeFields on Uptake {\n  id\n  askKey\n  status\n  evidence\n  evidenceUrl\n  observedOn\n  institution {\n    code\n  }\n}" };

export type RecordUptakeAnswer = { readonly recordUptake: { readonly uptake: { readonly id: string; readonly status: UptakeStatus; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RecordUptakeVariables = { readonly input: RecordUptakeInput; };

export const RecordUptake: Operation<RecordUptakeAnswer, RecordUptakeVariables> = { text: "mutation RecordUptake($input: RecordUptakeInput!) {\n  recordUptake(input: $input) {\n    uptake {\n      id\n      status\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type ShareFieldsFragment = { readonly count: number; readonly of: number; };

export type TurnoutFieldsFragment = { readonly commented: { readonly count: number; readonly of: number; }; readonly amended: { readonly count: number; readonly of: number; }; readonly voted: { readonly count: number; readonly of: number; }; };

export type SummaryFieldsFragment = { readonly papers: number; readonly adopted: number; readonly medianDaysToAdoption: number | null; readonly rounds: number | null; readonly roundsRepeated: number | null; readonly askOutcomes: readonly ({ readonly status: UptakeStatus | null; readonly asks: number; })[]; readonly asksTakenUp: { readonly count: number; readonly of: number; }; readonly submittedInTime: { readonly count: number; readonly of: number; }; readonly turnout: { readonly commented: { readonly count: number; readonly of: number; }; readonly amended: { readonly count: number; readonly of: number; }; readonly voted: { readonly count: number; readonly of: number; }; }; };

export type IndicatorsAnswer = { readonly indicators: { readonly summary: { readonly papers: number; readonly adopted: number; readonly medianDaysToAdoption: number | null; readonly rounds: number | null; readonly roundsRepeated: number | null; readonly askOutcomes: readonly ({ readonly status: UptakeStatus | null; readonly asks: number; })[]; readonly asksTakenUp: { readonly count: number; readonly of: number; }; readonly submittedInTime: { readonly count: number; readonly of: number; }; readonly turnout: { readonly commented: { readonly count: number; readonly of: number; }; readonly amended: { readonly count: number; readonly of: number; }; readonly voted: { readonly count: number; readonly of: number; }; }; }; readonly papers: readonly ({ readonly reference: string; readonly daysToAdoption: number | null; })[]; readonly years: readonly ({ readonly year: number; readonly summary: { readonly papers: number; readonly adopted: number; readonly medianDaysToAdoption: number | null; readonly rounds: number | null; readonly roundsRepeated: number | null; readonly askOutcomes: readonly ({ readonly status: UptakeStatus | null; readonly asks: number; })[]; readonly asksTakenUp: { readonly count: number; readonly of: number; }; readonly submittedInTime: { readonly count: number; readonly of: number; }; readonly turnout: { readonly commented: { readonly count: number; readonly of: number; }; readonly amended: { readonly count: number; readonly of: number; }; readonly voted: { readonly count: number; readonly of: number; }; }; }; })[]; readonly tiers: readonly ({ readonly tier: SizeTier; readonly towns: number; readonly turnout: { readonly commented: { readonly count: number; readonly of: number; }; readonly amended: { readonly count: number; readonly of: number; }; readonly voted: { readonly count: number; readonly of: number; }; }; })[]; readonly comarques: readonly ({ readonly comarca: string; readonly towns: number; readonly turnout: { readonly commented: { readonly count: number; readonly of: number; }; readonly amended: { readonly count: number; readonly of: number; }; readonly voted: { readonly count: number; readonly of: number; }; }; })[]; readonly byTown: readonly ({ readonly organization: { readonly code: string; readonly name: string; }; readonly turnout: { readonly commented: { readonly count: number; readonly of: number; }; readonly amended: { readonly count: number; readonly of: number; }; readonly voted: { readonly count: number; readonly of: number; }; }; })[]; }; };

export type IndicatorsVariables = { readonly year?: number | null; readonly subject?: string | null; };

export const Indicators: Operation<IndicatorsAnswer, IndicatorsVariables> = { text: "query Indicators($year: Int, $subject: String) {\n  indicators(year: $year, subjectCode: $subject) {\n    summary {\n      ...SummaryFields\n    }\n    papers {\n      reference\n      daysToAdoption\n    }\n    years {\n      year\n      summary {\n        ...SummaryFields\n      }\n    }\n    tiers {\n      tier\n      towns\n      turnout {\n        ...TurnoutFields\n      }\n    }\n    comarques {\n      comarca\n      towns\n      turnout {\n        ...TurnoutFields\n      }\n    }\n    byTown {\n      organization {\n        code\n        name\n      }\n      turnout {\n        ...TurnoutFields\n      }\n    }\n  }\n}\nfragment SummaryFields on IndicatorSummary {\n  papers\n  adopted\n  medianDaysToAdoption\n  rounds\n  roundsRepeated\n  askOutcomes {\n    status\n    asks\n  }\n  asksTakenUp {\n    ...ShareFields\n  }\n  submittedInTime {\n    ...ShareFields\n  }\n  turnout {\n    ...TurnoutFields\n  }\n}\nfragment ShareFields on Share {\n  count\n  of\n}\nfragment TurnoutFields on Turnout {\n  commented {\n    ...ShareFields\n  }\n  amended {\n    ...ShareFields\n  }\n  voted {\n    ...ShareFields\n  }\n}" };

export type MarginAnswer = { readonly position: { readonly threads: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly id: string; readonly visibility: Visibility; readonly createdAt: string; readonly resolvedAt: string | null; readonly document: { readonly id: string; }; readonly anchor: { readonly start: number; readonly end: number; readonly exact: string; readonly prefix: string; readonly suffix: string; readonly state: AnchorState; readonly current: { readonly start: number; readonly end: number; } | null; } | null; readonly comments: { readonly nodes: readonly ({ readonly id: string; readonly body: string; readonly createdAt: string; readonly author: { readonly name: string; readonly organization: { readonly code: string; readonly name: string; }; }; })[]; }; })[]; }; readonly amendments: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly id: string; readonly number: number; readonly status: AmendmentStatus; readonly operation: AmendmentOperation; readonly document: { readonly id: string; }; readonly anchor: { readonly start: number; readonly end: number; readonly exact: string; readonly prefix: string; readonly suffix: string; readonly state: AnchorState; readonly current: { readonly start: number; readonly end: number; } | null; }; readonly original: string; readonly proposedText: string; readonly authors: readonly ({ readonly code: string; readonly name: string; })[]; })[]; }; } | null; };

export type MarginVariables = { readonly reference: string; readonly threadsAfter?: string | null; readonly amendmentsAfter?: string | null; };

export const Margin: Operation<MarginAnswer, MarginVariables> = { text: "query Margin($reference: String!, $threadsAfter: String, $amendmentsAfter: String) {\n  position(reference: $reference) {\n    threads(first: 100, after: $threadsAfter) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        visibility\n        createdAt\n        resolvedAt\n        document {\n          id\n        }\n        anchor {\n          start\n          end\n          exact\n          prefix\n          suffix\n          state\n          current {\n            start\n            end\n          }\n        }\n        comments(first: 50) {\n          nodes {\n            id\n            body\n            createdAt\n            author {\n              name\n              organization {\n                code\n                name\n              }\n            }\n          }\n        }\n      }\n    }\n    amendments(first: 100, after: $amendmentsAfter) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        number\n        status\n        operation\n        document {\n          id\n        }\n        anchor {\n          start\n          end\n          exact\n          prefix\n          suffix\n          state\n          current {\n            start\n            end\n          }\n        }\n        original\n        proposedText\n        authors {\n          code\n          name\n        }\n      }\n    }\n  }\n}" };

export type StartThreadAnswer = { readonly startThread: { readonly thread: { readonly id: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type StartThreadVariables = { readonly input: StartThreadInput; };

export const StartThread: Operation<StartThreadAnswer, StartThreadVariables> = { text: "mutation StartThread($input: StartThreadInput!) {\n  startThread(input: $input) {\n    thread {\n      id\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type ReplyAnswer = { readonly reply: { readonly comment: { readonly id: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type ReplyVariables = { readonly input: ReplyInput; };

export const Reply: Operation<ReplyAnswer, ReplyVariables> = { text: "mutation Reply($input: ReplyInput!) {\n  reply(input: $input) {\n    comment {\n      id\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type ResolveThreadAnswer = { readonly resolveThread: { readonly thread: { readonly id: string; readonly resolvedAt: string | null; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type ResolveThreadVariables = { readonly input: ResolveThreadInput; };

export const ResolveThread: Operation<ResolveThreadAnswer, ResolveThreadVariables> = { text: "mutation ResolveThread($input: ResolveThreadInput!) {\n  resolveThread(input: $input) {\n    thread {\n      id\n      resolvedAt\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type ReopenThreadAnswer = { readonly reopenThread: { readonly thread: { readonly id: string; readonly resolvedAt: string | null; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type ReopenThreadVariables = { readonly input: ReopenThreadInput; };

export const ReopenThread: Operation<ReopenThreadAnswer, ReopenThreadVariables> = { text: "mutation ReopenThread($input: ReopenThreadInput!) {\n  reopenThread(input: $input) {\n    thread {\n      id\n      resolvedAt\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type ProposeAmendmentAnswer = { readonly proposeAmendment: { readonly amendment: { readonly id: string; readonly number: number; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type ProposeAmendmentVariables = { readonly input: ProposeAmendmentInput; };

export const ProposeAmendment: Operation<ProposeAmendmentAnswer, ProposeAmendmentVariables> = { text: "mutation ProposeAmendment($input: ProposeAmendmentInput!) {\n  proposeAmendment(input: $input) {\n    amendment {\n      id\n      number\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type NoticesAnswer = { readonly viewer: { readonly unseenCount: number; readonly notices: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly id: string; readonly urgency: Urgency; readonly sentence: string; readonly quote: string | null; readonly path: string; readonly createdAt: string; readonly seenAt: string | null; readonly position: { readonly reference: string; }; })[]; }; } | null; };

export type NoticesVariables = { readonly first: number; readonly after?: string | null; };

export const Notices: Operation<NoticesAnswer, NoticesVariables> = { text: "query Notices($first: Int!, $after: String) {\n  viewer {\n    unseenCount\n    notices(first: $first, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        urgency\n        sentence\n        quote\n        path\n        createdAt\n        seenAt\n        position {\n          reference\n        }\n      }\n    }\n  }\n}" };

export type UnseenNoticesAnswer = { readonly viewer: { readonly unseenCount: number; readonly notices: { readonly nodes: readonly ({ readonly id: string; readonly path: string; })[]; }; } | null; };

export type UnseenNoticesVariables = Record<never, never>;

export const UnseenNotices: Operation<UnseenNoticesAnswer, UnseenNoticesVariables> = { text: "query UnseenNotices {\n  viewer {\n    unseenCount\n    notices(first: 50, unseen: true) {\n      nodes {\n        id\n        path\n      }\n    }\n  }\n}" };

export type MarkNoticesSeenAnswer = { readonly markNoticesSeen: { readonly unseenCount: number | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type MarkNoticesSeenVariables = { readonly input: MarkNoticesSeenInput; };

export const MarkNoticesSeen: Operation<MarkNoticesSeenAnswer, MarkNoticesSeenVariables> = { text: "mutation MarkNoticesSeen($input: MarkNoticesSeenInput!) {\n  markNoticesSeen(input: $input) {\n    unseenCount\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type MailPreferencesAnswer = { readonly viewer: { readonly cadence: Cadence; readonly isMailSent: boolean; } | null; };

export type MailPreferencesVariables = Record<never, never>;

export const MailPreferences: Operation<MailPreferencesAnswer, MailPreferencesVariables> = { text: "query MailPreferences {\n  viewer {\n    cadence\n    isMailSent\n  }\n}" };

export type SetCadenceAnswer = { readonly setCadence: { readonly cadence: Cadence | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type SetCadenceVariables = { readonly input: SetCadenceInput; };

export const SetCadence: Operation<SetCadenceAnswer, SetCadenceVariables> = { text: "mutation SetCadence($input: SetCadenceInput!) {\n  setCadence(input: $input) {\n    cadence\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type RoundRemindersAnswer = { readonly position: { readonly round: { readonly id: string; readonly pendingTowns: readonly ({ readonly organization: { readonly code: string; readonly name: string; }; readonly population: number; readonly isReachable: boolean; readonly lastActivityAt: string | null; readonly lastRemindedAt: string | null; readonly mayBeReminded: boolean; })[]; readonly notices: readonly ({ readonly organization: { readonly code: string; readonly name: string; }; readonly memberCount: number; readonly toldAt: string | null; readonly seenAt: string | null; readonly seenCount: number; readonly mailedAt: string | null; readonly mail: MailCourse | null; })[]; } | null; } | null; };

export type RoundRemindersVariables = { readonly reference: string; readonly number: number; };

export const RoundReminders: Operation<RoundRemindersAnswer, RoundRemindersVariables> = { text: "query RoundReminders($reference: String!, $number: Int!) {\n  position(reference: $reference) {\n    round(number: $number) {\n      id\n      pendingTowns {\n        organization {\n          code\n          name\n        }\n        population\n        isReachable\n        lastActivityAt\n        lastRemindedAt\n        mayBeReminded\n      }\n      notices {\n        organization {\n          code\n          name\n        }\n        memberCount\n        toldAt\n        seenAt\n        seenCount\n        mailedAt\n        mail\n      }\n    }\n  }\n}" };

export type RemindOrganizationsAnswer = { readonly remindOrganizations: { readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RemindOrganizationsVariables = { readonly input: RemindOrganizationsInput; };

export const RemindOrganizations: Operation<RemindOrganizationsAnswer, RemindOrganizationsVariables> = { text: "mutation RemindOrganizations($input: RemindOrganizationsInput!) {\n  remindOrganizations(input: $input) {\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type OutboxAnswer = { readonly register: { readonly outbox: { readonly isSending: boolean; readonly waiting: number; readonly waitingSince: string | null; readonly sent: number; readonly review: readonly ({ readonly id: string; readonly kind: MailKind; readonly state: MailState; readonly recipient: string; readonly fault: string | null; readonly takenAt: string | null; readonly mayBeSentAgain: boolean; })[]; }; } | null; };

export type OutboxVariables = Record<never, never>;

export const Outbox: Operation<OutboxAnswer, OutboxVariables> = { text: "query Outbox {\n  register {\n    outbox {\n      isSending\n      waiting\n      waitingSince\n      sent\n      review {\n        id\n        kind\n        state\n        recipient\n        fault\n        takenAt\n        mayBeSentAgain\n      }\n    }\n  }\n}" };

export type SendMailAgainAnswer = { readonly sendMailAgain: { readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type SendMailAgainVariables = { readonly input: SendMailAgainInput; };

export const SendMailAgain: Operation<SendMailAgainAnswer, SendMailAgainVariables> = { text: "mutation SendMailAgain($input: SendMailAgainInput!) {\n  sendMailAgain(input: $input) {\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type OpeningPreviewAnswer = { readonly openingPreview: { readonly number: number; readonly opensAt: string; readonly closesAt: string; readonly workingDays: number; readonly usualWorkingDays: number; readonly recallMinutes: number; readonly outcome: OpeningOutcome | null; readonly silence: Silence | null; readonly isSealed: boolean; readonly people: number; readonly confirmableApprovals: number; readonly step: { readonly name: string; } | null; readonly nextStep: { readonly name: string; } | null; readonly rule: { readonly preset: RulePreset | null; readonly castingCode: string | null; readonly secondVote: boolean; readonly maintained: MaintainedReservation; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly strict: boolean; readonly opponents: number; })[]; readonly quorum: { readonly of: Measure; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly minimum: number; } | null; } | null; readonly weight: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly electorate: readonly ({ readonly organization: { readonly code: string; readonly name: string; }; readonly population: number; readonly seats: number; })[]; readonly leftOut: readonly ({ readonly organization: { readonly code: string; readonly name: string; }; readonly why: Absence; })[]; readonly cautions: readonly ({ readonly kind: OpeningWarning; readonly count: number; readonly organizations: readonly ({ readonly code: string; readonly name: string; })[]; readonly languages: readonly (string)[]; })[]; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; } | null; };

export type OpeningPreviewVariables = { readonly input: OpenRoundInput; readonly language: string; };

export const OpeningPreview: Operation<OpeningPreviewAnswer, OpeningPreviewVariables> = { text: "query OpeningPreview($input: OpenRoundInput!, $language: String!) {\n  openingPreview(input: $input) {\n    number\n    opensAt\n    closesAt\n    workingDays\n    usualWorkingDays\n    recallMinutes\n    outcome\n    silence\n    isSealed\n    people\n    confirmableApprovals\n    step {\n      name(language: $language)\n    }\n    nextStep {\n      name(language: $language)\n    }\n    rule {\n      ...RuleFields\n    }\n    weight {\n      ...WeightFields\n    }\n    electorate {\n      organization {\n        code\n        name\n      }\n      population\n      seats\n    }\n    leftOut {\n      organization {\n        code\n        name\n      }\n      why\n    }\n    cautions {\n      kind\n      count\n      organizations {\n        code\n        name\n      }\n      languages\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}\nfragment RuleFields on Rule {\n  preset\n  castingCode\n  secondVote\n  maintained\n  thresholds {\n    of\n    basis\n    required {\n      numerator\n      denominator\n    }\n    strict\n    opponents\n  }\n  quorum {\n    of\n    required {\n      numerator\n      denominator\n    }\n    minimum\n  }\n}\nfragment WeightFields on Weight {\n  organizations\n  population\n  seats\n}" };

export type RecallRoundAnswer = { readonly recallRound: { readonly round: { readonly number: number; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RecallRoundVariables = { readonly input: RecallRoundInput; };

export const RecallRound: Operation<RecallRoundAnswer, RecallRoundVariables> = { text: "mutation RecallRound($input: RecallRoundInput!) {\n  recallRound(input: $input) {\n    round {\n      number\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type ExtendRoundAnswer = { readonly extendRound: { readonly round: { readonly closesAt: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type ExtendRoundVariables = { readonly input: ExtendRoundInput; };

export const ExtendRound: Operation<ExtendRoundAnswer, ExtendRoundVariables> = { text: "mutation ExtendRound($input: ExtendRoundInput!) {\n  extendRound(input: $input) {\n    round {\n      closesAt\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type AbsenceFieldsFragment = { readonly code: string; readonly name: string; readonly endedOn: string | null; readonly successor: { readonly code: string; readonly name: string; } | null; readonly suspensions: readonly ({ readonly from: string; readonly until: string | null; readonly reason: string | null; })[]; };

export type AbsencesAnswer = { readonly organizations: { readonly nodes: readonly ({ readonly code: string; readonly name: string; readonly endedOn: string | null; readonly successor: { readonly code: string; readonly name: string; } | null; readonly suspensions: readonly ({ readonly from: string; readonly until: string | null; readonly reason: string | null; })[]; })[]; }; };

export type AbsencesVariables = Record<never, never>;

export const Absences: Operation<AbsencesAnswer, AbsencesVariables> = { text: "query Absences {\n  organizations(first: 100, filter: {kind: MUNICIPALITY}) {\n    nodes {\n      ...AbsenceFields\n    }\n  }\n}\nfragment AbsenceFields on Organization {\n  code\n  name\n  endedOn\n  successor {\n    code\n    name\n  }\n  suspensions {\n    from\n    until\n    reason\n  }\n}" };

export type SuspendOrganizationAnswer = { readonly suspendOrganization: { readonly organization: { readonly code: string; readonly name: string; readonly endedOn: string | null; readonly successor: { readonly code: string; readonly name: string; } | null; readonly suspensions: readonly ({ readonly from: string; readonly until: string | null; readonly reason: string | null; })[]; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type SuspendOrganizationVariables = { readonly input: SuspendOrganizationInput; };

export const SuspendOrganization: Operation<SuspendOrganizationAnswer, SuspendOrganizationVariables> = { text: "mutation SuspendOrganization($input: SuspendOrganizationInput!) {\n  suspendOrganization(input: $input) {\n    organization {\n      ...AbsenceFields\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}\nfragment AbsenceFields on Organization {\n  code\n  name\n  endedOn\n  successor {\n    code\n    name\n  }\n  suspensions {\n    from\n    until\n    reason\n  }\n}" };

export type ReinstateOrganizationAnswer = { readonly reinstateOrganization: { readonly organization: { readonly code: string; readonly name: string; readonly endedOn: string | null; readonly successor: { readonly code: string; readonly name: string; } | null; readonly suspensions: readonly ({ readonly from: string; readonly until: string | null; readonly reason: string | null; })[]; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type ReinstateOrganizationVariables = { readonly input: ReinstateOrganizationInput; };

export const ReinstateOrganization: Operation<ReinstateOrganizationAnswer, ReinstateOrganizationVariables> = { text: "mutation ReinstateOrganization($input: ReinstateOrganizationInput!) {\n  reinstateOrganization(input: $input) {\n    organization {\n      ...AbsenceFields\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}\nfragment AbsenceFields on Organization {\n  code\n  name\n  endedOn\n  successor {\n    code\n    name\n  }\n  suspensions {\n    from\n    until\n    reason\n  }\n}" };

export type MergeOrganizationAnswer = { readonly mergeOrganization: { readonly organization: { readonly code: string; readonly name: string; readonly endedOn: string | null; readonly successor: { readonly code: string; readonly name: string; } | null; readonly suspensions: readonly ({ readonly from: string; readonly until: string | null; readonly reason: string | null; })[]; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type MergeOrganizationVariables = { readonly input: MergeOrganizationInput; };

export const MergeOrganization: Operation<MergeOrganizationAnswer, MergeOrganizationVariables> = { text: "mutation MergeOrganization($input: MergeOrganizationInput!) {\n  mergeOrganization(input: $input) {\n    organization {\n      ...AbsenceFields\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}\nfragment AbsenceFields on Organization {\n  code\n  name\n  endedOn\n  successor {\n    code\n    name\n  }\n  suspensions {\n    from\n    until\n    reason\n  }\n}" };

export type PublicCardFragment = { readonly reference: string; readonly title: string | null; readonly summary: string | null; readonly titles: readonly ({ readonly language: string; })[]; readonly summaries: readonly ({ readonly language: string; })[]; readonly originalLanguage: string; readonly subjects: readonly ({ readonly code: string; readonly label: string; })[]; readonly lead: { readonly code: string; readonly name: string; }; readonly addressees: readonly ({ readonly code: string; readonly name: string; })[]; readonly publishedAt: string | null; readonly adoption: { readonly adoptedAt: string; readonly called: number; readonly populationShare: number | null; readonly languages: readonly (string)[]; readonly signatories: readonly ({ readonly code: string; readonly name: string; })[]; readonly sendings: readonly ({ readonly code: string; readonly name: string; readonly sentAt: string; readonly hasAnswer: boolean; })[]; readonly uptakes: readonly ({ readonly status: UptakeStatus; readonly count: number; })[]; } | null; };

export type PortalAnswer = { readonly positions: { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly reference: string; readonly title: string | null; readonly summary: string | null; readonly titles: readonly ({ readonly language: string; })[]; readonly summaries: readonly ({ readonly language: string; })[]; readonly originalLanguage: string; readonly subjects: readonly ({ readonly code: string; readonly label: string; })[]; readonly lead: { readonly code: string; readonly name: string; }; readonly addressees: readonly ({ readonly code: string; readonly name: string; })[]; readonly publishedAt: string | null; readonly adoption: { readonly adoptedAt: string; readonly called: number; readonly populationShare: number | null; readonly languages: readonly (string)[]; readonly signatories: readonly ({ readonly code: string; readonly name: string; })[]; readonly sendings: readonly ({ readonly code: string; readonly name: string; readonly sentAt: string; readonly hasAnswer: boolean; })[]; readonly uptakes: readonly ({ readonly status: UptakeStatus; readonly count: number; })[]; } | null; readonly excerpt: { readonly text: string; readonly start: number; readonly end: number; } | null; })[]; }; };

export type PortalVariables = { readonly first: number; readonly after?: string | null; readonly filter?: PositionFilter | null; readonly language: string; readonly search: string; readonly isSearching: boolean; };

export const Portal: Operation<PortalAnswer, PortalVariables> = { text: "query Portal($first: Int!, $after: String, $filter: PositionFilter, $language: String!, $search: String!, $isSearching: Boolean!) {\n  positions(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: {field: PUBLISHED_AT, direction: DESC}\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      ...PublicCard\n      excerpt(search: $search) @include(if: $isSearching) {\n        text\n        start\n        end\n      }\n    }\n  }\n}\nfragment PublicCard on Position {\n  reference\n  title(language: $language, fallback: true)\n  summary(language: $language, fallback: true)\n  titles {\n    language\n  }\n  summaries {\n    language\n  }\n  originalLanguage\n  subjects {\n    code\n    label(language: $language)\n  }\n  lead {\n    code\n    name\n  }\n  addressees {\n    code\n    name(language: $language)\n  }\n  publishedAt\n  adoption {\n    adoptedAt\n    called\n    populationShare\n    languages\n    signatories {\n      code\n      name\n    }\n    sendings {\n      code\n      name(language: $language)\n      sentAt\n      hasAnswer\n    }\n    uptakes {\n      status\n      count\n    }\n  }\n}" };

export type PortalFacetsAnswer = { readonly publicFacets: { readonly subjects: readonly ({ readonly subject: { readonly code: string; readonly label: string; }; readonly count: number; })[]; readonly institutions: readonly ({ readonly institution: { readonly code: string; readonly name: string; }; readonly count: number; })[]; readonly organizations: readonly ({ readonly organization: { readonly code: string; readonly name: string; }; readonly count: number; })[]; readonly years: readonly ({ readonly year: number; readonly count: number; })[]; }; readonly organizations: { readonly nodes: readonly ({ readonly code: string; readonly name: string; readonly population: number | null; readonly tile: { readonly column: number; readonly row: number; } | null; })[]; }; };

export type PortalFacetsVariables = { readonly language: string; };

export const PortalFacets: Operation<PortalFacetsAnswer, PortalFacetsVariables> = { text: "query PortalFacets($language: String!) {\n  publicFacets {\n    subjects {\n      subject {\n        code\n        label(language: $language)\n      }\n      count\n    }\n    institutions {\n      institution {\n        code\n        name(language: $language)\n      }\n      count\n    }\n    organizations {\n      organization {\n        code\n        name\n      }\n      count\n    }\n    years {\n      year\n      count\n    }\n  }\n  organizations(first: 100, filter: {kind: MUNICIPALITY}) {\n    nodes {\n      code\n      name\n      population\n      tile {\n        column\n        row\n      }\n    }\n  }\n}" };

export type TownPaperFragment = { readonly reference: string; readonly title: string | null; readonly titles: readonly ({ readonly language: string; })[]; readonly originalLanguage: string; readonly subjects: readonly ({ readonly code: string; readonly label: string; })[]; readonly lead: { readonly code: string; }; readonly adoption: { readonly adoptedAt: string; readonly voice: { readonly choice: Choice | null; readonly isTacit: boolean; readonly exceptAskKeys: readonly (string)[]; readonly hasWithdrawn: boolean; } | null; } | null; };

export type TownPageAnswer = { readonly organization: { readonly code: string; readonly kind: OrganizationKind; readonly name: string; readonly comarca: string | null; readonly population: number | null; readonly seats: number | null; readonly tile: { readonly column: number; readonly row: number; } | null; } | null; readonly voted: { readonly nodes: readonly ({ readonly reference: string; readonly title: string | null; readonly titles: readonly ({ readonly language: string; })[]; readonly originalLanguage: string; readonly subjects: readonly ({ readonly code: string; readonly label: string; })[]; readonly lead: { readonly code: string; }; readonly adoption: { readonly adoptedAt: string; readonly voice: { readonly choice: Choice | null; readonly isTacit: boolean; readonly exceptAskKeys: readonly (string)[]; readonly hasWithdrawn: boolean; } | null; } | null; })[]; }; readonly led: { readonly nodes: readonly ({ readonly reference: string; readonly title: string | null; readonly titles: readonly ({ readonly language: string; })[]; readonly originalLanguage: string; readonly subjects: readonly ({ readonly code: string; readonly label: string; })[]; readonly lead: { readonly code: string; }; readonly adoption: { readonly adoptedAt: string; readonly voice: { readonly choice: Choice | null; readonly isTacit: boolean; readonly exceptAskKeys: readonly (string)[]; readonly hasWithdrawn: boolean; } | null; } | null; })[]; }; };

export type TownPageVariables = { readonly code: string; readonly language: string; };

export const TownPage: Operation<TownPageAnswer, TownPageVariables> = { text: "query TownPage($code: String!, $language: String!) {\n  organization(code: $code) {\n    code\n    kind\n    name\n    comarca\n    population\n    seats\n    tile {\n      column\n      row\n    }\n  }\n  voted: positions(\n    first: 100\n    filter: {voterCodes: [$code], isPublished: true}\n    orderBy: {field: PUBLISHED_AT, direction: DESC}\n  ) {\n    nodes {\n      ...TownPaper\n    }\n  }\n  led: positions(\n    first: 100\n    filter: {leadCode: $code, isPublished: true}\n    orderBy: {field: PUBLISHED_AT, direction: DESC}\n  ) {\n    nodes {\n      ...TownPaper\n    }\n  }\n}\nfragment TownPaper on Position {\n  reference\n  title(language: $language, fallback: true)\n  titles {\n    language\n  }\n  originalLanguage\n  subjects {\n    code\n    label(language: $language)\n  }\n  lead {\n    code\n  }\n  adoption {\n    adoptedAt\n    voice(code: $code) {\n      choice\n      isTacit\n      exceptAskKeys\n      hasWithdrawn\n    }\n  }\n}" };

export type PositionCardFragment = { readonly reference: string; readonly title: string | null; readonly summary: string | null; readonly stage: Stage; readonly lead: { readonly code: string; readonly name: string; }; readonly participants: readonly ({ readonly code: string; readonly name: string; })[]; readonly subjects: readonly ({ readonly code: string; readonly label: string; })[]; readonly targetDeadline: string | null; readonly updatedAt: string; readonly publishedAt: string | null; };

export type PositionListAnswer = { readonly positions: { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly reference: string; readonly title: string | null; readonly summary: string | null; readonly stage: Stage; readonly lead: { readonly code: string; readonly name: string; }; readonly participants: readonly ({ readonly code: string; readonly name: string; })[]; readonly subjects: readonly ({ readonly code: string; readonly label: string; })[]; readonly targetDeadline: string | null; readonly updatedAt: string; readonly publishedAt: string | null; readonly excerpt: { readonly text: string; readonly start: number; readonly end: number; } | null; })[]; }; };

export type PositionListVariables = { readonly first: number; readonly after?: string | null; readonly filter?: PositionFilter | null; readonly language: string; readonly search: string; readonly isSearching: boolean; };

export const PositionList: Operation<PositionListAnswer, PositionListVariables> = { text: "query PositionList($first: Int!, $after: String, $filter: PositionFilter, $language: String!, $search: String!, $isSearching: Boolean!) {\n  positions(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: {field: UPDATED_AT, direction: DESC}\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      ...PositionCard\n      excerpt(search: $search) @include(if: $isSearching) {\n        text\n        start\n        end\n      }\n    }\n  }\n}\nfragment PositionCard on Position {\n  reference\n  title(language: $language, fallback: true)\n  summary(language: $language, fallback: true)\n  stage\n  lead {\n    code\n    name\n  }\n  participants {\n    code\n    name\n  }\n  subjects {\n    code\n    label(language: $language)\n  }\n  targetDeadline\n  updatedAt\n  publishedAt\n}" };

export type PositionHeaderAnswer = { readonly position: { readonly id: string; readonly routeKey: string | null; readonly reference: string; readonly title: string | null; readonly summary: string | null; readonly stage: Stage; readonly lead: { readonly code: string; readonly name: string; }; readonly participants: readonly ({ readonly code: string; readonly name: string; })[]; readonly subjects: readonly ({ readonly code: string; readonly label: string; })[]; readonly targetDeadline: string | null; readonly updatedAt: string; readonly publishedAt: string | null; readonly titles: readonly ({ readonly language: string; readonly text: string; })[]; readonly stages: readonly ({ readonly stage: Stage; readonly enteredAt: string; })[]; readonly participations: readonly ({ readonly organization: { readonly code: string; readonly name: string; }; readonly state: ParticipationState; readonly since: string; })[]; readonly addressees: readonly ({ readonly code: string; readonly name: string; readonly channels: readonly ({ readonly kind: ChannelKind; readonly maxCharacters: number | null; })[]; })[]; readonly relations: readonly ({ readonly kind: RelationKind; readonly value: string; })[]; readonly milestones: readonly ({ readonly kind: MilestoneKind; readonly dueAt: string; readonly doneAt: string | null; readonly isOverdue: boolean; readonly slippage: number | null; readonly expectedOn: string | null; readonly fits: boolean; })[]; readonly viewerCan: readonly (Permission)[]; readonly documents: readonly ({ readonly id: string; readonly language: string; readonly isOriginal: boolean; readonly isStale: boolean; readonly latestVersion: { readonly number: number; readonly label: string | null; readonly sha256: string; } | null; })[]; readonly rounds: { readonly nodes: readonly ({ readonly id: string; readonly number: number; readonly name: string; readonly status: RoundStatus; readonly opensAt: string; readonly closesAt: string; readonly viewerHasVoted: boolean; })[]; }; } | null; };

export type PositionHeaderVariables = { readonly reference: string; readonly language: string; };

export const PositionHeader: Operation<PositionHeaderAnswer, PositionHeaderVariables> = { text: "query PositionHeader($reference: String!, $language: String!) {\n  position(reference: $reference) {\n    id\n    routeKey\n    ...PositionCard\n    titles {\n      language\n      text\n    }\n    stages {\n      stage\n      enteredAt\n    }\n    participations {\n      organization {\n        code\n        name\n      }\n      state\n      since\n    }\n    addressees {\n      code\n      name(language: $language)\n      channels {\n        kind\n        maxCharacters\n      }\n    }\n    relations {\n      kind\n      value\n    }\n    milestones {\n      kind\n      dueAt\n      doneAt\n      isOverdue\n      slippage\n      expectedOn\n      fits\n    }\n    viewerCan\n    documents {\n      id\n      language\n      isOriginal\n      isStale\n      latestVersion {\n        number\n        label\n        sha256\n      }\n    }\n    rounds(first: 20) {\n      nodes {\n        id\n        number\n        name\n        status\n        opensAt\n        closesAt\n        viewerHasVoted\n      }\n    }\n  }\n}\nfragment PositionCard on Position {\n  reference\n  title(language: $language, fallback: true)\n  summary(language: $language, fallback: true)\n  stage\n  lead {\n    code\n    name\n  }\n  participants {\n    code\n    name\n  }\n  subjects {\n    code\n    label(language: $language)\n  }\n  targetDeadline\n  updatedAt\n  publishedAt\n}" };

export type CreatePositionAnswer = { readonly createPosition: { readonly position: { readonly reference: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type CreatePositionVariables = { readonly input: CreatePositionInput; };

export const CreatePosition: Operation<CreatePositionAnswer, CreatePositionVariables> = { text: "mutation CreatePosition($input: CreatePositionInput!) {\n  createPosition(input: $input) {\n    position {\n      reference\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type MoveStageAnswer = { readonly moveStage: { readonly position: { readonly reference: string; readonly stage: Stage; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type MoveStageVariables = { readonly input: MoveStageInput; };

export const MoveStage: Operation<MoveStageAnswer, MoveStageVariables> = { text: "mutation MoveStage($input: MoveStageInput!) {\n  moveStage(input: $input) {\n    position {\n      reference\n      stage\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type SetParticipationAnswer = { readonly setParticipation: { readonly position: { readonly reference: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type SetParticipationVariables = { readonly input: SetParticipationInput; };

export const SetParticipation: Operation<SetParticipationAnswer, SetParticipationVariables> = { text: "mutation SetParticipation($input: SetParticipationInput!) {\n  setParticipation(input: $input) {\n    position {\n      reference\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type PositionEventsAnswer = { readonly positionEvents: { readonly sequence: number; readonly tag: string; readonly at: string; }; };

export type PositionEventsVariables = { readonly reference: string; readonly after?: number | null; };

export const PositionEvents: Operation<PositionEventsAnswer, PositionEventsVariables> = { text: "subscription PositionEvents($reference: String!, $after: Int) {\n  positionEvents(reference: $reference, after: $after) {\n    sequence\n    tag\n    at\n  }\n}" };

export type PublicPositionAnswer = { readonly position: { readonly reference: string; readonly title: string | null; readonly summary: string | null; readonly stage: Stage; readonly lead: { readonly code: string; readonly name: string; }; readonly participants: readonly ({ readonly code: string; readonly name: string; })[]; readonly subjects: readonly ({ readonly code: string; readonly label: string; })[]; readonly targetDeadline: string | null; readonly updatedAt: string; readonly publishedAt: string | null; readonly isPublished: boolean; readonly originalLanguage: string; readonly titles: readonly ({ readonly language: string; })[]; readonly summaries: readonly ({ readonly language: string; })[]; readonly stages: readonly ({ readonly stage: Stage; readonly enteredAt: string; })[]; readonly addressees: readonly ({ readonly code: string; readonly name: string; readonly url: string | null; })[]; readonly relations: readonly ({ readonly kind: RelationKind; readonly value: string; })[]; readonly documents: readonly ({ readonly id: string; readonly language: string; readonly isOriginal: boolean; readonly isStale: boolean; readonly approvedVersion: { readonly number: number; readonly label: string | null; readonly sha256: string; readonly words: number; readonly createdAt: string; readonly html: string; readonly contributors: readonly ({ readonly organization: { readonly code: string; readonly name: string; }; readonly characters: number; })[]; } | null; })[]; readonly signatories: readonly ({ readonly organization: { readonly code: string; readonly name: string; }; readonly exceptAskKeys: readonly (string)[]; readonly ratification: { readonly dueOn: string; readonly status: RatificationStatus; } | null; readonly withdrawal: { readonly withdrawnOn: string; readonly act: { readonly body: string; readonly date: string; readonly reference: string; }; readonly reason: string | null; } | null; })[]; readonly statements: readonly ({ readonly id: string; readonly number: number; readonly kind: StatementKind; readonly language: string; readonly text: string; readonly annexedAt: string; readonly act: { readonly body: string; readonly date: string; readonly reference: string; } | null; readonly organizations: readonly ({ readonly code: string; readonly name: string; })[]; readonly pendingOrganizations: readonly ({ readonly code: string; readonly name: string; })[]; readonly viewerMaySign: boolean; })[]; readonly errata: readonly ({ readonly reason: string; readonly correctedAt: string; readonly version: { readonly number: number; }; readonly corrects: { readonly number: number; }; readonly comparison: { readonly html: string; }; })[]; readonly rounds: { readonly nodes: readonly ({ readonly id: string; readonly number: number; readonly name: string; readonly stepKey: string | null; readonly status: RoundStatus; readonly takesVotes: boolean; readonly isLast: boolean; readonly isSealed: boolean; readonly opensAt: string; readonly closesAt: string; readonly closedAt: string | null; readonly reason: string | null; readonly urgency: string | null; readonly recallableUntil: string | null; readonly recalledAt: string | null; readonly extendedFrom: string | null; readonly extensionReason: string | null; readonly silence: Silence; readonly awaitsSecondVote: boolean; readonly repeats: { readonly number: number; } | null; readonly rule: { readonly preset: RulePreset | null; readonly castingCode: string | null; readonly secondVote: boolean; readonly maintained: MaintainedReservation; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly strict: boolean; readonly opponents: number; })[]; readonly quorum: { readonly of: Measure; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly minimum: number; } | null; }; readonly version: { readonly number: number; readonly label: string | null; readonly sha256: string; readonly words: number; }; readonly document: { readonly id: string; readonly language: string; }; readonly tally: { readonly approving: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly objecting: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly abstaining: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly recused: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly pending: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly tacit: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly reserved: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly reached: { readonly numerator: number; readonly denominator: number; }; readonly isStrict: boolean; readonly met: boolean; })[]; readonly hasQuorum: boolean; readonly isTied: boolean; readonly isBroken: boolean; readonly decided: boolean; readonly wouldPass: boolean; readonly wouldRepeat: boolean; readonly missing: readonly ({ readonly kind: MissingKind; readonly organizations: number | null; readonly population: number | null; readonly seats: number | null; })[]; readonly settling: { readonly organizations: number; readonly isExact: boolean; } | null; } | null; readonly electorate: { readonly nodes: readonly ({ readonly organization: { readonly code: string; readonly name: string; readonly tile: { readonly column: number; readonly row: number; } | null; }; readonly population: number; readonly seats: number; readonly hasVoted: boolean; })[]; }; readonly votes: { readonly nodes: readonly ({ readonly id: string; readonly organization: { readonly code: string; readonly name: string; }; readonly choice: Choice; readonly isTacit: boolean; readonly castAt: string; readonly statement: string | null; readonly exceptAskKeys: readonly (string)[]; readonly ratification: { readonly dueOn: string; readonly status: RatificationStatus; } | null; })[]; }; })[]; }; } | null; };

export type PublicPositionVariables = { readonly reference: string; readonly language: string; };

export const PublicPosition: Operation<PublicPositionAnswer, PublicPositionVariables> = { text: "query PublicPosition($reference: String!, $language: String!) {\n  position(reference: $reference) {\n    ...PositionCard\n    isPublished\n    originalLanguage\n    titles {\n      language\n    }\n    summaries {\n      language\n    }\n    stages {\n      stage\n      enteredAt\n    }\n    addressees {\n      code\n      name(language: $language)\n      url\n    }\n    relations {\n      kind\n      value\n    }\n    documents {\n      id\n      language\n      isOriginal\n      isStale\n      approvedVersion {\n        number\n        label\n        sha256\n        words\n        createdAt\n        html\n        contributors {\n          organization {\n            code\n            name\n          }\n          characters\n        }\n      }\n    }\n    signatories {\n      ...SignatoryFields\n    }\n    statements {\n      ...StatementFields\n    }\n    errata {\n      ...ErratumFields\n    }\n    rounds(first: 20) {\n      nodes {\n        ...RoundFields\n        electorate(first: 100) {\n          nodes {\n            ...ElectorFields\n          }\n        }\n        votes(first: 100) {\n          nodes {\n            id\n            organization {\n              code\n              name\n            }\n            choice\n            isTacit\n            castAt\n            statement\n            exceptAskKeys\n            ratification {\n              dueOn\n              status\n            }\n          }\n        }\n      }\n    }\n  }\n}\nfragment PositionCard on Position {\n  reference\n  title(language: $language, fallback: true)\n  summary(language: $language, fallback: true)\n  stage\n  lead {\n    code\n    name\n  }\n  participants {\n    code\n    name\n  }\n  subjects {\n    code\n    label(language: $language)\n  }\n  targetDeadline\n  updatedAt\n  publishedAt\n}\nfragment SignatoryFields on Signatory {\n  organization {\n    code\n    name\n  }\n  exceptAskKeys\n  ratification {\n    dueOn\n    status\n  }\n  withdrawal {\n    withdrawnOn\n    act {\n      body\n      date\n      reference\n    }\n    reason\n  }\n}\nfragment StatementFields on Statement {\n  id\n  number\n  kind\n  language\n  text\n  annexedAt\n  act {\n    body\n    date\n    reference\n  }\n  organizations {\n    code\n    name\n  }\n  pendingOrganizations {\n    code\n    name\n  }\n  viewerMaySign\n}\nfragment ErratumFields on Erratum {\n  reason\n  correctedAt\n  version {\n    number\n  }\n  corrects {\n    number\n  }\n  comparison {\n    html\n  }\n}\nfragment RoundFields on Round {\n  id\n  number\n  name\n  stepKey\n  status\n  takesVotes\n  isLast\n  isSealed\n  opensAt\n  closesAt\n  closedAt\n  reason\n  urgency\n  recallableUntil\n  recalledAt\n  extendedFrom\n  extensionReason\n  silence\n  awaitsSecondVote\n  repeats {\n    number\n  }\n  rule {\n    ...RuleFields\n  }\n  version {\n    number\n    label\n    sha256\n    words\n  }\n  document {\n    id\n    language\n  }\n  tally {\n    ...TallyFields\n  }\n}\nfragment RuleFields on Rule {\n  preset\n  castingCode\n  secondVote\n  maintained\n  thresholds {\n    of\n    basis\n    required {\n      numerator\n      denominator\n    }\n    strict\n    opponents\n  }\n  quorum {\n    of\n    required {\n      numerator\n      denominator\n    }\n    minimum\n  }\n}\nfragment TallyFields on Tally {\n  approving {\n    ...WeightFields\n  }\n  objecting {\n    ...WeightFields\n  }\n  abstaining {\n    ...WeightFields\n  }\n  recused {\n    ...WeightFields\n  }\n  pending {\n    ...WeightFields\n  }\n  tacit {\n    ...WeightFields\n  }\n  reserved {\n    ...WeightFields\n  }\n  thresholds {\n    of\n    basis\n    required {\n      numerator\n      denominator\n    }\n    reached {\n      numerator\n      denominator\n    }\n    isStrict\n    met\n  }\n  hasQuorum\n  isTied\n  isBroken\n  decided\n  wouldPass\n  wouldRepeat\n  missing {\n    kind\n    organizations\n    population\n    seats\n  }\n  settling {\n    organizations\n    isExact\n  }\n}\nfragment WeightFields on Weight {\n  organizations\n  population\n  seats\n}\nfragment ElectorFields on Elector {\n  organization {\n    code\n    name\n    tile {\n      column\n      row\n    }\n  }\n  population\n  seats\n  hasVoted\n}" };

export type RecordAnswer = { readonly position: { readonly events: { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly sequence: number; readonly tag: string; readonly at: string; readonly subject: string | null; readonly outcome: string | null; readonly hash: string; readonly previousHash: string; readonly actor: { readonly name: string; readonly organization: { readonly code: string; readonly name: string; }; } | null; })[]; }; } | null; };

export type RecordVariables = { readonly reference: string; readonly first: number; readonly after?: string | null; };

export const Record: Operation<RecordAnswer, RecordVariables> = { text: "query Record($reference: String!, $first: Int!, $after: String) {\n  position(reference: $reference) {\n    events(first: $first, after: $after, newestFirst: true) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        sequence\n        tag\n        at\n        subject\n        outcome\n        hash\n        previousHash\n        actor {\n          name\n          organization {\n            code\n            name\n          }\n        }\n      }\n    }\n  }\n}" };

export type SubjectsAnswer = { readonly subjects: readonly ({ readonly code: string; readonly label: string; })[]; };

export type SubjectsVariables = { readonly language: string; };

export const Subjects: Operation<SubjectsAnswer, SubjectsVariables> = { text: "query Subjects($language: String!) {\n  subjects {\n    code\n    label(language: $language)\n  }\n}" };

export type OrganizationsAnswer = { readonly organizations: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly code: string; readonly kind: OrganizationKind; readonly name: string; readonly population: number | null; readonly comarca: string | null; })[]; }; };

export type OrganizationsVariables = { readonly first: number; readonly after?: string | null; };

export const Organizations: Operation<OrganizationsAnswer, OrganizationsVariables> = { text: "query Organizations($first: Int!, $after: String) {\n  organizations(first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      code\n      kind\n      name\n      population\n      comarca\n    }\n  }\n}" };

export type InstitutionsAnswer = { readonly institutions: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly code: string; readonly name: string; readonly kind: string; })[]; }; };

export type InstitutionsVariables = { readonly first: number; readonly after?: string | null; readonly search?: string | null; readonly language: string; };

export const Institutions: Operation<InstitutionsAnswer, InstitutionsVariables> = { text: "query Institutions($first: Int!, $after: String, $search: String, $language: String!) {\n  institutions(first: $first, after: $after, filter: {search: $search}) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      code\n      name(language: $language)\n      kind\n    }\n  }\n}" };

export type ClosingReportAnswer = { readonly position: { readonly reference: string; readonly title: string | null; readonly stage: Stage; readonly viewerCan: readonly (Permission)[]; readonly report: { readonly language: string; readonly isFinal: boolean; readonly html: string; } | null; readonly conclusions: readonly ({ readonly language: string; readonly text: string; readonly writtenAt: string; })[]; } | null; };

export type ClosingReportVariables = { readonly reference: string; readonly language: string; };

export const ClosingReport: Operation<ClosingReportAnswer, ClosingReportVariables> = { text: "query ClosingReport($reference: String!, $language: String!) {\n  position(reference: $reference) {\n    reference\n    title(language: $language, fallback: true)\n    stage\n    viewerCan\n    report(language: $language) {\n      language\n      isFinal\n      html\n    }\n    conclusions {\n      language\n      text\n      writtenAt\n    }\n  }\n}" };

export type WriteConclusionAnswer = { readonly writeConclusion: { readonly conclusion: { readonly writtenAt: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type WriteConclusionVariables = { readonly input: WriteConclusionInput; };

export const WriteConclusion: Operation<WriteConclusionAnswer, WriteConclusionVariables> = { text: "mutation WriteConclusion($input: WriteConclusionInput!) {\n  writeConclusion(input: $input) {\n    conclusion {\n      writtenAt\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type WeightFieldsFragment = { readonly organizations: number; readonly population: number; readonly seats: number; };

export type TallyFieldsFragment = { readonly approving: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly objecting: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly abstaining: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly recused: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly pending: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly tacit: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly reserved: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly reached: { readonly numerator: number; readonly denominator: number; }; readonly isStrict: boolean; readonly met: boolean; })[]; readonly hasQuorum: boolean; readonly isTied: boolean; readonly isBroken: boolean; readonly decided: boolean; readonly wouldPass: boolean; readonly wouldRepeat: boolean; readonly missing: readonly ({ readonly kind: MissingKind; readonly organizations: number | null; readonly population: number | null; readonly seats: number | null; })[]; readonly settling: { readonly organizations: number; readonly isExact: boolean; } | null; };

export type RuleFieldsFragment = { readonly preset: RulePreset | null; readonly castingCode: string | null; readonly secondVote: boolean; readonly maintained: MaintainedReservation; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly strict: boolean; readonly opponents: number; })[]; readonly quorum: { readonly of: Measure; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly minimum: number; } | null; };

export type RoundFieldsFragment = { readonly id: string; readonly number: number; readonly name: string; readonly stepKey: string | null; readonly status: RoundStatus; readonly takesVotes: boolean; readonly isLast: boolean; readonly isSealed: boolean; readonly opensAt: string; readonly closesAt: string; readonly closedAt: string | null; readonly reason: string | null; readonly urgency: string | null; readonly recallableUntil: string | null; readonly recalledAt: string | null; readonly extendedFrom: string | null; readonly extensionReason: string | null; readonly silence: Silence; readonly awaitsSecondVote: boolean; readonly repeats: { readonly number: number; } | null; readonly rule: { readonly preset: RulePreset | null; readonly castingCode: string | null; readonly secondVote: boolean; readonly maintained: MaintainedReservation; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly strict: boolean; readonly opponents: number; })[]; readonly quorum: { readonly of: Measure; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly minimum: number; } | null; }; readonly version: { readonly number: number; readonly label: string | null; readonly sha256: string; readonly words: number; }; readonly document: { readonly id: string; readonly language: string; }; readonly tally: { readonly approving: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly objecting: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly abstaining: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly recused: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly pending: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly tacit: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly reserved: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly reached: { readonly numerator: number; readonly denominator: number; }; readonly isStrict: boolean; readonly met: boolean; })[]; readonly hasQuorum: boolean; readonly isTied: boolean; readonly isBroken: boolean; readonly decided: boolean; readonly wouldPass: boolean; readonly wouldRepeat: boolean; readonly missing: readonly ({ readonly kind: MissingKind; readonly organizations: number | null; readonly population: number | null; readonly seats: number | null; })[]; readonly settling: { readonly organizations: number; readonly isExact: boolean; } | null; } | null; };

export type ElectorFieldsFragment = { readonly organization: { readonly code: string; readonly name: string; readonly tile: { readonly column: number; readonly row: number; } | null; }; readonly population: number; readonly seats: number; readonly hasVoted: boolean; };

export type VoteFieldsFragment = { readonly id: string; readonly organization: { readonly code: string; readonly name: string; }; readonly choice: Choice; readonly isTacit: boolean; readonly castAt: string; readonly statement: string | null; readonly exceptAskKeys: readonly (string)[]; readonly mandate: { readonly kind: MandateKind; readonly date: string; readonly scope: string; readonly validUntil: string | null; } | null; readonly act: { readonly body: string; readonly date: string; readonly reference: string; } | null; readonly ratification: { readonly dueOn: string; readonly status: RatificationStatus; } | null; readonly reservations: readonly ({ readonly id: string; readonly kind: ReservationKind; readonly state: ReservationState; readonly askKey: string | null; readonly start: number | null; readonly end: number | null; readonly quote: string | null; readonly reason: string; readonly wish: string | null; readonly isWishReached: boolean; readonly liftedAt: string | null; })[]; readonly author: { readonly name: string; } | null; };

export type RoundsAnswer = { readonly position: { readonly rounds: { readonly nodes: readonly ({ readonly number: number; readonly name: string; readonly status: RoundStatus; readonly closesAt: string; readonly closedAt: string | null; readonly stepKey: string | null; readonly isLast: boolean; readonly version: { readonly number: number; readonly label: string | null; readonly sha256: string; }; })[]; }; readonly asks: readonly ({ readonly key: string; readonly texts: readonly ({ readonly language: string; readonly text: string; })[]; })[]; } | null; };

export type RoundsVariables = { readonly reference: string; };

export const Rounds: Operation<RoundsAnswer, RoundsVariables> = { text: "query Rounds($reference: String!) {\n  position(reference: $reference) {\n    rounds(first: 50) {\n      nodes {\n        number\n        name\n        status\n        closesAt\n        closedAt\n        stepKey\n        isLast\n        version {\n          number\n          label\n          sha256\n        }\n      }\n    }\n    asks {\n      key\n      texts {\n        language\n        text\n      }\n    }\n  }\n}" };

export type RoundAnswer = { readonly position: { readonly round: { readonly id: string; readonly number: number; readonly name: string; readonly stepKey: string | null; readonly status: RoundStatus; readonly takesVotes: boolean; readonly isLast: boolean; readonly isSealed: boolean; readonly opensAt: string; readonly closesAt: string; readonly closedAt: string | null; readonly reason: string | null; readonly urgency: string | null; readonly recallableUntil: string | null; readonly recalledAt: string | null; readonly extendedFrom: string | null; readonly extensionReason: string | null; readonly silence: Silence; readonly awaitsSecondVote: boolean; readonly repeats: { readonly number: number; } | null; readonly rule: { readonly preset: RulePreset | null; readonly castingCode: string | null; readonly secondVote: boolean; readonly maintained: MaintainedReservation; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly strict: boolean; readonly opponents: number; })[]; readonly quorum: { readonly of: Measure; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly minimum: number; } | null; }; readonly version: { readonly number: number; readonly label: string | null; readonly sha256: string; readonly words: number; }; readonly document: { readonly id: string; readonly language: string; }; readonly tally: { readonly approving: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly objecting: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly abstaining: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly recused: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly pending: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly tacit: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly reserved: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly reached: { readonly numerator: number; readonly denominator: number; }; readonly isStrict: boolean; readonly met: boolean; })[]; readonly hasQuorum: boolean; readonly isTied: boolean; readonly isBroken: boolean; readonly decided: boolean; readonly wouldPass: boolean; readonly wouldRepeat: boolean; readonly missing: readonly ({ readonly kind: MissingKind; readonly organizations: number | null; readonly population: number | null; readonly seats: number | null; })[]; readonly settling: { readonly organizations: number; readonly isExact: boolean; } | null; } | null; readonly electorate: { readonly nodes: readonly ({ readonly organization: { readonly code: string; readonly name: string; readonly tile: { readonly column: number; readonly row: number; } | null; }; readonly population: number; readonly seats: number; readonly hasVoted: boolean; readonly swings: readonly ({ readonly choice: Choice; readonly wouldPass: boolean; readonly wouldRepeat: boolean; readonly decided: boolean; })[]; })[]; }; readonly votes: { readonly nodes: readonly ({ readonly id: string; readonly organization: { readonly code: string; readonly name: string; }; readonly choice: Choice; readonly isTacit: boolean; readonly castAt: string; readonly statement: string | null; readonly exceptAskKeys: readonly (string)[]; readonly mandate: { readonly kind: MandateKind; readonly date: string; readonly scope: string; readonly validUntil: string | null; } | null; readonly act: { readonly body: string; readonly date: string; readonly reference: string; } | null; readonly ratification: { readonly dueOn: string; readonly status: RatificationStatus; } | null; readonly reservations: readonly ({ readonly id: string; readonly kind: ReservationKind; readonly state: ReservationState; readonly askKey: string | null; readonly start: number | null; readonly end: number | null; readonly quote: string | null; readonly reason: string; readonly wish: string | null; readonly isWishReached: boolean; readonly liftedAt: string | null; })[]; readonly author: { readonly name: string; } | null; })[]; }; } | null; } | null; };

export type RoundVariables = { readonly reference: string; readonly number: number; };

export const Round: Operation<RoundAnswer, RoundVariables> = { text: "query Round($reference: String!, $number: Int!) {\n  position(reference: $reference) {\n    round(number: $number) {\n      ...RoundFields\n      electorate(first: 100) {\n        nodes {\n          ...ElectorFields\n          swings {\n            choice\n            wouldPass\n            wouldRepeat\n            decided\n          }\n        }\n      }\n      votes(first: 100) {\n        nodes {\n          ...VoteFields\n        }\n      }\n    }\n  }\n}\nfragment RoundFields on Round {\n  id\n  number\n  name\n  stepKey\n  status\n  takesVotes\n  isLast\n  isSealed\n  opensAt\n  closesAt\n  closedAt\n  reason\n  urgency\n  recallableUntil\n  recalledAt\n  extendedFrom\n  extensionReason\n  silence\n  awaitsSecondVote\n  repeats {\n    number\n  }\n  rule {\n    ...RuleFields\n  }\n  version {\n    number\n    label\n    sha256\n    words\n  }\n  document {\n    id\n    language\n  }\n  tally {\n    ...TallyFields\n  }\n}\nfragment RuleFields on Rule {\n  preset\n  castingCode\n  secondVote\n  maintained\n  thresholds {\n    of\n    basis\n    required {\n      numerator\n      denominator\n    }\n    strict\n    opponents\n  }\n  quorum {\n    of\n    required {\n      numerator\n      denominator\n    }\n    minimum\n  }\n}\nfragment TallyFields on Tally {\n  approving {\n    ...WeightFields\n  }\n  objecting {\n    ...WeightFields\n  }\n  abstaining {\n    ...WeightFields\n  }\n  recused {\n    ...WeightFields\n  }\n  pending {\n    ...WeightFields\n  }\n  tacit {\n    ...WeightFields\n  }\n  reserved {\n    ...WeightFields\n  }\n  thresholds {\n    of\n    basis\n    required {\n      numerator\n      denominator\n    }\n    reached {\n      numerator\n      denominator\n    }\n    isStrict\n    met\n  }\n  hasQuorum\n  isTied\n  isBroken\n  decided\n  wouldPass\n  wouldRepeat\n  missing {\n    kind\n    organizations\n    population\n    seats\n  }\n  settling {\n    organizations\n    isExact\n  }\n}\nfragment WeightFields on Weight {\n  organizations\n  population\n  seats\n}\nfragment ElectorFields on Elector {\n  organization {\n    code\n    name\n    tile {\n      column\n      row\n    }\n  }\n  population\n  seats\n  hasVoted\n}\nfragment VoteFields on Vote {\n  id\n  organization {\n    code\n    name\n  }\n  choice\n  isTacit\n  castAt\n  statement\n  exceptAskKeys\n  mandate {\n    kind\n    date\n    scope\n    validUntil\n  }\n  act {\n    body\n    date\n    reference\n  }\n  ratification {\n    dueOn\n    status\n  }\n  reservations {\n    id\n    kind\n    state\n    askKey\n    start\n    end\n    quote\n    reason\n    wish\n    isWishReached\n    liftedAt\n  }\n  author {\n    name\n  }\n}" };

export type WhatIfAnswer = { readonly position: { readonly round: { readonly whatIf: { readonly approving: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly objecting: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly abstaining: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly recused: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly pending: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly tacit: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly reserved: { readonly organizations: number; readonly population: number; readonly seats: number; }; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly reached: { readonly numerator: number; readonly denominator: number; }; readonly isStrict: boolean; readonly met: boolean; })[]; readonly hasQuorum: boolean; readonly isTied: boolean; readonly isBroken: boolean; readonly decided: boolean; readonly wouldPass: boolean; readonly wouldRepeat: boolean; readonly missing: readonly ({ readonly kind: MissingKind; readonly organizations: number | null; readonly population: number | null; readonly seats: number | null; })[]; readonly settling: { readonly organizations: number; readonly isExact: boolean; } | null; } | null; } | null; } | null; };

export type WhatIfVariables = { readonly reference: string; readonly number: number; readonly votes: readonly (SupposedVoteInput)[]; };

export const WhatIf: Operation<WhatIfAnswer, WhatIfVariables> = { text: "query WhatIf($reference: String!, $number: Int!, $votes: [SupposedVoteInput!]!) {\n  position(reference: $reference) {\n    round(number: $number) {\n      whatIf(votes: $votes) {\n        ...TallyFields\n      }\n    }\n  }\n}\nfragment TallyFields on Tally {\n  approving {\n    ...WeightFields\n  }\n  objecting {\n    ...WeightFields\n  }\n  abstaining {\n    ...WeightFields\n  }\n  recused {\n    ...WeightFields\n  }\n  pending {\n    ...WeightFields\n  }\n  tacit {\n    ...WeightFields\n  }\n  reserved {\n    ...WeightFields\n  }\n  thresholds {\n    of\n    basis\n    required {\n      numerator\n      denominator\n    }\n    reached {\n      numerator\n      denominator\n    }\n    isStrict\n    met\n  }\n  hasQuorum\n  isTied\n  isBroken\n  decided\n  wouldPass\n  wouldRepeat\n  missing {\n    kind\n    organizations\n    population\n    seats\n  }\n  settling {\n    organizations\n    isExact\n  }\n}\nfragment WeightFields on Weight {\n  organizations\n  population\n  seats\n}" };

export type RoutesAnswer = { readonly routes: readonly ({ readonly key: string; readonly name: string; readonly steps: readonly ({ readonly key: string; readonly name: string; readonly kind: StepKind; readonly electorate: StepElectorate; readonly silence: Silence; readonly workingDays: number; readonly isSealed: boolean; readonly rule: { readonly preset: RulePreset | null; readonly castingCode: string | null; readonly secondVote: boolean; readonly maintained: MaintainedReservation; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly strict: boolean; readonly opponents: number; })[]; readonly quorum: { readonly of: Measure; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly minimum: number; } | null; }; })[]; })[]; };

export type RoutesVariables = { readonly language: string; };

export const Routes: Operation<RoutesAnswer, RoutesVariables> = { text: "query Routes($language: String!) {\n  routes {\n    key\n    name(language: $language)\n    steps {\n      key\n      name(language: $language)\n      kind\n      electorate\n      silence\n      workingDays\n      isSealed\n      rule {\n        ...RuleFields\n      }\n    }\n  }\n}\nfragment RuleFields on Rule {\n  preset\n  castingCode\n  secondVote\n  maintained\n  thresholds {\n    of\n    basis\n    required {\n      numerator\n      denominator\n    }\n    strict\n    opponents\n  }\n  quorum {\n    of\n    required {\n      numerator\n      denominator\n    }\n    minimum\n  }\n}" };

export type OpenRoundAnswer = { readonly openRound: { readonly round: { readonly number: number; readonly status: RoundStatus; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type OpenRoundVariables = { readonly input: OpenRoundInput; };

export const OpenRound: Operation<OpenRoundAnswer, OpenRoundVariables> = { text: "mutation OpenRound($input: OpenRoundInput!) {\n  openRound(input: $input) {\n    round {\n      number\n      status\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type CloseRoundAnswer = { readonly closeRound: { readonly round: { readonly number: number; readonly status: RoundStatus; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type CloseRoundVariables = { readonly input: CloseRoundInput; };

export const CloseRound: Operation<CloseRoundAnswer, CloseRoundVariables> = { text: "mutation CloseRound($input: CloseRoundInput!) {\n  closeRound(input: $input) {\n    round {\n      number\n      status\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type CastVoteAnswer = { readonly castVote: { readonly vote: { readonly id: string; readonly organization: { readonly code: string; readonly name: string; }; readonly choice: Choice; readonly isTacit: boolean; readonly castAt: string; readonly statement: string | null; readonly exceptAskKeys: readonly (string)[]; readonly mandate: { readonly kind: MandateKind; readonly date: string; readonly scope: string; readonly validUntil: string | null; } | null; readonly act: { readonly body: string; readonly date: string; readonly reference: string; } | null; readonly ratification: { readonly dueOn: string; readonly status: RatificationStatus; } | null; readonly reservations: readonly ({ readonly id: string; readonly kind: ReservationKind; readonly state: ReservationState; readonly askKey: string | null; readonly start: number | null; readonly end: number | null; readonly quote: string | null; readonly reason: string; readonly wish: string | null; readonly isWishReached: boolean; readonly liftedAt: string | null; })[]; readonly author: { readonly name: string; } | null; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type CastVoteVariables = { readonly input: CastVoteInput; };

export const CastVote: Operation<CastVoteAnswer, CastVoteVariables> = { text: "mutation CastVote($input: CastVoteInput!) {\n  castVote(input: $input) {\n    vote {\n      ...VoteFields\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}\nfragment VoteFields on Vote {\n  id\n  organization {\n    code\n    name\n  }\n  choice\n  isTacit\n  castAt\n  statement\n  exceptAskKeys\n  mandate {\n    kind\n    date\n    scope\n    validUntil\n  }\n  act {\n    body\n    date\n    reference\n  }\n  ratification {\n    dueOn\n    status\n  }\n  reservations {\n    id\n    kind\n    state\n    askKey\n    start\n    end\n    quote\n    reason\n    wish\n    isWishReached\n    liftedAt\n  }\n  author {\n    name\n  }\n}" };

export type RecordVotesAnswer = { readonly recordVotes: { readonly round: { readonly number: number; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RecordVotesVariables = { readonly input: RecordVotesInput; };

export const RecordVotes: Operation<RecordVotesAnswer, RecordVotesVariables> = { text: "mutation RecordVotes($input: RecordVotesInput!) {\n  recordVotes(input: $input) {\n    round {\n      number\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type LiftReservationAnswer = { readonly liftReservation: { readonly reservation: { readonly id: string; readonly state: ReservationState; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type LiftReservationVariables = { readonly input: LiftReservationInput; };

export const LiftReservation: Operation<LiftReservationAnswer, LiftReservationVariables> = { text: "mutation LiftReservation($input: LiftReservationInput!) {\n  liftReservation(input: $input) {\n    reservation {\n      id\n      state\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type StepFieldsFragment = { readonly key: string; readonly names: readonly ({ readonly language: string; readonly text: string; })[]; readonly kind: StepKind; readonly electorate: StepElectorate; readonly silence: Silence; readonly workingDays: number; readonly isSealed: boolean; readonly rule: { readonly preset: RulePreset | null; readonly castingCode: string | null; readonly secondVote: boolean; readonly maintained: MaintainedReservation; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly strict: boolean; readonly opponents: number; })[]; readonly quorum: { readonly of: Measure; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly minimum: number; } | null; }; };

export type RouteFieldsFragment = { readonly key: string; readonly names: readonly ({ readonly language: string; readonly text: string; })[]; readonly updatedAt: string | null; readonly isRetired: boolean; readonly steps: readonly ({ readonly key: string; readonly names: readonly ({ readonly language: string; readonly text: string; })[]; readonly kind: StepKind; readonly electorate: StepElectorate; readonly silence: Silence; readonly workingDays: number; readonly isSealed: boolean; readonly rule: { readonly preset: RulePreset | null; readonly castingCode: string | null; readonly secondVote: boolean; readonly maintained: MaintainedReservation; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly strict: boolean; readonly opponents: number; })[]; readonly quorum: { readonly of: Measure; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly minimum: number; } | null; }; })[]; };

export type KnownRoutesAnswer = { readonly routes: readonly ({ readonly key: string; readonly names: readonly ({ readonly language: string; readonly text: string; })[]; readonly updatedAt: string | null; readonly isRetired: boolean; readonly steps: readonly ({ readonly key: string; readonly names: readonly ({ readonly language: string; readonly text: string; })[]; readonly kind: StepKind; readonly electorate: StepElectorate; readonly silence: Silence; readonly workingDays: number; readonly isSealed: boolean; readonly rule: { readonly preset: RulePreset | null; readonly castingCode: string | null; readonly secondVote: boolean; readonly maintained: MaintainedReservation; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly strict: boolean; readonly opponents: number; })[]; readonly quorum: { readonly of: Measure; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly minimum: number; } | null; }; })[]; })[]; };

export type KnownRoutesVariables = Record<never, never>;

export const KnownRoutes: Operation<KnownRoutesAnswer, KnownRoutesVariables> = { text: "query KnownRoutes {\n  routes(withRetired: true) {\n    ...RouteFields\n  }\n}\nfragment RouteFields on RoundRoute {\n  key\n  names {\n    language\n    text\n  }\n  updatedAt\n  isRetired\n  steps {\n    ...StepFields\n  }\n}\nfragment StepFields on RouteStep {\n  key\n  names {\n    language\n    text\n  }\n  kind\n  electorate\n  silence\n  workingDays\n  isSealed\n  rule {\n    ...RuleFields\n  }\n}\nfragment RuleFields on Rule {\n  preset\n  castingCode\n  secondVote\n  maintained\n  thresholds {\n    of\n    basis\n    required {\n      numerator\n      denominator\n    }\n    strict\n    opponents\n  }\n  quorum {\n    of\n    required {\n      numerator\n      denominator\n    }\n    minimum\n  }\n}" };

export type RouteProgressAnswer = { readonly position: { readonly route: { readonly key: string; readonly name: string; readonly steps: readonly ({ readonly key: string; readonly name: string; readonly electorate: StepElectorate; readonly silence: Silence; readonly workingDays: number; readonly isSealed: boolean; readonly rule: { readonly preset: RulePreset | null; readonly castingCode: string | null; readonly secondVote: boolean; readonly maintained: MaintainedReservation; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly strict: boolean; readonly opponents: number; })[]; readonly quorum: { readonly of: Measure; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly minimum: number; } | null; }; })[]; } | null; readonly routeProgress: readonly ({ readonly step: { readonly key: string; readonly name: string; }; readonly passedIn: number | null; readonly runningIn: number | null; readonly isNext: boolean; })[]; } | null; };

export type RouteProgressVariables = { readonly reference: string; readonly language: string; };

export const RouteProgress: Operation<RouteProgressAnswer, RouteProgressVariables> = { text: "query RouteProgress($reference: String!, $language: String!) {\n  position(reference: $reference) {\n    route {\n      key\n      name(language: $language)\n      steps {\n        key\n        name(language: $language)\n        electorate\n        silence\n        workingDays\n        isSealed\n        rule {\n          ...RuleFields\n        }\n      }\n    }\n    routeProgress {\n      step {\n        key\n        name(language: $language)\n      }\n      passedIn\n      runningIn\n      isNext\n    }\n  }\n}\nfragment RuleFields on Rule {\n  preset\n  castingCode\n  secondVote\n  maintained\n  thresholds {\n    of\n    basis\n    required {\n      numerator\n      denominator\n    }\n    strict\n    opponents\n  }\n  quorum {\n    of\n    required {\n      numerator\n      denominator\n    }\n    minimum\n  }\n}" };

export type ChooseRouteAnswer = { readonly chooseRoute: { readonly position: { readonly routeKey: string | null; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type ChooseRouteVariables = { readonly input: ChooseRouteInput; };

export const ChooseRoute: Operation<ChooseRouteAnswer, ChooseRouteVariables> = { text: "mutation ChooseRoute($input: ChooseRouteInput!) {\n  chooseRoute(input: $input) {\n    position {\n      routeKey\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type SaveRouteAnswer = { readonly saveRoute: { readonly route: { readonly key: string; readonly names: readonly ({ readonly language: string; readonly text: string; })[]; readonly updatedAt: string | null; readonly isRetired: boolean; readonly steps: readonly ({ readonly key: string; readonly names: readonly ({ readonly language: string; readonly text: string; })[]; readonly kind: StepKind; readonly electorate: StepElectorate; readonly silence: Silence; readonly workingDays: number; readonly isSealed: boolean; readonly rule: { readonly preset: RulePreset | null; readonly castingCode: string | null; readonly secondVote: boolean; readonly maintained: MaintainedReservation; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly strict: boolean; readonly opponents: number; })[]; readonly quorum: { readonly of: Measure; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly minimum: number; } | null; }; })[]; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type SaveRouteVariables = { readonly input: SaveRouteInput; };

export const SaveRoute: Operation<SaveRouteAnswer, SaveRouteVariables> = { text: "mutation SaveRoute($input: SaveRouteInput!) {\n  saveRoute(input: $input) {\n    route {\n      ...RouteFields\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}\nfragment RouteFields on RoundRoute {\n  key\n  names {\n    language\n    text\n  }\n  updatedAt\n  isRetired\n  steps {\n    ...StepFields\n  }\n}\nfragment StepFields on RouteStep {\n  key\n  names {\n    language\n    text\n  }\n  kind\n  electorate\n  silence\n  workingDays\n  isSealed\n  rule {\n    ...RuleFields\n  }\n}\nfragment RuleFields on Rule {\n  preset\n  castingCode\n  secondVote\n  maintained\n  thresholds {\n    of\n    basis\n    required {\n      numerator\n      denominator\n    }\n    strict\n    opponents\n  }\n  quorum {\n    of\n    required {\n      numerator\n      denominator\n    }\n    minimum\n  }\n}" };

export type RetireRouteAnswer = { readonly retireRoute: { readonly route: { readonly key: string; readonly names: readonly ({ readonly language: string; readonly text: string; })[]; readonly updatedAt: string | null; readonly isRetired: boolean; readonly steps: readonly ({ readonly key: string; readonly names: readonly ({ readonly language: string; readonly text: string; })[]; readonly kind: StepKind; readonly electorate: StepElectorate; readonly silence: Silence; readonly workingDays: number; readonly isSealed: boolean; readonly rule: { readonly preset: RulePreset | null; readonly castingCode: string | null; readonly secondVote: boolean; readonly maintained: MaintainedReservation; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly strict: boolean; readonly opponents: number; })[]; readonly quorum: { readonly of: Measure; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly minimum: number; } | null; }; })[]; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RetireRouteVariables = { readonly input: OfferRouteInput; };

export const RetireRoute: Operation<RetireRouteAnswer, RetireRouteVariables> = { text: "mutation RetireRoute($input: OfferRouteInput!) {\n  retireRoute(input: $input) {\n    route {\n      ...RouteFields\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}\nfragment RouteFields on RoundRoute {\n  key\n  names {\n    language\n    text\n  }\n  updatedAt\n  isRetired\n  steps {\n    ...StepFields\n  }\n}\nfragment StepFields on RouteStep {\n  key\n  names {\n    language\n    text\n  }\n  kind\n  electorate\n  silence\n  workingDays\n  isSealed\n  rule {\n    ...RuleFields\n  }\n}\nfragment RuleFields on Rule {\n  preset\n  castingCode\n  secondVote\n  maintained\n  thresholds {\n    of\n    basis\n    required {\n      numerator\n      denominator\n    }\n    strict\n    opponents\n  }\n  quorum {\n    of\n    required {\n      numerator\n      denominator\n    }\n    minimum\n  }\n}" };

export type ReinstateRouteAnswer = { readonly reinstateRoute: { readonly route: { readonly key: string; readonly names: readonly ({ readonly language: string; readonly text: string; })[]; readonly updatedAt: string | null; readonly isRetired: boolean; readonly steps: readonly ({ readonly key: string; readonly names: readonly ({ readonly language: string; readonly text: string; })[]; readonly kind: StepKind; readonly electorate: StepElectorate; readonly silence: Silence; readonly workingDays: number; readonly isSealed: boolean; readonly rule: { readonly preset: RulePreset | null; readonly castingCode: string | null; readonly secondVote: boolean; readonly maintained: MaintainedReservation; readonly thresholds: readonly ({ readonly of: Measure; readonly basis: Basis; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly strict: boolean; readonly opponents: number; })[]; readonly quorum: { readonly of: Measure; readonly required: { readonly numerator: number; readonly denominator: number; }; readonly minimum: number; } | null; }; })[]; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type ReinstateRouteVariables = { readonly input: OfferRouteInput; };

export const ReinstateRoute: Operation<ReinstateRouteAnswer, ReinstateRouteVariables> = { text: "mutation ReinstateRoute($input: OfferRouteInput!) {\n  reinstateRoute(input: $input) {\n    route {\n      ...RouteFields\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}\nfragment RouteFields on RoundRoute {\n  key\n  names {\n    language\n    text\n  }\n  updatedAt\n  isRetired\n  steps {\n    ...StepFields\n  }\n}\nfragment StepFields on RouteStep {\n  key\n  names {\n    language\n    text\n  }\n  kind\n  electorate\n  silence\n  workingDays\n  isSealed\n  rule {\n    ...RuleFields\n  }\n}\nfragment RuleFields on Rule {\n  preset\n  castingCode\n  secondVote\n  maintained\n  thresholds {\n    of\n    basis\n    required {\n      numerator\n      denominator\n    }\n    strict\n    opponents\n  }\n  quorum {\n    of\n    required {\n      numerator\n      denominator\n    }\n    minimum\n  }\n}" };

export type ReplyFieldsFragment = { readonly id: string; readonly kind: ReplyKind; readonly at: string; readonly reference: string | null; readonly body: string | null; readonly url: string | null; readonly attachments: readonly ({ readonly id: string; readonly name: string; readonly bytes: number; readonly url: string; })[]; };

export type SubmissionFieldsFragment = { readonly id: string; readonly channel: ChannelKind; readonly sentAt: string; readonly externalReference: string | null; readonly registeredOn: string | null; readonly manifestSha256: string; readonly chainSequence: number; readonly dossierUrl: string; readonly institution: { readonly code: string; readonly acronym: string | null; readonly name: string; }; readonly versions: readonly ({ readonly language: string; readonly number: number; readonly label: string | null; readonly sha256: string; })[]; readonly files: readonly ({ readonly name: string; readonly mediaType: string; readonly bytes: number; readonly sha256: string; readonly url: string; })[]; readonly replies: readonly ({ readonly id: string; readonly kind: ReplyKind; readonly at: string; readonly reference: string | null; readonly body: string | null; readonly url: string | null; readonly attachments: readonly ({ readonly id: string; readonly name: string; readonly bytes: number; readonly url: string; })[]; })[]; };

export type SendingAnswer = { readonly position: { readonly reference: string; readonly stage: Stage; readonly originalLanguage: string; readonly targetDeadline: string | null; readonly viewerCan: readonly (Permission)[]; readonly addressees: readonly ({ readonly code: string; readonly acronym: string | null; readonly parentCode: string | null; readonly name: string; readonly channels: readonly ({ readonly kind: ChannelKind; readonly languages: readonly (string)[]; readonly maxCharacters: number | null; readonly maxBytes: number | null; readonly formats: readonly (string)[] | null; readonly deadlineRule: string | null; readonly verified: boolean; })[]; })[]; readonly documents: readonly ({ readonly language: string; readonly isOriginal: boolean; readonly isStale: boolean; readonly latestVersion: { readonly number: number; } | null; readonly approvedVersion: { readonly number: number; readonly label: string | null; } | null; })[]; readonly submissions: readonly ({ readonly id: string; readonly channel: ChannelKind; readonly sentAt: string; readonly externalReference: string | null; readonly registeredOn: string | null; readonly manifestSha256: string; readonly chainSequence: number; readonly dossierUrl: string; readonly institution: { readonly code: string; readonly acronym: string | null; readonly name: string; }; readonly versions: readonly ({ readonly language: string; readonly number: number; readonly label: string | null; readonly sha256: string; })[]; readonly files: readonly ({ readonly name: string; readonly mediaType: string; readonly bytes: number; readonly sha256: string; readonly url: string; })[]; readonly replies: readonly ({ readonly id: string; readonly kind: ReplyKind; readonly at: string; readonly reference: string | null; readonly body: string | null; readonly url: string | null; readonly attachments: readonly ({ readonly id: string; readonly name: string; readonly bytes: number; readonly url: string; })[]; })[]; })[]; readonly attachments: readonly ({ readonly id: string; readonly name: string; readonly mediaType: string; readonly bytes: number; readonly isAnnex: boolean; readonly addedAt: string; readonly url: string; })[]; } | null; readonly presidencies: readonly ({ readonly countryCode: string; readonly since: string; readonly until: string; readonly isVerified: boolean; readonly names: readonly ({ readonly language: string; readonly text: string; })[]; })[]; };

export type SendingVariables = { readonly reference: string; readonly language: string; };

export const Sending: Operation<SendingAnswer, SendingVariables> = { text: "query Sending($reference: String!, $language: String!) {\n  position(reference: $reference) {\n    reference\n    stage\n    originalLanguage\n    targetDeadline\n    viewerCan\n    addressees {\n      code\n      acronym\n      parentCode\n      name(language: $language)\n      channels {\n        kind\n        languages\n        maxCharacters\n        maxBytes\n        formats\n        deadlineRule\n        verified\n      }\n    }\n    documents {\n      language\n      isOriginal\n      isStale\n      latestVersion {\n        number\n      }\n      approvedVersion {\n        number\n        label\n      }\n    }\n    submissions {\n      ...SubmissionFields\n    }\n    attachments {\n      id\n      name\n      mediaType\n      bytes\n      isAnnex\n      addedAt\n      url\n    }\n  }\n  presidencies {\n    countryCode\n    since\n    until\n    isVerified\n    names {\n      language\n      text\n    }\n  }\n}\nfragment SubmissionFields on Submission {\n  id\n  channel\n  sentAt\n  externalReference\n  registeredOn\n  manifestSha256\n  chainSequence\n  dossierUrl\n  institution {\n    code\n    acronym\n    name(language: $language)\n  }\n  versions {\n    language\n    number\n    label\n    sha256\n  }\n  files {\n    name\n    mediaType\n    bytes\n    sha256\n    url\n  }\n  replies {\n    ...ReplyFields\n  }\n}\nfragment ReplyFields on Reply {\n  id\n  kind\n  at\n  reference\n  body\n  url\n  attachments {\n    id\n    name\n    bytes\n    url\n  }\n}" };

export type PublicSubmissionsAnswer = { readonly position: { readonly submissions: readonly ({ readonly id: string; readonly channel: ChannelKind; readonly sentAt: string; readonly externalReference: string | null; readonly registeredOn: string | null; readonly manifestSha256: string; readonly chainSequence: number; readonly dossierUrl: string; readonly institution: { readonly code: string; readonly acronym: string | null; readonly name: string; }; readonly versions: readonly ({ readonly language: string; readonly number: number; readonly label: string | null; readonly sha256: string; })[]; readonly files: readonly ({ readonly name: string; readonly mediaType: string; readonly bytes: number; readonly sha256: string; readonly url: string; })[]; readonly replies: readonly ({ readonly id: string; readonly kind: ReplyKind; readonly at: string; readonly reference: string | null; readonly body: string | null; readonly url: string | null; readonly attachments: readonly ({ readonly id: string; readonly name: string; readonly bytes: number; readonly url: string; })[]; })[]; })[]; } | null; };

export type PublicSubmissionsVariables = { readonly reference: string; readonly language: string; };

export const PublicSubmissions: Operation<PublicSubmissionsAnswer, PublicSubmissionsVariables> = { text: "query PublicSubmissions($reference: String!, $language: String!) {\n  position(reference: $reference) {\n    submissions {\n      ...SubmissionFields\n    }\n  }\n}\nfragment SubmissionFields on Submission {\n  id\n  channel\n  sentAt\n  externalReference\n  registeredOn\n  manifestSha256\n  chainSequence\n  dossierUrl\n  institution {\n    code\n    acronym\n    name(language: $language)\n  }\n  versions {\n    language\n    number\n    label\n    sha256\n  }\n  files {\n    name\n    mediaType\n    bytes\n    sha256\n    url\n  }\n  replies {\n    ...ReplyFields\n  }\n}\nfragment ReplyFields on Reply {\n  id\n  kind\n  at\n  reference\n  body\n  url\n  attachments {\n    id\n    name\n    bytes\n    url\n  }\n}" };

export type ChecklistAnswer = { readonly position: { readonly checklist: readonly ({ readonly check: Check; readonly state: CheckState; readonly language: string | null; readonly fields: readonly ({ readonly name: string; readonly value: string | null; })[]; })[] | null; } | null; };

export type ChecklistVariables = { readonly reference: string; readonly plan: SubmissionPlanInput; };

export const Checklist: Operation<ChecklistAnswer, ChecklistVariables> = { text: "query Checklist($reference: String!, $plan: SubmissionPlanInput!) {\n  position(reference: $reference) {\n    checklist(plan: $plan) {\n      check\n      state\n      language\n      fields {\n        name\n        value\n      }\n    }\n  }\n}" };

export type FeedbackAnswer = { readonly position: { readonly feedback: { readonly usualCharacters: number; readonly fields: readonly ({ readonly key: string; readonly value: string | null; })[]; } | null; } | null; };

export type FeedbackVariables = { readonly reference: string; readonly language: string; };

export const Feedback: Operation<FeedbackAnswer, FeedbackVariables> = { text: "query Feedback($reference: String!, $language: String!) {\n  position(reference: $reference) {\n    feedback(language: $language) {\n      usualCharacters\n      fields {\n        key\n        value\n      }\n    }\n  }\n}" };

export type RecordSubmissionAnswer = { readonly recordSubmission: { readonly submission: { readonly id: string; readonly manifestSha256: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RecordSubmissionVariables = { readonly input: RecordSubmissionInput; };

export const RecordSubmission: Operation<RecordSubmissionAnswer, RecordSubmissionVariables> = { text: "mutation RecordSubmission($input: RecordSubmissionInput!) {\n  recordSubmission(input: $input) {\n    submission {\n      id\n      manifestSha256\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type RegisterSubmissionAnswer = { readonly registerSubmission: { readonly submission: { readonly id: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RegisterSubmissionVariables = { readonly input: RegisterSubmissionInput; };

export const RegisterSubmission: Operation<RegisterSubmissionAnswer, RegisterSubmissionVariables> = { text: "mutation RegisterSubmission($input: RegisterSubmissionInput!) {\n  registerSubmission(input: $input) {\n    submission {\n      id\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type RecordReplyAnswer = { readonly recordReply: { readonly submission: { readonly id: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RecordReplyVariables = { readonly input: RecordReplyInput; };

export const RecordReply: Operation<RecordReplyAnswer, RecordReplyVariables> = { text: "mutation RecordReply($input: RecordReplyInput!) {\n  recordReply(input: $input) {\n    submission {\n      id\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type RemoveAttachmentAnswer = { readonly removeAttachment: { readonly attachment: { readonly id: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RemoveAttachmentVariables = { readonly input: RemoveAttachmentInput; };

export const RemoveAttachment: Operation<RemoveAttachmentAnswer, RemoveAttachmentVariables> = { text: "mutation RemoveAttachment($input: RemoveAttachmentInput!) {\n  removeAttachment(input: $input) {\n    attachment {\n      id\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type UpdateChannelAnswer = { readonly updateChannel: { readonly institution: { readonly code: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type UpdateChannelVariables = { readonly input: UpdateChannelInput; };

export const UpdateChannel: Operation<UpdateChannelAnswer, UpdateChannelVariables> = { text: "mutation UpdateChannel($input: UpdateChannelInput!) {\n  updateChannel(input: $input) {\n    institution {\n      code\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type DistanceFieldsFragment = { readonly baseNumber: number; readonly headNumber: number; readonly isSame: boolean; readonly insertedWords: number; readonly deletedWords: number; };

export type EarlierAnswer = { readonly position: { readonly round: { readonly viewerEarlierVote: { readonly vote: { readonly id: string; readonly organization: { readonly code: string; readonly name: string; }; readonly choice: Choice; readonly isTacit: boolean; readonly castAt: string; readonly statement: string | null; readonly exceptAskKeys: readonly (string)[]; readonly mandate: { readonly kind: MandateKind; readonly date: string; readonly scope: string; readonly validUntil: string | null; } | null; readonly act: { readonly body: string; readonly date: string; readonly reference: string; } | null; readonly ratification: { readonly dueOn: string; readonly status: RatificationStatus; } | null; readonly reservations: readonly ({ readonly id: string; readonly kind: ReservationKind; readonly state: ReservationState; readonly askKey: string | null; readonly start: number | null; readonly end: number | null; readonly quote: string | null; readonly reason: string; readonly wish: string | null; readonly isWishReached: boolean; readonly liftedAt: string | null; })[]; readonly author: { readonly name: string; } | null; }; readonly roundNumber: number; readonly isConfirmable: boolean; readonly reason: RevoteReason | null; readonly reasonAskKey: string | null; readonly mandateCarries: boolean; readonly distance: { readonly baseNumber: number; readonly headNumber: number; readonly isSame: boolean; readonly insertedWords: number; readonly deletedWords: number; }; } | null; readonly viewerLastWord: { readonly kind: LastWordKind; readonly at: string; readonly roundNumber: number | null; readonly distance: { readonly baseNumber: number; readonly headNumber: number; readonly isSame: boolean; readonly insertedWords: number; readonly deletedWords: number; }; } | null; } | null; } | null; };

export type EarlierVariables = { readonly reference: string; readonly number: number; };

export const Earlier: Operation<EarlierAnswer, EarlierVariables> = { text: "query Earlier($reference: String!, $number: Int!) {\n  position(reference: $reference) {\n    round(number: $number) {\n      viewerEarlierVote {\n        vote {\n          ...VoteFields\n        }\n        roundNumber\n        isConfirmable\n        reason\n        reasonAskKey\n        mandateCarries\n        distance {\n          ...DistanceFields\n        }\n      }\n      viewerLastWord {\n        kind\n        at\n        roundNumber\n        distance {\n          ...DistanceFields\n        }\n      }\n    }\n  }\n}\nfragment VoteFields on Vote {\n  id\n  organization {\n    code\n    name\n  }\n  choice\n  isTacit\n  castAt\n  statement\n  exceptAskKeys\n  mandate {\n    kind\n    date\n    scope\n    validUntil\n  }\n  act {\n    body\n    date\n    reference\n  }\n  ratification {\n    dueOn\n    status\n  }\n  reservations {\n    id\n    kind\n    state\n    askKey\n    start\n    end\n    quote\n    reason\n    wish\n    isWishReached\n    liftedAt\n  }\n  author {\n    name\n  }\n}\nfragment DistanceFields on Distance {\n  baseNumber\n  headNumber\n  isSame\n  insertedWords\n  deletedWords\n}" };

export type StandingReservationsAnswer = { readonly position: { readonly standingReservations: readonly ({ readonly roundNumber: number; readonly reservation: { readonly id: string; readonly kind: ReservationKind; readonly state: ReservationState; readonly askKey: string | null; readonly quote: string | null; readonly reason: string; readonly wish: string | null; readonly isWishReached: boolean; readonly organization: { readonly code: string; readonly name: string; }; }; })[]; } | null; };

export type StandingReservationsVariables = { readonly reference: string; };

export const StandingReservations: Operation<StandingReservationsAnswer, StandingReservationsVariables> = { text: "query StandingReservations($reference: String!) {\n  position(reference: $reference) {\n    standingReservations {\n      roundNumber\n      reservation {\n        id\n        kind\n        state\n        askKey\n        quote\n        reason\n        wish\n        isWishReached\n        organization {\n          code\n          name\n        }\n      }\n    }\n  }\n}" };

export type ConfirmApprovalAnswer = { readonly confirmApproval: { readonly vote: { readonly id: string; readonly organization: { readonly code: string; readonly name: string; }; readonly choice: Choice; readonly isTacit: boolean; readonly castAt: string; readonly statement: string | null; readonly exceptAskKeys: readonly (string)[]; readonly mandate: { readonly kind: MandateKind; readonly date: string; readonly scope: string; readonly validUntil: string | null; } | null; readonly act: { readonly body: string; readonly date: string; readonly reference: string; } | null; readonly ratification: { readonly dueOn: string; readonly status: RatificationStatus; } | null; readonly reservations: readonly ({ readonly id: string; readonly kind: ReservationKind; readonly state: ReservationState; readonly askKey: string | null; readonly start: number | null; readonly end: number | null; readonly quote: string | null; readonly reason: string; readonly wish: string | null; readonly isWishReached: boolean; readonly liftedAt: string | null; })[]; readonly author: { readonly name: string; } | null; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type ConfirmApprovalVariables = { readonly input: ConfirmApprovalInput; };

export const ConfirmApproval: Operation<ConfirmApprovalAnswer, ConfirmApprovalVariables> = { text: "mutation ConfirmApproval($input: ConfirmApprovalInput!) {\n  confirmApproval(input: $input) {\n    vote {\n      ...VoteFields\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}\nfragment VoteFields on Vote {\n  id\n  organization {\n    code\n    name\n  }\n  choice\n  isTacit\n  castAt\n  statement\n  exceptAskKeys\n  mandate {\n    kind\n    date\n    scope\n    validUntil\n  }\n  act {\n    body\n    date\n    reference\n  }\n  ratification {\n    dueOn\n    status\n  }\n  reservations {\n    id\n    kind\n    state\n    askKey\n    start\n    end\n    quote\n    reason\n    wish\n    isWishReached\n    liftedAt\n  }\n  author {\n    name\n  }\n}" };

export type TasksAnswer = { readonly viewer: { readonly viewerCan: readonly (Permission)[]; readonly tasks: { readonly totalCount: number; readonly nodes: readonly ({ readonly kind: TaskKind; readonly dueAt: string | null; readonly count: number; readonly position: { readonly reference: string; readonly title: string | null; readonly stage: Stage; }; readonly round: { readonly number: number; readonly name: string; } | null; })[]; }; } | null; };

export type TasksVariables = { readonly first: number; readonly language: string; };

export const Tasks: Operation<TasksAnswer, TasksVariables> = { text: "query Tasks($first: Int!, $language: String!) {\n  viewer {\n    viewerCan\n    tasks(first: $first) {\n      totalCount\n      nodes {\n        kind\n        dueAt\n        count\n        position {\n          reference\n          title(language: $language, fallback: true)\n          stage\n        }\n        round {\n          number\n          name\n        }\n      }\n    }\n  }\n}" };

export type DraftAnswer = { readonly node: { readonly __typename: "Document"; readonly id: string; readonly language: string; readonly isOriginal: boolean; readonly draft: { readonly sequence: number; readonly text: string; readonly isFrozen: boolean; readonly words: number; readonly updatedAt: string; } | null; readonly latestVersion: { readonly number: number; readonly label: string | null; readonly createdAt: string; } | null; } | { readonly __typename: "%other"; } | null; };

export type DraftVariables = { readonly id: string; };

export const Draft: Operation<DraftAnswer, DraftVariables> = { text: "query Draft($id: ID!) {\n  node(id: $id) {\n    __typename\n    ... on Document {\n      id\n      language\n      isOriginal\n      draft {\n        sequence\n        text\n        isFrozen\n        words\n        updatedAt\n      }\n      latestVersion {\n        number\n        label\n        createdAt\n      }\n    }\n  }\n}" };

export type VersionTextAnswer = { readonly node: { readonly __typename: "Document"; readonly version: { readonly number: number; readonly label: string | null; readonly text: string; readonly html: string; readonly sha256: string; readonly createdAt: string; } | null; } | { readonly __typename: "%other"; } | null; };

export type VersionTextVariables = { readonly id: string; readonly number: number; };

export const VersionText: Operation<VersionTextAnswer, VersionTextVariables> = { text: "query VersionText($id: ID!, $number: Int!) {\n  node(id: $id) {\n    __typename\n    ... on Document {\n      version(number: $number) {\n        number\n        label\n        text\n        html\n        sha256\n        createdAt\n      }\n    }\n  }\n}" };

export type SaveVersionAnswer = { readonly saveVersion: { readonly version: { readonly number: number; readonly label: string | null; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type SaveVersionVariables = { readonly input: SaveVersionInput; };

export const SaveVersion: Operation<SaveVersionAnswer, SaveVersionVariables> = { text: "mutation SaveVersion($input: SaveVersionInput!) {\n  saveVersion(input: $input) {\n    version {\n      number\n      label\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type MarkReadAnswer = { readonly markRead: { readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type MarkReadVariables = { readonly input: MarkReadInput; };

export const MarkRead: Operation<MarkReadAnswer, MarkReadVariables> = { text: "mutation MarkRead($input: MarkReadInput!) {\n  markRead(input: $input) {\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type ProgressFragment = { readonly total: number; readonly translated: number; readonly untranslated: number; readonly stale: number; readonly missing: number; };

export type TranslationTextFragment = { readonly id: string; readonly language: string; readonly isStale: boolean; readonly latestVersion: { readonly number: number; readonly sequence: number; } | null; readonly approvedVersion: { readonly number: number; } | null; readonly draft: { readonly sequence: number; } | null; readonly translation: { readonly sourceVersion: { readonly number: number; readonly label: string | null; }; readonly newerSource: { readonly number: number; readonly label: string | null; } | null; readonly progress: { readonly total: number; readonly translated: number; readonly untranslated: number; readonly stale: number; readonly missing: number; }; readonly structureFaults: readonly ({ readonly kind: StructureFaultKind; readonly block: number | null; readonly askKey: string | null; })[]; readonly blocks: readonly ({ readonly number: number | null; readonly state: PassageState; readonly kind: string; readonly askKey: string | null; readonly source: string | null; readonly sourceSha256: string | null; readonly sourceHtml: string | null; readonly target: string | null; readonly targetHtml: string | null; readonly changes: readonly ({ readonly kind: ChangeKind; readonly text: string; })[]; readonly hints: readonly ({ readonly term: string; readonly translation: string; readonly definition: string; })[]; })[]; } | null; };

export type TranslationBesideAnswer = { readonly node: { readonly __typename: "Document"; readonly id: string; readonly language: string; readonly isStale: boolean; readonly latestVersion: { readonly number: number; readonly sequence: number; } | null; readonly approvedVersion: { readonly number: number; } | null; readonly draft: { readonly sequence: number; } | null; readonly translation: { readonly sourceVersion: { readonly number: number; readonly label: string | null; }; readonly newerSource: { readonly number: number; readonly label: string | null; } | null; readonly progress: { readonly total: number; readonly translated: number; readonly untranslated: number; readonly stale: number; readonly missing: number; }; readonly structureFaults: readonly ({ readonly kind: StructureFaultKind; readonly block: number | null; readonly askKey: string | null; })[]; readonly blocks: readonly ({ readonly number: number | null; readonly state: PassageState; readonly kind: string; readonly askKey: string | null; readonly source: string | null; readonly sourceSha256: string | null; readonly sourceHtml: string | null; readonly target: string | null; readonly targetHtml: string | null; readonly changes: readonly ({ readonly kind: ChangeKind; readonly text: string; })[]; readonly hints: readonly ({ readonly term: string; readonly translation: string; readonly definition: string; })[]; })[]; } | null; } | { readonly __typename: "%other"; } | null; };

export type TranslationBesideVariables = { readonly id: string; };

export const TranslationBeside: Operation<TranslationBesideAnswer, TranslationBesideVariables> = { text: "query TranslationBeside($id: ID!) {\n  node(id: $id) {\n    __typename\n    ... on Document {\n      ...TranslationText\n    }\n  }\n}\nfragment TranslationText on Document {\n  id\n  language\n  isStale\n  latestVersion {\n    number\n    sequence\n  }\n  approvedVersion {\n    number\n  }\n  draft {\n    sequence\n  }\n  translation {\n    sourceVersion {\n      number\n      label\n    }\n    newerSource {\n      number\n      label\n    }\n    progress {\n      ...Progress\n    }\n    structureFaults {\n      kind\n      block\n      askKey\n    }\n    blocks {\n      number\n      state\n      kind\n      askKey\n      source\n      sourceSha256\n      sourceHtml\n      target\n      targetHtml\n      changes {\n        kind\n        text\n      }\n      hints {\n        term\n        translation\n        definition\n      }\n    }\n  }\n}\nfragment Progress on TranslationProgress {\n  total\n  translated\n  untranslated\n  stale\n  missing\n}" };

export type LanguageStatesAnswer = { readonly position: { readonly documents: readonly ({ readonly id: string; readonly language: string; readonly isOriginal: boolean; readonly isStale: boolean; readonly latestVersion: { readonly number: number; } | null; readonly approvedVersion: { readonly number: number; } | null; readonly translation: { readonly progress: { readonly total: number; readonly translated: number; readonly untranslated: number; readonly stale: number; readonly missing: number; }; } | null; })[]; } | null; };

export type LanguageStatesVariables = { readonly reference: string; };

export const LanguageStates: Operation<LanguageStatesAnswer, LanguageStatesVariables> = { text: "query LanguageStates($reference: String!) {\n  position(reference: $reference) {\n    documents {\n      id\n      language\n      isOriginal\n      isStale\n      latestVersion {\n        number\n      }\n      approvedVersion {\n        number\n      }\n      translation {\n        progress {\n          ...Progress\n        }\n      }\n    }\n  }\n}\nfragment Progress on TranslationProgress {\n  total\n  translated\n  untranslated\n  stale\n  missing\n}" };

export type AddTranslationAnswer = { readonly addTranslation: { readonly document: { readonly language: string; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type AddTranslationVariables = { readonly input: AddTranslationInput; };

export const AddTranslation: Operation<AddTranslationAnswer, AddTranslationVariables> = { text: "mutation AddTranslation($input: AddTranslationInput!) {\n  addTranslation(input: $input) {\n    document {\n      language\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };

export type TranslateBlockAnswer = { readonly translateBlock: { readonly document: { readonly id: string; readonly language: string; readonly isStale: boolean; readonly latestVersion: { readonly number: number; readonly sequence: number; } | null; readonly approvedVersion: { readonly number: number; } | null; readonly draft: { readonly sequence: number; } | null; readonly translation: { readonly sourceVersion: { readonly number: number; readonly label: string | null; }; readonly newerSource: { readonly number: number; readonly label: string | null; } | null; readonly progress: { readonly total: number; readonly translated: number; readonly untranslated: number; readonly stale: number; readonly missing: number; }; readonly structureFaults: readonly ({ readonly kind: StructureFaultKind; readonly block: number | null; readonly askKey: string | null; })[]; readonly blocks: readonly ({ readonly number: number | null; readonly state: PassageState; readonly kind: string; readonly askKey: string | null; readonly source: string | null; readonly sourceSha256: string | null; readonly sourceHtml: string | null; readonly target: string | null; readonly targetHtml: string | null; readonly changes: readonly ({ readonly kind: ChangeKind; readonly text: string; })[]; readonly hints: readonly ({ readonly term: string; readonly translation: string; readonly definition: string; })[]; })[]; } | null; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type TranslateBlockVariables = { readonly input: TranslateBlockInput; };

export const TranslateBlock: Operation<TranslateBlockAnswer, TranslateBlockVariables> = { text: "mutation TranslateBlock($input: TranslateBlockInput!) {\n  translateBlock(input: $input) {\n    document {\n      ...TranslationText\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}\nfragment TranslationText on Document {\n  id\n  language\n  isStale\n  latestVersion {\n    number\n    sequence\n  }\n  approvedVersion {\n    number\n  }\n  draft {\n    sequence\n  }\n  translation {\n    sourceVersion {\n      number\n      label\n    }\n    newerSource {\n      number\n      label\n    }\n    progress {\n      ...Progress\n    }\n    structureFaults {\n      kind\n      block\n      askKey\n    }\n    blocks {\n      number\n      state\n      kind\n      askKey\n      source\n      sourceSha256\n      sourceHtml\n      target\n      targetHtml\n      changes {\n        kind\n        text\n      }\n      hints {\n        term\n        translation\n        definition\n      }\n    }\n  }\n}\nfragment Progress on TranslationProgress {\n  total\n  translated\n  untranslated\n  stale\n  missing\n}" };

export type ConfirmTranslatedBlockAnswer = { readonly confirmTranslatedBlock: { readonly document: { readonly id: string; readonly language: string; readonly isStale: boolean; readonly latestVersion: { readonly number: number; readonly sequence: number; } | null; readonly approvedVersion: { readonly number: number; } | null; readonly draft: { readonly sequence: number; } | null; readonly translation: { readonly sourceVersion: { readonly number: number; readonly label: string | null; }; readonly newerSource: { readonly number: number; readonly label: string | null; } | null; readonly progress: { readonly total: number; readonly translated: number; readonly untranslated: number; readonly stale: number; readonly missing: number; }; readonly structureFaults: readonly ({ readonly kind: StructureFaultKind; readonly block: number | null; readonly askKey: string | null; })[]; readonly blocks: readonly ({ readonly number: number | null; readonly state: PassageState; readonly kind: string; readonly askKey: string | null; readonly source: string | null; readonly sourceSha256: string | null; readonly sourceHtml: string | null; readonly target: string | null; readonly targetHtml: string | null; readonly changes: readonly ({ readonly kind: ChangeKind; readonly text: string; })[]; readonly hints: readonly ({ readonly term: string; readonly translation: string; readonly definition: string; })[]; })[]; } | null; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type ConfirmTranslatedBlockVariables = { readonly input: ConfirmTranslatedBlockInput; };

export const ConfirmTranslatedBlock: Operation<ConfirmTranslatedBlockAnswer, ConfirmTranslatedBlockVariables> = { text: "mutation ConfirmTranslatedBlock($input: ConfirmTranslatedBlockInput!) {\n  confirmTranslatedBlock(input: $input) {\n    document {\n      ...TranslationText\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}\nfragment TranslationText on Document {\n  id\n  language\n  isStale\n  latestVersion {\n    number\n    sequence\n  }\n  approvedVersion {\n    number\n  }\n  draft {\n    sequence\n  }\n  translation {\n    sourceVersion {\n      number\n      label\n    }\n    newerSource {\n      number\n      label\n    }\n    progress {\n      ...Progress\n    }\n    structureFaults {\n      kind\n      block\n      askKey\n    }\n    blocks {\n      number\n      state\n      kind\n      askKey\n      source\n      sourceSha256\n      sourceHtml\n      target\n      targetHtml\n      changes {\n        kind\n        text\n      }\n      hints {\n        term\n        translation\n        definition\n      }\n    }\n  }\n}\nfragment Progress on TranslationProgress {\n  total\n  translated\n  untranslated\n  stale\n  missing\n}" };

export type FollowSourceAnswer = { readonly followSource: { readonly document: { readonly id: string; readonly language: string; readonly isStale: boolean; readonly latestVersion: { readonly number: number; readonly sequence: number; } | null; readonly approvedVersion: { readonly number: number; } | null; readonly draft: { readonly sequence: number; } | null; readonly translation: { readonly sourceVersion: { readonly number: number; readonly label: string | null; }; readonly newerSource: { readonly number: number; readonly label: string | null; } | null; readonly progress: { readonly total: number; readonly translated: number; readonly untranslated: number; readonly stale: number; readonly missing: number; }; readonly structureFaults: readonly ({ readonly kind: StructureFaultKind; readonly block: number | null; readonly askKey: string | null; })[]; readonly blocks: readonly ({ readonly number: number | null; readonly state: PassageState; readonly kind: string; readonly askKey: string | null; readonly source: string | null; readonly sourceSha256: string | null; readonly sourceHtml: string | null; readonly target: string | null; readonly targetHtml: string | null; readonly changes: readonly ({ readonly kind: ChangeKind; readonly text: string; })[]; readonly hints: readonly ({ readonly term: string; readonly translation: string; readonly definition: string; })[]; })[]; } | null; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type FollowSourceVariables = { readonly input: FollowSourceInput; };

export const FollowSource: Operation<FollowSourceAnswer, FollowSourceVariables> = { text: "mutation FollowSource($input: FollowSourceInput!) {\n  followSource(input: $input) {\n    document {\n      ...TranslationText\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}\nfragment TranslationText on Document {\n  id\n  language\n  isStale\n  latestVersion {\n    number\n    sequence\n  }\n  approvedVersion {\n    number\n  }\n  draft {\n    sequence\n  }\n  translation {\n    sourceVersion {\n      number\n      label\n    }\n    newerSource {\n      number\n      label\n    }\n    progress {\n      ...Progress\n    }\n    structureFaults {\n      kind\n      block\n      askKey\n    }\n    blocks {\n      number\n      state\n      kind\n      askKey\n      source\n      sourceSha256\n      sourceHtml\n      target\n      targetHtml\n      changes {\n        kind\n        text\n      }\n      hints {\n        term\n        translation\n        definition\n      }\n    }\n  }\n}\nfragment Progress on TranslationProgress {\n  total\n  translated\n  untranslated\n  stale\n  missing\n}" };

export type ApproveTranslationAnswer = { readonly approveTranslation: { readonly document: { readonly id: string; readonly language: string; readonly isStale: boolean; readonly latestVersion: { readonly number: number; readonly sequence: number; } | null; readonly approvedVersion: { readonly number: number; } | null; readonly draft: { readonly sequence: number; } | null; readonly translation: { readonly sourceVersion: { readonly number: number; readonly label: string | null; }; readonly newerSource: { readonly number: number; readonly label: string | null; } | null; readonly progress: { readonly total: number; readonly translated: number; readonly untranslated: number; readonly stale: number; readonly missing: number; }; readonly structureFaults: readonly ({ readonly kind: StructureFaultKind; readonly block: number | null; readonly askKey: string | null; })[]; readonly blocks: readonly ({ readonly number: number | null; readonly state: PassageState; readonly kind: string; readonly askKey: string | null; readonly source: string | null; readonly sourceSha256: string | null; readonly sourceHtml: string | null; readonly target: string | null; readonly targetHtml: string | null; readonly changes: readonly ({ readonly kind: ChangeKind; readonly text: string; })[]; readonly hints: readonly ({ readonly term: string; readonly translation: string; readonly definition: string; })[]; })[]; } | null; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type ApproveTranslationVariables = { readonly input: ApproveTranslationInput; };

export const ApproveTranslation: Operation<ApproveTranslationAnswer, ApproveTranslationVariables> = { text: "mutation ApproveTranslation($input: ApproveTranslationInput!) {\n  approveTranslation(input: $input) {\n    document {\n      ...TranslationText\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}\nfragment TranslationText on Document {\n  id\n  language\n  isStale\n  latestVersion {\n    number\n    sequence\n  }\n  approvedVersion {\n    number\n  }\n  draft {\n    sequence\n  }\n  translation {\n    sourceVersion {\n      number\n      label\n    }\n    newerSource {\n      number\n      label\n    }\n    progress {\n      ...Progress\n    }\n    structureFaults {\n      kind\n      block\n      askKey\n    }\n    blocks {\n      number\n      state\n      kind\n      askKey\n      source\n      sourceSha256\n      sourceHtml\n      target\n      targetHtml\n      changes {\n        kind\n        text\n      }\n      hints {\n        term\n        translation\n        definition\n      }\n    }\n  }\n}\nfragment Progress on TranslationProgress {\n  total\n  translated\n  untranslated\n  stale\n  missing\n}" };

export type HistoryAnswer = { readonly node: { readonly __typename: "Document"; readonly id: string; readonly language: string; readonly draft: { readonly sequence: number; readonly updatedAt: string; readonly isFrozen: boolean; } | null; readonly approvedVersion: { readonly number: number; } | null; readonly versions: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; }; readonly nodes: readonly ({ readonly id: string; readonly number: number; readonly label: string | null; readonly note: string | null; readonly erratumReason: string | null; readonly isAutomatic: boolean; readonly sequence: number; readonly words: number; readonly createdAt: string; readonly author: { readonly name: string; readonly organization: { readonly code: string; readonly name: string; }; }; })[]; }; } | { readonly __typename: "%other"; } | null; };

export type HistoryVariables = { readonly id: string; readonly after?: string | null; };

export const History: Operation<HistoryAnswer, HistoryVariables> = { text: "query History($id: ID!, $after: String) {\n  node(id: $id) {\n    __typename\n    ... on Document {\n      id\n      language\n      draft {\n        sequence\n        updatedAt\n        isFrozen\n      }\n      approvedVersion {\n        number\n      }\n      versions(first: 100, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          number\n          label\n          note\n          erratumReason\n          isAutomatic\n          sequence\n          words\n          createdAt\n          author {\n            name\n            organization {\n              code\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n}" };

export type GatesAnswer = { readonly position: { readonly rounds: { readonly nodes: readonly ({ readonly number: number; readonly status: RoundStatus; readonly document: { readonly id: string; }; readonly version: { readonly number: number; }; })[]; }; } | null; };

export type GatesVariables = { readonly reference: string; };

export const Gates: Operation<GatesAnswer, GatesVariables> = { text: "query Gates($reference: String!) {\n  position(reference: $reference) {\n    rounds(first: 50) {\n      nodes {\n        number\n        status\n        document {\n          id\n        }\n        version {\n          number\n        }\n      }\n    }\n  }\n}" };

export type ComparisonAnswer = { readonly node: { readonly __typename: "Document"; readonly comparison: { readonly insertedWords: number; readonly deletedWords: number; readonly html: string; } | null; } | { readonly __typename: "%other"; } | null; };

export type ComparisonVariables = { readonly id: string; readonly base: number; readonly head?: number | null; };

export const Comparison: Operation<ComparisonAnswer, ComparisonVariables> = { text: "query Comparison($id: ID!, $base: Int!, $head: Int) {\n  node(id: $id) {\n    __typename\n    ... on Document {\n      comparison(base: $base, head: $head) {\n        insertedWords\n        deletedWords\n        html\n      }\n    }\n  }\n}" };

export type ComparisonSizeAnswer = { readonly node: { readonly __typename: "Document"; readonly comparison: { readonly insertedWords: number; readonly deletedWords: number; } | null; } | { readonly __typename: "%other"; } | null; };

export type ComparisonSizeVariables = { readonly id: string; readonly base: number; readonly head?: number | null; };

export const ComparisonSize: Operation<ComparisonSizeAnswer, ComparisonSizeVariables> = { text: "query ComparisonSize($id: ID!, $base: Int!, $head: Int) {\n  node(id: $id) {\n    __typename\n    ... on Document {\n      comparison(base: $base, head: $head) {\n        insertedWords\n        deletedWords\n      }\n    }\n  }\n}" };

export type AuthorshipAnswer = { readonly node: { readonly __typename: "Document"; readonly version: { readonly number: number; readonly label: string | null; readonly text: string; readonly contributors: readonly ({ readonly characters: number; readonly organization: { readonly code: string; readonly name: string; }; })[]; readonly authorship: readonly ({ readonly start: number; readonly end: number; readonly organization: { readonly code: string; readonly name: string; }; })[]; } | null; } | { readonly __typename: "%other"; } | null; };

export type AuthorshipVariables = { readonly id: string; readonly number: number; };

export const Authorship: Operation<AuthorshipAnswer, AuthorshipVariables> = { text: "query Authorship($id: ID!, $number: Int!) {\n  node(id: $id) {\n    __typename\n    ... on Document {\n      version(number: $number) {\n        number\n        label\n        text\n        contributors {\n          characters\n          organization {\n            code\n            name\n          }\n        }\n        authorship {\n          start\n          end\n          organization {\n            code\n            name\n          }\n        }\n      }\n    }\n  }\n}" };

export type RestoreVersionAnswer = { readonly restoreVersion: { readonly draft: { readonly sequence: number; } | null; readonly userErrors: readonly ({ readonly path: readonly (string)[]; readonly code: ErrorCode; readonly message: string; })[]; }; };

export type RestoreVersionVariables = { readonly input: RestoreVersionInput; };

export const RestoreVersion: Operation<RestoreVersionAnswer, RestoreVersionVariables> = { text: "mutation RestoreVersion($input: RestoreVersionInput!) {\n  restoreVersion(input: $input) {\n    draft {\n      sequence\n    }\n    userErrors {\n      path\n      code\n      message\n    }\n  }\n}" };
