"""Measure the feature tests of the PETRARCH coder, re-expressed in PLOVER: pass list by feature.

    python -m evaluation.petrarch RECORDS.xml ACTORS.txt CONVERSION.txt

The tests come with a dictionary of their own that gives codes to verbs at will, so what they tell of us is whether the
right parties stand around the verb: a record passes where for each expected event some verb or event noun has the source
among its actors and the target among its recipients (or both among its actors, where they act together). Types are told
beside it, for codes that the conversion table knows. Actors whose codes have no name in ACTORS are not asked for. The
last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from readout.coding import trees
from readout.lexicon.events import event_words
from readout.models.english import load_english
from readout.text.event_actors import can_act
from readout.text.event_arguments import verb_parties
from readout.text.event_coding import type15
from readout.text.event_found import EventWords
from readout.text.event_frames import Frame
from readout.text.event_pairs import vote
from readout.text.event_reading import read_events
from readout.text.event_tree import Tree

SENTENCE = re.compile(r"<Sentence ([^>]*)>(.*?)</Sentence>", re.DOTALL)
CODING = re.compile(r"<EventCoding ([^>]*)>")
ATTRIBUTE = re.compile(r'(\w+)\s*=\s*"([^"]*)"')
TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)
COUNTED_OUT = {"ERROR", "PARSING"}  # tests of the old program's input checks and of its parse format, not of coding


@dataclass(frozen=True, slots=True)
class Record:
    """One test: its feature, its text, and the events expected as (source, type, target)."""

    feature: str
    text: str
    events: tuple[tuple[str, str, str], ...]


def conversion(path: Path) -> dict[str, str]:
    """CAMEO code → one of fifteen types."""
    found = {}
    for line in path.read_text("utf-8").splitlines():
        m = re.match(r"(\d{2,4}): *([A-Z]+)", line)
        if m:
            found[m[1]] = type15(m[2])
    return found


def records(path: Path, codes: Mapping[str, str]) -> Iterator[Record]:
    """Read the tests that can be re-expressed."""
    for head, body in SENTENCE.findall(path.read_text("utf-8", errors="replace")):
        feature = dict(ATTRIBUTE.findall(head)).get("category", "?").rstrip("x")
        text = TEXT.search(body)
        if feature in COUNTED_OUT or text is None:
            continue
        rows = [dict(ATTRIBUTE.findall(c)) for c in CODING.findall(body)]
        if any("error" in r for r in rows):
            continue
        rows = [r for r in rows if {"sourcecode", "targetcode", "eventcode"} <= r.keys()]
        events = tuple((r["sourcecode"], codes.get(r["eventcode"], "?"), r["targetcode"]) for r in rows)
        yield Record(feature, " ".join(text[1].split()), events)


def names(path: Path) -> dict[str, set[str]]:
    """First three letters of a code → names in lower case."""
    found: dict[str, set[str]] = defaultdict(set)
    last: list[str] = []
    for line in path.read_text("utf-8", errors="replace").splitlines():
        line = line.partition("#")[0].rstrip()
        code = re.search(r"\[([A-Z]{3})", line)
        name = re.match(r"\+?([A-Z][A-Z_'. -]+)", line)
        if name:
            last = [*(last if line.startswith("+") else []), name[1].strip("_ ").replace("_", " ").lower()]
        if code:
            found[code[1]].update(last)
    return found


def named(phrases: list[str], code: str, known: Mapping[str, set[str]]) -> bool:
    """Tell whether one of the phrases holds a name of the code."""
    wanted = known.get(code[:3])
    return not wanted or any(w in p.lower() or p.lower() in w for p in phrases for w in wanted if w)


ANY = Frame(
    "ANY", None, "v", "", (), frozenset(), ("obj", "with", "to", "on", "against", "for", "from", "of", "in"), ""
)


def parties(tree: Tree, known: EventWords) -> Iterator[tuple[str, list[str], list[str]]]:
    """Type, actors and recipients of each event, and of each other verb by the same rules of syntax."""

    def phrases(heads: Sequence[int]) -> list[str]:
        return [tree.text[slice(*tree.phrase(h))] for h in heads]

    for f in read_events(tree, known):
        if f.coded:
            yield vote(tree, f, 0).type15, phrases(f.parties.actors), phrases(f.parties.recipients)
    for i, word in enumerate(tree.words):
        if word.upos == "VERB":
            things = [o for o in tree.of(i, "obj") if not can_act(tree, o, known.actors)]
            found = verb_parties(tree, i, ANY, things[0] if things else None, known.actors)
            yield "ANY", phrases(found.actors), phrases(found.recipients)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("records", "actors", "conversion"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    english, known, of_code = load_english("accurate"), event_words(), names(args.actors)
    there, passed, typed = Counter[str](), Counter[str](), Counter[str]()
    for record in records(args.records, conversion(args.conversion)):
        if not record.events:
            continue
        sides = [side for tree in trees(record.text, english, known) for side in parties(tree, known)]
        kinds = {k for k, _, _ in sides}
        there[record.feature] += 1
        typed[record.feature] += all(t in kinds or t == "?" for _, t, _ in record.events)
        passed[record.feature] += all(
            any(named(a, s, of_code) and named([*r, *(a if len(a) > 1 else [])], g, of_code) for _, a, r in sides)
            for s, _, g in record.events
        )  # fmt: skip
    for feature, count in there.most_common():
        print(f"{feature:10} {passed[feature]:3} of {count:3} passed; types alone {typed[feature]}")
    whole = there.total()
    print(json.dumps({
        "records": whole, "passed": round(passed.total() / whole, 3), "types": round(typed.total() / whole, 3),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
