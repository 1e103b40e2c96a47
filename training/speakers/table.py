"""Write the signs of everybody who may have spoken each quotation of pages whose truth is known.

    python -m training.speakers.table PACK... --records FOLDER --out TABLE.jsonl

PACK is a story pack with `pages` and `truth`; its record is made in FOLDER where none stands there. The pages of
`evaluation/speaker_data` and the even ones of `evaluation/quotation_data` are always taken. A quotation whose words tell who
spoke is read as though they did not (`how` = told); of one by "he" or "she" only the pronoun is left.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from evaluation.speakers import FOLDER, MARKS, QUOTATIONS, folded
from evaluation.stories.pack import Pack, names_of
from readout.api import Record
from readout.corpus import Stored
from readout.lexicon import reporting, speech
from readout.lexicon.names import name_words
from readout.pipeline import Settings
from readout.reading import Plan, read_into
from readout.records import Document, Parse, Sentence
from readout.stages.attribute import by_paragraph
from readout.store.layout import generation_path, read_pointer
from readout.text.attributions import quoted_stretches
from readout.text.clause_trees import Tree
from readout.text.joined_sayings import Words, all_attributions
from readout.text.mended_cues import mended_tree
from readout.text.page_scene import PERSONAL, Scene
from readout.text.speaker_signs import Candidate, Quoted, candidates, signs, voices, waiting
from readout.text.unit_reading import Said

Gold = list[tuple[str, str, list[str]]]  # words, kind, and names of who spoke
SMALL = frozenset(("the", "a", "an", "of", "for", "-", "his", "her", "in", "and"))


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="*", type=Path)
    parser.add_argument("--records", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    with asked.out.open("w", encoding="utf-8") as out:
        for row in rows(asked.packs, asked.records):
            print(json.dumps(row), file=out)


def rows(packs: list[Path], records: Path) -> Iterator[dict[str, Any]]:
    """Give the lines of the table."""
    for path in packs:
        folder = read_once(path / "pages", records / f"{path.name}.readout")
        pack = Pack(path.name, path / "truth", Record(folder))
        for document, sentences, parses in pages(folder):
            yield from of_page(path.name, document, sentences, parses, of_pack(pack, document.external_id))
    own = [*sorted(FOLDER.glob("*.txt")), *(f for f in sorted(QUOTATIONS.glob("*.txt")) if int(f.stem) % 2 == 0)]
    for file in own:
        page, _, wanted = file.read_text("utf-8").rpartition("\n---\n")
        source = records / f"{file.parent.name}-{file.stem}.txt"
        source.write_text(page, "utf-8")
        parts = (line.rpartition("|") for line in wanted.strip().splitlines())
        gold = [(words.strip(), "quote", [folded(n) for n in named.split(" / ")]) for words, _, named in parts]
        for document, sentences, parses in pages(read_once(source, source.with_suffix(".readout"))):
            yield from of_page(source.stem, document, sentences, parses, gold)


def read_once(pages: Path, target: Path) -> Path:
    """The record of some pages, made where there is none."""
    if not target.exists():
        read_into(Plan((str(pages),), target, settings=Settings(trace=False)))
    return target


def pages(folder: Path) -> Iterator[tuple[Document, list[Sentence], list[Parse]]]:
    """The analysed pages of a record."""
    tables = Stored(generation_path(folder, int(read_pointer(folder)["readout"]["generation"])))
    sentences, parses = tables[Sentence].by("doc_id"), tables[Parse].by("doc_id")
    for d in tables[Document]:
        if d.analysed:
            yield d, list(sentences.get(d.doc_id, ())), list(parses.get(d.doc_id, ()))


def of_pack(pack: Pack, page: str) -> Gold:
    """The quotations of a page of a pack."""
    known, found = pack.truth_entities, [q for q in pack.table("quotes") if q["external_id"] == page]
    words = [q["words"] if isinstance(q["words"], str) else q["words"][0] for q in found]
    names = [sorted(names_of(known[q["speaker"]])) if q["speaker"] in known else [] for q in found]
    return [(w, q.get("kind") or "quote", n) for w, q, n in zip(words, found, names, strict=True)]


def of_page(pack: str, d: Document, sentences: list[Sentence], parses: list[Parse], gold: Gold) -> Iterator[dict[str, Any]]:
    """The candidates of the quotations of a page."""
    known = Words(speech(), reporting(), name_words().gender_of)
    trees = {p.start: Tree(d.text, p.words) for p in parses if p.words}
    filled = [p for p in by_paragraph(d, sentences) if p]
    made, held = all_attributions(d.text, filled, trees, known), quoted_stretches(d.text, filled)
    places = [(a, b, n) for n, p in enumerate(filled) for a, b in p]
    quoted = sorted((x.start, x.end) for x in held)
    page = Scene(d.text, places, {k: mended_tree(t) for k, t in trees.items()}, known.reporting, known.gender_of, quoted)
    for s in made:
        left, how = untold(page, s)
        q = waiting(page, left, held) if left else None
        if q is None:
            continue
        told = truth(gold, d.text, q)
        spoke = voices(page, [x for x in made if x is not s])
        others = candidates(page, q, spoke, held)
        for c in others:
            right = bool(told and told[1] != "term" and fits(c, told[2]))
            line = {"pack": pack, "page": d.external_id, "at": [q.start, q.end], "how": how, "key": c.key, "right": right}
            yield line | {"quotation": bool(told and told[1] != "term"), "signs": signs(page, q, c, others, spoke)}


def untold(page: Scene, s: Said) -> tuple[Said | None, str]:
    """The saying as though nothing told who spoke but a pronoun, and what told it."""
    word = page.text[slice(*s.source)].lower() if s.source else ""
    if s.kind == "indirect":
        return None, ""
    if word in PERSONAL:
        return replace(s, name=None, named=()), "pronoun"
    if s.cue is None:
        return replace(s, source=None, name=None, named=()), "carried" if s.source else "open"
    if s.source and s.kind in ("mixed", "partial", "direct"):
        kind = "direct" if s.kind == "direct" else "term"
        return replace(s, kind=kind, source=None, cue=None, name=None, named=(), bare=False), "told"  # type: ignore[arg-type]
    return None, ""


def truth(gold: Gold, text: str, q: Quoted) -> tuple[str, str, list[str]] | None:
    """What the truth lists of these words."""
    for words, kind, names in gold:
        plain = words.strip(MARKS)
        for found in re.finditer(re.escape(plain[:40]), text):
            start, end = found.start(), found.start() + len(plain)
            if min(end, q.end) - max(start, q.start) >= min(len(plain), q.end - q.start) / 2:
                return words, kind, names
    return None


def fits(c: Candidate, names: list[str]) -> bool:
    """A candidate is one of those named."""
    mine = set(re.findall(r"[\w'-]+", c.key.replace("’", "'"))) - SMALL
    for name in names:
        words = set(re.findall(r"[\w'-]+", name.lower().replace("’", "'"))) - SMALL
        if words and mine and (mine <= words or (words <= mine and not (c.near.sort == "person" and c.near.proper))):
            return True
    return False


if __name__ == "__main__":
    main()
