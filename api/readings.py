"""What a Word file brings, as the import screen reads it: JSON of a file held against the paper's text."""

from collections.abc import Sequence

from positions.documents import Heading, outline
from positions.imports import Remark, Suggestion, WordFile, Written
from positions.placing import PLACED, Held, Located, quote_of
from positions.queries.imports import Target

_CONTEXT = 80


def told(target: Target, file: WordFile, held: Held, base_version: int | None) -> dict[str, object]:
    """The reading: what the file is held against, its changes, its comments, and what no text shows."""
    names = [one.written.author for one in file.suggestions] + [one.written.author for one in file.left]
    headings = outline(file.base), outline(target.text)
    return {
        "documentId": target.document_id,
        "versionNumber": target.version_number,
        "draftSequence": target.draft_sequence,
        "baseVersion": base_version,
        "share": round(held.share, 4),
        "authors": list(dict.fromkeys(name for name in names if name)),
        "changes": [
            _change((file.base, target.text), one, place, headings[place.start is not None])
            for one, place in zip(file.suggestions, held.suggestions, strict=True)
        ],
        "threads": [
            _thread(file.base, one, place) for one, place in zip(file.remarks, held.remarks, strict=True)
        ],
        "left": [{**_written(one.written), "kind": one.kind, "text": one.text} for one in file.left],
        "formats": file.formats,
        "formatted": [_written(one) for one in file.formatted],
        "outside": file.outside,
    }


def _change(
    texts: tuple[str, str], one: Suggestion, place: Located, headings: Sequence[Heading]
) -> dict[str, object]:
    base = texts[0]
    start, end = (
        (one.start, one.end) if place.start is None or place.end is None else (place.start, place.end)
    )
    text = texts[place.start is not None]
    return {
        **_written(one.written),
        "kinds": list(one.kinds),
        "state": place.state.value,
        "isPlaced": place.state in PLACED,
        "start": place.start,
        "end": place.end,
        "heading": next((found.text for found in reversed(headings) if found.start <= start), ""),
        "before": text[max(0, start - _CONTEXT) : start].rpartition("\n")[2],
        "original": base[one.start : one.end] if place.start is None else text[start:end],
        "written": one.proposed,
        "proposedText": place.proposed,
        "after": text[end : end + _CONTEXT].partition("\n")[0],
    }


def _thread(base: str, one: Remark, place: Located) -> dict[str, object]:
    return {
        "state": place.state.value,
        "isPlaced": place.state in PLACED,
        "start": place.start,
        "end": place.end,
        "quote": quote_of(one, base),
        "isResolved": one.is_resolved,
        "comments": [{**_written(written), "body": body} for written, body in one.said],
    }


def _written(written: Written) -> dict[str, object]:
    return {"author": written.author, "at": written.at.isoformat() if written.at else None}
