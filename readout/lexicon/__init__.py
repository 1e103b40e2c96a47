"""The knowledge that is ours: word lists in TOML, read into frozen values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from readout.text.cues import SpeechWords
from readout.text.reporting import ReportingWords
from readout.text.sentences import Abbreviations


def read(name: str) -> dict[str, Any]:
    """Read one lexicon file of this package."""
    return tomllib.loads(files("readout.lexicon").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def abbreviations() -> Abbreviations:
    """Give the words after which a stop need not end a sentence."""
    return Abbreviations(**{key: frozenset(words) for key, words in read("abbreviations").items()})


@cache
def speech() -> SpeechWords:
    """Give the words that say that something was said."""
    raw = read("speech_verbs")
    acts = {lemma: act for act, lemmas in reversed(raw["acts"].items()) for lemma in lemmas if " " not in lemma}
    use, people = raw["use"], raw["people"]
    phrases: dict[str, set[str]] = {}
    for phrase in use["phrases"]:
        phrases.setdefault(phrase.split()[0], set()).add(phrase.split()[1])
    forms = {form: lemma for lemma in [*phrases, *acts] for form in inflected(lemma, raw["forms"])}
    return SpeechWords(
        forms=forms,
        base=frozenset(lemma for lemma in acts if lemma not in inflected(lemma, raw["forms"])[1:]),
        acts=acts,
        only_beside=frozenset(use["only_beside"]),
        naming=frozenset(use["naming"]),
        hearer=frozenset(use["hearer"]),
        phrases={verb: frozenset(words) for verb, words in phrases.items()},
        according=tuple(tuple(p.split()) for p in use["according"]),
        nouns=frozenset(use["nouns"]),
        pronouns=frozenset(people["pronouns"]),
        titles=frozenset(people["titles"]),
        bodies=frozenset(people["bodies"]),
        roles=frozenset(people["before_roles"]),
        **{name: frozenset(words) for name, words in raw["words"].items()},
    )


@cache
def reporting() -> ReportingWords:
    """Give what predicates of saying take along."""
    raw, known = read("reporting"), speech()
    takes: dict[str, set[str]] = {}
    for preposition, lemmas in raw["preposition"].items():
        for lemma in lemmas:
            takes.setdefault(lemma, set()).add(preposition)
    nouns = {what: frozenset(lemmas) for what, lemmas in raw["nouns"].items()}
    return ReportingWords(
        forms=known.forms,
        acts={**dict.fromkeys([*raw["clause"]["also"], *raw["clause"]["beliefs"]], "state"), **known.acts},
        phrases=known.phrases,
        clause=(frozenset(known.acts) | set(raw["clause"]["also"]) | set(raw["clause"]["beliefs"])) - set(raw["clause"]["not"]),
        beliefs=frozenset(raw["clause"]["beliefs"]),
        weak=frozenset(raw["clause"]["weak"]),
        subject_infinitive=frozenset(raw["infinitive"]["subject"]),
        hearer_infinitive=frozenset(raw["infinitive"]["hearer"]),
        gerund=frozenset(raw["infinitive"]["gerund"]),
        prepositions={lemma: frozenset(found) for lemma, found in takes.items()},
        object=frozenset(raw["object"]["content"]),
        naming=frozenset(raw["object"]["naming"]),
        nouns={**nouns, "any": frozenset().union(*nouns.values())},
        texts=frozenset(raw["sources"]["texts"]),
        according=frozenset(raw["sources"]["according"]),
        makers=frozenset(raw["sources"]["makers"]),
        persons=known.titles | set(raw["sources"]["persons"]),
        hearers=known.hearer,
        told=known.hearers,
        **{name: frozenset(words) for name, words in {**raw["manner"], **raw["occasion"]}.items()},
    )


def inflected(lemma: str, irregular: Mapping[str, list[str]]) -> list[str]:
    """List the forms of a verb: irregular ones as given, others by the spelling rules of English."""
    if lemma in irregular:
        return [lemma, *irregular[lemma]]
    if lemma.endswith("e"):
        return [lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"]
    s = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return [lemma, lemma + s, f"{lemma}ed", f"{lemma}ing"]
