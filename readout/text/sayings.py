"""Find the predicates of saying in a parsed sentence, with who said it and what: speech with or without quotation marks."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from readout.text.clause_trees import Tree
from readout.text.refused_offers import refuser
from readout.text.reporting import ReportingWords, Saying
from readout.text.reporting_according import according, set_off
from readout.text.reporting_apposed import described, late_tag, named_before, set_between
from readout.text.reporting_colons import SPOKEN, TOLD, colon
from readout.text.reporting_contents import content_of
from readout.text.reporting_doubted import doubted
from readout.text.reporting_manner import VERBAL, is_denied, is_possible, is_somebody, speaks
from readout.text.reporting_quoted import quoted_view
from readout.text.reporting_remarks import came_from, remark
from readout.text.reporting_sources import (
    PASSIVE,
    SUBJECT,
    Source,
    agent,
    as_source,
    core,
    is_passive,
    noun_phrase,
    source_of,
    subject,
    verb_above,
    whole_subject,
    with_name_behind,
)
from readout.text.reporting_views import view
from readout.text.turned_verbs import ADVERBS, TURNING


def sayings(tree: Tree, known: ReportingWords) -> list[Saying]:
    """Give every saying of the sentence, in text order of its cue.

    Makes: at most one Saying for each verb, noun or preposition. Cost: linear in words times the depth of the tree.
    Method: ours; Universal Dependencies relations.
    """
    found: list[Saying] = []
    for i in range(len(tree.words)):
        made = verb(tree, i, known) or remark(tree, i, known) or noun(tree, i, known) or according(tree, i, known)
        made = made or colon(tree, i, known) or view(tree, i, known) or heading(tree, i, known)
        made = made or quoted_view(tree, i, known) or came_from(tree, i, known)
        if made:
            found.append(made)
    found = [s for s in found if not turns_down(tree, s, found)]
    stated = [s for s in found if not doubted(tree, s, found, known)]
    return without_givers(tree, [s for s in raised(tree, stated) if not within_report(tree, s, stated)])


def turns_down(tree: Tree, s: Saying, found: list[Saying]) -> bool:
    """What somebody turns down, blames or praises is what another said: rejected the judge's finding that S."""
    theirs = (o for o in found if o.frame == "claim that" and o.source and tree.head(o.at) == s.at and o.at not in s.source)
    return s.act in TURNING_DOWN and s.frame == "clause" and any({*o.content} >= {*s.content} for o in theirs)


TURNING_DOWN: Final = frozenset(("deny", "accuse", "praise"))


def within_report(tree: Tree, s: Saying, found: list[Saying]) -> bool:
    """What the speaker tells of their own feelings in what they say is no further saying: the firm said it regretted S."""
    if s.frame != "object_alone" or [tree.lows[n] for n in s.source] not in (["it"], ["he"], ["she"], ["they"]):
        return False
    return any(o.frame == "clause" and o.at < s.at and s.at in o.content and o.source for o in found)


def without_givers(tree: Tree, found: list[Saying]) -> list[Saying]:
    """Who is named at the end of a sentence as the one it is according to is no part of what others say in it."""
    given = [(s, {*s.cue, *s.source}) for s in found if s.frame == "according to" and set_off(tree, {*s.cue, *s.source})]
    gone = {n for _, words in given for n in words}
    return [s if s.at in gone else replace(s, content=tuple(n for n in s.content if n not in gone)) for s in found]


def raised(tree: Tree, found: list[Saying]) -> list[Saying]:
    """Give a further saying that the parse hangs inside what was said to the one who said that: he said S, adding T."""
    made = list(found)
    for n, s in enumerate(found):
        outer = next(
            (
                k
                for k, o in enumerate(made)
                if k != n and o.at < s.at and (goes_with(tree, s, o) or says_more(tree, s, o))
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
    if outer.frame == "set_in" and behind_comma:
        return True
    return behind_comma and s.at in outer.content and tree.head(s.at) in outer.content


def says_more(tree: Tree, s: Saying, outer: Saying) -> bool:
    """A second verb of saying whose subject, as the parse has it, cannot speak: said the plan was dead but added that."""
    if tree.rel(s.at) != "conj" or tree.having(s.at, *SUBJECT, *PASSIVE) or s.at not in outer.content or not s.source:
        return False
    return s.source == outer.source


GOES_ON: Final = frozenset(("add", "say", "note", "explain", "insist", "argue", "claim", "stress", "warn"))


# --- verbs ------------------------------------------------------------------------------------------------------------


def verb(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read verb i as a predicate of saying."""
    if tree.upos(i) not in VERBAL or is_fixed(tree, i) or tree.rel(i) == "obj":
        return None
    lemma, particle = predicate(tree, i, known)
    if lemma not in known.acts or (not particle and is_turned(tree, i, lemma)):
        return None
    between = set_between(tree, i, known) if lemma in known.clause and lemma not in known.hearers else None
    if between:
        return Saying(i, (i,), between[0], between[0], tuple(between[1]), lemma, known.acts.get(lemma), "set_in")
    late = late_tag(tree, i, known) if lemma in known.clause - known.weak - known.hearers else None
    if late:
        return Saying(i, (i,), late[0], late[0], tuple(late[1]), lemma, known.acts.get(lemma), "set_in")
    number = counted(tree, i, known) if lemma == "put" else None
    if number:
        return number
    if lemma in known.beliefs and not professed(tree, i, known):
        return None
    read = content_of(tree, i, lemma, known)
    if read is None or is_denied(tree, i, known) or to_stay_unnamed(tree, lemma, read[1]):
        return None
    frame, words = read
    if frame in ("clause", "around", "set_in") and is_joined(tree, i, words):
        return None
    if lemma == "hold" and frame != "clause":
        return None  # the suspect is held
    called_for = lemma == "call" and frame == "phrase"
    frame = "naming" if lemma in NAMES_ONLY and frame != "infinitive" and not called_for else frame
    cue, source = quoted_as(tree, i, able_to_speak(tree, i, turned_down(tree, i) or source_of(tree, i), known))
    if lemma in QUOTING and frame != "phrase":
        frame, cue, source = quoting(tree, i, frame, cue, source)
        if not frame:
            return None
    if lemma == "cite" and frame == "object_alone" and speaks(tree, tuple(tree.having(i, "obj")), known):
        return None  # who is cited said it
    if lemma in ("report", "write") and frame == "object_alone" and {tree.lows[n] for n in words} & OUTLETS:
        return None  # said Poe, reported the agency
    if lemma == "ask" and not source.words and tree.rel(i) in ("advcl", "acl"):
        return None  # asked whether S, she said T: the reporter's question
    unnamed = lemma in UNNAMED and frame == "phrase" and is_passive(tree, i)
    if lemma in known.weak and [tree.lows[n] for n in source.words] == ["it"]:
        return None  # a sign or a finding
    if not source.words and frame == "clause" and tree.rel(i) in ("root", "conj"):
        source = Source(found := named_before(tree, i), found)
    if lemma in GOING and source.words and not in_person(tree, source.named or source.words, known):
        return None
    if frame == "around" and not any(tree.rel(n).startswith(("nsubj", "csubj", "expl")) or tree.lows[n] in MARKS for n in words):
        return None  # a heading set beside it
    if frame == "around" and is_headed(tree, i, words):
        return None
    if lemma == "refer" and tree.lows[i] == "referring" and tree.having(i, "aux"):
        return None  # the page explains what was meant: he was referring to S
    doubtful = lemma in known.weak or frame in ("object_alone", "phrase", "naming") or bool(particle and frame == "around")
    if doubtful and not unnamed and not speaks(tree, source.named or source.words, known):
        return None
    if not source.words and tree.rel(i) == "root" and not tree.having(i, *SUBJECT, *PASSIVE, "expl"):
        return None  # an order to the reader, or a heading
    if frame == "phrase" and is_passive(tree, i):
        source = Source(without(source.words, words), without(source.named, words))  # accused by Poe of S
        whole = with_name_behind(tree, source.words)
        source = Source(whole, whole) if whole != source.words else source
    cue = (*cue, *(k for k in tree.having(i, "compound:prt") if k > i), *particle)
    source = described(tree, i, source, known)
    if (parts := spoken_for(tree, i, source.words)) and frame == "clause":
        source, words, frame = as_source(tree, parts[1][0], parts[1]), [*parts[0], *words], "set_in"
    content = tuple(n for n in words if n not in cue and n not in source.words)
    if frame == "phrase" and i + 1 not in content and i + 2 in content and tree.rel(i + 1) in ("case", "mark"):
        cue = (*cue, i + 1)  # called for S
    act = "demand" if called_for or (frame == "infinitive" and lemma in ASKING_TO) else known.acts.get(lemma)
    return Saying(
        i, tuple(sorted(set(cue))), source.words, source.named, content, lemma, act, frame, is_possible(tree, i, known)
    )


def is_joined(tree: Tree, i: int, words: list[int]) -> bool:
    """A conjunction parts what stands before the verb and its subject from them: the club had lost, and its coach agreed."""
    own = tree.one(i, *SUBJECT)
    first = min(n for n in tree.subtree(own)) if own is not None and own < i else None
    told = [n for n in words if tree.upos(n) != "PUNCT"]
    if first is None or first < 2 or not told or max(told) >= first or tree.lows[i] not in AGREEING:
        return False
    return tree.lows[first - 1] in ("and", "but") and tree.lows[first - 2] in (",", ";", "”", '"')


# What is told of a second one beside what a first one said.
AGREEING: Final = frozenset((
    "agreed", "agrees", "disagreed", "disagrees", "concurred", "concurs", "objected", "objects", "conceded",
))  # fmt: skip


def turned_down(tree: Tree, i: int) -> Source | None:
    """Who turns an offer down right before a participle of saying: the club offered him a post, a post he declined, saying S."""
    if not tree.lows[i].endswith("ing") or i < 3 or tree.lows[i - 1] != "," or (found := refuser(tree, i - 1)) is None:
        return None
    return as_source(tree, found[0], whole_subject(tree, found[1], found[0], i))


def spoken_for(tree: Tree, i: int, words: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Of "Poland, its minister, Ada Poe, said, would go" the subject of what was said, and who said it."""
    comma = next((n for n in words if tree.lows[n] == ","), None)
    if comma is None or i + 2 >= len(tree.words) or tree.lows[i + 1] != "," or tree.upos(i + 2) not in VERBAL or words[0] != 0:
        return None
    before, behind = tuple(n for n in words if n < comma), tuple(n for n in words if n > comma)
    own = behind and tree.lows[behind[0]] in ("its", "their", "his", "her")
    return (before, behind) if own and i not in behind else None


def without(words: tuple[int, ...], others: list[int]) -> tuple[int, ...]:
    """Words of a source that what was said does not hold, or all where it holds them all."""
    return tuple(n for n in words if n not in others) or words


def is_headed(tree: Tree, i: int, words: list[int]) -> bool:
    """A colon parts the topic of a heading from what it tells: Tunnel blaze: Hunt Concludes, Judge Named."""
    before = [n for n in words if n < i]
    if not before:
        return False
    bare = not any(tree.upos(n) in VERBAL for n in before)
    return bare and (":" in tree.lows[before[0] : i] or tree.lows[i + 1 : i + 2] == (":",))


GOING: Final = frozenset(("conclude", "continue", "begin"))  # a search concludes, a strike continues
MARKS: Final = frozenset(("“", '"', "‘", "``", "«", "„", "”", "»"))


def in_person(tree: Tree, words: tuple[int, ...], known: ReportingWords) -> bool:
    """The words name a person or body by more than a capital."""
    tagged = any(tree.words[n].ner.endswith(("PER", "ORG")) for n in words)
    return tagged or any(is_somebody(tree, n, known) or tree.lemma(n) in known.texts or tree.upos(n) == "PRON" for n in words)


def to_stay_unnamed(tree: Tree, lemma: str, content: list[int]) -> bool:
    """Who asks not to be named tells the reporter so, and nothing that is news."""
    lows = [tree.lows[n] for n in content[:6]]
    unnamed = "not" in lows and bool({"named", "identified", "quoted"} & {*lows})
    return lemma in ("ask", "request", "demand", "insist") and (unnamed or "anonymity" in lows)


def counted(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read "put the crowd at 2,000": a number that somebody gives."""
    if tree.lemma(i) != "put" or is_passive(tree, i) or is_denied(tree, i, known) or is_possible(tree, i, known):
        return None
    of, source = tree.one(i, "obj"), source_of(tree, i)
    at = next((k for k in range(i + 1, len(tree.words)) if tree.lows[k] == "at" and of is not None and k > of), None)
    if of is None or at is None or not any(tree.upos(n) == "NUM" for n in range(at, min(at + 4, len(tree.words)))):
        return None
    end = next((n for n in range(at, len(tree.words)) if tree.upos(n) == "CCONJ" or tree.lows[n] in (";", ".")), len(tree.words))
    if not speaks(tree, source.named or source.words, known):
        return None
    return Saying(i, (i,), source.words, source.named, tuple(range(min(tree.subtree(of)), end)), "estimate", "state", "counted")


def professed(tree: Tree, i: int, known: ReportingWords) -> bool:
    """A belief that somebody is reported to hold: in the present tense, by one person or body in particular, as the main verb."""
    by = subject(tree, i)
    if by is None or tree.lows[by] in NOT_ONE or tree.rel(i) not in ("root", "conj", "parataxis"):
        return False
    present = tree.lows[i].endswith("s") and not tree.having(i, "aux")
    return present and tree.lemma(by) not in ("people", "everyone") and speaks(tree, tuple(tree.subtree(by)), known)


NOT_ONE: Final = frozenset(("it", "one", "who", "everyone", "everybody", "nobody", "anyone", "this", "that", "which"))


def predicate(tree: Tree, i: int, known: ReportingWords) -> tuple[str, tuple[int, ...]]:
    """The lemma of verb i, and the word that makes a phrase of saying of it (pointed out, made clear), read as "say"."""
    lemma = known.forms.get(tree.lows[i], tree.lemma(i))
    words = known.phrases.get(lemma, frozenset())
    for k in tree.having(i, "compound:prt", "xcomp", "advmod"):
        if k > i and tree.lows[k] in words:
            return (lemma if lemma in known.clause else "say"), (k,)
    return lemma, ()


def is_turned(tree: Tree, i: int, lemma: str) -> bool:
    """A particle makes another verb of it: called off the vote, put the talks off, wrote down the debt."""
    turning = TURNING.get(lemma, frozenset())
    beside = tree.lows[i + 1 : i + 2]
    if beside and beside[0] in turning & ADVERBS:
        return True
    return any(k > i and tree.lows[k] in turning for k in tree.having(i, "compound:prt", "advmod"))


NAMES_ONLY: Final = frozenset(("call", "dub", "label", "brand", "term", "describe", "characterize", "characterise"))


ASKING_TO: Final = frozenset(("tell", "call", "advise", "counsel", "remind", "warn", "caution"))  # told them to go

OUTLETS: Final = frozenset(("agency", "newspaper", "daily", "paper", "channel", "station", "portal", "broadcaster", "site"))
UNNAMED: Final = frozenset(("accuse",))  # somebody is accused of something: a saying, though nobody is named


def able_to_speak(tree: Tree, i: int, source: Source, known: ReportingWords) -> Source:
    """A source that the verb does not name itself must be able to speak; else that of the next verb above that has one."""
    if not source.words or agent(tree, i) is not None or is_passive(tree, i):
        return source
    at: int | None = i
    while source.words and not speaks(tree, source.named or source.words, known):
        at = verb_above(tree, at) if at is not None else None
        if at is None:
            return Source()
        own = agent(tree, at)
        if own is not None:
            source = as_source(tree, own, noun_phrase(tree, own, i))
            return source if speaks(tree, source.words, known) else Source()
    return source


def is_fixed(tree: Tree, i: int) -> bool:
    """Part of a preposition or conjunction: according to, that said."""
    return tree.rel(i) in ("case", "fixed", "mark", "amod", "compound", "discourse", "aux")


def quoted_as(tree: Tree, i: int, source: Source) -> tuple[tuple[int, ...], Source]:
    """Cue and source, also of "X was quoted as saying S" and "the paper quoted X as saying S": the one quoted spoke."""
    above = tree.head(i)
    if tree.lemma(i) in ("quote", "cite") and is_passive(tree, i) and any(
        tree.lows[k] == "saying" for k in tree.having(i, "xcomp", "advcl", "obl")
    ):
        who = subject(tree, i)
        return (i,), as_source(tree, who, whole_subject(tree, i, who, i)) if who is not None else Source()
    if above < 0 or tree.lows[i] != "saying" or tree.lemma(above) not in ("quote", "cite", "report"):
        return (i,), source
    told = tree.one(above, "obj")
    if told is not None:
        return (i,), as_source(tree, told, noun_phrase(tree, told, i))
    who = subject(tree, above)
    cue = tuple(range(above, i + 1))
    return cue, as_source(tree, who, noun_phrase(tree, who, i)) if who is not None else Source()


def quoting(
    tree: Tree, i: int, frame: str, cue: tuple[int, ...], source: Source
) -> tuple[str, tuple[int, ...], Source]:
    """Frame, cue and source of "S," the paper quoted X as saying: the one quoted spoke."""
    told = tree.one(i, "obj")
    saying = next((k for k in tree.subtree(i) if k > i and tree.lows[k] in ("saying", "telling")), None)
    if told is None or saying is None or not i < told < saying:
        return frame, cue, source
    if tree.having(saying, "ccomp", "obj"):
        return "", cue, source  # what was said hangs on "saying"
    return "quoted as", cue, as_source(tree, told, noun_phrase(tree, told, i))


QUOTING: Final = frozenset(("quote", "cite"))


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
    source = owner(tree, i, known)
    source = source if source.words else maker(tree, i, known)
    if not source.words and frame != "claim that":
        return None
    return Saying(i, (i,), source.words, source.named, tuple(words), lemma, known.acts.get(lemma), frame)


def noun_content(tree: Tree, i: int, lemma: str, known: ReportingWords) -> tuple[str, list[int]] | None:
    """The clause, infinitive or phrase that says what noun i is about."""
    for k in tree.having(i, "acl", "ccomp"):
        marks = {tree.lows[m] for m in tree.having(k, "mark")}
        if marks & {"that", "whether"} and tree.rel(i) == "obl" and saying_above(tree, i, known) in known.clause:
            return None  # said in a statement that S: the verb is the cue
        if marks & {"that", "whether"} and lemma in known.nouns["clause"]:
            return "claim that", tree.subtree(k)
        if "to" in marks and lemma in known.nouns["infinitive"]:
            return "promise to", tree.subtree(k)
        if marks & {"of"} and lemma in known.nouns["of"]:
            return "claim of", tree.subtree(k)
    if lemma in REMARKS and (told := beside_remark(tree, i, known)):
        return "claim that", told
    for k in tree.having(i, "nmod", "obl"):
        case = tree.case(k)
        if k > i and lemma in known.nouns.get(case, ()):
            return f"claim {case}", tree.subtree(k)
    return None


def beside_remark(tree: Tree, i: int, known: ReportingWords) -> list[int]:
    """The clause right behind a noun of saying that the parse hangs on the verb above: summoned over his remark that S."""
    above = tree.head(i)
    if above < 0 or tree.rel(i) != "obl" or saying_above(tree, i, known) in known.clause - SUMMONING:
        return []
    behind = max(tree.subtree(i)) + 1
    found = (k for k in tree.having(above, "ccomp", "advcl") if behind in tree.having(k, "mark") and tree.lows[behind] == "that")
    return next((tree.subtree(k) for k in found), [])


SUMMONING: Final = frozenset(("summon", "order", "rebuke", "criticise", "criticize", "censure", "fault", "attack", "press"))


def saying_above(tree: Tree, i: int, known: ReportingWords) -> str | None:
    """The lemma of the verb of saying that word i hangs on."""
    return known.forms.get(tree.lows[tree.head(i)]) if tree.head(i) >= 0 else None


# Nouns for what somebody says, whose "of" tells who does: the remark of the mayor that S.
REMARKS: Final = frozenset((
    "remark", "statement", "comment", "assertion", "declaration", "assurance", "quip", "claim", "finding", "conclusion",
))  # fmt: skip


def owner(tree: Tree, i: int, known: ReportingWords) -> Source:
    """Whose claim it is: X's claim, the claim by X, the remark of X."""
    by = tree.one(i, "nmod:poss")
    by = by if by is not None else next((k for k in tree.having(i, "nmod") if tree.case(k) in ("by", "from")), None)
    if by is None and tree.lemma(i) in REMARKS:
        by = next((k for k in tree.having(i, "nmod") if tree.case(k) == "of" and speaks(tree, (k,), known)), None)
    if by is None:
        return Source()
    if tree.lows[by] == "whose":
        clause = next((k for k in above_all(tree, i) if tree.rel(k) == "acl:relcl"), None)
        noun_at = tree.head(clause) if clause is not None else -1
        return Source((by,), core(tree, noun_at, noun_phrase(tree, noun_at, i))) if noun_at >= 0 else Source()
    return as_source(tree, by, tuple(n for n in noun_phrase(tree, by, i) if tree.lows[n] not in ("'s", "’s", "'", "’")))


def above_all(tree: Tree, i: int) -> list[int]:
    """The words above word i, the next one first."""
    found, at = [], tree.head(i)
    while at >= 0 and at not in found:
        found.append(at)
        at = tree.head(at)
    return found


def maker(tree: Tree, i: int, known: ReportingWords) -> Source:
    """Who makes the claim: X repeated the claim, X angered the club with the remark."""
    above = tree.head(i)
    with_it = tree.rel(i) == "obl" and tree.case(i) in ("with", "by") and tree.lemma(i) in REMARKS
    with_it = with_it and tree.upos(above) == "VERB" and not is_passive(tree, above)
    if not with_it and (tree.rel(i) != "obj" or tree.lemma(above) not in known.makers):
        return Source()
    if is_denied(tree, above, known) or is_possible(tree, above, known):
        return Source()
    return source_of(tree, above)


# --- headings ---------------------------------------------------------------------------------------------------------


def heading(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read "NAME: S", as in headlines: a few words that name somebody, a colon, and a clause."""
    if tree.lows[i] != ":" or not 0 < i <= LONGEST_NAME or i + 2 >= len(tree.words):
        return None
    before = range(i)
    if any(tree.upos(n) not in NAMING for n in before) or not names_one(tree, before, known):
        return None
    if any(tree.words[n].ner.endswith("LOC") for n in before) or tree.lows[i + 1] in ASKING:
        return None
    if not any(tree.upos(n) == "VERB" for n in range(i + 1, len(tree.words))):
        return None
    return Saying(i, (i,), tuple(before), (), tuple(range(i + 1, len(tree.words))), "say", "state", "heading")


def names_one(tree: Tree, before: range, known: ReportingWords) -> bool:
    """The head of the words before a colon is a person or a body, and no topic: Poe; the harbour board; not "Bus strike"."""
    end = next((n for n in before if tree.upos(n) == "ADP"), before.stop)
    nouns = [n for n in before if n < end and tree.upos(n) in ("NOUN", "PROPN", "ADJ")]
    if not nouns:
        return False
    head = nouns[-1]
    if tree.lemma(head) in SPOKEN | TOLD and (owner := tree.one(head, "nmod:poss")) is not None:
        head = owner  # the growers' demand
    if tree.words[head].ner.endswith("PER") or is_somebody(tree, head, known) or tree.lemma(head) in known.texts:
        return True
    capital = tree.text[tree.words[head].start].isupper() and tree.lows[head] not in TOPICS
    return capital and (tree.words[head].ner.endswith("ORG") or (len(before) == 1 and tree.upos(head) == "PROPN"))


LONGEST_NAME: Final = 6
NAMING: Final = frozenset(("PROPN", "NOUN", "ADJ", "DET", "ADP", "PART"))
ASKING: Final = frozenset(("what", "how", "why", "when", "where", "who", "which"))  # what a page explains
TOPICS: Final = frozenset((
    "mine", "strike", "war", "fire", "blast", "explosion", "crash", "wreck", "collapse", "quake", "earthquake", "flood",
    "floods", "storm", "drought", "crisis", "deal", "talks", "treaty", "summit", "election", "vote", "ballot", "referendum",
    "budget", "trial", "case", "inquiry", "probe", "raid", "attack", "siege", "protest", "march", "rally", "riot", "row",
    "dispute", "scandal", "outbreak", "epidemic", "rescue", "search", "accident", "tragedy", "disaster", "derailment",
    "bombing", "shooting", "murder", "verdict", "ruling", "tunnel", "bridge", "pipeline", "dam", "port", "border", "ferry",
    "truce", "ceasefire", "sanctions", "embargo", "reform", "cup", "league", "final", "update", "live", "video", "watch",
    "analysis", "opinion", "explainer", "timeline", "background", "exclusive", "breaking", "weather", "factbox", "profile",
    "interview", "review", "correction", "photos", "pictures", "ticker", "blog", "news", "headlines", "today",
))  # fmt: skip
