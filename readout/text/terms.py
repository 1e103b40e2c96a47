"""Find what a parsed sentence tells that somebody is bound to do: terms of a deal, and deeds one gives one's word for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from readout.records import Word
from readout.text.stands import phrase, subject, telling

# What two sides make with each other that has terms.
DEALS: Final = frozenset((
    "agreement", "deal", "accord", "settlement", "pact", "treaty", "truce", "ceasefire", "memorandum", "protocol", "compromise",
    "arrangement", "armistice", "convention", "charter", "bargain", "package",
))  # fmt: skip
# What a deal does whose terms are told: the accord provides for, obliges, forbids.
OBLIGING: Final = frozenset((
    "provide", "oblige", "require", "stipulate", "say", "foresee", "bind", "give", "allow", "include", "commit", "envisage",
    "guarantee", "state", "specify", "ensure", "grant", "limit", "cap", "ban", "forbid", "entitle", "call", "contain", "permit",
    "prohibit", "prescribe", "stipulate", "cover", "let", "lay", "set",
))  # fmt: skip
# What one does for others and gives one's word for: money, goods, people, papers, repairs.
GIVING: Final = frozenset((
    "pay", "repay", "refund", "reimburse", "compensate", "surrender", "return", "release", "free", "publish", "disclose",
    "restore", "reopen", "rebuild", "repair", "replace", "withdraw", "lift", "provide", "supply", "deliver", "transfer",
    "donate", "contribute", "fund", "finance", "bear", "grant", "admit", "reinstate", "remove", "dismantle", "halt", "refrain",
    "respect", "honour", "honor", "hand", "give", "cooperate", "co-operate", "subsidise", "subsidize", "rehire", "evacuate",
    "recall", "scrap", "cancel", "clean",
))  # fmt: skip
LETTING: Final = frozenset((
    "let", "allow", "keep", "get", "receive", "drop", "end", "put", "open", "close", "stop", "cut", "accept", "recognise",
    "recognize", "leave", "take", "send", "abandon", "retain", "share", "gain", "waive", "forgo", "cede",
))  # fmt: skip
WILL: Final = frozenset(("will", "shall", "'ll"))
# What is given without being given away: a speech, a name, a film.
SAID: Final = frozenset((
    "evidence", "testimony", "speech", "interview", "address", "talk", "concert", "lecture", "statement", "detail",
    "conference", "ruling", "verdict", "name", "book", "album", "film", "video", "birth", "rise", "way", "judgment",
    "judgement", "briefing", "word", "view", "answer", "reply", "visit", "call", "compliment", "attention", "tribute", "homage",
    "lie", "candidacy", "bid", "oath",
))  # fmt: skip
BY: Final = frozenset(("under", "by", "according", "per"))
RETURN: Final = frozenset(("return", "exchange"))
IF: Final = frozenset(("if", "unless", "once", "should", "when", "whether", "until"))


class Term(NamedTuple):
    """What somebody is bound to do: the clause, its verb, the words that stand for who is bound (none where only done to), and
    whether a deal binds him, or his word."""

    start: int
    end: int
    at: int
    holders: tuple[int, ...]
    dealt: bool


def terms(text: str, words: Sequence[Word], *, within: bool = False) -> Iterator[Term]:
    """Give what a parsed sentence says that somebody is bound to do; `within` tells that the sentence goes on about a deal."""
    for at, word in enumerate(words):
        if word.upos != "VERB" or any(w.head == at and w.lemma.lower() in ("not", "never", "n't") for w in words):
            continue
        lemma = word.lemma.lower()
        named = dealt(words, at)
        ahead = bound_ahead(words, at) and not conditional(words, at)
        if obliging(words, at) or (named and (ahead or owed(words, at) or present(text, words, at))):
            yield term(words, at, True)
        elif ahead and lemma in GIVING and given(words, at) and not told_by_deal(words, at):
            yield term(words, at, within)


def dealt(words: Sequence[Word], at: int) -> bool:
    """Tell whether a clause says that it tells a term: under the deal, in return, an accord under which."""
    for i, w in enumerate(words):
        if w.head != at or not w.deprel.startswith("obl"):
            continue
        cases = {k.lemma.lower() for k in words if k.head == i and k.deprel == "case"}
        lemma = w.lemma.lower()
        deal = lemma in DEALS or (lemma in ("it", "term") and "under" in cases)
        which = lemma in ("which", "whereby") and described(words, at) in DEALS
        if (cases & BY and (deal or which)) or (lemma in RETURN and "in" in cases):
            return True
    above = words[at].head
    joined = words[at].deprel in ("conj", "parataxis") and above >= 0 and words[above].upos == "VERB"
    return joined and not own_subject(words, at) and dealt(words, above)


def described(words: Sequence[Word], at: int) -> str:
    """Give the noun that a relative clause tells of."""
    above = words[at].head
    return words[above].lemma.lower() if words[at].deprel == "acl:relcl" and above >= 0 else ""


def obliging(words: Sequence[Word], at: int) -> bool:
    """Tell whether the subject is a deal that says or provides something."""
    if words[at].lemma.lower() not in OBLIGING or any(w.head == at and w.deprel == "aux" for w in words):
        return False
    told = [w for w in words if w.head == at and w.deprel.split(":")[0] in ("obj", "ccomp", "obl", "xcomp", "acl")]
    fronted = any(w.lemma.lower() in ("what", "which", "that", "whatever") and w.upos == "PRON" for w in told)
    return bool(told) and not fronted and any(
        w.head == at and w.deprel == "nsubj" and w.lemma.lower() in DEALS for w in words
    )  # fmt: skip


def own_subject(words: Sequence[Word], at: int) -> bool:
    return any(w.head == at and w.deprel.startswith("nsubj") for w in words)


def told_by_deal(words: Sequence[Word], at: int) -> bool:
    """Tell whether a clause is what a deal says: the accord says that the mine will be given back."""
    return words[at].deprel == "ccomp" and words[at].head >= 0 and obliging(words, words[at].head)


def bound_ahead(words: Sequence[Word], at: int) -> bool:
    """Tell whether a verb is ahead for who is bound: will pay, is to pay, is ready to pay; would pay, where it is reported."""
    below = [w for w in words if w.head == at]
    helpers = {w.lemma.lower() for w in below if w.deprel.startswith("aux")}
    if helpers & WILL or ("would" in helpers and reported(words, at)):
        return True
    infinitive = any(w.lemma.lower() == "to" and w.upos == "PART" for w in below)
    if infinitive and "be" in helpers and "have" not in helpers:
        return True
    return infinitive and above_infinitive(words, at) in ("ready", "willing", "prepared")


def owed(words: Sequence[Word], at: int) -> bool:
    """Tell whether a verb is a duty: must pay, has to pay."""
    return above_infinitive(words, at) == "have" or any(w.head == at and w.lemma.lower() == "must" for w in words)


def above_infinitive(words: Sequence[Word], at: int) -> str:
    """Give the word that an infinitive hangs on."""
    return words[words[at].head].lemma.lower() if words[at].deprel == "xcomp" and words[at].head >= 0 else ""


def reported(words: Sequence[Word], at: int) -> bool:
    """Tell whether a clause is what somebody says: that it would pay, and that it would rebuild; it would pay, the firm said."""
    while words[at].deprel == "conj" and words[at].head >= 0:
        at = words[at].head
    above = words[at].head
    return words[at].deprel == "ccomp" or any(w.head == at and w.deprel == "parataxis" for w in words) or (
        words[at].deprel == "parataxis" and above >= 0
    )  # fmt: skip


def conditional(words: Sequence[Word], at: int) -> bool:
    """Tell whether the clause stands under a condition or a question: whether it would pay."""
    return any(w.head == at and w.deprel == "mark" and w.lemma.lower() in IF for w in words)


def present(text: str, words: Sequence[Word], at: int) -> bool:
    """Tell whether a verb stands bare, as terms are told: under it the firm pays, hands over, lets."""
    lemma, form = words[at].lemma.lower(), text[words[at].start : words[at].end].lower()
    helped = any(w.head == at and w.deprel.startswith("aux") for w in words)
    finite = words[at].deprel in ("root", "conj", "parataxis", "ccomp", "acl:relcl")
    return finite and not helped and lemma in GIVING | LETTING and form in (lemma, f"{lemma}s", f"{lemma}es")


def given(words: Sequence[Word], at: int) -> bool:
    """Tell whether a verb says what is given, or is done to it: will pay the fine, will be handed over; not a speech."""
    about = [w for w in words if w.head == at and w.deprel in ("obj", "nsubj:pass", "iobj", "ccomp")]
    paid = words[at].lemma.lower() in ("pay", "compensate") and any(w.head == at and w.deprel == "obl" for w in words)
    return (bool(about) or paid) and not any(w.lemma.lower() in SAID for w in about)


def term(words: Sequence[Word], at: int, deal: bool) -> Term:
    """Make a term with the words that stand for who is bound."""
    top = subject(words, at)
    obliged = next((i for i, w in enumerate(words) if w.head == at and w.deprel == "obj"), None)
    if top is not None and words[top].lemma.lower() in DEALS:
        top = obliged if obliged is not None and words[at].lemma.lower() in ("oblige", "require", "bind", "commit") else None
    passive = next((i for i, w in enumerate(words) if w.head == at and w.deprel == "nsubj:pass"), None)
    anchor = next((i for i in (top, passive) if i is not None), at)
    above = words[at].head if above_infinitive(words, at) else at
    start, end = telling(words, above, anchor)
    return Term(start, end, at, phrase(words, top) if top is not None else (), deal)
