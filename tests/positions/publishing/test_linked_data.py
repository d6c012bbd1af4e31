"""JSON-LD: the keys that readers of linked data look for, addresses where there are any, nothing empty."""

from typing import Any

import pytest

from positions.institutions import RelationKind
from positions.publishing.linked_data import (
    Profile,
    authority_of,
    organization_data,
    position_data,
    relation_address,
)
from tests.support.published import BARCELONA, DEMO, SITE, TIANA, publication


def test_a_position_says_what_it_is() -> None:
    told: Any = position_data(publication(), SITE)
    assert told["@type"] == ["Report", "eli:LegalResource"]
    assert told["@id"] == "https://posicions.example/positions/AMB-PP-2026-001"
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert told["name"] == [
        {"@value": "Aigües & <rius>", "@language": "ca"},
        {"@value": "Waters", "@language": "en"},
    ]
    assert told["inLanguage"] == ["ca", "en"]
    assert told["dateCreated"] == "2026-03-20"
    assert [one["@id"] for one in told["about"]] == ["http://eurovoc.europa.eu/100155"]
    assert "disambiguatingDescription" not in told


def test_signatories_are_named_by_their_ine_code() -> None:
    told: Any = position_data(publication(), SITE)
    (signatory,) = told["contributor"]
    assert signatory["@type"] == "GovernmentOrganization"
    assert signatory["@id"] == "https://posicions.example/organizations/08019"
    assert signatory["identifier"] == {"@type": "PropertyValue", "propertyID": "INE", "value": "08019"}


def test_files_carry_their_type_language_and_the_texts_hash() -> None:
    told: Any = position_data(publication(), SITE)
    by_address = {one["contentUrl"]: one for one in told["encoding"]}
    markdown = by_address["https://posicions.example/positions/AMB-PP-2026-001/ca/versions/3.md"]
    assert (markdown["encodingFormat"], markdown["sha256"]) == ("text/markdown", "ab" * 32)
    pdf = by_address["https://posicions.example/positions/AMB-PP-2026-001/en/versions/1.pdf"]
    assert (pdf["inLanguage"], "sha256" in pdf) == ("en", False)


@pytest.mark.parametrize(
    ("kind", "value", "address"),
    [
        (RelationKind.CELEX, "32024L3019", "http://publications.europa.eu/resource/celex/32024L3019"),
        (
            RelationKind.ELI,
            "http://data.europa.eu/eli/dir/2024/3019/oj",
            "http://data.europa.eu/eli/dir/2024/3019/oj",
        ),
        (RelationKind.PROCEDURE, "2021/0420(COD)", None),
        (RelationKind.OTHER, "javascript:alert(1)", None),
    ],
)
def test_related_files_are_addresses_where_they_have_one(
    kind: RelationKind, value: str, address: str | None
) -> None:
    assert relation_address(kind, value) == address


def test_institutions_have_the_unions_address_only_where_it_was_looked_up() -> None:
    assert authority_of("EC") == "http://publications.europa.eu/resource/authority/corporate-body/COM"
    assert authority_of("DG_ENV") is None
    assert authority_of("NOBODY") is None


def test_an_organization_tells_what_it_signed_and_not_what_it_did_not() -> None:
    paper = publication()
    signed = Profile(BARCELONA, "Barcelonès", 1, 1, ((paper, paper.adoption.vote_of("08019")),))
    dissented = Profile(TIANA, "Maresme", 1, 1, ((paper, paper.adoption.vote_of("08282")),))
    told: Any = organization_data(signed, SITE)
    assert [one["identifier"] for one in told["subjectOf"]] == ["AMB-PP-2026-001"]
    assert told["containedInPlace"]["name"] == "Barcelonès"
    assert "subjectOf" not in organization_data(dissented, SITE)


def test_fiction_says_so() -> None:
    told: Any = position_data(publication(), DEMO)
    assert {"@value": "fictional data", "@language": "en"} in told["disambiguatingDescription"]
