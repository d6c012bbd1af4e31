"""The catalogue: what DCAT-AP asks of a catalogue, a dataset and a distribution, in three languages."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from positions.data.datasets import read_datasets
from positions.publishing.catalogue import TITLES, catalogue, tables
from tests.support.published import SITE

AT = datetime(2026, 11, 28, tzinfo=UTC)


def languages(texts: Any) -> list[str]:
    return [one["@language"] for one in texts]


def test_the_catalogue_names_its_publisher_licence_and_every_table() -> None:
    told: Any = catalogue(SITE, AT)
    assert told["@type"] == "dcat:Catalog"
    for key in ("dct:title", "dct:description"):
        assert languages(told[key]) == ["ca", "en", "es"]
    assert told["dct:publisher"]["foaf:name"]
    assert [one["dct:identifier"] for one in told["dcat:dataset"]] == list(read_datasets())


def test_every_dataset_can_be_had_under_the_licence() -> None:
    told: Any = catalogue(SITE, AT)
    for dataset in told["dcat:dataset"]:
        assert languages(dataset["dct:title"]) == ["ca", "en", "es"]
        assert dataset["dct:modified"]["@value"] == "2026-11-28T00:00:00+00:00"
        for distribution in dataset["dcat:distribution"]:
            assert distribution["dcat:accessURL"]["@id"].startswith("https://posicions.example/open-data/")
            assert distribution["dct:license"]["@id"].endswith("/licence/CC_BY_4_0")


def test_a_contact_is_told_only_when_there_is_one() -> None:
    told: Any = catalogue(SITE, None)
    assert all("dcat:contactPoint" not in one for one in told["dcat:dataset"])
    asked: Any = catalogue(replace(SITE, contact="dades@example.org"), None)
    assert (
        asked["dcat:dataset"][0]["dcat:contactPoint"]["vcard:hasEmail"]["@id"] == "mailto:dades@example.org"
    )


def test_every_column_says_what_it_holds() -> None:
    told: Any = tables(SITE)
    assert [one["url"].rsplit("/", 1)[1] for one in told["tables"]] == [f"{name}.csv" for name in TITLES]
    for table in told["tables"]:
        for column in table["tableSchema"]["columns"]:
            assert set(column["titles"]) == {"ca", "es", "en"}
            assert all(column["titles"].values())
