"""Measure quotations and who said them: run ours over a gold file, call its scorer.

    python -m evaluation.quotes GOLD.jsonl --scorer SCORE.py [--speech-cues FILE] [--marks-alone] [--out PRED.jsonl]

GOLD holds one JSON object per line: {doc_id, text, attributions: [{content, source, cue}]} with spans as [start, end].
The last line printed is one JSON object with our figures.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from readout.lexicon import abbreviations, reporting, speech
from readout.models.english import English, load_english
from readout.text.clause_trees import Span, Tree
from readout.text.joined_sayings import Words, all_attributions
from readout.text.quotations import quotations
from readout.text.sentences import all_sentences, paragraphs
from readout.text.unit_reading import Said

DRAWS = 500


def cut(text: str) -> list[list[Span]]:
    """Cut one text into the sentences of its paragraphs."""
    return all_sentences(text, paragraphs(text), abbreviations())


def parsed(texts: Iterable[str], parser: English | None) -> list[dict[int, Tree]]:
    """Give the syntax of the sentences of each text, by their start; nothing without a parser."""
    return [dict(trees(text, parser)) if parser else {} for text in texts]


def trees(text: str, parser: English) -> Iterator[tuple[int, Tree]]:
    """Parse each sentence of a text."""
    for start, end in (s for sentences in cut(text) for s in sentences):
        (words,) = parser.parse([text[start:end]])
        if words:
            yield start, Tree(text, [w._replace(start=start + w.start, end=start + w.end) for w in words])


def predicted(text: str, syntax: dict[int, Tree]) -> list[dict[str, Any]]:
    """Find the attributions of one text; terms are none."""
    known = Words(speech(), reporting())
    return [row(s) for s in all_attributions(text, cut(text), syntax, known) if s.kind != "term"]


def row(said: Said) -> dict[str, Any]:
    """Write an attribution in the shape the scorer reads."""
    spans = {
        "content": said.content,
        "cue": [said.cue] if said.cue else [],
        "source": [said.source] if said.source else [],
    }
    listed = {role: [list(s) for s in found] for role, found in spans.items()}
    return {"kind": said.kind, "score": said.score if said.source else None, **listed}


def unaccounted(text: str) -> int:
    """Count double opening marks that are neither in a stretch nor explained."""
    found = quotations(text, paragraphs(text))
    known = {s.start for s in found.stretches} | {m.start for m in found.lone}
    known |= {s.inner_end for s in found.stretches if s.closing}
    return sum(c in '“"«„‘' and i not in known for i, c in enumerate(text))


def predictions(gold: Iterable[dict[str, Any]], parser: English | None) -> tuple[list[dict[str, Any]], float]:
    """Run over all texts; give the rows and the seconds of one core they took, the parse not counted."""
    documents = list(gold)
    abbreviations(), speech(), reporting()
    syntax = parsed((d["text"] for d in documents), parser)
    started = time.process_time()
    pairs = zip(documents, syntax, strict=True)
    rows = [{"doc_id": d["doc_id"], "text": d["text"], "attributions": predicted(d["text"], s)} for d, s in pairs]
    return rows, time.process_time() - started


def scored(gold: Path, prediction: Path, scorer: Path, cues: Path | None) -> tuple[str, dict[str, Any]]:
    """Call the scorer; give what it prints and its figures."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        command = [sys.executable, str(scorer), str(gold), str(prediction), "--json", str(report)]
        command += ["--speech-cues", str(cues)] if cues else []
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return printed, json.loads(report.read_text("utf-8"))


def figures(report: dict[str, Any]) -> dict[str, float]:
    """Pick the figures the bars are about, in per cent."""
    names = {"exact": "content exact", "CS_ov": "content + speaker", "CSC_ov": "content + speaker + cue"}
    return {
        f"{kind} {name} F1": round(100 * report["kinds"][kind][key]["F"], 1)
        for kind in ("direct", "mixed", "nondirect", "all")
        for key, name in names.items()
    }


def intervals(scorer: Path, gold: Path, prediction: Path, cues: Path | None) -> dict[str, list[float]]:
    """Give 95 % intervals of the figures: the scorer's counts of documents drawn anew (bootstrap, Efron 1979)."""
    module = loaded(scorer)
    lines = cues.read_text("utf-8").splitlines() if cues else []
    words = {w for line in lines if not line.startswith("#") for w in line.split()}
    counts: list[dict[Any, float]] = []
    module.evaluate(module.load(gold), module.load(prediction), 0.5, counts, words or None)
    chance, drawn = random.Random(0), []
    for _ in range(DRAWS):
        total: dict[Any, float] = defaultdict(float)
        for document in chance.choices(counts, k=len(counts)):
            for key, value in document.items():
                total[key] += value
        drawn.append(figures(module.report(total)))
    return {name: middle([d[name] for d in drawn]) for name in drawn[0]}


PUBLISHABLE = 0.98  # `score` of attributions whose source marks and syntax agree on, see readout/text/joined_sayings.py


def publishable(scorer: Path, gold: Path, prediction: Path) -> dict[str, float]:
    """Give the share of direct speakers that are right where the score says so, and what share of all direct ones that is."""
    module = loaded(scorer)
    found, right, direct = 0, 0, 0
    predicted = module.load(prediction)
    for name, row in module.load(gold).items():
        d = module.Doc(row["text"])
        ours = [a for a in predicted[name]["attributions"] if d.ids(a["content"])]
        units, wanted = [d.unit(a) for a in ours], [u for u in map(d.unit, row["attributions"]) if u["content"]]
        pairs = dict(module.align(units, wanted, 0.5))
        for i, (a, unit) in enumerate(zip(ours, units, strict=True)):
            direct += unit["kind"] == "direct" and i in pairs
            if unit["kind"] == "direct" and i in pairs and (a["score"] or 0) >= PUBLISHABLE:
                found += 1
                right += module.overlap_ok(unit["source"], wanted[pairs[i]]["source"])
    return {
        "right": round(100 * right / max(found, 1), 1),
        "coverage": round(100 * found / max(direct, 1), 1),
        "n": found,
    }


def loaded(scorer: Path) -> Any:
    """Load the scorer as a module."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    module = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]  # a path that exists has a spec
    spec.loader.exec_module(module)  # type: ignore[union-attr]  # and a loader
    return module


def middle(values: list[float]) -> list[float]:
    """Give the bounds of the middle 95 %."""
    ordered = sorted(values)
    return [ordered[int(0.025 * len(ordered))], ordered[int(0.975 * len(ordered)) - 1]]


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True, help="the scorer that stands beside the gold file")
    parser.add_argument("--speech-cues", type=Path, help="score only attributions whose cue holds a word of this file")
    parser.add_argument("--ci", action="store_true", help="add 95 %% intervals")
    parser.add_argument("--model", choices=("accurate", "fast"), default="accurate", help="the parser")
    parser.add_argument("--marks-alone", action="store_true", help="use no parser: quoted words only")
    parser.add_argument("--out", type=Path, help="keep the predictions here")
    arguments = parser.parse_args()
    gold = [json.loads(line) for line in arguments.gold.read_text("utf-8").splitlines() if line.strip()]
    rows, seconds = predictions(gold, None if arguments.marks_alone else load_english(arguments.model))
    with tempfile.TemporaryDirectory() as scratch:
        out = arguments.out or Path(scratch) / "predictions.jsonl"
        out.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
        printed, report = scored(arguments.gold, out, arguments.scorer, arguments.speech_cues)
        bounds = intervals(arguments.scorer, arguments.gold, out, arguments.speech_cues) if arguments.ci else {}
        sure = publishable(arguments.scorer, arguments.gold, out)
    print(printed)
    lost = sum(unaccounted(d["text"]) for d in gold)
    speed = round(len(rows) / seconds, 1)
    given = {"intervals": bounds} if bounds else {}
    print(
        json.dumps(
            {
                **figures(report),
                **given,
                "publishable direct speakers": sure,
                "opening marks unaccounted": lost,
                "articles per second and core": speed,
            }
        )
    )


if __name__ == "__main__":
    main()
