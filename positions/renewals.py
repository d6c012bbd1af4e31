"""Edits of a translation that follow its source: one passage's wording, or the whole brought to a newer source."""

from collections import defaultdict
from collections.abc import Sequence

from positions.hunks import Hunk
from positions.pairing import pair_blocks
from positions.parallels import Passage, Shape, passages
from positions.sides import sides
from positions.translations import Parallel, PassageState

_NOWHERE = -2


def keeps_structure(rows: Sequence[Parallel], at: int, text: str) -> bool:
    """Whether a text, after one passage of it was given anew, is built as before, and the passage as its source is.

    The depth of a list is left out: it depends on what stands around.
    """
    source = rows[at].source
    assert source is not None
    wanted = [(row.target.shape, row) for row in rows if row.target is not None]
    place = sum(row.target is not None for row in rows[:at])
    shapes = [passage.shape for passage in passages(text)]
    if rows[at].target is None:
        wanted.insert(place, (source.shape, rows[at]))
    if len(shapes) != len(wanted):
        return False
    return all(
        _is_built_as(shape, source.shape) if row is rows[at] else shape == known
        for shape, (known, row) in zip(shapes, wanted, strict=True)
    )


def _is_built_as(shape: Shape, wanted: Shape) -> bool:
    is_level = shape.level == wanted.level or wanted.kind != "heading"
    return is_level and (shape.kind, shape.key, shape.columns) == (wanted.kind, wanted.key, wanted.columns)


def replaced(source: str, target: str, rows: Sequence[Parallel], at: int, wording: str) -> Hunk:
    """The edit of the translation that gives a passage of the source this wording, in the place of the present one."""
    row = rows[at]
    if row.target is not None:
        return Hunk(row.target.start, row.target.end, wording)
    assert row.source is not None
    before = next((each.target for each in reversed(rows[:at]) if each.target is not None), None)
    sources = [each.source for each in rows if each.source is not None]
    number = sources.index(row.source)
    if before is not None:
        gap = source[sources[number - 1].end : row.source.start] if number else "\n\n"
        return Hunk(before.end, before.end, gap + wording)
    gap = source[row.source.end : sources[number + 1].start] if number + 1 < len(sources) else "\n"
    start = len(target) - len(target.lstrip("\n"))
    return Hunk(start, start, wording + gap)


def renewed(old: str, new: str, rows: Sequence[Parallel]) -> str:
    """The translation brought to a newer source; `rows` are the parallels of the old one.

    Passages come in the new order: what was translated keeps its wording, what was not, or is new, says the new words;
    what the new source left out goes, and what was extra stays behind the passage it followed.
    """
    origins = _origins(old, new)
    kept, followers = _kept(rows, frozenset(origins.values()))
    written = "".join(f"{extra.text}\n\n" for extra in followers[-1])
    end = 0
    for number, passage in enumerate(passages(new)):
        origin = origins.get(number, _NOWHERE)
        own = kept.get(origin, passage.text)
        written += new[end : passage.start] + own + "".join(map(_following, followers[origin]))
        end = passage.end
    return written + new[end:]


def _origins(old: str, new: str) -> dict[int, int]:
    """By number of a passage of the new text: that of the old text's it came from."""
    pairing = pair_blocks(*sides(old, new), with_moves=True)
    return {head: base for base, head in (*pairing.kept, *pairing.moved)}


def _kept(
    rows: Sequence[Parallel], surviving: frozenset[int]
) -> tuple[dict[int, str], dict[int, list[Passage]]]:
    """By number of a surviving passage of the source: its wording, where it has one, and what is extra behind it."""
    wordings: dict[int, str] = {}
    followers: dict[int, list[Passage]] = defaultdict(list)
    number = anchor = -1
    for row in rows:
        if row.source is None:
            assert row.target is not None
            followers[anchor].append(row.target)
            continue
        number += 1
        anchor = number if number in surviving else anchor
        is_copied = row.target is not None and row.target.text == row.source.text
        is_open = row.state is PassageState.UNTRANSLATED or (row.state is PassageState.WORDLESS and is_copied)
        if row.target is not None and not is_open:
            wordings[number] = row.target.text
    return wordings, followers


def _following(extra: Passage) -> str:
    gap = "\n" if extra.shape.kind in {"table_row", "list_item"} else "\n\n"
    return gap + extra.text
