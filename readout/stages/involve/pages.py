"""Lay out the pages of a pile for finding whom later words mean: their sentences, whom they name, what they call them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from readout.lexicon import reporting
from readout.lexicon.names import name_words
from readout.records import Attribution, Document, Entity, Office, Parse, Sentence
from readout.stages.involve.known import Known, Span, involvement
from readout.text.clause_trees import Tree
from readout.text.noun_phrases import Who
from readout.text.page_scene import Scene
from readout.text.party_labels import FIRMS, Labels, labels_of, together

NAMING: Final = ("name", "metonym", "title", "descriptor")


@dataclass(frozen=True)
class Pages:
    """What is known of the pages of a pile, by document."""

    texts: Mapping[str, str]
    known: Mapping[str, Known]
    scenes: Mapping[str, Scene]
    labels: Mapping[str, Labels]
    entities: Mapping[str, Entity]
    organisations: Mapping[str, frozenset[str]]  # the words for the body each person speaks for
    around: Mapping[str, Labels]  # what the pages call whom they name that name somebody whom the page names too


def pages_of(
    documents: Iterable[Document], sentences: Iterable[Sentence], parses: Iterable[Parse], attributions: Iterable[Attribution],
    known: Mapping[str, Known], offices: Iterable[Office], entities: Mapping[str, Entity],
) -> Pages:  # fmt: skip
    """Lay out the pages."""
    starts: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for s in sentences:
        starts[s.doc_id].append((s.start, s.end, s.paragraph))
    words: dict[str, dict[int, Parse]] = defaultdict(dict)
    for parse in parses:
        words[parse.doc_id][parse.start] = parse
    quoted: dict[str, list[Span]] = defaultdict(list)
    for a in attributions:
        if a.kind in ("direct", "mixed", "partial"):
            quoted[a.doc_id] += a.content
    scenes = {
        d.doc_id: Scene(d.text, sorted(starts[d.doc_id]), trees_of(d.text, words[d.doc_id]), reporting(), name_words().gender_of,
                        sorted(quoted[d.doc_id]), who_in(known[d.doc_id], entities))
        for d in documents if d.doc_id in known and starts[d.doc_id]
    }  # fmt: skip
    labels = {doc_id: labels_of(scene, list(named_on(known[doc_id]))) for doc_id, scene in scenes.items()}
    held: dict[str, set[str]] = defaultdict(set)
    for o in offices:
        if o.organisation:
            held[o.entity_id].add(o.organisation.lower())
    bodies = {k: frozenset(v) for k, v in held.items()}
    texts = {d.doc_id: d.text for d in documents}
    return Pages(texts, known, scenes, labels, entities, bodies, related(labels))


def related(labels: Mapping[str, Labels]) -> Mapping[str, Labels]:
    """Join the labels of the pages that name a person or body in common, for each page; of large piles for none."""
    naming: dict[str, list[str]] = defaultdict(list)
    for doc_id, one in labels.items():
        for entity in one.proper:
            if one.types[entity] in ("person", "organisation"):
                naming[entity].append(doc_id)
    found = {}
    for doc_id, one in labels.items():
        pages = {other for entity in one.proper for other in naming.get(entity, ()) if len(naming[entity]) <= COMMON}
        found[doc_id] = together(labels[p] for p in sorted(pages | {doc_id}))
    return found


COMMON: Final = 40  # pages from which a name tells nothing of what a page is about; ours


def trees_of(text: str, parses: Mapping[int, Parse]) -> Mapping[int, Tree]:
    """Give the trees of a page by where their sentence begins."""
    return {start: Tree(text, p.words) for start, p in parses.items()}


def who_in(page: Known, entities: Mapping[str, Entity]) -> Who:
    """Give the function that says who words of a page name."""

    def who(span: Span) -> tuple[str, str] | None:
        row = involvement("", "actor", 0, span, page)
        entity = entities.get(row.entity_id or "") if row else None
        return (entity.entity_id, entity.type) if entity else None

    return who


def named_on(page: Known) -> Iterable[tuple[Span, str, str, Sequence[str]]]:
    """List the mentions of a page by name or description, with the names of whom they mean."""
    for m, e in page.mentions:
        if m.form in NAMING and (e.type != "place" or e.name.split()[-1].lower() in FIRMS):
            yield (m.start, m.end), e.entity_id, e.type, (e.name, *e.aliases)
