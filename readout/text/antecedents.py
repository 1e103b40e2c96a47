"""Find whom a page means by "it", "the company", "its spokesman" or "a ministry statement" where it says who spoke."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from readout.text.carried_speakers import CARRIED
from readout.text.clause_trees import Span, Tree
from readout.text.cues import WRITINGS
from readout.text.noun_antecedents import fully, giver, last_body, same_noun, same_person
from readout.text.page_scene import DETERMINERS, EPITHET, MOUTHS, NEUTER, PERSONAL, TEXTS, WORD, NameOf, Scene, spoken
from readout.text.party_antecedents import body_meant
from readout.text.pronoun_antecedents import (
    ahead,
    epithet,
    given_names,
    may_be,
    other_person,
    own_subject,
    owner_before,
    person_before,
)
from readout.text.refused_offers import TAKING_UP, refuser
from readout.text.reporting import ReportingWords
from readout.text.speaking_parties import BODY, Party, is_human, party
from readout.text.unit_reading import Said


def with_antecedents(
    text: str, made: Sequence[Said], sentences: Sequence[tuple[int, int, int]], trees: Mapping[int, Tree], known: ReportingWords,
    name_of: NameOf, gender_of: Callable[[str], str | None],
) -> list[Said]:  # fmt: skip
    """Name the words before that say who is meant, where the words beside the cue do not; `named` holds their span.

    `sentences` lists start, end and paragraph of each sentence. What they do not settle stays as it is.
    Cost: linear, with a look back for each.
    """
    quoted = sorted(span for s in made if s.kind == "direct" for span in s.content)
    page = Scene(text, sentences, trees, known, gender_of, quoted)
    found: dict[int, Said] = {}
    order = sorted(range(len(made)), key=lambda i: (made[i].source or made[i].content[0], i))
    for i in order:
        s = made[i]
        open_ = page.sentences and s.source is None and s.cue and is_subjectless(text, s)
        who = person_before(page, s.cue[0], None, s.content) if open_ and s.cue else None
        if who:
            why = f"{s.because}; the words of saying have no subject, and the sentence before is led by the one named"
            found[i] = replace(s, named=(who.span,), name=named_in(text, who.span, name_of), because=why, score=CARRIED)
        if s.source is None or s.kind == "term" or not page.sentences:
            continue
        meant = None if s.name else whom(page, s, text[slice(*s.source)])
        if meant:
            words = " ".join(text[slice(*meant.span)].split())
            where = "before" if meant.span[0] <= s.source[0] else "behind"
            why = f"{s.because}; {text[slice(*s.source)]!r} stands for {words!r} {where}"
            why = f"{why}, {TAKING_UP}" if turned_down(page, s) == meant else why
            own = is_own_body(text[slice(*s.source)])  # of the one named, and not the one named
            name = named_in(text, meant.span, name_of) if meant.proper and not (own and meant.sort == "person") else None
            found[i] = replace(s, named=(meant.span,), name=name, because=why)
        page.spoke += spoken(page, s, meant)
    return [found.get(i, s) for i, s in enumerate(made)]


def is_subjectless(text: str, s: Said) -> bool:
    """Words of saying without a subject right behind quoted words, as languages have it that leave "he" and "she" out: «S», has
    declared to this paper."""
    return s.kind == "direct" and s.cue is not None and SUBJECTLESS.fullmatch(text, s.content[-1][1], s.cue[0]) is not None


SUBJECTLESS: Final = re.compile(r",?\s+(?:(?:has|have|had)\s+(?:also\s+|then\s+|thus\s+)?)?")


def whom(page: Scene, s: Said, words: str) -> Party | None:
    """Whom the words of a source mean: who leads the sentence, is named behind in it, or stands before it."""
    assert s.source is not None  # told by the caller
    claims = s.frame.startswith(("claim", "promise")) and words in ("his", "her")
    led = own_subject(page, s.source) if claims else turned_down(page, s) or of_heading(page, s.source, words)
    if led:
        return led
    found = ahead(page, s.source) or antecedent(page, s.source, s.content) or ahead(page, s.source, late=True)
    body = words.lower().split() if found and found.sort == "person" else []
    return None if len(body) == 2 and body[0] in ("the", "this") and body[1] in BODY else found  # no person is a government


NO_BARE: Final = frozenset(("the", "a", "an", "his", "her", "its", "their", "one", "another"))


def of_heading(page: Scene, source: Span, words: str) -> Party | None:
    """Whom a heading calls by a bare noun: the only person whom the page names by it: Strike goes on as minister warns of "S"."""
    noun, first = words.lower(), page.sentence(source[0])
    if not words.isalpha() or page.paragraph(first) > 0 or noun in BODY | TEXTS | MOUTHS or not is_human_noun(page, noun):
        return None
    before = page.text[max(0, source[0] - len("another ")) : source[0]].lower().split()
    if before and before[-1] in NO_BARE:
        return None
    later = (n for n in range(first + 1, len(page.sentences)) if page.paragraph(n) > page.paragraph(first))
    called = (p for n in later for p in page.called(n, noun))
    named = [p for p in called if p.proper and p.sort == "person" and any(w[0].isupper() for w in given_names(page, p))]
    names = {page.text[slice(*p.span)].split()[-1] for p in named}
    return named[0] if len(names) == 1 else None


def turned_down(page: Scene, s: Said) -> Party | None:
    """Whom "he" or "she" beside whole quoted words means behind a sentence at whose end somebody turns down what another offers."""
    pronoun = page.text[slice(*s.source)].lower() if s.source and s.kind == "direct" else ""
    number = page.sentence(s.content[0][0]) - 1
    if pronoun not in ("he", "she") or number < 0 or page.paragraph(number) != page.paragraph(number + 1):
        return None
    tree = page.tree(number)
    last = next((n for n in range(len(tree.words) - 1, 0, -1) if tree.upos(n) != "PUNCT"), 0) if tree else 0
    found = refuser(tree, last + 1) if tree and last else None
    made = party(tree, *found, number, page.paragraph(number), page.known, False) if tree and found else None
    return made if made and made.proper and may_be(page, made, pronoun) else None


def named_in(text: str, span: Span, name_of: NameOf) -> str | None:
    """The name in some words; a noun that only begins a sentence is none: Mining group Poe."""
    words = text[slice(*span)].split(None, 2)
    if len(words) > 1 and words[1][:1].islower() and name_of(span) == words[0]:
        return name_of((span[0] + text[slice(*span)].index(words[1]), span[1]))
    return name_of(span)


def antecedent(page: Scene, source: Span, content: Sequence[Span]) -> Party | None:
    """Whom the words of a source mean, by what stands before them."""
    words = WORD.findall(page.text[slice(*source)])
    lows = [w.lower() for w in words]
    if not lows:
        return None
    if lows == ["they"]:
        return fully(page, body_meant(page, source, "they") or body_meant(page, source, "it"))
    if len(lows) == 1 and lows[0] in NEUTER:
        return fully(page, body_meant(page, source, "it"))
    if len(lows) == 1 and lows[0] in PERSONAL:
        return person_before(page, source[0], lows[0], content)
    return described(page, source, words, lows, content)


def described(page: Scene, source: Span, words: Sequence[str], lows: Sequence[str], content: Sequence[Span]) -> Party | None:
    """Whom "the company", "a ministry statement", "its spokesman", "her office", "the source" mean."""
    plain = [w for w, low in zip(words, lows, strict=True) if low not in DETERMINERS]
    if EPITHET.search(page.text[slice(*source)].split(",")[0]):
        return person_before(page, source[0], None, ())
    if lows[0] in NEUTER and "," in page.text[slice(*source)]:
        return described_part(page, source, content)
    if any(w[0].isupper() for w in plain[1:]) or any(w[0].isupper() and w.lower() not in BODY | MOUTHS for w in plain):
        return None
    own = next((low for low in lows if low in NEUTER), None)
    heads = [w.lower() for w in plain]
    if not heads:
        return None
    texts = [w.lower() in TEXTS | MOUTHS for w in plain[: max(1, lows.index(own))]] if own else []
    if own and (heads[-1] in MOUTHS or any(texts)):
        return fully(page, body_meant(page, source, "it"))  # its spokesman; a notice on its door
    if lows[0] in ("his", "her") and heads == ["office"]:
        return same_noun(page, "office", source[0]) or owner_before(page, source, lows[0], content)
    if is_own_body(" ".join(lows)) or (lows[0] in ("his", "her") and len(lows) == 2 and lows[1] in WRITINGS):
        return owner_before(page, source, lows[0], content)
    if lows[0] in ("his", "her") and heads == ["counterpart"]:
        return other_person(page, source[0])
    if lows[0] in ("the", "this", "a", "an"):
        return by_article(page, source, heads, lows[0], content)
    return same_noun(page, heads[0], source[0]) if len(heads) == 1 and heads[0] in BODY and not own else None


def described_part(page: Scene, source: Span, content: Sequence[Span]) -> Party | None:
    """Whom the words before a clause mean: its spokesman, who goes by the name of Poe."""
    whole = page.text[slice(*source)]
    head, _, behind = whole.partition(",")
    if behind.split()[:1] not in (["who"], ["whose"], ["speaking"], ["reached"]):
        return None
    words = WORD.findall(head)
    return described(page, (source[0], source[0] + len(head)), words, [w.lower() for w in words], content)


def by_article(page: Scene, source: Span, heads: Sequence[str], article: str, content: Sequence[Span]) -> Party | None:
    """Whom "the report", "the source", "a spokesman for the office", "a ministry statement" mean."""
    definite = article in ("the", "this")
    owner = next((w[:-2] for w in heads[:-1] if w.endswith(("'s", "’s"))), None)
    if definite and owner in BODY and heads[-1] in MOUTHS | TEXTS:
        return same_noun(page, owner, source[0])  # the department's written summary
    if len(heads) > 2 and heads[0] in MOUTHS and heads[1] in ("for", "of", "from", "by"):
        return same_noun(page, heads[-1], source[0]) if heads[-1] in BODY | OFFICES else None
    text = definite and len(heads) == 1 and heads[0] in TEXTS and giver(page, heads[0], source[0])
    if text:
        return text
    if definite and len(heads) == 1 and heads[0] not in BODY | TEXTS and is_human_noun(page, heads[0]):
        return same_person(page, heads[0], source[0]) or epithet(page, heads[0], source[0], content)
    if definite and len(heads) > 2 and heads[0] in LEADING and heads[1] == "of":
        return epithet(page, heads[0], source[0], content)
    if heads[-1] in MOUTHS:
        heads = heads[:-1]
        if not heads and page.text[slice(*source)].lower().startswith("a spokes"):
            return body_meant(page, source, "it")
        if not heads:
            return last_body(page, source[0]) if definite else None
    return same_noun(page, heads[0], source[0]) if len(heads) == 1 and heads[0] in BODY else None


LEADING: Final = frozenset(("head", "chief", "leader"))  # the head of the department: as translations call the minister again


def is_human_noun(page: Scene, noun: str) -> bool:
    """A noun for one person."""
    return not noun.endswith("s") and is_human(noun, noun, page.known)


OFFICES: Final = frozenset(("office", "ministry", "department", "presidency", "agency"))


def is_own_body(words: str) -> bool:
    """His office, her ministry: a body of somebody's, whatever body of that kind the page has told of before."""
    owner, _, noun = words.lower().partition(" ")
    return owner in ("his", "her") and noun in BODY
