"""The English parser: words, tags, lemmas, trees, names and sentence borders from one network.

A sentence is computed at its own length, so its result cannot depend on what is parsed beside it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, NamedTuple

import numpy as np

from readout.errors import ReadoutError
from readout.models.decode import name_tags, tree
from readout.models.lemmas import apply_script
from readout.models.network import Network, Scores, load_network
from readout.models.reader import Reader, Seen
from readout.models.splitter import Splitter, load_splitter
from readout.models.wordpiece import MAX_PIECES, WordPiece
from readout.text.tokens import Span, words

Tier = Literal["fast", "accurate"]

WEIGHTS: Final = Path(__file__).parent / "weights"
# The network was trained on sentences of up to 300 pieces; longer ones are read window by window.
WINDOW_PIECES: Final = 298
# Windows whose scores are held at once.
WINDOWS_TOGETHER: Final = 1024


class Word(NamedTuple):
    """One word: span in the text given, tag, lemma, head (index of a word, -1 for the root), relation, name tag."""

    start: int
    end: int
    upos: str
    lemma: str
    head: int
    deprel: str
    ner: str


@dataclass(frozen=True)
class Labels:
    """The classes behind the numbers that the network gives."""

    tags: Sequence[str]
    rels: Sequence[str]
    lemmas: Sequence[str]
    names: Sequence[str]
    known_lemmas: Mapping[tuple[str, str], str]

    def lemma(self, form: str, low: str, tag: str, script: int) -> str:
        """The lemma by the script of the known word (`low`, its plain form), else by the network's."""
        known = self.known_lemmas.get((low, tag))
        return apply_script(form, self.lemmas[script] if known is None else known)


class Window(NamedTuple):
    """A run of words of a sentence that goes through the network at once."""

    sentence: int
    text: str
    spans: Sequence[Span]
    seen: Sequence[Seen]


class English:
    """A parser of pre-split sentences, and a splitter of paragraphs. `model` and `digest` name the weights."""

    def __init__(
        self, network: Network, labels: Labels, read: Reader, splitter: Splitter, *, model: str, digest: str
    ) -> None:
        self._network = network
        self._labels = labels
        self._read = read
        self._splitter = splitter
        self.model = model
        self.digest = digest

    def sentences(self, paragraph: str) -> list[Span]:
        """The spans of the sentences of one paragraph; together they hold all that is not space."""
        return self._splitter.sentences(paragraph)

    def parse(self, texts: Sequence[str]) -> list[list[Word]]:
        """The words of each sentence, in order; a text without words gives an empty list."""
        return self.analyse([(text, words(text)) for text in texts])

    def analyse(self, sentences: Sequence[tuple[str, Sequence[Span]]]) -> list[list[Word]]:
        """The words of each sentence; its text and the spans of its words are given."""
        found: list[list[Word]] = [[] for _ in sentences]
        for windows in self._portions(sentences):
            scores = self._network([w.seen for w in windows])
            for window, of in zip(windows, scores, strict=True):
                words = found[window.sentence]
                words.extend(_joined(self._words(window, of), words))
        return found

    def _portions(self, sentences: Sequence[tuple[str, Sequence[Span]]]) -> Iterator[list[Window]]:
        """The windows of all sentences, so many at a time that their scores stay small in memory."""
        windows: list[Window] = []
        for number, (text, spans) in enumerate(sentences):
            for window in self._windows(text, spans):
                windows.append(Window(number, text, window, [self._read(text[s:e]) for s, e in window]))
                if len(windows) == WINDOWS_TOGETHER:
                    yield windows
                    windows = []
        if windows:
            yield windows

    def _windows(self, text: str, spans: Sequence[Span]) -> Iterator[Sequence[Span]]:
        """The sentence in runs of words, each short enough for the network; mostly just one."""
        if len(spans) * MAX_PIECES <= WINDOW_PIECES:
            if spans:
                yield spans
            return
        first, pieces = 0, 0
        for at, (start, end) in enumerate(spans):
            more = len(self._read(text[start:end]).pieces)
            if pieces + more > WINDOW_PIECES:
                yield spans[first:at]
                first, pieces = at, 0
            pieces += more
        if first < len(spans):
            yield spans[first:]

    def _words(self, window: Window, scores: Scores) -> list[Word]:
        """The words of a window, heads counted from its start."""
        _, text, spans, seen = window
        addresses = [s.address for s in seen]
        names = scores.names
        if True in addresses:
            names = names.copy()
            names[addresses, 1:] = -np.inf  # the first class is O
        known = self._labels
        called, heads = name_tags(names, known.names), tree(scores.arcs)
        chosen = scores.rels[np.arange(len(heads)), np.array(heads) + 1].tolist()
        columns = (spans, seen, scores.tags.tolist(), scores.lemmas.tolist(), heads, chosen, called)
        made = []
        for (start, end), word, number, script, head, rel, name in zip(*columns, strict=True):
            tag = known.tags[number]
            lemma = known.lemma(text[start:end], word.low, tag, script)
            made.append(Word(start, end, tag, lemma, head, known.rels[rel], name))
        return made


def _joined(window: list[Word], before: list[Word]) -> list[Word]:
    """The window's words with heads counted from the sentence's start; its root hangs on the first root."""
    if not before:
        return window
    root = next(i for i, word in enumerate(before) if word.head < 0)
    shift = len(before)
    return [
        w._replace(head=root, deprel="parataxis") if w.head < 0 else w._replace(head=w.head + shift) for w in window
    ]


def load_english(tier: Tier, weights: Path = WEIGHTS) -> English:
    """Load a tier from the package, or from another folder with the same files.

    Raises: ReadoutError R040 if the weights are not there.
    """
    files = [weights / tier / "model.onnx", weights / tier / "labels.json"]
    files += [weights / name for name in ("vocab.txt", "sentences.npz", "lemmas.tsv")]
    for file in files:
        if not file.is_file():
            what = f"the model file {file.name} of the {tier} tier is missing;"
            raise ReadoutError("R040", what, "reinstall readout.")
    stored = json.loads(files[1].read_text("utf-8"))
    read = Reader(WordPiece(files[2].read_text("utf-8").splitlines()))
    labels = Labels(stored["tags"], stored["rels"], stored["lemmas"], stored["names"], _lexicon(files[4]))
    model = f"readout-english-{tier}-{stored['version']}"
    splitter = load_splitter(files[3], read)
    network = load_network(files[0], (read.start, read.end))
    return English(network, labels, read, splitter, model=model, digest=_digest(files))


def _lexicon(file: Path) -> dict[tuple[str, str], str]:
    """Form and tag → script."""
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    return {(form, tag): script for form, tag, script in rows}


def _digest(files: Sequence[Path]) -> str:
    whole = hashlib.sha256()
    for file in files:
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()
