"""Score what the short brief tells of what an editor says one page must tell: `python -m evaluation.musts PACK... --records
FOLDER... [--list]`.

PACK is a story pack with `truth/must.jsonl` (`docs/packs/must.md`): acts and findings of its truth tables, the most important
first. An act is told where the sentence that a line shows holds words that a reader took down for it, on whichever page those
stand; a finding where one line gives two of its values. `--records` names folders that hold NAME.readout; what none of them
holds is read first, into the first.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from evaluation.stories.__main__ import wilson
from evaluation.stories.pack import Pack, Row
from readout.pile import Pile
from readout.records import Evidence
from readout.web.brief import compose
from readout.web.lines import Line
from training.piles import pack_of, record_of

FIRST, MUST = 4, 12  # ranks of the acts without which a reader is lost, and of those that must be on the page
SMALL, FEW = 24, 8  # packs of fewer acts have fewer that must be told
ABOUT_PAGES = frozenset(("pages", "gaps"))
HALF = 0.5  # share of the words taken down that a sentence must hold
WORD = re.compile(r"[\w’'-]+")


class Tally(NamedTuple):
    """One act or finding of an editor's list and whether the brief tells it."""

    pack: str
    table: str
    rank: int
    what: str
    told: bool


def main() -> None:
    """Print the shares told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="+", type=Path)
    parser.add_argument("--records", nargs="+", type=Path, required=True)
    parser.add_argument("--list", action="store_true", help="list what is not told")
    asked = parser.parse_args()
    found = [t for path in asked.packs for t in tallies(pack_of(path, record_of(path, asked.records)))]
    for name, mine in grouped(found):
        right = sum(t.told for t in mine)
        low, high = wilson(right, len(mine))
        print(f"{name:44} {right:4} of {len(mine):4}  {right / max(1, len(mine)):.2f} ({low:.2f}–{high:.2f})")
    for t in found if asked.list else ():
        if not t.told and (t.table == "findings" or t.rank <= MUST):
            print(f"{t.pack:16} {t.table:11} {t.rank:2}  {t.what}")


def grouped(found: Sequence[Tally]) -> Iterator[tuple[str, list[Tally]]]:
    """Group by what was asked for."""
    acts = [t for t in found if t.table == "occurrences"]
    small = {name for name, n in Counter(t.pack for t in acts).items() if n < SMALL - MUST + FEW}
    last = {t.pack: FEW if t.pack in small else MUST for t in acts}
    yield f"the first {FIRST} acts of each pack", [t for t in acts if t.rank <= FIRST]
    yield f"acts that must be told ({MUST} a pack)", [t for t in acts if t.rank <= last[t.pack]]
    yield "acts for which there may be room", [t for t in acts if t.rank > last[t.pack]]
    yield "differences and developing figures", [t for t in found if t.table == "findings"]


def tallies(pack: Pack) -> Iterator[Tally]:
    """Say of each row of an editor's list whether the short brief tells it."""
    pile = Pile(pack.record)
    brief = compose(pile)
    lines = [line for s in brief.sections if s.name not in ABOUT_PAGES for line in s.lines]
    if brief.headline:
        lines.append(brief.headline)
    acts = {row["key"]: row for row in pack.table("occurrences")}
    findings = pack.table("findings")
    shown = [(e, frozenset(words_of(pile.words(e)))) for line in lines if line.text and line.evidence for e in line.evidence[:1]]
    for row in pack.table("must"):
        if row["table"] == "occurrences":
            told = any(tells(pack, act, e, words) for act in [acts[row["key"]]] for e, words in shown)
            yield Tally(pack.name, "occurrences", row["rank"], row["key"], told)
        else:
            finding = findings[row["line"] - 1]
            told = any(gives(line, finding) for line in lines)
            yield Tally(pack.name, "findings", row["rank"], f"{finding['occurrence']}: {finding['property']}", told)


def tells(pack: Pack, act: Row, shown: Evidence, words: frozenset[str]) -> bool:
    """Tell whether a sentence holds most of what some page says of an act, or the same words from another page."""
    for m in act.get("mentions") or ():
        if pack.page_of.get(shown.doc_id) == m["external_id"]:
            for start, end in pack.places(m["external_id"], m["words"]):
                if min(end, shown.end) - max(start, shown.start) >= HALF * min(end - start, shown.end - shown.start):
                    return True
        taken = set(words_of(m["words"]))
        if len(taken) > FIRST and len(taken & words) >= SAME * len(taken):
            return True
    return False


SAME = 0.9  # share of its words by which a sentence of another page is the same


def words_of(text: str) -> list[str]:
    """Give the words of a text in small letters."""
    return [w.lower() for w in WORD.findall(text)]


def gives(line: Line, finding: Row) -> bool:
    """Tell whether a line gives two values of a finding, or the one it has: their numbers, or most of their words."""
    text = " ".join((line.lead, line.text, line.note, *(f"{p.lead} {p.text} {p.note}" for p in line.parts)))
    words = words_of(text.replace(",", ""))
    there = [v for v in finding["values"] if holds(words, str(v["value"]))]
    return len({str(v["value"]).lower() for v in there}) >= min(2, len(finding["values"]))


def holds(words: Sequence[str], value: str) -> bool:
    """Tell whether words hold a value: its numbers where it has any, else half of its longer words."""
    mine = words_of(value.replace(",", ""))
    numbers = [w for w in mine if w[0].isdigit()]
    wanted = numbers or [w for w in mine if len(w) > FIRST]
    share = sum(w in words for w in wanted)
    return bool(wanted) and (share == len(wanted) if numbers else share >= HALF * len(wanted))


if __name__ == "__main__":
    main()
