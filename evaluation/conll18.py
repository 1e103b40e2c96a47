"""Score an analysis of raw text against a treebank, after the method of the CoNLL 2018 shared task (Zeman et al.).

Words are aligned by their characters, spaces left out; inside a multiword token by the longest common sequence of
forms. Each score is F1 over words; relations are compared without their subtypes, punctuation included.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Pair = tuple["ScoredWord", "ScoredWord"]


@dataclass(frozen=True)
class ScoredWord:
    """A word of either side; `number` counts words in the whole file, `head` is such a number or -1."""

    number: int
    start: int
    end: int
    form: str
    upos: str
    lemma: str
    head: int
    deprel: str
    multiword: bool = False


def f1(right: int, gold: int, system: int) -> float:
    """F1 in hundredths; 0 where there is nothing."""
    return 200 * right / (gold + system) if gold + system else 0.0


def right_words(gold: Sequence[ScoredWord], system: Sequence[ScoredWord]) -> dict[str, list[ScoredWord]]:
    """The gold words found, and those of them with the right tag, head, labelled head and lemma."""
    pairs = aligned(gold, system)
    counterpart = {s.number: g.number for g, s in pairs} | {-1: -1}

    def attached(pair: Pair) -> bool:
        return pair[0].head == counterpart.get(pair[1].head)

    def labelled(pair: Pair) -> bool:
        return attached(pair) and _base(pair[0].deprel) == _base(pair[1].deprel)

    tests: dict[str, Callable[[Pair], bool]] = {
        "words": lambda pair: True,
        "upos": lambda pair: pair[0].upos == pair[1].upos,
        "uas": attached,
        "las": labelled,
        "lemma": lambda pair: pair[0].lemma in ("_", pair[1].lemma),
    }
    return {name: [pair[0] for pair in pairs if test(pair)] for name, test in tests.items()}


def scores(gold: Sequence[ScoredWord], system: Sequence[ScoredWord]) -> dict[str, float]:
    """words, upos, uas, las, lemma as F1 (0 to 100)."""
    found = right_words(gold, system)
    return {name: f1(len(right), len(gold), len(system)) for name, right in found.items()}


def _base(deprel: str) -> str:
    return deprel.split(":")[0]


def aligned(gold: Sequence[ScoredWord], system: Sequence[ScoredWord]) -> list[Pair]:
    """The pairs of words that are the same word."""
    pairs: list[Pair] = []
    g = s = 0
    while g < len(gold) and s < len(system):
        if gold[g].multiword or system[s].multiword:
            g_end, s_end = _multiword_end(gold, system, g, s)
            pairs.extend(_longest_common(gold[g:g_end], system[s:s_end]))
            g, s = g_end, s_end
        elif (gold[g].start, gold[g].end) == (system[s].start, system[s].end):
            pairs.append((gold[g], system[s]))
            g, s = g + 1, s + 1
        elif gold[g].start <= system[s].start:
            g += 1
        else:
            s += 1
    return pairs


def _multiword_end(gold: Sequence[ScoredWord], system: Sequence[ScoredWord], g: int, s: int) -> tuple[int, int]:
    """How far the stretch reaches that a multiword token opens: to where both sides are at one place again."""
    reach = gold[g].end if gold[g].multiword else system[s].end
    if not gold[g].multiword and gold[g].start < system[s].start:
        return g + 1, s
    if not system[s].multiword and system[s].start < gold[g].start:
        return g, s + 1
    while True:
        if g < len(gold) and gold[g].start < reach:
            reach = max(reach, gold[g].end) if gold[g].multiword else reach
            g += 1
        elif s < len(system) and system[s].start < reach:
            reach = max(reach, system[s].end) if system[s].multiword else reach
            s += 1
        else:
            return g, s


def _longest_common(gold: Sequence[ScoredWord], system: Sequence[ScoredWord]) -> list[Pair]:
    """The longest common subsequence of lower-cased forms."""
    table = [[0] * (len(system) + 1) for _ in range(len(gold) + 1)]
    for g in reversed(range(len(gold))):
        for s in reversed(range(len(system))):
            same = _same(gold[g], system[s])
            table[g][s] = table[g + 1][s + 1] + 1 if same else max(table[g + 1][s], table[g][s + 1])
    pairs: list[Pair] = []
    g = s = 0
    while g < len(gold) and s < len(system):
        if _same(gold[g], system[s]):
            pairs.append((gold[g], system[s]))
            g, s = g + 1, s + 1
        elif table[g + 1][s] >= table[g][s + 1]:
            g += 1
        else:
            s += 1
    return pairs


def _same(gold: ScoredWord, system: ScoredWord) -> bool:
    return gold.form.lower() == system.form.lower()
