#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-export [CASEBOOK]: how long a casebook of 100,000 events (an invented one, if none is given) takes to export in
each format, and with how much memory. The aim: under 300 MB everywhere, JSON, CSV and GraphML in 30 s at most."""

import json
import os
import subprocess
import sys
import tempfile
import time

BUILD = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CLI = os.path.join(BUILD, "src", "cli", "sayso-cli")
FORMATS = ("json", "ndjson", "csv", "graphml", "gexf", "stix", "ftm", "timelinejs", "ical", "annotations", "claimreview",
           "markdown", "html", "odt")
# So many usual articles have 80,000 events; bench-casebook adds 500 large ones with 20,000.
ARTICLES = 8000


def size(path):
    if os.path.isdir(path):
        return sum(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path))
    return os.path.getsize(path)


def main():
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        casebook = sys.argv[1] if len(sys.argv) > 1 else os.path.join(folder, "many.sayso")
        if not os.path.exists(casebook):
            subprocess.run([os.path.join(os.path.dirname(os.path.abspath(__file__)), "bench-casebook"), str(ARTICLES),
                            casebook], check=True, stdout=subprocess.DEVNULL)
        for name in FORMATS:
            path = os.path.join(folder, "out-" + name)
            started = time.monotonic()
            child = subprocess.Popen([CLI, "export", casebook, "--format", name, "--output", path])
            _, status, usage = os.wait4(child.pid, 0)
            wall, work, peak = time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
            if status:
                sys.exit(f"bench: export as {name} failed")
            if name == "ndjson":
                with open(path, encoding="utf-8") as lines:
                    events = sum(json.loads(line).get("item") == "event" for line in lines)
            if peak > 300 or (name in ("json", "csv", "graphml") and work > 30):
                failed.append(name)
            print(f"{name:12} {work:7.1f} s of processor time  {wall:7.1f} s  {peak:6.0f} MB  file {size(path) / 1e6:7.1f} MB",
                  flush=True)
            if not os.path.isdir(path):
                os.remove(path)
        print(f"{events} events")
    if failed:
        sys.exit("over the aim: " + ", ".join(failed))


if __name__ == "__main__":
    main()
