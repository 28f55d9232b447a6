# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window: a display of its own (Xvfb), a session bus of its own, the application with a home of its
own; looks through AT-SPI, acts through X events. A test module ends with `harness.main()`.

Everything waits for what it is about, up to a limit; nothing sleeps for a time and hopes."""

import ctypes
import os
import pathlib
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import zlib

BUILD = pathlib.Path(os.environ.get('SAYSO_BUILD', '_build/root')).resolve()
HERE = pathlib.Path(__file__).resolve().parent
LIMIT = float(os.environ.get('SAYSO_TEST_LIMIT', '60'))


def main():
    """Runs the tests of the calling module; the first time around, only makes the place for them to run in."""
    if 'SAYSO_INSIDE' in os.environ:
        unittest.main(module='__main__', verbosity=2, failfast=False)
    home = tempfile.mkdtemp(prefix='sayso-display-')
    read, write = os.pipe()
    xvfb = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-noreset'],
                            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        display = os.read(read, 16).decode().strip()
        if not display:
            sys.exit('Xvfb did not start')
        environment = {name: value for name, value in os.environ.items() if name in ('PATH', 'LANG', 'TMPDIR', 'SAYSO_MODEL', 'SAYSO_PICTURES')}
        environment.update(
            SAYSO_INSIDE='1', SAYSO_BUILD=str(BUILD), SAYSO_TEST_LIMIT=str(LIMIT), DISPLAY=':' + display, HOME=home,
            XDG_RUNTIME_DIR=home, XDG_CONFIG_HOME=home + '/config', XDG_DATA_HOME=home + '/data',
            XDG_CACHE_HOME=home + '/cache', XDG_STATE_HOME=home + '/state', LC_ALL='C.UTF-8',
            GDK_BACKEND='x11', GSK_RENDERER='cairo', GTK_A11Y='atspi', GSETTINGS_BACKEND='keyfile',
            GSETTINGS_SCHEMA_DIR=str(BUILD / 'data'), NO_AT_BRIDGE='0', PYTHONDONTWRITEBYTECODE='1')
        status = subprocess.call(['dbus-run-session', '--', sys.executable] + sys.argv, env=environment)
    finally:
        xvfb.terminate()
        xvfb.wait()
        shutil.rmtree(home, ignore_errors=True)
    sys.exit(status)


if 'SAYSO_INSIDE' in os.environ:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
    Atspi.set_timeout(2000, 15000)

    focus = []  # what had the focus, in order

    def note_focus(event):

        if event.detail1:
            focus.append(event.source)

    focus_listener = Atspi.EventListener.new(note_focus)
    focus_listener.register('object:state-changed:focused')


def wait(condition, what, limit=None):
    """The first true value of a condition; fails with `what` when it stays false."""
    end = time.monotonic() + (limit or LIMIT)
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            value = condition()
        except GLib.Error:  # an accessible that went away meanwhile
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f'not within {limit or LIMIT:.0f} s: {what}')
        time.sleep(0.03)


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def walk(node):
    """A node and all below it that is showing, depth first; what goes away while we look is left out."""
    try:
        node.clear_cache_single()
        yield node
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        if child is not None:
            yield from walk(child)


def ancestors(node):
    while node is not None:
        yield node
        node = node.get_parent()


def describe(node):
    try:
        return describe_now(node)
    except GLib.Error:
        return 'what went away'


def describe_now(node):
    return f'{node.get_role_name()} in ' + ' < '.join(f'{up.get_role_name()} {up.get_name()!r}' for up in ancestors(node) if up.get_name())


def showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


class Application:
    """The application, started; its accessible tree, and keys and pointer for it."""

    def __init__(self, *arguments):
        self.log = tempfile.TemporaryFile(mode='w+')
        self.process = subprocess.Popen([str(BUILD / 'src/ui/sayso'), *map(str, arguments)], stdout=self.log,
                                        stderr=subprocess.STDOUT)
        self.root = wait(self._find_root, 'the application on the accessibility bus')
        self.window = wait(lambda: xdotool_search(), 'a window on the display')
        xdotool('windowmove', self.window, 0, 0)
        xdotool('windowfocus', self.window)

    def _find_root(self):
        assert self.process.poll() is None, 'the application ended:\n' + self.output()
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache_single()
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    def output(self):
        self.log.seek(0)
        return self.log.read()

    def all(self, role=None, name=None, within=None):
        """Every showing accessible with this role ('button') whose name is, or for a function passes, `name`."""
        found = []
        for node in walk(within or self.root):
            try:
                if role is not None and node.get_role_name() != role:
                    continue
                if name is not None and not (name(node.get_name()) if callable(name) else node.get_name() == name):
                    continue
                if showing(node):
                    found.append(node)
            except GLib.Error:
                continue
        return found

    def find(self, role=None, name=None, within=None, limit=None, what=None):
        return wait(lambda: self.all(role, name, within), f'a {role or "thing"} named {what or repr(name)}', limit)[0]

    def has_text(self, text, limit=None):
        """Waits until some showing accessible's name has this text in it."""
        return self.find(None, lambda name: name is not None and text in name, limit=limit, what=f'…{text}…')

    def press(self, node):
        """Does what a screen reader does to a control."""
        node.get_action_iface().do_action(0)

    def key(self, *keys):
        xdotool('key', '--delay', 20, *keys)

    def tab_to(self, node):
        """Moves the focus into a part of the window by the Tab key alone."""
        for _ in range(80):
            seen = len(focus)
            self.key('Tab')
            wait(lambda: len(focus) > seen, f'the focus to move on from {describe(focus[-1]) if focus else None}')
            if any(ancestor == node for ancestor in ancestors(focus[-1])):
                return
        raise AssertionError(f'Tab does not lead to {node.get_name()}')

    def type(self, words):
        xdotool('type', '--delay', 15, words)

    def menu(self, button, *mnemonics):
        """Opens a menu and chooses from it by the letters that are underlined: GTK tells no names of its items."""
        self.press(self.find('toggle button', button))
        self.find('menu item', '')
        self.key(*mnemonics)

    def has_dialog(self, title):
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{title}$'], check=False,
                              capture_output=True).returncode == 0

    def words(self, node):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def select(self, text, words):
        """Selects words of the article as a reader does by keyboard: finds them, and extends the cursor over them."""
        self.key('ctrl+f')
        entry = self.find('entry', 'Find in the article')
        self.type(words)
        try:
            wait(lambda: self.words(entry) == words, 'the words to be typed', 5)
        except AssertionError:  # on a busy machine the first letters come before the focus is there
            self.key('ctrl+a')
            self.type(words)
        self.has_text('1 of 1')
        self.key('Escape')
        start = self.words(text).index(words)
        wait(lambda: Atspi.Text.get_caret_offset(text) == start, 'the cursor to be at the hit')
        self.key(*['shift+Right'] * len(words))
        wait(lambda: Atspi.Text.get_caret_offset(text) == start + len(words), 'the words to be selected')

    def resize(self, width, height):
        xdotool('windowsize', '--sync', self.window, width, height)

    def quit(self):
        self.key('ctrl+q')
        wait(lambda: self.process.poll() is not None, 'the application to end', 10)
        assert self.process.returncode == 0, f'exit status {self.process.returncode}:\n{self.output()}'
        # The one left out is AdwBreakpointBin's, which draws the window as it was before it makes it narrow.
        complaints = [line for line in self.output().splitlines() if ('WARNING' in line or 'CRITICAL' in line)
                      and 'without a current allocation' not in line]
        assert not complaints, '\n'.join(complaints)

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        self.log.close()


def xdotool_search():
    try:
        return xdotool('search', '--onlyvisible', '--class', 'sayso').split()[-1]
    except (subprocess.CalledProcessError, IndexError):
        return None


class Picture(ctypes.Structure):
    """What Xlib's XImage begins with."""
    _fields_ = [('width', ctypes.c_int), ('height', ctypes.c_int), ('xoffset', ctypes.c_int), ('format', ctypes.c_int),
                ('data', ctypes.c_void_p)]


class Screen:
    """Looks at the display itself: what moves is not told by AT-SPI."""

    def __init__(self):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetImage.restype = ctypes.POINTER(Picture)
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))

    def look(self, x, y, width, height):
        """A number that stands for what is seen there."""
        all_planes, z_pixmap = ctypes.c_ulong(0xffffffff), 2  # of X11/X.h
        picture = self.x11.XGetImage(self.display, self.root, x, y, width, height, all_planes, z_pixmap)
        seen = zlib.crc32(ctypes.string_at(picture.contents.data, 4 * width * height))
        self.x11.XDestroyImage(picture)
        return seen

    def states(self, act, area, seconds=1.0):
        """What is seen in an area one after the other, from before something is done until it is long over."""
        seen = [self.look(*area)]
        act()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            now = self.look(*area)
            if now != seen[-1]:
                seen.append(now)
                end = max(end, time.monotonic() + seconds / 2)
            time.sleep(0.005)
        return seen


class TestCase(unittest.TestCase):
    """Ends what a test started; a test that fails leaves a picture, the tree and the log in the build folder."""

    applications = ()

    def start(self, *arguments):
        application = Application(*arguments)
        self.applications = (*self.applications, application)
        return application

    def fresh_home(self):
        """Forgets casebooks and settings."""
        for name in ('config', 'data', 'cache', 'state'):
            shutil.rmtree(os.path.join(os.environ['HOME'], name), ignore_errors=True)

    def setUp(self):
        self.fresh_home()
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=os.environ['HOME']))

    def scale_text(self, factor):
        """Makes the text of what is started from now on larger, as the desktop's setting does."""
        x11 = ctypes.CDLL('libX11.so.6')
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        display = ctypes.c_void_p(x11.XOpenDisplay(None))
        value = f'Xft.dpi:\t{96 * factor:.0f}\n'.encode()
        resources, string, replace = 23, 31, 0  # of X11/Xatom.h and X.h
        x11.XChangeProperty(display, ctypes.c_ulong(x11.XDefaultRootWindow(display)), ctypes.c_ulong(resources),
                            ctypes.c_ulong(string), 8, replace, value, len(value))
        x11.XCloseDisplay(display)

    def still(self):
        """Has the desktop ask for no animations, of what is started from now on."""
        folder = pathlib.Path(os.environ['XDG_CONFIG_HOME']) / 'gtk-4.0'
        folder.mkdir(parents=True, exist_ok=True)
        (folder / 'settings.ini').write_text('[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\n',
                                             encoding='utf-8')

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def tearDown(self):
        result = self._outcome.result
        if any(test is self for test, _ in result.failures + result.errors):
            self.keep_evidence()
        for application in self.applications:
            application.kill()

    def keep_evidence(self):
        base = BUILD / 'display-failures' / self.id()
        base.parent.mkdir(exist_ok=True)
        subprocess.run(['import', '-window', 'root', str(base) + '.png'], check=False)
        for application in self.applications:
            with open(str(base) + '.txt', 'w') as file:
                file.write(application.output() + '\n')
                if application.process.poll() is None:
                    dump(application.root, file)
        print(f'evidence: {base}.png, {base}.txt', file=sys.stderr)


def dump(node, file=sys.stdout, depth=0):
    try:
        mark = '' if showing(node) else ' (hidden)'
        file.write('  ' * depth + f'{node.get_role_name()} {node.get_name()!r}{mark}\n')
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is not None:
                dump(child, file, depth + 1)
    except GLib.Error as error:
        file.write('  ' * depth + f'? {error.message}\n')


def drag_out(application, node):
    """Drags what belongs to an accessible onto another program's window, which returns what it got, line by line."""
    target = subprocess.Popen([sys.executable, str(HERE / 'drop-target.py')], env={**os.environ, 'GTK_A11Y': 'none'},
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        window = wait(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '^drop-target$'],
                                             capture_output=True, text=True, check=False).stdout.strip(),
                      'the window to drop on')
        place = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        x, y = place.x + place.width // 3, place.y + place.height // 2
        left = 1080 if x < 900 else 480
        xdotool('windowmove', '--sync', window, left, 20)
        xdotool('windowraise', window)
        xdotool('mousemove', x, y, 'mousedown', 1)
        for step in range(1, 11):
            xdotool('mousemove', x + (left + 70 - x) * step // 10, y + (60 - y) * step // 10)
            time.sleep(0.05)  # a pointer that jumps drags nothing
        xdotool('mousemove_relative', '--', 1, 0, 'mouseup', 1)
        assert select.select([target.stdout], [], [], LIMIT)[0], 'nothing was dropped'
        lines = []
        while line := target.stdout.readline().strip():
            lines.append(line)
        return lines
    finally:
        target.kill()
        target.communicate()
        xdotool('windowfocus', application.window)  # there is no window manager to give it back


def drag(application, kind, *what, to=(420, 320)):
    """Drags from another program's window onto the application's, with the pointer, as a person does."""
    source = subprocess.Popen([sys.executable, str(HERE / 'drag-source.py'), kind, *map(str, what)],
                              env={**os.environ, 'GTK_A11Y': 'none'}, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)
    try:
        window = wait(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '^drag-source$'],
                                             capture_output=True, text=True, check=False).stdout.strip(),
                      'the window to drag from')
        xdotool('windowmove', '--sync', window, 1040, 660)
        xdotool('windowraise', window)

        def hint():
            # A drag that began notices where it is only when the pointer moves on.
            xdotool('mousemove_relative', '--', 1, 0, 'mousemove_relative', '--', -1, 0)
            return application.all('grouping', 'Drop Articles Here')

        xdotool('mousemove', 1110, 700, 'mousedown', 1)
        for step in range(1, 11):
            xdotool('mousemove', 1110 + (to[0] - 1110) * step // 10, 700 + (to[1] - 700) * step // 10)
        wait(hint, 'the offer to take what is dragged over the window')
        xdotool('mouseup', 1)
        assert source.stdout.readline() == 'dropped\n', 'what was dragged was refused'
    finally:
        source.kill()
        source.communicate()
        xdotool('windowfocus', application.window)  # there is no window manager to give it back


def paste(application, name, *what):
    """Copies in another program, and pastes in the application until the article of this name is there."""
    source = subprocess.Popen([sys.executable, str(HERE / 'drag-source.py'), 'copy', *what],
                              env={**os.environ, 'GTK_A11Y': 'none'}, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)

    def answer():
        return application.all('list item', name) or application.all(None, 'There is no text on the clipboard.')

    try:
        assert source.stdout.readline() == 'copied\n', 'nothing could be copied'
        while not application.all('list item', name):
            # The application may not have heard yet that there is something else on the clipboard.
            application.key('ctrl+v')
            wait(answer, f'{name!r}, or word that nothing was copied')
    finally:
        source.kill()
        source.communicate()
