"""Measure events on the MEANTIME annotation of Wikinews: triggers, actors (Arg0), recipients (Arg1, Arg2).

    python -m evaluation.meantime FOLDER

The annotation marks every event of any kind; ours are acts of public life, so recall of triggers is low by design. Roles
are scored on triggers that both found. The last line printed is one JSON object.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from readout.lexicon.events import event_words
from readout.models.english import load_english
from readout.records import Word
from readout.text.event_found import Found
from readout.text.event_reading import read_events
from readout.text.event_tree import Tree


@dataclass
class Gold:
    """One sentence: its tokens with their ids, event mentions, and participants by role."""

    tokens: list[tuple[str, str]] = field(default_factory=list)
    events: dict[str, set[str]] = field(default_factory=dict)
    roles: list[tuple[str, str, set[str]]] = field(default_factory=list)


def sentences(path: Path) -> Iterator[Gold]:
    """Read one annotated page, sentence by sentence."""
    root = ElementTree.parse(path).getroot()
    made: dict[str, Gold] = defaultdict(Gold)
    where: dict[str, str] = {}
    for token in root.iter("token"):
        number = token.get("sentence") or ""
        made[number].tokens.append((token.get("t_id") or "", token.text or ""))
        where[token.get("t_id") or ""] = number
    mentions: dict[str, set[str]] = {}
    for element in [*root.iter("EVENT_MENTION"), *root.iter("ENTITY_MENTION")]:
        anchors = {a.get("t_id") or "" for a in element.iter("token_anchor")}
        mentions[element.get("m_id") or ""] = anchors
        if element.tag == "EVENT_MENTION" and anchors:
            made[where[min(anchors, key=int)]].events[element.get("m_id") or ""] = anchors
    for link in root.iter("HAS_PARTICIPANT"):
        source, target = link.find("source"), link.find("target")
        if source is None or target is None:
            continue
        event, anchors = source.get("m_id") or "", mentions.get(target.get("m_id") or "", set())
        for gold in made.values():
            if event in gold.events and anchors:
                gold.roles.append((event, link.get("sem_role") or "", anchors))
    yield from made.values()


def placed(gold: Gold) -> tuple[str, dict[str, tuple[int, int]]]:
    """The sentence as text, and where each token stands in it."""
    text, spans = "", {}
    for name, form in gold.tokens:
        spans[name] = (len(text), len(text) + len(form))
        text += form + " "
    return text.rstrip(), spans


def score(
    gold: Gold, tree: Tree, found: Sequence[Found], spans: dict[str, tuple[int, int]], count: Counter[str]
) -> None:
    """Count triggers and roles of one sentence."""
    matched: dict[str, Found] = {}
    for f in found:
        word = tree.words[f.trigger]
        hit = [
            m
            for m, ids in gold.events.items()
            if any(touch((word.start, word.end), spans[t]) for t in ids if t in spans)
        ]
        count["ours"] += 1
        count["right"] += bool(hit)
        matched |= dict.fromkeys(hit, f)
    count["gold"] += len(gold.events)
    count["found"] += len(matched)
    for event, role, anchors in gold.roles:
        if event not in matched or role not in ("Arg0", "Arg1", "Arg2"):
            continue
        parties = matched[event].parties
        heads = parties.actors if role == "Arg0" else (*parties.recipients, *parties.actors)
        side = "actor" if role == "Arg0" else "recipient"
        count[f"{side} gold"] += 1
        count[f"{side} right"] += any(touch(tree.phrase(h), spans[t]) for h in heads for t in anchors if t in spans)


def touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Tell whether two spans overlap."""
    return a[0] < b[1] and b[0] < a[1]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    english, known = load_english("accurate"), event_words()
    count: Counter[str] = Counter()
    for path in sorted(args.folder.rglob("*.xml")):
        for gold in sentences(path):
            text, spans = placed(gold)
            tree = Tree(text, [Word(*w) for w in english.parse([text])[0]], known.forms)
            score(gold, tree, read_events(tree, known), spans, count)
    p, r = count["right"] / max(1, count["ours"]), count["found"] / max(1, count["gold"])
    print(json.dumps({
        "events": count["gold"], "ours": count["ours"], "trigger_precision": round(p, 3), "trigger_recall": round(r, 3),
        "trigger_f1": round(2 * p * r / max(1e-9, p + r), 3),
        "actor_recall": round(count["actor right"] / max(1, count["actor gold"]), 3),
        "recipient_recall": round(count["recipient right"] / max(1, count["recipient gold"]), 3),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
