"""Make the table that is learned from: the signs of every group of events of packs, and what a careful reader found in it.

    python -m training.occurrences.table PACK... --out TABLE.jsonl [--records FOLDER]

PACK is a folder with `pages/` and `truth/`. A group counts as found where the scorer of packs pairs it with an occurrence of the
truth (`evaluation.stories.acts`), every group taken part in the pairing. `--records` keeps what was read, and reads it from there.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from evaluation.stories import acts
from evaluation.stories.pack import Pack, Row
from readout.corpus import Stored
from readout.records import (
    Attribution,
    Document,
    Entity,
    Event,
    Involvement,
    Kind,
    Lineage,
    Office,
    Parse,
    Reuse,
    Sentence,
    Story,
    Voice,
)  # fmt: skip
from readout.stages.fuse import by_story, grouped, rows
from readout.stages.fuse.cluster import Reused
from readout.stages.fuse.signs import signs
from readout.stages.fuse.telling import Telling, people
from readout.stages.fuse.tellings import tellings
from readout.stages.fuse.themes import Wordings
from readout.stages.fuse.worth import Copies
from readout.text.origins import origins_of
from training.piles import pack_of, record_of, tables_of

Groups = list[tuple[list[Telling], int]]  # with the pages of their story


def main() -> None:
    """Write one line a group."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--records", type=Path, required=True)
    asked = parser.parse_args()
    with asked.out.open("w", encoding="utf-8") as out:
        for folder in asked.packs:
            for line in lines(pack_of(folder, record_of(folder, [asked.records]))):
                print(json.dumps(line), file=out)
            print(folder.name, flush=True)


def lines(pack: Pack) -> Iterator[Row]:
    """Give for each group its signs, the truths it can be with their likeness, and whether it is right about the best."""
    groups = groups_of(tables_of(pack.record.path))
    read = [asdict(rows.occurrence(told, 0, Voice(rows.occurrence_id(told), 1, 1, (), ""))) for told, _ in groups]
    place(pack, groups, read)
    wanted = {w["key"]: w for w in pack.table("occurrences")}
    for (told, pages), got in zip(groups, read, strict=True):
        like = {k: value for k, w in wanted.items() if (value := acts.likeness(pack, w, got)) >= acts.MATCHED}
        right = [k for k in like if is_right(pack, wanted[k], got)]
        yield {"pack": pack.name, "truths": len(wanted), "like": like, "right": right, "signs": dict(signs(told, pages)),
               "summary": got["summary"]}  # fmt: skip


def is_right(pack: Pack, want: Row, got: Row) -> bool:
    """Tell whether type, status and parties are those a reader found."""
    fits = acts.fits_type(want, got) and acts.same_status(want["status"], got["status"], want["type"])
    return fits and acts.overlap_of_parties(pack, want, got) >= acts.MATCHED


def place(pack: Pack, groups: Groups, read: list[Row]) -> None:
    """Let the pack hold every group as an occurrence."""
    of = {t.event.event_id: got["occurrence_id"] for (told, _), got in zip(groups, read, strict=True) for t in told}
    pack.read["events"] = [{**e, "occurrence_id": of.get(e["event_id"])} for e in pack.rows("events")]
    pack.read["occurrences"] = read


def groups_of(tables: Stored) -> Groups:
    """Group the events of a pile as `fuse` does, before anything is judged."""
    stories, reused = stories_of(tables)
    copies = copies_of(tables)
    made: Groups = []
    for mine in stories:
        pages = len({t.event.doc_id for t in mine})
        made += [(group, pages) for group in grouped(mine, reused, copies)[0]]
    return made


def stories_of(tables: Stored) -> tuple[list[list[Telling]], Reused]:
    """Give the events of each story as `fuse` compares them, and the passages that pages share."""
    documents, sentences, parses, events = (tables[t] for t in (Document, Sentence, Parse, Event))
    origins = origins_of(tables[Lineage], tables[Reuse])
    known = people(tables[Entity], tables[Office], documents, events, tables[Involvement], tables[Story])
    wordings = Wordings({d.doc_id: d.text for d in documents}, sentences, parses)
    told = tellings(documents, wordings, events, tables[Involvement], known, tables[Story], origins, tables[Attribution])
    return [mine for _, mine in by_story(told, copies_of(tables))], Reused(tables[Reuse])


def copies_of(tables: Stored) -> Copies:
    """Give which pages of a pile a machine made or copied."""
    return Copies({k.doc_id: k.kind for k in tables[Kind]}, origins_of(tables[Lineage], tables[Reuse]))


if __name__ == "__main__":
    main()
