"""Write the report: one self-contained page, readable without a server and without scripts.

Everything a page of the pile says is hostile until escaped: the template escapes every value, and no address is a live
link unless it is plain http(s). Evidence opens beside the reading by the address alone (CSS `:target`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readout.pile import Pile
from readout.records import Evidence, Finding
from readout.web.altered import reserve
from readout.web.brief import TITLES, compose
from readout.web.brief_html import footnotes
from readout.web.brief_markdown import HOW_TO_READ
from readout.web.differences import worth_telling
from readout.web.disputes import disputed, of_which, reconciled
from readout.web.families import cited, family_lines
from readout.web.importance import importance
from readout.web.lines import Brief, Line
from readout.web.pages import fill
from readout.web.report.differences import differences
from readout.web.report.evidence import FoundValue, Happening, found_value, happening
from readout.web.report.forest import forest
from readout.web.report.matrix import matrix
from readout.web.report.people import people
from readout.web.report.reading import pages
from readout.web.report.summary import summary
from readout.web.report.timeline import timeline
from readout.web.sayings import by_speaker, saying_line, sayings
from readout.web.sheet import parts_of_sheet
from readout.web.tellings import by_section, ranked

if TYPE_CHECKING:
    from readout.api import Record

HAPPENINGS = 160  # occurrences shown; the rest is a number and a command
SAYINGS = 160
FAMILIES = 60
FURTHER = {"said": "quotes", "disputed": "disputed", "relations": "relations", "pages": "pages"}  # where the report goes on
ORDER = ("happened", "agreed", "demanded", "ahead", "off", "before")


@dataclass(frozen=True, slots=True)
class Group:
    """Occurrences under one heading."""

    name: str
    title: str
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker with the lines of what they are reported to have said."""

    name: str
    lines: tuple[Line, ...]


def render(record: Record) -> str:
    """Render the record as HTML."""
    pile = Pile(record)
    brief = compose(pile)
    groups, hidden = grouped(pile)
    shown = [h for g in groups for h in g.happenings]
    found = [(of_which(pile, f), found_value(pile, f)) for f in listed_differences(pile)]
    spoken, unspoken = speakers(pile)
    sheet = parts_of_sheet(pile)
    lined = [line for part in sheet for line in part.lines]
    linked = evidence(pile, brief, shown, found, (*lined, *(line for s in spoken for line in s.lines)))
    return fill(
        "report.html.jinja", name=record.path.stem, how_to_read=HOW_TO_READ, summary=summary(pile, shown), groups=groups,
        hidden=hidden, shown=shown, found=found, targets={*(h.anchor for h in shown), *(f.anchor for _, f in found)},
        further=FURTHER, speakers=spoken, unspoken=unspoken, relations=sheet, unrelated=len(pile.relations) - len(lined),
        pages=pages(pile, linked), **footed(pile, brief), **drawn(pile, shown), **method(record),
    )  # fmt: skip


def footed(pile: Pile, brief: Brief) -> dict[str, Any]:
    """Give the brief with its footnotes."""
    numbers = brief.footnotes()
    return {"brief": brief, "numbers": numbers, "notes": footnotes(brief, pile), "captures": cited(pile, numbers),
            "reserve": reserve(brief)}  # fmt: skip


def drawn(pile: Pile, shown: Sequence[Happening]) -> dict[str, Any]:
    """Give the views over the whole pile: matrix, families, differences, time line, people."""
    families = family_lines(pile)
    return {
        "matrix": matrix(pile, shown), "forest": forest(pile), "families": families[:FAMILIES],
        "unlisted": max(0, len(families) - FAMILIES), "differences": differences(pile), "days": timeline(pile, shown),
        "people": people(pile),
    }  # fmt: skip


def grouped(pile: Pile) -> tuple[list[Group], int]:
    """Give the weightiest occurrences by what became of them, and how many are left out."""
    weight = importance(pile)
    sections = {name: sorted(ranked(pile, found), key=lambda pair: -weight[pair[0].occurrence_id])
                for name, found in by_section(pile).items()}  # fmt: skip
    total = sum(map(len, sections.values()))
    share = {name: max(8, round(HAPPENINGS * len(found) / max(1, total))) for name, found in sections.items()}
    groups = [
        Group(name, TITLES[name], tuple(happening(pile, o) for o, _ in sections[name][: share[name]]))
        for name in ORDER if sections.get(name)
    ]  # fmt: skip
    return groups, total - sum(len(g.happenings) for g in groups)


def listed_differences(pile: Pile) -> list[Finding]:
    """Give what differs: what an editor would miss first, then what is disputed, then what can all be right."""
    told = (*worth_telling(pile), *disputed(pile), *reconciled(pile))
    return list({f.finding_id: f for f in told}.values())


def speakers(pile: Pile) -> tuple[list[Speaker], int]:
    """Give what was said by speaker, the most quoted first, and how many sayings are left out."""
    found = [s for s in sayings(pile) if s.best.kind != "term"]
    found.sort(key=lambda s: (s.name is None, s.best.kind == "indirect", -s.voices, -len(s.wordings), s.about))
    kept = found[:SAYINGS]
    groups = sorted(by_speaker(kept).values(), key=lambda mine: (mine[0].name is None, -len(mine), mine[0].name or ""))
    return [Speaker(m[0].name or "Speaker not told", tuple(saying_line(pile, s, 8) for s in m)) for m in groups], len(
        found
    ) - len(kept)


def evidence(
    pile: Pile, brief: Brief, shown: Sequence[Happening], found: Sequence[tuple[str, FoundValue]], lines: Iterable[Line]
) -> set[Evidence]:
    """Collect every span the report links to, so that the pages carry its anchor."""
    spans = {w.span for h in shown for w in (*h.witnesses, *([h.sentence] if h.sentence else ()))}
    told = {h.row.occurrence_id for h in shown} | {f.about for f in listed_differences(pile) if found}
    values = [e for about in told for f in pile.findings_about.get(about, ()) for v in f.values for e in v.evidence]
    offices = [Evidence(o.doc_id, o.start, o.end) for listed in pile.offices_of.values() for o in listed]
    spans |= {pile.sentence(e.doc_id, e.start) or e for e in (*values, *offices)}
    return spans | {s for line in lines for s in line.spans} | set(brief.footnotes())


def method(record: Record) -> dict[str, Any]:
    """Give the ledger of the run, its stages and what was kept out."""
    return {
        "ledger": list(record.ledger),
        "dropped": list(record.dropped),
        "manifest": record.manifest,
        "runs": list(record.runs),
    }
