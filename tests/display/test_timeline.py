#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_timeline.py PICTURE CLI: drives the timeline alone, with made-up events, by keyboard and pointer under Xvfb, and
reads it as a screen reader does."""

import os
import re
import subprocess
import sys
import tempfile
import time
import unittest

# A session bus and an accessibility bus of its own: their sockets lie in the runtime folder.
if "SAYSO_INSIDE" not in os.environ:
    with tempfile.TemporaryDirectory() as runtime:
        inside = dict(os.environ, SAYSO_INSIDE="1", HOME=runtime, XDG_RUNTIME_DIR=runtime)
        sys.exit(subprocess.run(["dbus-run-session", "--", sys.executable, *sys.argv], env=inside).returncode)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PICTURE = os.path.abspath(sys.argv.pop(1))
CLI = os.path.abspath(sys.argv.pop(1))

focus = []  # what had the focus, in order


def note_focus(event):
    if event.detail1:
        focus.append(event.source)


listener = Atspi.EventListener.new(note_focus)
listener.register("object:state-changed:focused")


def wait_for(what, timeout=60):
    """The first true answer of a question; a display answers when it can."""
    end = time.monotonic() + timeout
    context = GLib.MainContext.default()
    while True:
        while context.iteration(False):
            pass
        try:
            answer = what()
        except GLib.Error:
            answer = None
        if answer or time.monotonic() > end:
            return answer
        time.sleep(0.05)


def starts(*arguments):
    """What the picture is started with for a test."""
    def mark(test):
        test.arguments = arguments
        return test
    return mark


def seed(test):
    """A casebook of the article that this program was made for, where it lies beside the checkout."""
    article = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../shared/seed/kaspersky.txt")
    if not os.path.exists(article):
        test.skipTest("there is no ../shared beside the checkout")
    casebook = os.path.join(test.home.name, "seed.sayso")
    subprocess.run([CLI, "import", casebook, article], check=True, stdout=subprocess.DEVNULL)
    return casebook


def walk(node):
    node.clear_cache_single()  # what was looked at before the application had told of it all would stay so
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


class TimelineTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        read, write = os.pipe()
        cls.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        os.environ["DISPLAY"] = ":" + os.read(read, 20).decode().strip()

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.server.wait()

    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.output = open(os.path.join(self.home.name, "output"), "w+")
        self.errors = open(os.path.join(self.home.name, "errors"), "w+")
        environment = dict(os.environ, HOME=self.home.name, TMPDIR=self.home.name, GDK_BACKEND="x11",
                           GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory", GTK_A11Y="atspi", LC_ALL="C.UTF-8")
        environment.pop("WAYLAND_DISPLAY", None)
        self.environment = environment
        arguments = getattr(getattr(self, self._testMethodName), "arguments", ())
        self.start(*(argument(self) if callable(argument) else argument for argument in arguments))

    def start(self, *arguments):
        self.app = subprocess.Popen([PICTURE, *arguments, "1280", "300"], env=self.environment, stdout=self.output,
                                    stderr=self.errors, cwd=self.home.name)
        self.list = wait_for(self.find_list)
        self.assertTrue(self.list, self.read(self.errors))
        few = 2 if "--repeat" in arguments else 5  # of very many there are counts, and nothing but heads has a widget
        self.assertTrue(wait_for(lambda: self.list.get_child_count() > few))
        self.xdotool("mousemove", "2", "2")

    def tearDown(self):
        self.app.terminate()
        self.app.wait()
        errors = self.read(self.errors)
        self.output.close()
        self.errors.close()
        self.home.cleanup()
        self.assertNotIn("CRITICAL", errors)
        self.assertNotIn("Gtk-WARNING", errors)

    @staticmethod
    def read(file):
        file.seek(0)
        return file.read()

    def find_list(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache_single()
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is None or app.get_process_id() != self.app.pid:
                continue
            for node in walk(app):
                if node.get_name() == "Events by time":
                    return node
        return None

    def xdotool(self, *words):
        subprocess.run(["xdotool", *words], check=True)

    def key(self, *keys):
        for name in keys:
            self.xdotool("key", name)
            time.sleep(0.05)

    def focused(self):
        for i in range(self.list.get_child_count()):
            child = self.list.get_child_at_index(i)
            if (child is not None and child.get_role() == Atspi.Role.LIST_ITEM and
                    child.get_state_set().contains(Atspi.StateType.FOCUSED)):
                return child
        return None

    def focused_title(self):
        child = self.focused()
        return child.get_name().split(". ")[0] if child else None

    def enter_timeline(self):
        """The events are among the last stops of the Tab key, so they are among the first ones backwards."""
        for _ in range(14):
            seen = len(focus)
            self.key("shift+Tab")
            self.assertTrue(wait_for(lambda: len(focus) > seen), "the Tab key leads nowhere")
            if focus[-1].get_parent() == self.list and focus[-1].get_role() == Atspi.Role.LIST_ITEM:
                return
        self.fail("the Tab key does not reach the timeline")

    def said(self, word):
        return re.findall(rf"^{word} (.+)$", self.read(self.output), re.M)

    def find(self, role, name):
        """A node outside the list, seen on the screen."""
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache_single()
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is None or app.get_process_id() != self.app.pid:
                continue
            for node in walk(app):
                if node.get_role() == role and re.fullmatch(name, node.get_name() or ""):
                    if node.get_state_set().contains(Atspi.StateType.SHOWING):
                        return node
        return None

    @staticmethod
    def middle(node):
        """Without a window manager the window is at the screen's origin."""
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return str(box.x + box.width // 2), str(box.y + box.height // 2)

    def press(self, name, role=Atspi.Role.PUSH_BUTTON):
        button = wait_for(lambda: self.find(role, name))
        self.assertTrue(button, f"no {name}")
        button.get_action_iface().do_action(0)

    def test_walk_in_order(self):
        """Arrow keys visit every dated event in the order of time, and each says what it is and how sure its date."""
        self.enter_timeline()
        self.key("Home")
        seen = []
        while len(seen) < 19:
            child = wait_for(lambda: (c := self.focused()) and c.get_name() not in seen and c)
            self.assertTrue(child, seen)
            seen.append(child.get_name())
            self.assertTrue(child.get_state_set().contains(Atspi.StateType.SELECTED))
            self.key("Right")
        self.assertTrue(wait_for(lambda: self.focused().get_name() == seen[-1]))
        self.assertEqual(seen[0], "Bureau inside systems of 31 towns. From February 2005 at the earliest to "
                                  "February 2019 at the latest")
        self.assertEqual(seen[1], "Stranger inside Tarnhelm’s network. From June 2018 to June 2019 at the latest")
        self.assertIn("Envoys called to the ministry. Sometime between 11 and 20 July 2019", seen)
        self.assertEqual(seen[-1], "Late essay. 1 November 2021")
        self.assertEqual(len(set(self.said("selected"))), 19)
        self.assertEqual(self.said("revealed"), [])

    @starts("--casebook", seed)
    def test_walk_of_the_seed(self):
        """The same in a real article: what is heard is what is in the casebook, in its order, and no date is surer."""
        printed = subprocess.run([CLI, "list", os.path.join(self.home.name, "seed.sayso"), "events"], check=True,
                                 capture_output=True, text=True).stdout.splitlines()
        columns = [printed[0].index(name) for name in ("WHEN", "KIND", "EVENT", "VOICE", "SOURCE")]
        rows = [[row[begin:end].strip() for begin, end in zip(columns, columns[1:] + [None])] for row in printed[1:]]
        dated = [row for row in rows if row[0] != "undated"]
        self.assertGreaterEqual(len(dated), 9)
        self.enter_timeline()
        self.key("Home")
        for when, kind, title, voice, source in dated:
            start = title.rstrip("…")
            child = wait_for(lambda: (c := self.focused()) and c.get_name().startswith(start) and c)
            self.assertTrue(child, f"{title}: {self.focused_title()}")
            date = child.get_name().rsplit(". ", 1)[1]
            for number in re.findall(r"\d+", when):
                self.assertIn(number, date)
            if not re.search(r"[–]", when) and re.match(r"[A-Z]", when):  # a month is no day
                self.assertRegex(date, "^(Sometime in|In|All)")
            description = child.get_description()
            self.assertTrue(description.lower().startswith(kind), description)
            self.assertIn("claimed" if voice == "claimed" else "said by the author", description)
            self.key("Right")
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.TOGGLE_BUTTON, f"No Date {len(rows) - len(dated)}")))

    def test_description(self):
        self.enter_timeline()
        names = {}
        for i in range(self.list.get_child_count()):
            child = self.list.get_child_at_index(i)
            names[child.get_name().split(". ")[0]] = child.get_description()
        self.assertEqual(names["Envoys called to the ministry"],
                         "Occurred, claimed, anonymous source, doubted by the author, suggested")
        self.assertEqual(names["Report on the Bureau"], "Reported, said by the author, confirmed")

    def test_lanes_reveal_and_clear(self):
        self.enter_timeline()
        self.key("Home")
        self.assertTrue(wait_for(lambda: self.focused_title() == "Bureau inside systems of 31 towns"))
        self.key("Down")
        self.assertTrue(wait_for(lambda: self.focused_title() in ("Report on the Bureau", "Quay Courier prints")),
                        self.focused_title())
        self.key("Down")
        self.assertTrue(wait_for(lambda: self.focused_title() == "Break-in discovered"), self.focused_title())
        self.key("Return")
        self.assertTrue(wait_for(lambda: len(self.said("revealed")) == 1))
        self.key("Escape")
        self.assertTrue(wait_for(lambda: self.said("selected")[-1] == "0"))

    def test_range(self):
        """A range brushed by key filters the session when asked to, and is cleared again."""
        self.enter_timeline()
        self.key("b")
        self.press(r"Show Only \d+")
        self.assertTrue(wait_for(lambda: len(self.said("range")) == 1))
        self.assertRegex(self.said("range")[0], "2019")
        self.press("Clear Range")
        self.assertTrue(wait_for(lambda: self.said("range")[-1] == "No date"))

    def test_undated(self):
        """What has no date is on a shelf and can be gone to."""
        self.press("No Date 4", Atspi.Role.TOGGLE_BUTTON)
        chip = wait_for(lambda: self.find(Atspi.Role.LIST_ITEM, "Nothing was sold"))
        self.assertTrue(chip)
        self.assertIn("denied", chip.get_description())
        self.xdotool("mousemove", *self.middle(chip), "click", "1")
        self.assertTrue(wait_for(lambda: len(self.said("revealed")) == 1))

    def test_lanes_of_actors(self):
        self.press("Actor", Atspi.Role.RADIO_BUTTON)
        self.enter_timeline()
        self.key("Home", "Down")
        self.assertTrue(wait_for(lambda: self.focused_title()))

    def place(self, title):
        """Where an event is along time, in pixels; None where it is not."""
        for i in range(self.list.get_child_count()):
            child = self.list.get_child_at_index(i)
            if child is not None and child.get_name().startswith(title):
                return child.get_component_iface().get_extents(Atspi.CoordType.WINDOW).x
        return None

    def drag(self, pause):
        """Pulls the lanes to the left by 200 pixels, beside any event, and lets go after a pause."""
        moves = [word for x in range(880, 699, -20) for word in ("mousemove", str(x), "280", "sleep", "0.01")]
        self.xdotool("mousemove", "900", "280", "mousedown", "1", *moves, "sleep", str(pause), "mouseup", "1")

    def test_drag(self):
        """Events come along with the hand that drags them; let go of in motion they go on, and come to rest."""
        before = self.place("Break-in discovered")
        self.drag(0.5)
        self.assertTrue(wait_for(lambda: abs(self.place("Break-in discovered") - before + 200) <= 2),
                        (before, self.place("Break-in discovered")))
        self.drag(0)
        self.assertTrue(wait_for(lambda: self.place("Break-in discovered") < before - 404),
                        (before, self.place("Break-in discovered")))

    def box(self, title):
        """Where an event and its label are, by the beginning of its name."""
        for i in range(self.list.get_child_count()):
            child = self.list.get_child_at_index(i)
            if child is not None and child.get_name().startswith(title):
                return child.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return None

    def named(self, name):
        return any(self.list.get_child_at_index(i).get_name() == name for i in range(self.list.get_child_count()))

    def test_redate(self):
        """The end of the selected event is pulled to another day, and the day taken back."""
        found = "Envoys called to the ministry. Sometime between 11 and 20 July 2019"
        box = self.box("Envoys")
        y = str(box.y + box.height // 2)
        self.xdotool("mousemove", str(box.x + 20), y, "click", "1")
        self.assertTrue(wait_for(lambda: self.said("selected")))
        time.sleep(0.3)
        end = box.x + 50  # beyond a margin, ten days
        moves = [word for x in range(end, end + 41, 4) for word in ("mousemove", str(x), y, "sleep", "0.02")]
        self.xdotool("mousemove", str(end), y, "mousedown", "1", *moves, "mouseup", "1")
        self.assertTrue(wait_for(lambda: self.said("toast")), self.read(self.errors))
        self.assertTrue(wait_for(lambda: self.named("Envoys called to the ministry. Sometime in the rest of July") or
                                 not self.named(found)))
        self.assertRegex(self.said("toast")[-1], "Dated 11.31 Jul 2019")
        self.key("ctrl+z")
        self.assertTrue(wait_for(lambda: self.named(found)))

        # The whole of it, by twenty days.
        time.sleep(1)  # what was let go of is shown as it was left for a moment
        box = self.box("Envoys")
        y = str(box.y + box.height // 2)
        middle = box.x + 25
        moves = [word for x in range(middle, middle + 76, 5) for word in ("mousemove", str(x), y, "sleep", "0.02")]
        self.xdotool("mousemove", str(middle), y, "mousedown", "1", *moves, "mouseup", "1")
        self.assertTrue(wait_for(lambda: len(self.said("toast")) == 2))
        self.assertRegex(self.said("toast")[-1], r"Dated .+(8|9|10) Aug 2019")
        self.key("ctrl+z")
        self.assertTrue(wait_for(lambda: self.named(found)))

    def test_redate_by_key(self):
        """The same by words, and back to what the text says."""
        self.enter_timeline()
        self.key("Home")
        self.assertTrue(wait_for(lambda: self.focused_title() == "Bureau inside systems of 31 towns"))
        self.key("d")
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.TEXT, "Date of the Event")))
        self.xdotool("key", "ctrl+a")
        self.xdotool("type", "March 2019")
        self.key("Return")
        self.assertTrue(wait_for(lambda: self.named("Bureau inside systems of 31 towns. Sometime in March 2019")))
        self.key("d")
        self.press("As in the Text")
        self.assertTrue(wait_for(lambda: self.box("Bureau inside systems of 31 towns. From February 2005")))

    def test_drop(self):
        """What has no date is dated by dropping it onto the axis of time."""
        self.press("No Date 4", Atspi.Role.TOGGLE_BUTTON)
        chip = wait_for(lambda: self.find(Atspi.Role.LIST_ITEM, "Nothing was sold"))
        x, y = self.middle(chip)
        self.xdotool("mousemove", x, y, "mousedown", "1", "sleep", "0.1", "mousemove", x, str(int(y) - 20), "sleep", "0.1",
                     "mousemove", x, str(int(y) - 40), "sleep", "0.1",
                     "mousemove", "700", "150", "sleep", "0.2", "mousemove", "705", "150", "sleep", "0.3", "mouseup", "1")
        self.assertTrue(wait_for(lambda: self.said("toast")))
        self.assertRegex(self.said("toast")[-1], r"Dated (May|June|Jun) 2019")
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.TOGGLE_BUTTON, "No Date 3")))

    def test_new_event(self):
        """An event is made where the axis is clicked twice, and by key; it can be taken back."""
        box = self.box("Break-in announced")
        self.xdotool("mousemove", str(box.x + 6), "58", "click", "--repeat", "2", "--delay", "60", "1")
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.TEXT, "What Happened")))
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.LABEL, "Sometime in June 2019")))
        self.xdotool("type", "Letter sent")
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.PUSH_BUTTON, "Add Event").get_state_set().contains(
            Atspi.StateType.SENSITIVE)))
        self.key("Return")
        self.assertTrue(wait_for(lambda: self.named("Letter sent. Sometime in June 2019")))
        self.assertEqual(self.said("toast")[-1], "Event added.")
        self.enter_timeline()
        self.key("ctrl+z")
        self.assertTrue(wait_for(lambda: not self.named("Letter sent. Sometime in June 2019")))

        self.key("b", "n")  # in the range that is brushed, and without words it is none
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.TEXT, "What Happened")))
        self.assertFalse(self.find(Atspi.Role.PUSH_BUTTON, "Add Event").get_state_set().contains(
            Atspi.StateType.SENSITIVE))
        self.key("Escape")
        self.assertTrue(wait_for(lambda: not self.find(Atspi.Role.TEXT, "What Happened")))

    @starts("--full", "--glyphs")
    def test_glyphs(self):
        """Every form in every standing is there, says what it is, and none looks like another."""
        descriptions = {}
        for i in range(self.list.get_child_count()):
            child = self.list.get_child_at_index(i)
            if child is not None and child.get_role() == Atspi.Role.LIST_ITEM:
                descriptions.setdefault(child.get_name().split(". ")[0], set()).add(child.get_description())
        self.assertEqual(len(descriptions), 24, descriptions)
        self.assertIn("Learned, denied, no source given, suggested", descriptions["denied band"])

    def test_go_to_date(self):
        before = self.place("Break-in discovered")
        self.enter_timeline()
        self.key("g")
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.TEXT, "Go to Date")))
        self.xdotool("type", "November 2021")
        self.key("Return")
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.LABEL, ".*2021")))

    def test_what_else_happened(self):
        """What shares an actor with the selected event, ranked; the days around it can be set."""
        box = self.box("Contractor caught")
        self.xdotool("mousemove", str(box.x + 20), str(box.y + box.height // 2), "click", "1")
        self.assertTrue(wait_for(lambda: self.said("selected")))
        self.key("w")
        row = wait_for(lambda: self.find(Atspi.Role.LIST_ITEM, "Post-mortem by contractors"))
        self.assertTrue(row)
        self.assertIsNone(self.find(Atspi.Role.LIST_ITEM, "Quay Courier prints"))  # of others
        self.xdotool("mousemove", *self.middle(row), "click", "1")
        self.assertTrue(wait_for(lambda: self.said("revealed")))
        self.assertEqual(self.said("selected")[-1], self.said("revealed")[-1])

    def test_play(self):
        """Playing selects one event after the other, in order of time, until the reader selects another."""
        self.enter_timeline()
        self.key("p")
        self.assertTrue(wait_for(lambda: len(set(self.said("selected")) - {"0"}) >= 3))
        self.key("End")
        last = wait_for(lambda: self.focused_title() == "Late essay" and self.said("selected")[-1])
        self.assertTrue(wait_for(lambda: self.said("playing") == ["1", "0"]))
        self.assertEqual(self.said("selected")[-1], last)

    @starts("--export", "t.svg", "--export", "t.png", "--export", "t.pdf")
    def test_export(self):
        """All of it as a picture, in each form."""
        for name, head in (("t.svg", b"<?xml"), ("t.png", b"\x89PNG"), ("t.pdf", b"%PDF")):
            path = os.path.join(self.home.name, name)
            self.assertTrue(wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 5000))
            with open(path, "rb") as file:
                self.assertTrue(file.read().startswith(head))

    @starts("--lanes", "source")
    def test_lanes_by_source(self):
        """Lanes of other sorts are in the menu; a head folds its lane by key."""
        head = wait_for(lambda: self.find(Atspi.Role.PUSH_BUTTON, "Anonymous source"))
        self.assertTrue(head)
        self.enter_timeline()
        self.key("Tab", "space")
        self.assertTrue(wait_for(lambda: self.box("Sales pitches") is None))
        self.key("space")
        self.assertTrue(wait_for(lambda: self.box("Sales pitches")))

    @starts("--still")
    def test_drag_without_motion(self):
        """Where the reader wants no motion, what is let go of stays."""
        before = self.place("Break-in discovered")
        self.drag(0)
        self.assertTrue(wait_for(lambda: abs(self.place("Break-in discovered") - before + 200) <= 2))
        time.sleep(0.5)
        self.assertLessEqual(abs(self.place("Break-in discovered") - before + 200), 2)

    def test_list(self):
        """The list says of every event, with a date or without, what its mark says, and shares the selection."""
        self.enter_timeline()
        self.key("Home", "Right")
        self.assertTrue(wait_for(lambda: len(self.said("selected")) == 2))
        self.press("List", Atspi.Role.RADIO_BUTTON)
        events = wait_for(lambda: self.find(Atspi.Role.LIST, "Events in order of time"))
        self.assertTrue(events)
        first = wait_for(lambda: self.find(Atspi.Role.LIST_ITEM, "Bureau inside systems of 31 towns. From February "
                                           "2005 at the earliest to February 2019 at the latest"))
        self.assertEqual(first.get_description(), "Occurred, said by the author, suggested")
        chosen = self.find(Atspi.Role.LIST_ITEM, "Stranger inside Tarnhelm’s network. .*")
        self.assertTrue(chosen.get_state_set().contains(Atspi.StateType.SELECTED))

        self.xdotool("mousemove", *self.middle(first), "click", "1")
        self.assertTrue(wait_for(lambda: self.said("selected")[-1] == self.said("selected")[0]))
        self.key("End")
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.LIST_ITEM, r".*\. No date")))
        self.assertTrue(wait_for(lambda: len(set(self.said("selected"))) == 3))
        self.key("Return")
        self.assertTrue(wait_for(lambda: self.said("revealed") == self.said("selected")[-1:]))
        self.press("Kind", Atspi.Role.RADIO_BUTTON)
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.LIST, "Events by time")))

    @starts("--repeat", "230")
    def test_long_list(self):
        """More than five thousand events are listed as well, from the first to the last, and can be selected."""
        self.press("List", Atspi.Role.RADIO_BUTTON)
        first = wait_for(lambda: self.find(Atspi.Role.LIST_ITEM, "Bureau inside systems of 31 towns. From February .*"))
        self.assertTrue(first)
        self.assertIn("said by the author", first.get_description())
        self.xdotool("mousemove", *self.middle(first), "click", "1")
        self.assertTrue(wait_for(lambda: len(self.said("selected")) == 1))
        self.key("End")
        last = wait_for(lambda: self.find(Atspi.Role.LIST_ITEM, r".*\. No date"))
        self.assertTrue(last)
        self.assertTrue(wait_for(lambda: len(set(self.said("selected"))) == 2))

    @starts("--many", "80")
    def test_unfold_actors(self):
        """The lane of those without one is unfolded by its button, and folded again, by key alone."""
        self.press("Actor", Atspi.Role.RADIO_BUTTON)
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.PUSH_BUTTON, "8 more actors")))
        if not self.focused():
            self.enter_timeline()
        self.key("Tab", "Up", "space")
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.PUSH_BUTTON, "Fewer Lanes")))
        self.press("Fewer Lanes")
        self.assertTrue(wait_for(lambda: self.find(Atspi.Role.PUSH_BUTTON, "8 more actors")))

    def test_click(self):
        """A click on an event selects it; a click beside one does not."""
        target = None
        for i in range(self.list.get_child_count()):
            child = self.list.get_child_at_index(i)
            if child.get_name().startswith("Post-mortem") or child.get_name().startswith("Report on the Bureau"):
                target = child
        box = target.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        self.assertGreater(box.width, 20)
        self.xdotool("mousemove", str(box.x + 20), str(box.y + box.height // 2), "click", "1")
        self.assertTrue(wait_for(lambda: len(self.said("selected")) == 1))
        self.assertTrue(wait_for(lambda: self.focused_title() == target.get_name().split(". ")[0]))


if __name__ == "__main__":
    unittest.main(verbosity=2)
