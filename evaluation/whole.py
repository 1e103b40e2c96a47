"""Measure events on stories in which every event is marked: found, extra, type, status, parties, and what never happened.

    python -m evaluation.whole FOLDER [--held-out] [--wrong N] [--no-head]

Lines as in training/events/stories. A marked event is found where an event of ours stands on its trigger, or on the word of
asking or promising over it, which is one event with the act. `actor` and `recipient`: acts of which one that is marked is told;
`actors_told`, `recipients_told`: parties told that are marked. `--held-out` takes only the files that nothing was trained on.
`never` counts events told as fact that the marks say were not: planned, denied, asked and the like. Intervals after Wilson
(1927). The last line printed is one JSON object.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluation.stories.__main__ import wilson
from readout.lexicon.events import event_words
from readout.models.english import load_english
from readout.models.event_head import load_event_head
from readout.records import Word
from readout.text.event_coding import REAL
from readout.text.event_found import Found
from readout.text.event_telling import numbers_of, tellings
from readout.text.event_tree import Tree
from readout.text.lexemes import tokenize
from training.events.examples import Act, Line, Span, stories


def meets(a: Span, b: Span) -> bool:
    """Tell whether two spans overlap."""
    return a[0] < b[1] and b[0] < a[1]


def touches(tree: Tree, f: Found, span: Span) -> bool:
    """Tell whether an event stands on a marked trigger."""
    words = (f.trigger, f.over, f.taken, f.carrier)
    return any(i is not None and meets((tree.words[i].start, tree.words[i].end), span) for i in words)


def right(f: Found, act: Act) -> tuple[bool, bool]:
    """Tell whether type and status are right; of an event that a word of asking is one with, by what it counts as."""
    joined = f.over is not None and f.coded == act.type
    return f.frame.type == act.type or joined, f.reading.status == act.status or joined


def named(tree: Tree, heads: Sequence[int], spans: Iterable[Span]) -> bool:
    """Tell whether one of the phrases overlaps one of the spans."""
    return any(meets(tree.phrase(h), s) for h in heads for s in spans)


def judge(tree: Tree, found: Sequence[Found], line: Line, count: Counter[str]) -> list[str]:
    """Count one sentence; give what was wrong."""
    wrong = []
    for act in line.acts:
        here = [f for f in found if touches(tree, f, act.trigger)]
        count["events"] += 1
        word = line.text[slice(*act.trigger)]
        if not here:
            wrong.append(f"missed {word}:{act.type}/{act.status}")
            continue
        f = max(here, key=lambda f: (sum(right(f, act)), f.trigger))
        kind, status = right(f, act)
        count.update({"found": 1, "type": kind, "status": status})
        if act.status not in REAL:
            count["unreal"] += 1
            count["never"] += f.reading.status in REAL and not status
        for role, heads, spans in (("actor", f.parties.actors, act.actors), ("recipient", f.parties.recipients, act.recipients)):
            if spans:
                count[f"{role}s"] += 1
                count[role] += named(tree, heads, spans)
            count[f"{role}s told"] += len(heads)
            count[f"{role}s told right"] += sum(named(tree, [h], spans) for h in heads)
        if not (kind and status):
            wrong.append(f"{word}:{act.type}/{act.status} as {f.frame.type}/{f.reading.status} ({f.reading.because})")
    for f in found:
        if not any(touches(tree, f, act.trigger) for act in line.acts):
            count["extra"] += 1
            count["extra coded"] += f.coded is not None
            wrong.append(f"extra {tree.lows[f.trigger]}:{f.frame.type}/{f.reading.status}")
    return wrong


def report(count: Counter[str]) -> dict[str, object]:
    """Turn counts into rates."""

    def rate(part: str, whole: str) -> list[float]:
        share = count[part] / max(1, count[whole])
        return [round(share, 3), *(round(x, 3) for x in wilson(count[part], count[whole]))]

    return {
        "events": count["events"], "found": rate("found", "events"), "type": rate("type", "found"),
        "status": rate("status", "found"), "actor": rate("actor", "actors"), "recipient": rate("recipient", "recipients"),
        "actors_told": rate("actors told right", "actors told"),
        "recipients_told": rate("recipients told right", "recipients told"),
        "never": count["never"], "unreal": count["unreal"], "extra": count["extra"], "extra_coded": count["extra coded"],
    }  # fmt: skip


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--held-out", action="store_true", help="only files that nothing was trained on")
    parser.add_argument("--wrong", type=int, default=0, help="print so many wrong sentences")
    parser.add_argument("--no-head", action="store_true", help="by the rules alone")
    args = parser.parse_args()
    known, count = event_words(), Counter[str]()
    lines = [x for x in stories(args.folder) if x.held_out or not args.held_out]
    parses = load_english("accurate").parse([x.text for x in lines])
    trees = [Tree(x.text, [Word(*w) for w in ws], known.forms) for x, ws in zip(lines, parses, strict=True)]
    head = None if args.no_head else load_event_head()
    verdicts = head.words([(t.text, t.words) for t in trees]) if head else [None] * len(trees)
    for line, tree, said in zip(lines, trees, verdicts, strict=True):
        numbers = numbers_of(line.text, None, tokenize(line.text))
        found = [t.found for t in tellings(tree, numbers, known, said=said)]
        wrong = judge(tree, found, line, count)
        if wrong and args.wrong > 0:
            args.wrong -= 1
            print("; ".join(wrong), "|", line.text)
    print(json.dumps({"lines": len(lines)} | report(count)))


if __name__ == "__main__":
    main()
