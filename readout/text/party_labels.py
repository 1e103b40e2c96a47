"""Learn from a page what each of those it names is: the club's coach, Ana Roe; the brewery Halm; Judge Dahl; and find whom a bare
noun with an article means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from readout.text.clause_trees import Span, Tree
from readout.text.event_lists import listed
from readout.text.noun_antecedents import PUBLIC
from readout.text.page_scene import Scene
from readout.text.people_nouns import are_people, singular
from readout.text.speaking_parties import BODY

# Nouns for firms, any of which can mean the only firm of a page.
FIRMS: Final = listed(
    "company firm business corporation enterprise concern manufacturer operator carrier airline lender insurer utility retailer "
    "developer brewer brewery maker carmaker shipbuilder supplier contractor group employer owner producer publisher bank chain "
    "conglomerate giant startup shipyard builder"
)
# Nouns each of which can mean what pages call by another of its row.
ROWS: Final = (
    "bank lender savings", "airline carrier airways airlines", "brewery brewer breweries", "newspaper daily paper weekly",
    "railway railroad railways rail",
    "shipyard shipbuilder yard shipyards", "club side team", "utility waterworks", "insurer assurance insurance", "port harbour",
    "hospital clinic infirmary", "mine colliery pit", "broadcaster station network",
)  # fmt: skip
ALIKE: Final = {noun: tuple(row.split()) for row in ROWS for noun in row.split()}
OF_ALL: Final = listed("central reserve")  # of banks: that of a state, which is no firm
# Nouns for those who run a firm, a hospital, a school.
RUNNING: Final = listed("management employer bosses executives")
WATCHING: Final = listed("regulator watchdog supervisor inspectorate")
OVERSEEING: Final = listed("regulator watchdog inspectorate authority agency commission supervisory office ombudsman")
PARTIES: Final = listed("party movement group")
PARTISAN: Final = listed("party accord front movement bloc coalition alliance congress league")
GOVERNING: Final = listed("federation association commission council authority agency committee board confederation")
# Words in the names of bodies that are no firms.
NO_FIRMS: Final = PUBLIC | listed(
    "federation league society front movement party church alliance coalition club campaign foundation hospital university school "
    "institute college prison service office bureau mission network forum council board brigade ministry congress senate assembly "
    "nations organisation organization observatory fund trust charity parliament academy museum theatre"
)
# Words of names that tell what a body is.
TELLING: Final = BODY | NO_FIRMS | FIRMS | OVERSEEING | PARTISAN | frozenset(ALIKE)
# Bodies of which every state has one or more.
OF_STATE: Final = listed(
    "government ministry parliament police army navy military court cabinet president minister congress"
)
DEFINITE: Final = re.compile(r"\b(?:the|this|that|said)\s+(?:same\s+)?$", re.I)
OPENING: Final = re.compile(r"(?:^|[.!?:\n]\s*[\"“]?)$")
NEAR: Final = 2  # sentences back in which one of several of a kind is meant when no other was named there; ours
OTHERS: Final = 4  # sentences back in which none of the others may be named; ours
WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
HEADS: Final = listed("president premier chancellor king queen emperor sultan emir leader")
BEHIND: Final = re.compile(r"\s+(?:of|for|in|at|on|against|and)\s+")
LIGHT: Final = listed("the this that same said whole entire big local former new own")


@dataclass
class Labels:
    """What the entities of some pages are called, and where each is named."""

    nouns: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    uses: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    full: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))  # where by a name or with its country
    types: dict[str, str] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    proper: set[str] = field(default_factory=set)  # named in capitals, not in the brackets of an agency

    def firms(self) -> set[str]:
        """Give the bodies that can be firms: called so, or called nothing that is none."""
        called = {e for noun in FIRMS for e in self.nouns.get(noun, ())}
        open_ones = {e for e, kind in self.types.items() if kind == "organisation" and not self.words[e] & NO_FIRMS}
        told = {e for noun in NO_FIRMS - FIRMS for e in self.nouns.get(noun, ())}
        return {e for e in called | (open_ones - told) if self.types[e] == "organisation" and e in self.proper}


def labels_of(scene: Scene, named: Iterable[tuple[Span, str, str, Sequence[str]]]) -> Labels:
    """Learn the labels of a page. `named`: span, entity, its type and its names, of each mention by name."""
    made = Labels()
    for span, entity, kind, names in named:
        number, words = scene.sentence(span[0]), frozenset(w.lower() for name in names for w in WORD.findall(name))
        made.uses[entity].append(number)
        made.types[entity] = "organisation" if kind == "place" else kind
        made.words[entity] = words
        capitals = any(w[0].isupper() and w != "The" for name in names for w in WORD.findall(name))
        if capitals and scene.text[span[0] - 1 : span[0]] != "(":
            made.proper.add(entity)
        for word in heads(names) & TELLING if kind not in ("person", "country") else ():
            made.nouns[word].add(entity)
        tree = scene.tree(number)
        for noun in called(tree, span) if tree else ():
            if are_people(f"{noun.split()[-1]}s") == (kind == "person"):
                made.nouns[noun].add(entity)
        if any(w[0].isupper() for w in WORD.findall(scene.text[slice(*span)]) if w != "The"):
            made.full[entity].append(number)
    return made


def heads(names: Iterable[str]) -> set[str]:
    """Give the nouns that end names, before what they are of or in: union, of the Union of Miners."""
    cut = (BEHIND.split(name, maxsplit=1)[0] for name in names)
    return {found[-1].lower() for name in cut if (found := WORD.findall(name))}


def called(tree: Tree, span: Span) -> Iterator[str]:
    """Give the nouns by which a sentence says what a name is: in apposition, in front of it, or by "is"."""
    inside = [i for i, w in enumerate(tree.words) if span[0] <= w.start and w.end <= span[1]]
    top = next((i for i in inside if tree.head(i) not in inside), None)
    if top is None:
        return
    around = [k for k in tree.kids[top] if tree.rel(k) in ("appos", "compound", "nmod:desc")]
    if tree.rel(top) in ("appos", "flat", "nmod:desc") and tree.head(top) >= 0:
        around.append(tree.head(top))
    if tree.rel(top) == "nsubj" and any(tree.rel(k) == "cop" for k in tree.kids[tree.head(top)]):
        around.append(tree.head(top))
    around += [i for i in inside if tree.head(i) == top and tree.rel(i).split(":")[0] in ("compound", "flat")] + [top]
    for k in around:
        if tree.upos(k) == "NOUN" or (tree.upos(k) == "PROPN" and k not in inside):
            yield tree.lemma(k)
            yield from (f"{tree.lows[c]} {tree.lemma(k)}" for c in tree.having(k, "compound", "amod") if c == k - 1)


def definite(text: str, span: Span) -> bool:
    """Tell whether words stand with "the", or open a sentence or headline without an article."""
    before = text[max(0, span[0] - 20) : span[0]]
    own = text[slice(*span)].lower()
    return bool(DEFINITE.search(before)) or own.startswith("the ") or bool(OPENING.search(before))


def noun_of(words: str) -> str | None:
    """Give the one noun of some words that hold nothing else that tells: the big company."""
    plain = [w for w in WORD.findall(words) if w.lower() not in LIGHT]
    return plain[0].lower() if len(plain) == 1 and (plain[0].islower() or words.split()[0] == plain[0]) else None


def label_in(words: str, labels: Labels) -> str | None:
    """Give the one noun of some words, or the two words by which a page calls somebody: prime minister, business group."""
    plain = " ".join(w.lower() for w in WORD.findall(words) if w.lower() not in LIGHT)
    return noun_of(words) or (plain if plain in labels.nouns and " " in plain else None)


def meant_by(noun: str, labels: Labels, at: int, states: int = 1) -> str | None:
    """Give the one entity that a noun with an article means at a sentence of a page; null where none or two fit. On a page that
    tells of several states a body of state must stand near."""
    found = fitting(noun, labels)
    named = found & labels.proper or found
    if len(named) == 1 and (states < 2 or noun not in OF_STATE):
        return next(iter(named))
    uses = labels.full if noun in OF_STATE else labels.uses
    near = {e for e in found if any(0 <= at - n <= NEAR for n in uses[e])}
    close = {e for e in found if any(0 <= at - n <= OTHERS for n in uses[e])}
    return next(iter(near)) if len(near) == 1 and close == near else None


def fitting(noun: str, labels: Labels) -> set[str]:
    """Give the entities that a noun can mean."""
    found = {e for n in ALIKE.get(noun, (noun,)) for e in labels.nouns.get(n, ())}
    if noun in ALIKE:
        found = {e for e in found if not labels.words[e] & OF_ALL}
    if not found and noun in FIRMS:
        found = labels.firms()
    if not found and noun in WATCHING:
        found = {e for word in OVERSEEING for e in labels.nouns.get(word, ())}
    if not found and noun in PARTIES:
        found = {e for word in PARTISAN for e in labels.nouns.get(word, ())}
    if not found and noun == "body":
        found = {e for word in GOVERNING for e in labels.nouns.get(word, ())}
    if not found and noun in RUNNING:
        found = labels.firms() or {
            e for w in ("hospital", "university", "school", "club") for e in labels.nouns.get(w, ())
        }
    return {e for e in found if labels.types[e] in ("person", "organisation", "government", "group")}


def together(labels: Iterable[Labels]) -> Labels:
    """Give what several pages call those they name."""
    made = Labels()
    for one in labels:
        for noun, entities in one.nouns.items():
            made.nouns[noun] |= entities
        made.types |= one.types
        made.words |= one.words
        made.proper |= one.proper
    return made


def named_like(words: str, labels: Labels) -> str | None:
    """Give the one body whose name holds all of some words, one of which tells what it is: Rowing federation."""
    lows = {w.lower() for w in WORD.findall(words)} - LIGHT
    if len(lows) < 2 or not lows & TELLING:
        return None
    found = {e for e, names in labels.words.items() if lows <= names and labels.types[e] == "organisation"}
    return found.pop() if len(found) == 1 else None


def two_called(noun: str, labels: Labels) -> tuple[str, ...]:
    """Give the two persons of a page who hold the office that a noun in the plural tells: the ministers, the leaders."""
    one = singular(noun)
    nouns = HEADS if one in ("leader", "head") else frozenset((one,))
    prime = labels.nouns.get(f"prime {one}", set())
    found = sorted({e for n in nouns for e in labels.nouns.get(n, ()) if labels.types[e] == "person"} - prime)
    return tuple(found) if len(found) == 2 else ()


def owned(tree: Tree, span: Span) -> tuple[Span, str] | None:
    """Give the possessive pronoun of some words and the noun it goes with: his | side."""
    inside = [i for i, w in enumerate(tree.words) if span[0] <= w.start and w.end <= span[1]]
    top = next((i for i in inside if tree.head(i) not in inside), None)
    owner = tree.one(top, "nmod:poss") if top is not None else None
    if top is None or owner is None or tree.upos(owner) != "PRON":
        return None
    return (tree.words[owner].start, tree.words[owner].end), tree.lemma(top)
