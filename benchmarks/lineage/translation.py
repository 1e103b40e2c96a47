"""Sibling translations: a pile of machine translations into one language, and how well siblings are found.

    python -m benchmarks.lineage.translation build wmt22.PAIR.jsonl --out DIR
    python -m benchmarks.lineage.translation score DIR REUSES.jsonl [--ids DOCUMENTS.jsonl]

Measuring data only: nothing here looks at the words.
"""

import hashlib
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import click

from benchmarks.lineage.rows import read_ids, read_json_lines, read_reuses

LONELY_IN = 5  # one original in five is present in a single translation: a page without any sibling


def opaque(*parts: str) -> str:
    return "t" + hashlib.blake2b("/".join(parts).encode(), digest_size=8).hexdigest()


def is_lonely(original: str) -> bool:
    return int(opaque("lonely", original)[1:], 16) % LONELY_IN == 0


def pages(row: dict[str, object]) -> list[tuple[dict[str, object], dict[str, object]]]:
    """(document, truth) of each translation of one original; of one only where the original is chosen as lonely."""
    pair, original, lonely = str(row["lp"]), str(row["doc"]), is_lonely(str(row["doc"]))
    systems = sorted(row["hyp"], key=lambda s: opaque(original, s))
    made = []
    for system in systems[:1] if lonely else systems:
        name = opaque(pair, original, system)
        text = "\n\n".join(row["hyp"][system])
        document = {"id": name, "text": text, "language": pair.split("-")[1]}
        made.append((document, {"id": name, "original": original, "system": system, "lonely": lonely}))
    return made


def build_pile(given: Path, out: Path) -> int:
    """Write documents.jsonl and siblings.jsonl, sorted by their opaque ids."""
    made = sorted((p for row in read_json_lines(given) for p in pages(row)), key=lambda p: str(p[0]["id"]))
    out.mkdir(parents=True, exist_ok=True)
    for name, which in (("documents.jsonl", 0), ("siblings.jsonl", 1)):
        lines = (json.dumps(p[which], ensure_ascii=False) + "\n" for p in made)
        (out / name).write_text("".join(lines), encoding="utf-8")
    return len(made)


def linked(predicted: Path, names: dict[str, str]) -> dict[str, Counter[str]]:
    """For each document, the characters it is linked by to each other document."""
    weight: dict[str, Counter[str]] = defaultdict(Counter)
    for (a, b), rows in read_reuses(predicted, names).items():
        for row in rows if a != b else []:
            weight[a][b] += row.left[1] - row.left[0]
            weight[b][a] += row.right[1] - row.right[0]
    return weight


def sibling_score(folder: Path, predicted: Path, names: dict[str, str]) -> dict[str, float]:
    """R@1 over pages with siblings, linked text between different originals, lonely pages linked to anything."""
    truth = {str(r["id"]): r for r in read_json_lines(folder / "siblings.jsonl")}
    weight = linked(predicted, names)
    original = {name: r["original"] for name, r in truth.items()}
    held = [n for n in sorted(truth) if not truth[n]["lonely"]]
    nearest = {n: max(sorted(w), key=w.__getitem__) for n, w in weight.items()}
    hits = sum(n in nearest and original.get(nearest[n]) == original[n] for n in held)
    whole = sum(sum(w.values()) for w in weight.values())
    astray = sum(c for a, w in weight.items() for b, c in w.items() if original.get(a) != original.get(b))
    lonely = [n for n in truth if truth[n]["lonely"]]
    return {
        "r_at_1": round(hits / max(1, len(held)), 4),
        "unlinked": sum(n not in nearest for n in held),
        "astray": round(astray / max(1, whole), 4),
        "lonely_linked": sum(bool(weight.get(n)) for n in lonely),
        "pages": len(held),
        "lonely": len(lonely),
    }


@click.group()
def main() -> None:
    """Siblings whose original is not in the pile."""


@main.command()
@click.argument("given", type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True)
def build(given: Path, out: Path) -> None:
    """Write the pile of one language pair."""
    click.echo(json.dumps({"documents": build_pile(given, out)}))


@main.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.argument("predicted", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--ids",
    type=click.Path(exists=True, path_type=Path),
    help="exported documents table: doc_id → external_id",
)
def score(folder: Path, predicted: Path, ids: Path | None) -> None:
    """Print R@1 and the share of text linked astray as one JSON object."""
    click.echo(json.dumps(sibling_score(folder, predicted, read_ids(ids))))


if __name__ == "__main__":
    sys.exit(main())
