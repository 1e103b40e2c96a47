"""Say whose act a demand, a promise or a threat is that is told by what is demanded, promised or threatened: who demands, not who
is to do it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from readout.records import Attribution, Event, Involvement, Participant, Word
from readout.stages.fuse.telling import Involved, Party, People
from readout.text.acts import ASKING, PROMISING, THREATENING
from readout.text.event_tree import listed

WORDED: Final = frozenset(("REQUEST", "AGREE", "THREATEN"))
PROPOSING: Final = listed(
    "propose proposal suggest suggestion advocate recommend recommendation seek favour favor plead"
)
GOVERNING: Final = ASKING | PROMISING | THREATENING | PROPOSING
# Verbs whose object is a demand, a promise or a threat of their subject's.
MAKING: Final = listed(
    "make repeat renew issue give voice raise reiterate put back support drop withdraw send table launch"
)
NOMINAL: Final = ("NOUN", "PROPN", "PRON")
OWNING: Final = frozenset(("of", "by", "from"))
UP: Final = 5  # words above an act among which what it hangs on stands; ours
Span = tuple[int, int]


@dataclass(frozen=True)
class Askers:
    """Finds who demands, promises or threatens: whom the sayings and events of the pages know by the same words."""

    known: People
    speakers: Mapping[str, Sequence[tuple[Span, Involvement]]]
    parties: Mapping[str, Sequence[tuple[Participant, Involvement]]]

    def given(
        self,
        event: Event,
        kind: str,
        words: Sequence[Word],
        text: str,
        sides: tuple[tuple[Party, ...], tuple[Party, ...]],
    ) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """Give actors and recipients: who says so as actor; of a demand, who is to do what is demanded as recipient."""
        actors, recipients = sides
        if kind not in WORDED or event.type == kind:
            return sides
        at = asking(words, event)
        heads = owners(words, at) if at is not None else ()
        found = [self.party(event.doc_id, words, head, text) for head in heads]
        askers = tuple({p.key: p for p in found}.values())
        if kind == "REQUEST" and at is not None and unsaid(words, at):
            return (), tuple({p.key: p for p in (*recipients, *actors)}.values())
        if not askers or any(p.key in {a.key for a in askers} for p in actors):
            return sides
        if not any(p.entity for p in askers) and kind != "REQUEST":
            return sides
        mine = {a.key for a in askers}
        to_do = actors if kind == "REQUEST" else ()
        others = {p.key: p for p in (*recipients, *to_do) if p.key not in mine}
        return askers, tuple(others.values())

    def party(self, doc_id: str, words: Sequence[Word], head: int, text: str) -> Party:
        """Make the noun phrase of a head comparable."""
        span = phrase(words, head)
        at = (words[head].start, words[head].end)
        told = Participant(None, " ".join(text[slice(*span)].split()), *span, None, None)
        by_saying = (
            row for (s, e), row in self.speakers.get(doc_id, ()) if s <= at[0] and at[1] <= e and row.entity_id
        )
        row = next(by_saying, None)
        if row is None:
            beside = (
                (p, r) for p, r in self.parties.get(doc_id, ()) if p.start <= at[0] and at[1] <= p.end and r.entity_id
            )
            row = min(beside, key=lambda found: found[0].end - found[0].start, default=(None, None))[1]
        proper = any(w[0].isupper() for w in told.text.split() if w.lower() != "the")
        return (self.known.named(told.text) if proper and row is None else None) or self.known.party(told, row)


def askers_of(
    attributions: Iterable[Attribution], events: Iterable[Event], involved: Involved, known: People
) -> Askers:
    """Index who speaks and takes part by page and words."""
    speakers: dict[str, list[tuple[Span, Involvement]]] = {}
    parties: dict[str, list[tuple[Participant, Involvement]]] = {}
    for a in sorted(attributions, key=lambda a: a.attribution_id):
        row = involved.get((a.attribution_id, "speaker", 0))
        if row and row.entity_id:
            speakers.setdefault(a.doc_id, []).extend((span, row) for span in a.source)
    for e in sorted(events, key=lambda e: e.event_id):
        for role, listed_ in (("actor", e.actors), ("recipient", e.recipients)):
            for n, p in enumerate(listed_):
                if found := involved.get((e.event_id, role, n)):
                    parties.setdefault(e.doc_id, []).append((p, found))
    return Askers(known, speakers, parties)


def asking(words: Sequence[Word], event: Event) -> int | None:
    """Give the word that demands, promises or threatens an act: the nearest above it that its reading names, else that does so."""
    here = next((i for i, w in enumerate(words) if event.start <= w.start < event.end), None)
    above = list(over(words, here)) if here is not None else []
    named = (i for i in above if event.holder and words[i].lemma.lower() == event.holder)
    meant = (i for i in above if not event.holder and words[i].lemma.lower() in GOVERNING)
    return next(named, None) or next(meant, None)


def over(words: Sequence[Word], i: int) -> Iterable[int]:
    """List the words above a word, the nearest first."""
    for _ in range(UP):
        i = words[i].head
        if not 0 <= i < len(words):
            return
        yield i


def owners(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Give the heads of the phrases for whose demand, promise or threat a word tells."""
    if words[at].upos == "VERB":
        return joined(words, subject(words, at))
    if words[at].upos != "NOUN":
        return ()
    below = [i for i, w in enumerate(words) if w.head == at]
    own = [i for i in below if words[i].deprel == "nmod:poss"]
    of = [i for i in below if words[i].deprel.startswith(("nmod", "obl")) and OWNING & cases(words, i)]
    if own or of:
        return joined(words, (own or of)[0])
    verb = words[at].head
    carried = words[at].deprel in ("obj", "obl") and 0 <= verb < len(words) and words[verb].lemma.lower() in MAKING
    return joined(words, subject(words, verb)) if carried else ()


def unsaid(words: Sequence[Word], at: int) -> bool:
    """Tell whether a verb in the passive leaves out who demands: it was demanded that."""
    passive = any(w.head == at and w.deprel in ("nsubj:pass", "aux:pass") for w in words)
    return passive and words[at].upos == "VERB" and subject(words, at) is None


def subject(words: Sequence[Word], verb: int) -> int | None:
    """Give the subject of a verb, or of the verb whose subject it shares; in the passive who is named by "by"."""
    for _ in range(UP):
        below = [i for i, w in enumerate(words) if w.head == verb]
        passive = any(words[i].deprel in ("nsubj:pass", "aux:pass", "csubj:pass") for i in below)
        if passive:
            by = [i for i in below if words[i].deprel in ("obl:agent", "obl") and "by" in cases(words, i)]
            return by[0] if by else None
        own = [i for i in below if words[i].deprel == "nsubj"]
        if own:
            return own[0]
        if words[verb].deprel not in ("conj", "xcomp", "advcl", "parataxis") or not 0 <= words[verb].head < len(words):
            return None
        verb = words[verb].head
    return None


def cases(words: Sequence[Word], i: int) -> frozenset[str]:
    """Give the prepositions of a noun."""
    return frozenset(w.lemma.lower() for w in words if w.head == i and w.deprel == "case")


def joined(words: Sequence[Word], head: int | None) -> tuple[int, ...]:
    """Give a noun and those joined to it."""
    if head is None:
        return ()
    others = (i for i, w in enumerate(words) if w.head == head and w.deprel == "conj" and w.upos in NOMINAL)
    return (head, *others)


BESIDE: Final = ("compound", "flat", "amod", "nmod:poss", "det", "nummod", "nmod:desc", "nmod", "case", "appos")


def phrase(words: Sequence[Word], head: int) -> Span:
    """Give the span of a noun phrase without what is joined to it or told of it in a clause, and without its article."""
    inside, new = {head}, {head}
    while new:
        new = {i for i, w in enumerate(words) if w.head in new and w.deprel in BESIDE and i not in inside}
        new -= {i for i in new if words[i].head == head and words[i].deprel in ("det", "case")}
        inside |= new
    return min(words[i].start for i in inside), max(words[i].end for i in inside)
