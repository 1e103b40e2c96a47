"""The labels of open pages are of documents, sentences, types and statuses that there are."""

import csv
from itertools import pairwise

from readout.models.event_input import STATUSES, TYPES
from training.events.web import HERE, labels


def test_labels_stand_in_documents_that_were_read() -> None:
    with (HERE / "web_documents.tsv").open(encoding="utf-8") as file:
        read = {r["document"]: int(r["sentences"]) for r in csv.DictReader(file, delimiter="\t")}
    assert len(read) == 174
    assert sum(read.values()) == 7998
    assert all(1 <= number <= read[document] for document, number in labels())


def test_labels_are_acts_of_known_types_and_statuses_with_words() -> None:
    marked = [act for acts in labels().values() for act in acts]
    assert {act.type for act in marked} <= set(TYPES)
    assert {act.status for act in marked} <= set(STATUSES)
    assert all(start < end for act in marked for start, end in (act.trigger, *act.actors, *act.recipients))


def test_labels_stand_in_the_order_of_the_text() -> None:
    assert all(one.trigger <= other.trigger for acts in labels().values() for one, other in pairwise(acts))
