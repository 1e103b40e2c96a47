"""Read who said the quoted words of a text, from marks and cues alone, without a parser."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate

from readout.text.clauses import behind, indirect
from readout.text.cues import DASHES, SpeechWords
from readout.text.mark_grammar import Stretch
from readout.text.quotations import quotations
from readout.text.unit_reading import Reader, Said
from readout.text.units import MOST_STRETCHES, Span, Unit, gaps, has_words, is_bare, units

LED = "quoted words alone; the sentence before them says that the one named spoke"


def attributions(text: str, paragraphs: Sequence[Sequence[Span]], known: SpeechWords) -> list[Said]:
    """Give one Said for each attribution of quoted words; every stretch of depth 0 is in the content of exactly one.

    `paragraphs` holds the sentences of each paragraph. Cost: linear.
    Method: ours.
    """
    filled = [p for p in paragraphs if p]
    return attributions_of(text, filled, quoted_stretches(text, filled), known)


def quoted_stretches(text: str, filled: Sequence[Sequence[Span]]) -> list[Stretch]:
    """Give the outermost stretches of quoted words, in text order."""
    return [s for s in quotations(text, [(p[0][0], p[-1][1]) for p in filled]).stretches if s.depth == 0]


def attributions_of(
    text: str, filled: Sequence[Sequence[Span]], stretches: Sequence[Stretch], known: SpeechWords
) -> list[Said]:
    """Read the attributions of quoted words whose outermost stretches are known; no paragraph is empty."""
    by_paragraph: dict[int, list[Stretch]] = {}
    for s in stretches:
        by_paragraph.setdefault(s.paragraph, []).append(s)
    said: list[Said] = []
    for number, sentences in enumerate(filled):
        if number in by_paragraph:
            prior = last_unit(filled[number - 1], by_paragraph.get(number - 1, ())) if number else None
            said += read_paragraph(text, units(sentences, by_paragraph[number]), number, prior, known)
    return whole(carried(joined_groups(said), {p[0][0] for p in filled}), stretches)


def whole(said: list[Said], stretches: Sequence[Stretch]) -> list[Said]:
    """Widen contents so that every stretch lies whole in one: cutting a clause may take off marks that hold no word."""
    spans = sorted((a, b, i, k) for i, x in enumerate(said) for k, (a, b) in enumerate(x.content))
    starts, reach = [a for a, *_ in spans], list(accumulate((b for _, b, *_ in spans), max))
    made = list(said)
    for s in stretches:
        at = bisect_right(starts, s.start) - 1
        if at >= 0 and reach[at] >= s.end:
            continue
        near = [p for p in (at, at + 1) if 0 <= p < len(spans) and spans[p][0] < s.end and spans[p][1] > s.start]
        near = near or [p for p in range(at) if spans[p][1] > s.start]  # a content that holds a later one
        if near:
            _, _, i, k = spans[near[0]]
            content = list(made[i].content)
            content[k] = (min(content[k][0], s.start), max(content[k][1], s.end))
            made[i] = replace(made[i], content=tuple(content))
    return made


def last_unit(sentences: Sequence[Span], stretches: Sequence[Stretch]) -> Unit:
    """Give the last sentence of a paragraph, with its stretches."""
    start, end = sentences[-1]
    return Unit(start, end, tuple(s for s in stretches[-3:] if s.end > start), ())


def carried(said: list[Said], starts: Collection[int]) -> list[Said]:
    """Give a paragraph of quoted words alone the speaker of the quotation that ends the paragraph before it.

    `starts` holds where paragraphs begin.

    Edited news names the speaker anew when the speaker changes, so a paragraph with none goes on with the last one.
    """
    made: list[Said] = []
    for s in said:
        last = made[-1] if made else None
        ended = last is not None and last.kind != "term" and last.ends_paragraph
        alone = s.bare and s.ends_paragraph and not s.source and s.content[0][0] in starts
        if last and ended and last.source and alone and s.paragraph - last.paragraph == 1:
            because = "a paragraph of quoted words alone, right behind a quotation of the one named"
            s = replace(s, source=last.source, name=last.name, because=because)
        made.append(s)
    return made


def read_paragraph(text: str, parts: list[Unit], number: int, prior: Unit | None, known: SpeechWords) -> list[Said]:
    """Read each unit of a paragraph, then give bare quotations to what stands beside them."""
    said: list[Said] = []
    parts = with_their_clause(text, parts, known)
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


def with_their_clause(text: str, parts: list[Unit], known: SpeechWords) -> list[Unit]:
    """Join quoted words alone with a next sentence that is their clause of saying: "Why?" the former mayor said."""
    made: list[Unit] = []
    for unit in parts:
        last = made[-1] if made else None
        if last and is_bare(text, last) and is_clause_of(text, last, unit, known):
            stretches = (*last.stretches, *unit.stretches)
            made[-1] = Unit(last.start, unit.end, stretches, gaps(last.start, unit.end, stretches))
        else:
            made.append(unit)
    return made


def is_clause_of(text: str, quoted: Unit, unit: Unit, known: SpeechWords) -> bool:
    """The unit begins with who spoke; behind a full stop it must be nothing else."""
    clause = behind(text, unit.gaps[0], known)
    if clause is None or clause.source is None or clause.pattern.startswith("a "):
        return False
    if text[quoted.stretches[-1].inner_end - 1] in f"?!,…{DASHES}":
        return True
    return not unit.stretches and not has_words(text, (clause.end, unit.end))


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
    return replace(blank, source=clause.source, name=clause.name, because=LED)


def joined_bare(said: list[Said]) -> list[Said]:
    """Join bare quotations to the direct one right before them, or else right behind them."""
    made: list[Said] = []
    for s in said:
        last = made[-1] if made else None
        near = last is not None and s.unit - last.unit == 1 and len(last.content) < MOST_STRETCHES
        if last and near and s.bare and last.kind == "direct" and not (last.bare and last.source):
            made[-1] = join(last, s, "goes on in the next sentence, quoted words alone", s.unit)
        elif last and near and last.bare and not last.source and s.kind == "mixed" and s.source and is_tagged(s):
            because = "quoted words alone, right before words of the same paragraph by the one named"
            made[-1] = replace(last, source=s.source, name=s.name, because=because)
            made.append(s)
        elif last and near and last.bare and not last.source and s.kind == "direct":
            made[-1] = join(s, last, "begins in the sentence before, quoted words alone", s.unit)
        elif last and s.bare and s.source is None and last.source and s.unit - last.unit == 1:
            because = "quoted words alone, right behind words of the same paragraph by the one named"
            made.append(replace(s, source=last.source, name=last.name, because=because))
        else:
            made.append(s)
    return made


def is_tagged(s: Said) -> bool:
    """Who spoke stands behind what was said."""
    return s.source is not None and s.source[0] >= s.content[-1][1]


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
