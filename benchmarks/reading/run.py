"""Measure reading: rates beside the plain extractors, cost of each stage, memory as the count grows, start-up.

python -m benchmarks.reading.run [--pages 1000] [--text FOLDER] [--work FOLDER] [--runs 3] [--memory 500,1000,2000,4000]
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import Any

import click

from benchmarks.reading import processes, rates
from benchmarks.reading.pages import PER_FOLDER, write_pages
from benchmarks.reading.words import paragraphs_of

SLOW = {"trafilatura alone": 0.2}  # share of the pages that is enough where a page takes long
SAMPLE = 200  # pages whose stages are timed one by one


def spread(values: Sequence[float]) -> dict[str, float]:
    """Give median, least and most."""
    return {"median": round(median(values), 3), "least": round(min(values), 3), "most": round(max(values), 3)}


def several(runs: int, measure: Callable[[], float]) -> dict[str, float]:
    """Measure several times."""
    return spread([measure() for _ in range(runs)])


def shown(name: str, found: dict[str, float], unit: str) -> None:
    """Print one line."""
    click.echo(f"{name:32} {found['median']:9.2f} {unit:12} ({found['least']:.2f} to {found['most']:.2f})")


def measure_rates(pages: Path, count: int, runs: int, workers: int) -> dict[str, Any]:
    """Time each work over the pages, the runs taking turns, so that a busy minute hits all alike."""
    captured = rates.captures_of(pages, count)
    found: dict[str, list[rates.Rate]] = {name: [] for name in rates.WORKS}
    for _ in range(runs):
        for name, work in rates.WORKS.items():
            some = captured[: max(rates.BATCH, int(SLOW.get(name, 1) * len(captured)))]
            found[name].append(rates.rate(work, some, workers))
    rows: dict[str, Any] = {}
    for name, measured in found.items():
        rows[name] = {
            "pages_per_second": spread([m.pages_per_second for m in measured]),
            "cpu_ms_per_page": spread([m.cpu_ms_per_page for m in measured]),
        }
        shown(name, rows[name]["pages_per_second"], "pages/s")
        shown("", rows[name]["cpu_ms_per_page"], "CPU ms/page")
    return rows


def measure_costs(pages: Path) -> dict[str, float]:
    """Print what each step costs a page."""
    captured = rates.captures_of(pages, SAMPLE)
    rates.costs(captured[:20])  # loads libraries and models
    found = {name: round(cost, 3) for name, cost in rates.costs(captured).items()}
    for name, cost in found.items():
        click.echo(f"  {name:30} {cost:9.2f} CPU ms/page")
    return found


def measure_read(pages: Path, work: Path, workers: int, count: int) -> processes.Ran:
    """Read the first pages into a fresh record with the command itself."""
    record = work / "measured.readout"
    rmtree(record, ignore_errors=True)
    paths = sorted(pages.iterdir())[: count // PER_FOLDER]
    chosen = ("--extractor", rates.EXTRACTOR, "--workers", str(workers), "--engine", "plain", "--no-keep", "-q")
    return processes.readout("read", *paths, "-o", record, "--root", pages, *chosen, folder=work)


def measure_memory(pages: Path, work: Path, counts: Sequence[int], workers: int) -> dict[str, float]:
    """Read growing piles and give the peak memory of each run, in MiB."""
    found = {}
    for count in counts:
        ran = measure_read(pages, work, workers, count)
        found[str(count)] = round(ran.peak_mib, 1)
        click.echo(
            f"readout read, {count:6} pages        {ran.peak_mib:9.0f} MiB peak   {count / ran.seconds:.1f} pages/s"
        )
    return found


def measure_commands(work: Path, runs: int) -> dict[str, dict[str, float]]:
    """Time `--help` and the demo."""
    found = {
        "help_seconds": several(runs, lambda: processes.seconds("--help")),
        "demo_seconds": several(runs, lambda: demo(work)),
    }
    for name, taken in found.items():
        shown(name, taken, "s")
    return found


def demo(work: Path) -> float:
    """Time the demo from nothing."""
    rmtree(work / "demo.readout", ignore_errors=True)
    return processes.readout("demo", "-o", work / "demo.readout", "-q", folder=work).seconds


@click.command()
@click.option("--pages", "count", default=1000, show_default=True, help="Pages for the rates.")
@click.option("--text", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of open text.")
@click.option("--work", type=click.Path(file_okay=False, path_type=Path), help="Where to work (default: a new folder).")
@click.option("--runs", default=3, show_default=True)
@click.option("--workers", default=2, show_default=True)
@click.option("--memory", default="500,1000,2000,4000", show_default=True, help="Piles whose memory is measured.")
def main(count: int, text: Path | None, work: Path | None, runs: int, workers: int, memory: str) -> None:
    """Measure reading and print it, one JSON line last."""
    counts = [int(n) for n in memory.split(",") if n]
    if any(n % PER_FOLDER for n in (count, *counts)):
        raise click.UsageError(f"numbers of pages go by the {PER_FOLDER}, as they stand in folders")
    with nullcontext(work) if work else tempfile.TemporaryDirectory() as given:
        folder = Path(given or ".").resolve()
        pages = folder / "pages"
        write_pages(pages, max([count, *counts]), paragraphs_of(text))
        found: dict[str, Any] = {"pages": count, "workers": workers, "runs": runs}
        found["rates"] = measure_rates(pages, count, runs, workers)
        found["stage_cpu_ms_per_page"] = measure_costs(pages)
        whole = several(runs, lambda: count / measure_read(pages, folder, workers, count).seconds)
        found["read_pages_per_second"] = whole
        shown("readout read, whole", whole, "pages/s")
        found["peak_mib"] = measure_memory(pages, folder, counts, workers)
        found |= measure_commands(folder, runs)
    click.echo(json.dumps(found))


if __name__ == "__main__":
    main()
