"""Measure the speakers of direct quotations that may be published unseen: `python -m evaluation.publishable PACK...`.

Of the quotations that readers of other hands list in the truth of the demo and of story packs: how many of ours have the score of
agreeing marks and syntax, and how many of those name the right speaker. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from evaluation.quotes import PUBLISHABLE
from evaluation.stories.__main__ import wilson
from evaluation.stories.pack import Pack
from evaluation.stories.pages import quoted, right_speaker
from readout.api import Record
from readout.demo import pages_path, truth_path
from readout.pipeline import Settings
from readout.reading import Plan, read_into


def counted(name: str, where: Path, truth: Path) -> tuple[int, int, int]:
    """Give the direct quotations found, those that may be published, and those of them with the right speaker."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"{name}.readout"
        read_into(Plan((str(where),), target, settings=Settings(trace=True)))
        pack = Pack(name, truth, Record(target))
        found = sure = right = 0
        for want in (q for q in pack.table("quotes") if q.get("kind") == "direct"):
            got = [a for a in quoted(pack, want) if a["kind"] == "direct"]
            certain = [a for a in got if (a["score"] or 0) >= PUBLISHABLE]
            found += bool(got)
            sure += bool(certain)
            right += bool(certain) and right_speaker(pack, want["speaker"], certain)
        return found, sure, right


def main() -> None:
    """Measure the demo and every pack asked for, print the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="*", type=Path)
    folders = [(p.name, p / "pages", p / "truth") for p in parser.parse_args().packs]
    counts = [counted(*f) for f in [("demo", pages_path(), truth_path()), *folders]]
    found, sure, right = (sum(c[i] for c in counts) for i in range(3))
    low, high = wilson(right, sure)
    print(f"direct quotations found {found}; may be published {sure} ({sure / max(found, 1):.1%})")
    print(f"right speaker {right} of {sure}: {right / max(sure, 1):.1%} ({low:.1%}–{high:.1%})")
    print(json.dumps({"direct": found, "publishable": sure, "right": right}))


if __name__ == "__main__":
    main()
