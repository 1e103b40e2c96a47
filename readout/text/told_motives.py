"""Find why an act is said to have come about by what hangs on the word that tells it: closed after, struck over, fined for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from readout.text.clause_trees import Tree
from readout.text.event_lists import listed

# Acts done in answer to something: what they are told to come after is why.
ANSWERING: Final = listed(
    "abandon adjourn annul arrest ban bar block boycott break cancel charge clear close condemn cordon cut "
    "declare delay demand demote deport deploy detain disband dismiss disqualify dissolve drop evacuate exclude "
    "expel fine fire freeze ground halt impeach impose interrupt intervene invalidate isolate jail launch leave "
    "lift lock lower move oust overturn postpone prohibit protest put quarantine quit raise raid recall refuse "
    "reject relieve remove replace rescind reschedule resign retaliate retract retreat retire revoke sack scrap "
    "seal search seize sever shelve shut stop strike strip summon suspend throw transfer void walk warn withdraw "
    "withhold step call order punish sanction blacklist boo storm"
)
# Acts by which somebody is made to pay for a deed: what they are done for is why.
PUNISHING: Final = listed(
    "accuse arrest ban bar blame book charge condemn convict criticise criticize denounce demote deport detain "
    "discipline dismiss disqualify exclude execute expel fine fire hold impeach imprison indict jail penalise "
    "penalize prosecute punish question rebuke relegate remand remove reprimand sack sanction sentence strip sue "
    "summon suspend throw try arraign censure deduct relieve impose"
)
# Acts that are over something, against something, for something.
CONTESTING: Final = listed(
    "strike protest march demonstrate rally picket walk quit resign boycott riot clash quarrel sue sanction "
    "impose block blockade down stop demonstration walkout sit-in stoppage dispute row unrest lawsuit suit "
    "embargo call stay"
)
# What goes wrong or stops: what it is told to have come of is why, whatever leads to it.
BEFALLING: Final = listed(
    "stop fail begin start collapse crash die burst break drown erupt explode sink capsize derail fall spill leak "
    "open fire shut come follow close spread fill flood overturn ignite happen occur"
)
# Harm: when it happened is no reason of it.
SUFFERING: Final = frozenset(
    ("die", "kill", "hurt", "injure", "wound", "drown")
)
# What people attend: that an act came after one tells when.
SITTINGS: Final = listed(
    "hearing sitting session meeting talk debate vote ceremony conference trial questioning treatment visit "
    "speech match game show warning lunch"
)
STRIKING: Final = listed("strike strik march demonstrate rally campaign")
SAYING: Final = frozenset(
    ("cite", "say", "argue", "claim", "allege", "demand", "blame", "fear", "complain", "invoke", "plead")
)
AIMING: Final = listed(
    "demand protest oppose press force avoid prevent protect denounce defend mark commemorate resist secure spare "
    "save support back"
)
GROUNDS: Final = listed(
    "ground grounds suspicion charge charges advice order orders request instruction instructions insistence wish "
    "recommendation accusation allegation allegations accusations"
)
ANSWER: Final = listed(
    "protest response retaliation reaction answer reply revenge anger solidarity support view light consequence result"
)
AS_A: Final = listed("precaution punishment reprisal warning protest penalty measure")
WHY_NOUNS: Final = frozenset(
    ("reason", "reasons", "fear", "fears", "lack", "want", "failing", "safety", "health", "security")
)
STATES: Final = frozenset(
    ("be", "have", "need", "want", "lack", "fear", "know", "believe", "think", "expect", "owe", "remain")
)
MODALS: Final = listed("could can would might must should may had has have was were is are did does do will")
LONGEST: Final = 140  # characters of a reason

# These tell when, how or where.
TIMES: Final = listed(
    "day days hour hours minutes minute weeks week month months year years time night morning afternoon evening "
    "weekend midnight noon dawn dusk dark lunch dinner today tomorrow spring summer autumn winter talks meeting "
    "telephone radio television phone period decade while speaker spokesman spokeswoman spokesperson fax loudspeaker"
)
# What a sentence calls an act told before it.
BACK: Final = listed("it this that they them which")
CALLED: Final = listed(
    "measure measures move decision step ban action closure delay postponement cancellation meeting visit trip "
    "round session event rally march match game concert ceremony talks hearing strike vote launch flight"
)
THE: Final = frozenset(("the", "this", "that", "these", "those"))
# Verbs by which something set does not come about, with the particles some of them take.
UNDOING: Final = frozenset(
    ("cancel", "postpone", "scrap", "abandon", "drop", "adjourn", "reschedule", "delay", "shelve", "suspend")
)
OFF: Final = frozenset((("call", "off"), ("put", "off"), ("put", "back"), ("break", "off")))


def undone(tree: Tree, i: int) -> bool:
    """Tell whether a word tells that something set does not come about: called off, postponed."""
    parts = {tree.lows[c] for c in tree.having(i, "compound:prt", "advmod")}
    return tree.lemma(i) in UNDOING or any(verb == tree.lemma(i) and part in parts for verb, part in OFF)


def refers_back(tree: Tree, i: int) -> bool:
    """Tell whether a word tells of what was told before: called it off, described it as, the measure comes."""
    said_of = [
        *tree.having(i, "obj", "nsubj:pass"),
        *(tree.having(i, "nsubj") if tree.lemma(i) in ("come", "follow") else ()),
    ]
    return any(
        tree.lows[c] in BACK or (tree.lows[c] in CALLED and any(tree.lows[d] in THE for d in tree.having(c, "det")))
        for c in said_of
    )


class Motive(NamedTuple):
    """Where the words of a reason stand, the word of the act it hangs on, and whether those words alone tell a reason."""

    start: int
    end: int
    act: int
    sure: bool


def motives(tree: Tree) -> Iterator[Motive]:
    """Give the reasons told in a sentence, each with the word it hangs on."""
    for k in range(len(tree.words)):
        h = tree.head(k)
        if h < 0:
            continue
        rel = tree.rel(k)
        if rel in ("advcl", "acl", "xcomp"):
            found = of_clause(tree, k, h)
        elif rel.startswith(("obl", "nmod")):
            found = of_phrase(tree, k, h)
        else:
            found = None
        if found:
            yield from cut(tree, *found, h)


Found = tuple[list[int], bool]  # the words, and whether they alone tell a reason


def of_clause(tree: Tree, k: int, h: int) -> Found | None:
    """Read a clause that hangs on an act: because, since, after, for having, demanding, to prevent."""
    lead = tree.case(k) or next((tree.lows[c] for c in tree.kids[k] if tree.lows[c] == "when"), "")
    act = base(tree, h)
    if (
        lead == "as"
        and k
        and any(tree.lows[c] in ("long", "soon", "far", "much", "well") for c in (*tree.kids[k], tree.head(k)))
    ):
        return None
    if lead == "because" or (
        lead in ("since", "as") and tells_a_state(tree, k) and not (lead == "since" and lasting(tree, h))
    ):
        return body(tree, k), lead == "because"
    if lead == "after" and act & ANSWERING and not act & SUFFERING:
        return body(tree, k), False
    if lead in ("after", "when") and act & BEFALLING and not act & SUFFERING and tree.having(k, "nsubj", "nsubj:pass"):
        return body(tree, k), False
    if lead == "for" and act & PUNISHING and tree.lows[k].endswith("ing"):
        return body(tree, k), True
    if lead == "for" and act & PUNISHING and tree.having(k, "aux", "aux:pass"):
        return body(tree, k), True
    if not lead and tree.lows[k].endswith("ing") and tree.lemma(k) in SAYING and tree.having(k, "obj", "ccomp", "obl"):
        return [n for n in body(tree, k) if n > k], True
    aims = lead == "to" and tree.lemma(k) in AIMING
    if aims and (act & ANSWERING or act & CONTESTING):
        return body(tree, k, keep_mark=True), True
    return None


def of_phrase(tree: Tree, k: int, h: int) -> Found | None:
    """Read a phrase that hangs on an act: over pay, for fraud, following a raid, on suspicion of theft, at its request."""
    lead, act, word = tree.case(k), base(tree, h), tree.lows[k]
    if lead in ("because of", "due to", "owing to", "thanks to"):
        return (body(tree, k), True) if tree.upos(k) in ("NOUN", "PROPN", "PRON", "NUM") else None
    if timely(tree, k):
        return None
    if lead in ("on", "at", "upon") and word in GROUNDS and tree.having(k, "nmod", "acl", "ccomp"):
        return body(tree, k, keep_mark=False), True
    if lead == "in" and word in ANSWER and tree.having(k, "nmod", "acl"):
        return [n for n in body(tree, k) if n > k + 1], True
    if lead == "as" and word in AS_A:
        return body(tree, k), True
    if lead == "over" and act & (CONTESTING | ANSWERING | PUNISHING):
        return body(tree, k), True
    if tree.lemma(k) in SITTINGS:
        return None
    if lead in ("after", "following") and act & (ANSWERING | BEFALLING) and not act & SUFFERING:
        return body(tree, k), False
    if lead in ("against", "about") and act & CONTESTING:
        return body(tree, k), False
    if lead == "for" and act & STRIKING:
        return body(tree, k), False
    if lead == "for" and (act & PUNISHING or tree.lows[k] in WHY_NOUNS):
        return body(tree, k), tree.lows[k] in WHY_NOUNS
    return None


def base(tree: Tree, h: int) -> frozenset[str]:
    """Give the lemma of an act with its objects and verbs it is the object of: called a strike."""
    near = {tree.lemma(h), *(tree.lemma(c) for c in tree.having(h, "obj", "nsubj:pass", "xcomp", "obl"))}
    if tree.rel(h) in ("obj", "obl", "nsubj", "nsubj:pass", "xcomp") and tree.head(h) >= 0:
        near.add(tree.lemma(tree.head(h)))
    return frozenset(near)


def tells_a_state(tree: Tree, k: int) -> bool:
    """Tell whether a clause with since or as tells how things stood, rather than when: as the road was blocked."""
    if tree.lows[k].endswith("ing"):
        return False
    helped = any(
        tree.lows[c] in MODALS or tree.lows[c] in ("not", "n't", "n’t")
        for c in tree.having(k, "aux", "aux:pass", "cop", "advmod")
    )
    subject = tree.having(k, "nsubj", "nsubj:pass", "expl")
    return bool(subject) and (helped or tree.lemma(k) in STATES)


def lasting(tree: Tree, h: int) -> bool:
    """Tell whether an act is told as going on up to now, so that since tells from when."""
    return any(tree.lows[c] in ("has", "have", "had", "’s", "'s", "’ve", "'ve") for c in tree.having(h, "aux"))


def timely(tree: Tree, k: int) -> bool:
    """Tell whether a phrase names a time, a number, a place or a person rather than a reason."""
    w = tree.words[k]
    names = w.upos == "NUM" or w.ner.endswith(("PER", "DATE", "TIME"))
    return (
        names or tree.lows[k] in TIMES or tree.lemma(k) in TIMES or (w.upos == "PROPN" and tree.lows[k].endswith("day"))
    )


def body(tree: Tree, k: int, *, keep_mark: bool = False) -> list[int]:
    """List the words of a reason, without what leads to it; a relative clause or a second clause behind it is none of it."""
    leads = [c for c in tree.kids[k] if tree.rel(c) in ("mark", "case") or tree.lows[c] == "when"]
    leads += [n for c in leads for n in tree.having(c, "fixed")]
    cutoff = [
        c
        for c in tree.kids[k]
        if tree.rel(c) in ("punct", "parataxis", "acl:relcl")
        or (tree.rel(c) == "conj" and any(tree.rel(g).startswith("nsubj") for g in tree.kids[c]))
    ]
    dropped = {n for c in cutoff for n in tree.subtree(c)} | (set() if keep_mark else set(leads))
    first = min((c for c in leads if c < k), default=-1)  # a day after the vote: what stands before the lead tells when
    return [n for n in tree.subtree(k) if n not in dropped and n >= first]


def cut(tree: Tree, words: list[int], sure: bool, h: int) -> Iterator[Motive]:
    """Write the first run of words as a reason."""
    spans = tree.spans(words)
    if spans:
        start, end = spans[0]
        told = tree.text[start:end]
        if len(told) > 3 and any(c.isalpha() for c in told) and end - start <= 2 * LONGEST:
            yield Motive(start, end, h, sure)
