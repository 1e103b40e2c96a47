"""Write a checkpoint as model.onnx and labels.json.

usage: python -m training.language.export --minilm DIR --checkpoint FILE --tier TIER --out DIR --version TEXT

The table of pieces is cut to those that are shipped; their list goes to DIR/vocab.txt.
"""

import argparse
import json
import math
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto

from training.language.graph import Graph
from training.language.network import ATTENTION_HEADS, HEAD_WIDTH, WIDTH, Heads, Network, Sizes
from training.language.train import load
from training.language.vocabulary import kept, read_vocabulary

Array = NDArray[np.float32]
Weights = dict[str, Array]


def build(network: Network, heads: Heads, pieces: Sequence[int]) -> onnx.ModelProto:
    """The whole graph over the given pieces. Inputs: pieces, shapes [T], first, last [W]. Outputs: see the adapter."""
    graph = Graph()
    w = {name: value.numpy() for name, value in network.state_dict().items()}
    w |= {name: value.numpy() for name, value in heads.state_dict().items()}
    w["encoder.pieces.weight"] = w["encoder.pieces.weight"][pieces]
    x = _embedded(graph, w)
    shares = torch.softmax(heads.mix.detach(), 0).tolist()
    mixed = []
    for number, share in enumerate(shares):
        x = _layer(graph, x, w, f"encoder.layers.{number}.")
        mixed.append(graph.add("Mul", x, graph.number(share / 2)))
    total = graph.add("Sum", *mixed)
    ends = [graph.add("Gather", total, index) for index in ("first", "last")]
    _heads(graph, graph.add("Add", *ends), w, heads, network.sizes)
    inputs = {"pieces": ["T"], "shapes": ["T"], "first": ["W"], "last": ["W"]}
    outputs = {
        "tags": (TensorProto.INT64, ["W"]),
        "lemmas": (TensorProto.INT64, ["W"]),
        "names": (TensorProto.FLOAT, ["W", str(network.sizes.names)]),
        "arcs": (TensorProto.FLOAT, ["W", "W1"]),
        "rels": (TensorProto.INT64, ["W", "W1"]),
    }
    return graph.model(inputs, outputs)


def _embedded(graph: Graph, w: Weights) -> str:
    count = graph.add("Shape", "pieces")
    half = graph.constant(w["encoder.places.weight"].astype(np.float16))
    places = graph.add("Slice", half, graph.shape(0), count, graph.shape(0))
    places = graph.add("Cast", places, to=TensorProto.FLOAT)
    shapes = graph.add("Gather", graph.constant(w["encoder.shapes.weight"]), "shapes")
    x = graph.add("Sum", graph.table("pieces", w["encoder.pieces.weight"]), places, shapes)
    return graph.norm(x, w["encoder.norm.weight"], w["encoder.norm.bias"])


def _layer(graph: Graph, x: str, w: Weights, at: str) -> str:
    def linear(value: str, name: str) -> str:
        return graph.linear(value, w[f"{at}{name}.weight"].T, w[f"{at}{name}.bias"])

    def norm(value: str, name: str) -> str:
        return graph.norm(value, w[f"{at}{name}.weight"], w[f"{at}{name}.bias"])

    x = norm(graph.add("Add", x, linear(_attention(graph, linear(x, "qkv")), "out")), "norm1")
    return norm(graph.add("Add", x, linear(graph.add("Gelu", linear(x, "up")), "down")), "norm2")


def _attention(graph: Graph, qkv: str) -> str:
    """qkv [T, 3 · D] → [T, D]."""
    parts = graph.add("Reshape", qkv, graph.shape(0, 3, ATTENTION_HEADS, HEAD_WIDTH))
    parts = graph.add("Transpose", parts, perm=[1, 2, 0, 3])
    query, key, value = graph.split(parts, [1, 1, 1], axis=0)
    query = graph.add("Mul", query, graph.number(1 / math.sqrt(HEAD_WIDTH)))
    scores = graph.add("MatMul", query, graph.add("Transpose", key, perm=[0, 1, 3, 2]))
    mixed = graph.add("MatMul", graph.add("Softmax", scores, axis=-1), value)
    return graph.add("Reshape", graph.add("Transpose", mixed, perm=[0, 2, 1, 3]), graph.shape(-1, WIDTH))


def _heads(graph: Graph, x: str, w: Weights, heads: Heads, sizes: Sizes) -> None:
    """One product for the first step of all heads, then each head's own end."""
    names = ("tags", "lemmas", "arc_dep.0", "arc_head.0", "rel_dep.0", "rel_head.0", "names.0")
    weight = np.concatenate([w[n + ".weight"] for n in names])
    bias = np.concatenate([w[n + ".bias"] for n in names])
    widths = [len(w[n + ".bias"]) for n in names]
    tags, lemmas, hidden = graph.split(graph.linear(x, weight.T, bias), [*widths[:2], sum(widths[2:])], axis=1)
    active = graph.add("Gelu", hidden)
    arc_dep, arc_head, rel_dep, rel_head, called = graph.split(active, widths[2:], axis=1)
    graph.add("ArgMax", tags, name="tags", axis=1, keepdims=0)
    graph.add("ArgMax", lemmas, name="lemmas", axis=1, keepdims=0)
    scored = graph.add("MatMul", called, graph.constant(w["names.3.weight"].T))
    graph.add("Add", scored, graph.constant(w["names.3.bias"]), name="names")
    _arcs(graph, arc_dep, _with_root(graph, heads, "arc_head", arc_head), w["arc"])
    _rels(graph, rel_dep, _with_root(graph, heads, "rel_head", rel_head), w["rel"], sizes.rels)


def _with_root(graph: Graph, heads: Heads, head: str, rows: str) -> str:
    """The head's rows after the root's, which is the same for every sentence."""
    with torch.no_grad():
        root = getattr(heads, head)(heads.root[None]).numpy()
    return graph.add("Concat", graph.constant(root), rows, axis=0)


def _arcs(graph: Graph, dep: str, head: str, weight: Array) -> None:
    """Scores [W, 1 + W]: dep · A · headᵀ, with the row of A that stands for a constant one."""
    mixed = graph.add("Add", graph.add("MatMul", dep, graph.constant(weight[:-1])), graph.constant(weight[-1]))
    graph.add("MatMul", mixed, graph.add("Transpose", head, perm=[1, 0]), name="arcs")


def _rels(graph: Graph, dep: str, head: str, weight: Array, rels: int) -> None:
    """The best label for every dependent and possible head, [W, 1 + W]."""
    width = weight.shape[1] - 1
    flat = weight.transpose(1, 0, 2).reshape(width + 1, rels * (width + 1))
    mixed = graph.linear(dep, flat[:-1], flat[-1])
    mixed = graph.add("Reshape", mixed, graph.shape(-1, width + 1))
    body, constant = graph.split(mixed, [width, 1], axis=1)
    scores = graph.add("Add", graph.add("MatMul", body, graph.add("Transpose", head, perm=[1, 0])), constant)
    cells = graph.add("Concat", graph.shape(-1, rels), graph.add("Shape", head, start=0, end=1), axis=0)
    graph.add("ArgMax", graph.add("Reshape", scores, cells), name="rels", axis=1, keepdims=0)


def main(arguments: list[str]) -> None:
    """Read the command line and write the two files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--minilm", "--checkpoint", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--tier", choices=("accurate", "fast"), required=True)
    parser.add_argument("--version", required=True)
    options = parser.parse_args(arguments)
    network, labels = load(options.checkpoint)
    folder = options.out / options.tier
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = read_vocabulary(options.minilm)
    numbers = kept(vocabulary)
    (options.out / "vocab.txt").write_text("".join(vocabulary[n] + "\n" for n in numbers), "utf-8")
    heads = getattr(network.eval(), options.tier)
    onnx.save(build(network, heads, numbers), folder / "model.onnx")
    found = {"version": options.version, "layers": len(heads.mix), **asdict(labels)}
    (folder / "labels.json").write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
