"""Forms of words: inflection, capitals, spacing, and the synonyms of a lemma."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.lineage.treebank import Sentence, Word

POS_OF = {"NOUN": "noun", "VERB": "verb", "ADJ": "adj", "ADV": "adv"}
VOWELS = "aeiou"
NO_SPACE_BEFORE = frozenset(
    {
        ",",
        ".",
        ";",
        ":",
        "!",
        "?",
        ")",
        "]",
        "%",
        "'s",
        "’s",
        "'",
        "’",
        "n't",
        "n’t",
        "”",
        "'re",
        "'ve",
        "'ll",
        "'d",
        "'m",
    }
)
NO_SPACE_AFTER = frozenset({"(", "[", "$", "£", "€", "“", "#"})


class Lexicon(NamedTuple):
    """What the spinners know: inflected forms, synonyms by (lemma, part of speech), word counts, words by tag."""

    forms: dict[tuple[str, str], str]
    synonyms: dict[tuple[str, str], tuple[tuple[str, ...], ...]]
    counts: dict[str, int]
    by_tag: dict[str, tuple[str, ...]]


def read_synonyms(path: Path) -> dict[tuple[str, str], tuple[tuple[str, ...], ...]]:
    """For each (lemma, part of speech) the other members of each of its synsets, in file order."""
    senses: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        _, pos, members = line.split("\t")
        names = members.replace("_", " ").split("|")
        for name in names:
            senses[(name, pos)].append(tuple(n for n in names if n != name))
    return {key: tuple(value) for key, value in senses.items()}


def build_lexicon(sentences: Iterable[Sentence], synonyms_path: Path) -> Lexicon:
    words = [w for s in sentences for w in s.words]
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    tags: dict[str, list[str]] = defaultdict(list)
    for w in words:
        forms[(w.lemma.lower(), w.xpos)][w.form.lower()] += 1
        if w.upos in POS_OF:
            tags[w.xpos].append(w.form)
    best = {key: min(c, key=lambda f: (-c[f], f)) for key, c in forms.items()}
    counts = Counter(w.lemma.lower() for w in words)
    return Lexicon(best, read_synonyms(synonyms_path), dict(counts), {t: tuple(f) for t, f in tags.items()})


def doubled(lemma: str) -> str:
    """The stem with its last consonant doubled where English asks for it (short words only: stop, plan)."""
    short = len(lemma) <= 4 and len(lemma) >= 3 and lemma[-1] not in "aeiouwxy" and lemma[-2] in VOWELS
    return lemma + lemma[-1] if short and lemma[-3] not in VOWELS else lemma


def add_s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2:-1] not in VOWELS else lemma + "s"


def add_ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2:-1] not in VOWELS else doubled(lemma) + "ed"


def add_ing(lemma: str) -> str:
    return lemma[:-1] + "ing" if lemma.endswith("e") and not lemma.endswith("ee") else doubled(lemma) + "ing"


ENDINGS = {"NNS": add_s, "VBZ": add_s, "VBD": add_ed, "VBN": add_ed, "VBG": add_ing}
COMPARED = {"JJR": "more", "RBR": "more", "JJS": "most", "RBS": "most"}


def inflect(lemma: str, xpos: str, lexicon: Lexicon) -> str:
    """The lemma in the form the tag asks for; of several words the verb's first or the noun's last is inflected."""
    if xpos in COMPARED:
        return f"{COMPARED[xpos]} {lemma}"
    if xpos not in ENDINGS or not lemma:
        return lemma
    first, _, rest = lemma.partition(" ")
    if rest and xpos == "NNS":
        head, _, last = lemma.rpartition(" ")
        return f"{head} {inflect(last, xpos, lexicon)}"
    form = lexicon.forms.get((first.lower(), xpos)) or ENDINGS[xpos](first)
    return f"{form} {rest}" if rest else form


def like(form: str, model: str) -> str:
    """The form with the capitals of the model."""
    if model.isupper() and len(model) > 1:
        return form.upper()
    return form[0].upper() + form[1:] if model[:1].isupper() else form


def fixed_articles(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """`a`/`an` agreed with the word that now follows."""
    fixed = list(words)
    for i, word in enumerate(words[:-1]):
        if word.form.lower() in ("a", "an"):
            right = "an" if words[i + 1].form[0].lower() in VOWELS else "a"
            fixed[i] = word._replace(form=like(right, word.form) if word.form[0].isupper() else right)
    return tuple(fixed)


def respaced(words: Iterable[Word]) -> tuple[Word, ...]:
    """Words in a new order with the spaces and the capital that print expects."""
    row = list(words)
    open_quote = False
    for i, word in enumerate(row):
        tight = i + 1 < len(row) and row[i + 1].form in NO_SPACE_BEFORE
        if word.form == '"':
            open_quote = not open_quote
            tight = tight or open_quote
        closes = open_quote and i + 1 < len(row) and row[i + 1].form == '"'
        if i + 1 < len(row) and 0 <= word.atom == row[i + 1].atom - 1:
            continue  # neighbours as printed
        row[i] = word._replace(gap="" if tight or closes or word.form in NO_SPACE_AFTER else " ")
    return tuple(row)


def recased(words: Iterable[Word]) -> tuple[Word, ...]:
    """A capital on the first word only, names and `I` left alone."""
    row = list(words)
    for i, word in enumerate(row[1:], 1):
        if word.form.istitle() and word.upos not in ("PROPN", "X") and word.lemma.islower() and word.form != "I":
            row[i] = word._replace(form=word.form.lower())
    return (row[0]._replace(form=row[0].form[:1].upper() + row[0].form[1:]), *row[1:])
