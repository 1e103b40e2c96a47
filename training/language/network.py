"""The network: MiniLM encoder with an embedding of letter case and shape, and heads for tags, tree and names.

Encoder: MiniLM-L6 (Wang et al. 2020). Tree: deep biaffine attention (Dozat and Manning 2017), one arc and one label
scorer. All heads read a learned mix of the layers (Peters et al. 2018) at the words' first and last pieces. The fast
tier is the first layers with heads of their own, trained in the same pass.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from readout.models.forms import SHAPES

WIDTH, ATTENTION_HEADS, HEAD_WIDTH = 384, 12, 32


@dataclass(frozen=True)
class Sizes:
    """How deep the encoder is and how wide the heads are."""

    layers: int
    fast_layers: int
    tags: int
    rels: int
    lemmas: int
    names: int
    arc: int = 256
    rel: int = 64
    name_hidden: int = 256
    hidden: int = 4 * WIDTH


@dataclass(frozen=True)
class Inputs:
    """Pieces [B, T], shapes [B, T], piece mask [B, T]; first and last piece [B, W] and mask [B, W] of the words."""

    pieces: Tensor
    shapes: Tensor
    piece_mask: Tensor
    first: Tensor
    last: Tensor
    word_mask: Tensor


@dataclass(frozen=True)
class Scores:
    """tags, lemmas, names [B, W, classes]; arcs [B, W, 1 + W]; rel_dep [B, W, R]; rel_head [B, 1 + W, R]."""

    tags: Tensor
    lemmas: Tensor
    names: Tensor
    arcs: Tensor
    rel_dep: Tensor
    rel_head: Tensor


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT."""

    def __init__(self, hidden: int = 4 * WIDTH) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, hidden)
        self.down = nn.Linear(hidden, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x [B, T, D] → [B, T, D]; mask [B, 1, 1, T] is true where there is a piece."""
        batch, length, _ = x.shape
        heads = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(heads[0], heads[1], heads[2], attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """The embeddings and the layers."""

    def __init__(self, layers: int, hidden: int = 4 * WIDTH) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(hidden) for _ in range(layers))
        self.drop = nn.Dropout(0.1)
        nn.init.normal_(self.shapes.weight, std=0.02)

    def forward(self, given: Inputs) -> list[Tensor]:
        """The output of each layer, [B, T, D]."""
        places = self.places.weight[: given.pieces.shape[1]]
        x = self.drop(self.norm(self.pieces(given.pieces) + places + self.shapes(given.shapes)))
        found = []
        for layer in self.layers:
            x = layer(x, given.piece_mask[:, None, None, :])
            found.append(x)
        return found


def _scorer(width: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(0.2))


class Heads(nn.Module):
    """Heads that read the first `layers` layers of the encoder."""

    def __init__(self, sizes: Sizes, layers: int) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.zeros(layers))
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arc_head, self.arc_dep = _scorer(sizes.arc), _scorer(sizes.arc)
        self.rel_head, self.rel_dep = _scorer(sizes.rel), _scorer(sizes.rel)
        self.arc = nn.Parameter(torch.randn(sizes.arc + 1, sizes.arc) * 0.01)
        self.rel = nn.Parameter(torch.randn(sizes.rels, sizes.rel + 1, sizes.rel + 1) * 0.01)
        self.tags = nn.Linear(WIDTH, sizes.tags)
        self.lemmas = nn.Linear(WIDTH, sizes.lemmas)
        self.names = nn.Sequential(*_scorer(sizes.name_hidden), nn.Linear(sizes.name_hidden, sizes.names))
        self.drop = nn.Dropout(0.2)

    def words(self, layers: list[Tensor], given: Inputs) -> Tensor:
        """One vector per word, [B, W, D]."""
        mixed = torch.einsum("l,lbtd->btd", torch.softmax(self.mix, 0), torch.stack(layers[: len(self.mix)]))
        return (_picked(mixed, given.first) + _picked(mixed, given.last)) / 2

    def forward(self, layers: list[Tensor], given: Inputs) -> Scores:
        """All scores; arcs to words that are padding are impossible."""
        x = self.drop(self.words(layers, given))
        with_root = torch.cat([self.root.expand(len(x), 1, WIDTH), x], 1)
        arcs = _one_more(self.arc_dep(x)) @ self.arc @ self.arc_head(with_root).transpose(1, 2)
        allowed = functional.pad(given.word_mask, (1, 0), value=True)
        arcs = arcs.masked_fill(~allowed[:, None, :], -1e9)
        rel_dep, rel_head = self.rel_dep(x), self.rel_head(with_root)
        return Scores(self.tags(x), self.lemmas(x), self.names(x), arcs, rel_dep, rel_head)

    def rels(self, scores: Scores, heads: Tensor) -> Tensor:
        """Label scores [B, W, rels] for the given heads [B, W] (0 is the root)."""
        chosen = _one_more(_picked(scores.rel_head, heads))
        return torch.einsum("bwi,rij,bwj->bwr", _one_more(scores.rel_dep), self.rel, chosen)


class Network(nn.Module):
    """The encoder with heads on all its layers, and with heads of their own on its first layers (the fast tier)."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes.layers, sizes.hidden)
        self.accurate = Heads(sizes, sizes.layers)
        self.fast = Heads(sizes, sizes.fast_layers)

    def forward(self, given: Inputs) -> tuple[Scores, Scores]:
        """The scores of both tiers from one pass."""
        layers = self.encoder(given)
        return self.accurate(layers, given), self.fast(layers, given)


def _picked(x: Tensor, index: Tensor) -> Tensor:
    return x.gather(1, index[..., None].expand(*index.shape, x.shape[-1]))


def _one_more(x: Tensor) -> Tensor:
    return functional.pad(x, (0, 1), value=1.0)


def load_minilm(network: Network, weights: dict[str, Tensor]) -> None:
    """Start the encoder from MiniLM: its first layers, as many as the network has."""
    own = network.encoder
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    own.pieces.weight.data = weights["embeddings.word_embeddings.weight"].float().clone()
    own.places.weight.data = (weights["embeddings.position_embeddings.weight"] + kind).float()
    _copy(own.norm, weights, "embeddings.LayerNorm")
    for number, layer in enumerate(own.layers):
        _load_layer(layer, weights, f"encoder.layer.{number}.")


def _load_layer(layer: nn.Module, weights: dict[str, Tensor], prefix: str) -> None:
    attention = [prefix + f"attention.self.{part}" for part in ("query", "key", "value")]
    layer.qkv.weight.data = torch.cat([weights[a + ".weight"] for a in attention]).float()
    layer.qkv.bias.data = torch.cat([weights[a + ".bias"] for a in attention]).float()
    _copy(layer.out, weights, prefix + "attention.output.dense")
    _copy(layer.norm1, weights, prefix + "attention.output.LayerNorm")
    _copy(layer.up, weights, prefix + "intermediate.dense")
    _copy(layer.down, weights, prefix + "output.dense")
    _copy(layer.norm2, weights, prefix + "output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data = weights[name + ".weight"].float().clone()
    module.bias.data = weights[name + ".bias"].float().clone()
