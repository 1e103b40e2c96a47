"""attribute writes one row for each attribution, with spans of the document and the reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readout.errors import SpanError
from readout.ids import sha256
from readout.records import Attribution, Block, Document, Parse, Sentence, Word
from readout.stages.attribute import attribute
from readout.stages.segment import segment
from readout.tables import Table

TEXT = "“We won,” said Ann Poe. “We go on.”\n\nThe plan was “dead,” she said.\n\nThe film “Gone” ran."


def document(text: str) -> Document:
    return Document(
        "doc:1", "a.txt", None, sha256(text.encode()), None, None, (), None, "none", (),
        "en", True, "English", None, None,
        text=text,
    )  # fmt: skip


def read(d: Document) -> list[Attribution]:
    documents = Table.of(Document, [d])
    blocks = Table.of(Block, [Block(d.doc_id, 0, len(d.text), "body", "test")])
    return sorted(attribute(documents, segment(documents, blocks), Table.of(Parse, ())), key=lambda a: a.content)


def test_kinds_spans_and_names() -> None:
    direct, mixed, term = read(document(TEXT))
    assert [TEXT[a:b] for a, b in direct.content] == ["“We won,”", "“We go on.”"]
    assert (direct.kind, direct.speaker_name, direct.speaker) == ("direct", "Ann Poe", None)
    assert [TEXT[a:b] for a, b in (*mixed.content, *mixed.source, *mixed.cue)] == [
        "The plan was “dead,”",
        "she",
        "said",
    ]
    assert (term.kind, term.source, term.cue) == ("term", (), ())
    assert direct.act == "state"


def test_a_page_that_is_not_analysed_gives_no_rows() -> None:
    assert read(replace(document(TEXT), analysed=False, language="de")) == []


def test_a_sentence_outside_its_document_is_refused() -> None:
    sentences = Table.of(Sentence, [Sentence("sen:1", "doc:1", 0, 999, 0)])
    with pytest.raises(SpanError, match="R012"):
        attribute(Table.of(Document, [document("short")]), sentences, Table.of(Parse, ()))


def test_act_occasion_and_day_are_those_the_sentence_tells() -> None:
    text = "The mayor urged voters in a statement on Tuesday to stay at home."
    told = [("The", "DET", 1, "det"), ("mayor", "NOUN", 2, "nsubj"), ("urged", "VERB", -1, "root"), ("voters", "NOUN", 2, "obj"),
            ("in", "ADP", 6, "case"), ("a", "DET", 6, "det"), ("statement", "NOUN", 2, "obl"), ("on", "ADP", 8, "case"),
            ("Tuesday", "PROPN", 2, "obl"), ("to", "PART", 10, "mark"), ("stay", "VERB", 2, "xcomp"), ("at", "ADP", 12, "case"),
            ("home", "NOUN", 10, "obl")]  # fmt: skip
    words, at = [], 0
    for form, tag, head, relation in told:
        at = text.index(form, at)
        words.append(Word(at, at + len(form), tag, form.lower().removesuffix("d"), head, relation, "O"))
        at += len(form)
    d = replace(document(text), published="2031-05-08", published_basis="given")
    documents = Table.of(Document, [d])
    sentences = segment(documents, Table.of(Block, [Block(d.doc_id, 0, len(text), "body", "test")]))
    (one,) = attribute(documents, sentences, Table.of(Parse, [Parse(d.doc_id, 0, len(text), tuple(words))]))
    assert (one.act, one.medium, one.date) == ("demand", "a statement", "2031-05-06")
    assert [text[a:b] for a, b in (*one.addressee, *one.source, *one.content)] == [
        "voters",
        "The mayor",
        "to stay at home",
    ]
