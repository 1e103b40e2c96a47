"""Choose the acts that the short brief tells, and of the sentences that tell each the one that is most likely true by itself.

An act has its place by how likely an editor has it on his page (`importance.py`); it is told by a sentence only where a reader
would sign the line (`sound.py`). Of the acts that weigh most a line less sure is shown rather than none: a page that leaves out
its story misleads more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from readout.pile import KIND_RANK, Pile, Told
from readout.records import Evidence, Occurrence
from readout.text.main_act import verb_over
from readout.web.behind import akin, behind
from readout.web.details import REAL
from readout.web.fates import gainsaid, overtaken, senseless
from readout.web.importance import LEAD, body_of, importance
from readout.web.lapsed import last_day, over
from readout.web.lines import Line
from readout.web.phrases import named
from readout.web.retold import heavy, rare
from readout.web.sheet import PRESS
from readout.web.sound import bar, chance
from readout.web.standing import adrift, lacking, passage
from readout.web.tellings import (
    AHEAD,
    AHEAD_WORDS,
    OF_WHICH,
    OFF,
    STOPPED,
    WISHED,
    ambiguous,
    by_section,
    clearest,
    clumsy,
    mostly,
    occurrence_line,
    passing_line,
    shown_words,
    tells_fate,
)

ACTS = 28  # lines of acts in the short brief: with sayings and the sheet a page or two
ROOM = {"happened": 14, "agreed": 6, "demanded": 8, "ahead": 7, "off": 5, "before": 3}  # of these in a section at most
WEIGHTIEST, LESS_SURE = 8, 0.55  # so many acts are told from this chance on, where no sentence tells them more surely
MENTIONED = 24  # so many of the acts that weigh most are told by a sentence that only mentions them, where none tells them; ours
PREFERRED = 0.08  # of a chance; ours
TRIED = 12  # sentences of an act that are tried
REPEATED = 0.55  # share of the bits of its rare words that makes a sentence a repeat; ours
ALTERED = 4  # rank of pages whose words a machine changed; `KIND_RANK`
ASIDE = 2  # faults of a sentence from which what one page tells in it is told in passing; ours


def chosen(pile: Pile) -> list[tuple[str, Line]]:
    """Give the lines of acts with their sections, the weightiest first; no sentence stands twice, nor one that tells little
    more than another."""
    weight = importance(pile)
    section = {o.occurrence_id: name for name, found in by_section(pile).items() for o in found}
    kept: list[tuple[str, Line]] = []
    room, asked = Counter(ROOM), 0
    for name in sorted(weight, key=lambda n: (-weight[n], n)):
        where = section[name]
        if len(kept) >= ACTS or not room[where]:
            continue
        asked += 1
        found = surest(pile, where, pile.occurrences[name], told_of(kept, where))
        if found and found[0] >= (min(LESS_SURE, bar(where)) if asked <= WEIGHTIEST else bar(where)):
            line: Line | None = found[1]
        elif asked <= MENTIONED and not (found and found[1].text):
            line = mentioned(pile, where, pile.occurrences[name], [one for _, one in kept])
        else:
            line = None
        if line and not any(repeats(pile, line, one) for _, one in kept):
            kept = [(its, one) for its, one in kept if not one.text or one.text not in line.text]  # told with what follows on it
            where = where if where not in WORDS_OF or WORDS_OF[where].search(line.text) else "happened"
            room[where] -= 1
            kept.append((where, line))
    return kept if any(where == "off" for where, _ in kept) else [*kept, *called_off(pile, section, told_of(kept, "off"))]


def mentioned(pile: Pile, section: str, occurrence: Occurrence, kept: Sequence[Line]) -> Line | None:
    """Give the line of a weighty act that no sentence tells plainly by one that only mentions it, where that can be read by itself
    and no line kept tells it: that Wednesday's rally was broken up tells that there was one."""
    shown = [told for line in kept if (told := pile.clearest.get(pile.occurrences[str(line.about)]))]
    fit = [t for t in pile.told(occurrence.occurrence_id)
           if mentions(pile, occurrence, t) and not any(akin(pile, one, t) for one in shown)]  # fmt: skip
    for told in sorted(fit, key=lambda t: (clumsy(pile, t.sentence) + ambiguous(pile, t), t.event.event_id)):
        pile.clearest[occurrence] = told
        plainly = bool(shown_words(pile, occurrence, told))
        line = (occurrence_line if plainly else passing_line)(pile, occurrence, told)
        if not plainly or chance(pile, section, line) >= LESS_SURE:
            return line
    return None


def mentions(pile: Pile, occurrence: Occurrence, told: Told) -> bool:
    """Tell whether a sentence in a page's own words mentions an act as done, and can be read without the one before it."""
    if occurrence.status not in REAL or not (unaltered(pile, told) and tells_fate(occurrence, told.event)):
        return False
    before = pile.words(Evidence(told.event.doc_id, told.sentence.start, told.event.start))
    wished = occurrence.type != "THREATEN" and WISHED_FOR.search(f"{before} ")
    return not (wished or GAINSAID.search(before) or untold_fate(pile, (occurrence, told)) or adrift(pile, told.sentence))


GAINSAID = re.compile(r"\b(?:den(?:y|ies|ied|ying)|if|whether|unless)\b[^;.]*$", re.I)
WISHED_FOR = re.compile(r"\b(?:to|not|never|no|would|could|might|may) (?:\w+ )?$", re.I)


def told_of(kept: Sequence[tuple[str, Line]], section: str) -> list[Line]:
    """Give the lines that another telling of an act must not repeat: that a sentence of what happened tells in passing what was
    called off is no reason to leave out the sentence that tells it."""
    return [line for _, line in kept] if section == "off" else []


def called_off(pile: Pile, section: Mapping[str, str], kept: Sequence[Line]) -> list[tuple[str, Line]]:
    """Give the line of the weightiest act that was called off, where no such act has a line; of one less sure rather than none."""
    weight = importance(pile)
    off = (o for o in pile.occurrences.values() if section.get(o.occurrence_id) == "off" and o.status in STOPPED)
    for o in sorted(off, key=lambda o: (-weight.get(o.occurrence_id, 0.0), o.occurrence_id)):
        found = surest(pile, "off", o, kept)
        if found and found[0] >= LESS_SURE and found[1].text and not any(repeats(pile, found[1], one) for one in kept):
            return [("off", found[1])]
    return []


# Words that tell what a head says: a line without one of them stands with what happened.
WORDS_OF = {
    "agreed": re.compile(
        r"\b(?:agree|accord|accept|deal|pact|treat(?:y|ies)|promis|pledg|vow|undert[ao]|commit|assur|guarant|sign|initial|back|"
        r"support|welcom|prais|congratul|hail|thank|endors|approv|ratif|adopt|settl|compromis|memorand|consent|grant|allow|permit|"
        r"offer|condol|sympath|solidar|bargain|defend|stand by|stood by|side[ds]? with|favour|vote|elect|applaud|salut|"
        r"understanding|terms|will|would)\w*", re.I,
    ),
    "demanded": re.compile(
        r"\b(?:demand|call|urg|ask|request|appeal|insist|want|plead|petition|appl(?:y|ied)|seek|sought|order|summon|accus|blam|"
        r"charg|alleg|condemn|denounc|criti|protest|complain|object|den(?:y|ie)|refus|reject|turn\w* (?:\w+ ){0,4}(?:down|away)|"
        r"declin|rul\w+ out|dismiss|veto|oppos|against|threat|warn|vow|ultimatum|su(?:e|ed|it)\b|indict|prosecut|disput|contradict|"
        r"question|attack|claim|say|said|told|tell|maintain|no|not|never|nobody|without|must|should|would|will)\w*|n[’']t\b", re.I,
    ),
}  # fmt: skip


def repeats(pile: Pile, line: Line, other: Line) -> bool:
    """Tell whether the sentence of a line holds little that another does not: of its rare words, by their bits."""
    mine, its = (rare(pile.words(one.evidence[0])) for one in (line, other))
    return heavy(mine & its) >= REPEATED * heavy(mine) > 0


def surest(pile: Pile, section: str, occurrence: Occurrence, kept: Sequence[Line] = ()) -> tuple[float, Line] | None:
    """Give the line of an act that a reader most likely signs, with that chance, if it can be one that repeats none of those kept;
    none where no sentence tells it plainly and words of ours would say nothing. The sentence chosen tells the act from then on."""
    first = clearest(pile, occurrence)
    own, altered = tellings(pile, occurrence)  # the words of a machine tell only what no page tells, or that it was called off
    reworded = altered if section == "off" or not any(unaltered(pile, t) for t in pile.told(occurrence.occurrence_id)) else ()
    found = plain(pile, section, occurrence, own) or plain(pile, section, occurrence, reworded)
    pile.clearest[occurrence] = first
    if found:
        found = [one for one in found if not any(repeats(pile, one[2], line) for line in kept)] or found
        best = max(found, key=lambda one: (one[0] + fitness(pile, one[1]), one[1].event.event_id))
        pile.clearest[occurrence] = best[1]
        return best[0], best[2]
    if first is None or shown_words(pile, occurrence, first) or not known_alone(pile, occurrence):
        return None
    line = occurrence_line(pile, occurrence, first)
    return chance(pile, section, line), line


def plain(pile: Pile, section: str, occurrence: Occurrence, by: Iterable[Told]) -> list[tuple[float, Told, Line]]:
    """Give of the events that tell an act those whose sentence is a plain fact, with its line and the chance that it is signed."""
    found = list[tuple[float, Told, Line]]()
    last = last_day(pile)
    for told in by:
        pile.clearest[occurrence] = told
        if section == "ahead" and over(pile, told, last):
            continue  # an older telling of what lies ahead
        if plain_fact(pile, (occurrence, told)):
            line = occurrence_line(pile, occurrence, told)
            found.append((chance(pile, section, line), told, line))
    return found


def fitness(pile: Pile, told: Told) -> float:
    """Give by how much a sentence is to be preferred to one as surely true: it opens a page, and tells the act as its page's
    own word."""
    opens = 0 <= told.event.start - body_of(pile, told.event.doc_id) < LEAD
    return PREFERRED * (opens - (told.event.attributed_to is not None))


def tellings(pile: Pile, occurrence: Occurrence) -> tuple[list[Told], list[Told]]:
    """Give events by whose sentences an act can be told, with its fate and not in passing: those in words of a page's own, and
    those in words that a machine changed."""
    told = [t for t in pile.told(occurrence.occurrence_id)
            if shown_words(pile, occurrence, t) and not gainsaid(occurrence.status, pile.words(t.sentence))]  # fmt: skip
    distinct = list({pile.words(t.sentence): t for t in reversed(told)}.values())[::-1]
    own, altered = ([t for t in distinct if unaltered(pile, t) == kind] for kind in (True, False))
    return own[:TRIED], altered[:TRIED]


def unaltered(pile: Pile, told: Told) -> bool:
    """Tell whether an event stands on a page whose words no machine changed."""
    return KIND_RANK[pile.documents[told.event.doc_id].kind] < ALTERED


def plain_fact(pile: Pile, chosen: tuple[Occurrence, Told]) -> bool:
    """Tell whether an occurrence is more than a turn of phrase: what is negated inside someone's very words seldom is, nor what
    one page tells in passing; and whether its sentence can be read alone."""
    occurrence, told = chosen
    if not shown_words(pile, occurrence, told):
        return known_alone(pile, occurrence)
    if senseless(occurrence.type, occurrence.status, told.event) or untold_fate(pile, chosen):
        return False
    if lacking(pile, told.sentence) and passage(pile, told.sentence) == told.sentence:
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


def untold_fate(pile: Pile, chosen: tuple[Occurrence, Told]) -> bool:
    """Tell whether a sentence does not tell what is said to have become of its act: refused, denied, called off."""
    occurrence, told = chosen
    words, before = pile.words(told.sentence), pile.words(Evidence(told.event.doc_id, told.sentence.start, told.event.start))
    if occurrence.status in REAL:
        return bool(SUPPOSED.search(before[-SUPPOSING:]))
    asked = occurrence.type == "REQUEST" and bool(ON_REQUEST.search(f"{before} "))
    aside = bool(OF_WHICH.search(f"{before} "))
    moved = occurrence.status == "postponed"  # its sentence tells that it was moved: it need not look ahead
    if occurrence.status in AHEAD and (aside or not (moved or AHEAD_WORDS.search(words) or WISHED.search(words))):
        return True
    if occurrence.status == "denied" and not DENIED.search(words):
        return True
    if occurrence.status in OFF and of_another(pile, told):
        return True
    if moved:
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
