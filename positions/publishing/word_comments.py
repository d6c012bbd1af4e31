"""The comments of a Word file: who wrote what when, which answers which, and which are done."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from positions.publishing.word_marks import w

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_DONE = frozenset({"1", "true", "on"})


@dataclass(frozen=True)
class WordComment:
    """One comment as the file has it; `answers` is the comment at the head of its thread."""

    id: str
    author: str
    date: str
    text: str
    is_done: bool = False
    answers: str | None = None


def read_comments(members: Mapping[str, bytes]) -> tuple[WordComment, ...]:
    """The comments of a checked archive, in the file's order."""
    part = next((name for name in members if name.endswith("/comments.xml")), None)
    if part is None:
        return ()
    threads = _threads(members)
    found = list(fromstring(members[part]).iter(w("comment")))
    paragraphs = {key: one.get(w("id"), "") for one in found for key in _keys(one)}
    made = []
    for one in found:
        parent, is_done = next((threads[key] for key in reversed(_keys(one)) if key in threads), ("", False))
        made.append(
            WordComment(
                one.get(w("id"), ""),
                " ".join(one.get(w("author"), "").split()),
                one.get(w("date"), ""),
                "\n".join(_words(paragraph) for paragraph in one.iter(w("p"))).strip(),
                is_done,
                paragraphs.get(parent),
            )
        )
    return _headed(tuple(made))


def _threads(members: Mapping[str, bytes]) -> dict[str, tuple[str, bool]]:
    """By a comment's last paragraph: the paragraph of the comment that it answers, and whether it is done."""
    part = next((name for name in members if name.endswith("/commentsExtended.xml")), None)
    if part is None:
        return {}
    return {
        one.get(f"{W15}paraId", ""): (one.get(f"{W15}paraIdParent", ""), one.get(f"{W15}done") in _DONE)
        for one in fromstring(members[part]).iter(f"{W15}commentEx")
    }


def _keys(comment: Element) -> list[str]:
    return [one.get(f"{W14}paraId", "") for one in comment.iter(w("p")) if one.get(f"{W14}paraId")]


def _words(paragraph: Element) -> str:
    blank = {w("br"): "\n", w("tab"): "\t"}
    return "".join(
        one.text or "" if one.tag == w("t") else blank.get(one.tag, "") for one in paragraph.iter()
    )


def _headed(comments: tuple[WordComment, ...]) -> tuple[WordComment, ...]:
    """Answers to answers belong to the first comment; who answers what is not there begins a thread."""
    by_id = {one.id: one for one in comments}

    def head(one: WordComment) -> str | None:
        seen = {one.id}
        while one.answers in by_id and one.answers not in seen:
            one = by_id[one.answers]
            seen.add(one.id)
        return one.id

    return tuple(
        WordComment(
            one.id, one.author, one.date, one.text, one.is_done, None if head(one) == one.id else head(one)
        )
        for one in comments
    )
