"""A paper's amendments as the European Parliament's two columns, in PDF and in Word."""

from collections.abc import Iterable

from positions.amendment_tables import AmendmentTable, Piece, TableAmendment, columns
from positions.publishing.furniture import listed, word, words
from positions.publishing.manuscript import printable
from positions.publishing.office import office_file
from positions.publishing.pandoc_tree import Element, document, header, strings, table
from positions.publishing.paper_office import furniture
from positions.publishing.paper_pdf import letterhead_content, shortened, tongue
from positions.publishing.running import Running
from positions.publishing.typesetting import Sheet, Typeset, typeset

MOST_NAMED = 3
"""So many paragraphs are named one by one; more that follow one another are told by the first and the last."""


def amendments_pdf(made: AmendmentTable) -> Typeset:
    """The amendments set as PDF."""
    return typeset(Sheet("amendments", _content(made), "", made.day, made.letterhead.logo))


def amendments_docx(made: AmendmentTable) -> bytes:
    """The amendments as a Word file: a table of two columns for each."""
    said = made.language
    blocks = [
        furniture("Letterhead", made.letterhead.name),
        *([furniture("Fiction", word("fiction", said))] if made.is_fiction else []),
        furniture("Title", word("amendments", said)),
        furniture("Note", f"{made.reference} · {made.title}"),
        furniture("Note", _note(made)),
        *(block for one in made.amendments for block in _blocks(one, said)),
    ]
    running = Running(
        left=f"{word('amendments', said)} · {shortened(made.title)}",
        right=made.reference,
        page_of=word("page-of", said),
        notice=word("fiction", said) if made.is_fiction else "",
        language=said,
    )
    return office_file(document(blocks, said), "docx", day=made.day, running=running)


def _note(made: AmendmentTable) -> str:
    return word("amendments-note" if made.amendments else "amendments-none", made.language)


def _content(made: AmendmentTable) -> dict[str, object]:
    said = made.language
    return {
        **tongue(said),
        "words": dict(words(said)),
        "title": word("amendments", said),
        "subject": f"{made.reference} · {made.title}",
        "note": _note(made),
        "author": made.letterhead.name,
        "keywords": [made.reference],
        "date": {"year": made.day.year, "month": made.day.month, "day": made.day.day},
        "reference": made.reference,
        "running": f"{word('amendments', said)} · {shortened(made.title)}",
        "letterhead": letterhead_content(made.letterhead),
        "is_fiction": made.is_fiction,
        "amendments": [_printed(one, said) for one in made.amendments],
    }


def _printed(one: TableAmendment, said: str) -> dict[str, object]:
    left, right = columns(printable(one.original), printable(one.proposed))
    return {
        "title": word("amendment", said, number=one.number),
        "by": " · ".join(_by(one, said)),
        "target": _target(one, said),
        "replaces": _replaces(one, said),
        "status": word(f"amendment-{one.status}", said),
        "left": [(piece.text, piece.is_changed) for piece in left],
        "right": [(piece.text, piece.is_changed) for piece in right],
        "notes": _notes(one, said),
    }


def _by(one: TableAmendment, said: str) -> list[str]:
    """Who tabled it and, of one that came out of a Word file, who wrote it there and on which day by Word's clock."""
    tabled = word("tabled-by", said, names=listed(one.authors, said))
    if one.written is None:
        return [tabled]
    name, at = one.written.author, one.written.at
    if not name:
        return [tabled, word("written-in-word-nameless", said)]
    if at is None:
        return [tabled, word("written-in-word-undated", said, name=name)]
    return [tabled, word("written-in-word", said, name=name, day=f"{at.day}/{at.month}/{at.year}")]


def _target(one: TableAmendment, said: str) -> str:
    place = " · ".join(filter(None, (_place(one, said), one.target))) or word("start-of-text", said)
    return word("target", said, target=place, version=one.version)


def _place(one: TableAmendment, said: str) -> str:
    """What it is about by the numbers that are cited, or what it stands below."""
    if not one.paragraphs:
        return word("after-paragraph", said, numbers=one.after_paragraph) if one.after_paragraph else ""
    told = []
    for key, numbers in (
        ("about-paragraphs", [number for number in one.paragraphs if number[0].isdigit()]),
        ("about-asks", [number for number in one.paragraphs if not number[0].isdigit()]),
    ):
        if numbers:
            spanned = numbers if len(numbers) <= MOST_NAMED else [f"{numbers[0]}–{numbers[-1]}"]
            told.append(
                word(f"{key}-{'one' if len(numbers) == 1 else 'many'}", said, numbers=listed(spanned, said))
            )
    return " · ".join(told)


def _replaces(one: TableAmendment, said: str) -> str | None:
    return word("replaces", said, numbers=listed(map(str, one.replaces), said)) if one.replaces else None


def _notes(one: TableAmendment, said: str) -> list[tuple[str, str]]:
    pairs = (("justification", one.justification), ("decision", one.decision_reason or ""))
    return [(word(key, said), printable(value)) for key, value in pairs if value.strip()]


def _blocks(one: TableAmendment, said: str) -> list[Element]:
    left, right = columns(printable(one.original), printable(one.proposed))
    lines = [
        *_by(one, said),
        _target(one, said),
        _replaces(one, said),
        word(f"amendment-{one.status}", said),
    ]
    head = [[furniture("Head", word(key, said))] for key in ("text-proposed", "amended-text")]
    cells = [
        [{"t": "Para", "c": _inlines(side) or strings(word("nothing-there", said))}] for side in (left, right)
    ]
    return [
        header(1, strings(word("amendment", said, number=one.number))),
        furniture("Note", " · ".join(line for line in lines if line)),
        table([head, cells], ["left", "left"], shares=[0.5, 0.5]),
        *(
            block
            for name, value in _notes(one, said)
            for block in (furniture("Strong Cell", name), furniture("Note", value))
        ),
    ]


def _inlines(side: Iterable[Piece]) -> list[Element]:
    return [made for piece in side for made in _piece(piece)]


def _piece(piece: Piece) -> list[Element]:
    words_of_piece: list[Element] = []
    for place, line in enumerate(piece.text.split("\n")):
        words_of_piece += [*([{"t": "LineBreak"}] if place else []), *strings(line)]
    return (
        [{"t": "Strong", "c": [{"t": "Emph", "c": words_of_piece}]}] if piece.is_changed else words_of_piece
    )
