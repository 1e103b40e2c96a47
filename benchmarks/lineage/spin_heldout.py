"""The spinner of the held-out split: moves clauses, changes voice, rewrites numbers, and keeps one dictionary a page.

Nothing here is used when the tuning split is made.
"""

import random

from benchmarks.lineage.reshape import SPUN, reworded
from benchmarks.lineage.syntax import rearranged
from benchmarks.lineage.treebank import Sentence, Word
from benchmarks.lineage.wording import POS_OF, Lexicon, inflect, like

MOVE_RATE = 0.7
EMPTY = frozenset({"be", "have", "do", "can", "will", "may", "shall"})
PARTICLES = {
    "but": "yet", "about": "regarding", "because": "since", "while": "whereas", "many": "numerous",
    "more": "additional", "however": "nonetheless", "also": "additionally", "until": "till", "among": "amongst",
    "if": "provided", "although": "though", "during": "throughout", "near": "close to", "over": "in excess of",
    "under": "beneath", "despite": "notwithstanding", "before": "prior to", "after": "following", "only": "merely",
    "very": "extremely", "such": "this kind of", "some": "certain", "most": "the majority of", "several": "a number of",
}  # fmt: skip
UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
MONTHS = {
    "January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct.",
    "November": "Nov.", "December": "Dec.",
}  # fmt: skip
SHORT_NAMES = {
    "U.S.": "US",
    "US": "United States",
    "U.N.": "UN",
    "UN": "United Nations",
    "U.K.": "UK",
    "UK": "United Kingdom",
}
UNCONTRACTED = {
    "n't": "not",
    "n’t": "not",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "’re": "are",
    "’ve": "have",
    "’ll": "will",
}
CLIPPED = {"ca": "can", "wo": "will", "sha": "shall"}
CONTRACTED_AFTER = frozenset(
    ["do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "could", "would", "should"]
)


def number_form(word: Word) -> Word:
    """Digits as words and words as digits up to twenty; thousands commas, percent signs and month names changed."""
    form = word.form
    if form.isdigit() and 0 < int(form) <= 20:
        return word._replace(form=UNITS[int(form)])
    if form.lower() in UNITS[2:]:
        return word._replace(form=str(UNITS.index(form.lower())))
    if form[:1].isdigit() and "," in form:
        return word._replace(form=form.replace(",", ""))
    return word._replace(form=MONTHS.get(form) or SHORT_NAMES.get(form) or form)


def resurfaced(words: tuple[Word, ...]) -> list[Word]:
    """Contractions opened or made, hyphens opened, percent signs spelled."""
    out: list[Word] = []
    for word in words:
        before = out[-1] if out else Word("")
        if word.form in UNCONTRACTED and before.form:
            out[-1] = before._replace(form=CLIPPED.get(before.form.lower(), before.form), gap=" ")
            out.append(word._replace(form=UNCONTRACTED[word.form]))
        elif word.form == "not" and before.form.lower() in CONTRACTED_AFTER:
            out[-1] = before._replace(gap="")
            out.append(word._replace(form="n't"))
        elif word.form in ("%", "percent"):
            out[-1:] = [before._replace(gap=" " if word.form == "%" else "")] if out else []
            out.append(word._replace(form="per cent" if word.form == "%" else "%"))
        elif word.form == "-" and before.form and before.gap == "" and word.gap == "":
            out[-1] = before._replace(gap=" ")
        else:
            out.append(number_form(word))
    return out


class PageDictionary:
    """One replacement for each lemma of a page, chosen when first met: a random sense, then a random member of it."""

    def __init__(self, rng: random.Random, rate: float, lexicon: Lexicon) -> None:
        self.rng, self.rate, self.lexicon = rng, rate, lexicon
        self.chosen: dict[tuple[str, str], str | None] = {}

    def choose(self, key: tuple[str, str]) -> str | None:
        senses = [s for s in self.lexicon.synonyms.get(key, ()) if any(m.islower() for m in s)]
        if not senses or self.rng.random() >= self.rate:
            return None
        return self.rng.choice([m for m in self.rng.choice(senses) if m.islower()])

    def replace(self, word: Word) -> Word:
        if word.form.lower() in PARTICLES and word.upos not in CONTENT_TAGS:
            return self.particle(word)
        key = (word.lemma.lower(), POS_OF.get(word.upos, ""))
        if not key[1] or word.lemma in EMPTY:
            return word
        if key not in self.chosen:
            self.chosen[key] = self.choose(key)
        new = self.chosen[key]
        return word._replace(form=like(inflect(new, word.xpos, self.lexicon), word.form), lemma=new) if new else word

    def particle(self, word: Word) -> Word:
        key = (word.form.lower(), "particle")
        if key not in self.chosen:
            self.chosen[key] = PARTICLES[key[0]] if self.rng.random() < self.rate else None
        new = self.chosen[key]
        return word._replace(form=like(new, word.form)) if new else word


CONTENT_TAGS = frozenset({"NOUN", "VERB", "PROPN"})


def spin_page(sentences: list[Sentence], rng: random.Random, rate: float, lexicon: Lexicon) -> list[Sentence]:
    """Spin every sentence with one dictionary for the page."""
    page = PageDictionary(rng, rate, lexicon)
    out = []
    for sentence in sentences:
        moved = rearranged(sentence, rng, lexicon) if rng.random() < MOVE_RATE else sentence
        words = [page.replace(w) for w in resurfaced(moved.words)]
        out.append(reworded(moved, words, SPUN))
    return out
