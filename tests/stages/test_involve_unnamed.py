"""Who speaks and is described has a row of the page's own, unless the page names whom the words mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.records import Attribution, Entity, Mention
from readout.stages.involve.known import Known
from readout.stages.involve.unnamed import unnamed

Named = tuple[str, Entity]


def page(doc_id: str, text: str, *named: Named) -> tuple[str, Known, list[Attribution]]:
    """A page on which every sentence is "SAYING, SOURCE said." and the names given are resolved."""
    spoken = []
    for found in re.finditer(r"([^.,]+), ([^.]+?) said\.", text):
        what, who = found.span(1), found.span(2)
        start = what[0] + len(found[1]) - len(found[1].lstrip())
        spoken.append(Attribution(f"att:{doc_id}{start}", doc_id, "indirect", ((start, what[1]),), (), (who,)))
    pairs = [(Mention(f"men:{doc_id}{m.start()}", doc_id, m.start(), m.end(), "name", None), e) for n, e in named for m in re.finditer(n, text)]
    pairs.sort(key=lambda pair: pair[0].start)
    return doc_id, Known(text, tuple(m.start for m, _ in pairs), tuple(pairs)), spoken


def who(*pages: tuple[str, Known, list[Attribution]]) -> list[tuple[str | None, str | None]]:
    """Entity and name of each saying, in text order."""
    known = {doc_id: k for doc_id, k, _ in pages}
    spoken: Sequence[Attribution] = [a for _, _, found in pages for a in found]
    rows, _ = unnamed(spoken, [], known, ["letter"], {})
    told = {r.about: (r.entity_id, r.name) for r in rows}
    return [told.get(a.attribution_id, (None, None)) for a in spoken]


def test_two_residents_are_two_and_one_spokeswoman_is_one() -> None:
    first, second, third, fourth = who(page(
        "doc:1",
        "The well was dry in March, a resident said. Nobody had come to look, a resident said. "
        "The pump works again now, a spokeswoman for the zoo said. Water is safe to drink, a spokeswoman for the zoo said.",
    ))  # fmt: skip
    assert first[0] != second[0] and first[1] == second[1] == "a resident"
    assert third == fourth


def test_pages_share_somebody_described_only_where_the_same_words_are_said() -> None:
    copied = "The lift had stuck twice before, a porter said."
    one, two, three = who(page("doc:1", copied), page("doc:2", copied), page("doc:3", "The lift was new last year, a porter said."))
    assert one == two and one[0] != three[0]


def test_the_captain_is_whom_the_page_calls_captain() -> None:
    roe = Entity("ent:r", "person", "Ida Roe", None, (), "")
    assert who(page("doc:1", "The fog came at four, the watch said. We saw captain Ida Roe. It was thick and cold, the captain said.", ("Ida Roe", roe)))[1] == (
        "ent:r", "Ida Roe",
    )  # fmt: skip


def test_the_captain_is_nobody_where_the_page_names_two() -> None:
    roe, lee = (Entity(f"ent:{n}", "person", n, None, (), "") for n in ("Ida Roe", "Bo Lee"))
    text = "We saw captain Ida Roe and then captain Bo Lee. It was thick and cold, the captain said."
    assert who(page("doc:1", text, ("Ida Roe", roe), ("Bo Lee", lee))) == [(None, None)]


def test_the_company_is_the_only_firm_of_the_page() -> None:
    firm = Entity("ent:f", "organisation", "Tarn Looms", None, (), "")
    board = Entity("ent:b", "organisation", "Safety Authority", None, (), "")
    text = "Tarn Looms shut on Monday. The Safety Authority came. It would open again in May, the company said."
    assert who(page("doc:1", text, ("Tarn Looms", firm), ("Safety Authority", board))) == [("ent:f", "Tarn Looms")]


def test_a_letter_speaks_and_is_nobody() -> None:
    assert who(page("doc:1", "The rent must fall by half, the letter said.")) == [(None, None)]
