#!/usr/bin/env python3
"""quantize.py IN.onnx VOCABULARY OUT.onnx: int8 weights for the linear layers, each output channel with its scale; and
the vocabulary and the labels written into the model's metadata, so that the reader needs one file."""

import json
import sys

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

source, vocabulary, target = sys.argv[1:]
quantize_dynamic(source, target, op_types_to_quantize=["MatMul"], per_channel=True, weight_type=QuantType.QInt8,
                 extra_options={"MatMulConstBOnly": True})
model = onnx.load(target)
entries = {k: "\n".join(v) for k, v in json.load(open(source + ".labels.json")).items()}
entries["vocabulary"] = open(vocabulary, encoding="utf-8").read()
for key, value in sorted(entries.items()):
    entry = model.metadata_props.add()
    entry.key, entry.value = key, value
onnx.save(model, target)
