"""Read the clause that says who spoke: behind, before or at the end of quoted words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from readout.text.cues import (
    AROUND,
    BE,
    DASHES,
    WRITINGS,
    Cue,
    SpeechWords,
    Token,
    according_at,
    cue_at,
    cues,
    hearsay,
    is_passive,
    noun_cue,
    skip_adverbs_back,
    tokens,
)
from readout.text.person_nouns import PERSONS
from readout.text.sources import Range, name_in, source_after, source_before, subject

Span = tuple[int, int]

SET_BETWEEN: Final = "the cue and its source between commas"
COLON: Final = "a colon before the words"
NEAR: Final = 800  # characters read on either side of quoted words; longer sentences are no edited English
CLAUSE_WORDS: Final = 30  # words looked through for the cue of "NAME, a long description, said"


@dataclass(frozen=True, slots=True)
class SpeechClause:
    """A cue with its source, and where the clause begins and what stands behind it begins (code points)."""

    cue: Span
    source: Span | None
    name: str | None
    lemma: str
    start: int
    end: int
    pattern: str


def made(
    words: list[Token], cue: Cue, source: Range | None, end: int, pattern: str, known: SpeechWords
) -> SpeechClause:
    """Put a clause together from token numbers; `end` is one past its last token."""
    first = min(cue.first, source[0]) if source else cue.first
    return SpeechClause(
        cue=(words[cue.first].start, words[cue.last].end),
        source=(words[source[0]].start, without_ending(words[source[1]])) if source else None,
        name=name_in(words, source, known) if source else None,
        lemma=cue.lemma,
        start=words[first].start,
        end=words[end - 1].end,
        pattern=pattern,
    )


OWNING: Final = ("’s", "'s", "s’", "s'")


def without_ending(word: Token) -> int:
    """Where a word ends without the sign of an owner: the mayor's."""
    return word.end - (2 if word.low.endswith(OWNING[:2]) else 1 if word.low.endswith(OWNING) else 0)


# --- behind: "...," said NAME / NAME said ---------------------------------------------------------------------------


def behind(text: str, gap: Span, known: SpeechWords) -> SpeechClause | None:
    """Read the clause right behind a full quotation."""
    words = tokens(text, gap[0], min(gap[1], gap[0] + NEAR))
    i = next((k for k, w in enumerate(words) if w.is_word), len(words))
    if i < len(words) and words[i].low in ("as", "so"):
        i += 1
        used = habitual(words, i, known) if words[i - 1].low == "as" and i < len(words) else None
        if used:
            return used
    if [w.low for w in words[i : i + 2]] in (["was", "all"], ["is", "all"]):
        i += 3 if words[i + 2 : i + 3] and words[i + 2].low == "that" else 2  # was all that NAME would say
    put = [w.low for w in words[i : i + 2]] in (["was", "how"], ["is", "how"], ["was", "what"], ["is", "what"])
    i += 2 * put  # was how NAME put it
    if i >= len(words):
        return None
    if put and (summed := summing(words, i, known)):
        return summed
    if i and words[i - 1].low == "so" and words[i].is_capital:
        return so_named(words, i, known)
    retold = retold_as(words, i, known)
    if retold:
        return retold
    answer = answered(words, i, known)
    if answer:
        return answer
    while i + 1 < len(words) and words[i].low in ("has", "have", "had", "also") and not words[i + 1].is_capital:
        i += 1  # has also said NAME
    return inverted(words, i, known) or straight(words, i, known) or signed(words, i, known) or gesture(words, i, known)


def summing(words: list[Token], i: int, known: SpeechWords) -> SpeechClause | None:
    """Read "she summed it up", "Ada Poe saw things" at token i, behind "was how": whatever the verb is."""
    last = i
    while last + 1 < len(words) and words[i].is_capital and words[last + 1].is_word and words[last + 1].is_capital:
        last += 1
    if not (words[i].is_capital or words[i].low in THIRD) or last + 1 >= len(words) or not words[last + 1].is_word:
        return None
    return made(words, Cue(last + 1, last + 1, "say", "finite"), (i, last), last + 2, "was how the one named put it", known)


def habitual(words: list[Token], i: int, known: SpeechWords) -> SpeechClause | None:
    """Read "NAME likes to say", "NAME used to put it" at token i, behind "as"."""
    for k in range(i + 2, min(len(words), i + CLAUSE_WORDS)):
        if words[k].low != "to" or k + 1 >= len(words) or words[k + 1].low not in HABITS:
            continue
        last = k - 1 if words[k - 1].low in USED else -1
        if last > i and words[last - 1].low in ("is", "was", "are", "were"):
            last -= 1  # is fond of | is wont to say
        while last - 1 > i and not words[last - 1].is_word:
            last -= 1
        if last > i:
            end = k + 2 if words[k + 1].low != "put" else min(k + 3, len(words))
            cue = Cue(last, end - 1, "say", "finite")
            return made(words, cue, (i, last - 1), end, "the source before its cue", known)
    return None


HABITS: Final = frozenset(("say", "put", "joke", "quip", "remark", "repeat"))
USED: Final = frozenset(("likes", "like", "liked", "loves", "loved", "used", "wont", "prefers", "preferred", "has", "had", "was"))


def so_named(words: list[Token], i: int, known: SpeechWords) -> SpeechClause:
    """Read ", so NAME", a habit of German that translators keep."""
    last = i
    while last + 1 < len(words) and words[last + 1].is_word and words[last + 1].is_capital:
        last += 1
    return made(words, Cue(i - 1, i - 1, "say", "finite"), (i, last), last + 1, "so and a name", known)


def signed(words: list[Token], i: int, known: SpeechWords) -> SpeechClause | None:
    """Read "— NAME" behind a quotation, with nothing after the name but its description."""
    if not (i and words[0].low in DASHES and words[i].is_capital):
        return None
    last = next((k for k in range(len(words) - 1, i - 1, -1) if words[k].is_word), i)
    dash = Cue(0, 0, "—", "colon")
    clause = made(words, dash, (i, last), last + 1, "a dash and a name", known)
    return clause if clause.name and last - i < CLAUSE_WORDS else None


def answered(words: list[Token], i: int, known: SpeechWords) -> SpeechClause | None:
    """Read "was the answer of NAME" and "was NAME's answer" behind a quotation."""
    if words[i].low not in ("was", "is", "came", "comes"):
        return None
    end = next((k for k in range(i + 1, min(len(words), i + 8)) if words[k].low in SPOKEN), None)
    if end is None:
        return None
    if end + 1 < len(words) and words[end + 1].low in ("of", "by", "from"):
        source = source_after(words, end + 2, known)
    else:
        owner = words[end - 1].low.endswith(("’s", "'s", "s’", "s'")) or words[end - 1].low in ("his", "her", "their", "its")
        source = (i + 1, end - 1) if owner and end - 1 > i else None
    if source is None:
        return None
    return made(words, Cue(end, end, "say", "finite"), source, max(end, source[1]) + 1, "was the answer of", known)


SPOKEN: Final = frozenset((
    "answer", "reply", "response", "comment", "verdict", "reaction", "retort", "conclusion", "message", "assessment", "rejoinder",
    "riposte", "call", "cry", "shout", "voice", "word",
))  # fmt: skip


def gesture(words: list[Token], i: int, known: SpeechWords) -> SpeechClause | None:
    """Read "he smiled" or "smiled NAME" behind a quotation: a pronoun or short name, and a past form that itself says nothing."""
    k = i
    named = i + 1 < len(words) and (words[i + 1].is_capital or two_capitals(words, i + 1))
    past = words[i].low.endswith("ed") or (words[i].low.endswith("s") and two_capitals(words, i + 1))
    if past and named and not words[i].is_capital:
        source = source_after(words, i + 1, known)
        cue = Cue(i, i, words[i].low, "finite")
        return made(words, cue, source, source[1] + 1, "a verb and a name where words of saying stand", known) if source else None
    while k < len(words) and k - i < 4 and words[k].is_word and words[k].is_capital:
        k += 1
    k = k or i
    if k == i and words[i].low in ("he", "she", "they"):
        k = i + 1
    if k == i or k >= len(words) or not words[k].low.endswith("ed") or words[k].is_capital:
        return None
    cue = Cue(k, k, words[k].low, "finite")
    return made(words, cue, (i, k - 1), k + 1, "a name and a verb where words of saying stand", known)


def two_capitals(words: list[Token], i: int) -> bool:
    """A full name and no more stands at token i, or somebody described and his full name: finds | the researcher | Ada Poe."""
    last = i
    while i < len(words) and words[i].low in LEADS and last - i < FEW and last < len(words) and not words[last].is_capital:
        last += 1
    if last > i:
        return words[last - 1].low in PERSONS and two_capitals(words, last)
    while last < len(words) and words[last].is_word and words[last].is_capital:
        last += 1
    return last - i > 1 and (last == len(words) or words[last].low in ".,;")


LEADS: Final = frozenset(("the", "a", "an", "its", "their", "his", "her"))
FEW: Final = 5  # words of a description before a name


def inverted(words: list[Token], i: int, known: SpeechWords) -> SpeechClause | None:
    """Read "said NAME" or "according to NAME" at token i."""
    cue = according_at(words, i, known) or cue_at(words, i, known, beside=True)
    if cue is None and words[i].low.endswith("s") and words[i + 1 : i + 2] and words[i + 1].is_capital:
        lemma = known.forms.get(words[i].low, "")
        cue = Cue(i, i, lemma, "finite") if lemma in known.acts else None  # comments NAME
    if cue is None or cue.form == "participle" or words[i].is_capital:
        return None
    source = source_after(words, behind_manner(words, cue.last + 1, known) if cue.form == "finite" else cue.last + 1, known)
    if source is None and cue.form == "according":
        return None
    source = source and (writer(words, source), source[1])
    pattern = "according to" if cue.form == "according" else "the cue before its source"
    return made(words, cue, source, (source or (0, cue.last))[1] + 1, pattern, known)


def behind_manner(words: list[Token], i: int, known: SpeechWords) -> int:
    """Where who spoke begins behind words on how or on what day: said with pride | the mayor; said on Monday | the mayor."""
    if i + 2 >= len(words) or words[i].low not in ("with", "on") or (words[i].low == "on" and words[i + 1].low not in known.times):
        return i
    named = words[i + 2].low == "the" or (words[i].low == "on" and words[i + 2].is_capital)
    return i + 2 if words[i + 1].is_word and named and (words[i].low == "on" or not words[i + 1].is_capital) else i


def writer(words: list[Token], source: Range) -> int:
    """Where the one who wrote a text begins: wrote a letter from | Ada Poe; read a statement signed by | Ada Poe."""
    by = next((k for k in range(source[0] + 1, min(source[0] + 6, source[1])) if words[k].low in ("by", "from")), None)
    if by is None or not any(w.low in WRITINGS for w in words[source[0] : by]):
        return source[0]
    return by + 1 if any(w.is_capital for w in words[by + 1 : source[1] + 1]) else source[0]


def straight(words: list[Token], i: int, known: SpeechWords) -> SpeechClause | None:
    """Read "NAME said" from token i on: the first cue with a verb form that NAME can be the subject of."""
    for k in range(i + 1, min(len(words), i + CLAUSE_WORDS)):
        if words[k].low in ".;:" or words[i].low in known.prepositions:
            return None
        cue = cue_at(words, k, known, beside=k - i <= 6 or words[k - 1].low == ",")
        heard = hearsay(words, k)
        told = k if heard is None else heard
        if cue is None or cue.form == "participle" or words[told - 1].low in ("who", "which", "that", "to"):
            continue
        if is_passive(words, k):
            continue
        if words[k - 1].low == "," and words[k].low in ISSUED and {w.low for w in words[k + 1 : k + 2]} & {"on", "by", "in"}:
            continue  # the letter, published on Monday, says
        if cue.first == cue.last and words[k - 1].low == "," and words[k + 1 : k + 2] and words[k + 1].low in THIRD:
            return inverted(words, k, known)
        if cue.first == cue.last and words[k - 1].low == "," and is_told_behind(words, i, k):
            return inverted(words, k, known)
        last = skip_adverbs_back(words, told - 1, known)
        while last > i and not words[last].is_word:
            last -= 1
        if last == i and words[i].low in JOINTS:
            return None  # found the view dull and said so
        if last - 1 > i and words[last].low in ("he", "she") and words[last - 1].low == ",":
            return made(words, cue, (last, last), cue.last + 1, "the source before its cue", known)  # asked about it, | she smiled
        return made(words, cue, (i, last), cue.last + 1, "the source before its cue", known) if last >= i else None
    return None


def is_told_behind(words: list[Token], i: int, k: int) -> bool:
    """Who spoke stands behind the verb at token k, and all before it was said: Hours cost money, warns | Ada Poe."""
    one = not any(w.low == "," for w in words[i : k - 1])
    return one and k - i > NEAR_VERB and k + 2 < len(words) and words[k + 1].is_capital and words[k + 2].is_capital


NEAR_VERB: Final = 4  # words that can be a name and what follows it


def retold_as(words: list[Token], i: int, known: SpeechWords) -> SpeechClause | None:
    """Read "NAME was quoted as saying" and "the paper quoted NAME as saying" from token i on: the one quoted spoke."""
    for k in range(i + 1, min(len(words), i + CLAUSE_WORDS)):
        if words[k].low in ".;:“\"":
            return None
        if words[k].low not in RETOLD or words[k].is_capital:
            continue
        at = next((n for n in range(k + 1, min(len(words) - 1, k + CLAUSE_WORDS)) if words[n].low in ("as", "for")), None)
        if at is None or not is_saying(words[at + 1], known):
            continue
        passive = is_passive(words, k)
        first, last = (i, skip_adverbs_back(words, k - 1, known)) if passive else (k + 1, at - 1)
        while last >= first and (not words[last].is_word or words[last].low in BE | AROUND):
            last -= 1
        if last < first or (passive and at > k + 4):
            return None
        return made(words, Cue(k, k, "say", "finite"), (first, last), at + 2, "quoted as saying", known)
    return None


def is_saying(word: Token, known: SpeechWords) -> bool:
    """A participle of saying: telling, writing."""
    return word.low.endswith("ing") and known.forms.get(word.low) in known.acts


RETOLD: Final = frozenset((
    "quoted", "quotes", "cited", "cites", "remembered", "remembers", "reported", "heard", "overheard", "recalled", "recalls",
    "recorded", "described", "paraphrased",
))  # fmt: skip
JOINTS: Final = frozenset(("and", "but", "or", "then"))


THIRD: Final = frozenset(("he", "she", "it", "they"))
ISSUED: Final = frozenset(("published", "issued", "released", "printed", "filed", "dated", "written", "sent", "addressed"))


# --- before: NAME said, "..." ---------------------------------------------------------------------------------------


def before(text: str, gap: Span, known: SpeechWords) -> SpeechClause | None:
    """Read the last clause of saying before quoted words; it ends where the content begins."""
    words = tokens(text, max(gap[0], gap[1] - NEAR), gap[1])
    if not words:
        return None
    mark = words[-1].low
    found = cues(words, known, beside=mark in ",:") or cues(words, known, beside=True)[-1:]
    if not found:
        return before_colon(words, known) if mark == ":" else None
    if len(found) > 1 and is_object(words, found[-2], found[-1]):
        found = found[:-1]
    cue = found[-1] if mark in ",:" else outermost(words, found)
    if cue.form == "according":
        commas = [w.start for w in words[cue.last :] if w.low == ","]
        named = [w for w in words if w.start < commas[0]] if len(commas) == 1 else words
        source = source_after(named, cue.last + 1, known)
        return made(words, cue, source, (source or (0, cue.last))[1] + 1, "according to", known)
    passive = is_passive(words, cue.first)
    between = set_in(words, cue, known)
    if between:
        return made(words, cue, between, between[1] + 1, SET_BETWEEN, known)
    source = None if passive else nominative(words, cue, known) or source_before(words, cue, known)
    return made(words, cue, source, complement(words, cue, known), "the cue before the words", known)


def is_object(words: list[Token], verb: Cue, cue: Cue) -> bool:
    """What looks like a verb is what the verb right before it takes: rejected calls to go."""
    before, form = words[verb.last].low, words[cue.first].low
    return verb.last + 1 == cue.first and before.endswith(("ed", "ing")) and form.endswith("s") and not words[cue.first].is_capital


def nominative(words: list[Token], cue: Cue, known: SpeechWords) -> Range | None:
    """The pronoun right behind a verb of saying that ends there or goes on with a phrase: To us said he on the telephone."""
    at = cue.last + 1
    if cue.form != "finite" or at + 1 >= len(words) or words[at].low not in ("he", "she"):
        return None
    after = words[at + 1]
    return (at, at) if not after.is_word or after.low in known.prepositions | known.times else None


def set_in(words: list[Token], cue: Cue, known: SpeechWords) -> Range | None:
    """Who spoke between commas behind a verb of saying that is set into what was said: Roe, said the judge, had "S"."""
    at = cue.last + 1
    framed = cue.form == "finite" and cue.first > 1 and words[cue.first - 1].low == ","
    framed = framed and known.forms.get(words[cue.first].low) == "say"
    comma = next((k for k in range(at + 1, min(len(words), at + SET_IN)) if words[k].low == ","), None) if framed else None
    if comma is None or not all(w.is_word for w in words[at:comma]):
        return None
    led = words[at].low in ("the", "a", "an", "his", "her", "its", "their") or words[at].is_capital
    plain = not any(w.low in known.prepositions - {"of", "for"} or w.low in known.times for w in words[at:comma])
    behind = words[comma + 1].low if comma + 1 < len(words) else ""
    if not led or not plain or behind in ("who", "whose", "which"):
        return None
    second = next((k for k in range(comma + 2, min(len(words), comma + SET_IN)) if words[k].low == ","), None)
    described = second is not None and behind in ("the", "a", "an", "its", "his", "her")
    described = described and all(w.is_word for w in words[comma + 1 : second])
    return (at, second - 1) if described and second else (at, comma - 1)


SET_IN: Final = 8  # words of a speaker named between commas


def outermost(words: list[Token], found: list[Cue]) -> Cue:
    """Of several cues give the one that governs: from the last back to the first that no comma separates from it."""
    chosen = found[-1]
    for cue in reversed(found[:-1]):
        between = words[cue.last + 1 : chosen.first]
        if cue.form != "finite" or any(w.low in f",;:{DASHES[1:]}" or w.low == "and" for w in between):
            break
        chosen = cue
    return chosen


def indirect(text: str, sentence: Span, known: SpeechWords) -> SpeechClause | None:
    """Read who spoke in a sentence without quoted words: at its end, or else by its first cue."""
    closing = trailing(text, sentence, known)
    if closing:
        return closing
    words = tokens(text, sentence[0], min(sentence[1], sentence[0] + NEAR))
    found = cues(words, known)
    if not found:
        return None
    source = source_before(words, found[0], known)
    return made(words, found[0], source, found[0].last + 1, "the sentence before", known)


def before_colon(words: list[Token], known: SpeechWords) -> SpeechClause | None:
    """Read "His answer: ..." or "NAME on Twitter: ..."."""
    cue = noun_cue(words, known) or Cue(len(words) - 1, len(words) - 1, ":", "colon")
    source = subject(words[: cue.first], known) if cue.first else None
    if source and (words[source[1]].text.isdigit() or (source[0] == source[1] and words[source[0]].low in WHEN)):
        source = None
    owner = next((k for k in range(*source) if words[k].low.endswith(OWNING)), None) if source else None
    if source and owner is not None and cue.form != "colon" and cue.first - source[1] <= 1:
        source = (source[0], owner)  # the mayor's opening | words
    return made(words, cue, source, len(words), COLON, known)


WHEN: Final = frozenset(("then", "there", "here", "now", "later", "afterwards", "finally", "today", "still", "so", "thus", "again"))


def complement(words: list[Token], cue: Cue, known: SpeechWords) -> int:
    """Give the token number where what was said begins: behind the hearer and the occasion; "that" is part of it."""
    i = cue.last + 1
    that = next((k for k in range(i, min(len(words), i + 14)) if words[k].low == "that"), None)
    hearer = cue.lemma in known.hearer
    if that is not None and (that == i or hearer or occasion(words, i, known)):
        return that
    if words[-1].low == ":" or (words[-1].low == "," and i < len(words) and occasion(words, i, known)):
        return len(words)
    if hearer:
        i = behind_hearer(words, i, known)
    while i < len(words) and (words[i].low in known.times or words[i].low in ",:"):
        i += 1
    return i


def occasion(words: list[Token], i: int, known: SpeechWords) -> bool:
    """Words of time, place or hearer begin at token i."""
    return words[i].low in known.times or words[i].low in known.prepositions or words[i].low == ","


def behind_hearer(words: list[Token], i: int, known: SpeechWords) -> int:
    """Go on behind the one who was told."""
    if i < len(words) and words[i].low in known.persons | known.hearers:
        return i + 1
    k = i + 1 if i < len(words) and words[i].low in ("the", "a", "an", "his", "her", "their") else i
    if k > i and k < len(words) and not words[k].is_capital:
        return k + 1
    while k < len(words) and words[k].is_word and words[k].is_capital:
        k += 1
    return k


# --- trailing: ..., NAME said. --------------------------------------------------------------------------------------


def trailing(text: str, gap: Span, known: SpeechWords) -> SpeechClause | None:
    """Read a clause of saying at the end of a sentence whose words came before it."""
    words = tokens(text, max(gap[0], gap[1] - NEAR), gap[1])
    commas = [k for k, w in enumerate(words) if w.low in f",{DASHES[1:]}"] or [-1]
    for k in [-1, *reversed(commas)]:
        if k + 1 >= len(words) or (k == -1 and not words[0].is_word):
            continue
        clause = retold_as(words, k + 1, known) or inverted(words, k + 1, known) or straight(words, k + 1, known)
        if clause and not any(w.is_word for w in words if w.start >= clause.end + 60):
            return clause
    return None
