"""Measure what pages say of themselves, on heads and feet of our own: `python -m evaluation.heads [--odd] [--wrong]`.

Each page of `heads_data` opens with a line `@@ NUMBER FORM | credited source | outlet | writers | published`, "-" where the page
names none; the line `...` stands for the body of the article. Pages of even number may be read while rules are made; those of odd
number are only scored, and are never listed.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from readout.ingest.captured import Captured
from readout.ingest.find import find
from readout.ingest.lay_out import lay_out
from readout.models.language_id import identify
from readout.records import Document, Layout
from readout.stages.clean import clean
from readout.tables import Table

FOLDER = Path(__file__).parent / "heads_data"
WORD = re.compile(r"\w+")
COMMON = frozenset(["the", "of", "and", "a", "an", "news", "agency", "press", "service", "co", "operative", "office"])
BODIES = (
    (
        "Officials gave few details. A spokeswoman said that the matter was being looked into and that nobody had been hurt.",
        "Residents spoke of long nights and short tempers. “We have heard promises before,” said one of them, a carpenter "
        "who asked not to be named. He had come with two neighbours and a dog.",
        "The opposition called for an inquiry, which the government refused.",
    ),
    (
        "“It is not for us to guess,” said Hanno Pell, who speaks for the ministry. He would not take questions.",
        "The decision had been expected for weeks, but its timing took even close observers by surprise.",
        "A similar attempt failed ten years ago, when the money ran out before the work was half done.",
    ),
    (
        "Lawyers for both sides declined to comment. The case is thought to be the first of its kind in the country.",
        "At the gate, Mirela Oss, 52, said she would stay until someone came out. “I have brought soup,” she said.",
        "Analysts were divided. Some saw a sign of weakness, others a way out for everyone.",
    ),
)


@dataclass(frozen=True, slots=True)
class Head:
    """A page of ours, and what a careful reader takes from it."""

    number: int
    form: str
    wanted: dict[str, str | None]
    page: str


def heads() -> Iterator[Head]:
    """Read the pages of all files."""
    for file in sorted(FOLDER.glob("*.txt")):
        for part in re.split(r"^@@ ", file.read_text("utf-8"), flags=re.M)[1:]:
            line, _, page = part.partition("\n")
            told, *values = (v.strip() for v in line.split(" | "))
            number, form = told.split()
            names = ("credited_source", "outlet", "bylines", "published")
            wanted = {k: None if v == "-" else v for k, v in zip(names, values, strict=True)}
            yield Head(int(number), form, wanted, filled(page.strip() + "\n", form, int(number)))


def filled(page: str, form: str, number: int) -> str:
    """Put paragraphs where the body of the article stands."""
    body = BODIES[number % len(BODIES)]
    text = "\n".join(f"<p>{p}</p>" for p in body) if form == "html" else "\n" + "\n\n".join(body) + "\n"
    return page.replace("\n...\n", f"\n{text}\n")


def document(head: Head) -> Document:
    """Clean one page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"page.{head.form}"
        path.write_text(head.page, "utf-8")
        (captured,) = find([str(path)])
        if not isinstance(captured, Captured):
            raise ValueError(f"page {head.number} is not read: {captured}")
        layouts, _ = lay_out(captured)
    made, _, _ = clean(Table.of(Layout, layouts), identify=identify)
    return next(iter(made))


def verdict(field: str, wanted: str | None, got: str | None) -> str:
    """Judge one field: right, wrong (another value), invented (none is told), or missing."""
    if wanted is None:
        return "right" if got is None else "invented"
    if got is None:
        return "missing"
    if field == "published":
        return "right" if got[:10] == wanted else "wrong"
    mine, theirs = words(wanted), words(got)
    return "right" if mine and theirs and (mine <= theirs or theirs <= mine) else "wrong"


def words(name: str) -> set[str]:
    """Give the words that tell a name apart."""
    return set(WORD.findall(name.lower())) - COMMON


def main() -> None:
    """Read every page of one half, print the sums and, for the even half, what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--odd", action="store_true", help="score the pages of odd number, sums only")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong among those of even number")
    asked = parser.parse_args()
    sums: dict[str, Counter[str]] = {}
    for head in heads():
        if head.number % 2 != asked.odd:
            continue
        made = document(head)
        got = {
            "credited_source": made.credited_source, "outlet": made.outlet,
            "bylines": ", ".join(made.bylines) or None, "published": made.published,
        }  # fmt: skip
        for field, wanted in head.wanted.items():
            how = verdict(field, wanted, got[field])
            sums.setdefault(field, Counter())[how] += 1
            if asked.wrong and how != "right" and not asked.odd:
                print(f"{head.number:03} {field} {how}: {got[field]!r}, should be {wanted!r}")
    print(json.dumps({field: dict(sorted(found.items())) for field, found in sums.items()}, indent=1))


if __name__ == "__main__":
    main()
