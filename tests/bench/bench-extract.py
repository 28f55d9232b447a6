#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast an article is extracted, its reading in it: 1,000, 10,000 and 100,000 words through `sayso-cli extract` on one
core, in words a second of processor time after loading, with the memory. The aim: 4,000 words/s, 500 MB, and the same
pace at every length."""

import importlib.machinery
import importlib.util
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.dirname(os.path.dirname(HERE))
SOURCE = os.path.dirname(os.path.dirname(BUILD))


def news():
    """The text that bench-reader takes."""
    loader = importlib.machinery.SourceFileLoader("bench_reader", os.path.join(HERE, "bench-reader"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("bench_reader", loader))
    loader.exec_module(module)
    return "\n\n".join(module.news()[0])


def extract(cli, path):
    """Seconds of processor time and peak megabytes of one sayso-cli extract on one core."""
    child = subprocess.Popen([cli, "extract", path], stdout=subprocess.DEVNULL,
                             preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit("bench: sayso-cli extract failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    cli = os.path.join(BUILD, "src", "cli", "sayso-cli")
    os.environ.setdefault("SAYSO_MODEL", os.path.join(SOURCE, "data", "reader", "en.onnx"))
    text = news()
    ends = [word.end() for word in re.finditer(r"\S+", text)]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "news.txt")
        open(path, "w", encoding="utf-8").write("Boats sail.")
        load = min(extract(cli, path)[0] for _ in range(3))
        print("two words        %7.2f s of processor time: the loading" % load)
        for length in (1000, 10000, 100000):
            length = min(length, len(ends))
            open(path, "w", encoding="utf-8").write(text[:ends[length - 1]])
            seconds, megabytes = min(extract(cli, path) for _ in range(2))
            print("%7d words    %7.2f s  %6.0f words/s  %4.0f MB" %
                  (length, seconds, length / max(seconds - load, 0.01), megabytes))


if __name__ == "__main__":
    main()
