"""The spinner of the tuning split: each content word by itself, a random one-word member of a random synset."""

import random

from benchmarks.lineage.reshape import SPUN, reworded
from benchmarks.lineage.treebank import Sentence, Word
from benchmarks.lineage.wording import POS_OF, Lexicon, inflect, like

# Too frequent and too empty for any spinner's list.
LIGHT_VERBS = frozenset(
    [
        "be",
        "have",
        "do",
        "can",
        "will",
        "may",
        "must",
        "shall",
        "would",
        "could",
        "should",
        "might",
        "go",
        "get",
    ]
)


def one_word_synonyms(word: Word, lexicon: Lexicon) -> list[str]:
    senses = lexicon.synonyms.get((word.lemma.lower(), POS_OF.get(word.upos, "")), ())
    return [m for members in senses for m in members if " " not in m and m.islower()]


def substituted(word: Word, synonym: str, lexicon: Lexicon) -> Word:
    return word._replace(form=like(inflect(synonym, word.xpos, lexicon), word.form), lemma=synonym)


def spin(sentence: Sentence, rng: random.Random, rate: float, lexicon: Lexicon) -> Sentence:
    """Replace the given rate of the replaceable content words by synonyms, meaning be damned."""
    out = []
    for word in sentence.words:
        offers = one_word_synonyms(word, lexicon) if word.lemma not in LIGHT_VERBS else []
        out.append(substituted(word, rng.choice(offers), lexicon) if offers and rng.random() < rate else word)
    return reworded(sentence, out, SPUN)
