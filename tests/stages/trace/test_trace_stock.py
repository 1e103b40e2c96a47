"""Two pages that share sentences of which every phrase stands on other pages too, and pages that share one with all others."""

from __future__ import annotations

from tests.stages.trace.test_trace import page, traced

PHRASES = (
    "The council of the lower harbour met", "behind closed doors for the third", "night in a row without reaching",
    "any decision about the new bridge.", "Owners of the small boats that", "lie along the eastern wall were",
    "told to wait until somebody from", "the water board had looked at", "the pillars below the old crossing.",
)  # fmt: skip
SHARED = " ".join(PHRASES)
OTHERS = 20  # pages that have one of the phrases


def words_of(name: str, count: int) -> str:
    """Give words that stand nowhere else, as sentences."""
    return " ".join(f"{name}{k}x" + ("." if k % 9 == 8 else "") for k in range(count)).capitalize() + ". "


def with_phrase(number: int, phrase: str) -> str:
    name = f"q{number}w"
    return words_of(name, 40) + f"She said that {phrase[0].lower()}{phrase[1:].rstrip('.')} and left. " + words_of(name + "z", 30)


def test_sentences_that_others_have_in_pieces_are_copied() -> None:
    pages = [page(f"{n:03}", words_of(f"o{n}v", 60) + SHARED + " " + words_of(f"p{n}v", 60)) for n in range(2)]
    held = [phrase for phrase in PHRASES for _ in range(OTHERS)]
    pages += [page(f"{n + 2:03}", with_phrase(n, phrase)) for n, phrase in enumerate(held)]
    reuses = traced(*pages)[0]
    assert {(r.left_doc, r.right_doc) for r in reuses} == {("000", "001")}
    assert all("only in pieces" in r.because for r in reuses)


def test_sentences_that_many_pages_print_whole_are_stock_text() -> None:
    pages = [page(f"{n:03}", words_of(f"o{n}v", 90) + SHARED + " " + words_of(f"p{n}v", 90)) for n in range(OTHERS + 2)]
    assert not len(traced(*pages)[0])


def test_reprints_of_one_page_make_no_stock_text_of_what_it_holds() -> None:
    wire = words_of("w", 60) + SHARED + " " + words_of("v", 60)
    pages = [page(f"{n:03}", wire) for n in range(OTHERS)]
    pages.append(page("900", words_of("o", 60) + SHARED + " " + words_of("p", 60)))
    reuses = traced(*pages)[0]
    assert {r.left_doc for r in reuses if r.right_doc == "900"} == {f"{n:03}" for n in range(OTHERS)}
