"""Fit which events of pages on which acts are rare are worth their type (`readout/stages/detect/worth.py`).

    python -m training.events.worth PACK... --records FOLDER... --web DATA --web-record RECORD [--write]

Learns from marked pages of the web that the network has not read (`training/events/web.py`) and from the pages of story packs that
tell of as few acts, where an event in a clause that tells an act is one. Prints what is kept by fits that have not seen the
document or pack. Give records read with `threshold = 0` in `worth_weights.toml`: in others what was not told is lacking.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

import readout
from readout.api import Record
from readout.lexicon.events import event_words
from readout.models.event_head import load_event_head
from readout.pile import Pile
from readout.records import Event
from readout.stages.detect.worth import page_of, signs
from training import logistic
from training.events.pages import one_type, told
from training.events.web import acts_of, pages_read, web_documents, web_record
from training.piles import arguments, pack_of, record_of

FOLDS, RARE = 8, 8
RIDGE, OF_SENSES = 3.0, 30.0  # penalties
JUDGED = 2.0  # how many events of packs a judged one counts for; five keep as many right ones of the web and fewer of the packs
LEAST = 0.5
SHOWN = (0.4, 0.45, 0.5, 0.55, 0.6)
ABOUT = """# What each sign of an event on a page where acts are rare (`readout/stages/detect/worth.py`) adds to the log odds
# that it is an act worth its type. Logistic regression over marked pages of the web and of story packs;
# training/events/worth.py tells how. CC BY-SA 4.0, see NOTICE.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One event with what speaks for it; `judged`: of the web."""

    group: str
    judged: bool
    right: bool
    held: dict[str, float]


def rows_of(pile: Pile) -> Iterator[tuple[Event, dict[str, float]]]:
    """Give the acts of the pages on which acts are rare, with their signs."""
    events = defaultdict(list)
    for e in pile.events.values():
        events[e.doc_id].append(e)
    for read in pages_read(pile, event_words(), load_event_head()):
        mine = events[read.document.doc_id]
        page = page_of(mine, sum(len(t.words) for t in read.trees), read.rarity)
        if read.rarity:
            yield from ((e, dict(signs(e, page))) for e in mine if e.coded_type and e.type and e.act_chance is not None)


def of_web(data: Path, record: Path) -> Iterator[Row]:
    """Give the events told of pages of the web: right is one whose word tells a marked act of its type."""
    acts = {d.name: acts_of(d) for d in web_documents(data) if d.kept}
    pile = Pile(Record(record))
    for e, held in rows_of(pile):
        document = pile.documents[e.doc_id].external_id
        here = [a for a in acts[document] if a.trigger[0] < e.end and e.start < a.trigger[1]]
        yield Row(document, True, any(one_type(a.type) == one_type(e.type or "") for a in here), held)


def of_pack(folder: Path, records: Sequence[Path]) -> Iterator[Row]:
    """Give the events of a pack: right is one in a clause that tells an act."""
    pack = pack_of(folder, record_of(folder, records))
    clauses = told(pack)
    for e, held in rows_of(Pile(pack.record)):
        here = clauses.get(pack.page_of[e.doc_id], ())
        yield Row(pack.name, False, any(c.span[0] < e.end and e.start < c.span[1] for c in here), held)


def main() -> None:
    """Print what is kept, and write the weights of all."""
    parser = arguments(__doc__)
    parser.add_argument("--web", type=Path, required=True, help="folder of the corpora whose pages are marked")
    parser.add_argument("--web-record", type=Path, required=True, help="record of the marked pages")
    asked = parser.parse_args()
    judged_rows = of_web(asked.web, web_record(asked.web, asked.web_record))
    found = [*judged_rows, *(r for p in asked.packs for r in of_pack(p, asked.records))]
    often: dict[str, int] = defaultdict(int)
    for row in found:
        for name, value in row.held.items():
            often[name] += bool(value)
    names = sorted(name for name, times in often.items() if times >= RARE)
    values = np.array([[*(r.held.get(n, 0.0) for n in names), 1.0] for r in found])
    truth, judged = np.array([float(r.right) for r in found]), np.array([r.judged for r in found])
    counts = np.where(judged, JUDGED, 1.0)
    penalty = np.array([*(OF_SENSES if n.startswith("sense") else RIDGE for n in names), 1e-3])
    fold = np.array([crc32(r.group.encode()) % FOLDS for r in found])
    chances = np.zeros(len(found))
    for k in range(FOLDS):
        beta = logistic.fit(values[fold != k], truth[fold != k], penalty, counts[fold != k])
        chances[fold == k] = logistic.chances(values[fold == k] @ beta)
    for name, some in (("judged", judged), ("of packs", ~judged)):
        print(f"{name}: {some.sum()} events, {int(truth[some].sum())} right; {kept(chances[some], truth[some])}")
    if asked.write:
        beta = logistic.fit(values, truth, penalty, counts)
        lines = "\n".join(f'signs."{n}" = {b:.3f}' for n, b in zip(names, beta, strict=False))
        text = f"{ABOUT}bias = {beta[-1]:.3f}\nthreshold = {LEAST}\n{lines}\n"
        (Path(readout.__file__).parent / "lexicon" / "worth_weights.toml").write_text(text, "utf-8")


def kept(chances: NDArray[np.float64], truth: NDArray[np.float64]) -> str:
    """Tell what is kept from several chances on."""
    return ", ".join(f"from {b}: {int((chances >= b).sum())}, {int(truth[chances >= b].sum())} right" for b in SHOWN)


if __name__ == "__main__":
    main()
