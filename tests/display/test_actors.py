#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The view of actors, as an analyst uses it and as a screen reader reads it. What it writes is
read back by another program."""

import itertools
import pathlib
import shutil
import subprocess

import harness
from harness import wait

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'sample'
GRAPH = 'Actors and their relations'
READER = harness.BUILD / 'tests/display/graph-reader'


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

    def step(self, app, key):
        """What is said of the actor that an arrow key leads to; None where there is none on that side."""
        seen = len(harness.focus)
        app.key(key)
        try:
            wait(lambda: len(harness.focus) > seen and ',' in harness.focus[-1].get_name(), 'the focus on an actor', 2)
        except AssertionError:
            return None
        return harness.focus[-1].get_name()

    def find_product(self, app):
        """Goes from actor to actor until one is a product; the names of the one before, and of it."""
        before = self.step(app, 'Right')
        for key in itertools.islice(itertools.cycle(('Right', 'Down', 'Left', 'Left', 'Up', 'Right')), 60):
            here = self.step(app, key)
            if here is None:
                continue
            if ', product, ' in here and before is not None and ', product, ' not in before:
                return before.split(', ')[0], here.split(', ')[0]
            before = here
        self.fail('no product was passed')

    def save_graph(self, app, name):
        """Nodes, edges and their weight in what is saved of the graph, as igraph counts them."""
        target = self.folder / name
        app.menu('Layout, Play and Save', 's', 'g')
        app.find('dialog', 'Save What the Graph Shows')
        harness.xdotool('search', '--sync', '--name', '^Save What the Graph Shows$', 'windowfocus', '--sync')
        app.key('ctrl+a')
        app.type(str(target))
        app.key('Return')
        wait(lambda: target.exists() and not app.has_dialog('Save What the Graph Shows'), 'the file to be written')
        harness.xdotool('windowfocus', '--sync', app.window)  # there is no window manager to give it back
        read = subprocess.run([READER, target], capture_output=True, text=True, check=True).stdout.split()
        return tuple(int(number) for number in read)

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
        for kind in ('organisation', 'outlet', 'group', 'person', 'product', 'place', 'not named'):
            self.toggle(app, app.find('check box', kind))
        app.key('Escape')
        wait(lambda: sorted(self.names(app)) == sorted(everybody), 'everybody')

        # A product is taken for another actor, then told apart again.
        app.tab_to(app.find('list box', GRAPH))
        into, product = self.find_product(app)
        app.key('m')
        app.has_text('What Speaks Against It')
        app.press(app.find('button', 'Merge'))
        gone = lambda: {into, product} - {name.split(', ')[0] for name in self.names(app)}
        wait(gone, 'one actor less')
        hidden = gone()
        app.tab_to(app.find('list box', GRAPH))
        app.key('s')
        for name in hidden:
            self.toggle(app, app.find('check box', name))
        app.press(app.find('button', 'Split'))
        wait(lambda: sorted(name.split(', ')[0] for name in self.names(app)) ==
             sorted(name.split(', ')[0] for name in everybody), 'both actors')

        # A relation that rests on several sentences loses one, and gets it back; the graph that is saved says so.
        nodes, edges, weight = self.save_graph(app, 'before.graphml')
        self.assertEqual(nodes, len(self.names(app)))
        app.tab_to(app.find('list box', GRAPH))
        for _ in range(40):
            app.key('ctrl+Right')
            rejects = wait(lambda: app.all('button', 'It Does Not Rest on This'), 'the sentences of a relation')
            if len(rejects) > 1:
                break
        count = len(rejects)
        self.assertGreater(count, 1)
        app.press(rejects[0])
        wait(lambda: len(app.all('button', 'It Does Not Rest on This')) == count - 1, 'one sentence less')
        self.assertEqual(self.save_graph(app, 'thinner.graphml'), (nodes, edges, weight - 1))
        app.key('ctrl+z')
        wait(lambda: len(app.all('button', 'It Does Not Rest on This')) == count, 'the sentence again')
        self.assertEqual(self.save_graph(app, 'after.graphml'), (nodes, edges, weight))
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
        app.press(app.find('radio button', 'Graph'))
        wait(lambda: sorted(self.names(app)) == sorted(names), 'the graph again')
        self.brush(app, names)
        app.quit()

    def brush(self, app, everybody):
        """A range of time that is brushed on the timeline filters library, claims and graph, until it is cleared."""
        undisputed = lambda: int(app.find('toggle button', lambda name: (name or '').startswith('Undisputed, ')).get_name().split()[-1])
        claims = lambda: {node.get_name() for node in app.all('list item', within=app.find('list', 'Claims'))}
        before = undisputed()
        app.key('ctrl+2')
        told = wait(claims, 'the claims')
        app.press(app.find('button', 'Show Timeline'))
        app.tab_to(app.find('list', 'Events by time'))
        app.key('plus', 'plus', 'plus', 'b')
        app.press(app.find('button', lambda name: (name or '').startswith('Show Only')))
        wait(lambda: undisputed() < before, 'the library to count less')
        wait(lambda: claims() != told, 'other claims')
        app.key('ctrl+3')
        wait(lambda: 0 < len(self.names(app)) < len(everybody), 'less of the graph')
        app.press(app.find('button', 'Clear Range'))
        wait(lambda: sorted(self.names(app)) == sorted(everybody) and undisputed() == before, 'everybody again')


harness.main()
