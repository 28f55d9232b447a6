#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The application's window, from the first start to the next: what a reader does, and what is there afterwards."""

import os
import pathlib
import re

from gi.repository import Gio, GLib

import harness
from harness import wait

# An invented article, long enough to scroll.
TITLE = 'The Marrow Report'
ARTICLE = '\n\n'.join(
    [TITLE,
     'JUNE 2015 — Orbel Labs discovered that its own network had been breached.']
    + [f'Paragraph {number} says nothing that has a date, and goes on for a while, so that the page has to scroll.'
       for number in range(60)]
    + ['MARCH 2016 — Orbel Labs published a report on the Keth Directorate.',
       'On 3 June 2017 the Keth Directorate arrested two engineers of Orbel Labs in Brenmouth.'])

SOURCED = '''The Silver of Corvane

Two officials of the harbour office of Corvane, who asked not to be named, told the Corvane Courier in June 2015 that
Orbel Freight had paid the office in silver. Orbel Freight denied the payments.
'''

SHORT = 'The {0} Affair\n\nOn {0} May 2014 Orbel Labs sold a program to the Keth Directorate.\n'


class WindowTest(harness.TestCase):

    def scroll_position(self, app):
        """How far down the article is scrolled."""
        text = app.find('text', TITLE)
        bar = app.find('scroll bar', within=text.get_parent())
        return bar.get_value_iface().get_current_value()

    def test_from_drop_to_reopening(self):
        article = self.write('marrow.txt', ARTICLE)
        app = self.start()
        app.find('heading', 'Drop Articles Here')
        app.find('button', 'Try the Sample')

        harness.drag(app, 'files', article)
        app.find('list item', TITLE)
        app.find('text', TITLE)
        self.assertEqual(self.scroll_position(app), 0)

        # By keyboard alone: from the window into the timeline, to its last event, and have it shown.
        timeline = app.find('list', 'Events by time')
        wait(lambda: timeline.get_child_count() >= 2, 'two events in the timeline')
        app.tab_to(timeline)
        app.key('End')
        children = [timeline.get_child_at_index(i) for i in range(timeline.get_child_count())]
        last = [child for child in children if child.get_role_name() == 'list item'][-1]  # then the lanes' heads
        wait(lambda: harness.focus[-1] == last, 'the last event to have the focus')
        app.key('Return')
        wait(lambda: self.scroll_position(app) > 200, 'the article to scroll to the event')
        app.find('label', last.get_name().rsplit('. ', 1)[0])  # in the inspector
        app.quit()

        again = self.start()
        again.find('list item', TITLE)
        again.find('text', TITLE)
        timeline = again.find('list', 'Events by time')
        wait(lambda: timeline.get_child_count() >= 2, 'the events to be there again')
        casebooks = list(pathlib.Path(os.environ['XDG_DATA_HOME'], 'sayso', 'casebooks').glob('*.sayso'))
        self.assertEqual([path.stem for path in casebooks], [TITLE])
        self.search_from_desktop(again)
        again.quit()

    def search_from_desktop(self, app):
        """As the shell's overview does it: results for words, what they are, and one of them is chosen."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)

        def call(method, parameters, reply=None):
            return bus.call_sync('io.github.sayso.Sayso', '/io/github/sayso/Sayso/SearchProvider',
                                 'org.gnome.Shell.SearchProvider2', method, parameters, reply and GLib.VariantType(reply),
                                 0, 20000, None)

        found, = call('GetInitialResultSet', GLib.Variant('(as)', (['marrow'],)), '(as)')
        self.assertEqual(len(found), 1, found)
        meta, = call('GetResultMetas', GLib.Variant('(as)', (found,)), '(aa{sv})')[0]
        self.assertEqual((meta['id'], meta['name']), (found[0], TITLE))
        self.assertEqual(call('GetSubsearchResultSet', GLib.Variant('(asas)', (found, ['marrow', 'xyzzy'])), '(as)')[0], [])
        self.assertEqual(call('GetResultMetas', GLib.Variant('(as)', (['1 2', 'no result'],)), '(aa{sv})')[0], [])
        call('ActivateResult', GLib.Variant('(sasu)', (found[0], ['marrow'], 0)))
        call('LaunchSearch', GLib.Variant('(asu)', (['marrow'], 0)))
        app.find('text', TITLE)

    def test_folder_with_a_bad_file(self):
        for number in range(3):
            self.write(f'article-{number}.txt', SHORT.format(number + 1))
        self.write('picture.txt', b'\x89PNG\r\n\x1a\n\x00\x00\x00\x00' * 64)
        app = self.start('--new', self.folder)
        app.has_text('3 articles added, 1 could not be read')
        for number in range(3):
            app.find('list item', f'The {number + 1} Affair')
        app.press(app.find('button', 'Details'))
        report = app.find('list', 'Files that could not be added')
        app.find(None, 'picture.txt', within=report)
        app.key('Escape')
        wait(lambda: not app.all('dialog'), 'the report to close')
        app.quit()

    def test_watched_folder_and_the_same_file_twice(self):
        article = self.write('one.txt', SHORT.format(1))
        app = self.start('--new', article)
        app.find('list item', 'The 1 Affair')
        self.watch_folder(app)
        harness.drag(app, 'files', article)
        app.has_text('This file is already in the casebook.')
        self.assertEqual(len(app.all('list item', 'The 1 Affair')), 1)
        app.quit()

    def watch_folder(self, app):
        """What comes into a folder is added, until it is watched no longer; what was there before is left alone."""
        inbox = self.folder / 'inbox'
        inbox.mkdir()
        (inbox / 'before.txt').write_text(SHORT.format(7))
        app.key('ctrl+shift+alt+o')
        dialog = 'Folder to Watch'
        wait(lambda: app.has_dialog(dialog), 'the dialog for the folder')
        harness.xdotool('search', '--onlyvisible', '--name', f'^{dialog}$', 'windowfocus', '--sync')
        app.key('ctrl+l', 'ctrl+a')
        app.type(f'{inbox}/')
        app.key('shift+End', 'Delete', 'Return')  # without what the entry completed meanwhile
        wait(lambda: not app.has_dialog(dialog), 'the dialog to close')
        harness.xdotool('windowfocus', app.window)  # there is no window manager to give it back
        app.has_text('What comes into “inbox” from now on is added.')

        (inbox / 'coming.txt.part').write_text(SHORT.format(5))
        (inbox / 'coming.txt.part').rename(inbox / 'coming.txt')  # as browsers do it
        app.find('list item', 'The 5 Affair')
        (inbox / 'copied.txt').write_text(SHORT.format(6))
        app.find('list item', 'The 6 Affair')

        app.key('ctrl+shift+alt+o')
        app.has_text('“inbox” is no longer watched.')
        (inbox / 'late.txt').write_text(SHORT.format(8))
        harness.drag(app, 'files', self.write('nine.txt', SHORT.format(9)))
        app.find('list item', 'The 9 Affair')
        for number in (7, 8):
            self.assertEqual(app.all('list item', f'The {number} Affair'), [])

    def test_dropped_text_and_link(self):
        app = self.start('--new')
        app.find('heading', 'Drop Articles Here')
        harness.drag(app, 'link', 'https://courier.example/marrow.html')
        app.has_text('Fetch This Page?')
        app.has_text('https://courier.example/marrow.html')
        app.key('Escape')
        wait(lambda: not app.all(None, 'Fetch This Page?'), 'the dialog to close')
        harness.drag(app, 'text', 'On 4 May 2014 Orbel Labs was founded in Brenmouth by two engineers.')
        app.find('list item', 'Dropped text, On 4 May 2014 Orbel Labs was founded')
        # What is selected in a page comes with its address, as Firefox and as Chromium tell it.
        harness.drag(app, 'text/html', '<h2>The <b>ferry</b></h2><p>In June 2014 Orbel Labs gave up the ferry.</p>',
                     'text/x-moz-url-priv', 'https://courier.example/2014/ferry')
        app.find('list item', 'Dropped text, The ferry In June 2014 Orbel Labs gave')
        app.has_text('https://courier.example/2014/ferry')
        app.has_text('Dropped as text')
        harness.drag(app, 'text/html', '<p>In May 2015 the ferry sailed again, <i>and nobody paid</i>.</p>',
                     'chromium/x-source-url', 'https://courier.example/2015/again')
        app.has_text('https://courier.example/2015/again')
        harness.paste(app, 'Pasted text, In June 2016 it sank.', 'text/plain;charset=utf-8', 'In June 2016 it sank.',
                      'text/html', '<p>In June 2016 it <b>sank</b>.</p>',
                      'text/x-moz-url-priv', 'https://courier.example/2016/sank')
        app.has_text('https://courier.example/2016/sank')
        app.has_text('Pasted')
        harness.drag(app, 'text/x-moz-url', 'https://courier.example/ferry.html\nThe ferry')
        app.has_text('https://courier.example/ferry.html')
        app.key('Escape')
        wait(lambda: not app.all(None, 'Fetch This Page?'), 'the dialog to close')
        app.quit()

    def test_withhold(self):
        """A name that is withheld in the window is in no report."""
        app = self.start('--new', self.write('affair.txt', SHORT.format(3)))
        app.find('text', 'The 3 Affair')
        wait(lambda: not app.all('button', 'Stop adding articles'), 'the import to end')
        app.key('ctrl+e')
        app.find('label', 'All of the casebook')
        app.press(app.find('button', 'Withhold…'))
        app.has_text('Nothing is withheld')
        app.find('combo box', 'Orbel Labs')
        app.type('Keth')
        wait(lambda: not app.all('combo box', 'Orbel Labs'), 'the search to leave others out')
        app.tab_to(app.find('combo box', 'Keth Directorate'))
        app.key('Return')
        app.find('label', 'Left Out')
        app.key('Down', 'Return')
        app.has_text('1 is withheld')
        app.key('Escape')
        wait(lambda: not app.all('combo box', 'Keth Directorate'), 'the dialog to close')

        # Dragged to another program, it is written where that can read it.
        app.find('label', 'All of the casebook; 1 is withheld')
        lines = harness.drag_out(app, app.find('list item', 'Report to read and print (HTML)'))
        self.assertEqual(len(lines), 1)
        text = pathlib.Path(GLib.filename_from_uri(lines[0])[0]).read_text(encoding='utf-8')
        self.assertIn('Orbel Labs', text)
        self.assertNotIn('Keth', text)
        app.has_text('1 was withheld.')

        report = self.folder / 'report.html'
        app.key('ctrl+e')
        app.tab_to(app.find('list item', 'Report to read and print (HTML)'))
        app.key('Return')
        dialog = '^Report to read and print'
        wait(lambda: app.has_dialog(dialog[1:] + '.*'), 'the dialog for the file')
        harness.xdotool('search', '--onlyvisible', '--name', dialog, 'windowfocus', '--sync')
        app.key('ctrl+a')
        app.type(str(report))
        app.key('Return')
        # GTK's own dialog cannot be looked at through AT-SPI while it goes away.
        wait(lambda: report.exists() and not app.has_dialog(dialog[1:] + '.*'), 'the file to be written')
        app.has_text('1 was withheld.')
        text = report.read_text(encoding='utf-8')
        self.assertIn('Orbel Labs', text)
        self.assertNotIn('Keth', text)
        harness.xdotool('windowfocus', app.window)  # there is no window manager to give it back
        app.quit()

    def test_dropped_casebook(self):
        app = self.start('--casebook', self.folder / 'first.sayso', self.write('one.txt', SHORT.format(1)))
        app.find('list item', 'The 1 Affair')
        app.quit()
        app = self.start('--new', self.write('two.txt', SHORT.format(2)))
        app.find('list item', 'The 2 Affair')
        harness.drag(app, 'files', self.folder / 'first.sayso')
        app.find('frame', 'first')
        app.find('list item', 'The 1 Affair')
        self.assertEqual(len(app.all('list item', 'The 2 Affair')), 1)  # in a window of its own still
        app.quit()

        again = self.start()
        again.find('list item', 'The 1 Affair')
        again.find('list item', 'The 2 Affair')
        again.quit()

    def test_remove_and_undo(self):
        app = self.start('--new', self.write('one.txt', SHORT.format(1)), self.write('two.txt', SHORT.format(2)))
        app.find('list item', 'The 2 Affair')
        app.find('list item', 'The 1 Affair')
        app.tab_to(app.find('list', 'Articles'))
        app.key('Home', 'Return', 'Delete')
        app.has_text('“The 2 Affair” removed.')
        wait(lambda: not app.all('list item', 'The 2 Affair'), 'the article to go')
        app.press(app.find('button', 'Undo'))
        app.find('list item', 'The 2 Affair')
        app.quit()

    def test_not_a_casebook(self):
        app = self.start(self.write('broken.sayso', 'This is no casebook.'))
        app.has_text('Not a Casebook')
        app.press(app.find('button', 'New Casebook'))
        app.find('heading', 'Drop Articles Here')
        app.quit()

    def test_narrow(self):
        """With text half as large again; what does not fit says so among the warnings."""
        self.scale_text(1.5)
        self.addCleanup(self.scale_text, 1)
        app = self.start('--new', self.write('one.txt', SHORT.format(1)), self.write('two.txt', SOURCED))
        app.find('list item', 'The 1 Affair')
        app.find('list item', 'The Silver of Corvane')
        wait(lambda: not app.all('button', 'Stop adding articles'), 'the import to end')
        app.resize(360, 720)
        wait(lambda: not app.all('list', 'Articles'), 'the library to give way')
        app.key('ctrl+2')
        app.find('list', 'Claims')
        app.key('ctrl+3')
        app.find('page tab', 'Actors')
        app.key('F4')
        app.find('list', 'Events by time')
        app.key('F4')
        wait(lambda: not app.all('list', 'Events by time'), 'the article to come back')
        app.tab_to(app.find('text', 'The 1 Affair'))
        app.key('a', 'Return')
        app.find('toggle button', lambda name: name is not None and name.startswith('Change…'))  # in the sheet
        app.key('Escape')
        app.key('F9')
        app.find('list', 'Articles')
        app.key('F9')
        app.resize(1280, 800)
        app.find('list', 'Articles')
        wait(lambda: not app.all('page tab', 'Timeline'), 'the timeline to go back to its dock')
        app.find('list', 'Events by time')
        app.quit()

    def test_shortcuts_and_preferences(self):
        app = self.start('--new')
        app.find('heading', 'Drop Articles Here')
        for key, words in (('ctrl+question', 'Timeline in the whole window'), ('ctrl+comma', 'Reopen at Start')):
            app.key(key)
            app.find(None, words)
            app.key('Escape')
            wait(lambda: not app.all(None, words), f'Escape to close what {key} opened')
            harness.xdotool('windowfocus', app.window)  # there is no window manager to give it back
        app.quit()

    def test_timeline_in_little_room(self):
        """Its bar with everything in it, at widths around those where it gives something up, and dragged low."""
        app = self.start('--new', self.write('one.txt', ARTICLE))
        app.find('list', 'Events by time')
        for width in (1280, 1110, 1000, 960, 720, 660, 640, 430, 360):
            app.resize(width, 720)
            if width <= 499:
                app.press(app.find('page tab', 'Timeline'))
            app.tab_to(app.find('list', 'Events by time'))
            app.key('b')
            app.find('button', 'Clear Range')
        app.resize(1280, 800)
        timeline = app.find('list', 'Events by time')
        place = timeline.get_extents(harness.Atspi.CoordType.WINDOW)
        for y in (790, 500, 795, 300):
            harness.xdotool('mousemove', 640, place.y - 66, 'mousedown', 1, 'mousemove', 640, y - 20, 'mousemove', 640, y, 'mouseup', 1)
        app.quit()

    def test_timeline_folds_by_view(self):
        app = self.start('--new', self.write('one.txt', SHORT.format(1)))
        app.find('list', 'Events by time')
        app.key('ctrl+2')
        app.find('button', 'Show Timeline')
        app.key('ctrl+1')
        app.find('list', 'Events by time')
        app.key('ctrl+3')
        app.press(app.find('button', 'Show Timeline'))
        app.find('list', 'Events by time')
        app.key('ctrl+1')
        height = app.find('list', 'Events by time').get_extents(harness.Atspi.CoordType.WINDOW).height
        app.key('F4')
        app.find('button', 'Show Timeline')
        app.key('F4')
        wait(lambda: app.find('list', 'Events by time').get_extents(harness.Atspi.CoordType.WINDOW).height == height,
             'the timeline to be as high as before')
        app.key('F4')
        app.find('button', 'Show Timeline')
        app.quit()

        again = self.start()
        again.find('button', 'Show Timeline')
        again.key('ctrl+3')
        again.find('list', 'Events by time')
        again.quit()

    def test_every_control_has_a_name(self):
        app = self.start('--new')
        app.find('heading', 'Drop Articles Here')
        self.assert_named(app)
        app.press(app.find('button', 'Try the Sample'))
        app.find('list item', 'Tarnhelm Report Lays Bare Ten Years of Pale Heron')
        wait(lambda: not app.all('button', 'Stop adding articles'), 'the import to end')
        for key in ('ctrl+1', 'ctrl+2', 'ctrl+3', 'ctrl+1'):
            app.key(key)
            with self.subTest(key):
                self.assert_named(app)

        # What lies over the window.
        for key, words in (('ctrl+comma', 'Reopen at Start'), ('F1', 'Go from mark to mark'),
                           ('ctrl+question', 'Timeline in the whole window')):
            app.key(key)
            app.find(None, words)
            with self.subTest(key):
                self.assert_named(app)
            app.key('Escape')
            wait(lambda: not app.all(None, words), f'Escape to close what {key} opened')
            harness.xdotool('windowfocus', app.window)  # there is no window manager to give it back

        # The inspector, for an item of each kind, and the forms to make one with.
        text = app.find('text', 'Tarnhelm Report Lays Bare Ten Years of Pale Heron')
        app.tab_to(text)
        for key, field in (('e', 'What Happened'), ('c', 'What Is Claimed'), ('a', 'Name'), ('t', 'When It Was'), ('g', 'Tag')):
            app.key('ctrl+Home', 'ctrl+shift+Right')
            app.find('button', 'Event (E)')
            app.key(key)
            app.find('text', field)
            with self.subTest(field):
                self.assert_named(app)
            app.key('Escape')
            wait(lambda: not app.all('text', field), f'the form with {field} to close')
        app.key('Left')
        for key, kind in (('t', 'Time'), ('a', 'Actor'), ('e', 'Event'), ('c', 'Claim')):
            app.key(key, 'Return')
            app.find('label', kind)
            with self.subTest(kind):
                self.assert_named(app)
                app.press(app.find('toggle button', lambda name: name is not None and name.startswith('Change…')))
                self.assert_named(app)
            app.key('Escape')
            app.tab_to(text)
        app.quit()

    def test_every_menu_item_has_a_key(self):
        """And it is in the shortcuts dialog."""
        views = pathlib.Path(__file__).resolve().parents[2] / 'src' / 'ui'
        listed = set()
        for keys in re.findall(r'accelerator: "([^"]*)"', (views / 'help-overlay.blp').read_text()):
            listed.update(keys.split())
        items = []
        for blueprint in views.rglob('*.blp'):
            for item in re.findall(r'^ *item \{\n(.*?)^ *\}$', blueprint.read_text(), re.M | re.S):
                items.append(dict(re.findall(r'(\w+): "([^"]*)"', item)))
            for action in re.findall(r'^ *item \(.*"([^"]*)"\)$', blueprint.read_text(), re.M):
                items.append({'action': action})
        self.assertGreater(len(items), 30)
        # The drawn views have keys of their own, and menus of how they are drawn.
        without = [item for item in items if not item['action'].startswith(('timeline.', 'actors.'))
                   and item.get('accel') not in listed]
        self.assertEqual(without, [])

    def assert_named(self, app):
        nameless = []
        for node in app.all():
            states = node.get_state_set()
            if (states.contains(harness.Atspi.StateType.FOCUSABLE) and not node.get_name()
                    and node.get_role_name() not in ('frame', 'scroll pane', 'panel')
                    and not any(up.get_role_name() == 'combo box' or 'button' in up.get_role_name() for up in harness.ancestors(node.get_parent()))):
                nameless.append(harness.describe(node))
        self.assertEqual(nameless, [], '\n'.join(nameless))


harness.main()
