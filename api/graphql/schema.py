"""The schema, assembled: each noun's module gives its part of the three roots; NODES finds whatever has a global id."""

from functools import cache

import strawberry

from api.graphql.agendas import AgendaMutations
from api.graphql.amending import AmendmentMutations
from api.graphql.amendments import load_amendment
from api.graphql.annexing import StatementMutations
from api.graphql.approving import RoundMutations
from api.graphql.attaching import AttachmentMutations
from api.graphql.attachments import load_attachment
from api.graphql.checking import PresidencyQueries
from api.graphql.comments import load_comment, load_thread
from api.graphql.confirming import ConfirmationMutations
from api.graphql.context import Info
from api.graphql.discussing import CommentMutations
from api.graphql.documents import DocumentMutations, load_document
from api.graphql.errata import ErratumMutations
from api.graphql.facets import FacetQueries
from api.graphql.following import EventSubscriptions, load_event
from api.graphql.holidays import HolidayMutations, HolidayQueries
from api.graphql.importing import ImportMutations
from api.graphql.indicators import IndicatorQueries
from api.graphql.institutions import InstitutionQueries, load_institution
from api.graphql.letterheads import LetterheadMutations, LetterheadQueries
from api.graphql.mails import MailMutations
from api.graphql.mandates import load_certificate
from api.graphql.masking import Masking
from api.graphql.milestones import MilestoneQueries
from api.graphql.nodes import Loader, Node
from api.graphql.notices import NoticeMutations, load_notice
from api.graphql.openings import OpeningQueries
from api.graphql.organizations import OrganizationQueries, load_organization
from api.graphql.positions import PositionQueries, load_position
from api.graphql.preparation import Preparation
from api.graphql.proposing import PositionMutations
from api.graphql.ratifying import RatificationMutations
from api.graphql.registering import RegisterMutations
from api.graphql.registers import RegisterQueries, load_invitation, load_member
from api.graphql.reminding import ReminderMutations
from api.graphql.renewing import RenewalMutations
from api.graphql.reports import ReportMutations
from api.graphql.rounds import load_round
from api.graphql.routes import RouteQueries
from api.graphql.routing import RouteMutations
from api.graphql.saving import VersionMutations
from api.graphql.scalars import CONFIG
from api.graphql.sessions import SessionMutations
from api.graphql.statements import load_statement
from api.graphql.submissions import load_reply, load_submission
from api.graphql.submitting import SubmissionMutations
from api.graphql.subscriptions import Schema
from api.graphql.suspending import OrganizationMutations
from api.graphql.tasks import TaskMutations
from api.graphql.translating import TranslationMutations
from api.graphql.uptakes import UptakeMutations, load_uptake
from api.graphql.versions import load_version
from api.graphql.viewer import ViewerMutations, ViewerQueries, load_token
from api.graphql.votes import load_reservation, load_vote
from api.graphql.voting import VoteMutations
from positions.ids import kind_of

NODES: dict[str, Loader] = {
    "Organization": load_organization,
    "Institution": load_institution,
    "Position": load_position,
    "Document": load_document,
    "Version": load_version,
    "Thread": load_thread,
    "Comment": load_comment,
    "Amendment": load_amendment,
    "Round": load_round,
    "Vote": load_vote,
    "Reservation": load_reservation,
    "Certificate": load_certificate,
    "Uptake": load_uptake,
    "Submission": load_submission,
    "Reply": load_reply,
    "Attachment": load_attachment,
    "Statement": load_statement,
    "Event": load_event,
    "Token": load_token,
    "Member": load_member,
    "Invitation": load_invitation,
    "Notice": load_notice,
}
"""Type name → the function that finds one by id for whoever asks."""


@strawberry.type(description="Everything that can be asked.")
class Query(
    OrganizationQueries,
    LetterheadQueries,
    InstitutionQueries,
    PresidencyQueries,
    RouteQueries,
    OpeningQueries,
    HolidayQueries,
    MilestoneQueries,
    PositionQueries,
    FacetQueries,
    IndicatorQueries,
    RegisterQueries,
    ViewerQueries,
):
    """The root of queries."""

    @strawberry.field(description="Whatever has this id; null when it does not exist for whoever asks.")
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:
        """Anything by its global id."""
        load = NODES.get(kind_of(id) or "")
        return await load(info.context, id) if load else None


@strawberry.type(description="Everything that can be changed; each field is one unit of work.")
class Mutation(
    PositionMutations,
    DocumentMutations,
    VersionMutations,
    TranslationMutations,
    CommentMutations,
    AmendmentMutations,
    OrganizationMutations,
    RouteMutations,
    RoundMutations,
    VoteMutations,
    RenewalMutations,
    ConfirmationMutations,
    RatificationMutations,
    SubmissionMutations,
    AttachmentMutations,
    UptakeMutations,
    StatementMutations,
    ErratumMutations,
    ReportMutations,
    TaskMutations,
    ReminderMutations,
    NoticeMutations,
    MailMutations,
    RegisterMutations,
    LetterheadMutations,
    HolidayMutations,
    SessionMutations,
    ViewerMutations,
    AgendaMutations,
    ImportMutations,
):
    """The root of mutations."""


@strawberry.type(description="Everything that can be followed.")
class Subscription(EventSubscriptions):
    """The root of subscriptions."""


schema = Schema(
    query=Query,
    mutation=Mutation,
    subscription=Subscription,
    extensions=[Preparation, Masking],
    config=CONFIG,
)


@cache
def write_sdl() -> str:
    """The schema in GraphQL's own language, as it is kept in schema.graphql and served."""
    return schema.as_str() + "\n"
