"""Word files with tracked changes, as Word writes them: the base, each author's suggestions, the comments, and what is left."""

from datetime import UTC, datetime

import pytest

from positions.errors import LimitExceeded, Refusal
from positions.imports import WordFile, Written
from positions.publishing import word_changes
from positions.publishing.word_changes import read_changes
from tests.support.word_files import (
    JOAN,
    MARIA,
    Comment,
    Hand,
    bolder,
    came,
    commented,
    deleted,
    inserted,
    moved_away,
    moved_here,
    note,
    paragraph,
    plain,
    restyled,
    row,
    table,
    went,
    word_file,
)

TITLE = paragraph("Aigua", style="Ttol1")
LAST = paragraph("El darrer paràgraf.")


def read(*body: str, **more: object) -> WordFile:
    return read_changes("text.docx", word_file(*body, **more))  # type: ignore[arg-type]  # as the file takes it


def told(file: WordFile) -> list[tuple[str, str, str]]:
    return [(file.base[one.start : one.end], one.proposed, one.written.author) for one in file.suggestions]


def test_words_of_two_people_in_one_paragraph_are_two_suggestions_on_one_base() -> None:
    file = read(
        TITLE,
        paragraph(plain("El riu baixa "), deleted("ple", MARIA), inserted("sec", MARIA), plain(" i net"),
                  inserted(" sempre", JOAN), plain(".")),
    )  # fmt: skip
    assert file.base == "# Aigua\n\nEl riu baixa ple i net.\n"
    assert told(file) == [("ple", "sec", "Maria Puig"), ("", " sempre", "Joan Soler")]
    assert file.suggestions[0].written.at == datetime(2026, 11, 12, 10, 3, tzinfo=UTC)
    assert (file.left, file.formats) == ((), 0)


def test_several_changes_of_one_person_in_one_paragraph_are_one_proposal() -> None:
    file = read(
        paragraph(deleted("Un", MARIA), inserted("El", MARIA), plain(" riu baixa "), deleted("ple", MARIA),
                  inserted("sec", MARIA), plain(".")),
    )  # fmt: skip
    assert told(file) == [("Un riu baixa ple", "El riu baixa sec", "Maria Puig")]


def test_paragraphs_come_and_go_with_their_marks() -> None:
    file = read(
        TITLE,
        paragraph(inserted("Paràgraf nou.", MARIA), mark=came(MARIA)),
        paragraph("Es queda."),
        paragraph(deleted("Paràgraf vell.", JOAN), mark=went(JOAN)),
        LAST,
    )
    assert file.base == "# Aigua\n\nEs queda.\n\nParàgraf vell.\n\nEl darrer paràgraf.\n"
    assert told(file) == [
        ("", "Paràgraf nou.\n\n", "Maria Puig"),
        ("Paràgraf vell.\n\n", "", "Joan Soler"),
    ]


def test_a_paragraph_cut_in_two_and_two_joined() -> None:
    file = read(
        paragraph("Primera part.", mark=came(MARIA)),
        paragraph(" Segona part."),
        paragraph("Una. ", mark=went(JOAN)),
        paragraph("Altra."),
    )
    assert file.base == "Primera part. Segona part.\n\nUna.\n\nAltra.\n"
    assert [one.written.author for one in file.suggestions] == ["Maria Puig", "Joan Soler"]
    assert [one.proposed.strip() for one in file.suggestions] == ["Primera part.", "Altra."]


def test_an_enter_behind_a_heading_leaves_the_heading_in_the_base() -> None:
    file = read(paragraph("Aigua", style="Ttol1", mark=came(MARIA)), paragraph(inserted("Nou.", MARIA)))
    assert file.base == "# Aigua\n"
    assert [one.proposed.strip() for one in file.suggestions] == ["Nou."]


def test_a_heading_of_another_level_is_a_proposal_and_a_colour_is_told_as_what_it_is() -> None:
    file = read(
        paragraph("Abast", style="Ttol3", was=restyled(MARIA, "Ttol2")),
        paragraph(plain("Text "), bolder("vermell", JOAN), plain(".")),
    )
    assert file.base == "## Abast\n\nText vermell.\n"
    assert [(found[2], "#" in found[1]) for found in told(file)] == [("Maria Puig", True)]
    assert (file.formats, file.left) == (1, ())
    assert file.formatted == (Written("Joan Soler", datetime(2026, 11, 14, 16, 20, tzinfo=UTC)),)


def test_what_was_moved_goes_in_one_place_and_comes_in_another() -> None:
    file = read(
        TITLE,
        paragraph(moved_away("Es mou.", MARIA), mark=f"<w:moveFrom {MARIA}/>"),
        paragraph("Un altre paràgraf, que no es mou gens."),
        paragraph("I encara un altre."),
        paragraph(moved_here("Es mou.", MARIA), mark=f"<w:moveTo {MARIA}/>"),
        LAST,
    )
    assert told(file) == [
        ("Es mou.\n\n", "", "Maria Puig"),
        ("", "Es mou.\n\n", "Maria Puig"),
    ]
    assert {one.kinds for one in file.suggestions} == {("MOVE",)}


def test_rows_of_a_table_come_and_go_and_cells_change() -> None:
    file = read(
        table(
            row("Conca", "Cabal"),
            row("Besòs", paragraph(deleted("12", MARIA), inserted("13", MARIA))),
            row("Ter", "9", change=f"<w:del {JOAN}/>"),
            row(
                paragraph(inserted("Anoia", JOAN)), paragraph(inserted("4", JOAN)), change=f"<w:ins {JOAN}/>"
            ),
        ),
        LAST,
    )
    assert "| Besòs | 12 |\n| Ter | 9 |\n" in file.base
    assert told(file) == [("12", "13", "Maria Puig"), ("| Ter | 9 |", "| Anoia | 4 |", "Joan Soler")]


def test_a_footnote_is_changed_where_it_stands() -> None:
    file = read(
        paragraph(plain("Text"), note(2), plain(".")),
        notes=[plain("Padró de ") + deleted("2017", MARIA) + inserted("2025", MARIA) + plain(".")],
    )
    assert file.base == "Text[^1].\n\n[^1]: Padró de 2017.\n"
    assert told(file) == [("2017", "2025", "Maria Puig")]


def test_what_somebody_deleted_of_anothers_insertion_is_named() -> None:
    within = f"<w:ins {MARIA}>{plain('molt ')}{deleted('i molt ', JOAN)}</w:ins>"
    file = read(paragraph(plain("Un riu "), within, plain("net.")))
    assert told(file) == [("", "molt i molt ", "Maria Puig")]
    assert [(one.kind, one.text, one.written.author) for one in file.left] == [
        ("DELETION", "i molt ", "Joan Soler")
    ]


def test_comments_have_their_passage_their_answers_and_their_end() -> None:
    file = read(
        TITLE,
        paragraph(plain("El riu "), commented("0", plain("baixa ple")), plain(".")),
        paragraph(plain("Res"), commented("2", inserted(" de nou", MARIA)), plain(".")),
        comments=[
            Comment("0", MARIA, "Segur?", is_done=True),
            Comment("1", JOAN, "Sí.", answers="0"),
            Comment("2", JOAN, "Cal?"),
            Comment("3", JOAN, "Sense lloc."),
        ],
    )
    first, second, third = file.remarks
    assert first.start is not None
    assert file.base[first.start : first.end] == "baixa ple"
    assert [(who.author, body) for who, body in first.said] == [
        ("Maria Puig", "Segur?"),
        ("Joan Soler", "Sí."),
    ]
    assert (first.is_resolved, second.is_resolved) == (True, False)
    assert (second.start, third.start) == (second.end, None)


def test_a_file_without_names_or_dates_says_so() -> None:
    nobody = Hand("", "0001-01-01T00:00:00Z")
    file = read(paragraph(plain("Un riu"), inserted(" net", nobody), plain(".")))
    assert [(one.written.author, one.written.at) for one in file.suggestions] == [("", None)]


def test_more_authors_than_are_read_one_by_one_are_named_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_changes, "MOST_HANDS", 2)
    hands = [Hand(f"Persona {number}") for number in range(4)]
    file = read(
        *(
            paragraph(plain(f"Paràgraf {at}"), inserted(" sí", hand), plain("."))
            for at, hand in enumerate(hands)
        )
    )
    assert [one.written.author for one in file.suggestions] == [hand.author for hand in hands]


def test_changes_in_headers_are_counted_and_ids_out_of_range_do_not_matter() -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    header = f'<w:hdr xmlns:w="{space}"><w:p>{inserted("Esborrany", MARIA)}</w:p></w:hdr>'
    odd = f'<w:ins w:id="-99999999999999" w:author="Maria Puig">{plain(" net")}</w:ins>'
    file = read(
        paragraph(plain("Un riu"), odd, '<w:commentRangeEnd w:id="77"/>'), more={"word/header1.xml": header}
    )
    assert (told(file), file.outside) == ([("", " net", "Maria Puig")], 1)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no word file", "file_not_docx"),
        (b"", "file_empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file_not_docx"),
        (word_file(LAST, more={"word/comments.xml": "<w:comments"}), "file_broken"),
        (word_file(LAST, more={"word/vbaProject.bin": "Sub AutoOpen"}), "file_has_macros"),
    ],
)
def test_what_is_no_sound_file_is_refused_by_name(content: bytes, reason: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_changes("text.docx", content)
    assert caught.value.reason == reason


def test_a_file_that_says_it_has_macros_is_refused_by_its_name_and_by_its_kind() -> None:
    with pytest.raises(Refusal, match="file_has_macros"):
        read_changes("text.docm", word_file(LAST))
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    types = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    with pytest.raises(Refusal, match="file_has_macros"):
        read_changes("text.docx", word_file(LAST, more={"[Content_Types].xml": types}))


@pytest.mark.parametrize("limited", ["MOST_MARKS", "MOST_CHANGES", "MOST_COMMENTS"])
def test_a_file_with_more_than_a_person_can_look_at_is_refused_by_its_limit(
    limited: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_changes, limited, 1)
    body = [paragraph(commented("0", plain("Un ")), commented("1", plain("dos ")))]
    body += [paragraph(plain("Un "), inserted(f"{number} ", MARIA), plain("dos.")) for number in range(2)]
    content = word_file(*body, comments=[Comment("0", JOAN, "Sí?"), Comment("1", JOAN, "No?")])
    with pytest.raises(LimitExceeded, match="file_too_many_changes"):
        read_changes("text.docx", content)
