"""The graph of a network for many sentences of one length in pieces, with fixed scales for the activations.

Nothing is padded and no scale is taken from the sentences beside it: a sentence gives the same alone and in any company.
"""

from collections.abc import Mapping

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto

from training.language.graph import Eight, Graph
from training.language.network import ATTENTION_HEADS, WIDTH, Heads, Network

Array = NDArray[np.float32]
Weights = Mapping[str, Array]
# Low and high end of the activations that go into each product, by its name.
Ranges = Mapping[str, tuple[float, float]]
HEADS = ("tags", "lemmas", "arc_dep.0", "arc_head.0", "rel_dep.0", "rel_head.0", "names.0")


def build(network: Network, heads: Heads, ranges: Ranges) -> onnx.ModelProto:
    """The whole graph. Inputs: pieces, shapes [B, T]; first, last [B, W], rows of the B · T pieces. Outputs: as the
    graph for one sentence, with B before."""
    graph = Graph()
    w = {name: value.numpy() for name, value in network.encoder.state_dict().items()}
    x, mixed = _embedded(graph, w), []
    for number, share in enumerate(torch.softmax(heads.mix.detach(), 0).tolist()):
        x = _layer(graph, x, w, number, ranges)
        mixed.append(graph.add("Mul", x, graph.number(share / 2)))
    total = graph.add("Reshape", graph.add("Sum", *mixed), graph.shape(-1, WIDTH))
    ends = [graph.add("Gather", total, index) for index in ("first", "last")]
    _heads(graph, graph.add("Add", *ends), heads, ranges)
    inputs = {"pieces": ["B", "T"], "shapes": ["B", "T"], "first": ["B", "W"], "last": ["B", "W"]}
    outputs = {
        "tags": (TensorProto.INT64, ["B", "W"]),
        "lemmas": (TensorProto.INT64, ["B", "W"]),
        "names": (TensorProto.FLOAT, ["B", "W", str(network.sizes.names)]),
        "arcs": (TensorProto.FLOAT, ["B", "W", "W1"]),
        "rels": (TensorProto.INT64, ["B", "W", "W1"]),
    }
    return graph.model(inputs, outputs)


def _embedded(graph: Graph, w: Weights) -> str:
    half, count = graph.constant(w["places.weight"].astype(np.float16)), graph.add("Shape", "pieces", start=1, end=2)
    places = graph.add("Cast", graph.add("Slice", half, graph.shape(0), count), to=TensorProto.FLOAT)
    shapes = graph.add("Gather", graph.constant(w["shapes.weight"]), "shapes")
    x = graph.add("Sum", graph.table("pieces", w["pieces.weight"]), places, shapes)
    return graph.norm(x, w["norm.weight"], w["norm.bias"])


def _layer(graph: Graph, x: str, w: Weights, number: int, ranges: Ranges) -> str:
    at = f"layers.{number}."

    def eight(value: str, name: str) -> Eight:
        return graph.eight(value, *ranges[f"{number}.{name}"])

    def product(value: str, name: str) -> str:
        return graph.product(eight(value, name), w[f"{at}{name}.weight"].T, w[f"{at}{name}.bias"])

    def norm(value: str, name: str) -> str:
        return graph.norm(value, w[f"{at}{name}.weight"], w[f"{at}{name}.bias"])

    given = eight(x, "qkv")
    parts = zip(np.split(w[f"{at}qkv.weight"], 3), np.split(w[f"{at}qkv.bias"], 3), strict=True)
    made = [graph.product(given, weight.T, bias) for weight, bias in parts]
    mixed = graph.add("MultiHeadAttention", *made, domain="com.microsoft", num_heads=ATTENTION_HEADS)
    x = norm(graph.add("Add", x, product(mixed, "out")), "norm1")
    return norm(graph.add("Add", x, product(graph.add("Gelu", product(x, "up")), "down")), "norm2")


def _heads(graph: Graph, x: str, heads: Heads, ranges: Ranges) -> None:
    w = {name: value.numpy() for name, value in heads.state_dict().items()}
    given = graph.eight(x, *ranges["heads"])
    first = [graph.product(given, w[f"{name}.weight"].T, w[f"{name}.bias"]) for name in HEADS]
    for name, scores in zip(HEADS[:2], first, strict=False):
        graph.add("ArgMax", scores, name=name, axis=2, keepdims=0)
    arc_dep, arc_head, rel_dep, rel_head, called = (graph.add("Gelu", hidden) for hidden in first[2:])
    scored = graph.add("MatMul", called, graph.constant(w["names.3.weight"].T))
    graph.add("Add", scored, graph.constant(w["names.3.bias"]), name="names")
    _arcs(graph, arc_dep, _with_root(graph, heads, "arc_head", arc_head), w["arc"])
    _rels(graph, graph.eight(rel_dep, *ranges["rel"]), _with_root(graph, heads, "rel_head", rel_head), w["rel"])


def _with_root(graph: Graph, heads: Heads, head: str, rows: str) -> str:
    """The head's rows after the root's, which is the same for every sentence."""
    with torch.no_grad():
        root = getattr(heads, head)(heads.root[None]).numpy()
    size = graph.add("Concat", graph.add("Shape", "first", start=0, end=1), graph.shape(1, root.shape[1]), axis=0)
    return graph.add("Concat", graph.add("Expand", graph.constant(root[None]), size), rows, axis=1)


def _arcs(graph: Graph, dep: str, head: str, weight: Array) -> None:
    """Scores [B, W, 1 + W]: dep · A · headᵀ, with the row of A that stands for a constant one."""
    mixed = graph.add("Add", graph.add("MatMul", dep, graph.constant(weight[:-1])), graph.constant(weight[-1]))
    graph.add("MatMul", mixed, graph.add("Transpose", head, perm=[0, 2, 1]), name="arcs")


def _rels(graph: Graph, dep: Eight, head: str, weight: Array) -> None:
    """The best label for every dependent and possible head, [B, W, 1 + W]."""
    rels, width = len(weight), weight.shape[1]
    flat = weight.transpose(1, 0, 2).reshape(width, rels * width)
    batch = graph.add("Shape", "first", start=0, end=1)
    mixed = graph.product(dep, flat[:-1], flat[-1])
    mixed = graph.add("Reshape", mixed, graph.add("Concat", batch, graph.shape(-1, width), axis=0))
    ones = graph.add("Pad", head, graph.shape(0, 0, 0, 0, 0, 1), graph.number(1))
    scores = graph.add("MatMul", mixed, graph.add("Transpose", ones, perm=[0, 2, 1]))
    cells = graph.add("Concat", graph.add("Shape", "first"), graph.shape(rels, -1), axis=0)
    graph.add("ArgMax", graph.add("Reshape", scores, cells), name="rels", axis=2, keepdims=0)
