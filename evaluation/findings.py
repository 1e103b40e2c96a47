"""Measure how values of one thing are set side by side, on piles of our own: `python -m evaluation.findings [--odd] [--wrong]`.

Each file of `findings_data` is a pile of three or four pages on one event, each opened by a line `@@ key | outlet | day of
writing`, and behind a line `---` what a careful reader lists: `occurrence property | judgement | value unit @ pages | …`. Piles of
even number may be read while the stages are made; those of odd number are only scored, and are never listed. Values are
compared as in `evaluation/stories/contents.py`.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evaluation.stories.contents import findings_by_content
from evaluation.stories.pack import Pack, Row
from readout.api import Record
from readout.pipeline import Settings
from readout.reading import Plan, read_into

FOLDER = Path(__file__).parent / "findings_data"
COUNTED = re.compile(r".*\d(?: million| billion)? [a-z]+")  # a number with what it counts


def main() -> None:
    """Read the piles, print the sums of a half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--odd", action="store_true", help="the piles kept for measuring: sums alone")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong, on the even piles alone")
    parser.add_argument("--keep", type=Path, help="folder for the records")
    asked = parser.parse_args()
    sums: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        for file in files(odd=asked.odd):
            pack = read_pack(file, Path(place), asked.keep or Path(place))
            for score in findings_by_content(pack):
                sums.update({score.name: int(score.right), f"of {score.name}": score.wanted, "extra": score.extra})
                for line in score.wrong if asked.wrong and not asked.odd else ():
                    print(f"{file.stem}: {score.name}: {line}")
    for name in [n for n in sums if f"of {n}" in sums]:
        print(f"{name:45} {sums[name]:4}/{sums[f'of {name}']}")
    print(f"{'rows on nothing':45} {sums['extra']:4}")


def files(*, odd: bool) -> list[Path]:
    """List the piles of a half."""
    return [f for f in sorted(FOLDER.glob("*.txt")) if int(f.stem) % 2 == odd]


def read_pack(file: Path, place: Path, kept: Path) -> Pack:
    """Read the pages of a pile into a record, and give it with what a careful reader lists."""
    folder = written(file, place)
    target = kept / f"findings{file.stem}.readout"
    read_into(Plan((str(folder / "pages"),), target, settings=Settings(trace=True)))
    return Pack(file.stem, folder / "truth", Record(target))


def written(file: Path, place: Path) -> Path:
    """Write a pile as a story pack: its pages as they are captured, its findings as a truth table."""
    told, _, listed = file.read_text("utf-8").partition("\n---\n")
    folder = place / f"findings{file.stem}"
    for part in ("pages", "truth"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    pages = "".join(json.dumps(page, ensure_ascii=False) + "\n" for page in pages_of(told))
    (folder / "pages" / "pile.jsonl").write_text(pages, "utf-8")
    wanted = "".join(json.dumps(wanted_of(line), ensure_ascii=False) + "\n" for line in listed.splitlines() if line)
    (folder / "truth" / "findings.jsonl").write_text(wanted, "utf-8")
    return folder


def pages_of(told: str) -> Iterator[Row]:
    """Give the pages of a pile: the first line is the headline."""
    for part in told.split("@@ ")[1:]:
        head, _, body = part.partition("\n")
        key, outlet, day = (field.strip() for field in head.split("|"))
        title, _, text = body.strip().partition("\n\n")
        yield {"id": key, "outlet": outlet, "published": day, "title": title, "text": text}


def wanted_of(line: str) -> Row:
    """Read a finding: what it is of, the judgement, and its values with the pages that give them."""
    head, agreement, *told = (field.strip() for field in line.split(" | "))
    about, name = head.split(" ")
    values = []
    for one in told:
        said, _, pages = one.rpartition(" @ ")
        number, unit = (said.rpartition(" ")[::2]) if COUNTED.fullmatch(said) else (said, "")
        values.append({"value": number, "unit": unit, "external_ids": pages.split()})
    return {"occurrence": about, "property": name, "values": values, "agreement": agreement, "why": ""}


if __name__ == "__main__":
    main()
