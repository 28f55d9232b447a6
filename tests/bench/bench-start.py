#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the application takes from its start to a frame with the text of an article, and sayso-cli to extract one.

Whole processes, wall clock: the median of some runs after one that does not count. The window is under Xvfb, drawn by
cairo; the article is the longest of the sample. SAYSO_BENCH_CASEBOOK names a larger casebook to start with as well
(bench-casebook makes one). GNOME Text Editor, where it is installed, and an empty window are started in turn with it.
"""

import ctypes
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


class Screen:
    """What is to be seen on a display, by Xlib."""

    class Image(ctypes.Structure):
        _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int),
                    ("format", ctypes.c_int), ("data", ctypes.POINTER(ctypes.c_uint32))]

    def __init__(self, display):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetImage.restype = ctypes.POINTER(self.Image)
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(display.encode()))
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))

    def colours(self, x, y, width, height):
        """How many there are in a part of the screen."""
        image = self.x11.XGetImage(self.display, self.root, x, y, width, height, ctypes.c_ulong(0xffffff), 2)
        found = len(set(image.contents.data[:width * height]))
        self.x11.XDestroyImage(image)
        return found


def processor_seconds(session):
    """What the program that dbus-run-session runs has spent so far, in all its threads."""
    with open("/proc/%d/task/%d/children" % (session, session), encoding="ascii") as file:
        children = file.read().split()
    spent = 0
    for child in children:
        with open("/proc/%s/comm" % child, encoding="ascii") as file:
            if file.read().strip() == "dbus-daemon":
                continue
        for thread in os.listdir("/proc/%s/task" % child):
            with open("/proc/%s/task/%s/schedstat" % (child, thread), encoding="ascii") as file:
                spent += int(file.read().split()[0])
    return spent / 1e9


def until_drawn(command, title, text, environment, screen):
    """Seconds, of the clock and of processors, until a program's window bears a title and is drawn: with text where an article is read, if there is one."""
    begun = time.monotonic()
    program = subprocess.Popen(["dbus-run-session", "--", *command], env=environment, start_new_session=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # The screen is black without a window; the edges of letters have many colours. A spinner turns elsewhere.
    while (screen.colours(330, 180, 230, 180) < 12) if text else (screen.colours(0, 0, 640, 60) < 2):
        assert program.poll() is None and time.monotonic() - begun < 60, "%s does not show itself" % command[0]
        time.sleep(0.002)
    seconds = time.monotonic() - begun, processor_seconds(program.pid)
    # xdotool's own --sync looks twice a second only.
    found = lambda *how: subprocess.run(["xdotool", "search", *how, "--name", title], env=environment,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    assert found("--onlyvisible"), "%s shows another window" % command[0]
    os.killpg(program.pid, signal.SIGTERM)
    program.wait()
    while found() or screen.colours(0, 0, 640, 60) > 1:
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
    screen = Screen(display)
    sayso = os.path.join(BUILD, "src", "ui", "sayso")
    programs = [("start, sample casebook open", [sayso, "--casebook", casebook], "^start$", True)]
    large = os.environ.get("SAYSO_BENCH_CASEBOOK")
    if large:
        name = os.path.splitext(os.path.basename(large))[0]
        programs.append(("start, %s open" % name, [sayso, "--casebook", large], "^%s$" % re.escape(name), True))
    editor = shutil.which("gnome-text-editor")
    if editor:
        programs.append(("beside it, GNOME Text Editor", [editor, "--standalone"], "Text Editor", False))
    programs.append(("beside it, an empty window", [os.path.join(HERE, "empty-window")], "^empty-window$", False))
    # In turn, so that what else the machine does burdens all alike.
    seconds = {what: [] for what, *_ in programs}
    for _ in range(RUNS + 1):
        for what, command, title, text in programs:
            seconds[what].append(until_drawn(command, title, text, environment, screen))
    xvfb.terminate()
    xvfb.wait()
    for what, *_ in programs:
        report(what, [clock for clock, _ in seconds[what][1:]])
        report("    processor time", [spent for _, spent in seconds[what][1:]])


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
