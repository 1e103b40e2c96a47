"""Lay out pages for asking who spoke quoted words: everybody's mentions with their part in the sentence, offices, gender."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from readout.records import Attribution, Entity, Involvement, Mention, Office
from readout.stages.involve.known import Known
from readout.stages.involve.pages import Pages
from readout.stages.involve.said_elsewhere import Elsewhere, words
from readout.text.clause_trees import Span, Tree
from readout.text.mark_grammar import Stretch
from readout.text.page_scene import PERSONAL, Scene
from readout.text.party_labels import Labels
from readout.text.quotations import quotations
from readout.text.reporting import ReportingWords

KINDS: Final = ("direct", "mixed", "partial")
SPEAKING: Final = frozenset(("person", "organisation", "government", "country", "group"))
JOINED: Final = frozenset(("appos", "flat", "flat:name", "compound", "conj", "nmod:desc"))  # parts of one name or list
CASES: Final = {"according to": "according", "for": "for", "from": "from", "of": "of", "to": "to"}
SURE: Final = 0.9  # the score of a saying that marks or syntax give to somebody
STEPS: Final = 4  # words up the syntax that are looked at


@dataclass(frozen=True, slots=True)
class Place:
    """One mention of somebody: where it stands, and what part it has in its sentence."""

    start: int
    end: int
    form: str
    sentence: int
    paragraph: int
    role: str  # subject, agent, owner, object, other
    verb: int  # the word that governs it, -1 where none is known
    saying: bool  # that word is one of saying
    quoted: bool


@dataclass
class PageSigns:
    """What one page tells of those who may have spoken on it."""

    scene: Scene
    known: Known
    says: frozenset[str]  # lemmas of saying
    spoken: Sequence[Attribution]
    rows: Mapping[str, Involvement]
    entities: Mapping[str, Entity]
    roles: Mapping[str, frozenset[str]]  # words of the offices of each entity
    genders: Mapping[str, Mapping[str, int]]  # what tells of each, in all the pile
    elsewhere: Elsewhere
    doc_id: str
    texts: frozenset[str]
    given: Callable[[str], str | None]  # the gender that a given name tells of

    @cached_property
    def stretches(self) -> Sequence[Stretch]:
        """The words in quotation marks."""
        paragraphs: dict[int, list[Span]] = defaultdict(list)
        for start, end, number in self.scene.sentences:
            paragraphs[number].append((start, end))
        around = [(p[0][0], p[-1][1]) for _, p in sorted(paragraphs.items())]
        return [s for s in quotations(self.scene.text, around).stretches if s.depth == 0]

    def quoted(self, at: int) -> bool:
        """A place of the page lies in quotation marks."""
        before = bisect_right(self.stretches, at, key=lambda s: s.start) - 1
        return before >= 0 and at < self.stretches[before].end

    @cached_property
    def places(self) -> Mapping[str, Sequence[Place]]:
        """The mentions of everybody, in text order."""
        found: dict[str, list[Place]] = defaultdict(list)
        for m, e in self.known.mentions:
            if e.type in SPEAKING or e.type == "place":
                found[e.entity_id].append(self.place(m))
        return found

    def place(self, m: Mention) -> Place:
        """Look at one mention."""
        number = max(self.scene.sentence(m.start), 0)
        tree = self.scene.tree(number)
        role, verb = part(tree, m) if tree else ("other", -1)
        saying = tree is not None and verb >= 0 and tree.lemma(verb) in self.says
        return Place(m.start, m.end, m.form, number, self.scene.paragraph(number), role, verb, saying, self.quoted(m.start))

    def gender(self, k: str, paragraphs: Span) -> str | None:
        """The gender of somebody, by all but the pronouns of some paragraphs, whose meaning is in question."""
        count = Counter(self.genders.get(k, {}))
        for x in self.places.get(k, ()):
            said = PERSONAL.get(self.scene.text[x.start : x.end].lower()) if x.form == "pronoun" else None
            if said and paragraphs[0] <= x.paragraph <= paragraphs[1] and count[said] > 0:
                count[said] -= 1
        told = {gender: n for gender, n in count.items() if n > 0}
        return gender_by(told) or self.by_name(k)

    def by_name(self, k: str) -> str | None:
        """The gender that the given name of somebody tells of."""
        return self.given(self.entities[k].name.split()[0]) if self.entities[k].type == "person" else None

    @cached_property
    def order(self) -> Sequence[Attribution]:
        """The sayings of the page in text order."""
        kept = [a for a in self.spoken if a.content]
        return sorted(kept, key=lambda a: (a.content[0][0], a.content[-1][1], a.attribution_id))

    @cached_property
    def spoke(self) -> Mapping[str, int]:
        """How often each is said to speak, by words that name or clearly mean him."""
        return Counter(str(r.entity_id) for a in self.order if (r := self.rows.get(a.attribution_id)) and r.entity_id and a.cue)


def part(tree: Tree, m: Mention) -> tuple[str, int]:
    """What part a mention has in its sentence, and the word that governs it."""
    inside = [i for i, w in enumerate(tree.words) if m.start <= w.start and w.end <= m.end]
    at = next((i for i in inside if tree.head(i) not in inside), -1)
    steps = 0
    while at >= 0 and tree.rel(at) in JOINED and steps < STEPS:
        at, steps = tree.head(at), steps + 1
    if at < 0:
        return "other", -1
    rel, head = tree.rel(at), tree.head(at)
    if rel in ("nsubj", "nsubj:pass", "nsubj:outer", "csubj"):
        return "subject" if rel != "nsubj:pass" else "passive", head
    if rel == "nmod:poss":
        return "owner", head
    if rel in ("obl", "obl:agent") and tree.case(at) == "by":
        return "agent", head
    if rel in ("obl", "nmod") and (case := CASES.get(tree.case(at))):
        return case, head
    if rel in ("obj", "iobj"):
        return "object", head
    return ("root" if rel == "root" else "other"), head


def words_of(offices: Iterable[Office]) -> Mapping[str, set[str]]:
    """The words of the offices of each entity."""
    found: dict[str, set[str]] = defaultdict(set)
    for o in offices:
        found[o.entity_id] |= set(words(o.role))
    return found


def called(known: Known, offices: Mapping[str, set[str]], labels: Labels) -> Mapping[str, frozenset[str]]:
    """The words of the offices of those named on a page, and the nouns by which it calls them."""
    found = {e.entity_id: set(offices.get(e.entity_id, ())) for _, e in known.mentions}
    for noun, who in labels.nouns.items():
        for key in who:
            found.setdefault(key, set()).add(noun)
    return {key: frozenset(held) for key, held in found.items()}


def page_signs(
    pages: Pages, offices: Sequence[Office], spoken: Sequence[Attribution], rows: Mapping[str, Involvement],
    entities: Mapping[str, Entity], known: ReportingWords, gender_of: Callable[[str], str | None],
) -> Iterator[PageSigns]:  # fmt: skip
    """Lay out every page for asking who spoke."""
    roles, texts = words_of(offices), pages.texts
    on_page: dict[str, list[Attribution]] = defaultdict(list)
    for a in spoken:
        on_page[a.doc_id].append(a)
    said = [
        (a.doc_id, quoted_words(texts[a.doc_id], a), row.entity_id if row and not row.unnamed else None, sure(a),
         names_beside(a, row))
        for a in spoken if a.kind in KINDS for row in (rows.get(a.attribution_id),)
    ]  # fmt: skip
    elsewhere = Elsewhere(said)
    says = frozenset(known.acts)
    gender = genders([pages.known[doc_id] for doc_id in sorted(pages.known)])
    for doc_id in sorted(on_page):
        if doc_id in pages.scenes:
            here = pages.known[doc_id]
            yield PageSigns(
                pages.scenes[doc_id], here, says, on_page[doc_id], rows, entities, called(here, roles, pages.labels[doc_id]),
                gender, elsewhere, doc_id, known.texts, gender_of,
            )  # fmt: skip


def quoted_words(text: str, a: Attribution) -> str:
    """The words of a saying that stand in quotation marks."""
    found = [m[1] for s, e in a.content for m in MARKED.finditer(text[s:e])]
    return " ".join(found) or " ".join(text[s:e] for s, e in a.content)


MARKED: Final = re.compile(r"[“\"«»„‘]([^”\"«»“]+)(?:[”\"»«“’]|$)")


def names_beside(a: Attribution, row: Involvement | None) -> bool:
    """The words that say who spoke hold a name of his, or stand beside it."""
    return bool(row and row.entity_id and a.cue and a.source and row.because.startswith("name at"))


def sure(a: Attribution) -> float:
    """How much the page's own reading of who spoke weighs on others."""
    return 1.0 if a.score and a.score >= SURE and (a.speaker_name or a.cue) else 0.5


def genders(pages: Iterable[Known]) -> Mapping[str, Mapping[str, int]]:
    """Count what tells the gender of the persons of a pile: courtesy titles before their names, which outweigh the pronouns that
    mean them."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for known in pages:
        for m, e in known.mentions:
            if e.type != "person":
                continue
            words = known.text[m.start : m.end]
            if m.form == "pronoun" and (said := PERSONAL.get(words.lower())):
                told[e.entity_id][said] += 1
            elif found := TITLED.search(known.text[max(0, m.start - 6) : m.end]):
                told[e.entity_id]["male" if found[1] in ("Mr", "Sir") else "female"] += SURELY
    return told


def gender_by(count: Mapping[str, int]) -> str | None:
    """The gender that most counts tell of."""
    return max(sorted(count), key=lambda gender: count[gender], default=None)


SURELY: Final = 100  # pronouns that a courtesy title outweighs
TITLED: Final = re.compile(r"\b(Mr|Sir|Mrs|Ms|Miss|Mme|Madame|Dame|Lady)\b\.?\s")
