"""Fit what tells whom "he" or "she" means: `python -m training.pronouns TRAIN.conllu --packs PACK... --records DIR [--write]`.

TRAIN is a treebank whose MISC column tells entities and coreference as UD English GUM does (Zeldes 2017). Its texts are read as
pages; of each pronoun that the page reader finds, the candidates are the persons named before it, and the right one is who is
named in the same chain of the treebank. PACK is a story pack that is read (`docs/packs/brief.md`): its truth says who speaks where
a page says "he said". Two conditional logits with a ridge (McFadden 1974) over the candidates and nobody are fitted: for pronouns
that speak, to packs and treebank, and for others, to the treebank. Printed is what is right and wrong at several thresholds,
documents and packs left out in turn, and on another file (`--tried`). `--write` stores the weights in
`readout/lexicon/share_alike/pronoun_weights.toml`.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

import readout
from evaluation.stories.pack import Pack, names_of
from evaluation.stories.pages import quoted
from readout.api import Record
from readout.corpus import Stored
from readout.lexicon.names import name_words
from readout.lexicon.places import places
from readout.pipeline import Settings
from readout.reading import Plan, read_into
from readout.records import Block, Document, Parse, Sentence
from readout.text.names import Named
from readout.text.names_atlas import Page, atlas
from readout.text.names_coref import Resolver
from readout.text.names_offices import infer_countries
from readout.text.names_pages import pages_of
from readout.text.names_people import people
from readout.text.names_person import Person
from readout.text.pronoun_signs import signs
from training import conditional_logit
from training.conditional_logit import Floats, chances, matrix

OPENED = re.compile(r"\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)")
RIDGE = 0.5
FOLDS = 8
THRESHOLDS = (0.5, 0.6, 0.65, 0.7, 0.8)
THRESHOLD = 0.6  # from which a pronoun is given somebody; ours, by what was printed
SLACK = 25  # characters by which a mention of the treebank may be longer than the name in it
Chain = tuple[str, int, int]


class Text(NamedTuple):
    """A text of a treebank and the mentions of its chains: chain, start, end."""

    name: str
    text: str
    chains: Sequence[Chain]


class Asked(NamedTuple):
    """A pronoun: its document, the signs of each candidate and, last, of nobody; which of them are right."""

    document: str
    speaking: bool
    held: Sequence[Mapping[str, float]]
    right: Sequence[int]


def main() -> None:
    """Fit, print, store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("--packs", type=Path, nargs="*", default=[])
    parser.add_argument("--records", type=Path, help="where the records of the packs are kept, or read into")
    parser.add_argument("--tried", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    cases = [*cases_of(asked.train), *(c for pack in asked.packs for c in cases_of_pack(pack, asked.records))]
    names = sorted({name for case in cases for held in case.held for name in held})
    other = list(cases_of(asked.tried)) if asked.tried else []
    tables = {}
    for label, speaking in (("speaking", True), ("other", False)):
        mine = [c for c in cases if c.speaking == speaking]
        fold = {document: number % FOLDS for number, document in enumerate(sorted({c.document for c in mine}))}
        learned = [fit([c for c in mine if fold[c.document] != k], names) for k in range(FOLDS)]
        show(f"{label}, documents and packs left out", mine, [learned[fold[c.document]] for c in mine], names)
        tables[label] = fit(mine, names)
        tried = [c for c in other if c.speaking == speaking]
        show(f"{label}, tried", tried, [tables[label]] * len(tried), names)
    if asked.write:
        target = Path(readout.__file__).parent / "lexicon/share_alike/pronoun_weights.toml"
        target.write_text(card(names, tables), "utf-8")


def cases_of(file: Path) -> Iterator[Asked]:
    """Read the texts of a treebank as pages, and give every pronoun with a chain."""
    texts = {t.name: t for t in texts_of(file)}
    with tempfile.TemporaryDirectory() as folder:
        pages, target = Path(folder) / "pages", Path(folder) / "made.readout"
        pages.mkdir()
        for t in texts.values():
            (pages / f"{t.name}.txt").write_text(t.text + "\n", "utf-8")
        read_into(Plan((str(pages),), target, settings=Settings(trace=False)))
        tables = Stored(sorted((target / "tables").iterdir())[-1])
        documents = {d.doc_id: d for d in tables[Document]}
        grouped = tables[Sentence].by("doc_id"), tables[Block].by("doc_id"), tables[Parse].by("doc_id")
        read = list(pages_of(documents.values(), *grouped, places(), name_words()))
    yield from questions(read, [moved(texts[Path(documents[p.doc_id].external_id).stem], p.text) for p in read])


def cases_of_pack(folder: Path, records: Path) -> Iterator[Asked]:
    """Give every "he" or "she" of a story pack that its truth says who is, since he or she speaks."""
    target = records / f"{folder.name}.readout"
    if not target.exists():
        read_into(Plan((str(folder / "pages"),), target, settings=Settings(trace=True)))
    pack = Pack(folder.name, folder / "truth", Record(target))
    tables = Stored(sorted((target / "tables").iterdir())[-1])
    grouped = tables[Sentence].by("doc_id"), tables[Block].by("doc_id"), tables[Parse].by("doc_id")
    read = list(pages_of(tables[Document], *grouped, places(), name_words()))
    speakers = spoken_by(pack, {p.doc_id: p.text for p in read})
    yield from (case._replace(document=folder.name) for case in questions(read, [speakers[p.doc_id] for p in read]))


def spoken_by(pack: Pack, texts: Mapping[str, str]) -> dict[str, list[Chain]]:
    """Give, by page, the pronouns that speak with the names of who the truth says speaks, as one chain of names each."""
    found: dict[str, list[Chain]] = {doc_id: [] for doc_id in texts}
    for want in (*pack.table("quotes"), *pack.table("indirect")):
        row = pack.truth_entities.get(want["speaker"] or "")
        called = sorted(names_of(row)) if row else []
        for a in quoted(pack, want):
            text = texts[a["doc_id"]]
            for start, end in a["source"]:
                if text[start:end].lower() in ("he", "she"):
                    spans = [(m.start(), m.end()) for name in called for m in re.finditer(re.escape(name), text, re.I)]
                    chain = f"{want['speaker']} {start}"
                    found[a["doc_id"]] += [(chain, start, end), *((chain, b, e) for b, e in spans)]
    return found


def questions(pages: Sequence[Page], chains: Sequence[Sequence[Chain]]) -> list[Asked]:
    """Walk pages, and give the pronouns that a chain tells whom they mean."""
    known = atlas(pages, places())
    found = people(pages, known, name_words())
    infer_countries(pages, found, known)
    resolver = Asking(pages, found, known, chains)
    list(resolver.links())
    return resolver.asked


@dataclass
class Asking(Resolver):
    """Walks pages, and gives each pronoun whom its chain names, keeping the signs."""

    chains: Sequence[Sequence[Chain]]
    asked: list[Asked] = field(default_factory=list)
    now: int = 0

    def page(self, p: int, page: Page) -> Iterator[Any]:
        """Walk one page."""
        self.now = p
        yield from super().page(p, page)

    def pronoun(self, n: Named, past: Sequence[tuple[Named, Person]], speaking: bool) -> tuple[Person | None, str]:
        """Keep the signs of a pronoun, and give whom its chain names."""
        chain = next((c for c, a, b in self.chains[self.now] if (a, b) == (n.start, n.end)), None)
        if chain is None:
            return super().pronoun(n, past, speaking)
        among = self.among(n, past)
        spans = [(a, b) for c, a, b in self.chains[self.now] if c == chain]
        right = [i for i, (person, _) in enumerate(among) if any(names(s, u) for u in self.named_at(person) for s in spans)]
        each, nobody = signs(n, [candidate for _, candidate in among])
        document = self.pages[self.now].doc_id
        self.asked.append(Asked(document, speaking, [*each, nobody], right or [len(each)]))
        return (among[right[0]][0], "the chain tells") if right else (None, "")

    def named_at(self, person: Person) -> list[tuple[int, int]]:
        """Give the spans at which a page names a person."""
        here = [i for (p, i), x in self.registry.at.items() if p == self.now and x is person]
        named = self.pages[self.now].named
        return [(named[i].start, named[i].end) for i in here]


def names(span: tuple[int, int], name: tuple[int, int]) -> bool:
    """Tell whether a mention of a chain is a name with few words more."""
    meet = span[0] < name[1] and name[0] < span[1]
    return meet and span[1] - span[0] <= name[1] - name[0] + SLACK


def texts_of(file: Path) -> Iterator[Text]:
    """Read the documents of a treebank: plain text in paragraphs, and the mentions of its chains."""
    for block in re.split(r"(?m)^# newdoc id = ", file.read_text("utf-8"))[1:]:
        name, _, lines = block.partition("\n")
        yield text_of(name.strip(), lines.splitlines())


def text_of(name: str, lines: Sequence[str]) -> Text:
    """Put the words of one document together."""
    text, opened, chains, joined = "", list[Chain](), list[Chain](), 0
    for line in lines:
        if re.match(r"# newpar(?!_)", line):
            text = text.rstrip() + "\n\n" if text else ""
        columns = line.split("\t")
        if len(columns) < 10 or "." in columns[0]:
            continue
        if "-" in columns[0]:  # words written as one
            joined, spaced = int(columns[0].split("-")[1]), "SpaceAfter=No" not in columns[9]
            continue
        start = len(text)
        text += columns[1]
        told = re.search(r"Entity=([^|]*)", columns[9])
        for m in OPENED.finditer(told[1] if told else ""):
            if m[1]:
                opened.append((m[1], start, 0))
            if m[3] or m[4]:
                last = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == (m[4] or m[1])), None)
                if last is not None:
                    chain, begun, _ = opened.pop(last)
                    chains.append((chain, begun, len(text)))
        number = int(columns[0])
        inside, ended = number < joined, number == joined
        text += "" if inside or (ended and not spaced) or (not ended and "SpaceAfter=No" in columns[9]) else " "
        joined = 0 if ended else joined
    return Text(name, text.strip(), chains)


def moved(given: Text, text: str) -> list[Chain]:
    """Move the mentions of a text to where the page that was read has them."""
    if given.text == text:
        return [*given.chains]
    words, read = ([(m.start(), m[0]) for m in re.finditer(r"\S+", t)] for t in (given.text, text))
    blocks = SequenceMatcher(None, [w for _, w in words], [w for _, w in read], autojunk=False).get_matching_blocks()
    at: dict[int, int] = {}
    for i, j, n in blocks:
        for (a, w), (b, _) in zip(words[i : i + n], read[j : j + n], strict=True):
            at |= {a + k: b + k for k in range(len(w))}
    return [(c, at[a], at[b - 1] + 1) for c, a, b in given.chains if a in at and b - 1 in at]


def fit(cases: Sequence[Asked], names: Sequence[str]) -> Floats:
    """Give the weights of the signs."""
    return conditional_logit.fit([(matrix(c.held, names), c.right) for c in cases], RIDGE)


def show(label: str, cases: Sequence[Asked], weights: Sequence[Floats], names: Sequence[str]) -> None:
    """Print what is right and wrong at several thresholds."""
    print(f"{label}: {len(cases)} pronouns, of {sum(c.right != [len(c.held) - 1] for c in cases)} the page names whom they mean")
    best = [chosen(c, w, names) for c, w in zip(cases, weights, strict=True) if len(c.held) > 1]
    for least in THRESHOLDS:
        right = sum(hit for chance, hit in best if chance >= least)
        print(f"  {least}: {right} right, {sum(chance >= least for chance, _ in best) - right} wrong")


def chosen(case: Asked, weights: Floats, names: Sequence[str]) -> tuple[float, bool]:
    """Give the chance of the likeliest candidate, and whether it is right."""
    likely = chances(matrix(case.held, names) @ weights)
    at = int(likely[:-1].argmax())
    return float(likely[at]), at in case.right


def card(names: Sequence[str], tables: Mapping[str, Floats]) -> str:
    """Write the weights."""
    head = (
        "# What each sign of a person told of before (`readout/text/pronoun_signs.py`) adds to the log odds that a pronoun means\n"
        "# him or her: one that speaks (she said), any other. Fitted by `training/pronouns.py` to UD English GUM 11, open genres,\n"
        "# training part (see LICENSE.md), and to the story packs that are read.\n"
    )
    parts = (
        f"\n[{label}]\n" + "".join(f"{n} = {w:.3f}\n" for n, w in zip(names, table, strict=True))
        for label, table in tables.items()
    )
    return f"{head}threshold = {THRESHOLD}\n{''.join(parts)}"


if __name__ == "__main__":
    main()
