"""The event network: MiniLM-L6 with heads that read every word, and heads that read two marked parties.

Words: is it the trigger of an act, of which type, with what status (a layer each), and which words head its actors and
recipients (biaffine, after Dozat and Manning 2017). Parties: the start piece, the marks, all pieces, and the pieces that
a learned look at the sentence picks (trained to pick the trigger).
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from readout.models.event_input import RELATIONS, STATUSES, TYPES, VOCABULARY
from training.language.network import ATTENTION_HEADS, HEAD_WIDTH, WIDTH, Layer

HIDDEN, ARGUMENT = 256, 96
VOCAB = Path(__file__).parents[2] / "readout/models/weights/vocab.txt"


class PlainLayer(Layer):
    """A transformer layer with attention written out: on processors this trains more than twice as fast."""

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x [B, T, D] → [B, T, D]; mask [B, 1, 1, T] is true where there is a piece."""
        batch, length, _ = x.shape
        heads = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        scores = (heads[0] * HEAD_WIDTH**-0.5) @ heads[1].transpose(-1, -2)
        shares = torch.softmax(scores.masked_fill(~mask, -1e4), -1).to(heads.dtype)
        mixed = (shares @ heads[2]).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Words(NamedTuple):
    """Scores of every word: types [B, W, 18], statuses [B, W, 16], parties [B, 2, W, W] (trigger, head of the party)."""

    types: Tensor
    statuses: Tensor
    parties: Tensor


class Between(NamedTuple):
    """Scores of two parties: types and statuses of the act, the relation, and the pieces looked at [B, T]."""

    types: Tensor
    statuses: Tensor
    relations: Tensor
    looked: Tensor


class WordHeads(nn.Module):
    """What is said of every word."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Linear(WIDTH, HIDDEN)
        self.kind = nn.Linear(HIDDEN, len(TYPES))
        self.standing_hidden = nn.Linear(WIDTH, HIDDEN)
        self.standing = nn.Linear(HIDDEN, len(STATUSES))
        self.trigger = nn.Linear(WIDTH, ARGUMENT)
        self.party = nn.Linear(WIDTH, 2 * ARGUMENT)
        self.between = nn.Parameter(torch.randn(2, ARGUMENT + 1, ARGUMENT) * 0.02)
        self.drop = nn.Dropout(0.15)

    def forward(self, x: Tensor) -> Words:
        """x [B, W, D], one row a word."""
        x = self.drop(x)
        kinds = self.kind(self.drop(functional.gelu(self.hidden(x))))
        statuses = self.standing(self.drop(functional.gelu(self.standing_hidden(x))))
        trigger = functional.pad(functional.gelu(self.trigger(x)), (0, 1), value=1.0)
        party = functional.gelu(self.party(x)).view(*x.shape[:2], 2, ARGUMENT)
        parties = torch.einsum("bti,rij,bwrj->brtw", trigger, self.between.to(x.dtype), party)
        return Words(kinds, statuses, parties)


class PartyHeads(nn.Module):
    """What is said of two marked parties."""

    def __init__(self) -> None:
        super().__init__()
        self.look = nn.Linear(WIDTH, 128)
        self.pick = nn.Linear(128, 1)
        self.hidden = nn.Linear(4 * WIDTH, HIDDEN)
        self.kind = nn.Linear(HIDDEN, len(TYPES))
        self.standing = nn.Linear(HIDDEN, len(STATUSES))
        self.relation = nn.Linear(HIDDEN, len(RELATIONS))
        self.drop = nn.Dropout(0.15)

    def forward(self, x: Tensor, pieces: Tensor) -> Between:
        """x [B, T, D]; pieces [B, T], zero is padding."""
        there, marks = pieces > 0, (pieces >= VOCABULARY) & (pieces < VOCABULARY + 3)
        looked = self.pick(torch.tanh(self.look(x))).squeeze(-1).float().masked_fill(~there, -1e4)
        picked = torch.einsum("bt,btd->bd", torch.softmax(looked, -1).to(x.dtype), x)
        seen = torch.cat([x[:, 0], mean(x, marks), mean(x, there), picked], 1)
        hidden = self.drop(functional.gelu(self.hidden(self.drop(seen))))
        return Between(self.kind(hidden), self.standing(hidden), self.relation(hidden), looked)


class EventNetwork(nn.Module):
    """One encoder for both: `word_layers` of its `layers` are read for words, all for parties."""

    def __init__(self, layers: int = 6, word_layers: int = 6) -> None:
        super().__init__()
        self.word_layers = word_layers
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.pieces.weight.requires_grad_(False)
        self.marks = nn.Parameter(torch.zeros(4, WIDTH))
        self.places = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(PlainLayer() for _ in range(layers))
        self.words, self.parties = WordHeads(), PartyHeads()
        self.drop = nn.Dropout(0.1)

    def encoded(self, pieces: Tensor, layers: int) -> Tensor:
        """The output of a layer, [B, T, D]; pieces [B, T], zero is padding."""
        plain = self.pieces(pieces.clamp(max=VOCABULARY - 1))
        mine = pieces >= VOCABULARY
        x = torch.where(mine.unsqueeze(-1), self.marks[(pieces - VOCABULARY).clamp(min=0)], plain)
        x = self.drop(self.norm(x + self.places.weight[: pieces.shape[1]]))
        mask = (pieces > 0)[:, None, None, :]
        for layer in self.layers[:layers]:
            x = layer(x, mask)
        return x

    def of_words(self, pieces: Tensor, first: Tensor, last: Tensor) -> Words:
        """Scores of all words; first, last [B, W] name their pieces."""
        x = self.encoded(pieces, self.word_layers)
        return self.words((picked(x, first) + picked(x, last)) / 2)

    def of_parties(self, pieces: Tensor) -> Between:
        """Scores of the marked parties."""
        return self.parties(self.encoded(pieces, len(self.layers)), pieces)


def picked(x: Tensor, index: Tensor) -> Tensor:
    """The rows of x [B, T, D] that index [B, W] names."""
    return x.gather(1, index[..., None].expand(*index.shape, x.shape[-1]))


def mean(x: Tensor, where: Tensor) -> Tensor:
    """Mean over the places where it is true; zero where there are none."""
    weights = where.to(x.dtype).unsqueeze(-1)
    return (x * weights).sum(1) / weights.sum(1).clamp(min=1)


def begin(network: EventNetwork, minilm: Path) -> None:
    """Start from MiniLM; the marks start near the mean of all pieces."""
    given = load_file(minilm / "model.safetensors")
    names = (minilm / "vocab.txt").read_text("utf-8").splitlines()
    number = {piece: k for k, piece in enumerate(names)}
    shipped = VOCAB.read_text("utf-8").splitlines()
    table = given["embeddings.word_embeddings.weight"][[number[p] for p in shipped]]
    network.pieces.weight.data = table
    network.marks.data = table.mean(0) + 0.02 * torch.randn(4, WIDTH)
    kind = given["embeddings.token_type_embeddings.weight"][0]
    network.places.weight.data = given["embeddings.position_embeddings.weight"] + kind
    copy(network.norm, given, "embeddings.LayerNorm")
    for at, layer in enumerate(network.layers):
        base = f"encoder.layer.{at}"
        parts = [f"{base}.attention.self.{n}" for n in ("query", "key", "value")]
        layer.qkv.weight.data = torch.cat([given[f"{p}.weight"] for p in parts])
        layer.qkv.bias.data = torch.cat([given[f"{p}.bias"] for p in parts])
        copy(layer.out, given, f"{base}.attention.output.dense")
        copy(layer.norm1, given, f"{base}.attention.output.LayerNorm")
        copy(layer.up, given, f"{base}.intermediate.dense")
        copy(layer.down, given, f"{base}.output.dense")
        copy(layer.norm2, given, f"{base}.output.LayerNorm")


def copy(module: nn.Linear | nn.LayerNorm, given: dict[str, Tensor], name: str) -> None:
    """Take over weight and bias."""
    module.weight.data, module.bias.data = given[f"{name}.weight"], given[f"{name}.bias"]
