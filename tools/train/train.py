#!/usr/bin/env python3
"""Trains the reader: see README.md beside this file."""

import argparse
import collections
import json
import os
import random
import struct
import time
import zlib

import numpy
import torch
import torch.nn.functional as F

from data import (CERTAINTIES, CLASSES, IGNORE, NAME_TAGS, SHAPES, SOURCE_KINDS, UPOS, Pieces, read_annotations,
                  read_claims, read_conllu, read_names, read_own, windows)
from model import Reader


def load_safetensors(path):
    with open(path, "rb") as file:
        size, = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(size))
        data = file.read()
    header.pop("__metadata__", None)
    kinds = {"F32": numpy.float32, "I64": numpy.int64}
    return {k: torch.from_numpy(numpy.frombuffer(data[v["data_offsets"][0]:v["data_offsets"][1]],
                                                 kinds[v["dtype"]]).reshape(v["shape"]).copy())
            for k, v in header.items()}


def index(values, least):
    counts = collections.Counter(values)
    return [v for v, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= least]


CLAIM_LABELS = (("class", CLASSES), ("kind", SOURCE_KINDS), ("certainty", CERTAINTIES))


class Labels:
    def __init__(self, documents=None, stored=None):
        if stored:
            self.morphs, self.lemmas, self.rels = stored["morphs"], stored["lemmas"], stored["rels"]
        else:
            words = [w for d in documents for s in d for w in s]
            self.morphs = index((w.morph for w in words), 5)
            self.lemmas = index((w.lemma for w in words), 5)
            self.rels = index((w.rel for w in words), 1)
        self.index = {}
        for name, values in (("upos", UPOS), ("morph", self.morphs), ("lemma", self.lemmas), ("rel", self.rels)):
            self.index[name] = {v: i for i, v in enumerate(values)}

    def get(self, name, value):
        return IGNORE if value is None else self.index[name].get(value, IGNORE)

    def stored(self):
        return {"morphs": self.morphs, "lemmas": self.lemmas, "rels": self.rels}


def batch_of(group, labels, pieces):
    b = len(group)
    n = max(sum(len(w.pieces) for s in g for w in s) for g in group) + 2
    m = max(sum(len(s) for s in g) for g in group)
    ids = torch.full((b, n), pieces.pad)
    shapes = torch.zeros((b, n), dtype=torch.long)
    mask = torch.zeros((b, n))
    first = torch.zeros((b, m), dtype=torch.long)
    arc_mask = torch.full((b, m, m + 1), -1e4)
    gold = {k: torch.full((b, m), IGNORE) for k in ("upos", "morph", "lemma", "head", "rel", "begin")}
    allowed = torch.zeros((b, m, len(NAME_TAGS)), dtype=torch.bool)
    cues = torch.full((b, m), IGNORE)
    claims, parts = [], []  # where the claims' cues begin and what they are; for each, which words are in its parts
    for i, window in enumerate(group):
        place = {id(w): k for k, w in enumerate(w for s in window for w in s)}
        ids[i, 0] = pieces.cls
        at, word_at = 1, 0
        for sentence in window:
            base = word_at
            for word in sentence:
                first[i, word_at] = at
                for k, piece in enumerate(word.pieces):
                    ids[i, at] = piece
                    shapes[i, at] = word.shape + 1 if k == 0 else SHAPES + 1
                    at += 1
                gold["upos"][i, word_at] = labels.get("upos", word.upos)
                gold["morph"][i, word_at] = labels.get("morph", word.morph)
                gold["lemma"][i, word_at] = labels.get("lemma", word.lemma)
                # A block begins with a sentence: nobody asks there.
                if word.upos is not None and word_at > 0 and not word.block:
                    gold["begin"][i, word_at] = word is sentence[0]
                if word.head is not None:
                    gold["head"][i, word_at] = 0 if word.head == 0 else base + word.head
                    gold["rel"][i, word_at] = labels.get("rel", word.rel)
                if word.names_allowed:
                    allowed[i, word_at, word.names_allowed] = True
                if word.cue is not None:
                    cues[i, word_at] = word.cue
                if word.claim is not None:
                    claims.append((i, word_at, *(values.index(word.claim[k]) if word.claim[k] else IGNORE
                                                 for k, values in CLAIM_LABELS)))
                    parts.append([[place[w] for w in word.claim[k] if w in place] for k in ("source", "content")])
                word_at += 1
            arc_mask[i, base:word_at, base + 1:word_at + 1] = 0
            arc_mask[i, base:word_at, 0] = 0
        ids[i, at] = pieces.sep
        mask[i, :at + 1] = 1
    inside = torch.zeros((len(claims), 2, m))
    for k, (source, content) in enumerate(parts):
        inside[k, 0, source] = 1
        inside[k, 1, content] = 1
    return ids, shapes, mask, first, arc_mask, gold, allowed, cues, torch.tensor(claims).view(-1, 5), inside


def losses(model, batch):
    ids, shapes, mask, first, arc_mask, gold, allowed, cues, claims, inside = batch
    tags, names, arcs, dependents, heads, cue_scores, part_scores, begins = model(ids, shapes, mask, first)
    arcs = arcs + arc_mask
    result = {}
    if (gold["upos"] != IGNORE).any():
        for name, logits in zip(("upos", "morph", "lemma"), tags.float().split(model.sizes, -1)):
            result[name] = F.cross_entropy(logits.flatten(0, 1), gold[name].flatten(), ignore_index=IGNORE)
        result["arc"] = F.cross_entropy(arcs.float().flatten(0, 1), gold["head"].flatten(), ignore_index=IGNORE)
        scores = model.relate(dependents, heads, gold["head"].clamp(min=0)).float()
        result["rel"] = F.cross_entropy(scores.flatten(0, 1), gold["rel"].flatten(), ignore_index=IGNORE)
    asked = gold["begin"] != IGNORE
    if asked.any():
        result["begin"] = F.binary_cross_entropy_with_logits(begins.float()[asked], gold["begin"][asked].float())
    known = allowed.any(-1)
    if known.any():
        # Kinds that a corpus does not mark may be behind its O: the sum over all tags that are allowed.
        logp = names.float().log_softmax(-1)[known]
        result["names"] = -logp.masked_fill(~allowed[known], -1e4).logsumexp(-1).mean()
    if (cues != IGNORE).any():
        tags, *kinds = cue_scores.float().split(model.CUE, -1)
        result["cue"] = F.cross_entropy(tags.flatten(0, 1), cues.flatten(), ignore_index=IGNORE)
        if len(claims):
            row, word = claims[:, 0], claims[:, 1]
            known = (cues != IGNORE)[row].float()[:, None]
            scores = part_scores.float()[:, row, word].transpose(0, 1)
            loss = F.binary_cross_entropy_with_logits(scores, inside, reduction="none") * known
            result["parts"] = loss.sum() / known.sum()
            for k, (scores, gold_kind) in enumerate(zip(kinds, claims[:, 2:].T)):
                if (gold_kind != IGNORE).any():
                    result["kind%d" % k] = F.cross_entropy(scores[row, word], gold_kind, ignore_index=IGNORE)
    return result


def words_of(scores, least=0.0):
    return frozenset((scores > least).nonzero().flatten().tolist())


def overlap(a, b):
    return len(a & b) / len(a | b) if a | b else 1.0


def compare_claims(found, wanted, counts):
    """One-to-one by the overlap of contents, as the scorer does: found, and of those the right sources."""
    pairs = sorted(((overlap(f[1], w[1]), i, j) for i, f in enumerate(found) for j, w in enumerate(wanted)), reverse=True)
    left, right = set(range(len(found))), set(range(len(wanted)))
    counts.update(found=len(found), wanted=len(wanted))
    for score, i, j in pairs:
        if score >= 0.5 and i in left and j in right:
            left.remove(i)
            right.remove(j)
            counts.update(both=1, source=overlap(found[i][0], wanted[j][0]) >= 0.5)


def spans_of(tags):
    result, start, kind = set(), None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and tag != "I-" + kind:
            result.add((start, i, kind))
            start = None
        if tag != "O" and start is None:
            start, kind = i, tag[2:]
    return result


@torch.no_grad()
def evaluate(model, groups, labels, pieces):
    model.eval()
    n = right = uas = las = upos = lemma = morph = 0
    tp = fp = fn = 0
    attributions, sentences = collections.Counter(), collections.Counter()
    for k in range(0, len(groups), 16):
        batch = batch_of(groups[k:k + 16], labels, pieces)
        ids, shapes, mask, first, arc_mask, gold, allowed, cues, claims, inside = batch
        with torch.autocast("cpu", torch.bfloat16):
            tags, names, arcs, dependents, heads, cue_scores, part_scores, begins = model(ids, shapes, mask, first)
            arcs = arcs + arc_mask
            chosen = arcs.float().argmax(-1)
            rels = model.relate(dependents, heads, chosen).float().argmax(-1)
        predicted = [x.argmax(-1) for x in tags.float().split(model.sizes, -1)]
        asked = gold["begin"] != IGNORE
        wanted, said = gold["begin"][asked] == 1, begins[asked] > 0
        sentences.update(wanted=int(wanted.sum()), said=int(said.sum()), both=int((wanted & said).sum()))
        known = gold["head"] != IGNORE
        n += known.sum().item()
        hit = (chosen == gold["head"]) & known
        uas += hit.sum().item()
        las += (hit & (rels == gold["rel"])).sum().item()
        upos += ((predicted[0] == gold["upos"]) & known).sum().item()
        morph += ((predicted[1] == gold["morph"]) & known).sum().item()
        lemma += ((predicted[2] == gold["lemma"]) & known).sum().item()
        best_cues = cue_scores.float()[..., :3].argmax(-1)
        for i in range(len(cues)):
            if (cues[i] == IGNORE).all():
                continue
            length = int((cues[i] != IGNORE).sum())
            got = [tuple(words_of(part_scores[p, i, j, :length].float()) for p in (0, 1))
                   for j in range(length) if best_cues[i, j] == 1]
            want = [tuple(words_of(part, 0.5) for part in inside[c]) for c in range(len(claims)) if claims[c, 0] == i]
            compare_claims([g for g in got if g[1]], [w for w in want if w[1]], attributions)
        best = names.float().argmax(-1)
        for i, window in enumerate(groups[k:k + 16]):
            words = [w for s in window for w in s]
            if not any(w.names_allowed for w in words):
                continue
            marked = {NAME_TAGS[t][2:] for w in words if w.name == "O" for t in range(1, len(NAME_TAGS))
                      if t not in w.names_allowed}
            got = {s for s in spans_of([NAME_TAGS[t] for t in best[i, :len(words)].tolist()]) if s[2] in marked}
            want = spans_of([w.name or "O" for w in words])
            tp += len(got & want)
            fp += len(got - want)
            fn += len(want - got)
    model.train()
    report = {}
    if n:
        report.update(UPOS=upos / n, morph=morph / n, lemma=lemma / n, UAS=uas / n, LAS=las / n)
    if sentences["wanted"]:
        report["begin"] = 2 * sentences["both"] / (sentences["wanted"] + sentences["said"])
    if tp + fn:
        report["names"] = 2 * tp / (2 * tp + fp + fn)
    if attributions["wanted"]:
        c = attributions
        report["claims"] = 2 * c["both"] / (c["found"] + c["wanted"])
        report["claims P"] = c["both"] / max(c["found"], 1)
        report["sources"] = c["source"] / max(c["both"], 1)
    return {k: round(100 * v, 2) for k, v in report.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--base", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--rate", type=float, default=1.5e-4, help="peak learning rate of the encoder")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--resume", help="a checkpoint to go on from")
    parser.add_argument("--every", type=float, default=20, help="minutes between reports and checkpoints")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=2048, help="pieces a batch")
    args = parser.parse_args()
    random.seed(args.seed)
    torch.manual_seed(args.seed)

    def corpus(path):
        return os.path.join(args.corpora, path)

    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "annotations")
    pieces = Pieces(os.path.join(args.base, "vocab.txt"))
    treebanks = {}
    for name in ("en_ewt", "en_gum-open"):
        treebanks.update(read_conllu(corpus("syntax/%s-ud-train.conllu.gz" % name)))
    labels = Labels(treebanks.values())
    texts = {"names": read_names(corpus("names/gum-train.jsonl.gz"), treebanks)}
    for name in ("annoctr", "wnut17"):
        texts[name] = read_names(corpus("names/%s-train.jsonl.gz" % name))
    for name in sorted(os.listdir(here)):
        if name.endswith(".jsonl"):
            texts[name] = read_annotations(os.path.join(here, name), args.corpora, treebanks)
        elif name.startswith("written"):
            texts["claims " + name] = read_own(os.path.join(here, name))
    # Documents with claims, the rarest thing, are read more often; some of them never, for figures.
    told, held = [], []
    annotated = dict(treebanks)
    for name in [k for k in texts if k.startswith("claims")]:
        annotated.update(texts.pop(name))
    for name, document in sorted(annotated.items()):
        if any(w.cue is not None for s in document for w in s):
            (held if zlib.crc32(name.encode()) % 10 == 0 else told).append(document)
    texts = {k: list(v.values()) if isinstance(v, dict) else v for k, v in texts.items()}
    texts["claims"] = told
    texts["syntax"] = [d for d in treebanks.values() if not any(w.cue is not None for s in d for w in s)]
    weights = {"annoctr": 0.5, "wnut17": 0.7, "claims": 3.0}
    dev = {"ewt": list(read_conllu(corpus("syntax/en_ewt-ud-dev.conllu.gz")).values()),
           "gum": list(read_conllu(corpus("syntax/en_gum-open-ud-dev.conllu.gz")).values()),
           "claims": held, "claims-polnear": read_claims(corpus("claims/polnear-dev.jsonl.gz"))[:30]}
    for name in ("uner-ewt", "annoctr", "gum", "wnut17"):
        dev["names-" + name] = read_names(corpus("names/%s-dev.jsonl.gz" % name))
    dev = {k: windows(v, pieces) for k, v in dev.items() if v}
    train = {k: windows(v, pieces) for k, v in texts.items() if v}
    print({k: len(v) for k, v in train.items()}, {k: len(v) for k, v in dev.items()},
          [len(x) for x in (labels.morphs, labels.lemmas, labels.rels)], flush=True)

    model = Reader(len(pieces.vocab), len(labels.morphs), len(labels.lemmas), len(labels.rels))
    if args.resume:
        stored = torch.load(args.resume, map_location="cpu", weights_only=True)
        assert stored["labels"] == labels.stored()
        missing = model.load_state_dict(stored["model"], strict=False)  # heads that the checkpoint lacks begin anew
        print(missing, flush=True)
    else:
        model.load_base(load_safetensors(os.path.join(args.base, "model.safetensors")))
    slow = [p for n, p in model.named_parameters() if n.split(".")[0] in ("words", "positions", "types", "norm", "layers")]
    held = {id(p) for p in slow}
    fast = [p for p in model.parameters() if id(p) not in held]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": args.rate}, {"params": fast, "lr": 10 * args.rate}],
                                  weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    peaks = [g["lr"] for g in optimizer.param_groups]

    def stream():
        while True:
            round_ = []
            for name, groups in train.items():
                if name == "claims":  # so few that they are cut differently each time
                    groups = windows(told, pieces, random.choice((64, 96, 126)))
                for group in groups:
                    weight = weights.get(name, 1.0)
                    round_ += [group] * (int(weight) + (random.random() < weight % 1))
            random.shuffle(round_)
            # Windows of like length go together: sorted within stretches, then batched by their pieces.
            batches = []
            for k in range(0, len(round_), 512):
                stretch = sorted(round_[k:k + 512], key=lambda g: sum(len(w.pieces) for s in g for w in s))
                batch, widest = [], 0
                for group in stretch:
                    widest = max(widest, 2 + sum(len(w.pieces) for s in group for w in s))
                    if batch and widest * (len(batch) + 1) > args.size:
                        batches.append(batch)
                        batch = []
                    batch.append(group)
                batches.append(batch)
            random.shuffle(batches)
            yield from batches

    def save(report):
        torch.save({"model": model.state_dict(), "labels": labels.stored(), "report": report}, args.out + ".new")
        os.replace(args.out + ".new", args.out)

    start, step, words, shown = time.time(), 0, 0, collections.Counter()
    next_report = 60 * args.every
    model.train()
    for group in stream():
        elapsed = time.time() - start
        progress = elapsed / (60 * args.minutes)
        if progress >= 1:
            break
        rate = min(1.0, progress / 0.04) * (1 - progress)
        for g, peak in zip(optimizer.param_groups, peaks):
            g["lr"] = max(peak * rate, 1e-8)
        with torch.autocast("cpu", torch.bfloat16):
            parts = losses(model, batch_of(group, labels, pieces))
        if not parts:
            continue
        weighted = {"lemma": 0.3, "morph": 0.5, "names": 4.0, "cue": 2.0, "parts": 5.0, "kind0": 0.1, "kind1": 0.1, "kind2": 0.1}
        loss = sum(weighted.get(k, 1.0) * v for k, v in parts.items())
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step += 1
        words += sum(len(s) for g in group for s in g)
        shown.update({k: v.item() for k, v in parts.items()})
        if step % 100 == 0:
            print(step, "%.0f s" % elapsed, "%.0f words/s" % (words / elapsed),
                  {k: round(v / 100, 3) for k, v in shown.items()}, flush=True)
            shown.clear()
        if elapsed > next_report:
            next_report += 60 * args.every
            report = {k: evaluate(model, v, labels, pieces) for k, v in dev.items()}
            print("dev", json.dumps(report), flush=True)
            save(report)
    report = {k: evaluate(model, v, labels, pieces) for k, v in dev.items()}
    print("final", step, words, json.dumps(report), flush=True)
    save(report)


if __name__ == "__main__":
    main()
