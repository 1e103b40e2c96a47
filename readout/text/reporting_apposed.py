"""Join the name of who spoke with the description before it, where the parse takes that for what was said."""

from __future__ import annotations

from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting import ReportingWords
from readout.text.reporting_manner import speaks
from readout.text.reporting_sources import PASSIVE, SUBJECT, Source
from readout.text.reporting_tags import is_whole

DESCRIBING: Final = frozenset(("DET", "PRON", "ADJ", "NOUN", "PROPN", "ADP", "PART", "NUM", "CCONJ"))
MARKED: Final = frozenset((",", "”", '"', "''", "’", "'", "»"))
LEADS: Final = frozenset(("the", "a", "an", "its", "his", "her", "their", "one"))


def described(tree: Tree, i: int, source: Source, known: ReportingWords) -> Source:
    """The source of verb i with what says who that is: “S”, the head of the mission, Ada Poe, wrote."""
    words = source.words
    if not words or words[-1] + 2 != i or tree.lows[i - 1] != ",":
        return source
    if any(tree.upos(n) != "PROPN" and tree.lows[n] not in ("-", ".") for n in words):
        return source
    before = description_before(tree, words[0])
    if not before or not speaks(tree, head_part(tree, before), known):
        return source
    whole = (*before, words[0] - 1, *words)
    return Source(whole, whole)


def description_before(tree: Tree, first: int) -> tuple[int, ...]:
    """The words between a mark and the comma before word `first`, where they are one noun phrase that begins with an article."""
    comma = first - 1
    if comma < 2 or tree.lows[comma] != ",":
        return ()
    start = comma
    while start and tree.upos(start - 1) in DESCRIBING and tree.lows[start - 1] not in MARKED:
        start -= 1
    led = 0 < start < comma and tree.lows[start] in LEADS and tree.lows[start - 1] in MARKED
    return tuple(range(start, comma)) if led else ()


def head_part(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """The last noun before the first preposition."""
    first = next((n for n in words if tree.upos(n) == "ADP"), words[-1] + 1)
    nouns = [n for n in words if n < first and tree.upos(n) in ("NOUN", "PROPN")]
    return tuple(nouns[-1:])


def named_before(tree: Tree, i: int) -> tuple[int, ...]:
    """The person named right before verb i, wherever the parse hangs the name, with an age between commas: Poe, 38, said."""
    end = i
    if tree.lows[i - 1] == ",":
        comma = next((n for n in range(i - 2, max(-1, i - 4), -1) if tree.lows[n] == ","), None)
        if comma is None or any(tree.upos(n) != "NUM" for n in range(comma + 1, i - 1)):
            return ()
        end = comma
    start = end
    while start and tree.words[start - 1].ner.endswith("PER"):
        start -= 1
    leads = start == 0 or tree.lows[start - 1] in MARKED or tree.upos(start - 1) in ("NOUN", "PROPN")
    return tuple(range(start, end)) if start < end and leads else ()


def set_between(tree: Tree, i: int, known: ReportingWords) -> tuple[tuple[int, ...], list[int]] | None:
    """Who spoke and what, where a verb and its subject stand between commas: That, says Poe, is not true."""
    if i < 2 or tree.lows[i - 1] != "," or tree.upos(i) != "VERB":
        return None
    end = next((n for n in range(i + 1, len(tree.words)) if tree.lows[n] == ","), None)
    if end is None or end == i + 1 or end - i > LONGEST:
        return None
    source = tuple(range(i + 1, end))
    possessed = tree.lows[i + 1] in ("its", "his", "her", "their")
    proper = all(tree.upos(n) == "PROPN" for n in source) or tree.lows[i + 1] == "the" or possessed
    own = [k for k in tree.having(i, *SUBJECT, *PASSIVE) if k not in source and tree.lows[k] not in ("that", "this", "it")]
    own = [k for k in own if not (possessed and k < i)]  # Poland, said its envoy, would go: the subject of what was said
    own += [k for k in tree.kids[i] if k < i and tree.rel(k) in ("aux", "mark", "cc", "aux:pass")]
    if own or not (tree.rel(i) in ("root", "parataxis", "ccomp") or splits(tree, i, end)):
        return None
    name = end + 1
    while name < len(tree.words) and tree.words[name].ner.endswith("PER"):
        name += 1
    if possessed and name > end + 1 and tree.lows[name : name + 1] == (",",):
        source, end = tuple(range(i + 1, name)), name  # its envoy, Ada Poe,
    if is_whole(tree, range(i - 1)):
        return None  # read as words of saying behind what was said
    if not proper or any(tree.upos(n) not in DESCRIBING and tree.lows[n] != "," for n in source) or not speaks(tree, source, known):
        return None
    return source, [*range(i), *range(end + 1, len(tree.words))]


def splits(tree: Tree, i: int, end: int) -> bool:
    """A verb with an object that the parse hangs on the subject before it parts that subject from its verb: The plan, stressed
    the mayor, is dead."""
    above = tree.head(i)
    return tree.rel(i) == "acl" and bool(tree.having(i, "obj")) and tree.rel(above) in SUBJECT and tree.head(above) > end


LONGEST: Final = 6  # words of a verb with its subject between commas


def late_tag(tree: Tree, i: int, known: ReportingWords) -> tuple[tuple[int, ...], list[int]] | None:
    """Who spoke and what, where the parse hangs the speaker of the last words on what was said: S, army speaker Ada Poe said;
    S, the board's head, Ada Poe, said."""
    if tree.upos(i) != "VERB" or tree.having(i, *SUBJECT, *PASSIVE, "aux", "obj", "mark") or not ends_with(tree, i):
        return None
    source = apposed_name(tree, i) if tree.lows[i - 1] == "," else titled_name(tree, i)
    first = source[0] if source else 0
    if first < 2 or not is_whole(tree, range(first - 1)) or tree.lows[0] in MARKED:
        return None
    if any(tree.lows[n] in QUOTED for n in range(first)):
        return None
    return source, list(range(first - 1))


QUOTED: Final = frozenset(("“", "”", '"', "``", "''", "«", "»"))


def ends_with(tree: Tree, i: int) -> bool:
    """Verb i ends its sentence, but for a day or a place."""
    behind = range(i + 1, len(tree.words))
    return not any(tree.upos(n) in ("VERB", "AUX", "SCONJ") or tree.lows[n] in (",", ":", ";") for n in behind)


def titled_name(tree: Tree, i: int) -> tuple[int, ...]:
    """The words between a comma and verb i, where they end with the name of a person: army speaker Ada Poe."""
    start = i
    while start and tree.upos(start - 1) in DESCRIBING and tree.lows[start - 1] not in MARKED:
        start -= 1
    named = tree.words[i - 1].ner.endswith("PER") and start > 1 and tree.lows[start - 1] == ","
    return tuple(range(start, i)) if named else ()


def apposed_name(tree: Tree, i: int) -> tuple[int, ...]:
    """A description and a name behind it, both between commas: the board's head, Ada Poe,."""
    start = i - 1
    while start and tree.words[start - 1].ner.endswith("PER"):
        start -= 1
    before = description_before(tree, start) if start < i - 1 else ()
    return (*before, *range(start - 1, i - 1)) if before else ()
