"""Find whom a pronoun among the parties of an act means: they, it, them, both; by number, sort and place on the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from readout.text.clause_trees import Span, Tree
from readout.text.event_lists import listed
from readout.text.noun_phrases import ACTING, BOTH, PERSONS, PLURALS, SINGULARS, SUBJECTS, Noun
from readout.text.page_scene import Scene
from readout.text.pronoun_antecedents import person_before
from readout.text.speaking_parties import Party

BACK: Final = 2  # sentences back in which a pronoun finds whom it means, in its paragraph; one where that begins; ours
ONE_BODY: Final = frozenset(("body", "country"))
COLLECTIVE: Final = listed(
    "police team family couple crew staff crowd band board club squad jury gang union party government"
)
MEANING: Final = PLURALS | SINGULARS | BOTH | frozenset(PERSONS)
LEDE: Final = 4  # sentences of a page, its head among them, that tell what it is about; ours
DEEP: Final = 4  # pronouns one after the other that are followed


def antecedents(scene: Scene, span: Span, deep: int = 0) -> tuple[Span, ...]:
    """Give the words for whom a pronoun means, of each where it means several; none where nothing or too much fits."""
    low = scene.text[slice(*span)].lower()
    if low not in MEANING or deep > DEEP or not scene.sentences:
        return ()
    return pair(scene, span) if low in BOTH else standing_for(scene, span, low, deep)


def standing_for(scene: Scene, span: Span, low: str, deep: int = 0) -> tuple[Span, ...]:
    """Give the words for whom somebody mentioned at a place can mean who is called `low`: they, it, she."""
    number = scene.sentence(span[0])
    tree = scene.tree(number)
    inside = [i for i, w in enumerate(tree.words) if span[0] <= w.start < span[1]] if tree else []
    at = next((i for i in inside if tree and tree.head(i) not in inside), None)
    if tree is None or at is None:
        return ()
    quote = scene.quote(span[0])
    here = [n for n in scene.nouns(number) if n.span[1] <= span[0] and scene.quote(n.span[0]) == quote]
    leading = tree.rel(at).split(":")[0] in ("nsubj", "nmod")
    verbs = () if leading else verbs_above(tree, at)
    here = [n for n in here if not (n.subject and n.verb in verbs) and (n.verb != tree.head(at) or leading)]
    found = chosen(scene, here, low, leading, deep)
    if found is None and low in PERSONS and leading:
        person = person_before(scene, span[0], low, ())
        return (person.span,) if person else ()
    return before(scene, number, low, leading, deep, quote) if found is None else found


def body_meant(scene: Scene, source: Span, low: str) -> Party | None:
    """Give the one who is meant where the page says who spoke: it said, they said, its spokesman."""
    number = scene.sentence(source[0])
    spoke = [p for p in scene.spoke if p.sentence == number - 1 and p.sort == "body" and not p.aside and not p.cited]
    own = [p for p in scene.subjects(number) if p.sort == "body" and p.span[1] <= source[0]]
    if low == "it" and own and spoke and scene.paragraph(number - 1) == scene.paragraph(number) and own[-1].head != spoke[0].head:
        return spoke[0]  # who spoke in the sentence before tells of the other body
    found = standing_for(scene, source, low)
    return scene.party(found[0]) if len(found) == 1 else None


def verbs_above(tree: Tree, at: int) -> tuple[int, ...]:
    """Give the verb of an object with those whose subject is its own: nobody whom a verb has as subject is its object too."""
    verb, found = tree.head(at), []
    for _ in range(DEEP):
        if verb < 0:
            break
        found.append(verb)
        if tree.having(verb, *SUBJECTS) or tree.rel(verb).split(":")[0] not in (
            "conj",
            "xcomp",
            "advcl",
            "obl",
            "nmod",
            "obj",
        ):
            break
        verb = tree.head(verb)
    return tuple(found)


def before(
    scene: Scene, number: int, low: str, leading: bool, deep: int, quote: Span | None
) -> tuple[Span, ...]:  # fmt: skip
    """Find whom a pronoun means in the sentences before."""
    for back in range(1, BACK + 1):
        n = number - back
        apart = scene.paragraph(number) - scene.paragraph(n) if n >= 0 else BACK + 1
        if apart > 1 or (apart and back > 1):
            return ()
        nouns = [x for x in scene.nouns(n) if scene.quote(x.span[0]) == quote]
        found = chosen(scene, nouns, low, leading, deep)
        if found is not None:
            return found
        if apart or any((x.sort in ACTING or x.several) and x.main and x.subject for x in nouns):
            return ()  # somebody or something else leads the page on
    return ()


def chosen(scene: Scene, nouns: Sequence[Noun], low: str, leading: bool, deep: int) -> tuple[Span, ...] | None:
    """Choose among the noun phrases of a sentence: what leads it, else the only one that fits; null where none fits, and
    nothing where several do. Of persons, one who is acted on later need not be who leads."""
    fitting = [n for n in nouns if fits(n, low)]
    joint = [n for n in fitting if len(n.parts) > 1]
    fitting = [n for n in fitting if not any(n.span != j.span and n.span in j.parts for j in joint)]
    followed = [n for n in nouns if n.sort == "pronoun" and (n.subject or low == "those") and same_number(n.key, low)]
    leads = [n for n in fitting if n.subject and n.main] + [n for n in followed if n.main]
    choices = (leads, [n for n in (*fitting, *followed) if n.subject], fitting)
    for some in choices if leading else ([*fitting, *followed],):
        kinds = {n.key for n in some}
        if len(kinds) == 1:
            return parts_of(scene, some[0], deep)
        if kinds:
            return ()
    if low in PLURALS:
        two = partners(nouns)
        if two:
            return two
        single = [n for n in nouns if n.lemma in COLLECTIVE and n.subject and not n.several]
        if leading and len({n.key for n in single}) == 1 and not any(n.sort == "person" for n in nouns):
            return single[0].parts
    return None


def parts_of(scene: Scene, noun: Noun, deep: int) -> tuple[Span, ...]:
    """Give the words of a noun phrase, or of whom it means where it is a pronoun itself."""
    if noun.sort == "pronoun" and scene.who(noun.span):
        return (noun.span,)
    if noun.key == "those":
        return standing_for(scene, noun.span, "those", deep + 1) if deep < DEEP else ()
    return antecedents(scene, noun.span, deep + 1) if noun.sort == "pronoun" else noun.parts


def fits(n: Noun, low: str) -> bool:
    """Tell whether a noun phrase can be what a pronoun means."""
    if low in SINGULARS:
        return not n.several and n.sort in ONE_BODY
    if low in PERSONS:
        return not n.several and n.sort == "person"
    if low == "those":
        return n.several and n.sort == "people" and n.lemma != "police"
    return n.several and (n.sort in ("people", "country", "body") or len(n.parts) > 1)


def same_number(key: str, low: str) -> bool:
    """Tell whether two pronouns can mean the same."""
    if key in PERSONS and low in PERSONS:
        return PERSONS[key] == PERSONS[low]
    return any(key in some and low in some for some in (PLURALS | {"those"}, SINGULARS))


def partners(nouns: Sequence[Noun]) -> tuple[Span, ...]:
    """Give the two of a sentence who do something to or with each other: Poe met Roe; the union and the firm."""
    for n in nouns:
        if n.subject and n.main and not n.several and n.sort in ACTING:
            others = [m for m in nouns if m.verb == n.verb and not m.subject and m.sort in ACTING and m.key != n.key]
            if len(others) == 1 and not others[0].several:
                return n.span, others[0].span
    return ()


def pair(scene: Scene, span: Span) -> tuple[Span, ...]:
    """Give the two of whom a page has just told: both, the two, the two sides."""
    number = scene.sentence(span[0])
    for n in range(number - 1, max(-1, number - 1 - BACK), -1):
        if scene.paragraph(number) - scene.paragraph(n) > 1:
            return ()
        nouns = scene.nouns(n)
        joint = [x for x in nouns if len(x.parts) == 2 and x.sort in ACTING]
        if len({x.key for x in joint}) == 1:
            return joint[0].parts
        two = partners(nouns)
        if two:
            return two
        keys = {x.key: x for x in nouns if x.sort in ACTING and not x.several}
        if len(keys) == 2:
            return tuple(x.span for x in keys.values())
        if len(keys) > 2:
            break
    return ()


def opposed(scene: Scene) -> tuple[Span, ...]:
    """Give the two that the head and first sentences of a page tell of together: the sides, the parties."""
    for number in range(min(LEDE, len(scene.sentences))):
        joint = [x for x in scene.nouns(number) if len(x.parts) == 2 and x.sort in ACTING]
        known = [x for x in joint if all(scene.who(part) for part in x.parts)]
        if known:
            return known[0].parts if len(known) == 1 else ()
    return ()


def several_named(scene: Scene, at: int, lemma: str) -> tuple[Span, ...]:
    """Give whom a page has named with a noun in the plural before: of the ministers, of the ministers of Norland and Sard."""
    for n in range(scene.sentence(at), -1, -1):
        tree = scene.tree(n)
        for noun in reversed(scene.nouns(n)) if tree else []:
            if noun.lemma != lemma or not noun.several or noun.span[1] > at or tree is None:
                continue
            for k in tree.having(noun.word, "nmod", "nmod:poss"):
                names = (k, *tree.having(k, "conj"))
                if len(names) == 2 and all(scene.who((tree.words[x].start, tree.words[x].end)) for x in names):
                    return tuple((tree.words[x].start, tree.words[x].end) for x in names)
    return ()


def numbered(scene: Scene, at: int, number: str) -> tuple[Span, ...]:
    """Give the people whom a page has counted by a number before: of the nine, the four; none where two groups were."""
    found: dict[str, Span] = {}
    for n in range(scene.sentence(at) + 1):
        tree = scene.tree(n)
        for noun in scene.nouns(n) if tree else []:
            counts = [tree.lows[k] for k in tree.kids[noun.word] if tree.rel(k) == "nummod"] if tree else []
            if noun.span[1] <= at and noun.sort in ("people", "body") and noun.several and number in counts:
                found.setdefault(noun.lemma, noun.span)
    return (next(iter(found.values())),) if len(found) == 1 else ()
