"""Find who acts or speaks in each sentence of a page, as a page goes on speaking of: persons, bodies, texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from readout.text.clause_trees import Span, Tree
from readout.text.collectives import BODIES
from readout.text.reporting import ReportingWords
from readout.text.reporting_sources import PASSIVE, SUBJECT, core, whole_subject
from readout.text.unnamed_speakers import HUMAN_ENDINGS, NO_HUMAN, SHORT, THINGS, is_one

Sort = Literal["person", "body", "other"]
# Nouns for bodies besides those that act in events; ours, general English.
ALSO: Final = frozenset((
    "owner", "operator", "employer", "maker", "manufacturer", "supplier", "carrier", "airline", "retailer", "outlet",
    "newspaper", "station", "channel", "website", "business", "giant", "society", "fund", "charity", "school", "museum",
    "club", "lab", "laboratory", "watchdog", "regulator", "publisher", "band", "campaign", "chamber", "administration",
    "brigade", "organisers", "organizers", "clinic", "developer", "insurer", "bloc", "secretariat", "directorate",
    "inspectorate", "observatory", "rebels", "insurgents", "militants", "city", "town", "country", "state", "nation", "county",
    "municipality", "village", "region", "province",
))  # fmt: skip
BODY: Final = (BODIES | ALSO) - {"guard", "leader", "press", "public"}


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts or speaks: the words that name them, the head noun, what they are, where, and whether the words hold a name."""

    span: Span
    head: str
    sort: Sort
    sentence: int
    paragraph: int
    proper: bool
    said: bool
    quoted: bool = False  # in words of their own
    mouth: bool = False  # somebody spoke for the body: its spokesman
    cited: bool = False  # according to them something is
    aside: bool = False  # only a noun of the sentence says that they spoke: Poe's claims were a fairy tale


def parties(tree: Tree, sentence: int, paragraph: int, known: ReportingWords) -> list[Party]:
    """Give the subjects of the main clauses of a sentence, in text order; pronouns are none."""
    roots = [i for i in range(len(tree.words)) if tree.head(i) < 0]
    mains = {*roots, *(k for r in roots for k in tree.having(r, "conj", "parataxis"))}
    mains |= {k for r in roots for k in tree.having(r, "ccomp") if k < r}  # what was said before: the group went, it said
    without = [r for r in roots if not tree.having(r, *SUBJECT, *PASSIVE)]
    mains |= {k for r in without for k in tree.having(r, "advcl", "xcomp") if leads(tree, k, r)}
    subjects = sorted(k for m in mains for k in tree.having(m, *SUBJECT, *PASSIVE))
    made = (party(tree, k, m, sentence, paragraph, known, False) for k in subjects for m in [tree.head(k)])
    return [p for p in made if p]


def leads(tree: Tree, below: int, root: int) -> bool:
    """The subject of a sentence hangs on a verb behind its root: Poe is due to speak."""
    return any(k < root for k in tree.having(below, *SUBJECT, *PASSIVE)) and below > root


def persons_acting(tree: Tree, leader: Span, known: ReportingWords) -> int:
    """Count the persons who do something in a sentence, in clauses that do not describe its leader; no pronouns, no plurals."""
    found = 0
    for i in range(len(tree.words)):
        about = tree.head(i) if tree.rel(i) == "acl:relcl" else -1
        if about >= 0 and leader[0] <= tree.words[about].start < leader[1]:
            continue
        subjects = [k for k in tree.having(i, *SUBJECT, *PASSIVE) if tree.upos(k) in ("NOUN", "PROPN")]
        found += sum(sort_of(tree, k, (k,), known) == "person" and not is_plural(tree, k) for k in subjects)
    return found


def is_plural(tree: Tree, k: int) -> bool:
    """A noun for several, as its lemma tells: captives."""
    return tree.upos(k) == "NOUN" and tree.lows[k].endswith(("s", "en")) and tree.lows[k] != tree.lemma(k)


def party(
    tree: Tree, top: int, predicate: int, sentence: int, paragraph: int, known: ReportingWords, said: bool
) -> Party | None:  # fmt: skip
    """Describe the noun phrase of word `top`; null for pronouns."""
    if tree.upos(top) not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return None
    whole = whole_subject(tree, predicate, top, predicate)
    named = tree.lows[top] in BODY or tree.lemma(top) in BODY  # the bureau of Poe is still the bureau
    words = without_clauses(tree, whole) if named else core(tree, top, whole)
    span = tree.words[words[0]].start, tree.words[words[-1]].end
    sort = sort_of(tree, top, words, known)
    owners = {n for k in tree.having(top, "nmod:poss") for n in tree.subtree(k)} if sort == "person" else set()
    proper = any(tree.upos(n) == "PROPN" for n in words if n not in owners)
    return Party(span, tree.lows[top], sort, sentence, paragraph, proper, said)


def without_clauses(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """A noun phrase without the clauses that describe it."""
    inside = set(words)
    tops = [k for n in words for k in tree.kids[n] if k in inside and tree.rel(k).startswith(("acl", "advcl", "parataxis"))]
    gone = {n for k in tops for n in tree.subtree(k)}
    return tuple(n for n in words if n not in gone) or words


def sort_of(tree: Tree, top: int, words: Iterable[int], known: ReportingWords) -> Sort:
    """Tell a person from a body, by names, then by nouns."""
    low, lemma, ner = tree.lows[top], tree.lemma(top), tree.words[top].ner
    if ner.endswith("PER"):
        return "person"
    if low in BODY or lemma in BODY:
        return "body"
    if tree.upos(top) == "PROPN" and ner != "O":
        return "body"
    if any(tree.words[n].ner.endswith("PER") for n in words) or is_human(lemma, low, known):
        return "person"
    return "body" if tree.upos(top) == "PROPN" else "other"


def is_human(lemma: str, low: str, known: ReportingWords) -> bool:
    """A noun for somebody, not a body: by its ending or by the list."""
    by_ending = lemma.endswith(HUMAN_ENDINGS) and not lemma.endswith(NO_HUMAN)
    by_ending = by_ending and len(lemma) > SHORT and lemma not in THINGS
    listed = lemma in known.persons or low in known.persons or is_one(lemma)
    return (by_ending or listed) and lemma not in BODY and lemma not in known.texts
