"""utter: Document, Attribution, Involvement, Reuse, Kind → Utterance, Link."""

from __future__ import annotations

from readout.records import Attribution, Document, Involvement, Kind, Link, Reuse, Utterance
from readout.stage import stage
from readout.stages.utter.pages import Pages
from readout.stages.utter.rows import told, utterance
from readout.tables import Table
from readout.text.wording_clusters import clusters


@stage(version=5, scope="story")
def utter(
    documents: Table[Document], attributions: Table[Attribution], involvements: Table[Involvement], reuses: Table[Reuse],
    kinds: Table[Kind],
) -> tuple[Table[Utterance], Table[Link]]:  # fmt: skip
    """Bring together the attributions that report one act of saying, across pages and wordings.

    Makes: one Utterance per act of saying, with its wordings, the best of them by provenance, those that were altered by
        machine and those that name another speaker; one Link for each wording, saying what it changed. Terms are none.
    Units: spans are code points of `Document.text`.
    Cost: linear in attributions, plus a comparison for each pair that shares two telling words.
    Does not: join similar sayings of different days; decide which of two named speakers is right.
    Method: ours: shared words weighed by how rare they are, synonyms, speaker, day, pages that share text.
    """
    pages = Pages.of(documents, involvements, reuses, kinds)
    spoken = {a.attribution_id: a for a in attributions if a.kind != "term"}
    wordings = [told(spoken[name], pages) for name in sorted(spoken)]
    made = [utterance(found, spoken, pages) for found in clusters(wordings, pages.opposite(wordings))]
    return Table.of(Utterance, (u for u, _ in made)), Table.of(Link, (link for _, links in made for link in links))
