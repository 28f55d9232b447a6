#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the application takes from its start to a window that is shown, and sayso-cli to extract an article.

Whole processes, wall clock: the median of some runs after one that does not count. The window is under Xvfb, drawn by
cairo; the article is the longest of the sample.
"""

import os
import shutil
import signal
import statistics
import subprocess
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.dirname(os.path.dirname(HERE))
SOURCE = os.path.dirname(os.path.dirname(BUILD))
RUNS = 7


def sample():
    folder = os.path.join(SOURCE, "data", "sample")
    return sorted(os.path.join(folder, n) for n in os.listdir(folder) if n.endswith(".html"))


def report(what, seconds):
    print("%-34s %6.0f ms  (%.0f to %.0f)" % (what, 1000 * statistics.median(seconds), 1000 * min(seconds),
                                              1000 * max(seconds)))


def timed(command, **options):
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    return time.monotonic() - start


def extract(cli):
    article = max(sample(), key=os.path.getsize)
    report("extract, one article", [timed([cli, "extract", article]) for _ in range(RUNS + 1)][1:])


def start(cli, home):
    casebook = os.path.join(home, "start.sayso")
    subprocess.run([cli, "import", casebook, *sample()], check=True, stdout=subprocess.DEVNULL)
    read, write = os.pipe()
    xvfb = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    display = ":" + os.read(read, 16).decode().strip()
    environment = {**os.environ, "DISPLAY": display, "HOME": home, "XDG_RUNTIME_DIR": home, "XDG_DATA_HOME": home,
                   "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "GSETTINGS_BACKEND": "memory",
                   "GSETTINGS_SCHEMA_DIR": os.path.join(BUILD, "data"), "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo",
                   "GTK_A11Y": "none"}
    environment.pop("WAYLAND_DISPLAY", None)
    seconds = []
    for _ in range(RUNS + 1):
        begun = time.monotonic()
        program = subprocess.Popen(["dbus-run-session", "--", os.path.join(BUILD, "src", "ui", "sayso"), "--casebook",
                                    casebook], env=environment, start_new_session=True,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "sayso"], env=environment, check=True,
                       timeout=60, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds.append(time.monotonic() - begun)
        os.killpg(program.pid, signal.SIGTERM)
        program.wait()
        while subprocess.run(["xdotool", "search", "--class", "sayso"], env=environment, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL).returncode == 0:
            time.sleep(0.05)
    xvfb.terminate()
    xvfb.wait()
    report("start to the window", seconds[1:])


def main():
    cli = os.path.join(BUILD, "src", "cli", "sayso-cli")
    home = tempfile.mkdtemp(prefix="sayso-bench-")
    try:
        extract(cli)
        start(cli, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
