"""Heads of pages: every text is harmless where it stands, whatever a title says."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from api.heads import fixed_head, organization_head, position_head, script_safe, written
from positions.publishing.linked_data import Profile
from tests.support.published import BARCELONA, DEMO, SITE, publication

HOSTILE = '</script><script>alert(1)</script> & "quoted" <b>'


def parsed(head_text: str) -> html.HtmlElement:
    return html.document_fromstring(f"<html><head>{head_text}</head><body></body></html>")


def test_a_position_shows_well_where_its_address_is_pasted() -> None:
    page = parsed(written(position_head(publication(), "ca", SITE), "n"))
    told = {one.get("property"): one.get("content") for one in page.iterfind(".//meta[@property]")}
    assert told["og:title"] == "Aigües & <rius>"
    assert told["og:description"] == "Un resum planer."
    assert told["og:url"] == "https://posicions.example/positions/AMB-PP-2026-001"
    assert told["og:type"] == "article"
    assert told["article:published_time"] == "2026-03-21T09:00:00+00:00"
    assert page.findtext(".//title") == "Aigües & <rius> · Positions"
    (canonical,) = page.xpath("//link[@rel='canonical']/@href")
    assert canonical == told["og:url"]
    types = page.xpath("//link[@rel='alternate']/@type")
    assert {"application/ld+json", "text/markdown", "application/pdf", "application/atom+xml"} <= set(types)


def test_the_data_in_the_page_are_those_of_the_position() -> None:
    page = parsed(written(position_head(publication(), "ca", SITE), "n1"))
    (script,) = page.iterfind(".//script")
    assert (script.get("type"), script.get("nonce")) == ("application/ld+json", "n1")
    assert json.loads(script.text or "")["identifier"] == "AMB-PP-2026-001"


def test_nothing_in_a_title_leaves_its_place() -> None:
    head = position_head(publication(title=HOSTILE), "ca", SITE)
    page = parsed(written(head, "n"))
    assert len(page.findall(".//script")) == 1
    assert page.findall(".//b") == []
    assert page.findtext(".//title") == f"{HOSTILE} · Positions"
    assert "<script" not in head.unread


@given(st.text())
def test_json_in_a_script_never_ends_it(text: str) -> None:
    told = script_safe({"text": text})
    assert not re.search("[<>&\u2028\u2029]", told)
    assert json.loads(told) == {"text": text}


def test_a_demo_is_not_for_search_engines_and_says_that_it_is_fiction() -> None:
    text = written(position_head(publication(), "en", DEMO), "n")
    assert '<meta name="robots" content="noindex" />' in text
    assert "fictional data" in text
    assert "noindex" not in written(position_head(publication(), "en", SITE), "n")


def test_towns_and_fixed_pages_have_heads_too() -> None:
    town = written(organization_head(Profile(BARCELONA, "Barcelonès", 1, 1), "es", SITE), "n")
    assert "Barcelona" in town
    assert 'content="es_ES"' in town
    home = fixed_head("/", "en", SITE)
    assert home is not None
    assert "36" not in home.description
    assert fixed_head("/posicions", "en", SITE) is None
    again = fixed_head("/publicat", "en", SITE)
    assert again is not None
    assert again.canonical == home.canonical
