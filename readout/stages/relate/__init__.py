"""relate: Document, Parse, Mention, Entity, Link, Attribution, Event, Involvement, Occurrence, Utterance, Kind → Relation."""

from __future__ import annotations

from collections.abc import Iterator

from readout.lexicon.channels import channel_words
from readout.lexicon.stands import stand_words
from readout.records import (
    Attribution,
    Document,
    Entity,
    Event,
    Involvement,
    Kind,
    Link,
    Mention,
    Occurrence,
    Office,
    Parse,
    Relation,
    Utterance,
)
from readout.stage import stage
from readout.stages.relate.acts import acts
from readout.stages.relate.ahead import ahead_lines
from readout.stages.relate.alike import joined
from readout.stages.relate.further import further
from readout.stages.relate.index import pile_of
from readout.stages.relate.lines import channel_lines
from readout.stages.relate.parties import tidied
from readout.stages.relate.pile import Pile
from readout.stages.relate.positions import positions
from readout.stages.relate.stands import stand_lines, stands_of
from readout.stages.relate.terms import bound
from readout.stages.relate.touch import touches
from readout.stages.relate.voices import heard
from readout.stages.relate.wording import tells, worded
from readout.stages.relate.worth import worthy
from readout.tables import Table


@stage(version=28, scope="story")
def relate(
    documents: Table[Document], parses: Table[Parse], mentions: Table[Mention], entities: Table[Entity],
    links: Table[Link], attributions: Table[Attribution], events: Table[Event], involvements: Table[Involvement],
    occurrences: Table[Occurrence], utterances: Table[Utterance], kinds: Table[Kind], offices: Table[Office],
) -> Table[Relation]:  # fmt: skip
    """Fill in the state-of-relations sheet of the parties in the pile: channels, commitments, incidents, positions, dates ahead.

    Makes: one Relation per line of the sheet, with the parties (countries, governments, bodies, persons), the words used, the
    status as of the page written last, and the evidence.
    Units: spans are code points of `Document.text`.
    Cost: linear in words and events.
    Does not: conclude from silence: a channel nobody speaks of has no line.
    Method: ours: `lexicon/channels.toml` over the parse for channels, `lexicon/stands.toml` for who demands, refuses, denies,
        offers or promises what; types and statuses of occurrences for deals and incidents; days that pages set for dates ahead;
        what is said in words that draw a line. Of these the lines that a careful reader would write down, by a logistic
        regression on named signs (`lexicon/sheet_weights.toml`), each thing once in each part.
    """
    pile = pile_of(documents, mentions, entities, links, events, involvements, parses, kinds, offices)
    return Table.of(Relation, worthy(pile, sheet(pile, parses, attributions, occurrences, utterances)))


def sheet(
    pile: Pile, parses: Table[Parse], attributions: Table[Attribution], occurrences: Table[Occurrence], utterances: Table[Utterance]
) -> Iterator[Relation]:  # fmt: skip
    """Give every line that could stand on the sheet, before it is judged whether it is worth one."""
    told = heard(attributions, pile.involved)
    taken = [*stands_of(pile, parses, told, stand_words()), *bound(pile, parses, occurrences, told)]
    told_of = list(acts(pile, occurrences))
    stood = list(stand_lines(pile, taken, told))
    found = [
        *channel_lines(pile, parses, channel_words()),
        *touches(pile, occurrences),
        *told_of,
        *further(pile, occurrences, {r.relation_id for r in told_of}),
        *stood,
        *positions(pile, attributions, utterances),
        *ahead_lines(pile, parses, occurrences),
    ]
    sentences = {str(doc_id): sorted(page, key=lambda p: p.start) for doc_id, page in parses.by("doc_id").items()}
    whole = (worded(pile, sentences, r) for r in found)
    lines = joined(whole, {r.relation_id for r in stood})
    yield from (tidied(pile, r) for r in lines if tells(r))
