"""Write a tier's model card from measured results.

usage: python -m training.language.card --results FILE --weights DIR --tier fast|accurate

FILE holds the last lines of runs of evaluation.language, one JSON object a line.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

SHARED_FILES: Final = ("vocab.txt", "sentences.npz", "lemmas.tsv")
TEMPLATE: Final = Path(__file__).parent / "card_template.md"
COLUMNS: Final = ("words", "upos", "uas", "las", "las_95", "lemma", "sentence_f", "ner_p", "ner_r", "ner_f", "ner_95")


def table(rows: Sequence[dict[str, Any]]) -> str:
    """A Markdown table, one line a run."""
    head = ["data", "input", *COLUMNS]
    lines = [head, ["---"] * len(head)]
    for row in rows:
        given = "gold words" if row["gold_tokens"] else "raw text"
        lines.append([row["conllu"], given, *(_cell(row.get(c)) for c in COLUMNS)])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "–".join(f"{v:.1f}" for v in value)
    return f"{value:.1f}" if isinstance(value, float) else "–"


def speed(rows: Sequence[dict[str, Any]]) -> str:
    """The slowest and the fastest run on raw text."""
    found = sorted(row["words_per_s"] for row in rows if not row["gold_tokens"])
    return f"{found[0]:,.0f} to {found[-1]:,.0f}"


# What a tier's graph is: how much of each layer is kept, and how sentences run.
CUT: Final = {
    "fast": " Of the 1,536 hidden units of each layer 768 are kept, chosen and fitted anew without further training."
}
RUN: Final = {
    "fast": "Sentences of one length run together with fixed scales",
    "accurate": "One sentence a run",
}


def card(weights: Path, tier: str, rows: Sequence[dict[str, Any]]) -> str:
    """The whole card."""
    labels = json.loads((weights / tier / "labels.json").read_text("utf-8"))
    files = [weights / tier / "model.onnx", *(weights / name for name in SHARED_FILES)]
    own = [row for row in rows if row["tier"] == tier]
    return TEMPLATE.read_text("utf-8").format(
        tier=tier,
        version=labels["version"],
        layers={3: "The first three", 6: "All six"}.get(labels["layers"], str(labels["layers"])),
        size=sum(f.stat().st_size for f in files) / 1e6,
        cut=CUT.get(tier, ""),
        run=RUN[tier],
        table=table(own),
        speed=speed(own),
    )


def main(arguments: list[str]) -> None:
    """Read the command line and write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--results", "--weights"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--tier", choices=("accurate", "fast"), required=True)
    options = parser.parse_args(arguments)
    rows = [json.loads(line) for line in options.results.read_text("utf-8").splitlines()]
    text = card(options.weights, options.tier, rows)
    (options.weights / options.tier / "card.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
