# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading and marking by hand, on the real window: a walk as a paralegal makes it, and articles without the reader's
model."""

import os

import harness
from harness import wait

TITLE = 'The Ledger of Corvane'
ARTICLE = TITLE + '''

The harbour office of Corvane kept two ledgers. Mira Oskel found the second one behind a stove.

Orbel Freight paid the office in silver. The payments were noted in the second ledger alone.
'''


class ReadingTest(harness.TestCase):

    def open_article(self):
        article = self.write('ledger.txt', ARTICLE)
        app = self.start('--new', article)
        text = app.find('text', TITLE)
        app.tab_to(text)
        return app, text

    def mark_at(self, app, text, words, kind):
        text.clear_cache()
        start = app.words(text).index(words)
        return harness.Atspi.Text.get_text_attribute_value(text, start, 'sayso-' + kind) or ''

    def drag_end(self, app, text, last, to):
        """Drags the handle after the last word on to the end of other words, which begin with it."""
        start = app.words(text).index(to)
        frame = app.find('frame').get_component_iface().get_extents(harness.Atspi.CoordType.WINDOW)
        edge = -2 * frame.x  # what is drawn around the window; GTK counts places from within it
        ends = []
        for words in (last, to):
            place = harness.Atspi.Text.get_character_extents(text, start + len(words) - 1, harness.Atspi.CoordType.WINDOW)
            ends.append((edge + place.x + place.width, edge + place.y + place.height))
        (x, y), (to_x, to_y) = ends
        harness.xdotool('mousemove', x + 1, y, 'mousedown', 1)
        for step in range(1, 11):
            harness.xdotool('mousemove', x + (to_x - x) * step // 10, y - 8 + (to_y - y) * step // 10)
        harness.xdotool('mouseup', 1)

    def click(self, node):
        extents = node.get_component_iface().get_extents(harness.Atspi.CoordType.WINDOW)
        harness.xdotool('mousemove', extents.x + extents.width // 2, extents.y + extents.height // 2, 'click', 1)

    def test_reduced_motion(self):
        """Without animations what changes is there at once: marks, panes, the timeline, the graph and the article."""
        self.still()
        days = '\n\n'.join(f'On {day} May 2014 Mira Oskel of Orbel Freight visited the harbour office of Corvane.'
                           for day in range(1, 29))
        told = 'Two officials told the Corvane Courier that Orbel Freight paid the harbour office.'
        app = self.start('--new', self.write('days.txt', '\n\n'.join((TITLE, told, days))))
        text = app.find('text', TITLE)
        wait(lambda: not app.all('button', 'Stop adding articles'), 'the import to end')
        harness.xdotool('mousemove', 1270, 2)  # nothing is hovered
        screen = harness.Screen()
        article, timeline, graph = (280, 170, 640, 350), (160, 620, 1000, 160), (280, 130, 600, 500)
        wait(lambda: len(screen.states(lambda: None, (0, 0, 1280, 800))) == 1, 'the window to be at rest')

        def at_once(area, *keys):
            states = screen.states(lambda: app.key(*keys), area)
            with self.subTest(keys):
                self.assertGreater(len(states), 1, 'nothing changed')
                # The last one: labels are placed anew, or the layout of a worker thread comes.
                self.assertLessEqual(len(states), 3, 'it moved')

        app.tab_to(text)
        at_once(article, 'ctrl+shift+m')
        at_once(article, 'ctrl+m')
        app.key('ctrl+f')
        app.type('On 27 May')
        app.has_text('1 of 1')
        app.key('Escape', 'ctrl+Home')
        at_once(article, 'ctrl+g')  # far below
        at_once((0, 0, 260, 500), 'F9')
        at_once((960, 0, 300, 500), 'alt+Return')
        app.tab_to(app.find('list', 'Events by time'))
        at_once(timeline, 'plus')
        at_once((0, 560, 1270, 180), 'F4')
        app.key('ctrl+3')
        app.tab_to(app.find('list box', 'Actors and their relations'))
        wait(lambda: len(screen.states(lambda: None, graph)) == 1, 'the graph to be at rest')
        at_once(graph, 'plus')
        app.quit()

    def test_event_by_hand(self):
        app, text = self.open_article()
        wait(lambda: not app.all('button', 'Stop adding articles'), 'the import to end')
        app.select(text, 'paid')
        app.find('button', 'Event (E)')
        app.key('e')
        title = app.find('text', 'What Happened')
        self.assertEqual(app.words(title), 'paid')
        app.key('ctrl+a')
        app.type('Orbel pays the office')
        app.key('Tab')
        app.type('early March 2015')
        app.has_text('10 Mar')
        app.key('Return')
        app.has_text('Event added.')
        app.find('label', 'Orbel pays the office')

        # Its words were too few: one more by key, the rest by dragging the handle at the end.
        app.tab_to(text)
        app.key('Return')
        app.key('shift+alt+Right')
        wait(lambda: 'Orbel pays' in self.mark_at(app, text, 'the office in', 'event'),
             'the event to go on to the next word')
        self.drag_end(app, text, 'the', 'the office in silver')
        wait(lambda: 'Orbel pays' in self.mark_at(app, text, 'silver', 'event'),
             'the event to go on to where it was dragged')
        app.key('ctrl+z')
        wait(lambda: 'Orbel pays' not in self.mark_at(app, text, 'silver', 'event'), 'the handle to go back')
        app.key('ctrl+z')
        wait(lambda: 'Orbel pays' not in self.mark_at(app, text, 'the office in', 'event'),
             'the end to be where it was')

        # A note on words that are no item's, in the margin and in the inspector.
        app.select(text, 'behind a stove')
        app.key('n')
        app.find('text', 'Note on “behind a stove”')
        app.type('Which stove?')
        app.key('ctrl+Return')
        app.find('label', 'Which stove?')
        app.find('button', '“behind a stove”')
        app.tab_to(text)
        app.key('ctrl+z')
        wait(lambda: not app.all('label', 'Which stove?'), 'the note to be taken back')
        app.select(text, 'paid')
        app.key('Left', 'Return')
        app.find('label', 'Orbel pays the office')

        # A note on it, then both are taken back.
        app.press(app.find('button', 'Note…'))
        app.find('text', lambda name: name is not None and name.startswith('Note on'))
        app.type('Ask the freight clerk')
        app.key('ctrl+Return')
        app.has_text('Note added.')
        app.find('label', 'Ask the freight clerk')
        app.key('ctrl+z')
        wait(lambda: not app.all('label', 'Ask the freight clerk'), 'the note to be taken back')
        app.key('ctrl+z')
        wait(lambda: not app.all('label', 'Orbel pays the office'), 'the event to be taken back')
        app.quit()

    def test_tag_by_keyboard(self):
        app, text = self.open_article()
        wait(lambda: not app.all('button', 'Stop adding articles'), 'the import to end')
        app.select(text, 'silver')
        app.key('g')
        app.find('text', 'Tag')
        app.type('follow the money')
        app.key('Return')
        app.has_text('Tag added.')
        app.find('button', 'Remove Tag “follow the money”')
        app.quit()

    def test_two_articles(self):
        first = self.write('ledger.txt', ARTICLE)
        second = self.write('stove.txt', 'The Stove of Corvane\n\nThe stove was sold in June 2015.\n')
        app = self.start('--new', first, second)
        row = app.find('list item', 'The Stove of Corvane')
        wait(lambda: not app.all('button', 'Stop adding articles'), 'the import to end')
        self.click(app.find('list item', TITLE))
        app.find('text', TITLE)
        app.key('ctrl+b')
        wait(lambda: len(app.all('text', TITLE)) == 2, 'the article to be there twice')
        self.click(row)
        app.find('text', 'The Stove of Corvane')
        self.assertEqual(len(app.all('text', TITLE)), 1)
        app.press(app.find('button', 'Close This Article'))
        wait(lambda: not app.all('text', TITLE), 'the kept article to go')
        app.quit()

    def test_without_the_model(self):
        os.environ['SAYSO_MODEL'] = '/nonexistent/en.onnx'
        try:
            app, text = self.open_article()
        finally:
            os.environ['SAYSO_MODEL'] = self.model
        app.has_text('model is missing')
        app.find('button', 'Try Again')
        app.select(text, 'Mira Oskel')
        app.key('a')
        app.find('text', 'Name')
        app.key('Return')
        app.has_text('Actor added.')
        app.find('label', 'Mira Oskel')
        app.quit()

    def test_marks_are_told(self):
        app, text = self.open_article()
        wait(lambda: not app.all('button', 'Stop adding articles'), 'the import to end')
        app.select(text, 'Mira Oskel')
        app.key('a')
        app.find('text', 'Name')
        app.key('Return')
        app.has_text('Actor added.')
        start = app.words(text).index('Mira')

        def attribute():
            text.clear_cache()
            return harness.Atspi.Text.get_text_attribute_value(text, start, 'sayso-actor')
        wait(lambda: 'Mira Oskel' in (attribute() or ''), 'the actor among the text attributes')
        app.quit()

    def setUp(self):
        super().setUp()
        self.model = os.environ.get('SAYSO_MODEL', '')


harness.main()
