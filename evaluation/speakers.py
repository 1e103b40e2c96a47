"""Measure who is named for sayings, on short pages of our own: `python -m evaluation.speakers [NUMBERS...] [--wrong]`.

`--quotations` reads the pages of ordinary news in `quotation_data` instead, where only what stands in marks is listed; their
odd pages are held out: give the sums alone (`--half odd`), and do not read what is wrong there.

Each file of `speaker_data` is a page, a line of three dashes, and what a careful reader lists as said there: words, a bar, the
names of who said it ("-" where the page names nobody). Each page is read as a record of its own.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from readout.api import Record
from readout.pipeline import Settings
from readout.reading import Plan, read_into
from readout.stages.involve.unnamed import WHY

Row = dict[str, Any]
FOLDER = Path(__file__).parent / "speaker_data"
QUOTATIONS = Path(__file__).parent / "quotation_data"
MARKS = "“”\"'‘’.,!?…: "
ENOUGH = 0.6  # share of the wanted words that a content must cover


def folded(words: str) -> str:
    """Fold white space, case, marks at the ends, and an article."""
    plain = " ".join(words.split()).strip(MARKS).lower().replace("’", "'")
    return plain.removeprefix("the ").removeprefix("a ")


def judged(page: str, wanted: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Give for each saying wanted whether it is right, and what is amiss."""
    source = folder / "page.txt"
    source.write_text(page, "utf-8")
    read_into(Plan((str(source),), folder / "page.readout", settings=Settings(trace=True)))
    record = Record(folder / "page.readout")
    (text,) = [d["text"] for d in record.documents]
    names = {e["entity_id"]: {folded(n) for n in [e["name"], *(e["aliases"] or [])]} for e in record.entities}
    for e in record.entities:
        if e["because"] == WHY:
            names[e["entity_id"]].add("-")  # nobody who is named
    rows = [a for a in record.attributions if a["kind"] != "term"]
    for line in filter(None, map(str.strip, wanted.splitlines())):
        words, _, named = line.rpartition("|")
        yield verdict(text, rows, names, words.strip(), {folded(n) for n in named.split(" / ")})


def verdict(text: str, rows: list[Row], names: dict[str, set[str]], words: str, wanted: set[str]) -> tuple[str, str]:
    """Judge one saying: right, wrong (another speaker), none (no speaker), or lost (not found)."""
    start = text.find(words)
    if start < 0:
        raise ValueError(f"not on the page: {words!r}")
    end = start + len(words)
    held = [a for a in rows if shared(a["content"], start, end) >= ENOUGH * len(words)]
    if not held:
        return "lost", words
    got = [(folded(a["speaker_name"] or "-"), names.get(a["speaker"] or "", set())) for a in held]
    if any(name in wanted or known & wanted for name, known in got):
        return "right", words
    told = [a["speaker_name"] for a in held]
    return ("none" if not any(told) else "wrong"), f"{words}: {told}, should be {sorted(wanted)}"


def shared(content: list[tuple[int, int]], start: int, end: int) -> int:
    """Count the code points of a stretch that lie in a content."""
    return sum(max(0, min(end, e) - max(start, s)) for s, e in content)


def main() -> None:
    """Read every page, print what is wrong and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", nargs="*", help="only these pages")
    parser.add_argument("--wrong", action="store_true", help="list what is missing or wrong")
    parser.add_argument("--quotations", action="store_true", help="the pages of quotation_data")
    parser.add_argument("--half", choices=("even", "odd"), help="only pages of even, or odd, number")
    asked = parser.parse_args()
    total: dict[str, int] = {}
    for file in sorted((QUOTATIONS if asked.quotations else FOLDER).glob("*.txt")):
        if asked.numbers and file.stem not in asked.numbers:
            continue
        if asked.half and int(file.stem) % 2 != (asked.half == "odd"):
            continue
        page, _, wanted = file.read_text("utf-8").rpartition("\n---\n")
        with tempfile.TemporaryDirectory() as folder:
            for how, what in judged(page, wanted, Path(folder)):
                total[how] = total.get(how, 0) + 1
                if asked.wrong and how != "right":
                    print(f"{file.stem} {how}: {what}")
    print(json.dumps({"wanted": sum(total.values()), **dict(sorted(total.items()))}))


if __name__ == "__main__":
    main()
