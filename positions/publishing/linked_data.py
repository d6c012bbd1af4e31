"""Published positions and organizations as JSON-LD: schema.org words, with ELI and Dublin Core where those say it better."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from positions.data.institutions import read_institutions
from positions.institutions import RelationKind
from positions.organizations import OrganizationKind
from positions.publications import Addressee, Body, Publication, Text, Vote
from positions.publishing.papers import MEDIA_TYPES, Form
from positions.publishing.sites import LICENCE, PUBLISHER, PUBLISHER_CODE, Site, authority, phrases

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]

CONTEXT: dict[str, Json] = {
    "@vocab": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
}

VERIFIED = frozenset({"COM", "EP", "CONSIL", "HRUFASP"})
"""The codes of the corporate-body table that somebody has looked up; an address that may not exist helps nobody."""

FORMS: Mapping[Form, str] = {form: told.partition(";")[0] for form, told in MEDIA_TYPES.items()}
"""The files of an adopted text: ending and media type."""

_TYPES: Mapping[OrganizationKind, str] = MappingProxyType(
    {
        OrganizationKind.MUNICIPALITY: "GovernmentOrganization",
        OrganizationKind.AUTHORITY: "GovernmentOrganization",
        OrganizationKind.PARTNER: "Organization",
    }
)


@dataclass(frozen=True)
class Profile:
    """An organization with its public facts and what it said of published positions."""

    body: Body
    comarca: str | None
    population: int | None
    seats: int | None
    voices: tuple[tuple[Publication, Vote | None], ...] = ()


def position_data(publication: Publication, site: Site) -> dict[str, Json]:
    """A published position."""
    adoption, address = publication.adoption, site.position(publication.reference)
    text = adoption.text_in(publication.original_language)
    return _told(
        {
            "@context": CONTEXT,
            "@type": ["Report", "eli:LegalResource"],
            "@id": address,
            "url": address,
            "identifier": publication.reference,
            "name": _tagged(publication.titles),
            "abstract": _tagged(publication.summaries),
            "inLanguage": [one.language for one in adoption.texts],
            "dateCreated": adoption.adopted_on.isoformat(),
            "datePublished": adoption.published_at.isoformat(),
            "dateModified": adoption.changed_at.isoformat(),
            "version": text.number if text else None,
            "license": LICENCE,
            "isAccessibleForFree": True,
            "publisher": organization_of(Body(PUBLISHER_CODE, PUBLISHER, OrganizationKind.AUTHORITY), site),
            "author": organization_of(publication.lead, site),
            "contributor": [organization_of(vote.organization, site) for vote in adoption.signatories],
            "about": [
                {"@type": "DefinedTerm", "@id": one.uri, "termCode": one.code, "name": _tagged(one.labels)}
                for one in publication.subjects
            ],
            "audience": [institution_of(one) for one in publication.addressees],
            "citation": [_relation(kind, value) for kind, value in publication.relations],
            "encoding": [_file(publication, one, form, site) for one in adoption.texts for form in FORMS],
            "dcterms:isReferencedBy": [
                {
                    "@type": "SendAction",
                    "startTime": one.sent_at.isoformat(),
                    "recipient": institution_of(one.institution),
                    "object": address,
                }
                for one in adoption.submissions
            ],
            "creativeWorkStatus": publication.stage,
            "disambiguatingDescription": _tagged(phrases("fiction")) if site.is_fiction else None,
        }
    )


def organization_data(profile: Profile, site: Site) -> dict[str, Json]:
    """An organization and the published positions it signed."""
    return _told(
        {
            "@context": CONTEXT,
            **organization_of(profile.body, site),
            "containedInPlace": {"@type": "AdministrativeArea", "name": profile.comarca}
            if profile.comarca
            else None,
            "subjectOf": [
                {
                    "@type": "Report",
                    "@id": site.position(publication.reference),
                    "identifier": publication.reference,
                    "name": _tagged(publication.titles),
                }
                for publication, vote in profile.voices
                if vote in publication.adoption.signatories
            ],
            "disambiguatingDescription": _tagged(phrases("fiction")) if site.is_fiction else None,
        }
    )


def organization_of(body: Body, site: Site) -> dict[str, Json]:
    """An organization as others name it; a municipality with its INE code."""
    is_town = body.kind is OrganizationKind.MUNICIPALITY
    return _told(
        {
            "@type": _TYPES[body.kind],
            "@id": site.organization(body.code),
            "name": body.name,
            "identifier": {"@type": "PropertyValue", "propertyID": "INE", "value": body.code}
            if is_town
            else body.code,
        }
    )


def institution_of(addressee: Addressee) -> dict[str, Json]:
    """An institution, by the Union's own address where it is known."""
    return _told(
        {
            "@type": "GovernmentOrganization",
            "@id": authority_of(addressee.code),
            "name": _tagged(addressee.names),
            "identifier": addressee.code,
            "url": addressee.url,
        }
    )


def authority_of(code: str) -> str | None:
    """The address of one of our institutions in the Union's table of bodies."""
    known = {one.code: one.authority_code for one in _INSTITUTIONS}
    found = known.get(code)
    return authority("corporate-body", found) if found in VERIFIED else None


def relation_address(kind: RelationKind, value: str) -> str | None:
    """The persistent address of a related file, for the kinds that have one."""
    if kind is RelationKind.ELI:
        return value
    if kind is RelationKind.CELEX:
        return f"http://publications.europa.eu/resource/celex/{value}"
    return None


_INSTITUTIONS = read_institutions()


def _relation(kind: RelationKind, value: str) -> dict[str, Json]:
    return _told(
        {
            "@type": "Legislation",
            "@id": relation_address(kind, value),
            "identifier": value,
            "additionalType": kind.value,
        }
    )


def _file(publication: Publication, text: Text, form: Form, site: Site) -> dict[str, Json]:
    return _told(
        {
            "@type": "MediaObject",
            "contentUrl": site.file(publication.reference, text.language, text.number, form),
            "encodingFormat": FORMS[form],
            "inLanguage": text.language,
            # The hash is that of the words, which is that of the Markdown file.
            "sha256": text.sha256 if form is Form.MD else None,
        }
    )


def _tagged(texts: Mapping[str, str]) -> list[Json]:
    return [{"@value": text, "@language": language} for language, text in sorted(texts.items())]


def _told(pairs: Mapping[str, Json]) -> dict[str, Json]:
    """The pairs that say something."""
    return {key: value for key, value in pairs.items() if value is not None and value != []}
