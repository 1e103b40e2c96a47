"""Events of open web pages that a reader judged: what weights learn from where acts are rare.

`web_labels.tsv` names events that Readout told of documents of two treebanks (weblogs, news groups, news, interviews,
biographies, speeches, courts; training halves alone) by document and by the place of their word in the text as
`evaluation/judged.py` puts it together; no word of the texts is kept here. `verdict`: act (one worth its type), other (an act, of
another type), none; `actors` and `recipients`: the places of the words that head those who truly take part, where the sentence
names them. One reader judged them, strictly, in November 2026.
"""

from __future__ import annotations

import csv
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.judged import documents
from readout.api import Record
from readout.models.event_head import load_event_head
from readout.pile import Pile
from readout.reading import Plan, read_into
from readout.records import Document, Mention, Parse
from readout.stages.detect.page import rarity_of, within
from readout.text.event_found import EventWords, Found
from readout.text.event_judgement import Said, WordJudgement
from readout.text.event_merging import merged
from readout.text.event_names import names_whole
from readout.text.event_reading import read_events
from readout.text.event_tree import Tree
from readout.text.event_verdicts import draft

LABELS = Path(__file__).parent / "web_labels.tsv"


@dataclass(frozen=True, slots=True)
class Label:
    """One judged event."""

    document: str
    place: int
    type: str
    verdict: str
    actors: frozenset[int]
    recipients: frozenset[int]


@dataclass(frozen=True, slots=True)
class WebCase:
    """A judged event with what rules and network say of it, and how rare acts are on its page."""

    label: Label
    tree: Tree
    found: Found
    verdict: WordJudgement | None
    rarity: float

    def heads(self, h: int, actor: bool) -> bool:
        """Tell whether a word heads one who takes part, or belongs to the name of one."""
        true = self.label.actors if actor else self.label.recipients
        near = (h, *self.tree.of(h, "flat"), *((self.tree.head(h),) if self.tree.rel(h) == "flat" else ()))
        return any(self.tree.words[w].start in true for w in near)


def labels() -> list[Label]:
    """Give the judged events."""

    def places(told: str) -> frozenset[int]:
        return frozenset(int(p) for p in told.split(",") if p)

    with LABELS.open(encoding="utf-8") as file:
        return [
            Label(r["document"], int(r["place"]), r["type"], r["verdict"], places(r["actors"]), places(r["recipients"]))
            for r in csv.DictReader(file, delimiter="\t")
        ]


def web_record(treebanks: Sequence[Path], record: Path) -> Path:
    """Give the record of the judged documents, read from the treebanks where there is none yet."""
    if record.exists():
        return record
    wanted = {label.document for label in labels()}
    rows = [{"id": d["id"], "text": d["text"]} for path in treebanks for d in all_documents(path) if d["id"] in wanted]
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder, "pages.jsonl")
        pages.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        read_into(Plan((str(pages),), record))
    return record


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


def trees_of(pile: Pile, known: EventWords) -> Iterator[tuple[Document, list[Parse], list[Tree], float]]:
    """Give each document with its parsed sentences, their trees, and how rare acts are on it."""
    parses, names = defaultdict(list), defaultdict(list)
    for p in pile.rows(Parse):
        parses[p.doc_id].append(p)
    for m in pile.rows(Mention):
        if m.form == "name":
            names[m.doc_id].append((m.start, m.end))
    for d in sorted(pile.documents.values(), key=lambda d: d.external_id):
        mine = [p for p in parses[d.doc_id] if p.words]
        trees = [Tree(d.text, names_whole(d.text, p.words, within(names[d.doc_id], p)), known.forms) for p in mine]
        yield d, mine, trees, rarity_of(trees, known)


def web_cases(record: Path, known: EventWords) -> Iterator[WebCase]:
    """Give the judged events as rules and network read them."""
    judge = load_event_head()
    wanted = defaultdict(list)
    for label in labels():
        wanted[label.document].append(label)
    for d, mine, trees, rarity in trees_of(Pile(Record(record)), known):
        said = judge.words([(d.text, p.words) for p in mine])
        for label in wanted[d.external_id]:
            yield from (case for t, s in zip(trees, said, strict=True) if (case := as_case(label, t, s, known, rarity)))


def as_case(label: Label, tree: Tree, said: Said, known: EventWords, rarity: float) -> WebCase | None:
    """Give an event as read, where it stands in a sentence; one of the rules where they see it."""
    i = next((i for i, w in enumerate(tree.words) if w.start == label.place), None)
    if i is None:
        return None
    verdict = said.words.get(i)
    found = next((f for f in merged(tree, read_events(tree, known)) if f.trigger == i), None)
    if found is None and verdict is not None:
        found = draft(tree, i, verdict, known)
    return WebCase(label, tree, found, verdict, rarity) if found is not None else None
