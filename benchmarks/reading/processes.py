"""Run a command and measure it: wall time, and the peak of the memory its whole process tree holds (Linux)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PAGE = os.sysconf("SC_PAGE_SIZE")
EVERY = 0.05  # seconds between two looks


class Ran(NamedTuple):
    """What a run took; `peak_mib` is the largest sum of resident memory over all processes seen at once."""

    seconds: float
    peak_mib: float


def readout(*words: str | Path, folder: Path) -> Ran:
    """Run a command of Readout in a folder, with the code that this process runs on. Raises where it fails."""
    command = [sys.executable, "-m", "readout", *map(str, words)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p or os.getcwd() for p in sys.path)}
    began, peak = time.perf_counter(), 0
    with (folder / "log.txt").open("wb") as log:
        run = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        while run.poll() is None:
            peak = max(peak, sum(map(resident, tree(run.pid))))
            time.sleep(EVERY)
    if run.returncode:
        raise SystemExit(
            f"{' '.join(command)} ended with {run.returncode}:\n{(folder / 'log.txt').read_text()[-2000:]}"
        )
    return Ran(time.perf_counter() - began, peak / 2**20)


def seconds(*words: str) -> float:
    """Time a command of Readout that ends at once, without looking at its memory."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "readout", *words], check=True, capture_output=True)
    return time.perf_counter() - began


def tree(pid: int) -> Iterator[int]:
    """Name a process and all below it; one that ends meanwhile is left out."""
    yield pid
    try:
        children = [c for task in Path(f"/proc/{pid}/task").iterdir() for c in (task / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield from tree(int(child))


def resident(pid: int) -> int:
    """Give the bytes of memory a process holds; none where it has ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0
