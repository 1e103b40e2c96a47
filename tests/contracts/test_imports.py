"""Imports point down, stages know nothing of the outside, and one module alone imports the large engine."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "readout"
MODULES = sorted(ROOT.rglob("*.py"))

# From the ground up; a module imports from its own layer's package or from a lower layer.
LAYERS = [
    {"errors", "ids", "records", "ports"},
    {"text", "tables"},
    {"stage", "lexicon"},
    {"ingest", "stages", "models", "engine", "daft_engine", "store", "demo"},
    {"pipeline", "tracing"},
    {"corpus", "redating"},
    {"reading", "checking", "coding"},
    {"forgetting"},
    {"api"},
    {"pile", "evidence", "parsing"},
    {"comparing"},
    {"web"},
    {"exports"},
    {"cli"},
    {"__main__"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
SAME_LAYER = {("text", "text"), ("engine", "daft_engine"), ("daft_engine", "engine"), ("records", "errors")}
OUTSIDE_OF_A_STAGE = {"time", "random", "socket", "subprocess", "os", "requests", "daft", "duckdb", "trafilatura"}


def unit(path: Path) -> str:
    """Name the layer unit of a module: its package or its own name."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """List the modules a file imports, also inside functions; imports for type checkers only do not count."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(path: Path) -> set[str]:
    """List the units of this package a file imports."""
    names = (n.split(".") for n in imports(path) if n.startswith("readout."))
    return {parts[1] for parts in names if (ROOT / parts[1]).is_dir() or (ROOT / f"{parts[1]}.py").exists()}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    here = unit(path)
    if here == "__init__":
        return  # the public names load lazily from the top
    for there in ours(path) - {here}:
        allowed = LEVEL[there] < LEVEL[here] or (here, there) in SAME_LAYER
        assert allowed, f"{path.relative_to(ROOT)} imports readout.{there}, which does not lie below it"


@pytest.mark.parametrize("path", sorted((ROOT / "stages").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_stage_imports_no_outside_and_no_other_stage(path: Path) -> None:
    mine = "readout.stages." + path.relative_to(ROOT / "stages").parts[0].removesuffix(".py")
    for name in imports(path):
        assert name.split(".")[0] not in OUTSIDE_OF_A_STAGE, f"{path.name} imports {name}"
        assert not name.startswith("urllib.request"), f"{path.name} imports {name}"
        if name.startswith("readout.stages."):
            assert name.startswith(mine), f"{path.name} imports another stage: {name}"


def test_one_module_alone_imports_daft() -> None:
    users = {p.name for p in MODULES if any(n.split(".")[0] == "daft" for n in imports(p))}
    assert users <= {"daft_engine.py"}


def test_no_module_is_outside_the_layers() -> None:
    assert {unit(p) for p in MODULES} - {"__init__"} <= set(LEVEL)
