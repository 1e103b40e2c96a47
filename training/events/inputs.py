"""Marked sentences as numbers: one row for all words of a sentence, one for each pair of parties of an act."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

import torch
from torch import Tensor

from evaluation.stories.acts import DONE
from readout.models.english import English
from readout.models.event_input import LONGEST, RELATIONS, STATUSES, TYPES, Marks, Row, pieces_of, row_of
from readout.models.wordpiece import WordPiece
from readout.ports import ParsedWord
from readout.records import Status
from readout.text.event_coding import coded, type15
from readout.text.event_pairs import WORD, converted
from training.events.examples import Act, Line, Span
from training.events.pages import Clause, Named, PageLine

SKIPPED = -100
NONE = TYPES.index("NONE")
CONTENT = {"VERB", "NOUN", "ADJ", "PROPN", "AUX", "ADV"}  # words of other tags are no triggers
# Words that govern an act (refused to sign) and are told as acts themselves (refused) in some lines and not in others.
GOVERNING = frozenset((
    "refuse", "decline", "threaten", "warn", "deny", "dismiss", "reject", "promise", "pledge", "vow", "offer", "agree", "urge",
    "ask", "demand", "call", "press", "appeal", "propose", "suggest", "recommend", "request", "invite", "accuse", "charge",
    "claim", "approve", "decide", "refusal", "threat", "warning", "denial", "proposal", "accusation",
))  # fmt: skip
DULL = 0.3  # how much those count where only one event of a sentence is marked
UNLISTED = 0.3  # how much a word counts that tells nothing a reader of the page listed
# How many pieces are read with a sentence of a page: the first of the page, and the last of the sentence before.
OPENING, BEFORE = 16, 32
BELIEVED = 0.05  # what became of an act is what a sentence says of it where this was not thought unlikely
YIELDED = ("CONCEDE", "RETREAT")
Chances = Callable[[Sequence[Row]], Iterable[tuple[Tensor, Tensor]]]


class Taking(NamedTuple):
    """A trigger, the words that head its actors and its recipients, and of which words it is known whether they do, for actors and
    for recipients; null: of all."""

    trigger: int
    actors: Sequence[int]
    recipients: Sequence[int]
    known: tuple[frozenset[int], frozenset[int]] | None = None


class Sentence(NamedTuple):
    """All words of one sentence. Lists by word: type (SKIPPED where unknown), status, weight; `parties`: the parties of each
    trigger."""

    pieces: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    types: list[int]
    statuses: list[int]
    weights: list[float]
    parties: list[Taking]
    held_out: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marked parties with the act between them; `trigger` is the piece that tells it, -1 where it has no place."""

    pieces: tuple[int, ...]
    type: int
    status: int
    relation: int
    trigger: int
    held_out: bool


def head_of(words: Sequence[Any], span: Span) -> int | None:
    """The word that heads a stretch: the first whose head lies outside."""
    inside = [i for i, w in enumerate(words) if w.start < span[1] and w.end > span[0]]
    plain = [i for i in inside if words[i].upos not in ("PUNCT", "DET", "ADP")] or inside
    return next((i for i in plain if words[i].head not in inside), plain[0] if plain else None)


def head_of_name(words: Sequence[Any], span: Span) -> int | None:
    """The word that heads a stretch, or the name it is a part of: "Minister" where "Ada Holm" is marked in "Minister Ada Holm"."""
    at = head_of(words, span)
    while at is not None and words[at].deprel.split(":")[0] == "flat" and 0 <= words[at].head < len(words):
        at = words[at].head
    return at


def sentences(lines: Iterable[Line], english: English, cut: WordPiece) -> Iterator[Sentence]:
    """Every sentence with what is known of its words."""
    listed = list(lines)
    for line, words in zip(listed, english.parse([x.text for x in listed]), strict=True):
        row = row_of(line.text, words, cut, (cut.start, cut.end))
        count = len(row.first)
        types = [kind_unmarked(line, w) for w in words[:count]]
        weights = [1.0 if line.whole else DULL] * count
        statuses = [SKIPPED] * count
        parties = list[Taking]()
        for act in line.acts:
            at = head_of(words, act.trigger)
            if at is None or at >= count or act.type not in TYPES:
                continue
            types[at], weights[at] = TYPES.index(act.type), 1.0
            statuses[at] = STATUSES.index(act.status) if act.status in STATUSES else SKIPPED
            heads = (
                [h for s in spans if (h := head_of_name(words, s)) is not None] for spans in (act.actors, act.recipients)
            )
            actors, recipients = ([h for h in some if h < count] for some in heads)
            parties.append(Taking(at, actors, recipients))
        yield Sentence(*row, types, statuses, weights, parties, line.held_out)


def kind_unmarked(line: Line, word: ParsedWord) -> int:
    """What a word without a mark is: none where every event is marked or it can be no trigger, else not known."""
    if line.contrast and word.lemma.lower() in GOVERNING:
        return SKIPPED
    return NONE if line.whole or word.upos not in CONTENT else SKIPPED


def of_pages(lines: Sequence[PageLine], english: English, cut: WordPiece, chances: Chances) -> Iterator[Sentence]:
    """Every sentence of pages, its acts placed on the words that most likely tell them. `chances` gives the chances of types and
    statuses [W, 18] and [W, 16] of each word of some rows, as a network says that has not read them."""
    parses = list(english.parse([x.text for x in lines]))
    alone = {x.text: row_of(x.text, words, cut, (cut.start, cut.end)) for x, words in zip(lines, parses, strict=True)}
    rows = [around(alone[x.text], alone.get(x.opening or ""), alone.get(x.before or "")) for x in lines]
    said = chances([alone[x.text] for x in lines])
    for line, words, row, (kinds, stands) in zip(lines, parses, rows, said, strict=True):
        count = len(row.first)
        types, weights = [NONE] * count, [UNLISTED] * count
        statuses, parties = [SKIPPED] * count, list[Taking]()
        heads = [(n, h) for n in line.named if (h := head_named(words, n)) is not None and h < count]
        inside = [within(words[:count], c) for c in line.clauses]
        for i in {i for some in inside for i in some}:
            types[i] = SKIPPED
        for clause, some in zip(line.clauses, inside, strict=True):
            at = teller(clause, some, words, kinds) if clause.type in TYPES else None
            if at is None or types[at] != SKIPPED:
                continue
            types[at], weights[at] = TYPES.index(clause.type), 1.0
            status = STATUSES.index(clause.status) if clause.status in STATUSES else SKIPPED
            believed = status != SKIPPED and (clause.status in DONE or float(stands[at, status]) >= BELIEVED)
            statuses[at] = status if believed or clause.status == "planned" else SKIPPED
            parties.append(taking(at, clause, words[:count], heads))
        yield Sentence(*row, types, statuses, weights, parties, False)


def around(row: Row, opening: Row | None, before: Row | None) -> Row:
    """The row of a sentence with what stands around it on its page: the first pieces of the page's first sentence and the last of
    the sentence before, behind its own."""
    end = row.pieces[-1]
    seen = (*(opening.pieces[1:-1][:OPENING] if opening else ()), *(before.pieces[1:-1][-BEFORE:] if before else ()))
    return row._replace(pieces=(*row.pieces, *seen, end)) if seen else row


NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))  # what may head a party
MODIFYING = ("amod", "compound", "nmod:poss")
BODIES = frozenset((
    "government", "ministry", "minister", "army", "navy", "police", "parliament", "authority", "official", "force",
    "troop", "soldier", "president", "leader", "delegation", "cabinet", "military", "diplomat", "ambassador", "envoy",
    "side", "spokesman", "spokeswoman", "guard", "court", "senate", "regime", "junta", "embassy", "leadership",
    "administration", "premier", "officer", "negotiator", "governor", "mayor", "head", "chief", "chairman", "commander",
    "general", "prime", "king", "queen", "speaker", "mission", "commission",
))  # fmt: skip


def head_named(words: Sequence[ParsedWord], one: Named) -> int | None:
    """The word that heads the noun phrase in which an entity is named: the minister of "Minister Ada Holm", the government of
    "Marland's government"; null where it only says whose or which something is."""
    at = head_of(words, one.span)
    while at is not None:
        up, rel = words[at].head, words[at].deprel
        if not 0 <= up < len(words) or rel not in ("appos", "flat", "nmod", *MODIFYING):
            return at
        body = words[up].lemma.lower() in BODIES
        if rel == "nmod" and not body:
            return at
        named = rel in ("appos", "flat") or (rel == "compound" and words[up].upos == "PROPN")
        at = up if body or named else None
    return None


def taking(at: int, clause: Clause, words: Sequence[ParsedWord], heads: Sequence[tuple[Named, int]]) -> Taking:
    """Who takes part in the act of a clause, as far as the truth's names tell: parties named are heads, in the clause before
    elsewhere; others named are none, but one of a party's own side; of nouns without a name nothing is known."""
    sides = {n.side for n, _ in heads if n.key in clause.actors | clause.recipients}
    plain = {i for i, w in enumerate(words) if w.upos not in NOMINAL}
    roles = list[list[int]]()
    known = list[frozenset[int]]()
    for mine, other in ((clause.actors, clause.recipients), (clause.recipients, clause.actors)):
        found: dict[str, list[tuple[bool, int]]] = {}
        for n, h in heads:
            if n.key in mine:
                found.setdefault(n.key, []).append((clause.span[0] <= n.span[0] < clause.span[1], h))
        sure = list[int]()
        for places in found.values():
            inside = sorted({h for here, h in places if here}) or sorted({h for _, h in places})
            sure += inside if len(inside) == 1 else []
        against = {h for n, h in heads if n.key not in mine and (n.key in other or n.side not in sides)}
        roles.append(sorted(set(sure)))
        known.append(frozenset((plain | against | set(sure)) - {h for p in found.values() for _, h in p if h not in sure}))
    return Taking(at, roles[0], roles[1], (known[0], known[1]))


def within(words: Sequence[ParsedWord], clause: Clause) -> list[int]:
    """The words of a clause that may tell an act."""
    start, end = clause.span
    return [i for i, w in enumerate(words) if w.start < end and w.end > start and w.upos in CONTENT]


def teller(clause: Clause, inside: Sequence[int], words: Sequence[ParsedWord], kinds: Tensor) -> int | None:
    """The word of a clause that most likely tells its act: by the chance of its type and of any act; its head before others."""
    top = next((i for i in inside if words[i].head not in inside), None)
    mine = [TYPES.index(k) for k in (YIELDED if clause.type in YIELDED else (clause.type,))]

    def likely(i: int) -> float:
        said = float(kinds[i, mine].max()) + 0.3 * (1 - float(kinds[i, NONE]))
        return said + 0.15 * (i == top) + 0.03 * (words[i].upos == "VERB")

    return max(inside, key=likely, default=None)


def pairs(lines: Iterable[Line], cut: WordPiece, chance: random.Random) -> Iterator[Pair]:
    """Each act with its parties marked; of several on a side one is drawn."""
    for line in lines:
        for act in line.acts:
            if act.type not in TYPES or act.type == "CALAMITY" or not (act.actors or act.recipients):
                continue
            actor = chance.choice(act.actors) if act.actors else None
            recipient = chance.choice(act.recipients) if act.recipients else None
            yield pair(line, act, Marks(actor, recipient), cut)


def pair(line: Line, act: Act, marks: Marks, cut: WordPiece) -> Pair:
    """Number one act between two parties."""
    known = act.status in STATUSES
    status = STATUSES.index(act.status) if known else SKIPPED
    words = set(WORD.findall(line.text.lower()))
    final = coded(act.type, cast(Status, act.status)) if known else act.type
    relation = type15(converted(final or act.type, cast(Status, act.status), words))
    pieces = tuple(pieces_of(line.text, marks, cut))
    trigger = trigger_piece(line, act, marks, pieces, cut)
    return Pair(pieces, TYPES.index(act.type), status, RELATIONS.index(relation), trigger, line.held_out)


def trigger_piece(line: Line, act: Act, marks: Marks, pieces: Sequence[int], cut: WordPiece) -> int:
    """The place of the trigger's first piece: behind the pieces of the text before it."""
    if len(pieces) >= LONGEST - 1:
        return SKIPPED
    start, whole = act.trigger[0], len(pieces)
    before = line.text[:start]
    clipped = Marks(*(s if s is not None and s[0] < start else None for s in (marks.actor, marks.recipient)))
    at = len(pieces_of(before, clipped, cut)) - 1
    return at if at < whole - 1 else SKIPPED


def padded(rows: Sequence[Sequence[int]], fill: int) -> Tensor:
    """Rows of one length."""
    longest = max(map(len, rows))
    return torch.tensor([[*r, *[fill] * (longest - len(r))] for r in rows])


class WordBatch(NamedTuple):
    """Tensors of some sentences; `triggers` [N, 2] are row and word of each trigger, `parties` [N, 2, W] its parties, `known`
    [N, 2, W] is one where they are known."""

    pieces: Tensor
    first: Tensor
    last: Tensor
    types: Tensor
    statuses: Tensor
    weights: Tensor
    triggers: Tensor
    parties: Tensor
    known: Tensor


def word_batch(rows: Sequence[Sentence]) -> WordBatch:
    """Put sentences together."""
    first = padded([r.first for r in rows], 0)
    triggers = [(n, p.trigger) for n, r in enumerate(rows) for p in r.parties]
    parties, known = torch.zeros(2, len(triggers), 2, first.shape[1])
    told = [p for r in rows for p in r.parties]
    for k, taken in enumerate(told):
        for role, heads in enumerate((taken.actors, taken.recipients)):
            parties[k, role, list(heads)] = 1.0
            known[k, role, slice(None) if taken.known is None else sorted(taken.known[role])] = 1.0
    weights = torch.zeros(first.shape)
    for n, r in enumerate(rows):
        weights[n, : len(r.weights)] = torch.tensor(r.weights)
    return WordBatch(
        padded([r.pieces for r in rows], 0), first, padded([r.last for r in rows], 0),
        padded([r.types for r in rows], SKIPPED), padded([r.statuses for r in rows], SKIPPED), weights,
        torch.tensor(triggers, dtype=torch.long).reshape(-1, 2), parties, known,
    )  # fmt: skip


def pair_batch(rows: Sequence[Pair]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Pieces, types, statuses, relations and triggers of some pairs."""
    columns = [torch.tensor([getattr(r, n) for r in rows]) for n in ("type", "status", "relation", "trigger")]
    return padded([r.pieces for r in rows], 0), columns[0], columns[1], columns[2], columns[3]
