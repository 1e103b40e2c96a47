"""Measure the English pipeline against gold data.

usage: python -m evaluation.language --conllu FILE [--ner FILE] [--tier fast|accurate] [--gold-tokens]

The raw text is built from the `# text` lines, joined by a space inside a paragraph (`# newpar`, `# newdoc` open one).
Scores as in the CoNLL 2018 shared task; names strict, by characters and type; `las_95` and `ner_95`
are 95 % intervals. The last line is one JSON object.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.conll18 import ScoredWord, f1, right_words
from evaluation.intervals import f1_interval
from evaluation.treebank import (
    Entity,
    GoldSentence,
    Span,
    Tagged,
    Unreadable,
    entities,
    found,
    read_names,
    read_treebank,
)  # fmt: skip
from readout.models.english import English, Word, load_english


@dataclass(frozen=True)
class Sentence:
    """One sentence of either side: place in the whole text (spaces left out) and words."""

    span: Span
    words: tuple[ScoredWord, ...]
    names: frozenset[Entity] = frozenset()


class Places:
    """Counts characters that are not space, so that both sides share one coordinate."""

    def __init__(self, text: str, before: int) -> None:
        self._at = [before]
        for char in text:
            self._at.append(self._at[-1] + (not char.isspace()))
        self.end = self._at[-1]

    def of(self, span: Span) -> Span:
        """The span in characters that are not space."""
        return self._at[span[0]], self._at[span[1]]


def gold_sentences(sentences: Sequence[GoldSentence]) -> list[Sentence]:
    """The treebank in the shared coordinate."""
    made: list[Sentence] = []
    place = number = 0
    for sentence in sentences:
        places = Places(sentence.text, place)
        words = [
            ScoredWord(
                number + k, *places.of(w.span), w.form, w.upos, w.lemma,
                number + w.head - 1 if w.head else -1, w.deprel, w.multiword,
            )
            for k, w in enumerate(sentence.words)
        ]  # fmt: skip
        made.append(Sentence((place, places.end), tuple(words)))
        place, number = places.end, number + len(words)
    return made


def from_raw(parser: English, sentences: Sequence[GoldSentence]) -> list[tuple[str, list[Word]]]:
    """Analyse the paragraphs as raw text: (sentence text, words), in order."""
    texts = [paragraph[s:e] for paragraph in paragraphs(sentences) for s, e in parser.sentences(paragraph)]
    return list(zip(texts, parser.parse(texts), strict=True))


def from_gold(parser: English, sentences: Sequence[GoldSentence]) -> list[tuple[str, list[Word]]]:
    """Analyse the gold sentences with their gold words."""
    found = parser.analyse([(s.text, word_spans(s)) for s in sentences])
    return [(s.text, words) for s, words in zip(sentences, found, strict=True)]


def word_spans(sentence: GoldSentence) -> list[Span]:
    """The words' own spans: those of a multiword token one after another where its words spell it, else all of it."""
    spans: list[Span] = []
    for word in sentence.words:
        begin = max(word.span[0], spans[-1][1] if spans else 0)
        own = begin, begin + len(word.form)
        spells = word.multiword and sentence.text[own[0] : own[1]] == word.form
        spans.append(own if spells else word.span)
    return spans


def paragraphs(sentences: Sequence[GoldSentence]) -> list[str]:
    """The raw text of each paragraph."""
    made: list[list[str]] = []
    for sentence in sentences:
        if sentence.opens or not made:
            made.append([])
        made[-1].append(sentence.text)
    return [" ".join(texts) for texts in made]


def system_sentences(analysed: Sequence[tuple[str, list[Word]]]) -> list[Sentence]:
    """The analysis in the shared coordinate."""
    made: list[Sentence] = []
    place = number = 0
    for text, words in analysed:
        places = Places(text, place)
        scored = [
            ScoredWord(
                number + k, *places.of((w.start, w.end)), text[w.start : w.end], w.upos, w.lemma,
                number + w.head if w.head >= 0 else -1, w.deprel,
            )
            for k, w in enumerate(words)
        ]  # fmt: skip
        called = entities([w.ner for w in words], [(w.start, w.end) for w in scored])
        made.append(Sentence((place, places.end), tuple(scored), frozenset(called)))
        place, number = places.end, number + len(words)
    return made


def gold_names(tagged: Sequence[Tagged], sentences: Sequence[GoldSentence]) -> set[Entity]:
    """The names of a file over the same sentences, in the shared coordinate.

    Raises: Unreadable if the file is about other sentences.
    """
    place: int = 0
    made: set[Entity] = set()
    for names, sentence in zip(in_order(tagged, sentences), sentences, strict=True):
        places, at, spans = Places(sentence.text, place), 0, []
        for token in names.tokens:
            start, at = found(token, sentence.text, at, sentence.name)
            spans.append(places.of((start, at)))
        made |= entities(names.tags, spans)
        place = places.end
    return made


def in_order(tagged: Sequence[Tagged], sentences: Sequence[GoldSentence]) -> Sequence[Tagged]:
    """The name file's sentences in the treebank's order: by their names, else as they stand."""
    if len(tagged) != len(sentences):
        raise Unreadable(f"the name file has {len(tagged)} sentences, the treebank {len(sentences)}")
    by_name = {t.name: t for t in tagged}
    if set(by_name) == {s.name for s in sentences} and len(by_name) == len(sentences):
        return [by_name[s.name] for s in sentences]
    return tagged


def names_alone(parser: English, tagged: Sequence[Tagged]) -> tuple[set[Entity], set[Entity]]:
    """Gold and found names of a file of its own, its tokens given."""
    gold, system, place = set(), set(), 0
    for names in tagged:
        text, spans, at = " ".join(names.tokens), [], 0
        for token in names.tokens:
            spans.append((at, at + len(token)))
            at += len(token) + 1
        (words,) = parser.analyse([(text, spans)])
        shifted = [(s + place, e + place) for s, e in spans]
        gold |= entities(names.tags, shifted)
        system |= entities([w.ner for w in words], shifted)
        place += len(text) + 1
    return gold, system


def name_scores(gold: set[Entity], system: set[Entity]) -> dict[str, object]:
    """Precision, recall and F1 of names: same characters, same type."""
    right = len(gold & system)
    precision = 100 * right / len(system) if system else 0.0
    recall = 100 * right / len(gold) if gold else 0.0
    return {"ner_p": precision, "ner_r": recall, "ner_f": f1(right, len(gold), len(system))}


def name_results(
    parser: English, path: Path | None, gold: Sequence[GoldSentence], system: Sequence[Sentence], borders: Sequence[int]
) -> dict[str, object]:
    """The scores for names; null without a name file. A file about other sentences is scored by itself."""
    if path is None:
        return {"ner_p": None, "ner_r": None, "ner_f": None}
    tagged = read_names(path)
    try:
        wanted = gold_names(tagged, gold)
    except Unreadable as reason:
        print(f"names scored on their own tokens: {reason}", file=sys.stderr)
        return name_scores(*names_alone(parser, tagged))
    called = {n for s in system for n in s.names}
    places = ([name[0] for name in names] for names in (wanted & called, wanted, called))
    return {**name_scores(wanted, called), "ner_95": f1_interval(borders, *places)}


def word_results(gold: Sequence[Sentence], system: Sequence[Sentence], borders: Sequence[int]) -> dict[str, object]:
    """The scores for words and sentences, and the interval of LAS."""
    words = [[w for s in side for w in s.words] for side in (gold, system)]
    right = right_words(words[0], words[1])
    found: dict[str, object] = {k: f1(len(v), len(words[0]), len(words[1])) for k, v in right.items()}
    spans = [{s.span for s in side} for side in (gold, system)]
    found["sentence_f"] = f1(len(spans[0] & spans[1]), len(spans[0]), len(spans[1]))
    found["las_95"] = f1_interval(borders, *([w.start for w in side] for side in (right["las"], *words)))
    return found


def evaluate(options: argparse.Namespace) -> dict[str, object]:
    """All scores of one run."""
    gold = read_treebank(options.conllu)
    parser = load_english(options.tier)
    began = time.process_time()
    analysed = (from_gold if options.gold_tokens else from_raw)(parser, gold)
    seconds = time.process_time() - began
    gold_side, system_side = gold_sentences(gold), system_sentences(analysed)
    borders = [s.span[0] for s, g in zip(gold_side, gold, strict=True) if g.opens or s is gold_side[0]]
    result = word_results(gold_side, system_side, borders)
    result |= name_results(parser, options.ner, gold, system_side, borders)
    result["words_per_s"] = sum(len(s.words) for s in system_side) / max(seconds, 1e-9)
    rounded = {k: round(v, 2) if isinstance(v, float) else v for k, v in result.items()}
    run = {"tier": options.tier, "gold_tokens": options.gold_tokens, "conllu": options.conllu.name}
    return {**rounded, **run, "model": parser.model, "digest": parser.digest}


def main(arguments: list[str]) -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--conllu", type=Path, required=True, help="a treebank in CoNLL-U")
    parser.add_argument("--ner", type=Path, help="name tags: UNER (.iob2) or token … tag lines")
    parser.add_argument("--tier", choices=("fast", "accurate"), default="accurate")
    parser.add_argument("--gold-tokens", action="store_true", help="give the parser the gold sentences and words")
    options = parser.parse_args(arguments)
    missing = [str(p) for p in (options.conllu, options.ner) if p is not None and not p.is_file()]
    if missing:
        parser.error(f"no such file: {', '.join(missing)}")
    print(json.dumps(evaluate(options)))


if __name__ == "__main__":
    main(sys.argv[1:])
