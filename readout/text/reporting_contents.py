"""Find what was said, by a predicate of saying: a clause, an infinitive, a phrase, an object or what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting import EMPTY, ReportingWords
from readout.text.reporting_borders import begins_late, is_taken_out, with_borders
from readout.text.reporting_manner import is_somebody
from readout.text.reporting_sources import LEAD, PASSIVE, SUBJECT, behind_verb, is_passive
from readout.text.reporting_tags import set_in

Found = tuple[str, list[int]]  # frame and word numbers of the content


def content_of(tree: Tree, i: int, lemma: str, known: ReportingWords) -> Found | None:
    """What was said by verb i, with the frame it was read in."""
    for frame in FRAMES:
        found = frame(tree, i, lemma, known)
        if found:
            words = with_borders(tree, i, frame.__name__, before_marks(tree, i, found))
            return (frame.__name__, words) if words else None
    return None


def before_marks(tree: Tree, i: int, words: list[int]) -> list[int]:
    """What was said up to a colon with quoted words behind it, which are read by their marks: said S: "T"."""
    cut = next((n for n in words if n > i and tree.lows[n] == ":" and opens(tree, n + 1)), None)
    before = [n for n in words if cut is None or n < cut]
    return before if any(n > i and tree.upos(n) in ("VERB", "AUX") for n in before) else words


def opens(tree: Tree, n: int) -> bool:
    """An opening mark stands at word n."""
    return n < len(tree.words) and tree.lows[n] in OPENING


def clause(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """A clause below the verb: said that S; "S," said X."""
    if lemma not in known.clause:
        return []
    heads = [k for k in tree.having(i, "ccomp", "csubj") if not is_further_saying(tree, k, known)]
    if any(is_taken_out(tree, i, k) for k in heads):
        return []
    late = next((o for k in heads if (o := begins_late(tree, i, k)) is not None and lemma not in known.hearers), None)
    heads = heads if late is None else [late, *heads]
    heads = heads or [k for x in tree.having(i, "xcomp") for k in tree.having(x, "ccomp") if k > x]
    heads = heads or [k for k in tree.having(i, "parataxis") if behind_colon(tree, i, k)] or in_statement(tree, i)
    heads = heads or asked(tree, i, lemma) or beside(tree, i) or made_known(tree, i) or behind_tag(tree, i)
    said = [n for k in (*heads, *goes_on(tree, i, heads, known)) for n in tree.subtree(k) if k < i or n > i]
    return behind_channel(tree, i, heads, said) or behind_that(tree, i)


def behind_channel(tree: Tree, i: int, heads: list[int], said: list[int]) -> list[int]:
    """What was said without the phrase before "that" which tells how it was said: said by telephone that S."""
    that = next((m for k in heads for m in tree.having(k, "mark") if tree.lows[m] == "that" and m > i + 1), None)
    lead = [n for n in said if that is not None and i < n < that]
    verbal = any(tree.upos(n) in ("VERB", "AUX") for n in lead)
    phrase = bool(lead) and lead[0] == i + 1 and tree.upos(lead[0]) == "ADP" and not verbal
    return [n for n in said if n not in lead] if phrase else said


def behind_that(tree: Tree, i: int) -> list[int]:
    """What follows "that" right behind the verb, where the parse misses the clause; up to a semicolon."""
    if i + 3 >= len(tree.words) or tree.lows[i + 1] != "that" or tree.rel(i + 1) != "mark":
        return []
    end = next((n for n in range(i + 1, len(tree.words)) if tree.lows[n] == ";"), len(tree.words))
    return list(range(i + 1, end))


def behind_tag(tree: Tree, i: int) -> list[int]:
    """The clause behind another clause of saying that is set in: told them, witnesses said, that S."""
    below = [c for k in tree.having(i, "parataxis") for c in tree.having(k, "ccomp") if k > i]
    return [c for c in below if "that" in marks(tree, c)]


def made_known(tree: Tree, i: int) -> list[int]:
    """The clause of "let it be known that"."""
    known = [k for k in tree.having(i, "xcomp", "ccomp") if tree.lows[k] == "known"]
    return [c for k in known for c in tree.having(k, "ccomp")]


def asked(tree: Tree, i: int, lemma: str) -> list[int]:
    """The question where it looks like a condition: asked if S."""
    return [k for k in tree.having(i, "advcl") if lemma == "ask" and k > i and marks(tree, k) & {"if", "whether"}]


def beside(tree: Tree, i: int) -> list[int]:
    """The other half of a relative clause: the plan, which critics say would fail."""
    if tree.rel(i) != "acl:relcl" or not tree.having(i, *SUBJECT) or tree.having(i, "obj"):
        return []
    return [k for k in tree.having(tree.head(i), "acl:relcl") if k > i and not is_taken_out(tree, i, k)][:1]


def goes_on(tree: Tree, i: int, heads: list[int], known: ReportingWords) -> list[int]:
    """A clause joined without a comma to the one that was said, and that says nothing itself: said A died and B fled."""
    if not heads or heads[-1] < i or tree.rel(i) == "conj":
        return []
    found = []
    for k in tree.having(i, "conj"):
        joint = tree.one(k, "cc")
        own = tree.having(k, *SUBJECT, *PASSIVE) and known.forms.get(tree.lows[k]) not in known.clause
        if own and joint is not None and joint > heads[-1] and tree.lows[joint - 1] not in (",", ";", "”", '"'):
            found.append(k)
    return found


def in_statement(tree: Tree, i: int) -> list[int]:
    """The clause where it hangs on the occasion: said in a statement that S."""
    told = [k for k in tree.having(i, "obl", "obj", "iobj") if k > i and tree.upos(k) in ("NOUN", "PROPN")]
    below = [c for k in told for c in tree.having(k, "acl", "acl:relcl", "ccomp") if c > k]
    return [
        c for c in below if "that" in marks(tree, c) or (tree.upos(tree.head(c)) == "NOUN" and that_clause(tree, c))
    ]


def that_clause(tree: Tree, c: int) -> bool:
    """A clause that begins with "that" and has a subject of its own."""
    own = tree.one(c, *SUBJECT, *PASSIVE)
    return tree.lows[tree.subtree(c)[0]] == "that" and own is not None and tree.lows[own] != "that"


def is_further_saying(tree: Tree, k: int, known: ReportingWords) -> bool:
    """A participle of saying behind a comma, which is a report of its own: …, adding that."""
    participle = tree.lows[k].endswith("ing") and not tree.having(k, *SUBJECT, "aux", "mark")
    return participle and known.forms.get(tree.lows[k]) in known.clause


def behind_colon(tree: Tree, i: int, k: int) -> bool:
    """A colon or an opening mark stands between verb i and the clause that follows it."""
    first = tree.subtree(k)[0]
    return k > i and any(tree.lows[n] in (":", "“", '"') for n in range(i, max(first + 1, i)))


def around(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """The clause that the verb is set into or behind: S, X said; as X said, S."""
    above = clause_above(tree, i)
    if above >= 0 and marks(tree, above) & {"whether", "if"}:
        return []  # asked whether S, as Poe demands: a question is none of his
    led = i <= LEAD and tree.lows[0] == "as" and tree.rel(i) == "advcl"  # as noted the chief, S; as it was stated by them, S
    by = is_passive(tree, i) and led and tree.one(i, "obl:agent") is not None
    inverted = led and not is_passive(tree, i) and behind_verb(tree, i) is not None
    if lemma not in known.clause or above < 0 or (is_passive(tree, i) and not by):
        return []
    if not (by or inverted) and not tree.having(i, *SUBJECT):
        return []
    if not inverted and any(tree.lows[k] != "it" for k in tree.having(i, "obj", "xcomp")):
        return []
    as_clause = tree.rel(i) in ("advcl", "parataxis") and "as" in {
        tree.lows[k] for k in tree.having(i, "mark", "advmod")
    }
    first = tree.subtree(i)[0]
    comma = "," in (tree.lows[first], tree.lows[first - 1])
    behind = tree.rel(i) == "advcl" and comma and not tree.having(i, "advmod")
    inserted = (tree.rel(i) == "parataxis" or behind) and not tree.having(i, "mark")
    own = set(tree.subtree(i))
    words = [n for n in tree.subtree(above) if n not in own]
    later = next((n for n in words if n > max(own) and tree.upos(n) != "PUNCT"), None)
    if later is not None and tree.lows[later] in ("who", "whose", "which"):
        words = [n for n in words if n < min(own)]  # it describes the one who spoke: said Poe, who is 61
    return words if as_clause or (inserted and touches(words, own)) else []


def clause_above(tree: Tree, i: int) -> int:
    """The head of the clause that word i is set into, also where it hangs on a noun of that clause."""
    above, steps = tree.head(i), 0
    while above >= 0 and tree.head(above) >= 0 and tree.rel(above).split(":")[0] in NOMINAL and steps < STEPS:
        above, steps = tree.head(above), steps + 1
    return above


STEPS: Final = 6
NOMINAL: Final = frozenset(
    ("nsubj", "obj", "obl", "nmod", "amod", "appos", "compound", "advmod", "iobj", "flat", "conj")
)


def touches(words: list[int], own: set[int]) -> bool:
    """Some of the words stand before the inserted clause."""
    return bool(words) and words[0] < min(own)


def infinitive(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """What is promised, threatened or asked for: vowed to S, urged X to S."""
    told = any(
        tree.rel(k) != "obl" or tree.case(k) in ADDRESSING for k in tree.having(i, "obj", "iobj", "nsubj:pass", "obl")
    )
    if lemma == "call" and not any(tree.case(k) in ("on", "upon", "for") for k in tree.having(i, "obl")):
        return []
    for k in tree.having(i, "xcomp", "ccomp", "advcl"):
        if k < i or "to" not in marks(tree, k) or "order" in marks(tree, k):
            continue
        below = tree.rel(k) != "advcl"
        if (below or lemma in VOWING) and lemma in known.subject_infinitive:
            return tree.subtree(k)
        if told and lemma in known.hearer_infinitive and (below or lemma in ADVERBIAL):
            return tree.subtree(k)
    if lemma not in known.hearer_infinitive:
        return []
    on_hearer = [
        c for k in tree.having(i, "iobj", "obj") for c in tree.having(k, "acl") if c > k and "to" in marks(tree, c)
    ]
    return tree.subtree(on_hearer[0]) if on_hearer else []


def expected(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """What somebody expects: expects prices to rise, expects two more strikes."""
    k = tree.one(i, "obj") if lemma == "expect" else None
    if k is None or k < i or tree.lows[k] in EMPTY or is_passive(tree, i):
        return []
    return [n for m in (k, *tree.having(i, "xcomp")) for n in tree.subtree(m)]


def gerund(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """What is admitted, denied or suggested: denied taking the money."""
    if lemma not in known.gerund:
        return []
    below = [k for k in tree.having(i, "xcomp", "ccomp") if k > i]
    doing = [k for k in below if tree.lows[k].endswith("ing") or any(tree.lows[a] in ("having", "being") for a in tree.kids[k])]
    return [n for k in doing for n in tree.subtree(k)]


def marks(tree: Tree, k: int) -> set[str]:
    """The words that mark clause k, as written: to, in order to."""
    return {tree.lows[n] for m in tree.having(k, "mark") for n in (m, *tree.having(m, "fixed"))}


ADDRESSING: Final = frozenset(("on", "upon", "to", "for", "with"))
VOWING: Final = frozenset(("promise", "vow", "pledge", "threaten", "swear", "undertake"))
ADVERBIAL: Final = frozenset(("call", "appeal", "plead", "urge"))


def naming(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """What something is called: called it a disgrace."""
    if lemma not in known.naming:
        return []
    named = [k for k in tree.having(i, "xcomp") if k > i]
    by = tree.one(i, "obl:agent") is not None and tree.lows[i + 1 : i + 2] and tree.lows[i + 1] in OPENING
    if by and named:
        return tree.subtree(named[0])  # called “S” by Poe
    if tree.rel(i).startswith("acl") and is_passive(tree, i):
        return []  # a man called Poe
    of = [k for k in tree.having(i, "obj", *PASSIVE) if tree.lows[k] not in ("which", "that", "who", "whom", "what")]
    if named and not of:
        return []  # called a strike
    if not named:
        return quoted_name(tree, of[0]) if of and of[0] > i else []
    return [n for k in (*of[:1], *named) for n in tree.subtree(k)]


def quoted_name(tree: Tree, k: int) -> list[int]:
    """An object and the quoted words right behind it: called the plan "a carpet laid over a hole"."""
    if k + 1 >= len(tree.words) or tree.lows[k + 1] not in OPENING:
        return []
    end = next((n for n in range(k + 2, len(tree.words)) if tree.lows[n] in CLOSING), None)
    return list(range(min(n for n in tree.subtree(k) if n <= k), end + 1)) if end else []


OPENING: Final = frozenset(("“", '"', "‘", "'", "``", "«", "„"))
CLOSING: Final = frozenset(("”", '"', "’", "'", "''", "»", "“"))


def phrase(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """A phrase with the preposition of the verb: accused X of S, described X as Y, called for Y."""
    takes = known.prepositions.get(lemma)
    if not takes:
        return []
    below = tree.having(i, "obl", "advcl", "xcomp", "obl:unmarked", "ccomp")
    held = [k for k in below if k > i and tree.case(k).split(" ")[0] in takes]
    convened = tree.rel(i) == "acl:relcl" or bool(tree.having(i, "obj", *PASSIVE))
    if lemma == "call" and convened and not any(tree.case(k) == "on" for k in held):
        return []  # a march called for Friday
    if tree.lows[i + 1 : i + 2] == ("for",) and "for" in takes and (asked := asked_of(tree, i)):
        return asked
    if any(tree.lows[k] in ("nothing", "anything") for k in held):
        return []
    if not held and is_passive(tree, i):
        by = [c for k in tree.having(i, "obl:agent") for c in tree.having(k, "acl") if tree.case(c).split(" ")[0] in takes]
        by += [c for k in tree.having(i, "obl:agent") for c in tree.having(k, "acl") if marks(tree, c) & takes]
        if by:
            return tree.subtree(by[0])
    if not held:
        on_object = tree.having(i, "obj", *PASSIVE)[:1] if lemma not in HEARER_OBJECT else []
        return [
            n
            for k in on_object
            if any(tree.case(c).split(" ")[0] in takes for c in tree.having(k, "acl", "nmod"))
            for n in tree.subtree(k)
        ]
    if any(tree.lows[k] == "saying" for k in held):
        return []
    of = [] if lemma in HEARER_OBJECT else tree.having(i, "obj", *PASSIVE)
    bare = not of and tree.case(held[0]) in ("for", "to", "at", "on")
    left_out = {m for k in held for m in tree.having(k, "case") if m == i + 1} if bare else set()
    return [n for k in (*of[:1], *held) for n in tree.subtree(k, without=left_out)]


def asked_of(tree: Tree, i: int) -> list[int]:
    """Who is to do what: called for the mayor to resign."""
    doing = next((k for k in tree.having(i, "xcomp", "ccomp", "advcl") if k > i + 2 and "to" in marks(tree, k)), None)
    return list(range(i + 2, max(tree.subtree(doing)) + 1)) if doing is not None else []


HEARER_OBJECT: Final = frozenset(
    ("tell", "remind", "assure", "inform", "notify", "warn", "ask", "caution", "advise", "beg")
)


def object_alone(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """An object that says what was said: demanded the release of S."""
    if lemma not in known.object or lemma == "call":
        return []
    passive = is_passive(tree, i)
    if passive and (tree.one(i, "obl:agent") is None or tree.rel(i).startswith("acl")):
        return []
    k = tree.one(i, *(PASSIVE if passive else ("obj",)))
    if k is None or (k < i) != passive or tree.lows[k] in EMPTY:
        return []
    if tree.upos(k) not in ("NOUN", "PROPN", "ADJ") and tree.lemma(k) not in known.nouns["any"]:
        return []
    if is_spoken_of(tree, k, lemma, known):
        return []
    words = [n for n in tree.subtree(k) if not any(tree.within(n, m) for m in channels(tree, k, known))]
    return [*words, *(n for m in about_noun(tree, i, k, words, known) for n in tree.subtree(m))]


def is_spoken_of(tree: Tree, k: int, lemma: str, known: ReportingWords) -> bool:
    """The object is whom it is done to or what is won, and no words: questioned the clerk, praised the mayor, claimed victory."""
    if lemma == "claim" and tree.lemma(k) in WON:
        return True
    named = tree.words[k].ner.endswith("PER") or is_somebody(tree, k, known)
    return lemma in EVALUATING and named and tree.lemma(k) not in known.nouns["any"]


EVALUATING: Final = frozenset((
    "question", "challenge", "praise", "criticize", "criticise", "condemn", "denounce", "slam", "blast", "mock", "applaud",
    "commend", "laud", "hail", "deride", "ridicule", "reject", "dismiss", "endorse", "decry", "threaten", "cite", "mention",
    "call", "tout",
))  # fmt: skip
WON: Final = frozenset((
    "victory", "win", "life", "lives", "victim", "prize", "title", "medal", "seat", "throne", "scalp", "success", "place",
    "spot", "asylum", "benefit", "pension", "allowance", "expense", "territory", "land",
))  # fmt: skip


def about_noun(tree: Tree, i: int, k: int, words: list[int], known: ReportingWords) -> list[int]:
    """What a noun of saying is about, where the parse hangs it on the verb: rejected a call by the bishop for the guard to go."""
    if tree.lemma(k) not in known.nouns["any"]:
        return []
    ends = {max(words) + 1, max(words) + 2}
    below = ((m, [n for n in tree.subtree(m) if tree.lows[n] != ","]) for m in tree.having(i, "obl", "advcl", "xcomp", "ccomp"))
    return [m for m, own in below if own[0] in ends and tree.lows[own[0]] in ("for", "that", "to", "of")]


def channels(tree: Tree, k: int, known: ReportingWords) -> list[int]:
    """What the parse hangs on an object though it tells where it was said: denied the charge in a post."""
    found = [m for m in tree.having(k, "nmod") if tree.case(m) == "in" and tree.lemma(m) in known.media]
    return [m for m in found if any(tree.lows[d] in ("a", "an") for d in tree.having(m, "det"))]


Frame = Callable[[Tree, int, str, ReportingWords], list[int]]
FRAMES: Final[tuple[Frame, ...]] = (set_in, clause, around, infinitive, expected, gerund, naming, phrase, object_alone)
