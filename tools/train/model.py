"""MiniLM's encoder with a layer for the shape of words, and a head for each thing the reader tells."""

import torch
import torch.nn.functional as F
from torch import nn

from data import CERTAINTIES, CLASSES, NAME_TAGS, SHAPES, SOURCE_KINDS, UPOS

HIDDEN, LAYERS, HEADS, INNER = 384, 6, 12, 1536


POOL = 1 << 24
_pool = {}


def dropout(x, p, training):
    """Dropout from a pool of random masks that is made once: drawing new ones would take a third of the time."""
    if not training or p == 0:
        return x
    if p not in _pool:
        _pool[p] = (torch.rand(POOL) >= p).to(torch.bfloat16) / (1 - p)
    n = x.numel()
    at = int(torch.randint(POOL - n, ()))
    return x * _pool[p][at:at + n].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x, mask, p):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5 + mask
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, n, HIDDEN)
        x = self.norm1(x + dropout(self.out(mixed), p, self.training))
        return self.norm2(x + dropout(self.down(F.gelu(self.up(x))), p, self.training))


class Reader(nn.Module):
    ARC, REL, ROLE = 256, 128, 96
    CUE = (3, len(CLASSES), len(SOURCE_KINDS), len(CERTAINTIES))

    def __init__(self, vocabulary, n_morphs, n_lemmas, n_rels, dropout=0.1):
        super().__init__()
        self.dropout = dropout
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.types = nn.Parameter(torch.zeros(HIDDEN))
        self.shapes = nn.Embedding(SHAPES + 2, HIDDEN)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.mix = nn.Parameter(torch.zeros(3, 3))  # syntax, names, claims: each mixes the last three layers
        self.tags = nn.Linear(HIDDEN, len(UPOS) + n_morphs + n_lemmas)
        self.sizes = [len(UPOS), n_morphs, n_lemmas]
        self.names = nn.Sequential(nn.Linear(HIDDEN, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, len(NAME_TAGS)))
        self.arcs = nn.Linear(HIDDEN, 2 * self.ARC)
        self.arc = nn.Parameter(torch.zeros(self.ARC + 1, self.ARC))
        nn.init.normal_(self.arc, std=0.01)
        self.rels = nn.Linear(HIDDEN, 2 * self.REL)
        self.rel = nn.Linear(self.REL, n_rels)
        self.begins = nn.Linear(HIDDEN, 1)
        self.cues = nn.Sequential(nn.Linear(HIDDEN, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, sum(self.CUE)))
        self.parts = nn.Linear(HIDDEN, 4 * self.ROLE)  # source and content: as a cue has them, as a word is in them
        self.part = nn.Parameter(torch.zeros(2, self.ROLE + 1, self.ROLE + 1))
        nn.init.normal_(self.part, std=0.01)

    def load_base(self, tensors):
        t = {k.removeprefix("bert."): v for k, v in tensors.items()}
        e = "embeddings."
        self.words.weight.data.copy_(t[e + "word_embeddings.weight"])
        self.positions.weight.data.copy_(t[e + "position_embeddings.weight"])
        self.types.data.copy_(t[e + "token_type_embeddings.weight"][0])
        self.norm.weight.data.copy_(t[e + "LayerNorm.weight"])
        self.norm.bias.data.copy_(t[e + "LayerNorm.bias"])
        for i, layer in enumerate(self.layers):
            p = "encoder.layer.%d." % i
            for kind in ("weight", "bias"):
                getattr(layer.qkv, kind).data.copy_(
                    torch.cat([t[p + "attention.self.%s.%s" % (n, kind)] for n in ("query", "key", "value")]))
                for ours, theirs in ((layer.out, "attention.output.dense"), (layer.norm1, "attention.output.LayerNorm"),
                                     (layer.up, "intermediate.dense"), (layer.down, "output.dense"),
                                     (layer.norm2, "output.LayerNorm")):
                    getattr(ours, kind).data.copy_(t[p + theirs + "." + kind])

    def encode(self, ids, shapes, mask):
        n = ids.shape[1]
        x = self.words(ids) + self.positions.weight[:n] + self.types + self.shapes(shapes)
        x = dropout(self.norm(x), self.dropout, self.training)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        kept = []
        for layer in self.layers:
            x = layer(x, bias, self.dropout)
            kept.append(x)
        weights = self.mix.softmax(-1)
        return [sum(w * h for w, h in zip(weights[i], kept[-3:])) for i in range(3)]

    def forward(self, ids, shapes, mask, first):
        """ids, shapes, mask: [B, N] pieces; first: [B, W] each word's first piece. The arcs' scores [B, W, W + 1], column 0
        being the root, are over the whole window. Of the claims: tags of cues, and for each word as a cue, whether each word is in its
        source and in its content."""
        syntax, names, claims = self.encode(ids, shapes, mask)
        index = first[:, :, None].expand(-1, -1, HIDDEN)
        words = syntax.gather(1, index)
        rooted = torch.cat([syntax[:, :1], words], 1)
        dropped, rooted = (dropout(v, 0.2 if self.dropout else 0, self.training) for v in (words, rooted))
        w_dep, w_head = self.arcs.weight.split(self.ARC)
        b_dep, b_head = self.arcs.bias.split(self.ARC)
        dependents = F.gelu(F.linear(dropped, w_dep, b_dep))
        heads = F.gelu(F.linear(rooted, w_head, b_head))
        ones = torch.ones_like(dependents[:, :, :1])
        arcs = torch.cat([dependents, ones], -1) @ self.arc @ heads.transpose(1, 2)
        v_dep, v_head = self.rels.weight.split(self.REL)
        c_dep, c_head = self.rels.bias.split(self.REL)
        claims = dropout(claims.gather(1, index), 0.2 if self.dropout else 0, self.training)
        b, w = first.shape
        sides = F.gelu(self.parts(claims)).view(b, w, 2, 2, self.ROLE).permute(2, 3, 0, 1, 4)
        sides = torch.cat([sides, torch.ones_like(sides[..., :1])], -1)
        parts = torch.stack([sides[0, k] @ self.part[k] @ sides[1, k].transpose(-1, -2) for k in range(2)])
        return (self.tags(dropped), self.names(names.gather(1, index)), arcs,
                F.linear(dropped, v_dep, c_dep), F.linear(rooted, v_head, c_head), self.cues(claims), parts,
                self.begins(dropped).squeeze(-1))

    def relate(self, dependents, heads, chosen):
        """Relation scores for the chosen heads: [B, W] indices into rooted positions."""
        index = chosen[:, :, None].expand(-1, -1, self.REL)
        return self.rel(F.gelu(dependents + heads.gather(1, index)))
