"""Tell of the state of relations what is less sure: the sentences behind the likeliest lines of the sheet, without their labels."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import chain, zip_longest

from readout.pile import ALTERED_KINDS, Pile
from readout.records import Evidence, Relation
from readout.text.stem import stem
from readout.web.lines import Line
from readout.web.phrases import counted
from readout.web.sheet import CATEGORIES, WORD, gone_by, resting_on, shown_in
from readout.web.standing import lacking, leaning
from readout.web.tellings import HEADS

LEAD = "Told, less sure"
LEAST, WIDEST, SIDES = 0.25, 360, 2  # chance that a reader notes a line, characters of its sentence, parties; ours


def less_sure(pile: Pile, most: int, told: Collection[str]) -> list[Line]:
    """Give up to `most` sentences, those of each category first that a careful reader likeliest notes, none of which a line above
    tells: the words of a page, which stay true where what the sheet makes of them is not."""
    found: dict[str, list[tuple[float, Line]]] = {c: [] for c in CATEGORIES}
    for r in pile.relations:
        line = sentence_line(pile, r) if (r.chance or 0.0) >= LEAST and of_two(r) and not gone_by(pile, r) else None
        if line and not any(line.text in words for words in told):
            found[r.category].append((r.chance or 0.0, line))
    rounds = zip_longest(*(sorted(mine, key=lambda one: (-one[0], one[1].text)) for mine in found.values()))
    in_turn = (sorted((one for one in turn if one), key=lambda one: (-one[0], one[1].text)) for turn in rounds)
    distinct = {line.text: line for _, line in reversed([*chain.from_iterable(in_turn)])}
    return list(distinct.values())[::-1][:most]


def of_two(relation: Relation) -> bool:
    """Tell whether a line is of now and between two: of what one does alone a sheet of relations tells less."""
    return relation.status != "historical" and len(relation.parties) >= SIDES


def sentence_line(pile: Pile, relation: Relation) -> Line | None:
    """Write a line of the sheet as a whole sentence it was taken from, with its page; null where none can be read alone."""
    shown = shown_in(pile, relation)
    sentences = (pile.sentence(e.doc_id, e.start) for e in ([shown] if shown else relation.evidence))
    told = next(
        (s for s in sentences if s and readable(pile, s) and (shown or named_in_words(pile, s, relation))), None
    )
    if told is None:
        return None
    behind = resting_on(pile, relation, shown) if shown else [told]
    pages = counted(len({e.doc_id for e in behind}), "page")
    return Line(relation.relation_id, LEAD, pile.words(told), f"{pile.page(told.doc_id)}; {pages}", (told,))


def named_in_words(pile: Pile, sentence: Evidence, relation: Relation) -> bool:
    """Tell whether a sentence holds the words by which a line names what it is of."""
    held = {stem(w.lower()) for w in WORD.findall(pile.words(sentence))}
    return all(stem(w.lower()) in held for w in WORD.findall(relation.what))


def readable(pile: Pile, sentence: Evidence) -> bool:
    """Tell whether a sentence stands in the text of a page in its own words, is no longer than a line and leans on no other."""
    own = (
        pile.documents[sentence.doc_id].kind not in ALTERED_KINDS
        and pile.role(sentence.doc_id, sentence.start) not in HEADS
    )
    words = pile.words(sentence)
    alone = not (
        lacking(pile, sentence) or leaning(pile, sentence) or POINTING.search(words) or of_somebody(pile, sentence)
    )
    return own and alone and sentence.end - sentence.start <= WIDEST


def of_somebody(pile: Pile, sentence: Evidence) -> bool:
    """Tell whether a sentence speaks of somebody whom nothing in it names before the pronoun that means him."""
    text = pile.documents[sentence.doc_id].text
    first = SOMEBODY.search(text, sentence.start, sentence.end)
    named = (m.start for m in pile.named.get(sentence.doc_id, ()))
    return first is not None and not any(sentence.start <= at < first.start() for at in named)


SOMEBODY = re.compile(r"\b(?:he|she|they|his|her|their|him|them|we|our|us|I|my)\b", re.I)


POINTING = re.compile(
    r"\bth(?:is|ese) (?!week|month|year|morning|afternoon|evening|time|summer|autumn|winter|spring)[a-z]+", re.I
)
