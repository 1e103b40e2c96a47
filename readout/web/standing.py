"""Tell what a sentence speaks of that another one names: say it in words of ours where the page does, else that it is lacking."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from readout.pile import PRONOUNS, Pile
from readout.records import Evidence, Mention
from readout.text.person_nouns import PERSONS
from readout.web.whom import all_hold, holds, is_person, rivalled, whom

# A sentence that opens on a word whose meaning lies in the one before cannot stand alone.
LEANING = re.compile(
    r"[\"“‘'«„]?(?:(?:he|she|they|it|this|that|these|those|his|her|their|its|but|and|or|nor|so|then|there|both|one of them|"
    r"the two)\b|"
    r"[a-z]+ (?:minutes?|hours?|days?|weeks?|months?|years?) (?:(?:earlier|later|afterwards)\b(?! than)|before,)|"
    r"(?:earlier|later|afterwards)\b(?! (?:this|that|last|next|on|in|than|today|yesterday)\b)|"
    r"the (?:same|next|following|previous) (?:day|night|morning|evening|week|month)\b)",
    re.IGNORECASE,
)
# Of these the first word only ties the sentence to the one before; what it tells stands in it.
TYING = re.compile(r"[\"“‘'«„]?(?:but|and|or|so|then|there|both|the two)\b", re.I)
# What a sentence speaks of without telling it: denied that very thing; both have accepted.
REFERS = re.compile(
    r"\bthat very\b|\b(?:do|does|did|done|doing) (?:so|the same)\b|\bthe same thing\b|"
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|refus(?:es|ed)|accept(?:s|ed)?|confirm(?:s|ed)?|declin(?:es|ed)|"
    r"(?<!\bas )agreed|warned of|promised)"
    r"(?: (?:it|this|them|as much)\b(?! \w+ (?:was|were|is|had|has|would))"
    r"| that(?=[,.;:]|$| (?:as|at|on|in|by|with|when|and|but|too|again|yesterday|today|outright|flatly)\b)"
    r"|(?: in principle)?(?=[,.;]|$))", re.I,
)  # fmt: skip
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)"
_BE = r"(?:is|are|was|were|had|has|have|will|would|did|remain\w*|stayed|left|went|came)"
# Words left out, or pointed at, that the sentence before holds: all but four were let go; a joint one; she puts that down to.
ELLIPTIC = re.compile(
    rf"^(?:(?:[Nn]one|[Ss]ome|[Mm]ost|[Mm]any|[Hh]alf|[Ss]everal|[Nn]either|[Bb]oth|[Tt]he (?:rest|others?)|[Oo]thers|{_NUMBER})"
    rf"(?: of (?:them|these|those))?|[Aa]ll but {_NUMBER}) {_BE}\b|"
    r"\b(?:a|an|the|another) (?:[a-z-]+ )?ones?\b(?![-’']| (?:of|who|that|which|thing|day|year|person|another)\b)|"
    rf"\bthere (?:is|are|was|were|have been|had been) (?:only |just |about |some )?(?:{_NUMBER}|none|more|fewer|others)(?=[.,;]|$)|"
    r"\b(?:said|says|say|answered|replied) (?:yes|no)(?=[.,;]|$)|"
    r"\b(?:puts?|call(?:s|ed)?|described?s?|blame[ds]?|explain(?:s|ed)|attribute[ds]?|trace[ds]?|link(?:s|ed)|makes?|made|did|does)"
    r" (?:that|this)\b(?= (?:down|as|on|to|up|off|by|with|for|at)\b|[.,;]|$)|"
    r"\b(?:of|to|with|about|for|by|from|on|at|after|before|over) (?:that|this|these|those)(?=[.,;]|$| (?:yesterday|today)\b)|"
    r"\b[Oo]n (?:the same|that) (?:day|night|morning|evening)\b|"
    r"\bthis (?:is|was|would|will|had|has|could|may|means|meant)\b|\b(?:no|any) such \w+|\bsuch an? \w+|"
    rf"\bthe (?:former|latter)(?=[,.;]|$| (?:{_BE}|said|says|and|or|but|by|in|to|at)\b)|"
    r"\b(?:did|does|has|have|had|was|would|will|could) not(?=[.;]|$)|\bthat followed(?=[,.;]|$)|"
    rf"^[Tt]he {_NUMBER} (?:{_BE}|[a-z]+ed)\b|^As for (?:the|that|this) others?\b|^[Ww]hat (?:that|this) \w+|"
    r"\b[Tt]he (?:step|move|measure|gesture|remarks?) (?:was|is|were|had|has|came|follows|followed|would)\b|"
    r"\bat (?:about |around |almost )?the same (?:time|hour|moment)\b(?! as)|"
    r"\bthis (?:newspaper|paper|reporter|correspondent|column|desk|page)\b|"
    r"\b(?:a|one|two|three|\w+) (?:day|night|week)s? (?:earlier|later)\b(?! than)|\bthe (?:day|night|week) before(?=[.,;]|$)|"
    r"^(?:In|During|At) the same (?:conversation|call|interview|speech|statement|letter|meeting|session)\b|"
    r"^(?:Instead|Otherwise|Likewise),|"
    r"^Within (?:hours|minutes|days)(?=,| (?!of\b|after\b))|^(?:The|A) (?:first|second|third|other),|\bin favour(?=[.,;]|$)|"
    r"\bour (?:prime minister|president|government|minister|town|city|country|readers|correspondent)\b"
)
_SAID = (
    r"(?:decision|promise|agreement|statement|note|proposal|offer|ruling|deal|clause|text|terms|order|package|accord|claim|allegation"
    r"|demand|request|accusation|charge|plan|step|move|measure|letter|ultimatum|invitation|suggestion|motion|verdict|sentence|call)s?"
)
# What was decided, said or written, with nothing that tells what it is: condemned the decision as unlawful.
POINTED = re.compile(
    rf"\b[Tt]he {_SAID}(?= (?:as|was|were|is|had|has|at once|within|and|but|by|on \w+day|when|after|before|goes|comes)\b|[.,;]|$)"
    r"(?! (?:was|were|had been) (?:signed|reached|made|taken|given|handed))", re.I
)
PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(PRONOUNS))})\b", re.I)
NAMED = 2  # pronouns of a sentence whose meaning is told
# Whom or what this means stands in another sentence: nothing before it in its own clause can be meant by it.
STRANDED = re.compile(
    r"\b(?:of|with|to|from|for|by|at|against|about|over|under|behind|near|into|around|through|beyond|beside|past) (it|him|them)\b"
)
# A pronoun that is what the sentence is about, behind words on when or where only.
OPENED = re.compile(
    r"(?:On|By|At|In|Before|After|Since|Until|From|During|Within|Around|Late|Early|Last|This|Next)\b"
    r"(?:(?! (?:said|says|told|had|has|was|were|is|are|would|will)\b)[^;:.]){1,45}?,? (he|she|it|they)\b"
)
KIN = re.compile(r"\b(?:his|her) (?:husband|wife|widow|son|daughter|father|mother|parents|family|brother|sister|cousin)\b")
# An object pronoun: where nobody is named before it, it means somebody of another sentence.
SOMEBODY = re.compile(
    r"\b(?:him|her(?= (?:an?|the|that|to|in|on|at|for|with)\b|[.,;]|$))\b"
)
SEVERAL = re.compile(r"^[^;:“\"]{1,140}? (?:will|would|to|is|was|has|had|[a-z]+ed|[a-z]+s) (?:[a-z]+ )?(?P<them>them)\b")
PLURAL = re.compile(
    r"[a-z]{3}(?<!says)s\b(?! (?:the|a|an|his|her|its|their|that|to)\b)|\b(?:people|men|women|children|police)\b|\band\b"
)
# What is done to "it" in the clause that opens a sentence is done to something named before: no subject acts on itself so.
ACTED_ON = re.compile(
    r"(?<!\bof)(?<!\bto) [a-z]{3,} (?P<it>it)(?=[,.;]|$| (?:and|but|with|to|in|on|at|from|as|for|by|again|down|off|out|back)\b)"
)
# To put one's name to what stands elsewhere.
SIGNED = re.compile(r"\b(?:his|her|their) (?:names?|signatures?|hands?|seals?) (?:to|under|on|beneath) it\b")
CLAUSE = re.compile(
    r"[,;:—]|\b(?:and|or|but|that|which|who|whom|whose|when|while|if|because|as|after|before|since|until|where|to)\b"
)
_SIDES = r"(?:sides?|part(?:y|ies)|countr(?:y|ies)|governments?|delegations?|capitals?|states?|neighbours?|ministries|nations?)"
_PEOPLE = r"(?:ministers?|leaders?|presidents|men|women|envoys|negotiators)"
# Words for two whom another sentence may name.
PAIR = re.compile(
    rf"\b(?:[Bb]oth|[Ee]ither|[Nn]either|[Ee]ach|[Tt]he two|[Tt]heir two) (?:of the )?(?:foreign |defence |prime )?"
    rf"(?:(?P<sides>{_SIDES})|(?P<people>{_PEOPLE}))\b|\b[Tt]he other (?P<other>side|party|country|government)\b"
)
PERSON = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[A-Z][\w’'-]+) (?:[\w-]+ )?(?:{'|'.join(sorted(PERSONS))})\b"
)
TWO = 2
# Organs of a state, which are no side over against each other.
ORGAN = re.compile(
    r"\b(?:court|ministry|department|police|parliament|office|prosecut\w+|agency|commission|council|committee)\b", re.I
)
BACK = 2  # sentences before one in which the two are looked for; ours
# A bare noun with "the" for what a page has introduced before: the commission is to meet.
BARE = re.compile(
    r"^The (?P<noun>[a-z]{4,})(?= (?:is|are|was|were|has|had|have|will|would|said|says|hoped|[a-z]+ed|[a-z]{3,}s)\b)"
    r"(?! (?:used|made|seized|held|based|asked|called|involved|planned|needed)\b)"
)
OF_ITS_OWN = frozenset(("police", "government", "army", "navy", "parliament", "opposition", "president", "public", "rest"))
NOT_TELLING = frozenset((
    "same", "new", "first", "second", "third", "last", "next", "other", "whole", "very", "own", "only", "said", "such", "two",
))  # fmt: skip


def leaning(pile: Pile, sentence: Evidence) -> bool:
    """Tell whether a sentence tells badly alone: it opens on the one before or speaks of what that one holds."""
    words = pile.words(sentence)
    return bool(LEANING.match(words) or REFERS.search(words) or ELLIPTIC.search(words) or stranded(pile, sentence))


def lacking(pile: Pile, sentence: Evidence) -> bool:
    """Tell whether a sentence cannot be told alone: what it speaks of stands in another one and nothing says what it is."""
    return adrift(pile, sentence) or pointed(pile.words(sentence)) or unpaired(pile, sentence)


def adrift(pile: Pile, sentence: Evidence) -> bool:
    """Tell whether who or what a sentence is about stands in another one, and nothing says what it is."""
    words = pile.words(sentence)
    if REFERS.search(words) or ELLIPTIC.search(words) or SIGNED.search(words) or stranded(pile, sentence):
        return True
    opened = LEANING.match(words)
    text, at = pile.documents[sentence.doc_id].text, sentence.start + len(words) - len(words.lstrip("\"“‘'«„"))
    first = PRONOUN.match(text, at, sentence.end)
    known = first is not None and whom(pile, sentence, first) is not None
    return bool(opened) and not known and not TYING.match(words)


def unpaired(pile: Pile, sentence: Evidence) -> bool:
    """Tell whether a sentence speaks of two whom nothing names."""
    return any(not (names_two(pile, sentence, m) or the_two(pile, sentence, m)) for m in pairs(pile, sentence))


def passage(pile: Pile, sentence: Evidence) -> Evidence:
    """Give the passage by which a sentence is told: with the one before it, where what it speaks of stands there; else itself."""
    starts = pile.sentence_starts.get(sentence.doc_id, ())
    at = bisect_left(starts, sentence.start)
    before = pile.sentence(sentence.doc_id, starts[at - 1]) if 0 < at < len(starts) and starts[at] == sentence.start else None
    if before is None or sentence.end - before.start > WIDEST or not one_paragraph(pile, before, sentence):
        return sentence
    alone = not (lacking(pile, before) or LEANING.match(pile.words(before)))
    told = alone and (lacking(pile, sentence) or takes_up(pile, before, sentence))
    return Evidence(sentence.doc_id, before.start, sentence.end) if told else sentence


WIDEST = 360  # characters of two sentences that are told together; ours


def one_paragraph(pile: Pile, one: Evidence, other: Evidence) -> bool:
    """Tell whether two sentences stand in one paragraph of the text of a page."""
    between = pile.documents[one.doc_id].text[one.start : other.end]
    return pile.role(one.doc_id, one.start) == "body" and "\n\n" not in between


def takes_up(pile: Pile, before: Evidence, sentence: Evidence) -> bool:
    """Tell whether a sentence speaks of a thing as known that the one before it tells: the commission, the demand."""
    words, told = pile.words(sentence), pile.words(before).lower()
    return any(re.search(rf"\b{m['noun'][:STEM].lower()}", told) for m in KNOWN_THING.finditer(words)
               if not re.search(rf"\b{m['noun'][:STEM]}", words[: m.start()], re.I))  # fmt: skip


STEM = 6  # characters by which two forms of a word are one; ours
# A thing called by its bare noun, with nothing behind it that says which.
KNOWN_THING = re.compile(
    r"\b(?:[Tt]he|[Tt]h(?:is|at|ese|ose)) (?P<noun>[a-z]{4,})\b"
    r"(?! (?:of|to|that|for|by|between|in|on|at|with|which|who|against|from)\b)"
)


def pointed(words: str) -> bool:
    """Tell whether a sentence speaks of a decision, an offer, a text that it does not tell: nothing before names it."""
    found = POINTED.search(words)
    return found is not None and not re.search(rf"\b{found[0].split()[-1]}", words[: found.start()], re.I) and TELLS.search(
        words[: found.start()]
    ) is None


# What a sentence tells before may be what is meant: offered to mediate, and the offer was taken up.
TELLS = re.compile(
    r"\b(?:offer|propos|decid|order|promis|agree|rul|demand|request|accus|charg|plan|writ|wrote|invit|suggest|sign|adopt|vot)\w*",
    re.I,
)


def stranded(pile: Pile, sentence: Evidence) -> bool:
    """Tell whether a pronoun within a sentence means what stands in another, and nobody knows what: eleven miles north of it."""
    text = pile.documents[sentence.doc_id].text
    opened = OPENED.match(text, sentence.start, sentence.end)
    if opened and (sentence.doc_id, opened.start(1)) not in pile.pronouns:
        return True
    if nobody_named(pile, sentence):
        return True
    acted = ACTED_ON.search(text, sentence.start, sentence.end)
    if acted and (sentence.doc_id, acted.start("it")) not in pile.pronouns:
        return not CLAUSE.search(text, sentence.start, acted.start("it"))
    return any(
        not CLAUSE.search(text, sentence.start, m.start()) and (sentence.doc_id, m.start(1)) not in pile.pronouns
        for m in STRANDED.finditer(text, sentence.start, sentence.end)
    )


def nobody_named(pile: Pile, sentence: Evidence) -> bool:
    """Tell whether an object pronoun of a sentence means somebody, or several, of whom nothing before it in the sentence tells."""
    text, known = pile.documents[sentence.doc_id].text, pile.pronouns
    words = text[sentence.start : sentence.end]
    several = SEVERAL.match(words)
    at = several.start("them") if several else 0
    if several and (sentence.doc_id, sentence.start + at) not in known and not PLURAL.search(words[:at]):
        return True
    persons = [m.start for m in pile.named.get(sentence.doc_id, ()) if is_person(pile, m) and m.start >= sentence.start]
    alone = [m for m in SOMEBODY.finditer(text, sentence.start, sentence.end) if (sentence.doc_id, m.start()) not in known]
    kin = [m for m in KIN.finditer(text, sentence.start, sentence.end) if (sentence.doc_id, m.start()) not in known]
    nobody = [m for m in (*alone, *kin) if not any(at < m.start() for at in persons)]
    return any(m in kin or not PERSON.search(text, sentence.start, m.start()) for m in nobody)


def meant(pile: Pile, sentence: Evidence) -> list[str]:
    """Say whom the pronouns, the pairs and the bare noun of a sentence mean that it does not name before them."""
    text, told = pile.documents[sentence.doc_id].text, dict[str, str]()
    for word in PRONOUN.finditer(text, sentence.start, sentence.end):
        who = whom(pile, sentence, word)
        named = (m.start for m in pile.named.get(sentence.doc_id, ()) if m.entity_id == who)
        if who and not any(sentence.start <= at < word.start() for at in named) and not rivalled(pile, sentence, word):
            told.setdefault(who, word[0])
    found = [f"“{word}”: {pile.name(who)}" for who, word in told.items()][:NAMED]
    for m in pairs(pile, sentence):
        if not names_two(pile, sentence, m) and (two := the_two(pile, sentence, m)):
            found.append(f"“{m[0]}”: {' and '.join(two)}")
    return [*found, *introduced(pile, sentence), *by_office(pile, sentence)]


def pairs(pile: Pile, sentence: Evidence) -> list[re.Match[str]]:
    """List the words of a sentence that mean two."""
    return [*PAIR.finditer(pile.documents[sentence.doc_id].text, sentence.start, sentence.end)]


def names_two(pile: Pile, sentence: Evidence, pair: re.Match[str]) -> bool:
    """Tell whether two that a pair can mean are named in its own sentence."""
    return len(among(pile, sentence.doc_id, sentence.start, sentence.end, bool(pair["people"]))) == TWO


def the_two(pile: Pile, sentence: Evidence, pair: re.Match[str]) -> list[str]:
    """Name the two whom a pair means: the only two that the sentences before it name, of states and bodies those of whom its page
    tells most beside who urges both; nobody where its own sentence names one of them."""
    starts = pile.sentence_starts.get(sentence.doc_id, ())
    at, people = bisect_left(starts, sentence.start), bool(pair["people"])
    own = among(pile, sentence.doc_id, sentence.start, sentence.end, people)
    for back in range(1, BACK + 1):
        begin = starts[at - back] if at >= back else sentence.start
        found = among(pile, sentence.doc_id, begin, sentence.start, people)
        if len(found) >= TWO:
            two = len(found) == TWO and len(own) < TWO and not set(found) & {*own, *states_of_people(pile, sentence)}
            outside = own if not {*own} & most_told(pile, sentence.doc_id, []) else []  # one of the main two is no outsider
            fits = all_hold(pile, found, pair["people"]) if people else set(found) == most_told(pile, sentence.doc_id, outside)
            return found if two and fits else []
    return []


def states_of_people(pile: Pile, sentence: Evidence) -> set[str]:
    """Name the states whose people a sentence names: the minister who thanks both countries thanks two others."""
    inside = (m for m in pile.named.get(sentence.doc_id, ()) if sentence.start <= m.start < sentence.end)
    people = (e for m in inside if (e := pile.entities.get(str(m.entity_id))) and e.type == "person" and e.country)
    return {pile.country_names[str(e.country)] for e in people if e.country in pile.country_names}


def most_told(pile: Pile, doc_id: str, others: Sequence[str]) -> set[str]:
    """Name the two states or, where it tells of none, bodies that a page names most often beside some others; more where further
    ones are named as often."""
    each = (among(pile, doc_id, m.start, m.end, False) for m in pile.named.get(doc_id, ()))
    named = Counter(found[0] for found in each if found and found[0] not in others)
    known = {*pile.country_names.values()}
    states = {name: n for name, n in named.items() if name in known} or named
    least = min(sorted(states.values())[-TWO:], default=0)
    return {name for name, n in states.items() if n >= least}


def among(pile: Pile, doc_id: str, start: int, end: int, people: bool) -> list[str]:
    """Name the persons, or the countries and else the bodies, that a stretch names; those of the persons it names are left out."""
    inside = [m for m in pile.named.get(doc_id, ()) if start <= m.start < end]
    found = [e for m in inside if (e := pile.entities.get(str(m.entity_id)))]
    if people:
        return list(dict.fromkeys(e.name for e in found if e.type == "person"))
    states = (e.country for e in found if e.type in ("country", "government"))  # who speaks of both sides is of neither
    countries = dict.fromkeys(pile.country_names[c] for c in states if c and c in pile.country_names)
    bodies = (e.name for e in found if e.type == "organisation" and not ORGAN.search(e.name))
    return list(countries) or list(dict.fromkeys(bodies))


def introduced(pile: Pile, sentence: Evidence) -> list[str]:
    """Say what a sentence means by the bare noun it opens on, as its page has named that before."""
    bare = BARE.match(pile.words(sentence))
    if not bare or bare["noun"] in OF_ITS_OWN:
        return []
    who = next((m for m in pile.named.get(sentence.doc_id, ()) if names_at(m, sentence.start, len(bare[0]))), None)
    if who is not None:
        name = pile.name(str(who.entity_id))
        if is_person(pile, who) and not holds(pile, str(who.entity_id), bare["noun"]):
            return []  # a driver whom the page does not name need not be the man named before him
        if name[:1].isupper() and bare["noun"] not in name.lower():
            return [f"“{bare[0]}”: {name}"]
    if bare["noun"] in PERSONS:
        return []  # each side has its minister
    before = pile.documents[sentence.doc_id].text[: sentence.start]
    full = re.compile(rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[\w-]+[’']s) ((?:[\w’'-]+ ){{1,2}}{bare['noun']})\b(?! of\b)")
    told = [w for w in full.findall(before) if w.split()[0].lower() not in NOT_TELLING and not LINKING.search(w)]
    return [f"“{bare[0]}”: {told[-1]}"] if told else []


LINKING = re.compile(r"\b(?:in|on|at|of|to|by|for|from|with|near|under|over|and|or|but|the|an?|its|their|his|her)\b", re.I)


def by_office(pile: Pile, sentence: Evidence) -> list[str]:
    """Say who the minister or the president is of whom a sentence speaks by office alone, as its page has it."""
    inside = [m for m in pile.named.get(sentence.doc_id, ()) if sentence.start <= m.start and m.end <= sentence.end]
    text, named = pile.documents[sentence.doc_id].text, {m.entity_id for m in inside if m.form == "name"}
    told: dict[str, str] = {}
    for m in inside:
        words = text[m.start : m.end]
        if is_person(pile, m) and m.form in ("title", "descriptor") and m.entity_id not in named and OFFICE.match(words):
            if not holds(pile, str(m.entity_id), OF_WHAT.split(words)[0].split()[-1]):
                continue  # the driver whom nobody names
            if OF_A_BODY.match(text, m.end) or (OF_PEOPLE.search(words) and FURTHER.match(text, m.end)):
                continue  # the student unions: what they are called by; the head of the Xish diplomacy
            told.setdefault(str(m.entity_id), words)
    found = [(words, pile.name(who)) for who, words in told.items() if not BARE.match(pile.words(sentence)) or words[0] == "t"]
    return [f"“{words}”: {name}" for words, name in found if name[:1].isupper()][:NAMED]


OFFICE = re.compile(r"[Tt]he [a-z]")
OF_WHAT = re.compile(r" (?:of|for|to|at|in)\b")
OF_PEOPLE = re.compile(r" of the [A-Z][\w’'-]+$")
FURTHER = re.compile(r" (?!would\b|will\b|could\b|should\b|might\b)[a-z]{4,}(?<!ed)\b")  # the noun behind a country's adjective
OF_A_BODY = re.compile(r" (?:unions?|councils?|committees?|associations?|groups?|movements?|part(?:y|ies)|organisations?|bodies)\b")


def names_at(mention: Mention, start: int, reach: int) -> bool:
    """Tell whether a mention is what a sentence opens on."""
    return start <= mention.start < start + reach and mention.end <= start + reach
