"""Find what a parsed sentence sets a day for that is still to come: a hearing, a vote, a strike, a deadline, a visit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from readout.records import Word
from readout.text.telling_clause import clause
from readout.text.times import Time


class Ahead(NamedTuple):
    """A plan: the clause, the word it hangs on, its first and last day, and its state."""

    start: int
    end: int
    at: int
    first: str
    last: str
    state: str


MOVED: Final = frozenset(("postpone", "delay", "adjourn", "reschedule", "defer", "put", "push", "move", "extend"))
OFF: Final = frozenset(("cancel", "call", "scrap", "drop", "abandon"))  # `call` with "off"
# What sets a day in the past tense: set for Monday, gave them until Monday, invited them for Monday.
SETTING: Final = frozenset((
    "set", "schedule", "plan", "fix", "announce", "convene", "summon", "invite", "order", "give", "book", "expect", "slate",
    "promise", "pledge", "agree", "vow", "undertake", "call", "due", "propose", "ask", "want", "demand", "threaten", "arrange",
))  # fmt: skip
WILL: Final = frozenset(("will", "shall", "would", "should", "wo", "'ll", "must"))
# What a meeting or march does that takes place at all.
BEING: Final = frozenset(("happen", "proceed", "occur", "hold", "convene", "open", "begin", "start", "resume", "meet"))
BOUND: Final = frozenset(("until", "till", "before", "since", "after", "following"))
TOWARDS: Final = frozenset(("for", "by", "until", "till", "to", "from"))
GRANTED: Final = frozenset(("give", "have", "extend", "grant"))
SHORT: Final = 10  # characters of an ISO day
NEXT: Final = frozenset(("planned", "scheduled", "due", "expected", "slated"))


def dates_ahead(text: str, words: Sequence[Word], times: Sequence[Time], written: str) -> Iterator[Ahead]:
    """Give the plans of a sentence whose day lies after the day its page was written, one for each verb."""
    found: dict[int, Ahead] = {}
    for time in times:
        if not (time.date_start and time.date_end and time.date_start > written[:SHORT]) or time.precision == "year":
            continue
        top = top_of(words, time.start, time.end)
        verb = None if top is None or words[top].deprel == "nmod:poss" else over(words, top)
        if top is None or verb is None or bound(words, top, verb):
            continue
        state = state_of(text, words, verb, top)
        told = telling(words, verb) if state else None
        if state and told and (verb not in found or state == "postponed"):
            found[verb] = Ahead(*told, verb, time.date_start, time.date_end, state)
    yield from found.values()


def top_of(words: Sequence[Word], start: int, end: int) -> int | None:
    """Give the word of a stretch that the rest of it hangs on."""
    inside = [i for i, w in enumerate(words) if w.start < end and w.end > start]
    return next((i for i in inside if words[i].head not in inside), None)


def over(words: Sequence[Word], at: int) -> int | None:
    """Climb from a time to the verb, or the noun with a verb "be", that it belongs to."""
    for _ in range(6):
        if words[at].upos in ("VERB", "AUX") or any(w.head == at and w.deprel == "cop" for w in words):
            return at
        if words[at].head < 0:
            return None
        at = words[at].head
    return None


def telling(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """Give the clause of a plan; of one that describes a noun (a visit planned for Monday) that of the sentence where the noun
    is its subject, else the noun with the clause."""
    if not words[verb].deprel.startswith("acl") or words[verb].head < 0:
        return clause(words, words[verb].start, words[verb].end)
    noun = words[verb].head
    above = over(words, noun) if words[noun].deprel.startswith("nsubj") else None
    if above is not None:
        return clause(words, words[above].start, words[above].end)
    own = clause(words, words[verb].start, words[verb].end)
    first = min((i for i, w in enumerate(words) if w.head == noun and i < noun and w.deprel != "case"), default=noun)
    return (min(words[first].start, own[0]), own[1]) if own else None


def bound(words: Sequence[Word], top: int, verb: int) -> bool:
    """Tell whether a time only bounds an act: until Monday; given until Monday is a deadline."""
    cases = {w.lemma.lower() for w in words if w.head == top and w.deprel in ("case", "mark")}
    return bool(cases & BOUND) and words[verb].lemma.lower() not in GRANTED


def state_of(text: str, words: Sequence[Word], verb: int, top: int) -> str | None:
    """Say whether a verb with a day ahead tells of a plan, one put off or called off; null where it tells of neither."""
    below = [w for w in words if w.head == verb]
    described = over(words, words[verb].head) if words[verb].deprel.startswith("acl") and words[verb].head >= 0 else None
    if described is not None and failed(words, described):
        return None  # the meeting that was planned for Monday did not take place: it lies behind
    if negated(words, verb):
        return "cancelled" if missed(words, verb) else None
    if words[verb].lemma.lower() == "be" and any(
        w.lemma.lower() == "no" and w.head >= 0 and words[w.head].head == verb for w in words
    ):
        return None  # there will be no strike on Tuesday
    if any(w.deprel == "mark" and w.lemma.lower() in ("if", "unless", "whether") for w in below):
        return None
    infinitive = any(w.lemma.lower() == "to" and w.upos == "PART" for w in below)
    if infinitive and any(w.deprel == "aux" and w.lemma.lower() == "have" for w in below):
        return "cancelled"  # was to have paid a visit
    own = fate(text, words, verb)
    if own:
        return own
    if words[verb].deprel.split(":")[0] == "acl" and words[verb].head >= 0:
        above = over(words, words[verb].head)
        upper = fate(text, words, above) if above is not None else None
        if above is not None and negated(words, above) and missed(words, above):
            return "cancelled"  # his visit, fixed for Monday, would not take place
        if upper:
            return upper
    return "planned" if looks_ahead(text, words, verb, top) else None


def negated(words: Sequence[Word], verb: int) -> bool:
    """Tell whether a verb is negated: will not, will no longer."""
    below = {w.lemma.lower() for w in words if w.head == verb}
    return bool(below & {"not", "never", "n't", "longer"}) or any(
        w.lemma.lower() == "no" and w.head >= 0 and words[w.head].head == verb and words[w.head].upos == "ADV" for w in words
    )


def failed(words: Sequence[Word], verb: int) -> bool:
    """Tell whether a verb says that what was set did not come about: never took place, did not go ahead, failed to begin."""
    lemma, below = words[verb].lemma.lower(), {w.lemma.lower() for w in words if w.head == verb}
    being = lemma in BEING or (lemma == "take" and "place" in below) or (lemma == "go" and bool(below & {"ahead", "on", "forward"}))
    return being and negated(words, verb) and not below & (WILL | {"to"})


def missed(words: Sequence[Word], verb: int) -> bool:
    """Tell whether a negated verb says that what was set will not be: will not take place, will not go ahead, is not to be held."""
    lemma, below = words[verb].lemma.lower(), {w.lemma.lower() for w in words if w.head == verb}
    if not below & (WILL | {"to"}):
        return False
    return lemma in BEING or (lemma == "take" and "place" in below) or (lemma == "go" and bool(below & {"ahead", "on", "forward"}))


def fate(text: str, words: Sequence[Word], verb: int) -> str | None:
    """Say whether a verb puts off or calls off what it speaks of."""
    lemma = words[verb].lemma.lower()
    particles = {w.lemma.lower() for w in words if w.head == verb and w.deprel in ("compound:prt", "advmod")}
    if lemma in MOVED and (lemma not in ("put", "push", "move") or particles & {"off", "back"} or passive(words, verb)):
        return "postponed" if lemma != "put" or "off" in particles or "back" in particles else None
    if lemma == "off" and any(w.head == verb and w.deprel == "cop" for w in words):
        return "cancelled"  # the march on Monday is off
    if lemma in OFF and (lemma != "call" or "off" in particles):
        return "cancelled"
    return None


def passive(words: Sequence[Word], verb: int) -> bool:
    return any(w.head == verb and w.deprel in ("aux:pass", "nsubj:pass") for w in words)


def looks_ahead(text: str, words: Sequence[Word], verb: int, top: int) -> bool:
    """Tell whether a verb looks ahead: will meet, is to meet, meets on Monday, planned for Monday."""
    word, below = words[verb], [w for w in words if w.head == verb]
    lemma, form = word.lemma.lower(), text[word.start : word.end].lower()
    if any(w.deprel.startswith("aux") and w.lemma.lower() in WILL for w in below):
        return True
    if any(w.lemma.lower() == "to" and w.upos == "PART" for w in below):
        return True
    if form in NEXT or (lemma in SETTING and any(
        w.lemma.lower() in TOWARDS and w.deprel == "case" and w.head == top for w in words
    )):  # fmt: skip
        return True
    if word.upos not in ("VERB", "AUX"):
        return any(w.deprel == "cop" and text[w.start : w.end].lower() in ("is", "are") for w in below)
    helped = any(w.deprel.startswith("aux") and w.lemma.lower() in ("have", "do") for w in below)
    if form.endswith("ing"):
        return any(w.deprel == "aux" and text[w.start : w.end].lower() in ("is", "are") for w in below)
    present = form in (lemma, f"{lemma}s", f"{lemma}es") or (lemma.endswith("y") and form == f"{lemma[:-1]}ies")
    return present and not helped
