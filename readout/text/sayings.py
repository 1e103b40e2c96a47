"""Find the predicates of saying in a parsed sentence, with who said it and what: speech with or without quotation marks."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting import ReportingWords, Saying
from readout.text.reporting_contents import content_of
from readout.text.reporting_sources import PASSIVE, SUBJECT, is_passive, noun_phrase, source_of, subject

VERBAL: Final = frozenset(("VERB", "AUX"))
PERSONAL: Final = frozenset(("he", "it", "she", "they", "i", "we", "you", "who", "some", "many", "others", "both", "one"))
HUMAN_ENDINGS: Final = (
    "er",
    "or",
    "ist",
    "man",
    "men",
    "woman",
    "women",
    "person",
    "people",
    "ian",
    "ant",
    "ent",
    "ee",
    "crat",
)
NO_HUMAN: Final = (
    "ment",
    "tee",
    "tter",
    "over",
    "ower",
    "ctor",
    "olor",
    "bour",
    "aper",
    "umber",
    "vent",
    "rder",
    "tent",
    "ient",
)


def sayings(tree: Tree, known: ReportingWords) -> list[Saying]:
    """Give every saying of the sentence, in text order of its cue.

    Makes: at most one Saying for each verb, noun or preposition. Cost: linear in words times the depth of the tree.
    Method: ours; Universal Dependencies relations.
    """
    found: list[Saying] = []
    for i in range(len(tree.words)):
        made = verb(tree, i, known) or noun(tree, i, known) or according(tree, i, known) or heading(tree, i, known)
        if made:
            found.append(made)
    return raised(tree, found, known)


def raised(tree: Tree, found: list[Saying], known: ReportingWords) -> list[Saying]:
    """Give a further saying that the parse hangs inside what was said to the one who said that: he said S, adding T."""
    made = list(found)
    for n, s in enumerate(found):
        outer = next(
            (
                k
                for k, o in enumerate(made)
                if k != n and o.at < s.at and (goes_with(tree, s, o) or says_more(tree, s, o, known))
            ),
            None,
        )
        if outer is None:
            continue
        o, own = made[outer], {*tree.subtree(s.at), *tree.having(s.at, "cc")}
        made[n] = replace(s, source=o.source, named=o.named)
        made[outer] = replace(o, content=tuple(w for w in o.content if w not in own) or o.content)
    return [without_participle(tree, s, made) if s.frame == "infinitive" else s for s in made]


def without_participle(tree: Tree, s: Saying, found: list[Saying]) -> Saying:
    """What is promised or asked for ends before a participle of saying behind a comma: vowed to S, calling it T."""
    later = {o.at for o in found if o.at in s.content and tree.rel(o.at) == "advcl" and tree.lows[o.at].endswith("ing")}
    own = {n for i in later if tree.lows[i - 1] == "," for n in tree.subtree(i)}
    return replace(s, content=tuple(n for n in s.content if n not in own) or s.content)


def goes_with(tree: Tree, s: Saying, outer: Saying) -> bool:
    """A participle of saying behind a comma, in the content of another: he said S, adding T."""
    if not tree.lows[s.at].endswith("ing") or tree.having(s.at, *SUBJECT, "mark", "aux"):
        return False
    if tree.rel(s.at) not in ("advcl", "ccomp", "conj", "parataxis") or s.lemma not in GOES_ON:
        return False
    behind_comma = s.at > 0 and tree.lows[s.at - 1] in (",", "”", '"', "and")
    return behind_comma and s.at in outer.content and tree.head(s.at) in outer.content


def says_more(tree: Tree, s: Saying, outer: Saying, known: ReportingWords) -> bool:
    """A second verb of saying whose subject, as the parse has it, cannot speak: said the plan was dead but added that."""
    if tree.rel(s.at) != "conj" or tree.having(s.at, *SUBJECT, *PASSIVE) or s.at not in outer.content or not s.source:
        return False
    return tree.upos(s.source[-1]) != "PRON" and not speaks(tree, s.source, known)


GOES_ON: Final = frozenset(("add", "say", "note", "explain", "insist", "argue", "claim", "stress", "warn"))


# --- verbs ------------------------------------------------------------------------------------------------------------


def verb(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read verb i as a predicate of saying."""
    if tree.upos(i) not in VERBAL or is_fixed(tree, i):
        return None
    lemma, particle = predicate(tree, i, known)
    if lemma not in known.acts:
        return None
    read = content_of(tree, i, lemma, known)
    if read is None or is_denied(tree, i, known):
        return None
    frame, words = read
    frame = "naming" if lemma in NAMES_ONLY and frame != "infinitive" else frame
    source, named = source_of(tree, i)
    cue, source = quoted_as(tree, i, source)
    if lemma == "cite" and frame == "object_alone" and speaks(tree, tuple(tree.having(i, "obj")), known):
        return None  # who is cited said it
    unnamed = lemma in UNNAMED and frame == "phrase" and is_passive(tree, i)
    if lemma in known.weak and [tree.lows[n] for n in source] == ["it"]:
        return None  # a sign or a finding
    doubtful = lemma in known.weak or frame in ("object_alone", "phrase", "naming")
    if doubtful and not unnamed and not speaks(tree, named or source, known):
        return None
    if not source and tree.rel(i) == "root" and not tree.having(i, *SUBJECT, *PASSIVE, "expl"):
        return None  # an order to the reader, or a heading
    cue = (*cue, *(k for k in tree.having(i, "compound:prt") if k > i), *particle)
    content = tuple(n for n in words if n not in cue)
    act = known.acts.get(lemma)
    return Saying(i, tuple(sorted(set(cue))), source, named, content, lemma, act, frame, is_possible(tree, i, known))


def predicate(tree: Tree, i: int, known: ReportingWords) -> tuple[str, tuple[int, ...]]:
    """The lemma of verb i, and the word that makes a phrase of saying of it (pointed out, made clear), read as "say"."""
    lemma = known.forms.get(tree.lows[i], tree.lemma(i))
    words = known.phrases.get(lemma, frozenset())
    for k in tree.having(i, "compound:prt", "xcomp", "advmod"):
        if k > i and tree.lows[k] in words:
            return (lemma if lemma in known.clause else "say"), (k,)
    return lemma, ()


NAMES_ONLY: Final = frozenset(("call", "dub", "label", "brand", "term", "describe", "characterize", "characterise"))


UNNAMED: Final = frozenset(("accuse",))  # somebody is accused of something: a saying, though nobody is named


def is_fixed(tree: Tree, i: int) -> bool:
    """Part of a preposition or conjunction: according to, that said."""
    return tree.rel(i) in ("case", "fixed", "mark", "amod", "compound", "discourse", "aux")


def quoted_as(tree: Tree, i: int, source: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Cue and source, also of "X was quoted as saying S" and "the paper quoted X as saying S": the one quoted spoke."""
    above = tree.head(i)
    if above < 0 or tree.lows[i] != "saying" or tree.lemma(above) not in ("quote", "cite", "report"):
        return (i,), source
    told = tree.one(above, "obj")
    if told is not None:
        return (i,), noun_phrase(tree, told, i)
    who = subject(tree, above)
    return tuple(range(above, i + 1)), noun_phrase(tree, who, i) if who is not None else ()


def is_denied(tree: Tree, i: int, known: ReportingWords) -> bool:
    """The sentence says that it was not said."""
    beside = tree.having(i, "advmod", "cc:preconj", "det")
    if any(tree.lows[n] in known.negations for k in beside for n in (k, *tree.kids[k])):
        return True
    by = subject(tree, i)
    return by is not None and any(tree.lows[n] in NO_ONE for n in (by, *tree.kids[by]))


NO_ONE: Final = frozenset(("no", "nobody", "none", "neither", "not"))


def is_possible(tree: Tree, i: int, known: ReportingWords) -> bool:
    """The sentence says only that it may be, will be or should be said, or asks whether it was."""
    aux = {tree.lows[k] for k in tree.having(i, "aux")}
    if tree.rel(i) == "conj" and not aux and subject(tree, i) is None and tree.head(i) >= 0:
        aux = {tree.lows[k] for k in tree.having(tree.head(i), "aux")}
    if aux & known.possible and not any(tree.lows[k] == "later" for k in tree.having(i, "advmod")):
        return True
    if any(tree.lows[k] in ("if", "unless", "whether") for k in tree.having(i, "mark")):
        return True
    to = any(tree.lows[k] == "to" for k in tree.having(i, "mark"))
    return to and not is_real(tree, i, known)


def is_real(tree: Tree, i: int, known: ReportingWords) -> bool:
    """An infinitive below a verb that leaves it a fact: went on to say."""
    above = tree.head(i)
    if above < 0 or tree.upos(above) not in VERBAL or is_denied(tree, above, known):
        return False
    if is_possible(tree, above, known):
        return False
    if tree.rel(i) == "advcl":
        return tree.lows[above] != tree.lemma(above) and not tree.lows[above].endswith("s")
    return tree.rel(i) in ("xcomp", "conj") and tree.lemma(above) in known.real


def speaks(tree: Tree, source: tuple[int, ...], known: ReportingWords) -> bool:
    """The source is a person, a body or a text that speaks, as far as words tell."""
    return any(may_speak(tree, n, known) for n in source)


def may_speak(tree: Tree, n: int, known: ReportingWords) -> bool:
    """Word n names a person, body or text: by its name, by its ending, or by the list."""
    low, lemma = tree.lows[n], tree.lemma(n)
    if tree.upos(n) == "PROPN" or low in PERSONAL or low in known.texts or lemma in known.texts:
        return True
    by_ending = lemma.endswith(HUMAN_ENDINGS) and not lemma.endswith(NO_HUMAN)
    return tree.upos(n) in ("NOUN", "ADJ") and (by_ending or lemma in known.persons or low in known.persons)


# --- nouns ------------------------------------------------------------------------------------------------------------


def noun(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read noun i as a predicate of saying: his claim that S, a call for S."""
    lemma = tree.lemma(i)
    if tree.upos(i) != "NOUN" or lemma not in known.nouns["any"]:
        return None
    found = noun_content(tree, i, lemma, known)
    if found is None:
        return None
    frame, words = found
    source = owner(tree, i) or maker(tree, i, known)
    if not source and frame != "claim that":
        return None
    return Saying(i, (i,), source, (), tuple(words), lemma, known.acts.get(lemma), frame)


def noun_content(tree: Tree, i: int, lemma: str, known: ReportingWords) -> tuple[str, list[int]] | None:
    """The clause, infinitive or phrase that says what noun i is about."""
    for k in tree.having(i, "acl", "ccomp"):
        marks = {tree.lows[m] for m in tree.having(k, "mark")}
        if marks & {"that", "whether"} and tree.rel(i) == "obl" and verb_above(tree, i, known) in known.clause:
            return None  # said in a statement that S: the verb is the cue
        if marks & {"that", "whether"} and lemma in known.nouns["clause"]:
            return "claim that", tree.subtree(k)
        if "to" in marks and lemma in known.nouns["infinitive"]:
            return "promise to", tree.subtree(k)
        if marks & {"of"} and lemma in known.nouns["of"]:
            return "claim of", tree.subtree(k)
    for k in tree.having(i, "nmod", "obl"):
        case = tree.case(k)
        if k > i and lemma in known.nouns.get(case, ()):
            return f"claim {case}", tree.subtree(k)
    return None


def verb_above(tree: Tree, i: int, known: ReportingWords) -> str | None:
    """The lemma of the verb of saying that word i hangs on."""
    return known.forms.get(tree.lows[tree.head(i)]) if tree.head(i) >= 0 else None


def owner(tree: Tree, i: int) -> tuple[int, ...]:
    """Whose claim it is: X's claim, the claim by X."""
    poss = tree.one(i, "nmod:poss")
    if poss is not None:
        return tuple(n for n in noun_phrase(tree, poss, i) if tree.lows[n] not in ("'s", "’s", "'", "’"))
    by = next((k for k in tree.having(i, "nmod") if tree.case(k) in ("by", "from")), None)
    return noun_phrase(tree, by, i) if by is not None else ()


def maker(tree: Tree, i: int, known: ReportingWords) -> tuple[int, ...]:
    """Who makes the claim: X repeated the claim."""
    above = tree.head(i)
    if tree.rel(i) != "obj" or tree.lemma(above) not in known.makers:
        return ()
    if is_denied(tree, above, known) or is_possible(tree, above, known):
        return ()
    return source_of(tree, above)[0]


# --- headings ---------------------------------------------------------------------------------------------------------


def heading(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read "NAME: S", as in headlines: a few words that name somebody, a colon, and a clause."""
    if tree.lows[i] != ":" or not 0 < i <= LONGEST_NAME or i + 2 >= len(tree.words):
        return None
    before = range(i)
    if any(tree.upos(n) not in NAMING for n in before) or not speaks(tree, tuple(before), known):
        return None
    if any(tree.words[n].ner.endswith("LOC") for n in before) or not any(
        tree.upos(n) == "VERB" for n in range(i + 1, len(tree.words))
    ):
        return None
    return Saying(i, (i,), tuple(before), (), tuple(range(i + 1, len(tree.words))), "say", "state", "heading")


LONGEST_NAME: Final = 6
NAMING: Final = frozenset(("PROPN", "NOUN", "ADJ", "DET", "ADP", "PART"))


# --- according to -----------------------------------------------------------------------------------------------------


def according(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read "according to X" around noun i: what it is set into was said by X."""
    case = tree.case(i)
    if case not in known.according or tree.head(i) < 0:
        return None
    cue = [k for m in tree.having(i, "case", "mark") for k in (m, *tree.having(m, "fixed"))]
    own = set(tree.subtree(i))
    top = covered(tree, i, set_off(tree, own))
    words = [n for n in tree.subtree(top) if n not in own and n not in cue]
    source = tuple(n for n in noun_phrase(tree, i, i) if n not in cue)
    content = tuple(without_lead(tree, words))
    return Saying(i, tuple(sorted(cue)), source, (), content, "according", "state", "according to") if source else None


def covered(tree: Tree, i: int, outside: bool) -> int:
    """The head of what "according to X" covers: the clause it stands in, or the whole sentence it is set off from."""
    top, nominal = tree.head(i), ("nmod", "obl", "obj", "amod", "appos", "compound")
    while tree.head(top) >= 0:
        climbs = outside and tree.rel(top) in ("advcl", "acl")
        if not climbs and (tree.upos(top) in VERBAL or tree.rel(top) not in nominal):
            break
        top = tree.head(top)
    return top


def set_off(tree: Tree, own: set[int]) -> bool:
    """The phrase stands at the end of the sentence behind a comma, or at its beginning: it is of the whole sentence."""
    first, last = min(own), max(own)
    behind = all(tree.upos(n) == "PUNCT" for n in range(last + 1, len(tree.words)))
    return first == 0 or (behind and tree.lows[first - 1] in (",", "”", '"'))


def without_lead(tree: Tree, words: list[int]) -> list[int]:
    """Leave out a conjunction that joins the sentence to the one before it."""
    lead = next(iter(words), None)
    return words[1:] if lead is not None and tree.upos(lead) == "CCONJ" else words
