"""What copiers do to the shape of an article and to single words; each function returns new paragraphs."""

import random
from collections.abc import Callable

from benchmarks.lineage.treebank import CONTENT, Sentence, Word
from benchmarks.lineage.wording import Lexicon, fixed_articles, like

Paragraph = tuple[Sentence, ...]
Body = tuple[Paragraph, ...]
Writer = Callable[[], Sentence]
EDITED, SPUN = 1, 2
FILLERS = (
    "also",
    "now",
    "still",
    "later",
    "again",
    "already",
    "however",
    "then",
    "meanwhile",
    "reportedly",
    "just",
    "even",
)
KEEP_SENTENCES = 5  # a truncated copy keeps at least this many, enough to be a copy rather than a quotation


def paragraphs(sentences: list[Sentence], rng: random.Random) -> Body:
    """Sentences grouped by one to four, as news pages print them."""
    out, at = [], 0
    while at < len(sentences):
        size = rng.choice((1, 2, 2, 3, 3, 4))
        out.append(tuple(sentences[at : at + size]))
        at += size
    return tuple(out)


def sentences_of(body: Body) -> list[Sentence]:
    return [s for paragraph in body for s in paragraph]


def truncate(body: Body, rng: random.Random) -> Body:
    """Keep the beginning: 35 to 85 % of the paragraphs, never fewer than five sentences."""
    kept, want = [], max(1, round(len(body) * rng.uniform(0.35, 0.85)))
    for paragraph in body:
        if len(kept) >= want and sum(map(len, kept)) >= KEEP_SENTENCES:
            break
        kept.append(paragraph)
    return tuple(kept)


def relead(body: Body, rng: random.Random, write: Writer) -> Body:
    """A new opening paragraph instead of the old one."""
    lead = tuple(write() for _ in range(rng.choice((1, 2))))
    return (lead, *(body[1:] if len(sentences_of(body[1:])) >= KEEP_SENTENCES else body))


def reorder(body: Body, rng: random.Random) -> Body:
    """Two to four blocks of paragraphs in another order."""
    if len(body) < 3:
        return body
    cuts = sorted(rng.sample(range(1, len(body)), min(len(body) - 1, rng.choice((1, 2, 3)))))
    blocks = [body[a:b] for a, b in zip([0, *cuts], [*cuts, len(body)], strict=True)]
    shuffled = blocks[:]
    while shuffled == blocks:
        rng.shuffle(shuffled)
    return tuple(p for block in shuffled for p in block)


def insert_own(body: Body, rng: random.Random, write: Writer) -> Body:
    """One to three paragraphs of the copier's own, anywhere."""
    out = list(body)
    for _ in range(rng.choice((1, 2, 3))):
        own = tuple(write() for _ in range(rng.choice((1, 2, 3))))
        out.insert(rng.randint(0, len(out)), own)
    return tuple(out)


def merge(body: Body, other: Body, rng: random.Random) -> Body:
    """A stretch of another wire woven in as one block."""
    size = rng.randint(2, max(2, len(other) // 2))
    start = rng.randint(0, max(0, len(other) - size))
    at = rng.randint(0, len(body))
    return (*body[:at], *other[start : start + size], *body[at:])


def reworded(sentence: Sentence, words: list[Word], level: int) -> Sentence:
    """The sentence with other words; the parse no longer holds."""
    return sentence._replace(words=fixed_articles(tuple(words)), arcs=None, level=max(level, sentence.level))


def edited(sentence: Sentence, rng: random.Random, share: float, lexicon: Lexicon) -> Sentence:
    """Delete, insert or replace the given share of words: a careless editor, not a spinner."""
    out: list[Word] = []
    for i, word in enumerate(sentence.words):
        if word.upos == "PUNCT" or rng.random() >= share:
            out.append(word)
            continue
        act = rng.choice(("delete", "insert", "replace"))
        if act == "replace" and word.upos in CONTENT:
            form = rng.choice(lexicon.by_tag.get(word.xpos) or (word.form,))
            out.append(word._replace(form=like(form.lower(), word.form)))
        elif act == "insert" or i == 0 or word.gap == "" or (out and out[-1].gap == ""):
            out.extend((word, Word(rng.choice(FILLERS), upos="ADV")) if word.gap else (word,))
    return reworded(sentence, out, EDITED) if out else sentence
