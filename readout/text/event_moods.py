"""The mood of one verb by itself: modals, negation, conditions, questions, infinitives, progressive forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from readout.records import Status
from readout.text.collectives import is_body
from readout.text.event_doubts import preferred
from readout.text.event_lists import listed
from readout.text.event_plain import parted
from readout.text.event_schedule import scheduled
from readout.text.event_tree import Tree

if TYPE_CHECKING:
    from readout.text.event_status import Modality

NEVER_NEGATING: Final = frozenset({"only", "just", "merely", "least", "even", "until"})
OPENERS: Final = frozenset({"not", "hardly", "scarcely", "barely", "neither"})
NOWAYS: Final = frozenset({"way", "time", "means", "circumstance", "circumstances", "account", "point", "stage", "case"})


@dataclass(frozen=True, slots=True)
class Mood:
    """What the verb's own helpers say."""

    status: Status = "happened"
    negated: bool = False
    aim: bool = False
    because: str = "stated as fact"


def mood_of(tree: Tree, verb: int, words: Modality) -> Mood:
    """Read the mood of a verb; a joined verb without helpers of its own takes those of the first."""
    node = borrowed(tree, verb)
    denied = negation(tree, verb, words) or (
        node != verb and not tree.of(verb, "nsubj") and negation(tree, node, words)
    )
    marks = [tree.lows[m] for m in tree.of(verb, "mark", "advmod") if m < verb]
    if instead(tree, verb):
        return Mood("negated", negated=True, because="'instead of'")
    group = tree.verb_group(node)
    modal = next((words.modals[a] for a in group if a in words.modals), None)
    name = next((a for a in group if a in words.modals), "")
    if any(m == "whether" for m in marks):
        return Mood("question", because="'whether'")
    if any(m in words.conditions for m in marks) or inverted(tree, verb):
        return Mood("hypothetical", aim=True, because="'if'")
    if asked(tree, verb):
        return Mood("question", because="a question")
    if modal is not None:
        return modal_mood(tree, node, modal, name, bool(denied), words)
    if subjunctive(tree, verb, group):
        return Mood("proposed", negated=bool(denied), because="'be' in a clause of what should be")
    if bare(tree, verb):
        return Mood("proposed", negated=bool(denied), because="a bare verb in a clause of what should be")
    if denied:
        return Mood("negated", negated=True, because=f"'{denied}'")
    return plain_mood(tree, node, group)


def subjunctive(tree: Tree, verb: int, group: list[str]) -> bool:
    """Tell whether a clause says what should be: a demand that he be dismissed, insisted that the camp be cleared."""
    that = tree.rel(verb) == "acl" or any(tree.lows[m] == "that" for m in tree.of(verb, "mark"))
    helped = {"be"} & set(group) and not {"to", "have", "has", "had", "do", "does", "did", "is", "are", "was", "were"} & set(group)
    return that and bool(helped) and bool(tree.of(verb, "nsubj:pass", "nsubj"))


def bare(tree: Tree, verb: int) -> bool:
    """Tell a clause of what should be by its verb without an ending: that the mayor resign, that he leave."""
    that = any(tree.lows[m] == "that" for m in tree.of(verb, "mark"))
    if not that or tree.words[verb].upos != "VERB" or tree.lows[verb] != tree.lemma(verb) or tree.lows[verb] in ONE_FORM:
        return False
    subject = next(iter(tree.of(verb, "nsubj")), None)
    joined = tree.rel(verb) == "conj" and bool(tree.of(tree.head(verb), "aux"))
    helped = joined or bool(tree.of(verb, "aux", "cop", "aux:pass"))
    return subject is not None and subject < verb and not helped and one_person(tree, subject)


def one_person(tree: Tree, subject: int) -> bool:
    """Tell a subject in the singular, third person: verbs that tell facts of it end in s."""
    if tree.of(subject, "conj"):
        return False
    word = tree.words[subject]
    if word.upos == "NOUN":
        noun = tree.lows[subject]
        return noun == tree.lemma(subject) and not (is_body(noun) or noun in MANY_IN_ONE)
    named = any(tree.words[k].ner.endswith("PER") for k in tree.under(subject))
    return tree.lows[subject] in ("he", "she", "it") or (word.upos == "PROPN" and named)


# Verbs whose past has no ending.
ONE_FORM: Final = listed(
    "put cut hit set let shut quit hurt cost cast split spread burst shed rid bid beat read upset thrust slit broadcast forecast "
    "bet wed"
)
# Nouns in the singular that take verbs in the plural, beside those of bodies.
MANY_IN_ONE: Final = listed("people family public minority half rest side cattle")


def inverted(tree: Tree, verb: int) -> bool:
    """Tell whether a clause supposes by its order of words: had they met, were he to resign, should they attack."""
    subject = next(iter(tree.of(verb, "nsubj", "nsubj:pass")), None)
    first = next(iter(tree.of(verb, "aux", "cop")), None)
    if subject is None or first is None or tree.lows[first] not in ("had", "were", "should") or tree.lows[-1] == "?":
        return False
    return first < tree.under(subject)[0] and tree.rel(verb) != "root"


def instead(tree: Tree, verb: int) -> bool:
    """Tell whether the verb says what was not done: instead of striking, rather than defy."""
    small = {tree.lows[m] for c in tree.of(verb, "mark", "case", "cc", "advmod") for m in (c, *tree.of(c, "fixed"))}
    return ("instead" in small and "of" in small) or ("rather" in small and "than" in small)


def borrowed(tree: Tree, verb: int) -> int:
    """The verb whose helpers count: the first of joined verbs where this one has neither helpers nor subject."""
    node = verb
    while tree.rel(node) == "conj" and not tree.of(node, "aux", "nsubj", "mark") and tree.head(node) >= 0:
        node = parted(tree, node)
    return node


def negation(tree: Tree, verb: int, words: Modality) -> str | None:
    """The word that negates a verb, by itself or through its subject or object."""
    for c in tree.of(verb, "advmod", "det", "cc", "aux", "mark"):
        low = tree.lows[c]
        after = tree.lows[c + 1] if c + 1 < len(tree.lows) else ""
        if low in words.negation and not (low == "not" and after in NEVER_NEGATING):
            return low
    for c in tree.of(verb, "obl", "advmod"):
        if tree.lemma(c) in NOWAYS and any(tree.lows[d] == "no" for d in tree.of(c, "det")):
            return f"no {tree.lows[c]}"
    for c in tree.of(verb, "advmod"):  # have not so far resigned
        if c < verb and tree.lows[c] in ("far", "yet", "once", "ever") and "not" in (tree.lows[k] for k in tree.under(c)):
            return "not"
    if any(tree.lows[c] == "none" and c < verb for c in tree.of(verb, "obl")):
        return "none"
    for s in tree.of(verb, "nsubj", "obj"):
        low = tree.lows[s]
        first = tree.lows[tree.under(s)[0]]
        if first in OPENERS and s != tree.under(s)[0] and not (first == "not" and tree.lows[tree.under(s)[0] + 1] == "only"):
            return first
        if low in ("nobody", "none", "neither", "nothing") or (low == "no" and tree.words[s].upos == "PRON"):
            return low
        if any(tree.lows[d] in ("no", "neither") for d in tree.of(s, "det")):
            return "no"
    return None


def modal_mood(tree: Tree, node: int, modal: Status, name: str, denied: bool, words: Modality) -> Mood:
    """What a modal makes of the act: will plans, would depends, may leaves open; will not refuses."""
    perfect = any(a in ("have", "'ve") for a in tree.verb_group(node))
    early = any(tree.lows[m] == "before" for m in tree.of(node, "mark"))
    if early and name in ("could", "can"):
        return Mood("failed", because=f"'before … {name}'")
    if name in ("would", "'d") and perfect:
        return Mood("hypothetical", because="'would have'")
    wish = preferred(tree, node)
    if wish is not None:
        return Mood("hypothetical", because=wish)
    if name in ("would", "'d") and not denied:
        if hangs(tree, node, words):
            told = voiced(tree, node, words) or not past_condition(tree, node, words)
            return Mood("conditional" if told else "hypothetical", because="'would' with 'if'")
        return Mood("conditional", because="'would'")
    if name in ("could", "might", "should", "ought", "must") and perfect:
        return Mood("hypothetical", negated=denied, because=f"'{name} have'")
    if denied:
        if name in ("will", "wo", "'ll", "shall", "would", "'d") and not tree.is_passive(node):
            return Mood("refused", because="'would not'" if name in ("would", "'d") else "'will not'")
        if name == "could":
            return Mood("failed", because="'could not'")
        if name in ("may", "might"):
            return Mood("hypothetical", because=f"'{name} not'")
        if name in ("should", "must", "ought"):
            return Mood("negated", negated=True, because=f"'{name} not'")
        return Mood("negated", negated=True, because=f"'{name} not'")
    if name in ("will", "wo", "'ll", "shall") and hangs(tree, node, words):
        return Mood("conditional", because=f"'{name}' with 'if'")
    if modal == "proposed" and not voiced(tree, node, words):
        return Mood("hypothetical", because=f"'{name}', a duty")
    return Mood(modal, because=f"'{name}'")


def voiced(tree: Tree, node: int, words: Modality) -> bool:
    """Tell whether somebody says that an act should or must be done; else it is a duty, and nobody asks."""
    near = [node, *tree.above(node)]
    beside = [c for i in near for c in tree.of(i, "parataxis", "ccomp")]
    return any(tree.lemma(i) in words.saying or tree.lemma(i) in ASKED for i in (*near[1:], *beside)) or any(
        "according" in tree.cases(c) for i in near for c in tree.of(i, "obl")
    )


ASKED: Final = frozenset({"demand", "urge", "ask", "write", "call", "warn", "request", "shout", "tell"})


def hangs(tree: Tree, node: int, words: Modality) -> bool:
    """Tell whether an if or unless hangs on the clause."""
    around = [node, *list(tree.above(node))[:2]]
    around += [c for i in (node, *([tree.head(node)] if tree.rel(node) == "conj" else [])) for c in tree.of(i, "conj")]
    clauses = [c for i in around for c in tree.of(i, "advcl", "parataxis")]
    marks = [tree.lows[m] for c in clauses for m in tree.of(c, "mark", "advmod", "aux") if m < c and tree.rel(c) == "advcl"]
    supposed = any(m in words.conditions or m == "once" for m in marks) or any(inverted(tree, c) for c in clauses)
    supposed = supposed or any(tree.lows[c] in SUPPOSING for c in clauses)
    return supposed or in_event(tree, around) or stipulated(tree, node)


def past_condition(tree: Tree, node: int, words: Modality) -> bool:
    """Tell whether what a would hangs on is supposed against the facts: if it had, if they were, if they met."""
    for c in tree.of(node, "advcl"):
        if inverted(tree, c):
            return True
        if any(tree.lows[m] in words.conditions for m in tree.of(c, "mark") if m < c):
            helpers = tree.verb_group(c)
            past = tree.lows[c] != tree.lemma(c) and not tree.lows[c].endswith(("s", "ing"))
            return bool({"had", "were", "was", "did", "could"} & set(helpers)) or (past and not helpers)
    return False


def in_event(tree: Tree, around: list[int]) -> bool:
    """Tell whether a clause begins with "in the event of", "in case of"."""
    cases = [c for i in around for c in tree.of(i, "obl") if tree.lemma(c) in ("event", "case") and "in" in tree.cases(c)]
    return any(tree.of(c, "nmod", "acl") for c in cases)


def stipulated(tree: Tree, node: int) -> bool:
    """Tell whether a clause names what it takes: provided that, on condition that, in exchange for, as long as."""
    after = " ".join(tree.lows[k] for k in tree.under(node) if k > node)
    first = next((low for low in tree.lows if low[0].isalpha()), "")
    supposed = tree.lows[-1] != "?" and (first == "should" or " , should " in f" {after} ")
    return supposed or any(f" {terms} " in f" {after} " for terms in TERMS)


SUPPOSING: Final = frozenset({"provided", "providing", "assuming", "supposing"})
TERMS: Final = (
    "provided that", "providing that", "provided the", "on condition", "on the condition", "in exchange for", "in return for",
    "subject to", "conditional on", "conditional upon", "as long as", "so long as", "only if", "only after", "only when",
    "only once",
)  # fmt: skip


def asked(tree: Tree, verb: int) -> bool:
    """Tell whether the verb heads a direct question."""
    if not any("?" in low for low in tree.lows[-2:]):
        return False
    told = any(tree.lows[c] in ("why", "how") for c in tree.of(verb, "advmod")) and any(
        tree.lows[a] in ("did", "was", "were", "had", "has", "have") for a in tree.of(verb, "aux")
    )  # why did they attack: they did
    return not told and (tree.rel(verb) in ("root", "conj", "parataxis") or tree.head(verb) < 0)


ABOUT_TO: Final = frozenset({"about", "due", "set", "poised", "scheduled", "slated", "expected", "ready", "bound"})


def lead_in(tree: Tree, node: int) -> str:
    """The word before the 'to' of an infinitive, however the parser hangs it: about to, due to be, yet to."""
    at = node - 1
    while at > 0 and tree.lows[at] in ("be", "have", "been", "also", "soon"):
        at -= 1
    return tree.lows[at - 1] if at > 0 and tree.lows[at] == "to" else ""


# What one has or sees none of who will not do a thing: no plans to leave, no reason to apologise.
WILLING: Final = listed(
    "plan plans intention intentions intent reason reasons wish desire need cause willingness appetite inclination readiness "
    "grounds justification point"
)


def unwilling(tree: Tree, node: int) -> bool:
    """Tell whether an infinitive tells what somebody has no mind to do."""
    at = next((m for m in tree.of(node, "mark") if tree.lows[m] == "to" and m > 1), -1)
    if at < 0 or tree.lows[at - 1] not in WILLING:
        return False
    near = tree.lows[max(0, at - 4) : at - 1]
    return "no" in near or "little" in near or ("any" in near and bool({"not", "n't"} & set(tree.lows[:at])))


def had_been(tree: Tree, node: int) -> bool:
    """Tell whether what was due is told as past by now: she had been due to testify."""
    at = node - 1
    while at > 0 and tree.lows[at] != "to":
        at -= 1
    return at > 3 and tree.lows[at - 2] == "been" and tree.lows[at - 3] in ("had", "'d", "originally", "initially", "first")


def ahead_of_us(tree: Tree, node: int, group: list[str]) -> bool:
    """Tell whether a present tense in a clause of time lies ahead, as its main clause does: will be host when they meet."""
    marks = {tree.lows[m] for m in tree.of(node, "mark", "advmod") if m < node}
    up = tree.head(node)
    if tree.rel(node) != "advcl" or up < 0 or not marks & {"when", "once", "until", "till", "before", "after"} or group:
        return False
    present = tree.lows[node] == tree.lemma(node) or tree.lows[node].endswith("s")
    ahead = {"will", "'ll", "shall", "must", "should", "may", "can", "would"}
    wished = any(tree.lemma(k) in WISHES for k in (up, *list(tree.above(up))[:2]))
    return present and (wished or bool(ahead & set(tree.verb_group(up))))


def ahead_then(tree: Tree, node: int, group: list[str]) -> bool:
    """Tell whether a past tense in a clause of time only follows that of who speaks: demanded that they leave before any prisoner
    was freed; said it would leave once they were."""
    marks = {tree.lows[m] for m in tree.of(node, "mark", "advmod") if m < node}
    up = tree.head(node)
    told = tree.rel(node) == "advcl" and up >= 0 and tree.rel(up) == "ccomp" and tree.head(up) >= 0
    if not told or not marks & {"once", "until", "till", "before"} or not set(group) <= {"was", "were"}:
        return False
    over = tree.verb_group(up)
    bare = tree.lows[up] == tree.lemma(up) or over == ["be"]  # that they leave, that it be lifted
    return (bare and tree.lemma(tree.head(up)) in DEMANDING) or bool({"would", "'d"} & set(over))


DEMANDING: Final = listed("demand insist ask urge request require propose recommend suggest stipulate")
# What is told in a clause of time under these lies ahead: wants the prisoners freed before it talks.
WISHES: Final = listed(
    "want demand insist ask urge plan hope expect intend vow promise pledge threaten refuse request require agree need"
)


LONG: Final = listed("second minute hour day week month year")


def took_time(tree: Tree, node: int) -> bool:
    """Tell whether an infinitive is told as done by how long it took: needed ten minutes to expel them."""
    while tree.rel(node) == "conj" and tree.head(node) >= 0:
        node = tree.head(node)
    up = tree.head(node)
    if up < 0 or tree.lows[up] not in ("took", "taken", "needed", "required") or set(tree.verb_group(up)) - {"had", "has", "have"}:
        return False
    return any(tree.lemma(c) in LONG for c in tree.of(up, "obj", "obl", "nmod"))


def plain_mood(tree: Tree, node: int, group: list[str]) -> Mood:
    """Infinitives that announce or aim, progressive forms, plain tenses."""
    infinitive = any(tree.lows[m] == "to" for m in tree.of(node, "mark")) and "having" not in group
    before = lead_in(tree, node)
    if "have" in group and before in ("was", "were"):
        if tree.lemma(node) == "have" and any(tree.lemma(c) in LONG for c in tree.of(node, "obj")):
            return Mood("planned", because="'was to have' so long")  # was to have had an hour with her
        return Mood("cancelled", because="'was to have'")
    if before in ABOUT_TO and tree.lows[-1] == "?":
        return Mood("question", because="a question")
    if before in ABOUT_TO and had_been(tree, node):
        return Mood("cancelled", because=f"'had been {before} to'")
    if before in ABOUT_TO:
        return Mood("planned", because=f"'{before} to'")
    if before == "enough" or any(tree.lows[c] in ("nearly", "almost") for c in tree.of(node, "advmod") if c == node - 1):
        return Mood("hypothetical", because="'enough to'" if before == "enough" else "'nearly'")
    if before == "yet":
        return Mood("negated", negated=True, because="'yet to'")
    if infinitive and took_time(tree, node):
        return Mood(because="it took so long to")
    if infinitive and tree.rel(node) == "advcl":
        return Mood("planned", aim=True, because="a purpose")
    if infinitive and tree.head(node) < 0:
        return Mood("planned", because="'to' in a headline")
    if infinitive and any(a in ("is", "are", "was", "were", "'s", "'re") for a in group):
        return Mood("planned", because="'is to'")
    if ahead_of_us(tree, node, group) or ahead_then(tree, node, group):
        return Mood("planned", because="a clause of time under 'will'")
    if scheduled(tree, node, group):
        return Mood("planned", because="a present tense with a day ahead")
    progressive = tree.lows[node].endswith("ing") or "being" in group
    if progressive and any(a in ("is", "are", "was", "were", "been", "'s", "'re", "am", "be") for a in group):
        return Mood("ongoing", because="a progressive form")
    return Mood()
