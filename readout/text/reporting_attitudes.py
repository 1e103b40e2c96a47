"""Read whose words a part of a sentence in marks is by what somebody does with it: thought the plan “too dear”; expelled him
for “idle talk”; gives “the weather” as its reason."""

from __future__ import annotations

from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting import Saying
from readout.text.reporting_sources import Source

OPENING: Final = frozenset(("“", '"', "‘", "``", "«", "„"))
CLOSING: Final = frozenset(("”", '"', "’", "''", "»", "“"))
JUDGING: Final = frozenset(
    ("think", "find", "believe", "reckon", "rate", "hold")
)  # with an object that the marked words judge
# Verbs whose "as" tells how somebody takes or gives something out, of another verb often with a particle: waved it away as “S”.
TAKING: Final = frozenset((
    "brush", "wave", "laugh", "shrug", "write", "play", "sell", "present", "defend", "justify", "interpret", "treat", "greet",
    "welcome", "receive", "rebuff", "spurn", "scorn", "sum", "explain", "celebrate",
))  # fmt: skip
# Verbs of which only a particle makes one of taking: turned it down as “S”; wrote it off as “S” stands above.
WITH_PARTICLE: Final = {
    "turn": frozenset(("down", "away", "aside")), "knock": frozenset(("back", "down")), "throw": frozenset(("out",)),
    "shoot": frozenset(("down",)), "vote": frozenset(("down",)), "talk": frozenset(("down", "up")), "put": frozenset(("down",)),
    "see": frozenset(("off",)), "pass": frozenset(("off",)), "set": frozenset(("aside",)), "push": frozenset(("aside", "back")),
    "pay": frozenset(("tribute", "homage")),
}  # fmt: skip
PROSPECTS: Final = frozenset(("prospect", "hope", "possibility", "idea", "danger", "risk", "spectre", "specter"))
HOLDING: Final = frozenset(("hold", "raise", "offer", "float", "dangle", "invoke", "evoke", "conjure"))
REASONS: Final = frozenset(("reason", "ground", "cause", "excuse", "explanation", "pretext", "justification", "motive"))
GIVING: Final = frozenset(("give", "name", "plead", "invoke", "offer", "state", "cite", "have"))
# What somebody in office does to another for something, in words of his own where they stand in marks.
PUNISHING: Final = frozenset((
    "expel", "suspend", "dismiss", "sack", "ban", "bar", "fine", "disqualify", "strip", "discipline", "recall", "deport", "demote",
    "sentence", "jail", "imprison", "convict", "punish", "reprimand", "evict", "remove", "exclude", "arrest", "detain",
    "penalise", "penalize",
))  # fmt: skip
# Verbs whose object in marks is what somebody feels: expressed his “deep regret”.
FEELING: Final = frozenset(("express", "voice", "convey", "extend"))
READING: Final = frozenset(("reach", "read", "utter", "use", "choose", "pronounce", "speak"))  # with the words “S”
WANTING: Final = frozenset(("want", "prefer", "seek", "desire"))
FEWEST: Final = 2  # words in marks behind "for" that are more than the name of a charge
NEAR: Final = 20  # words between the verb and the quoted words; ours


def attitude(tree: Tree, i: int, source: Source) -> Saying | None:
    """Read verb i, which somebody able to speak is the subject of, with the first words in marks behind it in its clause."""
    marks = marked_behind(tree, i)
    if marks is None or not tree.text[tree.words[marks[0] + 1].start].islower():
        return None
    first, last = marks
    lemma, before = listed_lemma(tree.lemma(i)), tree.lows[first - 1]
    if judged := judgement(tree, i, lemma, marks):
        return said(i, source, judged, last, "state", "naming")
    if before == "as" and (lemma in TAKING or is_taking(tree, i, first) or takes(tree, i, first)):
        return said(i, source, first, last, "state", "phrase")
    if before == "of" and tree.lemma(i) in QUALIFYING and tree.one(i, "obj") is not None:
        return said(i, source, first, last, "state", "phrase")
    if lemma in HOLDING and before == "of" and tree.lemma(first - 2) in PROSPECTS:
        return said(i, source, first, last, "state", "phrase")
    if lemma in GIVING and first == i + 1 and is_reason(tree, first, last):
        return said(i, source, first, last, "state", "object_alone")
    if lemma in FEELING and all(tree.upos(n) in ("DET", "PRON", "ADJ") for n in range(i + 1, first)):
        return said(i, source, i + 1, last, "state", "object_alone")
    if lemma in PUNISHING and before in ("for", "over") and last - first > FEWEST:
        return said(i, source, first, last, "accuse", "phrase")
    if lemma in READING and before in ("words", "word", "phrase") and tree.lows[first - 2] == "the":
        return said(i, source, first, last, "state", "object_alone")
    rather = lemma == "have" and tree.lows[i - 1] == "rather"
    if first == i + 1 and (rather or lemma in WANTING):
        return said(i, source, first, last, "state", "object_alone")
    return None


def is_taking(tree: Tree, i: int, end: int) -> bool:
    """A particle before word `end` makes verb i one of taking: turned the plan down as."""
    particles = WITH_PARTICLE.get(tree.lemma(i), frozenset())
    return any(tree.lows[n] in particles for n in range(i + 1, end))


def takes(tree: Tree, i: int, first: int) -> bool:
    """Verb i has an object, which the words in marks from `first` on say what it is taken for: backed her as “S”."""
    of = tree.one(i, "obj")
    return of is not None and i < of < first and tree.lemma(i) not in NOT_TAKING


# Verbs with an object and "as" that do no more than name a part or a use.
NOT_TAKING: Final = frozenset((
    "use", "serve", "know", "name", "appoint", "elect", "nominate", "choose", "pick", "select", "hire", "employ", "recruit", "list",
    "register", "file", "enter", "install", "leave", "replace", "disguise", "dress", "found", "form", "set", "keep", "make", "have",
    "take", "get", "send", "bring", "pay", "begin", "start", "end", "join", "play", "win", "code", "translate", "title", "publish",
))  # fmt: skip
QUALIFYING: Final = frozenset(("qualify", "treat"))  # with "of", as translations from French have it: qualified the offer of “S”
LISTED: Final = JUDGING | TAKING | HOLDING | GIVING | PUNISHING | READING | WANTING | FEELING


def listed_lemma(lemma: str) -> str:
    """The listed verb that a lemma made up by the tagger is of: wav, wave; expell, expel."""
    return next((v for v in (lemma, f"{lemma}e", lemma[:-1]) if v in LISTED), lemma)


def said(i: int, source: Source, start: int, last: int, act: str, frame: str) -> Saying:
    """Write the saying whose content runs from word `start` to `last`."""
    return Saying(i, (i,), source.words, source.named, tuple(range(start, last + 1)), "say", act, frame)


def marked_behind(tree: Tree, i: int, *, apposed: bool = False) -> tuple[int, int] | None:
    """The marks of the first quoted words behind word i, with no further verb and no stop between; no comma but where what is
    `apposed` may stand."""
    first = next((n for n in range(i + 1, min(len(tree.words) - 2, i + NEAR)) if tree.lows[n] in OPENING), None)
    between = range(i + 1, first or i + 1)
    if first is None or any(tree.upos(n) in ("VERB", "AUX") or tree.lows[n] in (":", ";") for n in between):
        return None
    hung = tree.head(first + 1) == i and tree.lows[first - 1] in ("for", "over", "as")
    if not (hung or apposed) and any(tree.lows[n] == "," for n in between):
        return None
    last = next((n for n in range(first + 1, len(tree.words)) if tree.lows[n] in CLOSING), None)
    return (first, last) if last is not None and last > first + 1 else None


def judgement(tree: Tree, i: int, lemma: str, marks: tuple[int, int]) -> int | None:
    """Where what is judged begins: thought | the plan “too dear”."""
    if lemma == "think" and plain_phrase(tree, range(i + 1, marks[0])):
        return i + 1  # whatever the parse makes of it
    of = tree.one(i, "obj")
    if lemma not in JUDGING or of is None or not i < of < marks[0]:
        return None
    held = [n for n in tree.subtree(of) if n < marks[0]]
    judged = any(marks[0] < k < marks[1] for k in tree.having(i, "xcomp"))
    return min(held) if judged and max(held) == marks[0] - 1 else None


def plain_phrase(tree: Tree, words: range) -> bool:
    """One noun phrase without a preposition: the plan; it."""
    inside = all(tree.upos(n) in ("DET", "ADJ", "NOUN", "PROPN", "PRON") for n in words)
    return (
        bool(words) and inside and tree.upos(words[-1]) in ("NOUN", "PROPN", "PRON") and tree.lows[words[0]] != "that"
    )


def is_reason(tree: Tree, first: int, last: int) -> bool:
    """The words in marks are called a reason, inside or right behind: “reasons of health”; “the weather” as its reason."""
    inside = any(tree.lemma(n) in REASONS or tree.lows[n].removesuffix("s") in REASONS for n in range(first + 1, last))
    behind = tree.lows[last + 1 : last + 2] == ("as",) and any(
        tree.lemma(n) in REASONS for n in range(last + 2, min(last + 5, len(tree.words)))
    )
    return inside or behind
