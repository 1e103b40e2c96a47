"""Measure the utterances of the demo world against its truth: `python -m evaluation.utterances [RECORD]`.

RECORD is a record of the demo pages, read with tracing. Without it one is made. Prints what is wrong with each act of saying,
and one JSON object of right and wanted numbers last.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.demo import Measure, folded, truth
from readout.corpus import Stored
from readout.demo import pages_path
from readout.pipeline import Settings
from readout.reading import Plan, read_into
from readout.records import Attribution, Document, Involvement, Kind, Reuse, Utterance
from readout.stages.utter import utter
from readout.store.layout import generation_path, read_pointer

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """An act of saying with its wordings as pages and words."""

    row: Utterance
    wordings: dict[str, tuple[str, str]]  # attribution_id → external_id, words
    described: bool = False  # the speaker is somebody whom pages describe and nobody names

    def holds(self, want: Row) -> str | None:
        """The wording of the wanted page that holds the wanted words first, or null."""
        first = folded(want["words"][0]).lower()
        for name, (page, words) in sorted(self.wordings.items()):
            if page == want["external_id"] and first in words:
                return name
        return None


def made(folder: Path) -> list[Said]:
    """Run the stage over the stored tables of a record."""
    tables = Stored(generation_path(folder, int(read_pointer(folder)["readout"]["generation"])))
    taken = (tables[t] for t in (Document, Attribution, Involvement, Reuse, Kind))
    rows, _ = utter(*taken)
    pages = {d.doc_id: d for d in tables[Document]}
    spoken = {a.attribution_id: a for a in tables[Attribution]}
    described = {i.entity_id for i in tables[Involvement] if i.unnamed}
    return [Said(r, {name: shown(spoken[name], pages) for name in r.wordings}, r.speaker in described) for r in rows]


def shown(a: Attribution, pages: dict[str, Document]) -> tuple[str, str]:
    """The page of an attribution, and its words folded."""
    text = pages[a.doc_id].text
    return pages[a.doc_id].external_id, " ".join(" ".join(text[s:e] for s, e in a.content).split()).lower()


def best_fit(want: Row, said: Sequence[Said]) -> tuple[Said | None, set[str]]:
    """The act of saying that holds most of the wanted wordings, with their ids."""
    fits = [(s, {n for w in want["wordings"] if (n := s.holds(w))}) for s in said]
    return max(fits, key=lambda fit: len(fit[1]), default=(None, set()))


def wordings(said: Sequence[Said]) -> Iterator[str]:
    """Acts of saying whose wordings are not together, or with quoted wordings of another act among them."""
    other = {
        (w["external_id"], folded(w["words"][0]).lower(), u["key"]) for u in truth("utterances") for w in u["wordings"]
    }
    for want in truth("utterances"):
        fit, held = best_fit(want, said)
        missing = [w for w in want["wordings"] if fit is None or fit.holds(w) is None]
        extra = {
            (page, words[:50], key)
            for name, (page, words) in (fit.wordings.items() if fit else ())
            for p, first, key in other
            if p == page and first in words and key != want["key"] and name not in held
        }
        if missing or extra:
            yield f"{want['key']}: lacks {[(w['external_id'], w['words'][0][:40]) for w in missing]}, has of others {sorted(extra)}"


def speakers(said: Sequence[Said]) -> Iterator[str]:
    """Acts of saying with another speaker than the truth names."""
    names = {e["key"]: {e["name"], *e["aliases"]} for e in truth("entities")}
    for want in truth("utterances"):
        fit, _ = best_fit(want, said)
        got = fit.row.speaker_name if fit else None
        known = {n.lower() for n in names.get(want["speaker"], ())}
        right = (
            got is None or (fit is not None and fit.described)
            if want["speaker"] is None
            else bool(got and (got.lower() in known or any(got.lower() in n for n in known)))
        )
        if not right:
            yield f"{want['key']}: {got}, should be {want['speaker']}"


def bests(said: Sequence[Said]) -> Iterator[str]:
    """Acts of saying whose best wording is another one in words."""
    for want in truth("utterances"):
        fit, _ = best_fit(want, said)
        got = fit.wordings[fit.row.best_wording][1] if fit else ""
        lacking = [w for w in want["best"]["words"] if folded(w).lower() not in got]
        if lacking:
            yield f"{want['key']}: {got!r} lacks {lacking}"


def alterations(said: Sequence[Said]) -> Iterator[str]:
    """Acts of saying whose altered wordings are not those of the truth."""
    for want in truth("utterances"):
        fit, _ = best_fit(want, said)
        for w in want["wordings"]:
            name = fit.holds(w) if fit else None
            if name and fit and (name in fit.row.altered) != w["altered"]:
                yield f"{want['key']}: {w['external_id']} {'not ' if w['altered'] else ''}called altered"


def disputes(said: Sequence[Said]) -> Iterator[str]:
    """Acts of saying whose misattributions are not those of the truth."""
    for want in truth("utterances"):
        fit, _ = best_fit(want, said)
        got = sorted({fit.wordings[n][0] for n in fit.row.disputed}) if fit else []
        if got != sorted(want["misattributed"]):
            yield f"{want['key']}: {got}, should be {want['misattributed']}"


def measure(said: Sequence[Said]) -> list[Measure]:
    """Compare with the truth."""
    wanted = len(truth("utterances"))
    checks: Iterable[Any] = (wordings, speakers, bests, alterations, disputes)
    return [Measure(check.__name__, wanted, tuple(check(said))) for check in checks]


def main() -> None:
    """Print every measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", nargs="?", type=Path)
    chosen = parser.parse_args().record
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen or Path(scratch) / "demo.readout"
        if not chosen:
            read_into(Plan((str(pages_path()),), folder, settings=Settings(trace=True)))
        measures = measure(made(folder))
    for m in measures:
        print(f"{m.name}: {m.right} of {m.wanted}")
        for fault in m.wrong:
            print(f"    {fault}")
    print(json.dumps({m.name: [m.right, m.wanted] for m in measures}))


if __name__ == "__main__":
    main()
