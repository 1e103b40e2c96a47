"""Say who spoke: whom the words that name the speaker mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readout.records import Attribution, Entity, Involvement, Mention, Participant
from readout.stages.involve.known import Known, Span, involvement
from readout.text.antecedents import is_own_body
from readout.text.collectives import collective, is_body
from readout.text.refused_offers import TAKING_UP

ARMED = frozenset(("rebels", "insurgents", "militants", "guerrillas", "separatists", "gunmen", "organisers", "organizers"))
SOMEONE = frozenset(("a", "an", "one", "another", "his", "her", "their"))
POSSESSIVE = frozenset(("his", "her", "their", "its"))
PERSONAL = frozenset(("he", "she", "him", "her", "his"))
OFFICE = re.compile(r"(?:his|her)\s+([\w-]+)", re.I)
WORD = re.compile(r"[^\W\d_]+")
DEFINITE = re.compile(r"[Tt]he\s+(?:[a-z-]+\s+)?[a-z-]+")
OWNED = re.compile(r"[’'](?:s\b)?")  # Poe's daughter; the Poes' house


def speaker(a: Attribution, known: Known, offices: Sequence[Entity] = ()) -> Involvement | None:
    """Give the speaker of an attribution: by the words that name who spoke where they are told apart, else by all of the source.

    A pronoun that stands for somebody described and not named is nobody known. `offices` holds the offices known by title.
    """
    linked = first(a, a.source, known)
    if not a.named:
        return goes_on(a, linked, known) or linked
    inner = any(s < end and start < e for s, e in a.source for start, end in a.named)
    if inner:
        told = first(a, a.source, known, a.named)
        return told or (linked if linked and linked.entity_id is None else None)
    if is_owned(a, known) and linked and linked.entity_id:
        return linked
    if own_office(a, known):
        return of_office(a, known, offices)
    if is_owned(a, known):
        return with_person(a, known)
    if is_pronoun(a, known) and no_person(a, known) and is_mouth(a, known):
        return first(a, a.named, known)
    if is_pronoun(a, known) and no_person(a, known) and linked and linked.entity_id:
        return linked
    if is_pronoun(a, known) and no_person(a, known):
        why = f"he or she is no country, as the words at [{a.named[0][0]}, {a.named[0][1]}) are"
        return Involvement(a.attribution_id, "speaker", 0, None, None, None, why)
    if is_pronoun(a, known):
        told = first(a, a.named, persons(known))
        if told and told.entity_id and TAKING_UP in a.because:
            return told
        if told is None and a.speaker_name and linked and not shares_name(a.speaker_name, linked):
            return None  # the page names who is meant, and nobody known is called so
        unnamed = any(first_word(known, span) in SOMEONE and not of_another(span, linked, known) for span in a.named) or (
            a.speaker_name is None and linked is not None and told_beside(a, linked, known)
        )
        return told if unnamed or not (linked and linked.entity_id) else goes_on(a, linked, known) or linked
    told = first(a, a.named, known)
    held = first(a, a.source, persons(known)) if is_definite(a, known) else None  # the minister, as offices and talk tell
    return held or (told if told and told.entity_id else linked or told)


def shares_name(name: str, row: Involvement) -> bool:
    """A word of a name is one of the name of somebody."""
    return bool(set(name.lower().split()) & set((row.name or "").lower().split()))


def goes_on(a: Attribution, linked: Involvement | None, known: Known) -> Involvement | None:
    """Who leads the sentence right before whole quoted words as "He" or "She", where the same pronoun says who spoke them: She had
    talks with Poe. "S," she said."""
    if a.kind != "direct" or not a.source or known.text[slice(*a.source[0])].lower() not in ("he", "she"):
        return None
    lead = known.text[max(0, a.content[0][0] - LONGEST) : a.content[0][0]]
    found = LED.search(lead)
    if found is None or found["who"].lower() != known.text[slice(*a.source[0])].lower():
        return None
    start = a.content[0][0] - len(lead) + found.start("who")
    told = involvement(a.attribution_id, "speaker", 0, (start, start + len(found["who"])), persons(known))
    if told is None or told.entity_id is None or (linked and linked.entity_id == told.entity_id):
        return None
    return replace(told, because=f"leads the sentence before as {found['who']!r}: {told.because}")


LONGEST = 400  # characters of a sentence that leads quoted words; ours
# One sentence without quoted words in the same paragraph, led by a pronoun, or by words on when or where and a pronoun.
LED = re.compile(
    r"(?:\n|[.!?][”\"’]?[ ])(?:(?:On|In|At|By|After|Before|During|Later|Earlier|According to) (?:(?!\b(?:he|she|who|that|which)\b)"
    r"[^.!?“”\"\n,:;]){1,40},? )?(?P<who>[Hh]e|[Ss]he)\s[^.!?“”\"\n]*[.!?]\s$"
)


def first(
    a: Attribution, spans: tuple[Span, ...], known: Known, ends: tuple[Span, ...] | None = None
) -> Involvement | None:  # fmt: skip
    """The first of some spans that holds a mention which is no owner of what follows it and ends within one of `ends`."""
    found = (involvement(a.attribution_id, "speaker", 0, span, without_owners(span, known, ends)) for span in spans)
    return next((row for row in found if row), None)


def persons(known: Known) -> Known:
    """The mentions of persons alone."""
    kept = tuple((m, e) for m, e in known.mentions if e.type == "person")
    return Known(known.text, tuple(m.start for m, _ in kept), kept)


def is_pronoun(a: Attribution, known: Known) -> bool:
    """The source is he or she, his or hers alone."""
    return any(known.text[s:e].lower() in PERSONAL for s, e in a.source)


def is_definite(a: Attribution, known: Known) -> bool:
    """The source is a noun with an article and no more: the minister."""
    return any(DEFINITE.fullmatch(known.text[s:e]) for s, e in a.source)


def no_person(a: Attribution, known: Known) -> bool:
    """What the pronoun seemed to stand for is the name of a country, place or body alone."""
    inside = [(m, e) for span in a.named for m, e in known.inside(span)]
    whole = [e for m, e in inside if (m.start, m.end) in a.named]
    return bool(whole) and all(e.type != "person" for e in whole)


def is_mouth(a: Attribution, known: Known) -> bool:
    """What the pronoun seemed to stand for is somebody who speaks for a body: a spokesman for the line."""
    return any(MOUTH.match(known.text, *span) for span in a.named)


MOUTH = re.compile(r"(?:a|an|the|its|their|one)?\s*(?:[\w’'-]+\s+){0,2}?spokes(?:man|woman|person)\b", re.I)


def without_owners(span: Span, known: Known, ends: tuple[Span, ...] | None) -> Known:
    """Leave out the persons of a span who own what its words are about (Poe's lawyer), and mentions that end elsewhere."""
    kept = tuple(
        (m, e) for m, e in known.inside(span)
        if not (e.type == "person" and m.end < span[1] and owns(known, m))
        and (ends is None or any(a < m.end <= b for a, b in ends))
    )  # fmt: skip
    return Known(known.text, tuple(m.start for m, _ in kept), kept)


def owns(known: Known, m: Mention) -> bool:
    """What follows a mention is somebody's or something's: Poe's | daughter; his | minister."""
    his = m.form == "pronoun" and known.text[m.start : m.end].lower() in POSSESSIVE
    return his or OWNED.match(known.text, m.end) is not None


def own_office(a: Attribution, known: Known) -> bool:
    """His or her office, ministry or party, of somebody told of before."""
    inner = any(s < end and start < e for s, e in a.source for start, end in a.named)
    return bool(a.named) and not inner and any(is_own_body(known.text[s:e]) for s, e in a.source)


def is_owned(a: Attribution, known: Known) -> bool:
    """The source is a body by whose it is: his ministry, her party; whose the last body of that kind was does not tell."""
    words = [known.text[s:e].lower().split() for s, e in a.source]
    return bool(a.named) and any(len(w) > 1 and w[0] in ("his", "her") and is_body(" ".join(w[1:])) for w in words)


def with_person(a: Attribution, known: Known) -> Involvement | None:
    """The body that the words told of before name, where they name who owns it too: Poe's party."""
    owned = any(e.type == "person" for span in a.named for _, e in known.inside(span))
    return first(a, a.named, known) if owned else None


def of_another(span: Span, linked: Involvement | None, known: Known) -> bool:
    """Words like "his guest" are of somebody else than the one whom the pronoun is linked with, who may be the guest."""
    first = (span[0], span[0] + len(first_word(known, span)))
    owners = [e.entity_id for _, e in known.inside(first) if e.type == "person"]
    return bool(owners) and linked is not None and linked.entity_id not in (None, *owners)


def first_word(known: Known, span: Span) -> str:
    """The first word of a span in lower case."""
    return known.text[slice(*span)].split()[0].lower().strip(",")


def told_beside(a: Attribution, linked: Involvement, known: Known) -> bool:
    """The one that a pronoun is linked with is named beside the words that describe who spoke: Poe's lawyer said Poe was out.

    Words that the name stands right behind describe its bearer: Prime Minister | Poe.
    """
    beside = known.apposed(a.named[0])
    if beside and beside[1].entity_id == linked.entity_id:
        return False
    named = {m.start for m, e in known.mentions if e.entity_id == linked.entity_id and m.form != "pronoun"}
    return any(a.named[0][0] <= start < a.source[0][0] for start in named)


def of_office(a: Attribution, known: Known, offices: Sequence[Entity]) -> Involvement | None:
    """Give the office of the one told of before, by title and country."""
    if " office" in known.text[slice(*a.named[0])]:
        return first(a, a.named, known)  # the office itself was told of
    noun = own_noun(a, known)
    held = first(a, a.named, persons(known))
    if noun != "office":
        return of_ministry(a, known, offices, held) if noun == "ministry" else None
    lows = [w.lower() for w in WORD.findall(known.text[slice(*a.named[0])])]
    for office in offices:
        title = office.name.lower().removeprefix("office of the ").split(" of ")[0].split()
        if set(title) <= set(lows) and (held is None or held.country is None or held.country == office.country):
            why = f"the office of the one at [{a.named[0][0]}, {a.named[0][1]})"
            return Involvement(a.attribution_id, "speaker", 0, office.entity_id, office.name, office.country, why)
    return None


def own_noun(a: Attribution, known: Known) -> str:
    """What the body of "his ministry" is."""
    found = OFFICE.fullmatch(known.text[slice(*a.source[0])])
    return found[1].lower() if found else "office"


def of_ministry(
    a: Attribution, known: Known, offices: Sequence[Entity], held: Involvement | None
) -> Involvement | None:  # fmt: skip
    """Give the ministry of the one told of before, by what his title and its name share, and country."""
    lows = {w.lower() for w in WORD.findall(known.text[slice(*a.named[0])])} - {"minister", "of", "the", "and"}
    for body in offices if held and held.country else ():
        name = {w.lower() for w in WORD.findall(body.name)}
        if body.name.lower().startswith("ministry of ") and held and body.country == held.country and lows & name:
            why = f"the ministry of the one at [{a.named[0][0]}, {a.named[0][1]})"
            return Involvement(a.attribution_id, "speaker", 0, body.entity_id, body.name, body.country, why)
    return None


def body_speaking(a: Attribution, known: Known) -> Participant | None:
    """The body that spoke, by what it is, where its words name no mention: the transport company; her office."""
    if own_office(a, known):
        held = first(a, a.named, persons(known))
        named = (held.name if held and held.name else known.text[slice(*a.named[0])]).split()
        return Participant(None, f"{named[-1]}'s {own_noun(a, known)}", *a.source[0], None, None)
    for start, end in (a.named or a.source)[:1]:
        words = " ".join(known.text[start:end].split())
        name = collective(words)
        if name and (is_body(name) if " " in name else name.lower() in ARMED) and not a.speaker_name:
            return Participant(None, words, start, end, None, None)
    return None
