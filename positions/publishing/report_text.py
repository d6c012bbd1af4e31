"""The closing report written out in Markdown: its one text, from which the page and every file are made."""

import re
from collections.abc import Iterable, Iterator, Sequence

from positions.indicators import Share, repeated
from positions.publishing.furniture import counted, day, listed, word
from positions.publishing.paper_pdf import standing_signatories, support_of
from positions.reports import Report, ReportSubmission, ReportUptake

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")


def report_text(report: Report) -> str:
    """The report in Markdown; what has nothing to tell is left out."""
    parts = [f"# {escaped(report.title)}", *_notice(report)]
    for title, blocks in _SECTIONS:
        body = list(blocks(report))
        if body:
            parts += [f"## {word(title, report.language)}", *body]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Plain words on one line as Markdown that says just them."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _notice(report: Report) -> Iterator[str]:
    if not report.is_final:
        yield f"*{word('report-provisional', report.language, date=day(report.on, report.language))}*"


def _asked(report: Report) -> Iterator[str]:
    if report.addressees:
        yield word("report-asked-of", report.language, names=escaped("; ".join(report.addressees)))
    if report.asks:
        yield "\n".join(f"- **{ask.key}.** {escaped(ask.text)}" for ask in report.asks)


def _signed(report: Report) -> Iterator[str]:
    said, standing = report.language, standing_signatories(report.signatories)
    if report.signatories:
        yield counted("signatories", len(standing), said)
        by_support: dict[str, list[str]] = {}
        for one in report.signatories:
            by_support.setdefault(support_of(one, said), []).append(one.name)
        yield "\n".join(
            f"- **{escaped(support)}** ({len(names)}): {escaped(listed(names, said))}."
            for support, names in by_support.items()
        )


def _went(report: Report) -> Iterator[str]:
    said = report.language
    if report.stages:
        yield "\n".join(
            f"- {day(one.on, said)}: {word(f'report-stage-{one.stage}', said)}" for one in report.stages
        )
    if report.rounds:
        columns = ("round", "date", "outcome", "approving", "tacit", "objecting", "abstaining")
        yield _table(
            [word(f"report-{column}", said) for column in columns],
            (
                [
                    f"{one.number}. {one.name}",
                    day(one.on, said),
                    word(f"report-round-{one.status}", said),
                    *map(str, (one.approving, one.tacit, one.objecting, one.abstaining)),
                ]
                for one in report.rounds
            ),
        )


def _sent(report: Report) -> Iterator[str]:
    said = report.language
    if report.submissions:
        columns = ("institution", "column-sent", "registry", "answers")
        yield _table(
            [word(f"report-{column}", said) for column in columns],
            (
                [one.institution, day(one.on, said), one.reference or "–", _answers(one, said)]
                for one in report.submissions
            ),
        )


def _answers(submission: ReportSubmission, said: str) -> str:
    told = [
        f"{word(f'report-reply-{reply.kind}', said)}, {day(reply.on, said)}"
        + (f" ({reply.reference})" if reply.reference else "")
        for reply in submission.replies
    ]
    return "; ".join(told) or word("report-no-answer", said)


def _came(report: Report) -> Iterator[str]:
    said = report.language
    for ask in report.asks:
        seen = [one for one in report.uptakes if one.ask == ask.key]
        told = [_uptake(one, said) for one in seen] or [f"- {word('report-unknown', said)}"]
        yield "\n".join([f"**{word('report-ask', said, key=ask.key)}**", "", *told])


def _uptake(seen: ReportUptake, said: str) -> str:
    status, on = word(f"report-uptake-{seen.status}", said), day(seen.seen_on, said)
    line = f"- {escaped(seen.institution)}: **{status}**, {on}."
    if seen.evidence:
        line += f" {escaped(seen.evidence)}"
    return f"{line} <{seen.link}>" if seen.link else line


def _figures(report: Report) -> Iterator[str]:
    said, facts = report.language, report.facts
    rows = [
        ("report-days", str(facts.days) if facts.days is not None else ""),
        ("report-votes", _share(report.votes, said)),
        ("report-rounds-held", str(len(facts.steps)) if facts.steps else ""),
        ("report-rounds-repeated", str(repeated(facts.steps)) if facts.steps else ""),
        ("report-taken-up", _share(facts.taken_up, said)),
        ("report-in-time", _share(facts.submitted_in_time, said)),
    ]
    told = [[word(key, said), value] for key, value in rows if value]
    if told:
        yield _table([word("report-indicator", said), word("report-value", said)], told)


def _share(share: Share, said: str) -> str:
    return word("report-share", said, count=share.hits, of=share.of) if share.of else ""


def _conclusions(report: Report) -> Iterator[str]:
    if report.conclusions:
        yield report.conclusions


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *([escaped(cell) or "–" for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


_SECTIONS = (
    ("report-asked", _asked),
    ("signatories", _signed),
    ("report-went", _went),
    ("report-sent", _sent),
    ("report-came", _came),
    ("report-figures", _figures),
    ("report-conclusions", _conclusions),
)
"""In the order of the report; conclusions last, for they are free text."""
