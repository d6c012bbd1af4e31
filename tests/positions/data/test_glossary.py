"""The interface's terms."""

from positions.data.glossary import read_glossary


def test_every_term_is_said_in_three_languages() -> None:
    terms = read_glossary()
    assert len({term.key for term in terms}) == len(terms) == 90
    assert all(set(term.names) == {"ca", "es", "en"} for term in terms)


def test_an_ask_is_a_demanda() -> None:
    terms = {term.key: term.names for term in read_glossary()}
    assert terms["demand"]["ca"] == "demanda"
