"""Name the person or body in the words of a source, as syntax and capitals have it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from readout.text.clause_trees import Span, Tree
from readout.text.cues import SpeechWords, tokens
from readout.text.sources import name_in


def naming(text: str, known: SpeechWords, tree: Tree, words: Sequence[int]) -> tuple[str | None, tuple[Span, ...]]:
    """The name in the words of a source, and the spans of these words."""
    spans = tree.spans(words)
    return person_named(tree, words) or body_named(tree, words, first_name(text, spans, known)), spans


def person_named(tree: Tree, words: Sequence[int]) -> str | None:
    """The first person named in the words of a source who owns nothing there."""
    runs: list[list[int]] = []
    for n in words:
        if tree.words[n].ner.endswith("PER"):
            if runs and n == runs[-1][-1] + 1:
                runs[-1].append(n)
            else:
                runs.append([n])
    run = runs[0] if runs else []
    if len(runs) > 1 and runs[1][0] == run[-1] + 2 and tree.lows[run[-1] + 1] == "," and closes(tree, runs[1][-1], words):
        run = runs[1] if any(tree.lows[n] in BESIDE for n in words if n < run[0]) else run
    owner = run and run[-1] + 1 < len(tree.words) and tree.lows[run[-1] + 1] in ("'s", "’s", "'", "’")
    full = " ".join(tree.text[tree.words[run[0]].start : tree.words[run[-1]].end].split()) if run and not owner else ""
    return full if " " in full else None


BESIDE: Final = frozenset(("of", "for", "to"))  # whom the one who speaks is described by: a lawyer for Roe, Poe, said


def closes(tree: Tree, last: int, words: Sequence[int]) -> bool:
    """A name ends the words of a source, or a comma follows: it is no part of a list."""
    return last + 1 >= len(tree.words) or last + 1 not in words or tree.lows[last + 1] == ","


def body_named(tree: Tree, words: Sequence[int], name: str | None) -> str | None:
    """The name read off capitals, unless it only describes a noun or begins the sentence as one: Parents' groups."""
    proper = [n for n in words if tree.upos(n) == "PROPN" or tree.words[n].ner != "O"]
    if name is None or not proper:
        return None
    if " " in name:
        return without_adjective(tree, words[0], name)
    at = next((n for n in words if tree.text[tree.words[n].start : tree.words[n].end] == name), None)
    above = tree.head(at) if at is not None else -1
    described = above in words and tree.upos(above) == "NOUN" and tree.rel(at or 0) in ("amod", "compound", "nmod:poss")
    return None if described or (at is not None and at not in proper) else name


def without_adjective(tree: Tree, first: int, name: str) -> str:
    """A name without the adjective that begins the sentence: Neighbouring Norland."""
    lead = tree.text[tree.words[first].start : tree.words[first].end]
    outside = tree.upos(first) in ("ADJ", "VERB") and tree.words[first].ner == "O" and tree.rel(first) == "amod"
    return name.removeprefix(f"{lead} ") if outside else name


def first_name(text: str, spans: Sequence[Span], known: SpeechWords) -> str | None:
    """The first name in some spans."""
    return next((name for span in spans if (name := name_of(text, span, known))), None)


def name_of(text: str, source: Span | None, known: SpeechWords) -> str | None:
    """The name in the words of a source."""
    words = tokens(text, *source) if source else []
    return name_in(words, (0, len(words) - 1), known) if words else None
