#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the application takes from its start to a window with its casebook open, and sayso-cli to extract an article.

Whole processes, wall clock: the median of some runs after one that does not count. The window is under Xvfb, drawn by
cairo; the article is the longest of the sample. SAYSO_BENCH_CASEBOOK names a larger casebook to start with as well
(bench-casebook makes one). GNOME Text Editor, where it is installed, and an empty window are started in turn with it.
"""

import os
import re
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


def until_shown(command, title, environment):
    """Seconds until a program's window bears a title: Sayso's has its casebook's once that is open."""
    begun = time.monotonic()
    program = subprocess.Popen(["dbus-run-session", "--", *command], env=environment, start_new_session=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # xdotool's own --sync looks twice a second only.
    while subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], env=environment,
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
        assert program.poll() is None and time.monotonic() - begun < 60, "%s does not show itself" % command[0]
    seconds = time.monotonic() - begun
    os.killpg(program.pid, signal.SIGTERM)
    program.wait()
    while subprocess.run(["xdotool", "search", "--name", title], env=environment, stdout=subprocess.DEVNULL,
                         stderr=subprocess.DEVNULL).returncode == 0:
        time.sleep(0.05)
    return seconds


def start(cli, home):
    casebook = os.path.join(home, "start.sayso")
    subprocess.run([cli, "import", casebook, *sample()], check=True, stdout=subprocess.DEVNULL)
    read, write = os.pipe()
    xvfb = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
                            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    display = ":" + os.read(read, 16).decode().strip()
    environment = {**os.environ, "DISPLAY": display, "HOME": home, "XDG_RUNTIME_DIR": home, "XDG_DATA_HOME": home,
                   "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "XDG_STATE_HOME": home,
                   "GSETTINGS_BACKEND": "memory", "GSETTINGS_SCHEMA_DIR": os.path.join(BUILD, "data"),
                   "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GTK_A11Y": "none"}
    environment.pop("WAYLAND_DISPLAY", None)
    sayso = os.path.join(BUILD, "src", "ui", "sayso")
    programs = [("start, sample casebook open", [sayso, "--casebook", casebook], "^start$")]
    large = os.environ.get("SAYSO_BENCH_CASEBOOK")
    if large:
        name = os.path.splitext(os.path.basename(large))[0]
        programs.append(("start, %s open" % name, [sayso, "--casebook", large], "^%s$" % re.escape(name)))
    editor = shutil.which("gnome-text-editor")
    if editor:
        programs.append(("beside it, GNOME Text Editor", [editor, "--standalone"], "Text Editor"))
    programs.append(("beside it, an empty window", [os.path.join(HERE, "empty-window")], "^empty-window$"))
    # In turn, so that what else the machine does burdens all alike.
    seconds = {what: [] for what, _, _ in programs}
    for _ in range(RUNS + 1):
        for what, command, title in programs:
            seconds[what].append(until_shown(command, title, environment))
    xvfb.terminate()
    xvfb.wait()
    for what, _, _ in programs:
        report(what, seconds[what][1:])


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
