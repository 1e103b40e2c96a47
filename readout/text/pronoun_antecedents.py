"""Find the person that "he" or "she" means by what stands in the sentences before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from readout.text.clause_trees import Span, Tree
from readout.text.page_scene import BACK, FAR, PERSONAL, WORD, Scene
from readout.text.reporting_sources import PASSIVE, SUBJECT
from readout.text.speaking_parties import Party, party, persons_acting, sort_of


def person_before(page: Scene, at: int, pronoun: str | None, content: Sequence[Span]) -> Party | None:
    """Who led the sentence before, where "he" or "she" can mean them: by name, or described and named nowhere.

    Sentences that the same pronoun leads, and those of nothing but quoted words, are stepped over: Poe waited. He had no keys.
    It was cold, he said. One, a nurse, said S. "T," she said.
    """
    here = page.sentence(at)
    own = [p for p in page.subjects(here) if p.sort == "person" and p.span[1] <= at]
    own = [] if pronoun in ("him", "her") else own  # the paper quoted him: another than who leads the sentence
    if content and any(not any(a <= p.span[0] < b for a, b in content) for p in own):
        return before_colon(page, own, pronoun, content)  # somebody leads this sentence
    base, steps, over, number = page.paragraph(here), 0, 0, here
    while number > 0 and steps < BACK and over <= OVER:
        number -= 1
        apart = base - page.paragraph(number)
        if apart <= 1 and (page.is_quoted(number) or goes_by(page, number, pronoun)):
            base, over = page.paragraph(number), over + 1
            steps = steps if page.is_quoted(number) else 0
            continue
        steps += 1
        found = leader(page, number, steps, apart, pronoun)
        if found is not None:
            return found or None
    return who_spoke_last(page, here, at, pronoun, content)


def own_subject(page: Scene, source: Span) -> Party | None:
    """Whose claim "his claim" is in a sentence that one person leads: Poe drew applause with his promise that S."""
    leads = [p for p in page.subjects(page.sentence(source[0])) if p.span[1] <= source[0] and p.sort == "person"]
    fits = len(leads) == 1 and leads[0].proper and not is_several(page, leads[0])
    return leads[0] if fits and may_be(page, leads[0], page.text[slice(*source)].lower()) else None


def ahead(page: Scene, source: Span, *, late: bool = False) -> Party | None:
    """Who is named behind a pronoun, as subject of the clause that the one of the pronoun leads in: After it had called S, the
    ministry of Poland said T. Where the sentence begins a paragraph, else (`late`) where nobody before is meant."""
    number = page.sentence(source[0])
    tree, pronoun = page.tree(number), page.text[slice(*source)].lower()
    begins = number == 0 or page.paragraph(number - 1) != page.paragraph(number)
    if tree is None or pronoun not in ("he", "she", "it") or not (begins or late):
        return None
    at = next((n for n, w in enumerate(tree.words) if w.start == source[0]), None)
    while at is not None and at >= 0 and not tree.rel(at).startswith("advcl"):
        at = tree.head(at)
    if at is None or at < 0 or tree.head(at) < at or any(tree.upos(n) == "VERB" for n in range(tree.subtree(at)[0])):
        return None
    found = [p for p in page.subjects(number) if p.span[0] > tree.words[at].end and p.proper and not is_several(page, p)]
    if len(found) != 1 or page.quote(found[0].span[0]) is not None:
        return None
    fits = found[0].sort == ("body" if pronoun == "it" else "person") and (pronoun == "it" or may_be(page, found[0], pronoun))
    return found[0] if fits else None


# Nouns for somebody who has most often been named before, by what he or she is to another.
PARTNERS: Final = frozenset((
    "guest", "host", "counterpart", "colleague", "opponent", "rival", "visitor", "partner", "predecessor", "successor",
    "challenger",
))  # fmt: skip
OVER: Final = 6  # sentences in a row that a pronoun leads or that are quoted, stepped over; ours


def leader(page: Scene, number: int, steps: int, apart: int, pronoun: str | None) -> Party | Literal[False] | None:
    """Whom a pronoun behind sentence `number` means; false where somebody leads it who cannot be told, null where nobody does."""
    leaders = page.leaders(number) if apart <= 1 else []
    leaders = [p for p in leaders if not is_several(page, p) and not page.is_place(p)]
    first = next((p for p in leaders if p.sort == "person"), None)
    if first is None and leaders and leaders[0].mouth:
        return leaders[0]  # he spoke for it
    if first is None and leaders and all(p.sort == "body" and p.cited for p in leaders):
        persons = [p for p in page.subjects(number) if p.sort == "person"]
        leaders = persons[:1]  # according to the police, Poe went home: "he" is Poe
        first = next(iter(persons), None)
    if first is None:
        return False if any(p.proper and p.sort != "other" for p in leaders) else None  # perhaps somebody not told to be a person
    tree = page.tree(number)
    acting = persons_acting(tree, first.span, page.known) if tree is not None else 2
    if not first.proper:
        near = steps == 1 and (not apart or first.said) and may_be(page, first, pronoun)
        alone = acting <= 1 and (first.said or not others(page, tree, first)) and first.head not in PARTNERS
        return first if near and (is_someone(page, first) or alone) else False
    if first.quoted and len({p.span for p in leaders if p.sort == "person"}) == 1:
        return first if may_be(page, first, pronoun) else False  # who is quoted there goes on
    alone = acting <= 1 and (first.said or steps == 1 or not (apart or others(page, tree, first)))
    return first if alone and may_be(page, first, pronoun) else False


def others(page: Scene, tree: Tree | None, leader: Party) -> bool:
    """A sentence tells of another person beside the one who leads it: the minister met the widow."""
    start, end = leader.span
    words = range(len(tree.words)) if tree else ()
    if tree is None:
        return False
    outside = [n for n in words if not start <= tree.words[n].start < end]
    beside = [n for n in outside if tree.rel(n).split(":")[0] in ("obj", "iobj", "obl")]
    return any(sort_of(tree, n, (n,), page.known) == "person" for n in beside)


def before_colon(page: Scene, own: Sequence[Party], pronoun: str | None, content: Sequence[Span]) -> Party | None:
    """Who leads the sentence before a colon: the sergeant was blunt: S, he said."""
    leads = [p for p in own if p.span[1] <= content[0][0] and not is_several(page, p)]
    colon = len(leads) == 1 and ":" in page.text[leads[0].span[1] : content[0][0]]
    return leads[0] if colon and may_be(page, leads[0], pronoun) else None


def goes_by(page: Scene, number: int, pronoun: str | None) -> bool:
    """The same pronoun leads a sentence in which nobody is said to speak."""
    tree = page.tree(number)
    if tree is None or pronoun is None or any(p.sentence == number for p in page.spoke):
        return False
    roots = [i for i in range(len(tree.words)) if tree.head(i) < 0]
    mains = [*roots, *(k for r in roots for k in tree.having(r, "conj", "parataxis"))]
    leads = [k for m in mains for k in tree.having(m, *SUBJECT, *PASSIVE)]
    alone = all(p.sort != "person" or is_several(page, p) for p in page.subjects(number))
    return alone and any(PERSONAL.get(tree.lows[k]) == PERSONAL.get(pronoun) for k in leads)


def who_spoke_last(page: Scene, here: int, at: int, pronoun: str | None, content: Sequence[Span]) -> Party | None:
    """Who was the last to speak, a paragraph or two before, where nobody else is named since."""
    last = next((p for p in reversed(page.spoke) if p.span[1] <= at), None)
    if last is None or last.sort != "person" or not last.proper or is_several(page, last) or page.is_place(last):
        return None
    if not 0 <= page.paragraph(here) - last.paragraph <= BACK or here - last.sentence > FAR:
        return None
    trees = (page.tree(n) for n in range(last.sentence + 1, here + 1))
    named = [w.start for tree in trees if tree for w in tree.words if w.ner == "B-PER" and w.start < at]
    others = any(not any(a <= start < b for a, b in content) for start in named)
    return last if not others and may_be(page, last, pronoun) else None


def epithet(page: Scene, noun: str, at: int, content: Sequence[Span]) -> Party | None:
    """Who spoke last, called by a noun that the page has given to nobody before: Poe left. "S," the diplomat said."""
    here = page.sentence(at)
    last = next((p for p in reversed(page.spoke) if p.span[1] <= at), None)
    if noun in NOT_AGAIN:
        return None
    if last is None or here - last.sentence > BACK:
        return called_anew(page, noun, here)
    if gender_of_noun(noun) not in (None, gender_of(page, last)):
        return None
    if any(p.span[1] <= at and p.span != last.span for number in range(here) for p in page.called(number, noun)):
        return None
    return who_spoke_last(page, here, at, None, content)


def called_anew(page: Scene, noun: str, here: int) -> Party | None:
    """Who alone acts in the sentence right before, called by a noun that the page has given to nobody: Ada Poe laughed. "S," the
    painter said."""
    before = here - 1
    if before < 0 or page.paragraph(before) != page.paragraph(here):
        return None
    found = leader(page, before, 1, 0, None)
    if not found or not found.proper or found.sort != "person" or gender_of_noun(noun) not in (None, gender_of(page, found)):
        return None
    tree = page.tree(before)
    named = sum(w.ner == "B-PER" for w in tree.words) if tree else 2
    known = any(p.span != found.span for number in range(here) for p in page.called(number, noun))
    return found if named == 1 and not known else None


# Nouns for the other one in a talk, or one of many, rather than for the one who has just spoken.
NOT_AGAIN: Final = PARTNERS | {
    "reporter", "journalist", "interviewer", "presenter", "host", "judge", "prosecutor", "lawyer", "source", "witness", "reader",
    "man", "woman", "boy", "girl", "child", "person", "wife", "husband", "mother", "father", "son", "daughter", "brother", "sister",
}  # fmt: skip


def gender_of(page: Scene, p: Party) -> str | None:
    """What the given names of a person tell of gender, where they agree."""
    genders = {g for w in given_names(page, p) if (g := page.gender_of(w))}
    return genders.pop() if len(genders) == 1 else None


def is_several(page: Scene, p: Party) -> bool:
    """A noun in the plural leads the words: two sailors of the Orla."""
    head = next((w for w in WORD.findall(page.text[slice(*p.span)]) if w.lower() == p.head), "")
    return (head.islower() or not p.proper) and head.endswith(("s", "people", "men", "women")) and not head.endswith("ss")


def is_someone(page: Scene, p: Party) -> bool:
    """One whom the page describes and does not name: a nurse; another; or who spoke: the boy's mother, the witness."""
    first = WORD.findall(page.text[slice(*p.span)])[0].lower()
    return not p.head.endswith(("s", "people", "men", "women")) and (first in ("a", "an", "one", "another") or p.said)


def may_be(page: Scene, p: Party, pronoun: str | None) -> bool:
    """Nothing that is known of given names speaks against he or she."""
    if pronoun is None:
        return True
    if not p.proper:
        return gender_of_noun(p.head) in (None, PERSONAL.get(pronoun))
    genders = {g for w in given_names(page, p) if (g := page.gender_of(w))} or titled(page, p)
    return genders <= {PERSONAL.get(pronoun)}


def titled(page: Scene, p: Party) -> set[str]:
    """What the titles that the page gives a name tell of gender: Mr Poe."""
    last = next((w for w in reversed(WORD.findall(page.text[slice(*p.span)])) if w[0].isupper()), None)
    given = rf"\b(Mr|Mister|Sir|Mrs|Ms|Miss|Madam|Madame)\.?\s+(?:[A-Z][\w’-]+\s+)?{re.escape(last)}\b" if last else None
    found = re.findall(given, page.text) if given else []
    return {"male" if title in ("Mr", "Mister", "Sir") else "female" for title in found}


def given_names(page: Scene, p: Party) -> list[str]:
    """The names before the last one, which is no given name; of a last name alone those that the page has put before it."""
    tree = page.tree(p.sentence)
    inside = [w for w in tree.words if p.span[0] <= w.start and w.end <= p.span[1]] if tree else []
    first = next((n for n, w in enumerate(inside) if w.ner.endswith("PER")), None)
    if first is not None:
        rest = next((n for n in range(first, len(inside)) if not inside[n].ner.endswith("PER")), len(inside))
        names = [page.text[w.start : w.end] for w in inside[first:rest]]
    else:
        names = [w for w in WORD.findall(page.text[slice(*p.span)]) if w[0].isupper()]
    if len(names) > 1:
        return names[:-1]
    fuller = re.search(rf"\b([A-Z][\w’'-]+)\s+{re.escape(names[0])}\b", page.text[: p.span[1]]) if names else None
    return [fuller[1]] if fuller else names


def gender_of_noun(noun: str) -> str | None:
    """What a noun for somebody tells of gender: the spokeswoman, the brother."""
    if noun in FEMALE or noun.endswith(("woman", "girl", "mother", "sister", "daughter")):
        return "female"
    male = noun in MALE or (noun.endswith(("man", "boy", "father", "brother", "son")) and not noun.endswith(("person", "human")))
    return "male" if male else None


FEMALE: Final = frozenset(("wife", "aunt", "niece", "widow", "nun", "queen", "princess", "actress", "mum", "mom", "bride"))
MALE: Final = frozenset(("husband", "uncle", "nephew", "widower", "monk", "king", "prince", "dad", "groom", "priest", "imam"))


def owner_before(page: Scene, source: Span, pronoun: str, content: Sequence[Span]) -> Party | None:
    """Whose office or spokesman "her office" is: who leads what was said before it, else the person that "her" means."""
    here = page.sentence(source[0])
    inside = [p for p in page.subjects(here) if p.sort == "person" and any(a <= p.span[0] and p.span[1] <= b for a, b in content)]
    leads = [p for p in inside if p.span[1] <= source[0] and not p.head.endswith("s") and may_be(page, p, pronoun)]
    if len(leads) == 1:
        return leads[0]
    return person_before(page, source[0], pronoun, content) or only_person(page, here - 1, pronoun, page.paragraph(here))


def only_person(page: Scene, number: int, pronoun: str, paragraph: int) -> Party | None:
    """The one person named in a sentence of the same paragraph."""
    tree = page.tree(number) if number >= 0 and page.paragraph(number) == paragraph else None
    named = [n for n, w in enumerate(tree.words) if w.ner == "B-PER"] if tree else []
    if tree is None or len(named) != 1:
        return None
    made = party(tree, named[0], max(tree.head(named[0]), 0), number, paragraph, page.known, False)
    return made if made and may_be(page, made, pronoun) else None


def other_person(page: Scene, at: int) -> Party | None:
    """The one person whom the sentence before names and who does not lead it: in talks with Poe, she said; her counterpart."""
    here = page.sentence(at)
    tree = page.tree(here - 1) if here and page.paragraph(here - 1) == page.paragraph(here) else None
    if tree is None:
        return None
    leads = [p.span for p in page.subjects(here - 1)]
    named = [n for n, w in enumerate(tree.words) if w.ner == "B-PER" and not any(a <= w.start < b for a, b in leads)]
    if len(named) != 1:
        return None
    return party(tree, named[0], max(tree.head(named[0]), 0), here - 1, page.paragraph(here), page.known, False)
