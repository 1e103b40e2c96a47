"""Read one unit of a paragraph from left to right: what is said in it, by whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from readout.text.clauses import COLON, NEAR, SET_BETWEEN, SpeechClause, before, behind, trailing
from readout.text.cues import DASHES, SpeechWords, tokens
from readout.text.mark_grammar import Stretch
from readout.text.occasions import NO_OCCASION, Occasion
from readout.text.units import Span, Unit, begins_clause, ends_clause, has_words, is_title

Kind = Literal["direct", "mixed", "partial", "indirect", "term"]


@dataclass(frozen=True, slots=True)
class Said:
    """Quoted words (content), who said them (source) and the words that say so (cue), as spans; `unit` numbers the
    unit they stand in, `groups` the quotations they are of; `named` the words that name who spoke where the source is a
    relative pronoun or holds more than the name; `frame` how the content hangs on the cue, where syntax tells."""

    kind: Kind
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    name: str | None
    act: str | None
    because: str
    paragraph: int
    unit: int
    groups: tuple[int, ...]
    bare: bool = False
    ends_paragraph: bool = False
    named: tuple[Span, ...] = ()
    occasion: Occasion = NO_OCCASION
    score: float | None = None
    frame: str = ""


def with_source_of(clause: SpeechClause, said: list[Said]) -> SpeechClause:
    """A clause without a subject of its own has that of the clause before it in the sentence: he said, adding that."""
    if clause.source or not said or not said[-1].source:
        return clause
    return replace(clause, source=said[-1].source, name=said[-1].name, pattern=f"{clause.pattern}, source as before it")


def is_to_come(text: str, cue: int) -> bool:
    """An auxiliary right before the cue leaves what it says to come."""
    return bool(TO_COME.search(text, max(0, cue - 30), cue))


TO_COME: Final = re.compile(r"\b(?:will|would|may|might|could|should|must)\s+(?:\w+ly\s+)?$")


# "S" was how she put it; "S" was the verdict of the jury
HOW: Final = re.compile(
    r"\s+(?:was|is) (?:how\s|(?:the|his|her|its|their) (?:[a-z]+ )?"
    r"(?:answer|reply|response|verdict|comment|reaction|retort|conclusion|assessment)\b)"
)
JOINT: Final = re.compile(r"(?:and|but)\s+")
SHORT: Final = 5  # words in marks that are no sentence


@dataclass(slots=True)
class Reader:
    """Reads one unit from left to right."""

    text: str
    unit: Unit
    paragraph: int
    number: int
    known: SpeechWords

    def read(self) -> list[Said]:
        """Give the attributions of the unit; stretches that nothing claims are terms."""
        q, gaps = self.unit.stretches, self.unit.gaps
        said: list[Said] = []
        waiting: list[Stretch] = []
        rest = gaps[0]
        for i, stretch in enumerate(q):
            clause = self.clause_before(rest, stretch.end, said, waiting)
            if clause and self.resumes(said, stretch, rest):
                clause = None
            told_behind = self.tag_behind_colon(stretch, clause, gaps[i + 1])
            if told_behind:
                why = f"{told_behind.pattern}, behind the words; {COLON}"
                said.append(self.said("direct", ((stretch.start, stretch.end),), [stretch], why, told_behind))
                rest = (told_behind.end, gaps[i + 1][1])
                continue
            if self.is_term(stretch, rest, clause):
                said.append(self.term(stretch))
            elif clause:
                said = self.cut_at(clause, said, rest)
                said.append(self.introduced(i, with_source_of(clause, said)))
            elif said and said[-1].kind != "term":
                said[-1] = self.extended(said[-1], i)
            else:
                waiting.append(stretch)
            rest = gaps[i + 1]
            tag = behind(self.text, rest, self.known) if self.takes_tag(stretch, waiting, rest) else None
            if tag and self.is_lead(waiting, tag):
                said += [self.term(s) for s in waiting]
                waiting = []
            elif tag:
                said.append(self.tagged(waiting, tag))
                waiting, rest = [], (tag.end, rest[1])
        return said + self.left_over(waiting, rest)

    def clause_before(self, rest: Span, stretch_end: int, said: list[Said], waiting: list[Stretch]) -> SpeechClause | None:
        """Read the clause before a stretch; behind terms alone, the words before them are read along."""
        if not has_words(self.text, rest):
            return None
        only_terms = bool(said) and not waiting and all(s.kind == "term" for s in said)
        clause = before(self.text, (self.unit.start if only_terms else rest[0], rest[1]), self.known)
        if clause and is_to_come(self.text, clause.cue[0]) and trailing(self.text, (stretch_end, self.unit.end), self.known):
            return None  # who only will say it is reported by somebody else: Poe will testify that "S", her lawyer said
        return clause if clause and clause.cue[0] >= rest[0] else None

    def tag_behind_colon(self, stretch: Stretch, clause: SpeechClause | None, gap: Span) -> SpeechClause | None:
        """Who spoke by the words right behind a full quotation that a colon leads, whoever the words before it are about: The
        answer was short: "S," as Poe put it; the club asked for time: "S," said Ada Poe, its captain."""
        led = clause is not None and (clause.pattern == COLON or self.text[: stretch.start].rstrip().endswith(":"))
        if not led or not self.text[stretch.inner_start : stretch.inner_end].rstrip().endswith((",", "?", "!")):
            return None
        tag = behind(self.text, gap, self.known) if has_words(self.text, gap) else None
        sure = tag is not None and (tag.lemma in self.known.acts or clause is None or clause.pattern == COLON)
        return tag if tag and tag.source and sure else None

    def cut_at(self, clause: SpeechClause, said: list[Said], rest: Span) -> list[Said]:
        """End a mixed content where the next clause of saying begins: called it "dead" and said that ..."""
        if not said or said[-1].kind != "mixed" or said[-1].content[-1][1] <= rest[0]:
            return said
        start, end = said[-1].content[-1][0], max(rest[0], clause.start if clause.start >= rest[0] else clause.cue[0])
        joined = self.text[start:end].rstrip(f" ,;{DASHES}")
        end = start + len(joined.removesuffix(" and").removesuffix(" but").rstrip(f" ,;{DASHES}"))
        last = replace(said[-1], content=(*said[-1].content[:-1], (start, max(end, rest[0]))))
        return [*said[:-1], last]

    def is_lead(self, waiting: list[Stretch], tag: SpeechClause) -> bool:
        """The quoted words are of a phrase that leads in, and what is said follows: On "The Hour," Poe said that ..."""
        words = tokens(self.text, self.unit.start, min(waiting[0].start, self.unit.start + NEAR))
        leads = bool(words) and (words[0].low in self.known.prepositions or words[0].low.endswith(("ed", "ing")))
        return leads and has_words(self.text, (tag.end, self.unit.end))

    def resumes(self, said: list[Said], stretch: Stretch, rest: Span) -> bool:
        """Quoted words go on in lower case behind a clause of saying and a comma: "It was," she said, "bad"."""
        if not said or said[-1].kind != "direct" or begins_clause(self.text, stretch):
            return False
        end = said[-1].content[-1][1]
        broken = self.text[end - 3 : end].rstrip("”\"'’")[-1:] == ","
        return broken and self.text[rest[0] : rest[1]].rstrip()[-1:] == ","

    def takes_tag(self, stretch: Stretch, waiting: list[Stretch], rest: Span) -> bool:
        """A full quotation that waits for a clause of saying, with words behind it."""
        if stretch not in waiting or not has_words(self.text, rest):
            return False
        return ends_clause(self.text, stretch) or HOW.match(self.text, *rest) is not None

    def is_term(self, stretch: Stretch, rest: Span, clause: SpeechClause | None) -> bool:
        """The name of a work, or a word set apart, inside narrative."""
        lead = self.text[rest[0] : rest[1]].rstrip()
        if lead.endswith("so-called"):
            return True
        if not lead or lead[-1] == ":" or not has_words(self.text, rest) or (lead[-1] == "," and clause):
            return False
        direct = clause is not None and clause.end >= rest[0] + len(lead)
        return is_title(self.text, stretch) and not direct

    # -- making rows --

    def said(
        self, kind: Kind, content: tuple[Span, ...], held: Sequence[Stretch], because: str, clause: SpeechClause | None
    ) -> Said:
        """Make one attribution."""
        groups = tuple(s.group for s in held)
        if clause is None:
            return Said(kind, content, None, None, None, None, because, self.paragraph, self.number, groups)
        act = self.known.acts.get(clause.lemma)
        return Said(
            kind, content, clause.cue, clause.source, clause.name, act, because, self.paragraph, self.number, groups
        )  # fmt: skip

    def term(self, stretch: Stretch) -> Said:
        """Set apart a name or a scare-quoted word."""
        return self.said("term", ((stretch.start, stretch.end),), [stretch], "no words of saying govern it", None)

    def tagged(self, waiting: list[Stretch], tag: SpeechClause) -> Said:
        """Make an attribution of what stands before its clause of saying."""
        first, last = waiting[0], waiting[-1]
        if not has_words(self.text, (self.unit.start, first.start)) and len(waiting) == 1:
            return self.said("direct", ((first.start, first.end),), waiting, f"{tag.pattern}, behind the words", tag)
        start = self.unit.start if has_words(self.text, (self.unit.start, first.start)) else first.start
        return self.said(
            "mixed", (self.clause_span(start, last.end),), waiting, f"{tag.pattern}, behind the clause", tag
        )

    def introduced(self, i: int, clause: SpeechClause) -> Said:
        """Make an attribution of what stands behind its clause of saying."""
        stretch = self.unit.stretches[i]
        whole = begins_clause(self.text, stretch) or self.ends_unit(stretch)
        if whole and not has_words(self.text, (clause.end, stretch.start)):
            kind: Kind = "direct" if ends_clause(self.text, stretch) else "partial"
            return self.said(kind, ((stretch.start, stretch.end),), [stretch], clause.pattern, clause)
        end = self.clause_end(i)
        start = min(clause.end, stretch.start)
        because = f"{clause.pattern}; the clause is quoted in part"
        return self.said("mixed", self.both_sides(i, clause, self.clause_span(start, end)), [stretch], because, clause)

    def both_sides(self, i: int, clause: SpeechClause, content: Span) -> tuple[Span, ...]:
        """A content that goes on behind words of saying set into it begins before them: S, Poe said, and T."""
        joint = JOINT.match(self.text, *content)
        lead = self.text[self.unit.start : clause.start].rstrip()
        if not i and clause.pattern.startswith(SET_BETWEEN):  # Roe, said the judge, was "S"
            return self.clause_span(self.unit.start, clause.start), content
        if i or joint is None or clause.source is None or not lead.endswith(","):
            return (content,)
        return self.clause_span(self.unit.start, clause.start), (joint.end(), content[1])

    def extended(self, last: Said, i: int) -> Said:
        """Take a further stretch of the same sentence into the attribution before it."""
        stretch = self.unit.stretches[i]
        if last.kind == "direct":
            content = (*last.content, (stretch.start, stretch.end))
        else:
            end = self.clause_span(stretch.start, self.clause_end(i))[1]
            content = (*last.content[:-1], (last.content[-1][0], max(last.content[-1][1], end)))
        return replace(last, content=content, groups=(*last.groups, stretch.group))

    def left_over(self, waiting: list[Stretch], rest: Span) -> list[Said]:
        """Read stretches without a clause so far: one at the end of the sentence, or none."""
        if not waiting:
            return []
        tag = trailing(self.text, rest, self.known)
        if tag:
            start, end = self.unit.start, max(waiting[-1].end, tag.start)
            because = f"{tag.pattern}, at the end of the sentence"
            return [self.said("mixed", (self.clause_span(start, end),), waiting, because, tag)]
        return [self.full_or_term(s) for s in waiting]

    def full_or_term(self, stretch: Stretch) -> Said:
        """A whole quoted sentence without a cue is direct speech by somebody; a few words are a term."""
        whole = begins_clause(self.text, stretch) and ends_clause(self.text, stretch)
        if whole and not is_title(self.text, stretch) and not self.is_part(stretch):
            return self.said(
                "direct", ((stretch.start, stretch.end),), [stretch], "a whole quoted sentence without a cue", None
            )
        return self.term(stretch)

    def is_part(self, stretch: Stretch) -> bool:
        """A few words in marks in the middle of a clause: keep to the "One Lock rule", and to others."""
        lead = self.text[self.unit.start : stretch.start].rstrip()
        inside = self.text[stretch.inner_start : stretch.inner_end].rstrip()
        return bool(lead) and lead[-1].isalnum() and inside[-1:].isalnum() and len(inside.split()) < SHORT

    # -- where clauses end --

    def ends_unit(self, stretch: Stretch) -> bool:
        """Nothing but marks stands behind the stretch."""
        return not has_words(self.text, (stretch.end, self.unit.end))

    def clause_end(self, i: int) -> int:
        """Give the end of the clause that stretch i is part of: the next stretch, or the end of the unit.

        A comma inside the last closing marks ends the clause there: said it was "dead," but went on with it.
        """
        later = self.unit.stretches[i + 1 : i + 2]
        if later:
            return later[0].start
        last = self.unit.stretches[i]
        comma = last.closing and self.text[last.inner_end - 1] == ","
        stop = self.text.find(";", last.end, self.unit.end)
        return last.end if comma else stop if stop > 0 else self.unit.end

    def clause_span(self, start: int, end: int) -> Span:
        """Trim blanks and marks that are no part of a clause from both ends; quotation marks stay."""
        while start < end and (self.text[start].isspace() or self.text[start] in f",:;{DASHES}"):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in f",:;{DASHES}."):
            end -= 1
        return start, end
