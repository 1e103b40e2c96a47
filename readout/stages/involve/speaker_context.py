"""What surrounds quoted words: who may have spoken them, how the rules came to whom they name, what governs the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from readout.records import Attribution, Involvement
from readout.stages.involve.said_elsewhere import words
from readout.stages.involve.speaker_pages import STEPS, PageSigns, Place
from readout.text.clause_trees import Span, Tree
from readout.text.event_lists import listed
from readout.text.mark_grammar import Stretch
from readout.text.page_scene import MOUTHS
from readout.text.unnamed_speakers import POSSESSIVE, described, phrase

PERSONAL: Final = {"he": "male", "she": "female", "his": "male", "her": "female"}
OTHERS: Final = listed("it they we who which that this hers i")
DETERMINERS: Final = listed("the a an his her their its one")
LONG: Final = 8  # words of a source that are more than name and office


@dataclass
class Context:
    """One saying with what surrounds it."""

    page: PageSigns
    a: Attribution
    q: Span
    s: Span
    p: Span
    held: Sequence[Stretch]
    chosen: str | None
    row: Involvement | None
    number: int
    last: Sequence[str]
    near: Mapping[str, Sequence[Place]]

    @cached_property
    def words(self) -> str:
        """The quoted words."""
        text = self.page.scene.text
        return " ".join(text[s.inner_start : s.inner_end] for s in self.held) or text[slice(*self.q)]

    @cached_property
    def source(self) -> str:
        text = self.page.scene.text
        return " ".join(" ".join(text[s:e].split()) for s, e in self.a.source)

    @cached_property
    def sort(self) -> str:
        """Of what sort the words are that name who spoke."""
        if self.a.kind == "term":
            return "term"
        low = self.source.lower()
        if not low:
            return "none"
        if low in PERSONAL:
            return "pronoun"
        if low in OTHERS:
            return "other"
        if self.a.speaker_name and not self.meant:
            return "name"
        return "own" if low.split()[0] in ("his", "her", "its", "their", "whose") else "description"

    @cached_property
    def meant(self) -> str:
        """The words elsewhere on the page that those of the source stand for: "the envoy", of "she"."""
        a, text = self.a, self.page.scene.text
        if not a.named or any(s < end and start < e for s, e in a.source for start, end in a.named):
            return ""
        return " ".join(text[slice(*a.named[0])].split())

    @cached_property
    def meant_ids(self) -> frozenset[str]:
        """Whom the words elsewhere name that those of the source stand for."""
        spans = self.a.named if self.meant else ()
        return frozenset(k for k, v in self.near.items() if any(s <= x.start and x.end <= e for x in v for s, e in spans))

    @cached_property
    def how(self) -> list[str]:
        """How the rules came to who spoke."""
        because = self.a.because
        flags = {
            "marks_only": "syntax:" not in because and bool(self.a.cue), "syntax_only": because.startswith("syntax"),
            "in_part": "in part" in because, "according": "according" in because, "led": "the sentence before" in because,
            "stands_for": "stands for" in because, "no_cue": not self.a.cue, "next": "goes on" in because,
            "before": "source before its cue" in because, "after": "cue before its source" in because,
            "cue_leads": "the cue before the words" in because, "set_in": "set_in" in because, "naming": "naming" in because,
            "phrase": "phrase" in because, "object": "object_alone" in because, "clause": "syntax: clause" in because,
            "again": "quotes these words again" in because, "kind_" + self.a.kind: True,
            "likeliest": bool(self.row and "pronoun at" in self.row.because),
        }  # fmt: skip
        return [k for k, v in flags.items() if v]

    @cached_property
    def describes(self) -> list[str]:
        """What the words are that describe who spoke."""
        if self.sort not in ("description", "own"):
            return []
        low, texts = self.source.lower().split(), self.page.texts
        by = described(self.source, texts)
        if by is None:
            told = words(phrase(self.source))
            held = ["text" if any(w in texts for w in told) else "odd"]
        else:
            held = [by.type, f"{by.type}_{'definite' if by.definite else 'owned' if low[0] in POSSESSIVE else 'indefinite'}"]
            held += ["whole"] if by.whole else []
            held += ["mouth"] if by.noun.startswith("spokes") or by.noun in MOUTHS else []
        held += ["holds_pronoun"] if set(low[1:]) & {"he", "she", "it", "they"} else []
        return held + (["long"] if len(low) > LONG else [])

    @cached_property
    def chain(self) -> list[tuple[int, int, int]]:
        """The verbs above the quoted words, nearest first: word, its subject (own or shared), steps."""
        tree = self.page.scene.tree(self.s[0])
        if tree is None:
            return []
        inside = [i for i, w in enumerate(tree.words) if self.q[0] <= w.start and w.end <= self.q[1] and tree.upos(i) != "PUNCT"]
        at = next((i for i in inside if tree.head(i) not in inside), -1)
        found: list[tuple[int, int, int]] = []
        seen: set[int] = set()
        at = tree.head(at) if at >= 0 else -1
        while at >= 0 and at not in seen and len(found) < STEPS:
            seen.add(at)
            if tree.upos(at) in ("VERB", "AUX") or tree.one(at, "nsubj", "nsubj:pass") is not None:
                found.append((at, subject_of(tree, at), len(found)))
            at = tree.head(at)
        return found

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """How near each candidate was last told of before the words, or stands right behind them."""
        lately = {k: max((x.end for x in v if x.end <= self.q[0]), default=-1) for k, v in self.near.items()}
        ordered = sorted((k for k in lately if lately[k] >= 0 and self.is_person(k)), key=lambda k: -lately[k])
        return {k: i for i, k in enumerate(ordered)}

    @cached_property
    def here(self) -> frozenset[str]:
        """The persons told of in the paragraph before the words, outside quotation marks."""
        return frozenset(k for k in self.near if self.is_person(k) and self.told_here(k))

    def told_here(self, k: str) -> list[Place]:
        """Where somebody is told of in the paragraph before the words, outside quotation marks."""
        return [x for x in self.near[k] if x.paragraph == self.p[0] and x.end <= self.q[0] and not x.quoted]

    @cached_property
    def leading(self) -> str | None:
        """The person who is the subject first told of in that paragraph."""
        found = [(x.start, k) for k in self.here for x in self.told_here(k) if x.role == "subject"]
        return min(found)[1] if found else None

    def is_person(self, k: str) -> bool:
        return self.page.entities[k].type == "person"

    @cached_property
    def votes(self) -> tuple[Mapping[str, float], int, Mapping[str, int]]:
        return self.page.elsewhere.votes(self.page.doc_id, self.words)

    @cached_property
    def neighbours(self) -> tuple[str | None, str | None, bool, bool]:
        """Who speaks right before and right behind, and whether in the same paragraph."""
        order, scene = self.page.order, self.page.scene

        def found(step: int) -> tuple[str | None, bool]:
            at = self.number + step
            while 0 <= at < len(order):
                a = order[at]
                if a.source != self.a.source or not a.source:
                    row = self.page.rows.get(a.attribution_id)
                    if row and row.entity_id and a.kind != "term":
                        same = scene.paragraph(max(scene.sentence(a.content[0][0]), 0)) == self.p[0]
                        return row.entity_id, same
                    if a.kind != "term":
                        return None, False
                at += step
            return None, False

        (one, near), (two, close) = found(-1), found(1)
        return one, two, near, close

    def fits(self, k: str) -> set[str]:
        """The words of the source that are words of an office of somebody."""
        return self.nouns & self.page.roles.get(k, frozenset())

    @cached_property
    def nouns(self) -> set[str]:
        """The words of the source that may be words of an office."""
        if self.sort not in ("description", "own"):
            return set()
        return nouns_of(self.source)

    @cached_property
    def meant_nouns(self) -> set[str]:
        """The words of the description that the source stands for that may be words of an office: she, of "the envoy"."""
        return nouns_of(self.meant) if self.meant and self.sort in ("pronoun", "description") else set()


def nouns_of(described: str) -> set[str]:
    """The words of a description that may be words of an office."""
    return set(words(described.split(",")[0].split(" of ")[0])) - DETERMINERS


def subject_of(tree: Tree, verb: int) -> int:
    """The subject of a verb, its own or that of the verb it is joined to; -1 where none is told."""
    at, steps = verb, 0
    while at >= 0 and steps < STEPS:
        own = tree.one(at, "nsubj", "nsubj:pass", "csubj")
        if own is not None:
            return own
        if tree.rel(at) == "acl":
            return tree.head(at)
        if tree.rel(at) not in ("conj", "xcomp", "advcl", "aux", "cop"):
            return -1
        at, steps = tree.head(at), steps + 1
    return -1
