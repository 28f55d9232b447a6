#!/usr/bin/env python3
"""Writes a trained reader as one ONNX file with int8 weights. export.py CHECKPOINT OUT.onnx

Runs one window at a time: the scales of int8 activations are then a matter of that window alone, so what is read does
not depend on what else is read beside it.
"""

import json
import sys

import torch
from torch import nn

from data import CERTAINTIES, CLASSES, NAME_TAGS, SOURCE_KINDS, UPOS
from model import HIDDEN, Reader


class Rows(nn.Module):
    """An embedding in int8 with a scale for each row."""

    def __init__(self, weight):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids):
        return self.table[ids].float() * self.scale[ids]


class Exported(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.reader = reader
        reader.words = Rows(reader.words.weight.data)

    def forward(self, ids, shapes, first, begin):
        """ids, shapes: [1, N]; first, begin: [1, W]. Whether a sentence begins with the word: 0 no, 1 yes, 2 is asked.
        What comes back as `begins` is 0 or 1."""
        mask = torch.ones_like(ids, dtype=torch.float32)
        tags, names, arcs, dependents, heads, cues, parts, begins = self.reader(ids, shapes, mask, first)
        begins = torch.where(begin == 2, (begins > 0).long(), begin)
        sentence = begins.cumsum(-1)
        same = (sentence[:, :, None] == sentence[:, None, :]).float()
        arcs = arcs + (torch.cat([torch.ones_like(same[:, :, :1]), same], -1) - 1) * 1e4
        rels = self.reader.relate(dependents, heads, arcs.argmax(-1))
        upos, morph, _ = tags.split(self.reader.sizes, -1)
        cue, *kinds = cues.split(self.reader.CUE, -1)
        kinds = torch.stack([k.argmax(-1) for k in kinds], -1)
        return begins, upos.argmax(-1), morph.argmax(-1), names, arcs, rels.argmax(-1), cue, kinds, parts[:, 0]


def main():
    stored = torch.load(sys.argv[1], map_location="cpu", weights_only=True)
    labels, state = stored["labels"], stored["model"]
    reader = Reader(state["words.weight"].shape[0], len(labels["morphs"]), len(labels["lemmas"]), len(labels["rels"]))
    reader.load_state_dict(state)
    exported = Exported(reader).eval()
    n, w = 20, 12
    inputs = (torch.randint(100, 2000, (1, n)), torch.ones(1, n, dtype=torch.long), torch.arange(1, w + 1)[None],
              torch.zeros(1, w, dtype=torch.long))
    torch.onnx.export(exported, inputs, sys.argv[2], opset_version=17, dynamo=False,
                      input_names=["ids", "shapes", "first", "begin"],
                      output_names=["begins", "upos", "morph", "names", "arcs", "rels", "cues", "kinds", "parts"],
                      dynamic_axes={"ids": {1: "n"}, "shapes": {1: "n"}, "first": {1: "w"}, "begin": {1: "w"},
                                    "begins": {1: "w"}, "upos": {1: "w"}, "morph": {1: "w"}, "names": {1: "w"},
                                    "arcs": {1: "w", 2: "r"}, "rels": {1: "w"}, "cues": {1: "w"}, "kinds": {1: "w"},
                                    "parts": {1: "w", 2: "w"}})
    with open(sys.argv[2] + ".labels.json", "w") as file:
        json.dump({"upos": UPOS, "morphs": labels["morphs"], "rels": labels["rels"],
                   "names": NAME_TAGS, "classes": CLASSES, "source_kinds": SOURCE_KINDS, "certainties": CERTAINTIES}, file, indent=1)


if __name__ == "__main__":
    main()
