"""Mend verbs of saying that the parser hung on what was said ("Poe said a valve had burst and promised to mend it") or took
for something else ("the valve had burst, Poe claims")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from readout.ports import ParsedWord
from readout.records import Word
from readout.text.clause_trees import Tree
from readout.text.collectives import collective
from readout.text.event_lists import listed
from readout.text.told_people import is_person

# Acts that only somebody who speaks can do; valves, rulings and power cuts do not.
SPEAKING: Final = listed(
    "promise pledge vow demand urge accuse deny reject warn threaten insist announce add say tell ask call appeal thank apologise "
    "apologize request order instruct invite praise criticise criticize condemn vouch swear stress complain argue claim"
)
TOLD: Final = listed("say tell add state announce report write declare claim insist argue explain note stress repeat believe")
PRESENT: Final = listed("will would can could may might must shall should")


def mended_tree(tree: Tree) -> Tree:
    """The tree with its verbs of saying read as what they are; the same tree where there is nothing to mend."""
    lemmas = [w.lemma.lower() for w in tree.words]
    made: list[ParsedWord] = list(tree.words)
    for i, above in rehung_cues(tree.lows, lemmas, tree.words):
        made[i] = moved(made[i], above, "conj")
    for i in range(len(made)):
        if made[i].deprel == "nsubj" and tree.having(i, "case") and made[i].head > i and lemmas[made[i].head] in TOLD:
            made[i] = moved(made[i], made[i].head, "obl")  # in Lusmar, said Poe
    for i, above in split_titles(tree):
        made[i] = moved(made[i], above, "compound")
    for i in led_by_verb(tree):
        made[i] = moved(made[i], 0, "nsubj")
    tag = tag_at(tree, lemmas)
    if tag is not None:
        verb, who = tag
        root = next((k for k, w in enumerate(tree.words) if w.head < 0), verb)
        if tree.words[verb].upos != "VERB":
            made[verb] = moved(made[verb], root if root != verb else -1, "parataxis" if root != verb else "root", "VERB")
        made[who] = moved(made[who], verb, "nsubj")
    return tree if made == list(tree.words) else Tree(tree.text, made)


def led_by_verb(tree: Tree) -> Iterator[int]:
    """Give what the parse takes for the object of a verb of saying that leads the sentence, before a clause of what was said:
    Affirmed the envoy that S, as translations have it."""
    if len(tree.words) > 3 and tree.upos(0) == "VERB" and tree.lows[0] in LEADING and not tree.having(0, "nsubj", "aux"):
        clause = any(tree.lows[m] == "that" for k in tree.having(0, "ccomp") for m in tree.having(k, "mark"))
        yield from (k for k in tree.having(0, "obj")[:1] if clause)


LEADING: Final = listed(
    "affirmed said declared stated confirmed announced stressed denied explained added warned revealed reported"
)


def split_titles(tree: Tree) -> Iterator[tuple[int, int]]:
    """Give the words before a hyphen that were read as a subject beside the one behind it, with that: Vice-Premier Poe said."""
    for i in range(len(tree.words) - 2):
        if tree.rel(i).startswith("nsubj") and tree.lows[i + 1] == "-" and tree.words[i].end == tree.words[i + 1].start:
            same = (k for k in tree.having(tree.head(i), tree.rel(i)) if i + 1 < k <= i + HYPHENED)
            yield from ((i, k) for k in [*same][:1])


HYPHENED: Final = 5  # words from the first part of a title to the name behind it


def moved(w: ParsedWord, head: int, deprel: str, upos: str | None = None) -> ParsedWord:
    """A word with another head."""
    return Word(w.start, w.end, upos or w.upos, w.lemma, head, deprel, w.ner)


def tag_at(tree: Tree, lemmas: Sequence[str]) -> tuple[int, int] | None:
    """The verb and subject of a clause of saying behind a comma that was read otherwise: S, Poe claims; S, reckons Poe."""
    last = next((k for k in range(len(tree.words) - 1, -1, -1) if tree.upos(k) != "PUNCT"), -1)
    ends = last > 3 and tree.upos(last) == "NOUN" and tree.lows[last] in TAGS and tree.lows[last - 2] == ","
    if ends and tree.upos(last - 1) == "PROPN" and tree.rel(last - 1) == "compound" and tree.head(last - 1) == last:
        return last, last - 1
    for i in range(2, len(tree.words) - 1):
        if tree.upos(i) == "VERB" and tree.lows[i] in TAGS and tree.lows[i - 1] in (",", "”", '"', "’"):
            who = tree.one(i, "obj", "obl", "xcomp")
            behind = who is not None and min(tree.subtree(who)) == i + 1 and tree.upos(who) in ("PROPN", "NOUN")
            named = who is not None and (tree.words[who].ner != "O" or tree.lows[i + 1] in ("the", "its", "his", "her", "their"))
            if who is not None and behind and named and not tree.having(i, "nsubj", "aux", "ccomp"):
                return i, who
    return None


TAGS: Final = listed(
    "claims reckons says argues believes insists predicts warns explains notes adds estimates recalls reports maintains "
    "claimed reckoned said argued insisted predicted warned explained noted added estimated recalled reported maintained"
)


def rehung_cues(lows: Sequence[str], lemmas: Sequence[str], words: Sequence[ParsedWord]) -> Iterator[tuple[int, int]]:
    """Give the verbs that go on from the verb of saying above the clause they hang on, each with that verb.

    A past form without a subject, joined by "and" or "but" to a clause that cannot share it: what is spoken of there is no
    speaker, or stands behind a modal. `words` have heads; nothing is changed.
    """
    for i, word in enumerate(words):
        if word.deprel == "conj" and word.upos == "VERB" and lemmas[i] in SPEAKING and is_plain_past(lows, words, i):
            above = saying_above(lows, lemmas, words, i)
            if above is not None:
                yield i, above


def is_plain_past(lows: Sequence[str], words: Sequence[ParsedWord], i: int) -> bool:
    """A past form that has a conjunction and neither a subject nor an auxiliary of its own."""
    own = {w.deprel.partition(":")[0] for w in words if w.head == i}
    return lows[i].endswith(("ed", "said", "told", "swore")) and "cc" in own and not own & {"nsubj", "aux", "mark"}


def saying_above(lows: Sequence[str], lemmas: Sequence[str], words: Sequence[ParsedWord], i: int) -> int | None:
    """The highest verb of saying over the clauses that word i cannot go on from; null where it can go on from the first."""
    at, found = words[i].head, None
    for _ in range(DEEP):
        relation, above = words[at].deprel, words[at].head
        if relation not in ("ccomp", "conj") or above < 0 or not unfit(lows, words, at):
            break
        if relation == "ccomp" and lemmas[above] in TOLD and above < at and spoken(lows, words, above):
            found = above
        at = above
    return found


DEEP: Final = 4  # clauses looked up through; ours


def spoken(lows: Sequence[str], words: Sequence[ParsedWord], i: int) -> bool:
    """The verb of saying tells what was said: a past form without a modal."""
    return not any(w.head == i and w.deprel == "aux" and lows[k] in PRESENT for k, w in enumerate(words))


def unfit(lows: Sequence[str], words: Sequence[ParsedWord], i: int) -> bool:
    """A clause whose subject does not speak, or whose verb is denied or behind a modal, so that no past form goes on from it."""
    if any(w.head == i and lows[k] in ("not", "n't", "n’t", "never") for k, w in enumerate(words)):
        return True
    subjects = [(k, w) for k, w in enumerate(words) if w.head == i and w.deprel.startswith("nsubj")]
    if any(w.head == i and w.deprel == "aux" and lows[k] in PRESENT for k, w in enumerate(words)):
        return True
    if not subjects:
        return words[i].deprel == "conj"
    k, w = subjects[0]
    if w.upos != "NOUN" or w.ner != "O" or is_person(lows[k].removesuffix("s")) or lows[k] in WHO:
        return False
    return collective(lows[k]) is None


WHO: Final = listed("president minister spokesman spokeswoman spokesperson premier chancellor secretary governor king queen mayor")
