"""Compose the brief: what the pages say, ranked and cut to a page or two, every line footnoted to exact characters.

Page text is taken over word for word; what is ours are labels, counts and fixed frames. Nothing is concluded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from readout.pile import Pile, Told
from readout.records import Evidence, Occurrence
from readout.text.main_act import verb_over
from readout.web.behind import behind
from readout.web.details import REAL
from readout.web.disputes import apart, disputed, finding_line, reconciled
from readout.web.families import family_lines, single_line, unread_line
from readout.web.fates import overtaken
from readout.web.gaps import gaps
from readout.web.headline import headline
from readout.web.lines import Brief, Line, Section
from readout.web.phrases import counted, named, voices_in_words
from readout.web.sayings import by_speaker, of_worth, saying_line, sayings
from readout.web.sheet import LONG, PRESS, SHORT, main_relations, relation_line, relation_lines
from readout.web.sound import sound
from readout.web.standing import lacking
from readout.web.tellings import (
    AHEAD,
    AHEAD_WORDS,
    OF_WHICH,
    OFF,
    WISHED,
    ambiguous,
    by_section,
    clumsy,
    mostly,
    occurrence_line,
    ranked,
    shown_words,
)

# Lines a section keeps in the short brief: together a page or two.
KEPT = {"happened": 8, "said": 7, "agreed": 5, "demanded": 5, "ahead": 6, "off": 4, "before": 0, "disputed": 6,
        "relations": 20, "gaps": 5, "pages": 8}  # fmt: skip
TITLES = {
    "happened": "What happened", "said": "Said", "agreed": "Agreed, promised, backed", "demanded": "Demanded, accused, refused",
    "ahead": "Planned and ahead", "off": "Called off, refused or denied", "before": "Before", "disputed": "Disputed",
    "relations": "State of relations", "gaps": "What no report states", "pages": "Pages and copies",
}  # fmt: skip
MAIN = 6  # occurrences asked for what no report states
ASIDE = 2  # faults of a sentence from which what one page tells in it is told in passing; ours
Chosen = tuple[Occurrence, Told]


def compose(pile: Pile, *, full: bool = False) -> Brief:
    """Compose the brief of a record; `full` keeps every line."""

    everything = {name: ranked(pile, found) for name, found in by_section(pile).items()}
    plain = {name: [c for c in found if full or plain_fact(pile, c)] for name, found in everything.items()}
    chosen = {name: written(pile, name, found, full) for name, found in (plain if full else once(pile, plain)).items()}
    lines = {name: [line for _, line in found] for name, found in chosen.items()}
    told = {name: [pair for pair, _ in found] for name, found in chosen.items()}
    happened = told.get("happened", [])
    made = {
        **lines, "said": said_lines(pile, full), "disputed": dispute_lines(pile, full), "relations": sheet_lines(pile, full),
        "gaps": gaps(pile, happened if full else happened[:MAIN]), "pages": page_lines(pile, full),
    }  # fmt: skip
    if not full:
        made["relations"] = untold(made, ("happened", "agreed", "demanded", "ahead", "off", "said"))
    whole = {} if full else {**{name: len(found) for name, found in everything.items()}, **lengths(pile)}
    kept = tuple(cut(name, made.get(name, ()), whole.get(name, 0), full) for name in TITLES if made.get(name) or whole.get(name))
    bare = not any(made.get(name) for name in TITLES if name not in ("gaps", "pages"))
    told_nothing = " No sentence of these pages was read as an act, a saying or a plan." if bare else ""
    return Brief(pile.record.path.stem, headline(pile, made), counts(pile) + told_nothing, kept)


def written(pile: Pile, name: str, found: Sequence[Chosen], full: bool) -> list[tuple[Chosen, Line]]:
    """Write the lines of a section: all of them, or as many as it has room for of those that are likely to be true."""
    kept: list[tuple[Chosen, Line]] = []
    for o, t in found:
        if not full and len(kept) >= KEPT[name]:
            break
        line = occurrence_line(pile, o, t)
        if full or sound(pile, name, line):
            kept.append(((o, t), line))
    return kept


def cut(name: str, lines: Sequence[Line], whole: int, full: bool) -> Section:
    """Keep the lines of a section that have room; the rest of the `whole` that the full brief has is left as a number."""
    kept = tuple(lines if full else lines[: KEPT[name]])
    return Section(name, TITLES[name], kept, max(0, whole - len(kept)))


def lengths(pile: Pile) -> dict[str, int]:
    """Count the lines that the full brief has in each section that is not of acts; what no report states it asks of more acts, so
    that its lines there are no rest of these."""
    pages = len([*family_lines(pile), *(line for line in (single_line(pile, True), unread_line(pile)) if line)])
    return {"said": len(sayings(pile)), "disputed": len(disputed(pile)) + len(reconciled(pile)),
            "relations": len(pile.relations), "pages": pages}  # fmt: skip


def plain_fact(pile: Pile, chosen: Chosen) -> bool:
    """Tell whether an occurrence is more than a turn of phrase: what is negated inside someone's very words seldom is, nor what
    one page tells in passing; and whether its sentence can be read alone."""
    occurrence, told = chosen
    if not shown_words(pile, occurrence, told):
        return known_alone(pile, occurrence)
    if lacking(pile, told.sentence) or untold_fate(pile, chosen):
        return False
    if occurrence.status in AHEAD and overtaken(pile, told.event):
        return False
    if occurrence.reports == 1 and occurrence.status in REAL and clumsy(pile, told.sentence) + ambiguous(pile, told) > ASIDE:
        return False
    said = pile.attributions.get(told.event.attributed_to or "")
    if said and any(PRESS.search(pile.words(Evidence(said.doc_id, s, t))) for s, t in said.source):
        return False  # what a newspaper is said to write
    return not (occurrence.status == "negated" and said and said.kind in ("direct", "mixed", "partial"))


JOINT = frozenset(("CONSULT", "AGREE", "COOPERATE"))  # acts of two


def known_alone(pile: Pile, occurrence: Occurrence) -> bool:
    """Tell whether an act that no sentence tells says something in words of ours: done, told by several voices, and named by who
    takes part, two where it takes two, or of what befell where or when."""
    if occurrence.status not in REAL or behind(pile, occurrence).high == 1:
        return False
    if occurrence.type is None:
        return bool(occurrence.place or occurrence.date_start)
    who = named(pile, mostly(occurrence, [t.event for t in pile.told(occurrence.occurrence_id)]))
    return len(who) > (occurrence.type in JOINT)


# What tells that an act did not come about, or that it was somebody's wish: without such a word a sentence tells no refusal.
UNDONE = re.compile(
    r"\b(?:call\w* (?:\w+ ){0,3}off|cancel\w*|scrap\w*|put (?:\w+ ){0,4}off|postpon\w*|drop\w*|den(?:y|ies|ied|ials?)|"
    r"reject\w*|refus\w*|declin\w*|no|not|never|nobody|none|neither|nor|without|fail\w*|withdr\w+|off|"
    r"turn\w* (?:\w+ ){0,4}(?:down|away|back)|abandon\w*|suspend\w*|halt\w*|block\w*|veto\w*|collaps\w*|stopp\w*|lost|oppos\w*|"
    r"rul\w+ out|dismiss\w*|ban\w*|stay\w* away|had been (?:due|planned|set|scheduled|fixed)|(?:was|were) to have|fell through|"
    r"broke\w* (?:off|down)|invented|untrue|false)\b|n[’']t\b",
    re.I,
)
MOVED = re.compile(
    r"\b(?:postpon\w*|put(?:s|ting)? (?:\w+ ){0,4}(?:off|back)|delay\w*|defer\w*|adjourn\w*|moved|reschedul\w*|later|held over|"
    r"suspend\w*)\b", re.I,
)  # fmt: skip
REFUSED = re.compile(
    r"\b(?:refus\w*|reject\w*|declin\w*|turn\w* (?:\w+ ){0,5}(?:down|away|back)|den(?:y|ies|ied)|no|not|never|nobody|oppos\w*|"
    r"against|rul\w+ out|dismiss\w*|spurn\w*|veto\w*|block\w*|would not|without)\b|n[’']t\b", re.I,
)  # fmt: skip
# Words by which a sentence itself denies; who was asked not to come denies nothing.
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ials?|ying)|reject\w*|dismiss\w*|contradict\w*|disput\w*|refut\w*|untrue|false\w*|invent\w*|fabricat\w*|rumou?rs?"
    r"|never|nobody|nothing|none|neither|no|(?:did|does|do|had|has|have|was|were|is|are|would|will|could) not|baseless|unfounded)\b"
    r"|n[’']t\b", re.I,
)  # fmt: skip
SUPPOSED = re.compile(r"\b(?:would|could|might|should) (?:\w+ )?have\b")  # what did not come about because it was only supposed
ON_REQUEST = re.compile(r"\bat (?:the )?(?:[\w’'-]+ ){1,4}$")  # postponed at its request: the request was made


def untold_fate(pile: Pile, chosen: Chosen) -> bool:
    """Tell whether a sentence does not tell what is said to have become of its act: refused, denied, called off."""
    occurrence, told = chosen
    words, before = pile.words(told.sentence), pile.words(Evidence(told.event.doc_id, told.sentence.start, told.event.start))
    if occurrence.status in REAL:
        return bool(SUPPOSED.search(before[-SUPPOSING:]))
    asked = occurrence.type == "REQUEST" and bool(ON_REQUEST.search(f"{before} "))
    aside = bool(OF_WHICH.search(f"{before} "))
    if occurrence.status in AHEAD and (aside or not (AHEAD_WORDS.search(words) or WISHED.search(words))):
        return True
    if occurrence.status == "denied" and not DENIED.search(words):
        return True
    if occurrence.status in OFF and of_another(pile, told):
        return True
    if occurrence.status == "postponed":
        return asked or aside or not MOVED.search(words)
    if occurrence.status == "refused" and not REFUSED.search(words):
        return True
    return occurrence.status in OFF and (not UNDONE.search(words) or bool(SUPPOSED.search(words)) or asked or aside)


def of_another(pile: Pile, told: Told) -> bool:
    """Tell whether what is said to have become of an act is said of another on which it hangs: refused to ban the strike."""
    words = pile.parsed.get((told.sentence.doc_id, told.sentence.start), ())
    verb = verb_over(words, told.event.start, told.event.end)
    return verb is not None and verb != told.event.holder


SUPPOSING = 24  # characters before an act in which it is told as supposed


def once(pile: Pile, told: Mapping[str, list[Chosen]]) -> dict[str, list[Chosen]]:
    """Let each sentence stand in one section only: with the act it is about, else in the first that has it."""
    shown = {o.occurrence_id: shown_words(pile, o, t) or o.occurrence_id for found in told.values() for o, t in found}
    about: dict[str, int] = {}
    for o, t in (c for found in told.values() for c in found):
        words, doubt = shown[o.occurrence_id], ambiguous(pile, t)
        about[words] = min(about.get(words, doubt), doubt)
    told = {n: [(o, t) for o, t in f if ambiguous(pile, t) == about[shown[o.occurrence_id]]] for n, f in told.items()}
    seen: set[str] = set()
    kept: dict[str, list[Chosen]] = {}
    for name in TITLES:
        fresh = [(o, t) for o, t in told.get(name, ()) if shown[o.occurrence_id] not in seen]
        kept[name] = fresh
        seen.update(shown[o.occurrence_id] for o, t in fresh[: KEPT[name]])
    return kept


def said_lines(pile: Pile, full: bool) -> list[Line]:
    """Write the sayings by speaker: all of them, or two a speaker in quotation marks."""
    found = sayings(pile)
    chosen = sorted(found, key=lambda s: (s.name is None, s.name or "", s.about)) if full else of_worth(pile, found, 2)
    listed = [s for mine in by_speaker(chosen if full else chosen[: KEPT["said"]]).values() for s in mine]
    return [saying_line(pile, s, 99 if full else 1) for s in listed]


def dispute_lines(pile: Pile, full: bool) -> list[Line]:
    """Write what is disputed, then what differs and can all be right; the short brief leaves out what only differs."""
    found = [f for f in disputed(pile) if full or not apart(f)]
    lines = [finding_line(pile, f) for f in (*found, *reconciled(pile))]
    return [line for line in lines if full or sound(pile, "disputed", line)]


def untold(made: Mapping[str, Sequence[Line]], above: Sequence[str]) -> list[Line]:
    """Give the lines of the sheet that no section above tells in the same words."""
    told = {line.text for name in above for line in made.get(name, ())[: KEPT[name]]}
    return [line for line in made["relations"] if line.text not in told]


def sheet_lines(pile: Pile, full: bool) -> list[Line]:
    """Write the state of relations: every line, or those of each category that weigh most and are likely to be true."""
    if full:
        return relation_lines(pile)
    room = Counter[str]()
    kept = []
    for r in main_relations(pile, LONG):
        line = relation_line(pile, r) if room[r.category] < SHORT[r.category] else None
        if line and sound(pile, "relations", line):
            room[r.category] += 1
            kept.append(line)
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
