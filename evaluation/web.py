"""Measure the events of a record on pages of the web whose acts are marked and that the event network has not read.

    python -m evaluation.web DATA --record RECORD [--misses]

`DATA` holds the corpora (training/events/web.py); the record is read from them where there is none. Of the marked acts: those on
whose word an event stands, and whose type and status it tells. Of the events told (with a coded type): those on the word of a
marked act, and right in type, status, actors, recipients. Actors are right where all told are marked and one is told if any is
marked; so are recipients. Intervals after Wilson (1927). `--misses` lists types alone, no words. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluation.stories.__main__ import wilson
from evaluation.whole import meets
from readout.api import Record
from readout.pile import Pile
from readout.records import Event, Participant
from training.events.examples import Act, Span
from training.events.pages import one_type
from training.events.web import acts_of, web_documents, web_record


def parties_right(told: Sequence[Participant], marked: Sequence[Span]) -> bool:
    """Tell whether all told are marked, and one is told where any is marked."""
    return bool(told) == bool(marked) and all(any(meets((p.start, p.end), m) for m in marked) for p in told)


def fields(e: Event, act: Act) -> dict[str, bool]:
    """Which fields of an event are as marked."""
    return {
        "type": one_type(e.type or "") == one_type(act.type) or one_type(e.coded_type or "") == one_type(act.type),
        "status": e.status == act.status,
        "actor": parties_right(e.actors, act.actors),
        "recipient": parties_right(e.recipients, act.recipients),
    }


def count(events: Sequence[Event], acts: Sequence[Act]) -> tuple[Counter[str], Counter[str]]:
    """Count one document; and the types of acts that no event tells, and of events on no act."""
    n, missed = Counter[str](), Counter[str]()
    for act in acts:
        here = [fields(e, act) for e in events if meets((e.start, e.end), act.trigger)]
        best = max(here, key=lambda f: sum(f.values()), default=None)
        n.update({"marked": 1, "marked found": best is not None})
        missed[f"no event: {act.type}"] += best is None
        n.update({f"marked {k}": v for k, v in (best or {}).items()})
    for e in (e for e in events if e.coded_type):
        on = [fields(e, a) for a in acts if meets((e.start, e.end), a.trigger)]
        best = max(on, key=lambda f: sum(f.values()), default=None)
        n.update({"told": 1, "told on an act": best is not None, "told right": best is not None and all(best.values())})
        missed[f"no act: {e.type}"] += best is None
        n.update({f"told {k}": v for k, v in (best or {}).items()})
    return n, missed


def shown(n: Counter[str], side: str, names: Iterable[str]) -> str:
    """Show counts of one side with their share and its interval."""
    whole = n[side]
    told = [f"{side}: {whole}"]
    for name in names:
        low, high = wilson(n[f"{side} {name}"], whole)
        told.append(f"  {name}: {n[f'{side} {name}']} ({n[f'{side} {name}'] / max(1, whole):.3f}, {low:.3f}–{high:.3f})")
    return "\n".join(told)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--record", type=Path, required=True)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    pile = Pile(Record(web_record(asked.data, asked.record)))
    events = defaultdict(list)
    for e in pile.events.values():
        events[pile.documents[e.doc_id].external_id].append(e)
    n, missed = Counter[str](), Counter[str]()
    for d in web_documents(asked.data):
        if d.kept:
            here, lost = count(events[d.name], [a for a in acts_of(d) if a.type != "CALAMITY"])
            n, missed = n + here, missed + lost
    print(shown(n, "marked", ("found", "type", "status", "actor", "recipient")))
    print(shown(n, "told", ("on an act", "type", "status", "actor", "recipient", "right")))
    for name, times in missed.most_common() if asked.misses else ():
        print(f"{times:5} {name}")
    print(json.dumps(n))


if __name__ == "__main__":
    main()
