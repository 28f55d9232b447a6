#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The view of actors, as an analyst chooses what it shows, and as a screen reader reads it."""

import pathlib
import shutil

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

    def test_agencies(self):
        app, graph = self.open_graph()
        everybody = self.names(app)

        # Agencies alone, and everybody again.
        app.press(app.find('toggle button', 'Choose What Is Shown'))
        for kind in ('organisation', 'outlet', 'group', 'person', 'product', 'place', 'not named'):
            app.tab_to(app.find('check box', kind))
            app.key('space')
        wait(lambda: self.names(app) and all(', state or agency,' in name for name in self.names(app)),
             'nobody but agencies')
        app.key('Escape')
        app.press(app.find('button', 'Reset'))
        wait(lambda: sorted(self.names(app)) == sorted(everybody), 'everybody')

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
