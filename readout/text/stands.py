"""Find who takes a stand in a parsed sentence, or binds himself: demands, refusals, denials, offers, threats, promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple, Protocol

from readout.records import Word


class Words(Protocol):
    """What is asked of the lexicon of stands."""

    @property
    def verbs(self) -> Mapping[str, str]: ...
    @property
    def nouns(self) -> Mapping[str, str]: ...
    @property
    def needs(self) -> Mapping[str, frozenset[str]]: ...
    @property
    def challenged(self) -> frozenset[str]: ...
    @property
    def expected(self) -> frozenset[str]: ...
    @property
    def unsaid(self) -> frozenset[str]: ...


class Stand(NamedTuple):
    """A stand: what kind, the clause, the word that tells it, the words that stand for its holder, and whether what it is about
    is told by a pronoun (promised this)."""

    kind: str
    start: int
    end: int
    at: int
    holders: tuple[int, ...]  # numbers of words in the holder's phrase
    pointing: bool


SUBJECT: Final = ("nsubj",)
ASIDE: Final = frozenset(("acl", "appos", "parataxis", "advcl", "dep"))  # what tells more of a holder is no holder
UNREAL: Final = frozenset(("may", "might", "could", "can", "should"))
IF: Final = frozenset(("if", "unless", "whether", "should", "until", "before"))
POINTING: Final = frozenset(("this", "that", "it", "so", "as", "they", "these", "those"))
# Nouns that point back to what was asked or said, where nothing behind them tells it: turned the offer down.
ANAPHORIC: Final = frozenset((
    "demand", "offer", "proposal", "request", "idea", "plan", "motion", "claim", "charge", "accusation", "allegation", "report",
    "suggestion", "call", "condition", "ultimatum", "account", "step",
))  # fmt: skip
LONGEST: Final = 260  # characters of a stand that are told; ours
GIVING: Final = frozenset(
    (
        "give",
        "make",
        "issue",
        "renew",
        "repeat",
        "reiterate",
        "offer",
        "file",
        "submit",
        "table",
        "lodge",
        "bring",
        "launch",
    )
)
DROPPING: Final = frozenset(("withdraw", "drop", "abandon", "retract", "relinquish", "rescind", "shelve"))
CONTENT: Final = frozenset(("obj", "xcomp", "ccomp", "obl", "iobj"))
WONDERING: Final = frozenset(("whether", "if", "how", "why", "what", "who", "where", "when", "which"))
WILL: Final = frozenset(("will", "would", "shall", "should", "must"))
DAYS: Final = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "end", "beginning", "today", "tomorrow",
    "noon", "midnight", "midday", "night", "evening", "morning", "week", "month", "year", "summer", "autumn", "winter",
    "spring", "easter", "christmas", "then", "now",
))  # fmt: skip
AGREED: Final = frozenset(("to", "on", "upon", "that"))


def stands(words: Sequence[Word], known: Words) -> Iterator[Stand]:
    """Give the stands a parsed sentence tells; none that is denied, asked for or only possible."""
    for at, word in enumerate(words):
        lemma = word.lemma.lower()
        kind = (
            known.verbs.get(lemma) if word.upos == "VERB" else known.nouns.get(lemma) if word.upos == "NOUN" else None
        )
        if kind is None or (word.upos == "VERB" and not takes(words, at, known)) or unreal(words, at) or asked(words, at, known):
            continue
        if lemma == "appeal" and asks(words, at):
            kind = "demand"
        top = subject(words, at) if word.upos == "VERB" else owner(words, at)
        if top is not None:
            given = word.upos == "NOUN" and word.deprel == "obj" and words[top].head == word.head
            start, end = telling(words, word.head if given else at, top)
            silent = word.upos == "VERB" and kind in ("refusal", "denial") and ends(words, at)
            back = kind != "accusation" and (silent or pointing(words, at))
            yield Stand(kind, start, end, at, phrase(words, top), back)


def asks(words: Sequence[Word], at: int) -> bool:
    """Tell whether an appeal asks somebody for something, as one for calm does; else it is one to a court."""
    below = [i for i, w in enumerate(words) if w.head == at]
    cases = {w.lemma.lower() for w in words if w.head in below and w.deprel == "case"}
    return "for" in cases or any(
        words[i].deprel in ("xcomp", "acl", "advcl") and any(w.head == i and w.upos == "PART" for w in words)
        for i in below
    )


def telling(words: Sequence[Word], at: int, top: int) -> tuple[int, int]:
    """Give the stretch from the holder to the end of the stand, with its conditions, without other clauses."""
    verb = words[at].upos == "VERB"
    under, grown = {at, top}, True
    while grown:
        more = {i for i, w in enumerate(words) if w.head in under and not (
            verb and w.head == at and (w.deprel in ("parataxis", "cc", "punct", "ccomp:reported")
                                       or (w.deprel == "conj" and w.upos in ("VERB", "AUX")))
        )}  # fmt: skip
        grown = not more <= under
        under |= more
    first = last = at
    while first - 1 in under or (first - 2 in under and words[first - 1].upos == "PUNCT"):
        first -= 1
    while last + 1 in under or (last + 2 in under and words[last + 1].upos == "PUNCT"):
        last += 1
    while last > at and (words[last].upos == "PUNCT" or words[last].end - words[first].start > LONGEST):
        last -= 1
    while first < at and words[first].upos in ("PUNCT", "CCONJ", "SCONJ"):
        first += 1
    return words[first].start, words[last].end


def takes(words: Sequence[Word], at: int, known: Words) -> bool:
    """Tell whether a verb has beside it what it needs to tell a stand, and something the stand is about."""
    below = [i for i, w in enumerate(words) if w.head == at]
    parts = {words[i].lemma.lower() for i in below if words[i].deprel.startswith(("compound", "case"))}
    inner = {w.lemma.lower() for w in words if w.head in below and w.deprel.split(":")[0] in ("case", "mark")}
    lemma, about = words[at].lemma.lower(), {words[i].deprel.split(":")[0] for i in below}
    needed = known.needs.get(lemma, frozenset())
    if parts - needed or (needed and not needed & (parts | inner)):
        return False
    match lemma:
        case "agree":
            told = [i for i in below if words[i].deprel == "ccomp"]
            opinion = told and not any(w.head in told and w.deprel == "aux" and w.lemma.lower() in WILL for w in words)
            return not opinion and ("xcomp" in about or "obj" in about or bool(about & {"ccomp", "obl"} and inner & AGREED))
        case "want" | "ask":
            if any(words[i].deprel in ("ccomp", "advcl") and wondered(words, i) for i in below):
                return False
            return bool(about & {"obj", "iobj", "ccomp"}) or any(
                words[i].deprel == "xcomp" and subjected(words, i) for i in below
            )
        case "challenge":
            return any(words[i].deprel == "obj" and words[i].lemma.lower() in known.challenged for i in below)
        case "appeal":
            return True
        case "call":
            return bool(inner & {"on", "upon"}) or "obj" not in about  # called a protest for Monday
        case "expect":
            return any(words[i].deprel == "obj" and words[i].lemma.lower() in known.expected for i in below)
        case "decline" | "refuse":
            return not any(words[i].deprel == "xcomp" and words[i].lemma.lower() in known.unsaid for i in below)
    return bool(about & CONTENT) or passive(words, at) or ends(words, at)


def wondered(words: Sequence[Word], verb: int) -> bool:
    """Tell whether a clause is a question: asked whether the gates were open, how many there were."""
    return any(w.head == verb and w.lemma.lower() in WONDERING for w in words) or any(
        w.lemma.lower() in WONDERING and w.head >= 0 and words[w.head].head == verb for w in words
    )


def subjected(words: Sequence[Word], verb: int) -> bool:
    """Tell whether what is wanted has a doer of its own, or is to be done to something: wants the ships to leave."""
    return any(w.head == verb and w.deprel.startswith("nsubj") for w in words)


def ends(words: Sequence[Word], at: int) -> bool:
    """Tell whether a refusal stands without what is refused, as one does at the end of a sentence: the federation refuses."""
    return not any(w.head == at and w.start > words[at].end and w.upos != "PUNCT" for w in words)


def unreal(words: Sequence[Word], at: int) -> bool:
    """Tell whether a stand is denied, asked for, or only possible."""
    below = [w for w in words if w.head == at]
    if any(w.lemma.lower() in ("not", "never", "n't") and w.deprel.startswith("advmod") for w in below):
        return True
    if any(w.deprel.startswith("aux") and w.lemma.lower() in UNREAL for w in below):
        return True
    if (words[at].deprel == "advcl" and any(w.deprel in ("mark", "case") for w in below)) or disputed(words, at):
        return True  # suspended for refusing overtime; an appeal against a judgment
    above = words[at].head
    if words[at].deprel == "advcl" and at < above and not any(w.deprel.startswith(("nsubj", "aux")) for w in below):
        return True  # asked about the ban, she said: who asks is not told
    if words[at].upos == "NOUN" and above >= 0 and words[above].lemma.lower() in DROPPING:
        return True  # withdrew its demand
    if words[at].upos == "NOUN" and above >= 0 and given_up(words, above):
        return True  # gave up its demand
    conditional = any(w.deprel == "mark" and w.lemma.lower() in IF for w in below)
    wanted = (
        words[at].deprel == "xcomp" and words[at].head >= 0 and words[words[at].head].lemma.lower() not in ("have",)
    )
    return conditional or (wanted and words[at].upos == "VERB")


def given_up(words: Sequence[Word], verb: int) -> bool:
    """Tell whether a verb says that something is given up or backed down from."""
    parts = {w.lemma.lower() for w in words if w.head == verb and w.deprel in ("compound:prt", "advmod", "case")}
    return (words[verb].lemma.lower() == "give" and "up" in parts) or (words[verb].lemma.lower() == "back" and "down" in parts)


def asked(words: Sequence[Word], at: int, known: Words) -> bool:
    """Tell whether somebody only asks for a stand: demanded that the board reject the plan."""
    above = words[at].head
    if words[at].deprel != "ccomp" or above < 0 or known.verbs.get(words[above].lemma.lower()) not in ("demand", "proposal"):
        return False
    helpers = {w.lemma.lower() for w in words if w.head == at and w.deprel.startswith("aux")}
    return not helpers - {"should", "must"}


def disputed(words: Sequence[Word], at: int) -> bool:
    """Tell whether a noun is an appeal to a court, against something: no demand of the one it is addressed to."""
    return (
        words[at].upos == "NOUN"
        and words[at].lemma.lower() != "appeal"
        and any(
            w.deprel == "case" and w.lemma.lower() == "against" and w.head >= 0 and words[w.head].head == at
            for w in words
        )
    )


def subject(words: Sequence[Word], at: int) -> int | None:
    """Find who acts in a verb: its subject, that of the verb it is joined to, who it is done by in the passive."""
    if passive(words, at):
        return next((i for i, w in enumerate(words) if w.head == at and w.deprel in ("obl:agent", "obl") and not is_day(w)
                     and any(k.head == i and k.lemma.lower() == "by" for k in words)), None)  # fmt: skip
    for _ in range(3):
        own = next((i for i, w in enumerate(words) if w.head == at and w.deprel in SUBJECT), None)
        if own is not None:
            return own if words[own].lemma.lower() not in ("who", "which", "that") else described(words, at)
        if words[at].deprel == "acl" or (words[at].upos == "ADJ" and words[at].head >= 0):
            return None  # the line agreed ten days ago: whose stand it is is not told
        if words[at].deprel not in ("conj", "xcomp", "advcl", "parataxis") or words[at].head < 0:
            return None
        at = words[at].head
    return None


def is_day(word: Word) -> bool:
    """Tell whether a word is a day, a month or a number: by Monday tells no doer."""
    return word.upos == "NUM" or word.lemma.lower() in DAYS


def described(words: Sequence[Word], verb: int) -> int | None:
    """Give the noun that a relative clause describes."""
    return words[verb].head if words[verb].deprel == "acl:relcl" and words[verb].head >= 0 else None


def owner(words: Sequence[Word], noun: int) -> int | None:
    """Find whose stand a noun tells: its possessor, who it is by, or who gives or makes it."""
    above = words[noun].head
    if words[noun].deprel == "obj" and above >= 0 and words[above].lemma.lower() in GIVING and not unreal(words, above):
        return subject(words, above)
    for i, w in enumerate(words):
        if w.head == noun and (w.deprel == "nmod:poss" or (
            w.deprel in ("nmod", "nmod:agent") and any(k.head == i and k.lemma.lower() == "by" for k in words)
        )):  # fmt: skip
            return i
    return None


def passive(words: Sequence[Word], at: int) -> bool:
    return any(w.head == at and w.deprel in ("nsubj:pass", "aux:pass") for w in words)


def phrase(words: Sequence[Word], top: int, aside: frozenset[str] = ASIDE) -> tuple[int, ...]:
    """Give the words of a noun phrase without what only tells more of it."""
    inside = {top}
    for _ in range(6):
        inside |= {i for i, w in enumerate(words) if w.head in inside and w.deprel.split(":")[0] not in aside}
    return tuple(sorted(inside))


def called(words: Sequence[Word], holders: Sequence[int]) -> tuple[int, ...]:
    """Give the words of a holder's phrase with the name set beside it: the owner, Northern Line."""
    top = next((i for i in holders if words[i].head not in holders), None)
    return () if top is None else phrase(words, top, ASIDE - {"appos"})


def pointing(words: Sequence[Word], at: int) -> bool:
    """Tell whether what is promised or refused is told by a word that points back alone."""
    about = [i for i, w in enumerate(words) if w.head == at and w.deprel in ("obj", "ccomp", "xcomp", "nsubj:pass")]
    return bool(about) and all(points(words, i) for i in about)


def points(words: Sequence[Word], i: int) -> bool:
    """Tell whether a word only points back: this; the demand."""
    lemma, below = words[i].lemma.lower(), [w for w in words if w.head == i]
    if words[i].upos in ("PRON", "DET") and lemma in POINTING:
        return True
    defined = any(w.deprel == "det" and w.lemma.lower() in ("the", "this", "that", "these", "those") for w in below)
    return lemma in ANAPHORIC and defined and not any(w.deprel.split(":")[0] in ("nmod", "acl", "ccomp") for w in below)
