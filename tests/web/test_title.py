"""The title of a brief: whom the pile is about, a place or half a name only where nobody else is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from readout.api import Record
from readout.pile import Pile
from readout.web import title


def named(monkeypatch: pytest.MonkeyPatch, **chances: float) -> list[str]:
    """Give who stands in the title where names, written with underscores, have some chances; small initials mean places."""
    signs = {name.replace("_", " ").capitalize(): {"is place": float(name.startswith("in_")), "chance": c} for name, c in chances.items()}
    monkeypatch.setattr(title, "candidates", lambda _: signs)
    monkeypatch.setattr(title, "weights", lambda: SimpleNamespace(chance=lambda s: s["chance"], threshold=0.5))
    nothing: Any = None
    return title.parties(nothing)


def test_the_first_whatever_its_chance_and_others_that_are_likely_right(monkeypatch: pytest.MonkeyPatch) -> None:
    assert named(monkeypatch, odra=0.4, velm=0.3) == ["Odra"]
    assert named(monkeypatch, odra=0.9, velm=0.8, tissen=0.7, tamm=0.6) == ["Odra", "Velm", "Tissen"]


def test_a_place_stands_there_only_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert named(monkeypatch, odra=0.9, in_tamm=0.8) == ["Odra"]
    assert named(monkeypatch, in_tamm=0.9, odra=0.8) == ["In tamm", "Odra"]


def test_a_name_that_is_part_of_another_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert named(monkeypatch, odra=0.95, velm=0.9, velm_guild=0.8) == ["Odra", "Velm guild"]


def test_every_sign_is_weighed_and_agencies_are_nobody(made: Record) -> None:
    pile = Pile(made)
    found = title.candidates(pile)
    assert found and all(set(s) == {name for name, _ in title.weights().listed} for s in found.values())
    outlets = {(d.outlet or "").lower() for d in pile.documents.values()}
    assert not {name.lower() for name in found} & outlets
