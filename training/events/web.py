"""Open pages of the web with every act of public life marked: the network learns from them, and weights where acts are rare.

`web_labels.tsv` names acts by document, number of the sentence, and the places of their words in it; no word of the texts is kept
here. `web_documents.tsv` names the documents that were read whole, with their number of sentences: what has no label there tells
no act. The texts are training parts of open corpora (UD English EWT, web logs and news groups; UD English GUM, news, interviews,
speeches, courts and biographies; re3d, government releases; CrossNER, politics), in a folder with `ud/`, `ner/re3d/` and
`ner/crossner/`. Eight readers marked a part each (December 2026): language models with a written brief (`web_brief.md`).

Documents kept from the network (one in three, by hash) say how rules and network are weighed where acts are rare.
"""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import md5
from pathlib import Path
from typing import NamedTuple

from evaluation.judged import documents
from readout.models.event_head import EventHead
from readout.pile import Pile
from readout.reading import Plan, read_into
from readout.records import Document, Mention, Parse
from readout.stages.detect.page import rarity_of, within
from readout.text.event_found import EventWords
from readout.text.event_judgement import Said
from readout.text.event_names import names_whole
from readout.text.event_tree import Tree
from training.events.examples import Act, Line, Span
from training.language.corpus import blocks

HERE = Path(__file__).parent
TREEBANKS = ("ud/en_gum-open-train.conllu", "ud/en_ewt-ud-train.conllu")
COLUMNS = ("ner/re3d/*.conll", "ner/crossner/politics.*.txt")
RUN = 25  # sentences of a corpus without documents that count as one
KEPT = 3  # one document in so many is kept from the network
TIGHT = re.compile(r" ([.,;:!?)\]%])|([(\[$]) | (?=(?:'s|’s|n't|'re|'ve|'ll|'d|'m)\b)")


@dataclass(frozen=True, slots=True)
class WebDocument:
    """One document: its text and where its sentences stand in it."""

    name: str
    text: str
    sentences: tuple[Span, ...]

    @property
    def kept(self) -> bool:
        """Whether the network does not learn from it."""
        return int(md5(self.name.encode()).hexdigest(), 16) % KEPT == 0


@lru_cache(maxsize=1)
def labels() -> dict[tuple[str, int], list[Act]]:
    """Give the marked acts of each sentence, by document and number; places are of the sentence."""
    found = defaultdict(list)
    with (HERE / "web_labels.tsv").open(encoding="utf-8") as file:
        for r in csv.DictReader(file, delimiter="\t"):
            trigger, actors, recipients = (spans(r[name]) for name in ("trigger", "actors", "recipients"))
            act = Act(r["type"], r["status"], trigger[0], actors, recipients)
            found[r["document"], int(r["sentence"])].append(act)
    return found


def spans(told: str) -> tuple[Span, ...]:
    """Read places, start-end each."""
    pairs = (p.split("-") for p in told.split(",") if p)
    return tuple((int(s), int(t)) for s, t in pairs)


def web_documents(data: Path) -> Iterator[WebDocument]:
    """Give the documents that were read whole; raises ValueError where one is not as it was then."""
    with (HERE / "web_documents.tsv").open(encoding="utf-8") as file:
        wanted = {r["document"]: int(r["sentences"]) for r in csv.DictReader(file, delimiter="\t")}
    for d in (*treebanks(data), *columns(data)):
        if d.name not in wanted:
            continue
        if len(d.sentences) != wanted[d.name]:
            raise ValueError(f"{d.name} has {len(d.sentences)} sentences, {wanted[d.name]} when it was marked")
        yield d


def treebanks(data: Path) -> Iterator[WebDocument]:
    """Give the documents of the treebanks."""
    for path in (data / name for name in TREEBANKS):
        told = defaultdict(list)
        name = ""
        for comments, _ in blocks(path):
            name = next((c[14:].strip() for c in comments if c.startswith("# newdoc id = ")), name)
            told[name] += [c[9:] for c in comments if c.startswith("# text = ")]
        for d in all_documents(path):
            text, places, at = d["text"], list[Span](), 0
            for sentence in told[d["id"]]:
                at = text.index(sentence.rstrip(), at)
                places.append((at, at := at + len(sentence.rstrip())))
            yield WebDocument(d["id"], text, tuple(places))


def all_documents(path: Path) -> Iterator[dict[str, str]]:
    """Give the documents of a treebank, of every genre it names and of none."""
    text = path.read_text("utf-8")
    genres = {line.split(" = ")[1] for line in text.splitlines() if line.startswith("# meta::genre = ")}
    seen: set[str] = set()
    for genre in sorted(genres or {""}):
        for d in documents(path, genre):
            if d["id"] not in seen:
                seen.add(d["id"])
                yield d


def columns(data: Path) -> Iterator[WebDocument]:
    """Give the sentences of corpora of words in columns, in runs."""
    for path in (p for pattern in COLUMNS for p in sorted(data.glob(pattern))):
        spaced = (" ".join(re.split(r"[ \t]", row)[0] for row in rows) for _, rows in blocks(path))
        told = [TIGHT.sub(lambda m: m[1] or m[2] or "", s) for s in spaced]
        for k in range(0, len(told), RUN):
            some, places, at = told[k : k + RUN], list[Span](), 0
            for s in some:
                places.append((at, at + len(s)))
                at += len(s) + 1
            yield WebDocument(f"{path.stem.replace('.', '_')}_{k // RUN:03}", " ".join(some), tuple(places))


def lines(data: Path) -> Iterator[Line]:
    """Give every sentence with its acts; those of kept documents are held out."""
    told = labels()
    for d in web_documents(data):
        for number, (start, end) in enumerate(d.sentences, 1):
            yield Line(d.text[start:end], tuple(told.get((d.name, number), ())), True, d.kept)


def acts_of(d: WebDocument) -> list[Act]:
    """Give the marked acts of a document; places are of its text."""
    told = labels()
    return [moved(a, start) for n, (start, _) in enumerate(d.sentences, 1) for a in told.get((d.name, n), ())]


def moved(act: Act, by: int) -> Act:
    """Give an act with its places moved on."""
    trigger, *_ = shifted((act.trigger,), by)
    return Act(act.type, act.status, trigger, shifted(act.actors, by), shifted(act.recipients, by))


def shifted(places: Sequence[Span], by: int) -> tuple[Span, ...]:
    """Give places moved on."""
    return tuple((s + by, t + by) for s, t in places)


def web_record(data: Path | None, record: Path) -> Path:
    """Give the record of the kept documents, read from the corpora where there is none yet."""
    if record.exists():
        return record
    if data is None:
        raise ValueError(f"{record} is not there, and no folder of corpora is named to read it from")
    rows = [{"id": d.name, "text": d.text} for d in web_documents(data) if d.kept]
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder, "pages.jsonl")
        pages.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        read_into(Plan((str(pages),), record))
    return record


class PageRead(NamedTuple):
    """A document with its parsed sentences, their trees, what the network says of each, and how rare acts are on it."""

    document: Document
    parses: list[Parse]
    trees: list[Tree]
    said: list[Said]
    rarity: float


def pages_read(pile: Pile, known: EventWords, judge: EventHead) -> Iterator[PageRead]:
    """Give the documents of a record as the network reads them."""
    parses, names = defaultdict(list), defaultdict(list)
    for p in pile.rows(Parse):
        parses[p.doc_id].append(p)
    for m in pile.rows(Mention):
        if m.form == "name":
            names[m.doc_id].append((m.start, m.end))
    for d in sorted(pile.documents.values(), key=lambda d: d.external_id):
        mine = [p for p in parses[d.doc_id] if p.words]
        trees = [Tree(d.text, names_whole(d.text, p.words, within(names[d.doc_id], p)), known.forms) for p in mine]
        said = judge.words([(d.text, p.words) for p in mine])
        yield PageRead(d, mine, trees, said, rarity_of(trees, said, known))
