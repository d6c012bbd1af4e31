"""The open data described for catalogues of data: DCAT-AP as JSON-LD, and each table's columns as CSV on the Web metadata."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from positions.data.datasets import Column, read_datasets
from positions.publishing.linked_data import Json
from positions.publishing.sites import LICENCE, PUBLISHER, Site, authority, phrases

CONTEXT: dict[str, Json] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
SPAIN = authority("country", "ESP")

TITLES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "positions": {
            "ca": "Posicions publicades",
            "es": "Posiciones publicadas",
            "en": "Published positions",
        },
        "votes": {
            "ca": "Vots de cada ens sobre cada posició",
            "es": "Votos de cada ente sobre cada posición",
            "en": "Votes of each organization on each position",
        },
        "signatories": {"ca": "Signataris", "es": "Firmantes", "en": "Signatories"},
        "submissions": {
            "ca": "Trameses a les institucions",
            "es": "Envíos a las instituciones",
            "en": "Submissions to institutions",
        },
        "uptakes": {
            "ca": "Què han fet les institucions amb cada demanda",
            "es": "Qué han hecho las instituciones con cada demanda",
            "en": "What institutions did with each ask",
        },
        "organizations": {
            "ca": "Municipis i altres ens",
            "es": "Municipios y otros entes",
            "en": "Municipalities and other organizations",
        },
    }
)
"""What each table holds."""

JSON_TABLES = frozenset({"positions"})
"""The tables that there are as JSON too."""


def catalogue(site: Site, changed_at: datetime | None) -> dict[str, Json]:
    """The catalogue with a dataset for each table."""
    address = site.address("/open-data/catalogue.jsonld")
    publisher: Json = {"@type": "foaf:Agent", "@id": site.organization("AMB"), "foaf:name": PUBLISHER}
    return {
        "@context": CONTEXT,
        "@type": "dcat:Catalog",
        "@id": address,
        "dct:title": _tagged({key: site.marked(text, key) for key, text in phrases("open_data").items()}),
        "dct:description": _tagged(phrases("open_data_lead")),
        "dct:publisher": publisher,
        "dct:license": {"@id": authority("licence", "CC_BY_4_0")},
        "dct:language": [{"@id": authority("language", code)} for code in ("CAT", "SPA", "ENG")],
        "dct:spatial": {"@id": SPAIN},
        "foaf:homepage": {"@id": site.address("/open-data")},
        "dcat:dataset": [_dataset(table, site, changed_at, publisher) for table in read_datasets()],
        "dcat:service": {
            "@type": "dcat:DataService",
            "@id": site.address("/graphql"),
            "dct:title": _tagged({"en": "GraphQL"}),
            "dcat:endpointURL": {"@id": site.address("/graphql")},
            "dcat:endpointDescription": {"@id": site.address("/graphql/schema.graphql")},
        },
    }


def tables(site: Site) -> dict[str, Json]:
    """Every table's columns, as CSV on the Web describes them."""
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:license": {"@id": LICENCE},
        "tables": [
            {
                "url": site.address(f"/open-data/{table}.csv"),
                "dc:title": dict(TITLES[table]),
                "tableSchema": {"columns": [_column(column) for column in columns]},
            }
            for table, columns in read_datasets().items()
        ],
    }


def _column(column: Column) -> Json:
    titles: dict[str, Json] = dict(column.labels)
    return {"name": column.name, "titles": titles, "datatype": column.datatype}


def _dataset(table: str, site: Site, changed_at: datetime | None, publisher: Json) -> Json:
    told: dict[str, Json] = {
        "@type": "dcat:Dataset",
        "@id": site.address(f"/open-data#{table}"),
        "dct:identifier": table,
        "dct:title": _tagged(TITLES[table]),
        "dct:description": _tagged(
            {
                language: site.marked(f"{text}. {phrases('open_data_lead')[language]}", language)
                for language, text in TITLES[table].items()
            }
        ),
        "dct:publisher": publisher,
        "dcat:theme": {"@id": authority("data-theme", "GOVE")},
        "dct:accrualPeriodicity": {"@id": authority("frequency", "CONT")},
        "dct:spatial": {"@id": SPAIN},
        "dcat:landingPage": {"@id": site.address("/open-data")},
        "dcat:distribution": [
            _distribution(table, form, site)
            for form in ("csv", "json")
            if form == "csv" or table in JSON_TABLES
        ],
    }
    if changed_at is not None:
        told["dct:modified"] = {"@value": changed_at.isoformat(), "@type": "xsd:dateTime"}
    if site.contact:
        told["dcat:contactPoint"] = {
            "@type": "vcard:Kind",
            "vcard:fn": PUBLISHER,
            "vcard:hasEmail": {"@id": f"mailto:{site.contact}"},
        }
    return told


def _distribution(table: str, form: str, site: Site) -> Json:
    address = site.address(f"/open-data/{table}.{form}")
    media = {"csv": "text/csv", "json": "application/json"}[form]
    return {
        "@type": "dcat:Distribution",
        "@id": address,
        "dct:title": _tagged(
            {language: f"{text} ({form.upper()})" for language, text in TITLES[table].items()}
        ),
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media}"},
        "dct:format": {"@id": authority("file-type", form.upper())},
        "dct:license": {"@id": authority("licence", "CC_BY_4_0")},
        "dct:conformsTo": {"@id": site.address("/open-data/tables.jsonld")},
    }


def _tagged(texts: Mapping[str, str]) -> Json:
    return [{"@value": text, "@language": language} for language, text in sorted(texts.items())]
