"""Every row type of the record, its columns described: the one source of schema, manifest, views and docs.

Spans are half-open `[start, end)` in Unicode code points of `documents.text`. Dates are ISO 8601 strings.
A null is an answer: it says that the pages do not tell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, field
from typing import Any, ClassVar, Literal, TypeVar, cast, dataclass_transform

Interval = tuple[int, int]
Intervals = tuple[Interval, ...]


class Row:
    """What every row type of a table offers; `row` fills it in."""

    __slots__ = ()
    __table__: ClassVar[str]
    __key__: ClassVar[tuple[str, ...]]
    __about__: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]


R = TypeVar("R")


def column(about: str, *, default: Any = MISSING) -> Any:
    """Describe a column; the text goes to the manifest and the docs."""
    return field(default=default, metadata={"about": about})


@dataclass_transform(frozen_default=True, field_specifiers=(column,))
def row(table: str, *key: str) -> Callable[[type[R]], type[R]]:
    """Declare a frozen row type of `table`, whose rows are told apart and sorted by `key`."""

    def declare(cls: type[R]) -> type[R]:
        about = (cls.__doc__ or "").strip()
        made = cast(Any, dataclass(frozen=True, slots=True)(cls))
        made.__table__, made.__key__, made.__about__ = table, key, about
        return cast(type[R], made)

    return declare


# --- what comes in ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One date a page offers for itself, as ISO 8601 where it could be read, with the words and where they stood."""

    value: str | None
    origin: Literal["given", "meta", "jsonld", "time", "url", "feed", "http", "dateline", "page_date", "text", "file", "story"]
    raw: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a layout with what its format says of it (`hint`: an HTML tag such as h1, p, li, figcaption, or
    title, byline, date, kicker, deck, note); null where the format says nothing, as in plain text."""

    start: int
    end: int
    hint: str | None


@row("layouts", "external_id", "capture_sha256")
class Layout(Row):
    """The text of one article as its format gives it, before any judgement: what `clean` reads. Not stored."""

    external_id: str
    location: str
    capture_sha256: str
    captured_at: str | None
    media_type: str
    url: str | None
    outlet: str | None
    title: str | None
    bylines: tuple[str, ...]
    date_candidates: tuple[DateCandidate, ...]
    declared_language: str | None
    text: str
    parts: tuple[Part, ...]
    note: str | None = None


@row("captures", "location", "capture_sha256")
class Capture(Row):
    """The bytes as they came: where they were found and what they were. Times are exempt from 'same input, same rows'."""

    location: str = column("where it was found, relative to the root: path, !member of an archive, #row of a file")
    external_id: str = column("the relative path, or the id a JSON Lines row gives itself")
    capture_sha256: str = column("SHA-256 of the bytes, after unpacking")
    media_type: str = column("what the bytes are, e.g. text/html")
    length: int = column("number of bytes")
    offset: int | None = column("byte offset of the record in its archive; null outside archives")
    captured_at: str | None = column("when the page was fetched, where the archive says so (exempt from equality)")
    doc_ids: tuple[str, ...] = column("the documents made from these bytes; empty where all were dropped", default=())
    note: str | None = column("what had to be mended or guessed to decode them; null where nothing had", default=None)


@row("documents", "doc_id")
class Document(Row):
    """One article: its text, never touched, and what it says of itself."""

    doc_id: str = column("hash of external_id, url and the digest of the captured bytes")
    external_id: str = column("the relative path, or the id a JSON Lines row gives itself")
    url: str | None = column("address the page names for itself or was fetched from")
    capture_sha256: str = column("SHA-256 of the bytes it was read from")
    outlet: str | None = column("who published")
    title: str | None = column("headline")
    bylines: tuple[str, ...] = column("who wrote it, as named")
    published: str | None = column("publication date; null where the page gives none that can be trusted")
    published_basis: Literal["meta", "jsonld", "url", "dateline", "inferred", "given", "story", "none"] = column(
        "what the publication date rests on"
    )
    date_candidates: tuple[DateCandidate, ...] = column("every date the page offers for itself, with its origin")
    language: str | None = column("ISO 639-1 code; null where the text is too short to tell")
    analysed: bool = column("false where the language is not covered: the page is read, traced and searched only")
    analysed_because: str = column("why it was or was not analysed")
    credited_source: str | None = column("the upstream the page itself names; null where it names none")
    credited_because: str | None = column("the words that name the upstream; on an agency's own page those that name the agency")
    kind: Literal["original", "republication", "edited", "spun", "translated", "mixed", "unknown"] = column(
        "what the page is, after tracing", default="unknown"
    )
    kind_because: str | None = column("why", default=None)
    text: str = column("the article, as decoded; every span points into it", default="")


BlockRole = Literal[
    "title", "kicker", "deck", "byline", "dateline", "body", "heading", "caption",
    "credit", "note", "source_line", "page_date", "boilerplate",
]  # fmt: skip


@row("blocks", "doc_id", "start", "end")
class Block(Row):
    """A role-bearing stretch of a document. Blocks of a document do not overlap and cover all its non-space text."""

    doc_id: str = column("the document")
    start: int = column("first code point")
    end: int = column("one past the last code point")
    role: BlockRole = column("what the stretch is for")
    because: str = column("why this role")


@row("recurrences", "doc_id", "start", "end")
class Recurrence(Row):
    """A block that recurs at the edge of several pages of one outlet; the view `blocks` shows it as boilerplate."""

    doc_id: str = column("the document")
    start: int = column("first code point of the block")
    end: int = column("one past the last code point")
    pages: int = column("number of different pages of the outlet that carry it")
    because: str = column("why it counts as boilerplate")


@row("repeats", "doc_id", "start", "end")
class Repeat(Row):
    """A stretch of body that stands earlier in the same page already."""

    doc_id: str = column("the document")
    start: int = column("first code point of the later copy")
    end: int = column("one past the last code point")
    first_start: int = column("first code point of the first copy")
    first_end: int = column("one past its last code point")
    because: str = column("why")


@row("sentences", "doc_id", "start", "end")
class Sentence(Row):
    """A sentence with its paragraph."""

    sentence_id: str = column("hash of document and span")
    doc_id: str = column("the document")
    start: int = column("first code point")
    end: int = column("one past the last code point")
    paragraph: int = column("number of the paragraph in the document, from 0")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a parsed sentence: span, Universal Dependencies tag, lemma, head (index in the sentence, -1 the root),
    relation, and name tag in BIO (PER, ORG, LOC)."""

    start: int
    end: int
    upos: str
    lemma: str
    head: int
    deprel: str
    ner: str


@row("parses", "doc_id", "start")
class Parse(Row):
    """The words of one sentence or dateline with their syntax; computed once per distinct sentence, shared by copies."""

    doc_id: str = column("the document")
    start: int = column("first code point of the sentence")
    end: int = column("one past the last code point")
    words: tuple[Word, ...] = column("its words in order; spans are code points of the document's text")


# --- lineage ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span with its document."""

    doc_id: str
    start: int
    end: int


@row("reuses", "reuse_id")
class Reuse(Row):
    """Two passages of which one derives from the other, or both from one upstream text; left_doc <= right_doc."""

    reuse_id: str = column("hash of both spans")
    left_doc: str = column("the document with the smaller id")
    left_start: int = column("first code point of the left passage")
    left_end: int = column("one past its last code point")
    right_doc: str = column("the document with the larger id; the same one for a repeat within a page")
    right_start: int = column("first code point of the right passage")
    right_end: int = column("one past its last code point")
    kind: Literal["verbatim", "edited", "spun", "translated", "shared_quote"] = column("how the text was reused")
    similarity: float = column("share of aligned words that match, 0 to 1")
    direction: Literal["left_from_right", "right_from_left", "common_upstream", "same_text", "undetermined"] = column(
        "which way the text went"
    )
    because: str = column("the evidence for kind and direction")


@row("lineages", "lineage_id")
class Lineage(Row):
    """A family of documents that share an origin."""

    lineage_id: str = column("hash of the members")
    origin: str | None = column("doc_id of the root; null for an upstream that is not in the pile")
    origin_name: str | None = column("name of the origin, where a page tells it")
    members: tuple[str, ...] = column("doc_ids, sorted")
    because: str = column("why these belong together and why this origin")


@row("voices", "about")
class Voice(Row):
    """How many distinct origins stand behind something."""

    about: str = column("`record`, or the id of a document, occurrence or finding value")
    voices_low: int = column("at least so many distinct origins")
    voices_high: int = column("at most so many")
    origins: tuple[str, ...] = column("lineage_ids or doc_ids of the origins")
    because: str = column("how they were counted")


@row("kinds", "doc_id")
class Kind(Row):
    """What a page is, after tracing; the view `documents` shows it as kind and kind_because."""

    doc_id: str = column("the document")
    kind: str = column("original, republication, edited, spun, translated, mixed or unknown")
    because: str = column("why")


# --- names -----------------------------------------------------------------------------------------------------


@row("mentions", "mention_id")
class Mention(Row):
    """Words in a text that name someone or something."""

    mention_id: str = column("hash of document and span")
    doc_id: str = column("the document")
    start: int = column("first code point")
    end: int = column("one past the last code point")
    form: Literal["name", "title", "descriptor", "adjective", "metonym", "pronoun"] = column("how it names")
    entity_id: str | None = column("whom or what; null where the text does not tell", default=None)


@row("entities", "entity_id")
class Entity(Row):
    """Someone or something in the world, as the pile names it."""

    entity_id: str = column("hash of the canonical name and type")
    type: Literal["person", "government", "country", "organisation", "place", "group"] = column("what it is")
    name: str = column("the fullest name in the pile")
    country: str | None = column("ISO 3166-1 alpha-3, where known")
    aliases: tuple[str, ...] = column("other names in the pile, sorted")
    because: str = column("why these names are one")


@row("offices", "entity_id", "doc_id", "start", "end", "role")
class Office(Row):
    """An office someone is said to hold, with the words that say so."""

    entity_id: str = column("who")
    role: str = column("the office, e.g. foreign minister")
    organisation: str | None = column("of which body")
    country: str | None = column("ISO 3166-1 alpha-3, where known")
    status: Literal["current", "former", "acting"] = column("as the page states it")
    doc_id: str = column("the document that says so")
    start: int = column("first code point of the words")
    end: int = column("one past the last code point")


@row("involvements", "about", "role", "position")
class Involvement(Row):
    """Who a speaker, actor or recipient is; the views `attributions` and `events` show it in place."""

    about: str = column("id of the attribution or event")
    role: Literal["speaker", "actor", "recipient"] = column("the part they play in it")
    position: int = column("place in the list of actors or recipients, from 0; 0 for a speaker")
    entity_id: str | None = column("who or what; null where the words only tell the country")
    name: str | None = column("name of the entity")
    country: str | None = column("ISO 3166-1 alpha-3, where known")
    because: str = column("the mention it rests on")
    unnamed: bool = column("somebody whom the page only describes: a hospital official", default=False)


@row("stories", "story_id")
class Story(Row):
    """Documents that overlap in names, dates and events."""

    story_id: str = column("hash of its documents")
    doc_ids: tuple[str, ...] = column("its documents, sorted")
    because: str = column("what they share")


# --- sayings ---------------------------------------------------------------------------------------------------


@row("attributions", "attribution_id")
class Attribution(Row):
    """Who said (source), the words that say it was said (cue), what was said (content): PARC/PolNeAR terms."""

    attribution_id: str = column("hash of document and content spans")
    doc_id: str = column("the document")
    kind: Literal["direct", "mixed", "partial", "indirect", "term"] = column("how the words are given")
    content: Intervals = column("spans of what was said")
    cue: Intervals = column("spans of the words that say it was said; may be empty")
    source: Intervals = column("spans of the words that name who said it; may be empty")
    speaker: str | None = column("entity_id; null where the text does not tell", default=None)
    speaker_name: str | None = column("the name in the source words; null where they hold none", default=None)
    named: Intervals = column(
        "spans of the words that name who said it, where that is not all of the source words", default=()
    )
    act: str | None = column("state, ask, demand, deny, promise, threaten, accuse, praise or announce", default=None)
    addressee: Intervals = column("spans of the words that name who was told; may be empty", default=())
    score: float | None = column(
        "how surely the source is who said it, 0 to 1; null where no source is named", default=None
    )
    medium: str | None = column("how it was said, e.g. Twitter, a statement", default=None)
    venue: str | None = column("where it was said", default=None)
    date: str | None = column("when it was said", default=None)
    altered: bool = column("wording known to be spun or back-translated", default=False)
    utterance_id: str | None = column("the act of saying it reports", default=None)
    because: str = column("why these words, this kind and this source", default="")


@row("utterances", "utterance_id")
class Utterance(Row):
    """One act of saying in the world; attributions in several documents can report it."""

    utterance_id: str = column("hash of its attributions")
    speaker: str | None = column("entity_id of the one most families of pages name; null where none is known")
    best_wording: str = column("attribution_id of the wording with the best provenance")
    wordings: tuple[str, ...] = column("attribution_ids")
    voices: int | None = column("number of distinct origins behind it; null where pages were not traced")
    speaker_name: str | None = column("the speaker's name; null where no page gives one", default=None)
    best_words: str = column("the words of the best wording, its parts joined by an ellipsis", default="")
    altered: tuple[str, ...] = column("attribution_ids of wordings that a machine spun or translated", default=())
    disputed: tuple[str, ...] = column("attribution_ids of wordings that name another speaker", default=())
    date: str | None = column("day of the saying; null where pages give none or several", default=None)
    because: str = column("why these wordings are one, and what to be careful with", default="")


# --- events ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor or recipient: who, and the words that name it."""

    entity_id: str | None
    text: str
    start: int
    end: int
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Attribute:
    """A number or phrase that belongs to an event, with its unit and hedge."""

    name: str
    value: str
    number: float | None
    unit: str | None
    modifier: str | None
    start: int
    end: int


Status = Literal[
    "happened", "ongoing", "planned", "proposed", "hypothetical", "conditional", "cancelled", "postponed", "denied",
    "negated", "historical", "question", "reported", "threatened", "failed", "refused",
]  # fmt: skip


@row("events", "event_id")
class Event(Row):
    """What one sentence reports."""

    event_id: str = column("hash of document, trigger span and type")
    doc_id: str = column("the document")
    start: int = column("first code point of the trigger")
    end: int = column("one past the last code point of the trigger")
    sentence_id: str = column("the sentence")
    type: str | None = column("PLOVER type of the act itself; null for a calamity, which `mode` names")
    coded_type: str | None = column("after the status table; null where it is no event")
    mode: str | None = column("PLOVER mode; of a calamity its kind: flood, quake, fire, crash …")
    quad: int | None = column("1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict")
    actors: tuple[Participant, ...] = column("who did it")
    recipients: tuple[Participant, ...] = column("to whom")
    date_start: str | None = column("first day")
    date_end: str | None = column("last day")
    date_precision: Literal["day", "month", "year", "unknown"] = column("how exactly the text dates it")
    date_basis: str | None = column("stated or relative, by the text; narrative, by what the page tells around it; publication")
    place: str | None = column("where")
    status: Status = column("status of the act, not of the saying")
    negated: bool = column("true where the text says it did not happen")
    attributes: tuple[Attribute, ...] = column("durations, counts, reasons and the like")
    contexts: tuple[str, ...] = column("PLOVER contexts")
    attributed_to: str | None = column("attribution_id, where the event stands inside what someone said")
    occurrence_id: str | None = column("the occurrence it reports, shown through links", default=None)
    because: str = column("why this type, status and these participants", default="")
    holder: str | None = column(
        "lemma of the word that makes the act planned, asked for, refused …; else null", default=None
    )
    found_by: Literal["rules", "network"] = column("what saw the act: the rules, or the event network alone", default="rules")
    act_chance: float | None = column("how likely the network takes the trigger for an act; null where none read it", default=None)
    status_chance: float | None = column("how likely it takes the act for one of this status", default=None)
    sense: str | None = column(
        "where the network places its word and its sentence among others: 64 numbers from -127 to 127 as base64; null where none "
        "read it", default=None,
    )  # fmt: skip


@row("occurrences", "occurrence_id")
class Occurrence(Row):
    """What happened once in the world, fused from events."""

    occurrence_id: str = column("hash of its events")
    type: str | None = column("PLOVER type; null for a calamity or accident")
    coded_type: str | None = column("after the status table")
    summary: str = column("one line, made from the evidence only")
    actors: tuple[str, ...] = column("entity_ids")
    recipients: tuple[str, ...] = column("entity_ids")
    date_start: str | None = column("first day")
    date_end: str | None = column("last day")
    place: str | None = column("where")
    status: Status = column("the latest status")
    reports: int = column("number of documents that report it")
    copies: int = column("how many of them are copies")
    voices_low: int = column("at least so many distinct origins")
    voices_high: int = column("at most so many")


@row("reports", "occurrence_id", "doc_id")
class Report(Row):
    """One occurrence in one document; the export `reports` widens it to the columns analysts' tools read."""

    occurrence_id: str = column("the occurrence")
    doc_id: str = column("the document")
    events: tuple[str, ...] = column("event_ids")
    origin_id: str | None = column("the origin this report goes back to")
    is_copy: bool = column("true where the reporting passage is a copy")
    copy_of: str | None = column("doc_id it was copied from")


@dataclass(frozen=True, slots=True)
class FindingValue:
    """One value of a finding with who gives it."""

    value_id: str
    value: str
    unit: str | None
    evidence: tuple[Evidence, ...]
    origins: tuple[str, ...]
    voices_low: int
    voices_high: int


@row("findings", "finding_id")
class Finding(Row):
    """One property of an occurrence or entity with its values, who gives each, and whether they agree."""

    finding_id: str = column("hash of what it is about and the property")
    about: str = column("id of the occurrence or entity; of the story where no page tells an act for it")
    property: str = column("which property, e.g. duration")
    values: tuple[FindingValue, ...] = column("the values given, each with evidence, origins and voices")
    agreement: Literal["agree", "compatible", "partly", "conflict", "single"] = column("whether the values agree")
    because: str = column("why, in words")


@row("relations", "relation_id")
class Relation(Row):
    """A line of the state-of-relations sheet."""

    relation_id: str = column("hash of category, parties and what")
    category: Literal["channel", "commitment", "incident", "position", "upcoming"] = column("which part of the sheet")
    parties: tuple[str, ...] = column("entity_ids")
    what: str = column("what is open, promised, disputed or ahead")
    status: str | None = column("e.g. frozen, being restored")
    date: str | None = column("when")
    evidence: tuple[Evidence, ...] = column("the words it rests on")
    chance: float | None = column("how likely a careful reader writes it down, 0 to 1", default=None)


# --- judgements and book-keeping ---------------------------------------------------------------------------------


@row("links", "left", "right", "by")
class Link(Row):
    """A judgement that two rows are the same thing, different things, or that we are unsure."""

    left: str = column("the smaller id")
    right: str = column("the larger id")
    verdict: Literal["same", "different", "unsure"] = column("the judgement")
    score: float | None = column("how strongly, 0 to 1")
    because: str = column("why")
    by: str = column("stage name, or `human` for a correction")


DropReason = Literal[
    "empty", "binary", "undecodable", "unsupported", "unreadable", "malformed", "truncated", "too_large", "unsafe",
    "encrypted", "no_text", "revisit", "not_a_page", "repeated", "superseded", "forgotten", "failed",
]  # fmt: skip


@row("dropped", "dropped_id")
class Dropped(Row):
    """What was kept out, with the reason. In = read + dropped."""

    dropped_id: str = column("hash of location, digest and reason")
    external_id: str = column("what it would have been called")
    location: str = column("where it was found, relative to the root")
    capture_sha256: str | None = column("SHA-256 of the bytes, where they could be read")
    doc_id: str | None = column("the document it was, for a superseded one")
    reason: DropReason = column("why, in one word")
    because: str = column("file, cause and remedy, in words")


@row("runs", "run_id", "stage")
class Run(Row):
    """One stage of one run: method on the table. Exempt from 'same input, same rows'."""

    run_id: str = column("hash of start time and inputs")
    stage: str = column("stage name")
    version: int = column("stage version")
    options: str = column("JSON object of the options that can change a result")
    inputs_sha256: str = column("digest of the digests of all captures")
    readout_version: str = column("version of Readout")
    started: str = column("UTC time")
    finished: str = column("UTC time")
    documents: int = column("documents in the record after the run")


TABLES: tuple[type[Row], ...] = cast(
    tuple[type[Row], ...],
    (
        Document, Capture, Block, Recurrence, Repeat, Sentence, Parse, Reuse, Lineage, Voice, Kind, Mention, Entity, Office,
        Involvement, Story, Attribution, Utterance, Event, Occurrence, Report, Finding, Relation, Link, Dropped, Run,
    ),
)  # fmt: skip
