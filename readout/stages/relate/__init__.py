"""relate: Document, Parse, Mention, Entity, Link, Attribution, Event, Involvement, Occurrence, Utterance, Kind → Relation."""

from __future__ import annotations

from readout.lexicon.channels import channel_words
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
    Parse,
    Relation,
    Utterance,
)
from readout.stage import stage
from readout.stages.relate.acts import acts
from readout.stages.relate.alike import joined
from readout.stages.relate.lines import channel_lines
from readout.stages.relate.pile import pile_of
from readout.stages.relate.positions import positions
from readout.stages.relate.touch import touches
from readout.tables import Table


@stage(version=7, scope="story")
def relate(
    documents: Table[Document], parses: Table[Parse], mentions: Table[Mention], entities: Table[Entity],
    links: Table[Link], attributions: Table[Attribution], events: Table[Event], involvements: Table[Involvement],
    occurrences: Table[Occurrence], utterances: Table[Utterance], kinds: Table[Kind],
) -> Table[Relation]:  # fmt: skip
    """Fill in the state-of-relations sheet of the parties in the pile: channels, commitments, incidents, positions, dates ahead.

    Makes: one Relation per line of the sheet, with the parties (countries, governments, bodies and persons), the words used, the
    status as of the page written last, and the evidence.
    Units: spans are code points of `Document.text`.
    Cost: linear in words and events.
    Does not: conclude from silence: a channel nobody speaks of has no line.
    Method: ours: `lexicon/channels.toml` over the parse for channels; types and statuses of occurrences for commitments, incidents
        and dates ahead; what officials and governments say they want, reject or demand for positions.
    """
    pile = pile_of(documents, mentions, entities, links, events, involvements, parses, kinds)
    found = [
        *channel_lines(pile, parses, channel_words()),
        *touches(pile, occurrences),
        *acts(pile, occurrences),
        *positions(pile, attributions, utterances),
    ]
    return Table.of(Relation, joined(found))
