"""Read the network back from its graphs, to go on training where no checkpoint is at hand.

    python -m training.events.restore --minilm DIR --from readout/models/weights/events --out FILE.pt

The graphs are written again (`training.events.export`) over a new network; each constant that comes by is the one of the graph
given, and the weight it was made of takes its value. Weights of products come back in the seven bits they were kept in;
the table of pieces is MiniLM's own, since it is not trained.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.events import export
from training.events.export import ARGUMENT, HIDDEN, WORD_END, embedded, of_parties
from training.events.network import EventNetwork, begin
from training.language.graph import Array, Eight, Graph
from training.language.together import Ranges, Weights, _layer

ANY: Ranges = defaultdict(lambda: (-1.0, 1.0))  # ranges of activations do not matter here


class Given(Graph):
    """A graph whose constants are those of a file; what it is built from is overwritten with them."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.given = [numpy_helper.to_array(t) for t in onnx.load(file).graph.initializer]

    def constant(self, value: Array) -> str:
        """Take the next constant; raises ValueError where the file is of another network."""
        mine, theirs = np.asarray(value), self.given[len(self._constants)]
        if (mine.size, mine.dtype) != (theirs.size, theirs.dtype):
            at = len(self._constants)
            raise ValueError(f"constant {at} has {theirs.size} {theirs.dtype}, should be {mine.size} {mine.dtype}")
        return super().constant(value)

    @property
    def last(self) -> Any:
        """The constant of the file that was taken last."""
        return self.given[len(self._constants) - 1]

    def product(self, x: Eight, weight: Array, bias: Array) -> str:
        """Write weights and bias over those given."""
        whole, scale = self._eight_bits(weight)
        weight[...] = self.given[len(self._constants) - 2].astype(np.float32) * self.last
        held = self.constant(bias.astype(np.float32))
        bias[...] = self.last
        inputs = (x.name, whole, x.scale, scale, x.zero, "", held)
        return self.add("MatMulIntegerToFloat", *inputs, domain="com.microsoft")

    def norm(self, x: str, weight: Array, bias: Array) -> str:
        """Write weights and bias of a normalisation over those given."""
        held = []
        for value in (weight, bias):
            held.append(self.constant(value))
            value[...] = self.last
        return self.add("LayerNormalization", x, *held, axis=-1, epsilon=1e-12)


def plain(graph: Given, x: str, w: Weights, name: str) -> str:
    """A small layer in floats."""
    weight, bias = w[f"{name}.weight"], w[f"{name}.bias"]
    held = graph.constant(np.ascontiguousarray(weight.T))
    weight[...] = graph.last.reshape(weight.T.shape).T
    product = graph.add("MatMul", x, held)
    held = graph.constant(bias)
    bias[...] = graph.last
    return graph.add("Add", product, held)


def of_words(graph: Given, x: str, w: Weights) -> None:
    """The end over all words, in the order of `export.of_words`."""
    rows = graph.add("Reshape", x, graph.shape(-1, x_width(w)))
    both = graph.add("Add", *(graph.add("Gather", rows, index) for index in ("first", "last")))
    given = graph.eight(graph.add("Mul", both, graph.number(0.5)), *ANY["words"])
    weight = np.concatenate([w[f"words.{n}.weight"] for n in WORD_END])
    bias = np.concatenate([w[f"words.{n}.bias"] for n in WORD_END])
    seen = graph.add("Gelu", graph.product(given, weight.T, bias))
    at = 0
    for name in WORD_END:
        size = len(w[f"words.{name}.bias"])
        w[f"words.{name}.weight"][...] = weight[at : at + size]
        w[f"words.{name}.bias"][...] = bias[at : at + size]
        at += size
    kind, standing, _, party = graph.split(seen, [HIDDEN, HIDDEN, ARGUMENT, 2 * ARGUMENT], axis=2)
    plain(graph, kind, w, "words.kind")
    plain(graph, standing, w, "words.standing")
    graph.split(party, [ARGUMENT, ARGUMENT], axis=2)
    for part in w["words.between"]:
        for value in (part[:-1], part[-1]):
            graph.constant(value)
            value[...] = graph.last
        graph.shape(1)


def x_width(w: Weights) -> int:
    """Give the width of a row."""
    return int(w["norm.weight"].size)


def restored(minilm: Path, folder: Path, word_layers: int) -> EventNetwork:
    """Give the network whose graphs lie in a folder."""
    network = EventNetwork(6, word_layers)
    begin(network, minilm)
    w = export.weights_of(network)
    graph = Given(folder / "words.onnx")
    x = embedded(graph, w)
    places, _, _, table, scale = graph.given[:5]
    w["places.weight"][: len(places)] = places.astype(np.float32)
    w["marks"][...] = (table.astype(np.float32) * scale)[-len(w["marks"]) :]
    for number in range(word_layers):
        x = _layer(graph, x, w, number, ANY)
    of_words(graph, x, w)
    graph = Given(folder / "parties.onnx")
    x = "rows"
    for number in range(word_layers, len(network.layers)):
        x = _layer(graph, x, w, number, ANY)
    export.plain = plain  # type: ignore[assignment]  # writes back what it is built from
    of_parties(graph, x, w, ANY)
    return network


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--word-layers", type=int, default=4)
    asked = parser.parse_args()
    torch.save(restored(asked.minilm, asked.folder, asked.word_layers).state_dict(), asked.out)


if __name__ == "__main__":
    main()
