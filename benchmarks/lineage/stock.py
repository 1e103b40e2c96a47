"""Write a pile that shares stock sentences: forms filled in daily, agency background, one wire reprinted over and over.

python -m benchmarks.lineage.stock make --ud DIR --out FILE [--documents 1000] [--words 600]
python -m benchmarks.lineage.stock time FILE [--profile]
"""

import cProfile
import json
import pstats
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from benchmarks.lineage.compose import build_bank, composed
from benchmarks.lineage.furniture import filled, person, town
from benchmarks.lineage.treebank import Sentence, parse_block, read_blocks

FORMS, FORM_LINES = 4, 55  # forms, and the lines of each; a page prints most lines of one, with figures of its own
STOCK, STOCK_LINES = 120, 8  # background sentences of the agencies, and how many of them a page prints
REPRINTS, FORMED = 0.3, 0.2  # shares of the pile: reprints of one wire, pages filled in on a form
EDITS = 0.08  # words of a reprint that its outlet replaced, at most
PARAGRAPH = 3  # sentences
FIGURE = "#"
Write = Callable[[random.Random], str]


class Desk:
    """What the pages of a pile are written from."""

    def __init__(self, folder: Path, seed: int) -> None:
        blocks = (b for path in sorted(folder.glob("*-train.conllu")) for b in read_blocks(path))
        self.frames = [s for b in blocks for s in [parse_block(b)] if 12 <= len(s.words) <= 30]
        self.bank = build_bank(self.frames)
        self.rng = random.Random(f"stock/{seed}")
        self.stock = [self.line() for _ in range(STOCK)]
        self.forms = [[self.form_line() for _ in range(FORM_LINES)] for _ in range(FORMS)]
        self.wires: dict[int, list[str]] = {}

    def line(self, rng: random.Random | None = None) -> str:
        """One sentence that stands nowhere else."""
        return composed(self.frames, self.bank, rng or self.rng).text()

    def form_line(self) -> str:
        """A sentence with one to three gaps for figures."""
        words = self.line().split()
        for at in self.rng.sample(range(len(words)), min(len(words), self.rng.randint(1, 3))):
            words[at] = FIGURE
        return " ".join(words)

    def body(self, words: int, rng: random.Random) -> list[str]:
        made: list[str] = []
        while sum(len(s.split()) for s in made) < words:
            made.append(self.line(rng))
        return made

    def wire(self, words: int) -> list[str]:
        """The one wire that everybody reprints."""
        return self.wires.setdefault(words, self.body(words, random.Random("wire")))

    def news(self, words: int, rng: random.Random) -> list[str]:
        """A page of its own with some of the agencies' background sentences in it."""
        held = rng.sample(self.stock, STOCK_LINES)
        made = self.body(words - sum(len(s.split()) for s in held), rng)
        for line in held:
            made.insert(rng.randrange(len(made) + 1), line)
        return made

    def form(self, rng: random.Random) -> list[str]:
        """A page filled in on one of the forms."""
        lines = [s for s in rng.choice(self.forms) if rng.random() < 0.8]
        return [self.figured(s, rng) for s in lines]

    def figured(self, line: str, rng: random.Random) -> str:
        return " ".join(str(rng.randrange(2, 400)) if w == FIGURE else w for w in line.split())

    def reprint(self, words: int, rng: random.Random) -> list[str]:
        """The wire with its words changed here and there, under a new opening."""
        share = rng.uniform(0, EDITS)
        kept = [self.edited(s, share, rng) for s in self.wire(words)]
        return [self.line(rng), *kept[: rng.randint(len(kept) // 2, len(kept))]]

    def edited(self, line: str, share: float, rng: random.Random) -> str:
        return " ".join(rng.choice(self.wire(600)[0].split()) if rng.random() < share else w for w in line.split())


def page(desk: Desk, words: int, rng: random.Random) -> str:
    """Write one page: agency line, text, closing lines of its outlet."""
    draw = rng.random()
    if draw < REPRINTS:
        lines = desk.reprint(words, rng)
    elif draw < REPRINTS + FORMED:
        lines = desk.form(rng)
    else:
        lines = desk.news(words, rng)
    paragraphs = [" ".join(lines[i : i + PARAGRAPH]) for i in range(0, len(lines), PARAGRAPH)]
    closing: Sentence = filled(CLOSING, "Courier", town(rng), rng)
    opening = f"{town(rng).upper()} — {paragraphs[0]}"
    return "\n\n".join([opening, *paragraphs[1:], closing.text(), f"Reporting by {person(rng)}"])


CLOSING = "Copyright {paper}. All rights reserved. This text may not be published, broadcast, rewritten or redistributed."


def pages(desk: Desk, count: int, words: int, seed: int) -> Iterator[dict[str, str]]:
    for number in range(count):
        rng = random.Random(f"stock/{seed}/{number}")
        yield {"id": f"s{number:07}", "outlet": f"Outlet {rng.randrange(200)}", "text": page(desk, words, rng)}


@click.group()
def main() -> None:
    """A pile of pages that share stock sentences, and how long tracing it takes."""


@main.command()
@click.option("--ud", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--documents", type=int, default=1_000, show_default=True)
@click.option("--words", type=int, default=600, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
def make(ud: Path, out: Path, documents: int, words: int, seed: int) -> None:
    """Write the pages as JSON Lines."""
    desk = Desk(ud, seed)
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in pages(desk, documents, words, seed))


@main.command("time")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--profile", is_flag=True, help="print where the time goes")
def time_it(file: Path, profile: bool) -> None:
    """Take the pages through the per-page stages, then time `trace` alone in this process."""
    from readout.ingest.captured import Captured
    from readout.ingest.find import find
    from readout.pipeline import Settings, analyse
    from readout.records import Recurrence
    from readout.stage import declaration
    from readout.stages.trace import trace
    from readout.tables import Table

    captured = (c for c in find([str(file)]) if isinstance(c, Captured))
    made = {**analyse(captured, Settings()), Recurrence: Table.of(Recurrence, [])}
    taken = [made[t] for t in declaration(trace).takes]
    profiler = cProfile.Profile()
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    found = profiler.runcall(trace, *taken) if profile else trace(*taken)
    seconds, peak = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rows = {t.row_type.__table__: len(t) for t in found}
    click.echo(json.dumps({"seconds": round(seconds, 1), "mib_before": before >> 10, "mib_peak": peak >> 10, **rows}))
    if profile:
        pstats.Stats(profiler).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    sys.exit(main())
