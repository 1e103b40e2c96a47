"""events: what words do to the act they govern, and which nouns can act."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, cast

from readout.lexicon import inflected, read
from readout.lexicon.places import places
from readout.lexicon.predicates import frame_book
from readout.records import Status
from readout.text.event_actors import ActorWords
from readout.text.event_calamities import CalamityWords
from readout.text.event_found import EventWords, Weighing
from readout.text.event_status import Modality


def by_word(groups: Mapping[str, Any]) -> dict[str, Status]:
    """Turn lists by status into statuses by word; the first list that holds a word counts."""
    found: dict[str, Status] = {}
    for status, words in groups.items():
        for word in words:
            found.setdefault(word, cast(Status, status))
    return found


@cache
def modality() -> Modality:
    """Give the words that govern whether an act happened."""
    raw = read("modality")
    return Modality(
        verbs=by_word(raw["verbs"]),
        adjectives=by_word(raw["adjectives"]),
        nouns=by_word(raw["nouns"]),
        modals=cast("dict[str, Status]", raw["modals"]),
        negation=frozenset(raw["negation"]["words"]),
        conditions=frozenset(raw["conditions"]["if"]),
        chance=frozenset(raw["causes"]["chance"]),
        saying=frozenset(raw["saying"]["verbs"]),
    )


@cache
def actor_words() -> ActorWords:
    """Give the nouns by what they can be in an event."""
    raw = read("actors")
    sectors: dict[str, str] = {}
    for sector, nouns in raw["sectors"].items():
        for noun in nouns:
            sectors.setdefault(noun, sector)
    other = raw["other"]
    names = ("who", "things", "abstract", "weapons", "lifeless", "domains")
    who, things, abstract, weapons, lifeless, domains = (frozenset(other[n]) for n in names)
    return ActorWords(sectors, who, things, abstract, weapons, lifeless, domains, places())


@cache
def calamity_words() -> CalamityWords:
    """Give the words of floods, fires, crashes and the like."""
    raw = read("calamities")
    verbs: dict[str, tuple[str, ...]] = {}
    for mode, listed in raw["verbs"].items():
        for verb in listed:
            verbs[verb] = (*verbs.get(verb, ()), mode)

    def sets(name: str) -> dict[str, frozenset[str]]:
        return {key: frozenset(words) for key, words in raw[name].items()}

    nouns = {noun: mode for mode, listed in raw["nouns"].items() for noun in listed}
    human = raw["human"]
    return CalamityWords(
        nouns, sets("of"), verbs, sets("bearers"), sets("release"), sets("around"), sets("tolls"),
        frozenset(human["words"]), frozenset(human["figures"]),
        frozenset({*nouns, *(v.split()[0] for v in verbs), *raw["release"]["verbs"], *raw["release"]["nouns"]}),
    )  # fmt: skip


@cache
def event_words() -> EventWords:
    """Give all that is known of events beforehand."""
    return EventWords(frame_book(), actor_words(), modality(), forms(), calamity_words(), weighing())


@cache
def weighing() -> Weighing:
    """Give the published numbers that weigh rules and event network."""
    raw = read("event_weights")
    return Weighing(raw["weights"], raw["bars"])


# Verbs of calamities that taggers do not know by their past forms.
AROUND = frozenset({"gut", "ravage", "batter", "engulf", "swamp", "raze", "topple", "smother", "swallow"})


@cache
def forms() -> Mapping[str, str]:
    """Give the lemma of each form of a verb or noun of the lists, as v:form and n:form."""
    frames, moods, actors = frame_book(), modality(), actor_words()
    woes = calamity_words()
    verbs = {v.split()[0] for v in (*woes.verbs, *woes.tolls["verbs"], *woes.tolls["passive"], *woes.release["verbs"])}
    verbs |= {v for of in woes.around.values() for v in of if v in AROUND}
    verbs |= {v.split()[0] for v in (*frames.verbs, *moods.verbs, *moods.saying, *frames.light)}
    nouns = {*frames.nouns, *moods.nouns, *actors.sectors, *actors.who, *actors.things, *woes.nouns}
    nouns |= {n for of in (woes.of, woes.bearers, woes.release) for listed in of.values() for n in listed} - {"gas"}
    nouns |= {o for of in frames.verbs.values() for f in of for o in (*f.objects, *f.doers)}
    found = {f"n:{plural}": noun for noun in sorted(nouns) for plural in plurals(noun)}
    irregular = irregular_forms()
    for verb in sorted(verbs):
        for form in irregular.get(verb, ()) or regular(verb):
            found.setdefault(f"v:{form}", verb)
    known = {f"v:{verb}": verb for verb in verbs} | {f"n:{noun}": noun for noun in nouns}
    return found | known | {form: found[form] for form in found if form[0] == "n"}  # "troops" is listed as itself too


def irregular_forms() -> dict[str, list[str]]:
    """Give the other forms of irregular words by their base form."""
    lines = files("readout.lexicon").joinpath("irregular_forms.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {row[0]: [*row[1:], *regular(row[0])[:1], *regular(row[0])[2:]] for row in rows}


def regular(verb: str) -> list[str]:
    """Give third person, past and -ing forms by rule, with and without a doubled consonant."""
    _, third, past, going = inflected(verb, {})
    found = [third, past, going]
    if len(verb) > 2 and verb[-1] in "bdgklmnprt" and verb[-2] in "aeiou" and (verb[-3] not in "aeiou" or verb[-4:-2] == "qu"):
        found += [f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"]
    if verb.endswith("ie"):
        found += [f"{verb[:-2]}ying"]
    if verb.endswith(("ee", "oe")):
        found += [f"{verb}ing", f"{verb}d"]
    return found


def plurals(noun: str) -> list[str]:
    """Give the plural forms of a noun by rule."""
    if noun.endswith("man"):
        return [f"{noun[:-3]}men"]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return [f"{noun[:-1]}ies"]
    return [f"{noun}es"] if noun.endswith(("s", "sh", "ch", "x", "z")) else [f"{noun}s"]
