"""Who can stand on the sheet: states, bodies and named persons, each once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from readout.records import Event, Parse, Relation, Word
from readout.stages.relate.mains import told_there, word_at
from readout.stages.relate.pile import Pile
from readout.text.stem import stem

# Groups that only count heads or name nobody: thirty people, two men, others.
NOBODY = re.compile(
    r"^(?:(?:the|a|an|some|other|many|several|dozens of|hundreds of|thousands of|[\d,.]+|[a-z]+(?:-[a-z]+)?) )*"
    r"(?:people|persons?|individuals?|men|man|women|woman|others|crowds?|moving crowd|hundreds|thousands|dozens|onlookers|"
    r"victims?|survivors?|witnesses|passers-by|bystanders|residents|somebody|someone|reporters|journalists|guests)$", re.I,
)  # fmt: skip
WORD = re.compile(r"[^\W\d_]{3,}")
BODIES = frozenset(("country", "government", "organisation", "group"))


# Nouns that name a body, which can promise and demand; other nouns of many only tell who was there: engineers, savers.
BODY = re.compile(
    r"\b(?:government|ministry|cabinet|court|tribunal|parliament|assembly|council|senate|committee|commission|authorit(?:y|ies)|agency|"
    r"police|army|navy|guard|forces?|military|militia|garrison|corps|gendarmerie|junta|union|unions|federations?|association|"
    r"organi[sz]ation|company|firm|corporation|board|bank|office|service|movement|party|opposition|coalition|front|club|chamber|"
    r"institute|brigades?|delegation|mission|embassy|consulate|house|administration|operator|cooperative|church|university)$", re.I,
)  # fmt: skip
# Who serves a state or a body, which is the party where it is known.
SERVANTS = re.compile(
    r"\b(?:officers?|officials?|policem[ae]n|soldiers?|troops|guards|gendarmes|marines|snipers|gunners|inspectors|investigators|experts|"
    r"diplomats|envoys|ambassadors|consuls|deputies|lawmakers|judges|prosecutors|commissioners|ministers|negotiators|delegates|"
    r"observers|monitors|engineers|doctors|medics|lawyers|mediators|commanders|representatives|staffs?|crews?|"
    r"organi[sz]ers)$", re.I,
)  # fmt: skip
GOVERNMENT = re.compile(r"(?:.* )?(?P<head>[A-Z][\w-]+)(?:['’]s?)? (?:administration|government|cabinet)")
PAIR = 2  # sides that are both
OFTEN = 2  # acts of a group from which it is one that acts in the pile; ours
SEVERAL = 3  # tellings from which who takes part in half of them is sure; ours
STEM = 5  # first letters that a country and its people have in common at least; ours
ENDING = 4  # letters that a name of a people adds at most: -ians; ours
BOTH = re.compile(
    r"\b(?:both|the two|each other|they|the sides|the parties|the (?:foreign |defen[cs]e )?ministers|the delegations)\b",
    re.I,
)
CLAUSAL = frozenset(("ccomp", "advcl", "acl", "parataxis", "csubj"))


def tidied(pile: Pile, one: Relation) -> Relation:
    """Write each party of a line once: no place, no people who are only counted or described where somebody else is known."""
    known = [p for p in one.parties if p in pile.entities]
    acting = [p for p in known if not pile.is_place(p) and not NOBODY.match(pile.entities[p].name)]
    firm = [p for p in acting if not described(pile, p)] or acting
    kept = tuple(
        p for p in firm if not any(part_of(pile, p, q) or of_people(pile, p, q) or rules(pile, p, q) for q in firm)
    )
    parties = kept or tuple(p for p in known if not pile.is_place(p))
    own = {f"{told} by {pile.entities[p].name}" for p in parties[:1] for told in ("refused", "denied")}
    state = (
        "; ".join(s for s in (one.status or "").split("; ") if s not in own) or None
    )  # nobody refuses his own demand
    return replace(one, parties=parties, status=state)


def described(pile: Pile, party: str) -> bool:
    """Tell whether a party is people who are only described and do not act as one: fishermen, the bank's customers."""
    e = pile.entities.get(party)
    if e is None:
        return True
    head = re.split(r" (?:of|from|in) ", e.name)[0].split()[-1:]
    if e.type != "group" or not head or not head[0].islower() or BODY.search(" ".join(head)):
        return False
    if SERVANTS.search(" ".join(head)):
        return True
    acts, borne = pile.acts_of.get(party, 0), pile.borne_by.get(party, 0)
    return acts < OFTEN or acts <= borne


def rules(pile: Pile, party: str, other: str) -> bool:
    """Tell whether a party is the government, named for its head, of a country that is listed: the Marlin administration."""
    name = GOVERNMENT.fullmatch(pile.entities[party].name)
    if party == other or name is None or pile.entities[other].type not in ("country", "government"):
        return False
    return any(e.type == "person" and e.country and pile.side_of.get(e.country) == other and e.name.split()[-1] == name["head"]
               for e in pile.entities.values())  # fmt: skip


def of_people(pile: Pile, party: str, other: str) -> bool:
    """Tell whether a party is the people of another that is listed: Ostravans beside Ostrava."""
    if party == other:
        return False
    ours, theirs = pile.entities[party].name.lower(), pile.entities[other].name.lower()
    if " " in ours or " " in theirs or pile.entities[other].type not in ("country", "government"):
        return False
    common = next(
        (n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs))
    )
    rest = len(ours) - common
    return common >= STEM and len(theirs) - common <= 2 and rest <= ENDING and len(ours) > len(theirs)


def own(
    pile: Pile, sides: Sequence[str], told: Event | None, events: Sequence[Event], *, deed: bool = False
) -> tuple[str, ...]:
    """Give those sides of an act that the words shown put into it: who takes part there, or is named in its clause; else who is
    named in its sentence, else who takes part in most tellings. All where the words speak of both. Who only reports a deed is no
    party to it; who reports a promise may give it."""
    saying = only_saying(pile, told) if deed and told is not None else ()
    sides = tuple(s for s in sides if s not in saying)
    if told is None or len(sides) < PAIR:
        return sides
    if BOTH.search(pile.words(pile.sentence(told))):
        pair = pile.two(told.doc_id)
        if len(sides) == PAIR or (pair and set(pair) <= set(sides)):
            return sides if len(sides) == PAIR else pair
    there, _ = told_there(pile, [told])
    acting = {*pile.sides(sorted(there)), *pile.sides(named_beside(pile, told))}
    around, most = set(pile.sides(pile.within(pile.sentence(told)))), mostly(pile, events)
    for found in (acting, around, most):
        kept = [s for s in sides if s in found and not described(pile, s)]
        if kept:
            doing, sure = doers(pile, events), set() if len(events) < SEVERAL else most
            more = sure if set(kept) & doing else sure | (doing & most)
            return tuple(s for s in sides if s in kept or (s in more and not described(pile, s)))
    return sides


def doers(pile: Pile, events: Sequence[Event]) -> set[str]:
    """Give the sides that act in some events."""
    acting = {
        i.entity_id for e in events for i in pile.involved.get(e.event_id, ()) if i.role == "actor" and i.entity_id
    }
    return set(pile.sides(sorted(acting)))


def only_saying(pile: Pile, event: Event) -> tuple[str, ...]:
    """Give the sides that a sentence names only to say who tells its act: five were hurt, the ministry said."""
    parse = pile.parses.get((event.doc_id, event.sentence_id))
    at = None if parse is None else word_at(parse.words, event.start, event.end)
    if parse is None or at is None or any(w.lemma.lower() in HIMSELF for w in parse.words):
        return ()
    named = pile.beginning(parse.doc_id, parse.start, parse.end)
    says = [(e, says_so(parse.words, word_at(parse.words, s, t), at)) for s, t, e in named]
    return pile.sides(sorted({e for e, so in says if so} - {e for e, so in says if not so}))


def says_so(words: Sequence[Word], at: int | None, act: int) -> bool:
    """Tell whether a name stands in the subject of a verb of saying that does not tell the act."""
    while at is not None and words[at].head >= 0:
        head = words[at].head
        if words[at].deprel.startswith("nsubj"):
            return head != act and words[head].lemma.lower() in REPORTING
        if words[at].upos in ("VERB", "AUX"):
            return False
        at = head
    return False


# Words by which he who tells an act can mean himself: the guild said it would strike.
HIMSELF = frozenset(("it", "its", "they", "their", "he", "his", "she", "her", "we", "our", "i", "my"))
# Verbs under which stands what somebody tells of others.
REPORTING = frozenset((
    "say", "report", "tell", "announce", "add", "note", "explain", "state", "claim", "write", "confirm", "mention",
))  # fmt: skip


def mostly(pile: Pile, events: Sequence[Event]) -> set[str]:
    """Give the sides that take part in at least half as many tellings of an act as the one that does so most."""
    often = Counter(
        s
        for e in events
        for s in pile.sides(sorted({i.entity_id for i in pile.involved.get(e.event_id, ()) if i.entity_id}))
    )
    return {s for s, n in often.items() if 2 * n >= max(often.values())}


def named_beside(pile: Pile, event: Event) -> list[str]:
    """Give who is named in the clause of an act, not in one over it or in one that describes something in it."""
    parse = pile.parses.get((event.doc_id, event.sentence_id))
    trigger = None if parse is None else word_at(parse.words, event.start, event.end)
    if parse is None or trigger is None:
        return pile.within(pile.clause(event))
    near = pile.beginning(parse.doc_id, parse.start, parse.end)
    top = clause_top(parse.words, trigger)
    return [e for s, t, e in near if pile.party(e) and takes_part(parse, word_at(parse.words, s, t), top)]


WHERE = frozenset(
    ("in", "at", "near", "outside", "inside", "across", "throughout", "around", "over", "off", "via", "through")
)


def takes_part(parse: Parse, at: int | None, top: int) -> bool:
    """Tell whether a name has a part in a clause: it stands in it, and not only to say where."""
    where = (
        at is not None
        and parse.words[at].deprel.split(":")[0] in ("obl", "nmod")
        and any(w.head == at and w.deprel == "case" and w.lemma.lower() in WHERE for w in parse.words)
    )
    return not where and belongs(parse, at, top)


def clause_top(words: Sequence[Word], at: int) -> int:
    """Give the word at the head of the clause of a word."""
    for _ in range(len(words)):
        relation = words[at].deprel
        clausal = relation.split(":")[0] in CLAUSAL or (
            relation == "conj" and words[at].upos == "VERB" and subject(words, at)
        )
        if words[at].head < 0 or (clausal and words[at].upos in ("VERB", "AUX", "ADJ")):
            return at
        at = words[at].head
    return at


def subject(words: Sequence[Word], verb: int) -> bool:
    """Tell whether a verb has a subject of its own."""
    return any(w.head == verb and w.deprel.split(":")[0] == "nsubj" for w in words)


def belongs(parse: Parse, at: int | None, top: int) -> bool:
    """Tell whether a word stands under the head of a clause, no describing clause between."""
    words = parse.words
    if at is None or (words[top].deprel.startswith("acl") and at == words[top].head):
        return at is not None
    for _ in range(len(words)):
        if at == top:
            return True
        aside = words[at].deprel.split(":")[0] in ("acl", "advcl", "parataxis") and words[at].upos == "VERB"
        if words[at].head < 0 or aside:
            return False
        at = words[at].head
    return False


def part_of(pile: Pile, party: str, other: str) -> bool:
    """Tell whether a body goes by a part of another's name: the union beside the Union of Harbour Pilots."""
    ours, theirs = pile.entities[party], pile.entities[other]
    if party == other or ours.type not in ("organisation", "group") or theirs.type not in ("organisation", "group"):
        return False
    mine, whole = stems(ours.name), stems(theirs.name)
    return bool(mine) and mine < whole


def stems(name: str) -> frozenset[str]:
    return frozenset(stem(w.lower()) for w in WORD.findall(name) if w.lower() not in ("the", "and", "for"))


def sided(pile: Pile, parties: Sequence[str]) -> int:
    """Count the parties that can have relations: states, governments, bodies, persons who hold an office or act for a state."""
    return sum(
        (e := pile.entities.get(p)) is not None and (e.type in BODIES or p in pile.officials or bool(e.country))
        for p in parties
    )
