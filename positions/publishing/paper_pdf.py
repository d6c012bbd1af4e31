"""A paper as PDF: the data of its cover and end, and the markup of its texts, given to the template."""

from collections.abc import Sequence

from positions.mandates import RatificationStatus
from positions.papers import UNDECIDED, Letterhead, Paper, PaperSignatory, PaperStatement
from positions.publishing.furniture import counted, day, language_name, listed, spoken, word, words
from positions.publishing.manuscript import Node, manuscript, walk, words_of
from positions.publishing.typesetting import Sheet, Typeset, typeset
from positions.publishing.typst_text import quote, typst_text

_HEADINGS_FOR_CONTENTS = 5
_REGIONS = {"ca": "ES", "es": "ES", "en": "GB"}


def paper_pdf(paper: Paper) -> Typeset:
    """The paper set as PDF."""
    text = body_of(paper)
    return typeset(
        Sheet("paper", _content(paper, text), _markup(paper, text), paper.date, paper.letterhead.logo)
    )


def body_of(paper: Paper) -> list[Node]:
    """The text without the title it begins with (the cover has it), its highest headings at level 1."""
    text = manuscript(paper.text, paper.numbers)
    if text and is_title(text[0], paper.title):
        text = text[1:]
    headings = [node for node in walk(text) if node.kind == "heading"]
    highest = min((node.level for node in headings), default=1)
    for node in headings:
        node.level -= highest - 1
    return text


def is_title(block: Node, title: str) -> bool:
    """Whether a block is the heading that repeats the paper's title."""
    return block.kind == "heading" and _same(words_of(block), title)


def facts_of(paper: Paper) -> list[tuple[str, str]]:
    """What the cover says of the paper, in order: name and value."""
    said = paper.language
    pairs = [
        ("reference", paper.reference),
        ("version", paper.imprint.name),
        ("date", day(paper.date, said)),
        ("status", word(paper.status, said)),
        ("erratum", paper.erratum_reason or ""),
        ("language", _language(paper)),
        ("lead", paper.lead),
        *_support(paper),
        ("addressees", "; ".join(paper.addressees)),
        ("relations", ", ".join(relation.value for relation in paper.relations)),
    ]
    return [(word(key, said), value) for key, value in pairs if value]


def support_of(signatory: PaperSignatory, language: str) -> str:
    """What a signatory stands behind, and how: one cell of the table."""
    signature = signatory.signature
    if signature.withdrawal is not None:
        act = signature.withdrawal.act
        return word(
            "withdrawn",
            language,
            date=day(signature.withdrawal.withdrawn_on, language),
            act=f"{act.body}, {act.reference}",
        )
    if signature.except_asks:
        told = word("signed-except", language, asks=listed(signature.except_asks, language))
    else:
        told = word("signed-whole", language)
    if signature.ratification is not RatificationStatus.PENDING or signature.ratification_due_on is None:
        return told
    return (
        f"{told}; {word('pending-ratification', language, date=day(signature.ratification_due_on, language))}"
    )


def statement_title(statement: PaperStatement, language: str) -> str:
    """What stands above an annexed statement."""
    return f"{word('annexed', language)} {statement.number}. {word(f'statement-{statement.kind}', language)}"


def standing_signatories(signatories: Sequence[PaperSignatory]) -> list[PaperSignatory]:
    """Those that have not taken their signature back."""
    return [one for one in signatories if one.is_standing]


def _content(paper: Paper, text: Sequence[Node]) -> dict[str, object]:
    said = paper.language
    tops = sum(node.kind == "heading" and node.level == 1 for node in text)
    return {
        **tongue(said),
        "words": dict(words(said)),
        "title": paper.title,
        "author": paper.letterhead.name,
        "keywords": [paper.reference, *paper.subjects],
        "date": {"year": paper.date.year, "month": paper.date.month, "day": paper.date.day},
        "summary": paper.summary,
        "reference": paper.reference,
        "running": f"{shortened(paper.title)} · {word('version', said)} {paper.imprint.name}",
        "letterhead": letterhead_content(paper.letterhead),
        "facts": facts_of(paper),
        "has_contents": tops >= _HEADINGS_FOR_CONTENTS,
        "is_fiction": paper.is_fiction,
        "signed_by": counted("signatories", len(standing_signatories(paper.signatories)), said),
        "signatories": [
            {
                "number": str(number),
                "name": one.name,
                "support": support_of(one, said),
                "is_withdrawn": not one.is_standing,
            }
            for number, one in enumerate(paper.signatories, 1)
        ],
        "hashes": [
            (word("sha256", said), paper.imprint.sha256),
            (word("chain-sha256", said), paper.imprint.chain_sha256),
        ],
    }


def letterhead_content(letterhead: Letterhead) -> dict[str, object]:
    """A letterhead as the templates read it; the logo itself goes beside."""
    return {
        "name": letterhead.name,
        "lines": list(letterhead.lines),
        "logo": letterhead.logo is not None,
    }


def tongue(language: str) -> dict[str, str]:
    """A language tag as Typst takes it: language and region."""
    primary, _, rest = language.partition("-")
    region = rest if len(rest) == len("ES") else _REGIONS.get(primary, "")
    return {"lang": primary, "region": region or "ES", "furniture": spoken(language)}


def _markup(paper: Paper, text: Sequence[Node]) -> str:
    statements = "\n".join(
        f"#statement({quote(one.language.partition('-')[0])}, {quote(statement_title(one, paper.language))}, "
        f"{quote(word('stated-by', paper.language, names=listed(one.signed_by, paper.language)))})"
        f"[{typst_text(_settled(manuscript(one.text)))}]"
        for one in paper.statements
    )
    return f"#show: letter\n{typst_text(text)}\n\n#signatories()\n{statements}\n#verification()\n"


def _settled(text: list[Node]) -> list[Node]:
    """A statement's text below its own title: unnumbered, headings from level 1."""
    for node in walk(text):
        node.number = ""
        node.name = ""
    return text


def _language(paper: Paper) -> str:
    part = "original" if paper.language == paper.original_language else "translated"
    return f"{language_name(paper.language, paper.language)} ({word(part, paper.language)})"


def _support(paper: Paper) -> list[tuple[str, str]]:
    standing = standing_signatories(paper.signatories)
    if standing:
        return [("signed-by", counted("organizations", len(standing), paper.language))]
    if paper.status not in UNDECIDED:
        return []
    return [("participants", listed(paper.participants, paper.language) if paper.participants else "")]


def shortened(title: str) -> str:
    """A title that fits a running line."""
    longest = 70
    return title if len(title) <= longest else f"{title[: longest - 1].rstrip()}…"


def _same(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()
