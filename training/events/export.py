"""Write a trained event network as words.onnx and parties.onnx, weights in eight bits.

python -m training.events.export --checkpoint FILE.pt --kept FILE --out DIR [--word-layers 6]

Graphs for sentences of one length in pieces, with fixed scales for the activations (as the fast parser's), so that a
sentence gives the same alone and in any company. The lower layers have an end over all words; the upper ones go on from
there to the end over two marked parties.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto
from torch import Tensor, nn

from readout.models.event_input import LONGEST, RELATIONS, STATUSES, TYPES, VOCABULARY
from training.events.inputs import pair_batch, word_batch
from training.events.network import ARGUMENT, HIDDEN, EventNetwork
from training.language.graph import Graph
from training.language.network import WIDTH
from training.language.together import Ranges, Weights, _layer

SAMPLE = 400  # sentences and pairs that the ranges of the activations are taken from
ROOM = 0.03  # beyond what was seen, as a share
WORD_END = ("hidden", "standing_hidden", "trigger", "party")


def lower(network: EventNetwork, ranges: Ranges, graph: Graph | None = None) -> onnx.ModelProto:
    """The layers that words need, with the end over all words. Inputs: pieces [B, T]; first, last [B, W], rows of the
    B · T pieces. Outputs: probabilities, and the rows of the last layer."""
    graph, w = graph or Graph(), weights_of(network)
    x = embedded(graph, w)
    for number in range(network.word_layers):
        x = _layer(graph, x, w, number, ranges)
    of_words(graph, x, w, ranges)
    graph.add("Identity", x, name="rows")
    outputs = {
        "types": (TensorProto.FLOAT, ["B", "W", str(len(TYPES))]),
        "statuses": (TensorProto.FLOAT, ["B", "W", str(len(STATUSES))]),
        "parties": (TensorProto.FLOAT, ["B", "2", "W", "W"]),
        "rows": (TensorProto.FLOAT, ["B", "T", str(WIDTH)]),
    }
    return graph.model({"pieces": ["B", "T"], "first": ["B", "W"], "last": ["B", "W"]}, outputs)


def upper(network: EventNetwork, ranges: Ranges, graph: Graph | None = None) -> onnx.ModelProto:
    """The other layers, with the end over two marked parties. Inputs: pieces [B, T] and the rows of the lower part."""
    graph, w = graph or Graph(), weights_of(network)
    x = "rows"
    for number in range(network.word_layers, len(network.layers)):
        x = _layer(graph, x, w, number, ranges)
    of_parties(graph, x, w, ranges)
    sizes = {"types": len(TYPES), "statuses": len(STATUSES), "relations": len(RELATIONS)}
    outputs = {kind: (TensorProto.FLOAT, ["B", str(n)]) for kind, n in sizes.items()}
    return graph.model({"pieces": ["B", "T"]}, outputs, {"rows": ["B", "T", str(WIDTH)]})


def weights_of(network: EventNetwork) -> Weights:
    """All weights by name."""
    return {name: value.numpy() for name, value in network.state_dict().items()}


def embedded(graph: Graph, w: Weights) -> str:
    """Pieces and marks with their places, normalised."""
    half = graph.constant(w["places.weight"][: LONGEST + 1].astype(np.float16))
    count = graph.add("Shape", "pieces", start=1, end=2)
    places = graph.add("Cast", graph.add("Slice", half, graph.shape(0), count, graph.shape(0)), to=TensorProto.FLOAT)
    table = np.concatenate([w["pieces.weight"], w["marks"]])
    return graph.norm(graph.add("Add", graph.table("pieces", table), places), w["norm.weight"], w["norm.bias"])


def of_words(graph: Graph, x: str, w: Weights, ranges: Ranges) -> None:
    """The end over all words."""
    rows = graph.add("Reshape", x, graph.shape(-1, WIDTH))
    both = graph.add("Add", *(graph.add("Gather", rows, index) for index in ("first", "last")))
    given = graph.eight(graph.add("Mul", both, graph.number(0.5)), *ranges["words"])
    weights, biases = [w[f"words.{n}.weight"].T for n in WORD_END], [w[f"words.{n}.bias"] for n in WORD_END]
    seen = graph.add("Gelu", graph.products(given, weights, biases))
    kind, standing, trigger, party = graph.split(seen, [HIDDEN, HIDDEN, ARGUMENT, 2 * ARGUMENT], axis=2)
    for name, hidden, out in (("kind", kind, "types"), ("standing", standing, "statuses")):
        graph.add("Softmax", plain(graph, hidden, w, f"words.{name}"), name=out, axis=-1)
    between = w["words.between"]
    found = []
    for role, head in enumerate(graph.split(party, [ARGUMENT, ARGUMENT], axis=2)):
        mixed = graph.add("MatMul", trigger, graph.constant(between[role, :-1]))
        mixed = graph.add("Add", mixed, graph.constant(between[role, -1]))
        scores = graph.add("MatMul", mixed, graph.add("Transpose", head, perm=[0, 2, 1]))
        found.append(graph.add("Unsqueeze", scores, graph.shape(1)))
    graph.add("Sigmoid", graph.add("Concat", *found, axis=1), name="parties")


def of_parties(graph: Graph, x: str, w: Weights, ranges: Ranges) -> None:
    """The end over two marked parties."""
    given = graph.eight(x, *ranges["looked"])
    seen = graph.add("Tanh", graph.product(given, w["parties.look.weight"].T, w["parties.look.bias"]))
    looked = graph.add("Transpose", plain(graph, seen, w, "parties.pick"), perm=[0, 2, 1])
    picked = graph.add("MatMul", graph.add("Softmax", looked, axis=-1), x)
    first = graph.add("Slice", x, graph.shape(0), graph.shape(1), graph.shape(1))
    whole = graph.add("ReduceMean", x, graph.shape(1), keepdims=1)
    both = graph.add("Concat", first, marked(graph, x), whole, picked, axis=2)
    given = graph.eight(both, *ranges["parties"])
    hidden = graph.add("Gelu", graph.product(given, w["parties.hidden.weight"].T, w["parties.hidden.bias"]))
    for name, out in (("kind", "types"), ("standing", "statuses"), ("relation", "relations")):
        shares = graph.add("Softmax", plain(graph, hidden, w, f"parties.{name}"), axis=-1)
        graph.add("Squeeze", shares, graph.shape(1), name=out)


def marked(graph: Graph, x: str) -> str:
    """The mean of the rows of marks; zero where there are none."""
    low = graph.add("GreaterOrEqual", "pieces", graph.constant(np.array(VOCABULARY, np.int64)))
    high = graph.add("Less", "pieces", graph.constant(np.array(VOCABULARY + 3, np.int64)))
    where = graph.add("Cast", graph.add("And", low, high), to=TensorProto.FLOAT)
    row = graph.add("Unsqueeze", where, graph.shape(1))
    number = graph.add("Max", graph.add("ReduceSum", row, graph.shape(2), keepdims=1), graph.number(1.0))
    return graph.add("Div", graph.add("MatMul", row, x), number)


def plain(graph: Graph, x: str, w: Weights, name: str) -> str:
    """A linear layer in floats; these are small."""
    product = graph.add("MatMul", x, graph.constant(w[f"{name}.weight"].T))
    return graph.add("Add", product, graph.constant(w[f"{name}.bias"]))


def ranges_of(network: EventNetwork, runs: Sequence[Callable[[], object]]) -> Ranges:
    """Low and high end of what goes into each product, with some room; runs are of single sentences, without padding."""
    modules: dict[str, nn.Module] = {
        f"{n}.{p}": getattr(layer, p) for n, layer in enumerate(network.layers) for p in ("qkv", "out", "up", "down")
    }
    modules |= {"words": network.words.hidden, "looked": network.parties.look, "parties": network.parties.hidden}
    ends = {name: [0.0, 0.0] for name in modules}
    for run in runs:
        with watched_all(modules) as seen, torch.no_grad():
            run()
        for name, rows in seen.items():
            for r in rows:
                ends[name] = [min(ends[name][0], float(r.min())), max(ends[name][1], float(r.max()))]
    return {name: (low * (1 + ROOM), high * (1 + ROOM)) for name, (low, high) in ends.items()}


@contextmanager
def watched_all(modules: dict[str, nn.Module]) -> Iterator[dict[str, list[Tensor]]]:
    """Collect what goes into each of some modules."""
    seen: dict[str, list[Tensor]] = {name: [] for name in modules}
    handles = [
        m.register_forward_pre_hook(lambda _, given, name=name: seen[name].append(given[0].detach()))
        for name, m in modules.items()
    ]
    yield seen
    for handle in handles:
        handle.remove()


def runs_of(network: EventNetwork, kept: dict[str, list[Any]]) -> list[Callable[[], object]]:
    """Runs over a sample of sentences and pairs of the training part."""
    chance = random.Random(0)
    made: list[Callable[[], object]] = []
    for name, rows in kept.items():
        training = [r for r in rows if not r.held_out]
        for row in chance.sample(training, min(SAMPLE, len(training))):
            if "pairs" in name:
                made.append(partial(network.of_parties, pair_batch([row])[0]))
            else:
                made.append(partial(network.of_words, *word_batch([row])[:3]))
    return made


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--kept", type=Path, required=True, help="the numbered sentences that training kept")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--word-layers", type=int, default=6)
    args = parser.parse_args()
    network = EventNetwork(6, args.word_layers)
    network.load_state_dict(torch.load(args.checkpoint))
    network.eval()
    ranges = ranges_of(network, runs_of(network, pickle.loads(args.kept.read_bytes())))
    args.out.mkdir(parents=True, exist_ok=True)
    for name, part in (("words", lower), ("parties", upper)):
        onnx.save(part(network, ranges), str(args.out / f"{name}.onnx"))
        print(name, (args.out / f"{name}.onnx").stat().st_size)


if __name__ == "__main__":
    main()
