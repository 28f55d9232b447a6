#!/usr/bin/env python3
"""Learns data/rules/en/antecedents.tsv: antecedents.py TRAIN.conllu.gz DEV.conllu.gz OUT.tsv -- COMMAND...

COMMAND is `./dev cli extract --stream`. With SAYSO_DEBUG=antecedents it tells for each pronoun its candidates and what
speaks for each; GUM's entities say which are right. A softmax over the candidates and nobody, whose right answers are all
mentions of the pronoun's entity, is fitted for each class of pronouns by gradient descent with an L2 penalty. `least` is
the smallest share at which the links of TRAIN are right as often as asked.
"""
import collections
import json
import os
import subprocess
import sys

import numpy

import gum

CLASSES = ("he", "it", "they")
ASKED = (0.90, 0.82, 0.85)


def groups(path, command):
    """Yields (class, matrix of signs by candidate, whether each is right) of each pronoun, and all signs' names."""
    out = []
    for name, text, mentions in gum.documents(path):
        line = json.dumps({"id": name, "text": text, "published": None}) + "\n"
        told = subprocess.run(command, input=line, capture_output=True, text=True,
                              env=dict(os.environ, SAYSO_DEBUG="antecedents")).stderr
        exact = {(m.start, m.end): m.entity for m in mentions}
        pronouns = collections.OrderedDict()
        for row in told.splitlines():
            cells = row.split("\t")
            if cells[0] != "antecedent":
                continue
            start, end, kind, a, b = (int(c) for c in cells[1:6])
            around = [(m.end - m.start, m.entity) for m in mentions if m.head[0] < b and a < m.head[1]]
            pronouns.setdefault((start, end, kind), []).append((min(around)[1] if around else None, cells[7:]))
        for (start, end, kind), candidates in pronouns.items():
            entity = exact.get((start, end))
            out.append((kind, [c[1] for c in candidates], [entity is not None and c[0] == entity for c in candidates],
                        entity is not None, [c[0] for c in candidates]))
    return out


def fit(data, signs, penalty=1.0, steps=1500, rate=0.5):
    index = {s: i for i, s in enumerate(signs)}
    rows, owner, right, none_right = [], [], [], []
    for number, (_, candidates, answers, known, _) in enumerate(data):
        for candidate, answer in zip(candidates, answers):
            row = numpy.zeros(len(signs))
            row[[index[s] for s in candidate]] = 1
            rows.append(row)
            owner.append(number)
            right.append(answer)
        none_right.append(not any(answers))
    x, owner, right = numpy.array(rows), numpy.array(owner), numpy.array(right, float)
    none_right = numpy.array(none_right, float)
    n, w = len(data), numpy.zeros(len(signs))
    m, v = numpy.zeros_like(w), numpy.zeros_like(w)
    for step in range(1, steps + 1):
        e = numpy.exp(numpy.clip(x @ w, -30, 30))
        z = 1 + numpy.bincount(owner, e, n)
        good = none_right + numpy.bincount(owner, e * right, n)
        gradient = x.T @ (e * right / good[owner] - e / z[owner]) - penalty * w
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient ** 2
        w += 0.03 * (m / (1 - 0.9 ** step)) / (numpy.sqrt(v / (1 - 0.999 ** step)) + 1e-8)
    return w


def shares(data, signs, w):
    """(share, right) of the answer to each pronoun, as the program pools it by entity as far as gold knows."""
    weight = dict(zip(signs, w))
    out = []
    for _, candidates, answers, known, entities in data:
        e = [numpy.exp(sum(weight[s] for s in c)) for c in candidates]
        z = 1 + sum(e)
        pooled = collections.Counter()
        for i, (share, entity) in enumerate(zip(e, entities)):
            pooled[entity if entity is not None else ("none", i)] += share / z
        if not pooled:
            continue
        best = max(pooled, key=pooled.get)
        if known:
            out.append((pooled[best], any(a for a, en in zip(answers, entities) if en == best)))
    return sorted(out, reverse=True)


def main():
    cut = sys.argv.index("--")
    train, dev, target = sys.argv[1:cut]
    command = sys.argv[cut + 1:]
    told = {path: groups(path, command) for path in (train, dev)}
    signs = list(dict.fromkeys(s for g in told[train] for c in g[1] for s in c))
    table, least = {}, []
    for kind in range(3):
        mine = [g for g in told[train] if g[0] == kind]
        w = fit(mine, signs)
        table[kind] = dict(zip(signs, w))
        ranked, right, best = shares(mine, signs, w), 0, 1.0
        for k, (share, ok) in enumerate(ranked, 1):
            right += ok
            if k > 20 and right / k >= ASKED[kind]:
                best = share
        least.append(max(best, 0.35))
        for name, path in (("train", train), ("dev", dev)):
            ranked = shares([g for g in told[path] if g[0] == kind], signs, w)
            taken = [ok for share, ok in ranked if share >= least[-1]]
            print(f"{CLASSES[kind]:5} {name:6} {sum(taken)} right of {len(taken)} taken, {len(ranked)} pronouns")
    header = [line for line in open(target, encoding="utf-8") if line.startswith("#")]
    with open(target, "w", encoding="utf-8") as file:
        file.writelines(header)
        for sign in signs:
            file.write(sign + "".join(f"\t{table[k][sign]:.2f}" for k in range(3)) + "\n")
        file.write("least" + "".join(f"\t{x:.2f}" for x in least) + "\n")


main()
