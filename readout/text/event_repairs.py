"""Hang words that the parser hung too high or too low where they belong: what is only planned, asked or laid to somebody's
charge would else be told as done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readout.records import Word
from readout.text.collectives import BODIES, PEOPLE
from readout.text.event_headlines import participle, perfect, verbless
from readout.text.event_lists import listed
from readout.text.mended_cues import rehung_cues
from readout.text.people_nouns import are_people
from readout.text.told_people import is_person

# Verbs whose object is an -ing form right behind them, and the relations by which such a form may hang elsewhere by mistake.
TAKE_ING: Final = listed(
    "consider weigh mull contemplate avoid deny admit suggest recommend risk stop postpone propose discuss favour favor oppose "
    "resist delay envisage debate regret resume keep quit finish halt cease continue start begin"
)
FREE: Final = listed("ccomp xcomp advcl conj parataxis")
# Nouns that an infinitive says more of: a plot to bomb, a call to resign.
TAKE_TO: Final = listed(
    "plot plan attempt bid offer demand call threat promise pledge vow decision refusal order request proposal effort move "
    "push intention intent agreement commitment deal conspiracy appeal plea invitation campaign right ability chance "
    "opportunity failure readiness willingness reluctance unwillingness determination resolve desire wish ultimatum deadline "
    "warning pressure permission recommendation motion vote need scheme try duty obligation mandate power resolution"
)
# Verbs that ask the one in front of "to" for the act, and verbs whose infinitive is what they plan, ask or fail to do.
ASKERS: Final = listed(
    "ask urge invite beg order tell instruct request encourage advise persuade pressure challenge warn remind lobby implore "
    "require get lead prompt help drive spur move command direct press push call appeal plead exhort want petition beseech "
    "summon force allow permit compel oblige authorise authorize forbid expect enable"
)
DECIDERS: Final = listed(
    "agree decide promise refuse vow pledge threaten offer decline plan vote choose fail try attempt seek prepare want hope "
    "begin start continue proceed intend undertake swear resolve consent volunteer opt scramble struggle strive manage "
    "consider weigh debate discuss"
)
ACCUSERS: Final = listed(
    "accuse suspect convict acquit blame criticise criticize condemn thank praise fault clear indict charge denounce"
)
PARTICLES: Final = listed("off out up down back over")
# Verbs that take such a particle in front of their object.
PHRASAL: Final = listed(
    "call-off put-off break-off give-up take-over carry-out rule-out turn-down set-up hand-over lay-down shoot-down step-up "
    "blow-up round-up hold-up draw-up seal-off cordon-off fend-off fight-off ward-off kick-off wrap-up lock-up break-up beef-up "
    "build-up bring-back bring-down cut-off lay-off pay-off shut-down close-down strike-down gun-down track-down hunt-down "
    "mow-down pull-out pull-back push-back roll-back scale-back hold-back send-back fire-off set-off throw-out kick-out "
    "vote-down tear-up tear-down water-down turn-back hand-back give-back hold-off stave-off write-off back-down"
)
RUN_UP: Final = 3  # words between an infinitive and its "to": to be released, to immediately be freed


def rehung(lows: Sequence[str], lemmas: Sequence[str], words: Sequence[Word]) -> Sequence[Word]:
    """Give the words with those rehung that stand too high or too low."""
    made = list(words)
    aside(lows, made)
    titled(made)
    trades(lows, made)
    verbless(lows, lemmas, made)
    perfect(lows, made)
    participle(lows, made)
    closing_tag(lows, lemmas, made)
    for i, above in list(rehung_cues(lows, lemmas, made)):
        made[i] = replace(made[i], head=above)
    for i in range(1, len(made)):
        if made[i].upos in ("VERB", "AUX", "ADJ"):
            gerund(lows, lemmas, made, i)
            charge(lows, lemmas, made, i)
            infinitive(lows, lemmas, made, i)
            having(lows, made, i)
            caused(lows, lemmas, made, i)
            told_that(lows, lemmas, made, i)
        elif made[i].upos == "NOUN":
            one_of_acts(lemmas, made, i)
        elif lows[i] in PARTICLES and made[i].upos in ("ADP", "ADV"):
            particle(lemmas, made, i)
    return made


def ancestors(words: Sequence[Word], i: int) -> set[int]:
    """Give the words above a word."""
    seen: set[int] = set()
    while (i := words[i].head) >= 0 and i not in seen:
        seen.add(i)
    return seen


def aside(lows: Sequence[str], words: list[Word]) -> None:
    """Give a modal the verb behind an aside that parted them: may, some fear, walk out."""
    if MODALS.isdisjoint(lows):
        return
    for k in range(1, len(words) - 4):
        if lows[k] not in MODALS or lows[k + 1] != ",":
            continue
        stop = next((j for j in range(k + 3, min(len(words) - 1, k + 9)) if lows[j] == ","), None)
        verb = None if stop is None else stop + 1
        if verb is None or words[verb].head < 0 or lows[verb].endswith(("s", "ed", "ing")):
            continue
        subject = next((j for j in range(k - 1, -1, -1) if words[j].deprel.startswith("nsubj")), None)
        words[k] = replace(words[k], head=verb, deprel="aux")
        words[verb] = replace(words[verb], upos="VERB")
        if subject is not None:
            words[subject] = replace(words[subject], head=verb)


MODALS: Final = listed("might may could would will should must can")


def titled(words: list[Word]) -> None:
    """Hang a body on its officer, where both were parsed as subjects: Bank of X governor Jan Poe said."""
    for j, word in enumerate(words):
        office = next((k for k, w in enumerate(words[:j]) if w.head == j and w.deprel == "nmod:desc"), None)
        if not word.deprel.startswith("nsubj") or word.upos != "PROPN" or not office or words[office].upos != "NOUN":
            continue
        for i in range(office):
            if words[i].head == word.head and words[i].deprel.startswith("nsubj") and words[i].upos == "PROPN":
                between = {k for k in range(i, office) if i in ancestors(words, k) or k == i}
                if between == set(range(i, office)):
                    words[i] = replace(words[i], head=j, deprel="nmod:desc")


def trades(lows: Sequence[str], words: list[Word]) -> None:
    """Take two trades joined before the noun of people for what kind of people they are: rail and port workers."""
    for i in range(len(words) - 3):
        if lows[i + 1] not in ("and", "&") or words[i].upos != "NOUN" or words[i].ner != "O" or not is_trade(lows[i]):
            continue
        k = next((k for k in (i + 3, i + 4) if k < len(words) and beside(words, i, k)), None)
        own = [n for n, w in enumerate(words) if w.head == i and w.deprel in ("det", "nmod", "nummod")]
        if k is None or not are_people(lows[k]) or any(lows[n] != "the" for n in own):
            continue
        if any(words[n].head != k or words[n].deprel not in ("compound", "amod") for n in range(i + 2, k)):
            continue
        words[k] = replace(words[k], head=words[i].head, deprel=words[i].deprel)
        for n, w in enumerate(words):
            if w.head == i and n != k and n != i + 1:
                words[n] = replace(w, head=k)
        words[i + 1] = replace(words[i + 1], head=i, deprel="cc")
        words[i] = replace(words[i], head=k, deprel="compound")


def beside(words: Sequence[Word], i: int, k: int) -> bool:
    """Tell whether two nouns with "and" between them hang on one another, or side by side."""
    return (words[k].head == i and words[k].deprel == "conj") or (
        words[k].head == words[i].head and words[k].deprel in ("conj", words[i].deprel)
    )


def is_trade(noun: str) -> bool:
    """Tell a noun in the singular for a trade or a thing, not for a body or for somebody: rail, bus, steel."""
    return not (noun.endswith("s") or noun in BODIES or noun in PEOPLE or is_person(noun))


def gerund(lows: Sequence[str], lemmas: Sequence[str], words: list[Word], i: int) -> None:
    """Hang an -ing form right behind a verb that takes one ("was considering giving") on that verb."""
    word, before = words[i], words[i - 1]
    fits = word.upos == before.upos == "VERB" and lows[i].endswith("ing") and lemmas[i - 1] in TAKE_ING
    if fits and word.head != i - 1 and word.deprel in FREE and i not in ancestors(words, i - 1):
        words[i] = replace(word, head=i - 1, deprel="xcomp")


def charge(lows: Sequence[str], lemmas: Sequence[str], words: list[Word], i: int) -> None:
    """Hang "of bombing" on the verb that accuses, where it hangs on the accused or on who accuses."""
    word = words[i]
    if word.deprel != "acl" or word.head < 0:
        return
    going = lows[i].endswith("ing") or any(w.head == i and lows[k] == "having" for k, w in enumerate(words[:i]))
    if not going or not marked(lows, words, i, {"of", "for", "with"}):
        return
    accused = words[word.head]
    up = accused.head
    if up >= 0 and lemmas[up] in ACCUSERS and accused.deprel in ("obj", "nsubj:pass", "conj", "obl:agent"):
        words[i] = replace(word, head=up, deprel="advcl")


# Nouns of acts, as they are listed in demands, threats, plans and accords.
ACTS: Final = listed(
    "abolition adoption amnesty annulment apology appointment approval arrest ban blockade boycott ceasefire closing closure "
    "compensation confiscation creation curfew cut demolition departure deployment deportation detention disarmament dismissal "
    "dissolution eviction evacuation exchange exclusion execution expulsion extension extradition firing freeing freeze "
    "freezing halt handover imprisonment indictment inquiry introduction investigation jailing killing lifting nationalisation "
    "nationalization occupation opening pardon payment persecution privatisation prosecution publication punishment ratification "
    "reduction reform refund rehabilitation reinstatement release removal reopening repair repatriation repeal replacement "
    "resignation restoration resumption return revision sacking seizure separation shutdown sit-in strike suspension transfer "
    "trial truce visit withdrawal end stop"
)


def one_of_acts(lemmas: Sequence[str], words: list[Word], i: int) -> None:
    """Hang an act in a list of acts on the first of them, where it hangs on what that act is done to: the release of the crew, an
    apology and the return of the ship."""
    word = words[i]
    if word.deprel != "conj" or lemmas[i] not in ACTS or word.head < 0 or words[word.head].deprel != "nmod":
        return
    done_to = word.head
    first = words[done_to].head
    if first < 0 or lemmas[first] not in ACTS or words[first].upos != "NOUN" or not has(words, i, "det"):
        return
    if lemmas[done_to] not in ACTS or (has(words, i, "nmod") and not has(words, done_to, "det")):
        words[i] = replace(word, head=first)


def has(words: Sequence[Word], i: int, relation: str) -> bool:
    """Tell whether a word of some relation hangs on another."""
    return any(w.head == i and w.deprel == relation for w in words)


SAYING: Final = listed("say announce report confirm state add tell claim declare note write")


def closing_tag(lows: Sequence[str], lemmas: Sequence[str], words: list[Word]) -> None:
    """Hang ", the ministry announced." at the end on the sentence, where it was parsed as a relative clause of its last noun."""
    last = next((k for k in range(len(words) - 1, -1, -1) if words[k].upos != "PUNCT"), -1)
    if last < 3 or lemmas[last] not in SAYING or words[last].deprel != "acl:relcl":
        return
    under = {last} | {k for k, w in enumerate(words) if last in ancestors(words, k)}
    first = min(under - {k for k in under if words[k].upos == "PUNCT"})
    root = next((k for k, w in enumerate(words) if w.head < 0), -1)
    named = any(w.head == last and w.deprel == "nsubj" and w.upos != "SCONJ" for w in words)
    if named and root >= 0 and root not in under and lows[first - 1] == "," and lows[first] not in ("that", "which", "who"):
        words[last] = replace(words[last], head=root, deprel="parataxis")


TELLINGS: Final = listed(
    "report account claim allegation rumour rumor suggestion assertion accusation charge tale story lie fantasy hoax threat "
    "warning news"
)
MAKING: Final = listed("write make publish issue present release give file hear read tell spread repeat post send deny")


def told_that(lows: Sequence[str], lemmas: Sequence[str], words: list[Word], i: int) -> None:
    """Read "reports that he had met them" as what the reports say, where it was parsed as a relative clause."""
    word = words[i]
    if word.head < 0 or lemmas[word.head] not in TELLINGS or lemmas[i] in MAKING:
        return
    if word.deprel == "ccomp" and words[word.head].upos == "NOUN":
        words[i] = replace(word, deprel="acl")
    if word.deprel != "acl:relcl":
        return
    that = next((k for k in range(word.head + 1, i) if lows[k] == "that" and words[k].head == i), None)
    subject = any(w.head == i and w.deprel.startswith("nsubj") and k != that for k, w in enumerate(words[:i]))
    if that is None or not subject:
        return
    words[that] = replace(words[that], upos="SCONJ", deprel="mark")
    words[i] = replace(word, deprel="acl")


def having(lows: Sequence[str], words: list[Word], i: int) -> None:
    """Hang "having shot" on its participle, where both hang side by side."""
    helper, word = words[i - 1], words[i]
    if lows[i - 1] == "having" and word.upos == "VERB" and helper.head == word.head and helper.deprel == word.deprel:
        words[i - 1] = replace(helper, head=i, deprel="aux")
        for k, w in enumerate(words[: i - 1]):
            if w.head == i - 1:
                words[k] = replace(w, head=i)


CAUSERS: Final = listed("have get want need order see")


def caused(lows: Sequence[str], lemmas: Sequence[str], words: list[Word], i: int) -> None:
    """Hang what somebody has done to a thing on the participle: had the ban lifted, wants the ships escorted."""
    word = words[i]
    if word.deprel != "xcomp" or word.upos != "VERB" or word.head < 0 or lemmas[word.head] not in CAUSERS:
        return
    bare = lows[i] != lemmas[i] and not lows[i].endswith(("ing", "s"))
    if not bare:
        return
    mine = [k for k, w in enumerate(words) if w.head == i and w.deprel.startswith(("nsubj", "obj", "aux", "mark"))]
    things = [k for k, w in enumerate(words) if w.head == word.head and w.deprel == "obj" and word.head < k < i]
    if len(things) == 1 and not mine:
        words[things[0]] = replace(words[things[0]], head=i, deprel="nsubj:pass")


def marked(lows: Sequence[str], words: Sequence[Word], i: int, marks: set[str]) -> bool:
    """Tell whether one of some marks introduces a word."""
    return any(w.head == i and w.deprel in ("mark", "case") and lows[k] in marks for k, w in enumerate(words[:i]))


def infinitive(lows: Sequence[str], lemmas: Sequence[str], words: list[Word], i: int) -> None:
    """Hang an infinitive on the noun or verb in front of its "to" that it says more of."""
    if not words[i].deprel.startswith(("advcl", "xcomp", "ccomp", "parataxis")):
        return
    to = next((k for k in range(i - 1, max(-1, i - 1 - RUN_UP), -1) if lows[k] == "to" and words[k].head == i), None)
    if not to:
        return
    before = to - 1
    above = ancestors(words, before)
    if lows[before] == "whether":
        words[before] = replace(words[before], head=i, deprel="mark")
        words[i] = replace(words[i], deprel="xcomp")
    elif (noun := leading_noun(lemmas, words, i, before)) is not None and i not in above:
        words[i] = replace(words[i], head=noun, deprel="acl")
    elif words[i].deprel == "advcl" and words[i].head >= 0 and takes_infinitive(lows, lemmas, words, i, before):
        words[i] = replace(words[i], deprel="xcomp")


def leading_noun(lemmas: Sequence[str], words: Sequence[Word], i: int, before: int) -> int | None:
    """The noun that an infinitive says more of: right in front of "to", or in front of whose it is (an offer by X to send)."""
    k, top = before, words[i].head
    while k >= 0 and k != top and top in ancestors(words, k):
        if words[k].upos == "NOUN" and lemmas[k] in TAKE_TO:
            return k
        if words[k].deprel not in ("nmod", "compound", "flat", "conj", "nmod:poss", "appos", "obl"):
            return None
        k = words[k].head
    return None


def takes_infinitive(lows: Sequence[str], lemmas: Sequence[str], words: Sequence[Word], i: int, before: int) -> bool:
    """Tell whether the verb above asks the phrase in front of "to" for the act, or has nothing but it for its object."""
    up = words[i].head
    if up > before or words[up].upos != "VERB":
        return False
    own = [k for k in range(up + 1, before + 1) if words[k].head == up]
    if lemmas[up] in DECIDERS and not any(words[k].deprel in ("obj", "iobj") for k in own):
        return True
    asked = [k for k in own if words[k].deprel in ("obj", "iobj", "obl")]
    passive = any(w.head == up and w.deprel == "aux:pass" for w in words[:up])
    return lemmas[up] in ASKERS and (passive or any(k in ancestors(words, before) | {before} for k in asked))


def particle(lemmas: Sequence[str], words: list[Word], i: int) -> None:
    """Hang "off" on "called", where it is parsed as a preposition: called off his visit, put off at her wish."""
    word, verb = words[i], words[i - 1]
    if word.deprel != "case" or verb.upos != "VERB" or f"{lemmas[i - 1]}-{lemmas[i]}" not in PHRASAL:
        return
    noun = word.head
    others = [k for k, w in enumerate(words) if w.head == noun and w.deprel == "case" and k < noun]
    if noun > i and words[noun].head == i - 1 and others in ([i], [i, i + 1]):
        words[i] = replace(word, head=i - 1, deprel="compound:prt")
        if words[noun].deprel == "obl" and others == [i]:
            words[noun] = replace(words[noun], deprel="obj")
