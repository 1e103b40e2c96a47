"""Compose the brief: what the pages say, ranked and cut to a page or two, every line footnoted to exact characters.

Page text is taken over word for word; what is ours are labels, counts and fixed frames. Nothing is concluded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from readout.pile import Pile, Told
from readout.records import Evidence, Occurrence
from readout.web.altered import marked
from readout.web.choosing import chosen, known_alone, untold_fate
from readout.web.details import REAL
from readout.web.differences import differences
from readout.web.disputes import disputed, finding_line, reconciled
from readout.web.families import family_lines, single_line, unread_line
from readout.web.fates import gainsaid
from readout.web.gaps import gaps
from readout.web.headline import headline
from readout.web.less_sure import less_sure
from readout.web.lines import Brief, Line, Section
from readout.web.phrases import counted, voices_in_words
from readout.web.sayings import by_speaker, of_worth, saying_line, sayings
from readout.web.sheet import LONG, SHORT, main_relations, relation_line, relation_lines, unlabelled
from readout.web.sound import sound
from readout.web.tellings import (
    AHEAD,
    OFF,
    by_section,
    clearest,
    occurrence_line,
    passing_line,
    ranked,
    shown_words,
    tells_fate,
)
from readout.web.title import titled

# Lines a section of other things than acts keeps in the short brief: together a page or two.
KEPT = {"said": 8, "relations": 20, "gaps": 5, "pages": 8}
TITLES = {
    "happened": "What happened", "said": "Said", "agreed": "Agreed, promised, backed", "demanded": "Demanded, accused, refused",
    "ahead": "Planned and ahead", "off": "Called off, refused or denied", "before": "Before, and earlier plans",
    "disputed": "Where the reports differ", "relations": "State of relations", "gaps": "What no report states",
    "pages": "Pages and copies",
}  # fmt: skip
MAIN = 6  # occurrences asked for what no report states


def compose(pile: Pile, *, full: bool = False) -> Brief:
    """Compose the brief of a record; `full` keeps every line."""
    weightiest = chosen(pile)
    pile.clearest = told_by(pile, [line for _, line in weightiest])
    everything = {name: shown_acts(pile, name, found) for name, found in by_section(pile).items()}
    told = [(name, act_line(pile, *pair)) for name, found in everything.items() for pair in found] if full else weightiest
    acts = {name: [line for section, line in told if section == name] for name in TITLES}
    held = happened(pile, acts)
    if not full:
        acts = {name: sorted(lines, key=lambda line: day_of(pile, line)) for name, lines in acts.items()}
    made = {
        **acts, "said": said_lines(pile, full), "disputed": all_differences(pile) if full else differences(pile),
        "relations": sheet_lines(pile, full), "gaps": gaps(pile, held if full else held[:MAIN]), "pages": page_lines(pile, full),
    }  # fmt: skip
    if not full:
        made["relations"] = with_less_sure(pile, made, ("happened", "agreed", "demanded", "ahead", "off", "before", "said"))
    made = {name: lines if name in UNMARKED else [marked(pile, line) for line in lines] for name, lines in made.items()}
    whole = {} if full else {**{name: len(found) for name, found in everything.items()}, **lengths(pile)}
    kept = tuple(cut(name, made.get(name, ()), whole.get(name, 0), full) for name in TITLES if made.get(name) or whole.get(name))
    bare = not any(made.get(name) for name in TITLES if name not in ("gaps", "pages"))
    told_nothing = " No sentence of these pages was read as an act, a saying or a plan." if bare else ""
    first = headline(pile, weightiest or told)
    return Brief(titled(pile), first and marked(pile, first), counts(pile) + told_nothing, kept, pile.record.path.stem)


def told_by(pile: Pile, lines: Sequence[Line]) -> dict[Occurrence, Told | None]:
    """Give by which sentence the acts of some lines are told; by which the others are is asked anew."""
    kept = {line.about for line in lines}
    return {o: told for o, told in pile.clearest.items() if o.occurrence_id in kept}


def shown_acts(pile: Pile, section: str, found: Sequence[Occurrence]) -> list[tuple[Occurrence, Told]]:
    """Rank the acts of a section with the sentence that tells each, or mentions it; of what came to nothing or lies ahead those
    alone whose sentence bears that out."""
    acts = []
    for occurrence, best in ranked(pile, found):
        fits = in_full(pile, occurrence, best) and (section != "off" or bears_out(pile, occurrence, best))
        if told := best if fits else mention(pile, occurrence, best):
            pile.clearest[occurrence] = told
            acts.append((occurrence, told))
    return acts


def in_full(pile: Pile, occurrence: Occurrence, told: Told) -> bool:
    """Tell whether an act is told by its sentence, or by words of ours that say something."""
    return bool(shown_words(pile, occurrence, told)) or known_alone(pile, occurrence)


def mention(pile: Pile, occurrence: Occurrence, told: Told) -> Told | None:
    """Give the event by which an act is mentioned with what became of it: the one given, else the first that bears it out."""
    both = (told, *pile.told(occurrence.occurrence_id))
    return next((t for t in both if occurrence.status in REAL or bears_out(pile, occurrence, t)), None)


def bears_out(pile: Pile, occurrence: Occurrence, told: Told) -> bool:
    """Tell whether a sentence has the words for what became of the act that it mentions."""
    words = pile.words(told.sentence)
    if not tells_fate(occurrence, told.event) or gainsaid(occurrence.status, words):
        return False
    return occurrence.status not in (*AHEAD, *OFF) or not untold_fate(pile, (occurrence, told))


def act_line(pile: Pile, occurrence: Occurrence, told: Told) -> Line:
    """Write an act for the full brief: by its sentence, by one that mentions it, or in words of ours that say something."""
    if in_full(pile, occurrence, told):
        return occurrence_line(pile, occurrence, told)
    return passing_line(pile, occurrence, told)


DAY = re.compile(r"\d{4}")  # a lead that tells a day or year


def day_of(pile: Pile, line: Line) -> str:
    """Give the day by which a line of an act has its place: that of the act where the line tells one, else that of its page;
    what has neither stands last."""
    act = pile.occurrences.get(line.about or "")
    own = act.date_start if act and DAY.search(line.lead) and "as of" not in line.lead else None
    return own or pile.documents[line.evidence[0].doc_id].published or "9999"


def happened(pile: Pile, acts: Mapping[str, Sequence[Line]]) -> list[tuple[Occurrence, Told]]:
    """Give the acts of the lines of what happened, each with the event that tells it."""
    found = [o for line in acts.get("happened", ()) if (o := pile.occurrences.get(line.about or ""))]
    return [(o, told) for o in found if (told := clearest(pile, o))]


def cut(name: str, lines: Sequence[Line], whole: int, full: bool) -> Section:
    """Keep the lines of a section that have room; the rest of the `whole` that the full brief has is left as a number."""
    kept = tuple(lines if full else lines[: KEPT.get(name)])
    return Section(name, TITLES[name], kept, max(0, whole - len(kept)))


def lengths(pile: Pile) -> dict[str, int]:
    """Count the lines that the full brief has in each section that is not of acts; what no report states it asks of more acts, so
    that its lines there are no rest of these."""
    pages = len([*family_lines(pile), *(line for line in (single_line(pile, True), unread_line(pile)) if line)])
    return {"said": len(sayings(pile)), "disputed": len(disputed(pile)) + len(reconciled(pile)),
            "relations": len(pile.relations), "pages": pages}  # fmt: skip


def said_lines(pile: Pile, full: bool) -> list[Line]:
    """Write the sayings by speaker: all of them, or two a speaker in quotation marks."""
    found = sayings(pile)
    chosen = sorted(found, key=lambda s: (s.name is None, s.name or "", s.about)) if full else of_worth(pile, found, 2)
    listed = [s for mine in by_speaker(chosen if full else chosen[: KEPT["said"]]).values() for s in mine]
    return [saying_line(pile, s, 99 if full else 1) for s in listed]


def all_differences(pile: Pile) -> list[Line]:
    """Write what is disputed, then what differs and can all be right."""
    return [finding_line(pile, f) for f in (*disputed(pile), *reconciled(pile))]


KIND = re.compile(r"^[a-z]+: ")  # of a channel, before its words
FEWEST = 4  # lines of the state of relations below which sentences that are less sure stand there too; ours
UNMARKED = frozenset(("said", "pages"))  # lines that say themselves which pages were reworded or translated


def with_less_sure(pile: Pile, made: Mapping[str, Sequence[Line]], above: Sequence[str]) -> list[Line]:
    """Give the lines of the sheet whose words no section above holds; where they are few, sentences less sure too."""
    told = {line.text for name in above for line in made.get(name, ())[: KEPT.get(name)]}
    sure = [line for line in made["relations"] if not any(KIND.sub("", line.text).rstrip(".") in text for text in told)]
    words = {*told, *(pile.words(e) for line in sure for e in whole(pile, line))}
    return [*sure, *less_sure(pile, max(0, FEWEST - len(sure)), words)]


def whole(pile: Pile, line: Line) -> list[Evidence]:
    """Give the sentence that the words of a line were taken from."""
    found = (pile.sentence(e.doc_id, e.start) for e in line.evidence[:1])
    return [e for e in found if e]


def sheet_lines(pile: Pile, full: bool) -> list[Line]:
    """Write the state of relations: every line, or those of each category that weigh most and are likely to be true; these
    without their parties, whom their words name and readers found wrong more often than anything else."""
    if full:
        return relation_lines(pile)
    room = Counter[str]()
    kept = []
    for r in main_relations(pile, LONG):
        line = relation_line(pile, r) if room[r.category] < SHORT[r.category] else None
        if line and sound(pile, "relations", line):
            room[r.category] += 1
            kept.append(unlabelled(line))
    return kept


def page_lines(pile: Pile, full: bool) -> list[Line]:
    """Write which pages are copies of what; in the short brief families of several pages only, single ones as a number."""
    families = [line for line in family_lines(pile) if full or len(line.parts) > 1 or (line.evidence and line.parts)]
    rest = [line for line in (single_line(pile, full), unread_line(pile)) if line]
    return [*families[: KEPT["pages"] - len(rest)], *rest, *families[KEPT["pages"] - len(rest) :]]


def counts(pile: Pile) -> str:
    """Say how much stands behind the record: pages, copies, voices, and what was kept out."""
    documents = pile.documents.values()
    copies = sum(d.kind in ("republication", "edited", "spun", "translated", "mixed") for d in documents)
    whole = pile.voices.get("record")
    behind = f", {voices_in_words(whole.voices_low, whole.voices_high)}" if whole else ""
    taken = f"; {copies} took text over from another page or an agency" if copies else ""
    days = sorted(d.published[:10] for d in documents if d.published)
    when = (
        f", published {days[0]} to {days[-1]}"
        if days and days[0] != days[-1]
        else f", published {days[0]}"
        if days
        else ""
    )
    out = f"; {counted(len(pile.record.dropped), 'item')} kept out" if len(pile.record.dropped) else ""
    return f"{counted(len(pile.documents), 'page')}{when}{behind}{taken}{out}."
