"""names: given names and surnames of the world, titles, offices, and the words around names. See NOTICE.md."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from readout.lexicon.places import rows
from readout.text.names_known import Gender, NameWords, Phrases, folded


@cache
def name_words() -> NameWords:
    """Give the words around names."""
    raw = tomllib.loads(files("readout.lexicon").joinpath("names/words.toml").read_text("utf-8"))
    return NameWords(
        honorifics=genders(raw["honorifics"]),
        ranks=canonical(raw["ranks"]),
        offices=canonical(raw["offices"]),
        portfolios=canonical(raw["portfolios"]),
        institutions=canonical(raw["institutions"]),
        given=given_names(),
        nicknames=families(),
        surnames=frozenset(folded(r["name"]) for r in rows("names/surnames.tsv")),
        **{name: frozenset(words) for name, words in raw["words"].items()},
    )


def given_names() -> dict[str, str]:
    """Map given names, folded, to their gender; a name that is in the list as it is folded goes before others."""
    listed = {row["name"]: row["gender"] for row in rows("names/given.tsv")}
    return {folded(name): gender for name, gender in listed.items()} | {
        name: gender for name, gender in listed.items() if folded(name) == name
    }


def families() -> dict[str, frozenset[str]]:
    """Map each given name to the families of names with their short forms that it is in, each by its first name."""
    text = files("readout.lexicon").joinpath("names/nicknames.txt").read_text("utf-8")
    found: dict[str, set[str]] = {}
    for line in text.splitlines():
        for name in line.split() if not line.startswith("#") else ():
            found.setdefault(name, set()).add(line.split()[0])
    return {name: frozenset(of) for name, of in found.items()}


def genders(listing: Mapping[str, list[str]]) -> dict[str, Gender]:
    """Map honorifics, as written, to what they tell of gender."""
    known: dict[str, Gender] = {"male": "male", "female": "female"}
    return {word: known.get(gender) for gender, words in listing.items() for word in words}


def canonical(listing: Mapping[str, list[str]]) -> Phrases:
    """Map every form of a word, in lower case, to its canonical form."""
    return Phrases({form.lower(): name for name, forms in listing.items() for form in (*forms, name)})
