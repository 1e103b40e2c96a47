"""The syntax of one sentence as a tree one can walk: children, subjects, objects, noun phrases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from readout.records import Word
from readout.text.event_hyphens import hyphened
from readout.text.event_lists import listed as listed
from readout.text.event_repairs import rehung

NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# What belongs to the name of a noun phrase, left and right of its head; relative clauses and asides do not.
INSIDE: Final = frozenset({"compound", "flat", "amod", "nummod", "nmod:poss", "fixed", "goeswith", "nmod:desc", "case"})
# What opens a noun phrase and names nobody; "at least" leaves "least" when its preposition goes.
OPENING: Final = frozenset({"the", "a", "an", "this", "that", "these", "those", "least", "most"})
# Participles that are parsed as adjectives: were hurt, is banned.
UNDERGONE: Final = listed(
    "hurt injured wounded shut closed banned jailed detained suspended barred blocked trapped evacuated arrested killed grounded "
    "quarantined sacked disqualified interned deported imprisoned isolated besieged surrounded occupied barricaded torched"
)

class Tree:
    """The words of one sentence with who hangs on whom. `lows` are the forms in lower case.

    `forms` gives the lemmas of forms that lists know, part of speech first; they win over the parser's.
    """

    __slots__ = ("_cases", "_passive", "_relations", "_told", "_under", "bases", "children", "lemmas", "lows", "text", "words")

    def __init__(self, text: str, words: Sequence[Word], forms: Mapping[str, str] | None = None) -> None:
        self.text = text
        self.words = words
        self.lows = [text[w.start : w.end].lower() for w in words]
        known = forms or {}
        self.lemmas = [
            known.get(("n:" if w.upos in ("NOUN", "PROPN") else "v:") + low) or w.lemma.lower()
            for w, low in zip(words, self.lows, strict=True)
        ]
        self.words = words = rehung(self.lows, self.lemmas, hyphened(self.lows, self.lemmas, words, known))
        self.bases = [w.deprel.partition(":")[0] for w in words]
        children: list[list[int]] = [[] for _ in words]
        for i, word in enumerate(words):
            if 0 <= word.head < len(words) and word.head != i:
                children[word.head].append(i)
        self.children = children
        # By the relations there are, words are told at once that have no child of those asked for: most.
        self._relations = [frozenset([r for c in cs for r in (words[c].deprel, self.bases[c])]) for cs in children]
        self._cases: dict[int, frozenset[str]] = {}
        self._passive: dict[int, bool] = {}
        self._under: dict[int, list[int]] = {}
        self._told: frozenset[str] | None = None

    @property
    def told(self) -> frozenset[str]:
        """All forms and lemmas of the sentence."""
        if self._told is None:
            self._told = frozenset(self.lows).union(self.lemmas)
        return self._told

    def of(self, i: int, *relations: str) -> list[int]:
        """Children of a word by relation; a relation named without subtype takes all subtypes."""
        if self._relations[i].isdisjoint(relations):
            return []
        words, bases = self.words, self.bases
        return [c for c in self.children[i] if bases[c] in relations or words[c].deprel in relations]

    def rel(self, i: int) -> str:
        """The relation of a word to its head, without subtype."""
        return self.bases[i]

    def lemma(self, i: int) -> str:
        """The lemma in lower case."""
        return self.lemmas[i]

    def head(self, i: int) -> int:
        """The head of a word, -1 for the root."""
        return self.words[i].head

    def cases(self, i: int) -> frozenset[str]:
        """The prepositions that introduce a noun phrase; of compound ones (because of, next to) each word."""
        found = self._cases.get(i)
        if found is None:  # asked again and again
            marks = self.of(i, "case")
            found = frozenset(self.lows[k] for m in marks for k in (m, *self.of(m, "fixed")))
            self._cases[i] = found
        return found

    def above(self, i: int) -> Iterator[int]:
        """The words above a word, nearest first."""
        seen = {i}
        i = self.head(i)
        while i >= 0 and i not in seen:
            yield i
            seen.add(i)
            i = self.head(i)

    def under(self, i: int) -> list[int]:
        """A word and everything below it, in text order."""
        if not self.children[i]:
            return [i]
        known = self._under.get(i)
        if known is None:
            found, todo = {i}, [i]
            while todo:
                for c in self.children[todo.pop()]:
                    if c not in found:
                        found.add(c)
                        todo.append(c)
            known = self._under[i] = sorted(found)
        return known.copy()

    def conjuncts(self, i: int) -> list[int]:
        """A nominal and those joined to it by 'and', flat or chained."""
        found = [i]
        for member in found:
            found += [c for c in self.of(member, "conj") if self.words[c].upos in NOMINAL and c not in found]
        return found

    def verb_group(self, i: int) -> list[str]:
        """The auxiliaries of a verb in lower case, in text order."""
        return [self.lows[c] for c in self.of(i, "aux", "cop")]

    def is_passive(self, i: int) -> bool:
        """Tell whether a verb form is passive: by its subject or auxiliary, or a bare participle without object."""
        found = self._passive.get(i)
        if found is None:
            found = self._passive[i] = self._reads_passive(i)
        return found

    def _reads_passive(self, i: int) -> bool:
        kinds = {self.words[c].deprel for c in self.children[i]}
        if kinds & {"nsubj:pass", "aux:pass", "csubj:pass"}:
            return True
        if "cop" in kinds and self.lows[i] in UNDERGONE:
            return True
        if "nsubj" in kinds or "obj" in kinds or "aux" in kinds:
            return False
        bare = self.lows[i] != self.lemma(i) and not self.lows[i].endswith(("ing", "in'", "s"))
        if self.words[i].deprel in ("acl", "advcl", "amod"):
            return bare
        return bare and "obl:agent" in kinds

    def of_particle(self, i: int) -> bool:
        """Tell whether a noun parsed behind a preposition is the object of a phrasal verb: called off the summit."""
        up = self.head(i)
        behind = up >= 0 and up + 1 < len(self.words) and self.head(up + 1) == i
        return self.rel(i) == "obl" and behind and self.lows[up + 1] in ("off", "down", "up", "back", "away")

    def phrase(self, i: int) -> tuple[int, int]:
        """The naming part of a noun phrase as code points: no article, no relative clause, no apposition but a name's."""
        first = last = i
        for c in self.children[i]:
            if self.words[c].deprel in INSIDE and self.words[c].deprel != "case":
                inner = [
                    k for k in self.under(c) if self.words[k].deprel != "case" or k > i or self.lows[k][:1] in "'’"
                ]
                first, last = min(first, inner[0]), max(last, inner[-1])
            elif c > i and self.rel(c) == "nmod" and self.cases(c) <= {"of", "for"} and self._names(c):
                last = max(last, self._end(c))
        last = max(last, self._called(i))
        while first < i and (self.words[first].upos in ("ADP", "PUNCT") or self.lows[first] in OPENING):
            first += 1
        while last > i and self.words[last].upos == "PUNCT" and self.lows[last] != ".":
            last -= 1
        return self.words[first].start, self.words[last].end

    def _names(self, i: int) -> bool:
        """A complement that belongs to the name: minister of defence, University of X, members of the party."""
        doing = self.lows[i].endswith("ing") and "for" in self.cases(i)
        return not self.of(i, "acl") and not doing

    def _end(self, i: int) -> int:
        inside = [c for c in self.children[i] if self.words[c].deprel in INSIDE or self.rel(c) in ("det", "conj")]
        ends = [self.under(c)[-1] for c in inside if c > i]
        more = [self._end(c) for c in self.of(i, "nmod") if c > i and self.cases(c) == {"of"} and self._names(c)]
        return max([i, *ends, *more])

    def _further(self, i: int, end: int) -> int:
        """The end of a name whose later parts the parse hangs beside its first: the captain, Jan Kos."""
        while end + 1 < len(self.words) and self.words[end + 1].upos == "PROPN" and self.words[end + 1].deprel == "appos":
            if self.head(end + 1) != i:
                break
            end = self._end(end + 1)
        return end

    def _called(self, i: int) -> int:
        """The end of a name right behind a description: foreign minister Jan Kos; the foreign minister, Jan Kos."""
        if self.words[i].upos == "PROPN":
            return i
        for c in self.of(i, "appos"):
            if self.words[c].upos == "PROPN" and i < c <= i + 6:
                return self._further(i, self._end(c))
            named = [k for k in self.of(c, "appos", "flat") if self.words[k].upos == "PROPN" and c < k <= c + 3]
            if named and i < c <= i + 6:  # a mediator, the former judge Jan Kos
                return self._end(named[0])
        return i
