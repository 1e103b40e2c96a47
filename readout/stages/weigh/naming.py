"""Spell the word that keeps two properties of one name apart, as the pages spell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from readout.stages.weigh.lines import Lines
from readout.stages.weigh.values import Said
from readout.text.stem import stem

NAMING = frozenset(("NOUN", "PROPN"))


def spelled_out(by_name: Mapping[str, Sequence[Said]], lines: Lines) -> Mapping[str, list[Said]]:
    """Rename properties told apart by a stem: `duration: negoti` is `duration: negotiations`.

    A stem that is no noun or name of the sentences says nothing to a reader: the property is numbered instead.
    """
    made: dict[str, list[Said]] = {}
    for name, said in sorted(by_name.items()):
        kind, apart, key = name.partition(": ")
        own = name
        if apart and " " not in key:
            own = next((n for n in candidates(kind, spelling(key, said, lines)) if n not in made and n not in by_name), name)
        made.setdefault(own, []).extend(replace(s, property=own) for s in said)
    return made


def candidates(kind: str, spelled: str | None) -> list[str]:
    """Give names for a property, best first."""
    return [*([f"{kind}: {spelled}"] if spelled else []), *(f"{kind}: {n}" for n in range(2, 20))]


def spelling(key: str, said: Sequence[Said], lines: Lines) -> str | None:
    """Give the commonest form of a stem among the nouns and names of the sentences that tell the values."""
    forms: Counter[str] = Counter()
    for s in said:
        for w in lines.at(s.evidence.doc_id, s.evidence.start).words:
            if w.upos in NAMING and key in (stem(w.lemma.lower()), w.lemma.lower()):
                forms[w.lemma if w.upos == "PROPN" else w.lemma.lower()] += 1
    return min(forms, key=lambda f: (-forms[f], f)) if forms else None
