"""Measure events on marked sentences: found or not, type, status, actor, recipient; false events where there is none.

    python -m evaluation.events FILE_OR_FOLDER... [--errors N] [--held-out]

Lines as in training/events/corpus: TYPE, mode, status, sentence with [A actor] [T trigger] [R recipient].
The last line printed is one JSON object. Minimal pairs are lines of the same type, actor and recipient with different
statuses; a pair is right where both its lines have the right status and coded type. `--held-out` takes only the lines
that the event head was not trained on and that no list was made from.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from readout.lexicon.events import event_words
from readout.models.english import English, load_english
from readout.models.event_head import load_event_head
from readout.records import Word
from readout.text.event_coding import coded
from readout.text.event_found import EventWords, Found
from readout.text.event_telling import numbers_of, tellings
from readout.text.event_tree import Tree
from readout.text.lexemes import tokenize
from training.events.examples import held_out

MARK = re.compile(r"\[([ATR]) |\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked sentence: plain text, labels, spans by role."""

    text: str
    type: str
    status: str
    spans: dict[str, tuple[int, int]]


def marked(line: str) -> Marked:
    """Take the marks out of a line."""
    kind, _, status, sentence = line.split("\t")[:4]
    plain, spans, role, begun, at = "", {}, "", 0, 0
    for m in MARK.finditer(sentence):
        plain += sentence[at : m.start()]
        at = m.end()
        if m[1]:
            role, begun = m[1], len(plain)
        else:
            spans[role] = (begun, len(plain))
    return Marked(plain + sentence[at:], kind, status, spans)


def lines(paths: Sequence[Path]) -> Iterator[Marked]:
    """Read all marked lines of files and folders."""
    for path in paths:
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            for line in file.read_text("utf-8").splitlines():
                if line.strip() and not line.startswith("#") and line.count("\t") >= 3:
                    yield marked(line)


def meets(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Tell whether two spans overlap."""
    return a[0] < b[1] and b[0] < a[1]


def parsed(english: English, text: str, known: EventWords) -> Tree:
    """Parse one sentence."""
    return Tree(text, [Word(*w) for w in english.parse([text])[0]], known.forms)


def named(tree: Tree, heads: Sequence[int], span: tuple[int, int]) -> bool:
    """Tell whether one of the phrases overlaps a span."""
    return any(meets(tree.phrase(h), span) for h in heads)


def best(tree: Tree, found: Sequence[Found], gold: Marked) -> Found | None:
    """The event whose trigger lies in the marked trigger, or right beside it."""
    span = gold.spans["T"]

    def touches(i: int | None) -> bool:
        return i is not None and meets((tree.words[i].start, tree.words[i].end), span)

    here = [f for f in found if touches(f.trigger) or touches(f.over) or touches(f.taken) or touches(f.carrier)]
    return max(here, key=lambda f: f.frame.type == gold.type, default=None)


def pair_key(gold: Marked) -> tuple[str, str, str] | None:
    """What the lines of a minimal pair share; null for lines that do not name both parties."""
    if gold.type == "NONE" or not {"A", "R"} <= gold.spans.keys():
        return None
    names = (gold.text[slice(*gold.spans[r])].lower().removeprefix("the ") for r in "AR")
    return (gold.type, *names)  # type: ignore[return-value]  # two names


def pairs(right: Sequence[tuple[Marked, bool]]) -> dict[str, object]:
    """The accuracy of minimal pairs."""
    groups: dict[tuple[str, str, str], list[tuple[str, bool]]] = {}
    for gold, good in right:
        key = pair_key(gold)
        if key is not None:
            groups.setdefault(key, []).append((gold.status, good))
    made = [
        (a and b) for rows in groups.values() for (s, a), (t, b) in combinations(rows, 2) if s != t
    ]  # fmt: skip
    return {"pairs": len(made), "pair_accuracy": round(sum(made) / max(1, len(made)), 3)}


def measure(rows: Sequence[Marked], english: English, shown: int) -> dict[str, object]:
    """Count what was right."""
    known = event_words()
    head = load_event_head()
    count: Counter[str] = Counter()
    right: list[tuple[Marked, bool]] = []
    for gold in rows:
        tree = parsed(english, gold.text, known)
        numbers = numbers_of(gold.text, None, tokenize(gold.text))
        found = [t.found for t in tellings(tree, numbers, known, lead=True, said=head.words([(tree.text, tree.words)])[0])]
        wrong = judge(tree, found, gold, count)
        right.append((gold, not {"missed", "status", "coded"} & set(wrong)))
        if wrong and shown > 0:
            shown -= 1
            print(" ".join(wrong), "|", gold.type, gold.status, "|", gold.text)
    return report(count) | pairs(right)


def judge(tree: Tree, found: Sequence[Found], gold: Marked, count: Counter[str]) -> list[str]:
    """Judge one sentence; give what was wrong."""
    if gold.type == "NONE":
        false = [f for f in found if f.coded]
        count["none"] += 1
        count["false"] += len(false)
        return [f"false:{tree.lows[f.trigger]}:{f.coded}" for f in false] + ["false"] * bool(false)
    count["events"] += 1
    one = best(tree, found, gold)
    if one is None:
        return ["missed"]
    count["found"] += 1
    expected = coded(gold.type, gold.status) if gold.status != "-" else gold.type  # type: ignore[arg-type]  # by name
    checks = {
        "type": one.frame.type == gold.type or (one.over is not None and one.coded == gold.type),
        "status": one.reading.status == gold.status or (one.over is not None and one.coded == gold.type),
        "coded": one.coded == expected,
    }
    for role, heads in (("A", one.parties.actors), ("R", one.parties.recipients)):
        if role in gold.spans:
            count[f"{role} all"] += 1
            checks[role] = named(tree, heads, gold.spans[role])
    count.update(k for k, right in checks.items() if right)
    wrong = [k for k, right in checks.items() if not right]
    return wrong + [f"{one.frame.type}/{one.reading.status}/{one.reading.because}"] * bool(wrong)


def report(count: Counter[str]) -> dict[str, object]:
    """Turn counts into rates."""

    def rate(part: str, whole: str) -> float:
        return round(count[part] / max(1, count[whole]), 3)

    return {
        "events": count["events"], "found": rate("found", "events"), "type": rate("type", "found"),
        "status": rate("status", "found"), "coded": rate("coded", "found"), "actor": rate("A", "A all"),
        "recipient": rate("R", "R all"), "none": count["none"],
        "false_per_100": round(100 * count["false"] / max(1, count["none"]), 1),
    }  # fmt: skip


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong sentences")
    parser.add_argument("--held-out", action="store_true", help="only lines that nothing was made from")
    args = parser.parse_args()
    rows = [r for r in lines(args.paths) if not args.held_out or held_out(r.text)]
    print(json.dumps(measure(rows, load_english("accurate"), args.errors)))


if __name__ == "__main__":
    main()
