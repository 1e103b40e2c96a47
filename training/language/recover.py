"""Read the weights of a shipped tier back from its ONNX graph, to go on from them where no checkpoint was kept.

The graph holds eight-bit weights with a scale for each column; what is read back is within half a step of what was
trained. The vector that stands for the root is fitted to the two rows that the graph keeps of it.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from training.language.network import Heads, Network, Sizes

Array = NDArray[Any]
LAYER = ("qkv", "out", "up", "down")
HEADS = ("tags", "lemmas", "arc_dep.0", "arc_head.0", "rel_dep.0", "rel_head.0", "names.0")
FIT_STEPS = 2000


class Stored:
    """The nodes and constants of a graph that `training.language.export` wrote."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(path).graph
        self.nodes = list(graph.node)
        self.constants: Mapping[str, Array] = {c.name: numpy_helper.to_array(c) for c in graph.initializer}

    def of(self, operation: str) -> list[list[Array | None]]:
        """The constant inputs of every node of a kind, in order."""
        return [[self.constants.get(i) for i in n.input] for n in self.nodes if n.op_type == operation]


def layers_of(stored: Stored) -> list[list[tuple[Array, Array]]]:
    """Weight [N, K] and bias of each product of each layer."""
    products = [_floats(p) for p in stored.of("DynamicQuantizeMatMul")[:-1]]
    return [products[i : i + len(LAYER)] for i in range(0, len(products), len(LAYER))]


def _floats(product: Sequence[Array | None]) -> tuple[Array, Array]:
    _, whole, scale, _, bias = product
    assert whole is not None and scale is not None and bias is not None, "a product lacks a constant"
    return (whole * scale).T.astype(np.float32), bias


def recovered(path: Path, sizes: Sizes, pieces: int) -> Network:
    """A network of `sizes` (at most as deep as the graph) with the weights of the graph at `path`."""
    stored, network = Stored(path), Network(sizes)
    network.encoder.pieces = nn.Embedding(pieces, network.encoder.pieces.weight.shape[1])
    state = {**_encoder(stored, sizes.layers), **_heads(stored, sizes)}
    missing = network.load_state_dict({k: torch.tensor(v) for k, v in state.items()}, strict=False).missing_keys
    assert all(k.startswith("accurate.") or k == "fast.root" for k in missing), missing
    _fit_root(network.fast, *(c for c in _root_rows(stored)))
    return network


def _encoder(stored: Stored, depth: int) -> dict[str, Array]:
    rows, places, shapes = _tables(stored)
    state = {"encoder.pieces.weight": rows, "encoder.places.weight": places, "encoder.shapes.weight": shapes}
    norms = [(n[1], n[2]) for n in stored.of("LayerNormalization")]
    names = ["encoder.norm", *(f"encoder.layers.{i}.norm{k}" for i in range(depth) for k in (1, 2))]
    for name, (weight, bias) in zip(names, norms, strict=False):
        assert weight is not None and bias is not None, "a norm lacks a constant"
        state |= {f"{name}.weight": weight, f"{name}.bias": bias}
    for i, products in enumerate(layers_of(stored)[:depth]):
        for name, (weight, bias) in zip(LAYER, products, strict=True):
            state |= {f"encoder.layers.{i}.{name}.weight": weight, f"encoder.layers.{i}.{name}.bias": bias}
    return state


def _tables(stored: Stored) -> tuple[Array, Array, Array]:
    """The tables of pieces, places and shapes."""
    tables = [c for c in stored.constants.values() if c.ndim == 2]
    pieces = next(c for c in tables if c.dtype == np.int8)
    scale = next(c for c in tables if c.shape == (len(pieces), 1))
    places = next(c for c in tables if c.dtype == np.float16)
    shapes = next(c for c in tables if len(c) < 20 and c.dtype == np.float32 and c.shape[1] == pieces.shape[1])
    return (pieces * scale).astype(np.float32), places.astype(np.float32), shapes


def _heads(stored: Stored, sizes: Sizes) -> dict[str, Array]:
    weight, bias = _floats(stored.of("DynamicQuantizeMatMul")[-1])
    widths = (sizes.tags, sizes.lemmas, sizes.arc, sizes.arc, sizes.rel, sizes.rel, sizes.name_hidden)
    edges = np.cumsum(widths)[:-1]
    state = {}
    for name, w, b in zip(HEADS, np.split(weight, edges), np.split(bias, edges), strict=True):
        state |= {f"fast.{name}.weight": w, f"fast.{name}.bias": b}
    called, arc, rel = (c for m in stored.of("MatMul") for c in m[1:] if c is not None)
    ends = [c for a in stored.of("Add") for c in a if c is not None]
    state |= {"fast.names.3.weight": called.T, "fast.names.3.bias": ends[-3], "fast.arc": np.vstack([arc, ends[-2]])}
    flat = np.vstack([rel, ends[-1]]).reshape(sizes.rel + 1, sizes.rels, sizes.rel + 1)
    state["fast.rel"] = flat.transpose(1, 0, 2)
    shares = [c.item() for m in stored.of("Mul") for c in m if c is not None and c.size == 1][1::2]
    state["fast.mix"] = np.log(np.array(shares[: sizes.fast_layers]))  # the softmax does not see what they sum to
    return {k: np.ascontiguousarray(v, np.float32) for k, v in state.items()}


def _root_rows(stored: Stored) -> tuple[Tensor, Tensor]:
    arc, rel = (c for m in stored.of("Concat") for c in m if c is not None and c.ndim == 2)
    return torch.tensor(arc[0]), torch.tensor(rel[0])


def _fit_root(heads: Heads, arc: Tensor, rel: Tensor) -> None:
    """Find the root vector whose rows in both heads are those kept."""
    root = heads.root.detach().clone().requires_grad_()
    optimizer = torch.optim.Adam([root], 0.02)
    heads.eval()
    for _ in range(FIT_STEPS):
        loss = functional.mse_loss(heads.arc_head(root), arc) + functional.mse_loss(heads.rel_head(root), rel)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    heads.root.data = root.detach()
