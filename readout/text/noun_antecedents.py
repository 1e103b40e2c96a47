"""Find the body or person that a page has named or described before by the noun of a later description."""

from __future__ import annotations

import re
from typing import Final

from readout.text.clause_trees import Tree
from readout.text.page_scene import ANY_TEXT, COMPANY, DETERMINERS, FAR, NAME, TEXTS, WORD, Scene
from readout.text.reporting_sources import SUBJECT
from readout.text.speaking_parties import Party, party


def fully(page: Scene, found: Party | None) -> Party | None:
    """The words that say more of a body found: of "the group", those that name the group."""
    words = [w.lower() for w in WORD.findall(page.text[slice(*found.span)])] if found else []
    bare = found and [w for w in words if w not in DETERMINERS] == [found.head]
    return (same_noun(page, found.head, found.span[0]) or found) if found and bare else found


def last_body(page: Scene, at: int) -> Party | None:
    """The body that spoke last, in this paragraph or the one before: the statement, the report."""
    here = page.paragraph(page.sentence(at))
    spoke = [p for p in page.spoke if here - p.paragraph <= 1 and p.span[1] <= at]
    return spoke[-1] if spoke and spoke[-1].sort == "body" else None


def same_noun(page: Scene, noun: str, at: int) -> Party | None:
    """The body that a page has described by this noun before, and more fully: the union, of the dockers' union."""
    here = page.sentence(at)
    earlier = [p for n in range(here) for p in (*page.subjects(n), *page.called(n, noun))] + page.spoke
    earlier += [p for p in page.subjects(here) if p.span[1] <= at and p.proper]
    beside = named_beside(page, noun, at)
    if beside:
        return beside
    called = [p for p in earlier if p.span[1] <= at and p.sort == "body" and p.head == noun]
    fuller = [p for p in called if is_fuller(page.text[slice(*p.span)], noun) and not is_anothers(page, p)]
    if fuller:
        return max(fuller, key=lambda p: p.span)
    if noun in COMPANY:
        near = [p for p in earlier if is_firm(page, p) and p.proper and p.span[1] <= at]
        near = [p for p in near if page.paragraph(here) - p.paragraph < FAR]
        if len({page.text[slice(*p.span)] for p in near}) == 1:
            return near[-1]
        return of_sentence(page, noun, at)
    return None


def of_sentence(page: Scene, noun: str, at: int) -> Party | None:
    """The one body whose people or things the sentence tells of before: the Poe engineers may go, the company said."""
    number = page.sentence(at)
    tree = page.tree(number)
    named = [n for n, w in enumerate(tree.words) if w.ner == "B-ORG" and w.end <= at and tree.rel(n) == "compound"] if tree else []
    if tree is None or len(named) != 1:
        return None
    span = tree.words[named[0]].start, tree.words[named[0]].end
    return Party(span, noun, "body", number, page.paragraph(number), True, False)


def is_firm(page: Scene, p: Party) -> bool:
    """A body that can be a company: no agency, ministry or court; or a name that "which" goes on to tell of."""
    if p.sort != "body" and p.head not in COMPANY:
        return page.text.startswith((", which", ", whose shares"), p.span[1])
    return p.head not in PUBLIC


PUBLIC: Final = frozenset((
    "agency", "ministry", "police", "court", "government", "department", "council", "authority", "commission", "parliament",
    "association", "committee", "army", "party", "inspectorate", "watchdog", "regulator", "brigade", "university", "guild",
    "tribunal", "union",
))  # fmt: skip


def is_anothers(page: Scene, p: Party) -> bool:
    """The noun behind a comma only owns what the one before it is: Ada Poe, the government's envoy."""
    return "," in page.text[slice(*p.span)] and page.text.startswith(("'s ", "’s ", "' ", "’ "), p.span[1])


def is_fuller(words: str, noun: str) -> bool:
    """The words end with the noun, or have it before a preposition, and say more than the noun alone."""
    found = [w.lower() for w in WORD.findall(words)]
    plain = [w for w in found if w not in DETERMINERS]
    return noun in plain and len(plain) > 1


def named_beside(page: Scene, noun: str, at: int) -> Party | None:
    """A name that the noun stands beside before: the aid group Bridge of Hands; Nordwerk, the company."""
    patterns = (
        rf"\b{noun}\s+(?P<name>{NAME})",
        rf"(?P<name>{NAME}),\s+(?:the|a|an|its|their)\s+(?:[\w-]+\s+){{0,4}}{noun}(?=\s*[,.;:)]|\s+{BEHIND}\b)",
        rf"\b[Tt]he\s+{noun}\s+(?:that|which|whose)\s[^.;]{{3,80}},\s+(?P<name>{NAME}),",
    )
    hits = [m for p in patterns for m in re.compile(p).finditer(page.text, max(0, at - REACH), at)]
    hits = [m for m in hits if m["name"].lower() not in page.known.days]
    if not hits:
        return None
    last = max(hits, key=lambda m: m.start("name"))
    number = page.sentence(last.start("name"))
    return Party(last.span("name"), noun, "body", number, page.paragraph(number), True, False)


REACH: Final = 20_000  # characters a noun looks back for the name beside it, longer than nearly every article; ours
# What may follow the noun of an apposition; a verb there begins the clause itself: seen by the Post, the union told them.
BEHIND: Final = "(?:of|for|in|at|from|that|which|who|whose|behind|representing|based|owned|run)"


def same_person(page: Scene, noun: str, at: int) -> Party | None:
    """Who spoke before, described by the same noun and more fully: the source, of a ministry source; the official."""
    here = page.paragraph(page.sentence(at))
    for p in reversed(page.spoke):
        words = [w.lower() for w in WORD.findall(page.text[slice(*p.span)])]
        if p.span[1] > at or here - p.paragraph > FAR:
            continue
        if noun in words and p.sort != "body" and (len(words) > 2 or words[0] not in ("the", "this", "that")):
            return p
    return None


def giver(page: Scene, noun: str, at: int) -> Party | None:
    """Whose text "the report" or "the document" is: the one told of last; by whom it was issued, or who spoke in it."""
    last = page.sentence(at)
    nouns = TEXTS if noun in ANY_TEXT else frozenset((noun,))
    for number in range(last, max(-1, last - 1 - LOOK), -1):
        tree = page.tree(number)
        found = [n for n, low in enumerate(tree.lows) if low in nouns and tree.words[n].end <= at] if tree else []
        for n in reversed(found):
            made = tree and issuer(page, tree, n, number)
            if made:
                return made
    return None


def issuer(page: Scene, tree: Tree, n: int, number: int) -> Party | None:
    """Who issued the text that word n names: the bank's report, a note issued by the board; in a statement, Poe said."""
    by = [*tree.having(n, "nmod:poss"), *(k for k in tree.having(n, "nmod") if tree.case(k) in ("by", "from", "of"))]
    by += [b for k in tree.having(n, "acl") for b in tree.having(k, "obl:agent", "obl") if tree.case(b) == "by"]
    above = tree.head(n)
    if tree.rel(n) == "obj" and above >= 0 and tree.lemma(above) in ISSUED:
        by += tree.having(above, *SUBJECT)
    of_verb = tree.rel(n) == "obl" or (tree.rel(n) == "nmod" and tree.rel(above) == "obj")
    if of_verb and tree.case(n) == "in":
        spoke = [p for p in page.spoke if p.sentence == number and not p.aside]
        verb = above if tree.rel(n) == "obl" else tree.head(above)
        leads = [tree.words[k].start for k in (tree.having(verb, *SUBJECT) if verb >= 0 else ())]
        its_own = [p for p in spoke if any(p.span[0] <= start < p.span[1] for start in leads)]
        return spoke[-1] if len({p.span for p in spoke}) == 1 else next(iter(its_own), None)
    known = [k for k in by if not any(tree.upos(m) == "PRON" for m in (k, *tree.having(k, "nmod:poss")))]
    made = [party(tree, k, n, number, page.paragraph(number), page.known, True) for k in known]
    named = [p for p in made if p and (p.proper or p.sort == "body")]
    return named[0] if named else None


ISSUED: Final = frozenset(("issue", "publish", "release", "write", "send", "file", "post", "present", "circulate", "sign"))
LOOK: Final = 12  # sentences back in which a text is told of; ours
