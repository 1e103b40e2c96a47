"""Write a trained event network as model.onnx, weights in eight bits.

python -m training.events.export --checkpoint FILE.pt --out DIR [--layers 6]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto

from readout.models.event_input import STATUSES, TYPES, VOCABULARY
from training.events.train import EventNetwork
from training.language.export import Weights, _layer
from training.language.graph import Graph
from training.language.network import WIDTH


def build(network: EventNetwork) -> onnx.ModelProto:
    """The graph over one sentence. Input: pieces [T]. Outputs: probabilities of types and statuses."""
    graph = Graph()
    w: Weights = {name: value.numpy() for name, value in network.state_dict().items()}
    x = embedded(graph, w)
    for number in range(len(network.layers)):
        x = _layer(graph, x, w, f"layers.{number}.")
    first = graph.add("Slice", x, graph.shape(0), graph.shape(1), graph.shape(0))
    both = graph.add("Concat", first, marked(graph, x), graph.add("ReduceMean", x, graph.shape(0), keepdims=1), axis=1)
    seen = graph.add("Gelu", plain(graph, both, w, "hidden"))
    for name, out in (("kind", "types"), ("standing", "statuses")):
        scores = plain(graph, seen, w, name)
        shares = graph.add("Softmax", scores, axis=-1)
        graph.add("Reshape", shares, graph.shape(-1), name=out)
    outputs = {
        "types": (TensorProto.FLOAT, [str(len(TYPES))]),
        "statuses": (TensorProto.FLOAT, [str(len(STATUSES))]),
    }
    return graph.model({"pieces": ["T"]}, outputs)


def embedded(graph: Graph, w: Weights) -> str:
    """Pieces and marks with their places, normalised."""
    count = graph.add("Shape", "pieces")
    half = graph.constant(w["places.weight"][:256].astype(np.float16))
    places = graph.add("Cast", graph.add("Slice", half, graph.shape(0), count, graph.shape(0)), to=TensorProto.FLOAT)
    table = np.concatenate([w["pieces.weight"], w["marks"]])
    x = graph.add("Add", graph.table("pieces", table), places)
    return graph.norm(x, w["norm.weight"], w["norm.bias"])


def marked(graph: Graph, x: str) -> str:
    """The mean of the rows of marks; zero where there are none."""
    low = graph.add("GreaterOrEqual", "pieces", graph.constant(np.array(VOCABULARY, np.int64)))
    high = graph.add("Less", "pieces", graph.constant(np.array(VOCABULARY + 3, np.int64)))
    where = graph.add("Cast", graph.add("And", low, high), to=TensorProto.FLOAT)
    row = graph.add("Unsqueeze", where, graph.shape(0))
    number = graph.add("Max", graph.add("ReduceSum", row, graph.shape(1), keepdims=1), graph.number(1.0))
    return graph.add("Div", graph.add("MatMul", row, x), number)


def plain(graph: Graph, x: str, w: Weights, name: str) -> str:
    """A linear layer in floats; these are small."""
    product = graph.add("MatMul", x, graph.constant(np.ascontiguousarray(w[f"{name}.weight"].T)))
    return graph.add("Add", product, graph.constant(w[f"{name}.bias"]))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    args = parser.parse_args()
    network = EventNetwork(args.layers)
    network.load_state_dict(torch.load(args.checkpoint))
    network.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    onnx.save(build(network), str(args.out / "model.onnx"))
    print(WIDTH, (args.out / "model.onnx").stat().st_size)


if __name__ == "__main__":
    main()
