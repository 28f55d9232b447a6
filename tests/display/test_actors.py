#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The view of actors, as an analyst uses it: from a folder to a graph in another program's hands; and as a screen reader
reads it."""

import pathlib
import shutil
import subprocess

import harness
from harness import wait

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'sample'
GRAPH = 'Actors and their relations'


class ActorsTest(harness.TestCase):

    def open_graph(self):
        for path in SAMPLE.glob('*.html'):
            shutil.copy(path, self.folder)
        self.write('picture.txt', b'\x89PNG\r\n\x1a\n\x00\x00\x00\x00' * 64)
        app = self.start('--new', self.folder)
        app.has_text('1 could not be read', limit=180)
        app.key('ctrl+3')
        graph = app.find('list box', GRAPH)
        wait(lambda: self.names(app) and not app.all('progress bar'), 'actors in the graph')
        return app, graph

    def names(self, app):
        graph = app.all('list box', GRAPH)
        return [node.get_name() for node in app.all('option pane', within=graph[0])] if graph else []

    def focus_on(self, app, name):
        """Clicks on an actor, as a reader does."""
        node = app.find('option pane', lambda it: it.startswith(name + ','), what=name)
        box = node.get_component_iface().get_extents(harness.Atspi.CoordType.SCREEN)
        harness.xdotool('mousemove', box.x + box.width // 2, box.y + box.height // 2, 'click', 1)
        wait(lambda: harness.focus and harness.focus[-1] == node, f'{name} to have the focus')
        return node

    def toggle(self, app, box):
        app.tab_to(box)
        app.key('space')

    def test_analyst(self):
        app, graph = self.open_graph()
        everybody = self.names(app)

        # Agencies alone, and everybody again.
        app.press(app.find('toggle button', 'Choose What Is Shown'))
        for kind in ('organisation', 'outlet', 'group', 'person', 'product', 'place', 'not named'):
            self.toggle(app, app.find('check box', kind))
        wait(lambda: self.names(app) and all(', state or agency,' in name for name in self.names(app)),
             'nobody but agencies')
        app.key('Escape')
        app.press(app.find('button', 'Reset'))
        wait(lambda: sorted(self.names(app)) == sorted(everybody), 'everybody')

        # A product is taken for another, then told apart again.
        products = [name.split(',')[0] for name in everybody if ', product,' in name]
        self.assertGreater(len(products), 1)
        self.focus_on(app, products[0])
        self.focus_on(app, products[1])
        app.key('m')
        app.has_text('What Speaks Against It')
        app.press(app.find('button', 'Merge'))
        wait(lambda: not any(name.startswith(products[1] + ',') for name in self.names(app)), 'one product less')
        self.focus_on(app, products[0])
        app.key('s')
        self.toggle(app, app.find('check box', products[1]))
        app.press(app.find('button', 'Split'))
        wait(lambda: sorted(name.split(',')[0] for name in self.names(app)) ==
             sorted(name.split(',')[0] for name in everybody), 'both products')

        # A relation that rests on several sentences loses one, and gets it back.
        strongest = max(everybody, key=lambda name: int(name.split(', ')[2].split()[0]))
        self.focus_on(app, strongest.split(',')[0])
        for _ in range(40):
            app.key('ctrl+Right')
            rejects = wait(lambda: app.all('button', 'It Does Not Rest on This'), 'the sentences of a relation')
            if len(rejects) > 1:
                break
        count = len(rejects)
        self.assertGreater(count, 1)
        app.press(rejects[0])
        app.has_text('Sentence rejected.')
        wait(lambda: len(app.all('button', 'It Does Not Rest on This')) == count - 1, 'one sentence less')
        app.key('ctrl+z')
        wait(lambda: len(app.all('button', 'It Does Not Rest on This')) == count, 'the sentence again')

        # What is seen, for another program.
        path = self.folder / 'seen.graphml'
        n_seen = len(self.names(app))
        app.press(app.find('toggle button', 'Layout, Play and Save'))
        app.press(app.find('menu item', 'Save What Is Shown'))
        app.press(app.find('menu item', 'GraphML…'))
        app.find(None, 'Save What the Graph Shows')
        app.key('ctrl+a')
        harness.xdotool('type', '--delay', 20, str(path))
        app.key('Return')
        wait(path.exists, 'the file')
        app.has_text('What the graph shows was saved')
        counts = subprocess.run([str(harness.BUILD / 'tests/display/read-graphml'), str(path)], check=True,
                                capture_output=True, text=True).stdout.split()
        self.assertEqual(int(counts[0]), n_seen)
        self.assertGreater(int(counts[1]), 0)
        app.quit()

    def test_screen_reader(self):
        app, graph = self.open_graph()
        names = self.names(app)
        for name in names:
            self.assertRegex(name, r'^.+, .+, \d+ mentions?, Tied to \d+ others?')
        app.tab_to(graph)
        first = harness.focus[-1]
        app.key('ctrl+Right')
        app.find('button', 'It Does Not Rest on This')
        app.key('ctrl+Return')  # to the other end
        wait(lambda: harness.focus[-1] != first and harness.focus[-1].get_role_name() == 'option pane',
             'the focus to follow the relation')
        app.press(app.find('radio button', 'Table'))
        app.find('tree table', 'Actors')
        app.find('tree table', 'Relations')
        app.quit()


harness.main()
