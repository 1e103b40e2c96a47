"""Read who said the quoted words of a text, from marks and cues alone, without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from readout.text.clauses import SpeechClause, before, behind, indirect, trailing
from readout.text.cues import SpeechWords
from readout.text.quotations import Stretch, quotations
from readout.text.units import (
    MOST_STRETCHES,
    Span,
    Unit,
    begins_clause,
    ends_clause,
    has_words,
    is_bare,
    is_title,
    units,
)

Kind = Literal["direct", "mixed", "partial", "term"]


@dataclass(frozen=True, slots=True)
class Said:
    """Quoted words (content), who said them (source) and the words that say so (cue), as spans; `unit` numbers the
    unit they stand in, `groups` the quotations they are of."""

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


def attributions(text: str, paragraphs: Sequence[Sequence[Span]], known: SpeechWords) -> list[Said]:
    """Give one Said for each attribution of quoted words; every stretch of depth 0 is in the content of exactly one.

    `paragraphs` holds the sentences of each paragraph. Cost: linear.
    Method: ours.
    """
    filled = [p for p in paragraphs if p]
    found = quotations(text, [(p[0][0], p[-1][1]) for p in filled]).stretches
    by_paragraph: dict[int, list[Stretch]] = {}
    for s in found:
        if s.depth == 0:
            by_paragraph.setdefault(s.paragraph, []).append(s)
    said: list[Said] = []
    for number, sentences in enumerate(filled):
        if number in by_paragraph:
            prior = last_unit(filled[number - 1], by_paragraph.get(number - 1, ())) if number else None
            said += read_paragraph(text, units(sentences, by_paragraph[number]), number, prior, known)
    return carried(joined_groups(said))


def last_unit(sentences: Sequence[Span], stretches: Sequence[Stretch]) -> Unit:
    """Give the last sentence of a paragraph, with its stretches."""
    start, end = sentences[-1]
    return Unit(start, end, tuple(s for s in stretches[-3:] if s.end > start), ())


def carried(said: list[Said]) -> list[Said]:
    """Give a paragraph of quoted words alone the speaker of the quotation that ends the paragraph before it.

    Edited news names the speaker anew when the speaker changes, so a paragraph with none goes on with the last one.
    """
    made: list[Said] = []
    for s in said:
        last = made[-1] if made else None
        ended = last is not None and last.kind != "term" and last.ends_paragraph
        alone = s.bare and s.ends_paragraph and not s.source
        if last and ended and last.source and alone and s.paragraph - last.paragraph == 1:
            because = "a paragraph of quoted words alone, right behind a quotation of the one named"
            s = replace(s, source=last.source, name=last.name, because=because)
        made.append(s)
    return made


def read_paragraph(text: str, parts: list[Unit], number: int, prior: Unit | None, known: SpeechWords) -> list[Said]:
    """Read each unit of a paragraph, then give bare quotations to what stands beside them."""
    said: list[Said] = []
    for i, unit in enumerate(parts):
        if not unit.stretches:
            continue
        if is_bare(text, unit):
            said.append(bare(text, parts, i, number, prior, known))
        else:
            said += Reader(text, unit, number, i, known).read()
    made = joined_bare(said)
    if made and made[-1].unit == len(parts) - 1:
        made[-1] = replace(made[-1], ends_paragraph=True)
    return made


# --- bare quotations --------------------------------------------------------------------------------------------------


def bare(text: str, parts: list[Unit], i: int, number: int, prior: Unit | None, known: SpeechWords) -> Said:
    """Read a unit of nothing but quoted words; the narrative sentence before it may say who speaks."""
    unit, before_it = parts[i], parts[i - 1] if i else prior
    content = tuple((s.start, s.end) for s in unit.stretches)
    groups = tuple(s.group for s in unit.stretches)
    because = "quoted words alone, no cue beside them"
    blank = Said("direct", content, None, None, None, None, because, number, i, groups, True)
    if before_it is None or before_it.stretches:
        return blank
    clause = indirect(text, (before_it.start, before_it.end), known)
    if clause is None or clause.source is None:
        return blank
    because = "quoted words alone; the sentence before them says that the one named spoke"
    return replace(blank, source=clause.source, name=clause.name, because=because)


def joined_bare(said: list[Said]) -> list[Said]:
    """Join bare quotations to the direct one right before them, or else right behind them."""
    made: list[Said] = []
    for s in said:
        last = made[-1] if made else None
        near = last is not None and s.unit - last.unit == 1 and len(last.content) < MOST_STRETCHES
        if last and near and s.bare and last.kind == "direct" and not (last.bare and last.source):
            made[-1] = join(last, s, "goes on in the next sentence, quoted words alone", s.unit)
        elif last and near and last.bare and not last.source and s.kind == "direct":
            made[-1] = join(s, last, "begins in the sentence before, quoted words alone", s.unit)
        elif last and s.bare and s.source is None and last.source and s.unit - last.unit == 1:
            because = "quoted words alone, right behind words of the same paragraph by the one named"
            made.append(replace(s, source=last.source, name=last.name, because=because))
        else:
            made.append(s)
    return made


def join(main: Said, other: Said, because: str, unit: int) -> Said:
    """Make one attribution of two; who spoke and the cue are those of the first argument."""
    content = tuple(sorted({*main.content, *other.content}))
    groups = tuple(dict.fromkeys((*main.groups, *other.groups)))
    told = main.because if main.because.endswith(because) else f"{main.because}; {because}"
    later = main if main.paragraph > other.paragraph else other
    return replace(
        main, content=content, groups=groups, because=told, unit=unit, paragraph=later.paragraph,
        ends_paragraph=later.ends_paragraph,
    )  # fmt: skip


def joined_groups(said: list[Said]) -> list[Said]:
    """Join what is one quotation over several paragraphs; the one with a source leads."""
    made: list[Said] = []
    at: dict[int, int] = {}
    for s in said:
        place = next((at[g] for g in s.groups if g in at), None)
        if place is None:
            at.update(dict.fromkeys(s.groups, len(made)))
            made.append(s)
            continue
        first = made[place]
        main, other = (first, s) if first.cue or not s.cue else (s, first)
        made[place] = join(main, other, "one quotation over several paragraphs", s.unit)
        at.update(dict.fromkeys(s.groups, place))
    return made


# --- units with narrative ---------------------------------------------------------------------------------------------


def with_source_of(clause: SpeechClause, said: list[Said]) -> SpeechClause:
    """A clause without a subject of its own has that of the clause before it in the sentence: he said, adding that."""
    if clause.source or not said or not said[-1].source:
        return clause
    return replace(clause, source=said[-1].source, name=said[-1].name, pattern=f"{clause.pattern}, source as before it")


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
            clause = self.clause_before(rest, said, waiting)
            if clause and self.resumes(said, stretch, rest):
                clause = None
            if self.is_term(stretch, rest, clause):
                said.append(self.term(stretch))
            elif clause:
                said.append(self.introduced(i, with_source_of(clause, said)))
            elif said and said[-1].kind != "term":
                said[-1] = self.extended(said[-1], i)
            else:
                waiting.append(stretch)
            rest = gaps[i + 1]
            tag = behind(self.text, rest, self.known) if self.takes_tag(stretch, waiting, rest) else None
            if tag:
                said.append(self.tagged(waiting, tag))
                waiting, rest = [], (tag.end, rest[1])
        return said + self.left_over(waiting, rest)

    def clause_before(self, rest: Span, said: list[Said], waiting: list[Stretch]) -> SpeechClause | None:
        """Read the clause before a stretch; behind terms alone, the words before them are read along."""
        if not has_words(self.text, rest):
            return None
        only_terms = bool(said) and not waiting and all(s.kind == "term" for s in said)
        clause = before(self.text, (self.unit.start if only_terms else rest[0], rest[1]), self.known)
        return clause if clause and clause.cue[0] >= rest[0] else None

    def resumes(self, said: list[Said], stretch: Stretch, rest: Span) -> bool:
        """Quoted words go on in lower case behind a clause of saying that ends with a comma: "It was," she said, "bad"."""
        if not said or said[-1].kind != "direct" or begins_clause(self.text, stretch):
            return False
        end = said[-1].content[-1][1]
        broken = self.text[end - 3 : end].rstrip("”\"'’")[-1:] == ","
        return broken and self.text[rest[0] : rest[1]].rstrip()[-1:] == ","

    def takes_tag(self, stretch: Stretch, waiting: list[Stretch], rest: Span) -> bool:
        """A full quotation that waits for a clause of saying, with words behind it."""
        return stretch in waiting and ends_clause(self.text, stretch) and has_words(self.text, rest)

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
        return self.said(
            "mixed",
            (self.clause_span(start, end),),
            [stretch],
            f"{clause.pattern}; the clause is quoted in part",
            clause,
        )

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
        if whole and not is_title(self.text, stretch):
            return self.said(
                "direct", ((stretch.start, stretch.end),), [stretch], "a whole quoted sentence without a cue", None
            )
        return self.term(stretch)

    # -- where clauses end --

    def ends_unit(self, stretch: Stretch) -> bool:
        """Nothing but marks stands behind the stretch."""
        return not has_words(self.text, (stretch.end, self.unit.end))

    def clause_end(self, i: int) -> int:
        """Give the end of the clause that stretch i is part of: the next stretch, or the end of the unit."""
        later = self.unit.stretches[i + 1 : i + 2]
        return later[0].start if later else self.unit.end

    def clause_span(self, start: int, end: int) -> Span:
        """Trim blanks and marks that are no part of a clause from both ends; quotation marks stay."""
        while start < end and (self.text[start].isspace() or self.text[start] in ",:;—–-"):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in ",:;—–-."):
            end -= 1
        return start, end
