"""Code single sentences or texts: the events, times and quantities of each, or the relation of two given actors."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any, Final, Protocol, cast

from readout.lexicon.events import event_words
from readout.records import Word
from readout.text.event_calamities import CALAMITY
from readout.text.event_coding import quad_of
from readout.text.event_found import EventWords
from readout.text.event_judgement import EventJudge, Judgement, Said
from readout.text.event_lists import listed
from readout.text.event_pairs import at_once, place, relation, votes
from readout.text.event_speakers import speaker_of
from readout.text.event_telling import Telling, day_of, numbers_of, tellings
from readout.text.event_tree import Tree
from readout.text.lexemes import tokenize
from readout.text.quantities import Quantity
from readout.text.sentences import paragraphs

Span = tuple[int, int]
COLUMNS = frozenset({"sentence", "source", "target"})


class Parsing(Protocol):
    """A parser of pre-split sentences, and a splitter of paragraphs."""

    def sentences(self, paragraph: str, /) -> Sequence[Span]: ...

    def parse(self, texts: Sequence[str], /) -> Sequence[Sequence[Any]]: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """One input row: a text to code, or a sentence with two actors; or what is wrong with it."""

    id: Any
    text: str = ""
    date: str | None = None
    actors: tuple[str, str] | None = None
    error: str | None = None


# --- input ---------------------------------------------------------------------------------------------------------


def read_rows(text: str) -> Iterator[Asked]:
    """Read input of any of the three forms: JSON Lines, a table with the columns sentence, source, target, or lines."""
    head = text.lstrip("\ufeff").partition("\n")[0].strip()
    text = text.removeprefix("\ufeff")
    if head.startswith("{"):
        return json_rows(text)
    if head.startswith("[") and (listed := json_list(text)) is not None:
        return (json_row(row, n) for n, row in enumerate(listed, 1))
    for mark in "\t,;":
        if {c.strip().strip('"').lower() for c in head.split(mark)} >= COLUMNS:
            return table_rows(text, mark)
    return (Asked(n, line.strip()) for n, line in enumerate(text.splitlines(), 1) if line.strip())


def json_list(text: str) -> list[Any] | None:
    """Read one JSON list of objects; null where it is none."""
    try:
        rows = json.loads(text)
    except ValueError:
        return None
    return rows if isinstance(rows, list) and all(isinstance(r, dict) for r in rows) else None


def json_rows(text: str) -> Iterator[Asked]:
    """Read JSON Lines; a line that is no object with a text is a row with an error."""
    for n, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as problem:
            yield Asked(n, error=f"line {n} is not JSON: {problem}")
            continue
        yield json_row(row, n)


def json_row(row: Any, n: int) -> Asked:
    """Read one object."""
    if not isinstance(row, dict):
        return Asked(n, error=f"line {n} is not an object")
    name = row.get("id", n)
    text = row.get("text", row.get("sentence"))
    if not isinstance(text, str):
        return Asked(name, error=f"line {n} has no text")
    date = row.get("dct")
    if date is not None and not isinstance(date, str):
        return Asked(name, error=f"line {n}: dct is not a date")
    source, target = row.get("source"), row.get("target")
    pair = (source, target) if isinstance(source, str) and isinstance(target, str) else None
    return Asked(name, text, date, pair)


def table_rows(text: str, mark: str) -> Iterator[Asked]:
    """Read a table by the rules of the csv module."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    columns = [c.strip().lower() for c in next(reader)]
    for n, cells in enumerate(reader, 1):
        if not any(c.strip() for c in cells):
            continue
        row = dict(zip(columns, cells, strict=False))
        name = row.get("id") or n
        missing = sorted(c for c in COLUMNS if not row.get(c, "").strip())
        if missing:
            yield Asked(name, error=f"row {n} has no {', '.join(missing)}")
        else:
            yield Asked(name, row["sentence"], None, (row["source"].strip(), row["target"].strip()))


# --- output --------------------------------------------------------------------------------------------------------


def code_rows(
    rows: Iterable[Asked], parser: Parsing, judge: EventJudge | None = None, *, of_pairs: Parsing | None = None
) -> Iterator[dict[str, Any]]:
    """Code each row: exactly one object per row, in order; a row that cannot be coded gives its error.

    `of_pairs` parses the sentences with given actors, where it is another parser than that of texts.
    """
    known = event_words()
    for some in batched(rows, TOGETHER):
        judged = between(some, judge)
        for number, row in enumerate(some):
            if row.error is not None:
                yield {"id": row.id, "error": row.error}
            elif row.actors is not None:
                yield {"id": row.id, **code_pair(row.text, row.actors, of_pairs or parser, known, judged.get(number))}
            else:
                yield {"id": row.id, **code_text(row.text, row.date, parser, known, judge)}


TOGETHER: Final = 256  # rows read before the first is answered: pairs of like length run through the network together


def batched(rows: Iterable[Asked], size: int) -> Iterator[list[Asked]]:
    """Rows in lists of some size."""
    rest = iter(rows)
    while some := list(islice(rest, size)):
        yield some


def between(rows: Sequence[Asked], judge: EventJudge | None) -> dict[int, Judgement]:
    """What the event network says of the given actors of each row, by the row's number."""
    asked = {n: row for n, row in enumerate(rows) if row.error is None and row.actors is not None and row.text.strip()}
    if judge is None or not asked:
        return {}
    marked = [(row.text, *(place(row.text, a) for a in cast("tuple[str, str]", row.actors))) for row in asked.values()]
    return dict(zip(asked, judge.parties(cast("list[tuple[str, Span | None, Span | None]]", marked)), strict=True))


def trees(text: str, parser: Parsing, known: EventWords) -> Iterator[Tree]:
    """Parse a text: its paragraphs, their sentences; spans are of the text."""
    spans = [(a + s, a + e) for a, b in joined(text, paragraphs(text)) for s, e in parser.sentences(text[a:b])]
    parses = parser.parse([text[s:e] for s, e in spans])
    for (start, _), words in zip(spans, parses, strict=True):
        yield Tree(text, [Word(w[0] + start, w[1] + start, *w[2:]) for w in words], known.forms)


# A line that ends in one of these goes on in the next.
OPEN: Final = listed("a an the of to in on at by for with from and or but that who which as is was were has have will")


def joined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Put lines together that one sentence was broken into: the next begins in lower case, or the first ends open."""
    held: Span | None = None
    for start, end in spans:
        if held is not None and text[held[1] : start].count("\n") == 1 and goes_on(text, held[1], start):
            held = (held[0], end)
            continue
        if held is not None:
            yield held
        held = (start, end)
    if held is not None:
        yield held


def goes_on(text: str, end: int, start: int) -> bool:
    """Tell whether the line that ends here goes on in the one that starts there."""
    last = text[:end].rsplit(None, 1)[-1].lower() if text[:end].strip() else ""
    return text[start].islower() or last.endswith(",") or last in OPEN


def code_text(
    text: str, date: str | None, parser: Parsing, known: EventWords, judge: EventJudge | None
) -> dict[str, Any]:  # fmt: skip
    """Code the events of a text."""
    numbers = numbers_of(text, day_of(date), tokenize(text))
    read = list(trees(text, parser, known))
    told = (
        (t, one) for t, said in zip(read, verdicts(read, judge), strict=True)
        for one in tellings(t, numbers, known, said=said)
    )  # fmt: skip
    return {
        "events": [event(tree, one, known) for tree, one in told],
        "times": [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in numbers.times],
        "quantities": [quantity(q) for q in numbers.quantities],
    }


def quantity(q: Quantity) -> dict[str, Any]:
    """Write one quantity."""
    return {name: getattr(q, name) for name in ("start", "end", "value", "low", "high", "modifier", "unit")}


def event(tree: Tree, telling: Telling, known: EventWords) -> dict[str, Any]:
    """Write one event."""
    found, when = telling.found, telling.when
    start, end = trigger_span(tree, telling, known)

    def phrases(heads: Sequence[int]) -> list[str]:
        return [tree.text[slice(*tree.phrase(h))] for h in heads]

    speaker = speaker_of(tree, found.trigger, known.modality)
    return {
        "type": found.coded,
        "act": None if found.frame.type == CALAMITY else found.frame.type,
        "mode": found.frame.mode,
        "status": found.reading.status,
        "start": start,
        "end": end,
        "actors": phrases(found.parties.actors),
        "recipients": phrases(found.parties.recipients),
        "attributed_to": phrases([speaker])[0] if speaker is not None else None,
        "date_start": when.start,
        "date_end": when.end,
        "place": tree.text[slice(*telling.place)] if telling.place else None,
        "attributes": [asdict(a) for a in telling.attributes],
    }


REACH: Final = 6  # words from a verb to the event noun it takes, within which both are the trigger; ours


def trigger_span(tree: Tree, telling: Telling, known: EventWords) -> Span:
    """The words that tell the act: the trigger, with the event noun a verb takes right behind it (imposed sanctions)."""
    trigger, taken = telling.found.trigger, telling.found.taken
    if taken is None or not 0 < taken - trigger <= REACH or tree.lemma(taken) not in known.frames.nouns:
        return tree.words[trigger].start, tree.words[trigger].end
    return tree.words[trigger].start, tree.words[taken].end


def code_pair(
    text: str, actors: tuple[str, str], parser: Parsing, known: EventWords, judgement: Judgement | None
) -> dict[str, Any]:  # fmt: skip
    """Code the relation of two given actors."""
    if not text.strip():
        return {"error": "the sentence holds no words"}
    best = at_once(judgement, text) if judgement is not None else None
    if best is None:
        of_rules = [v for t in trees(text, parser, known) for v in votes(t, actors, known)]
        best = relation(sorted(of_rules, key=lambda v: -v.rank), judgement, text)
    return {"type15": best.type15, "quad": quad_of(best.type15), "status": best.status}


def verdicts(read: Sequence[Tree], judge: EventJudge | None) -> Sequence[Said | None]:
    """What the event network says of each sentence."""
    return judge.words([(t.text, t.words) for t in read]) if judge is not None else [None] * len(read)
