#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two walks through the real window, as people make them who have something else to do than to learn a program."""

import re
import time

import gi
gi.require_version('Poppler', '0.18')
from gi.repository import Poppler

import harness
from harness import wait

TITLE = 'The Second Ledger'
ARTICLE = '\n\n'.join(
    [TITLE,
     'The harbour office of Corvane kept two ledgers. Mira Oskel said that Orbel Freight had paid the office in silver.',
     'On 4 May 2014 the office bought a stove.']
    + [f'Page {number} of the ledger is about rope and tar, and goes on for a while, so that there is something to scroll.'
       for number in range(40)]
    + ['In June 2015 Orbel Freight denied the payments. Two officials told the Corvane Courier that the firm had lied.']
    + [f'Page {number} of the other ledger is about nothing else, and goes on for a while as well.' for number in range(20)])


class WalksTest(harness.TestCase):

    def start_with(self, *arguments):
        app = self.start(*arguments)
        text = app.find('text', TITLE)
        wait(lambda: not app.all('button', 'Stop adding articles'), 'the import to end')
        app.tab_to(text)
        return app, text

    def filter(self, app, name):
        return app.find('toggle button', lambda found: found is not None and found.startswith(name + ', '), what=name)

    def disputed(self, app):
        app.find('check box', 'Disputed')
        return app.all('check box', 'Disputed')[-1]  # the switch in its row

    def scrolled(self, app):
        text = app.find('text', TITLE)
        return app.find('scroll bar', within=text.get_parent()).get_value_iface().get_current_value()

    def test_paralegal(self):
        app, text = self.start_with('--new', self.write('ledger.txt', ARTICLE))
        app.select(text, 'kept two ledgers')
        app.find('button', 'Event (E)')
        app.key('e')
        title = app.find('text', 'What Happened')
        app.key('ctrl+a')
        app.type('The office keeps two ledgers')
        app.key('Tab')
        app.type('early March 2015')
        app.has_text('10 Mar')
        app.key('Return')
        app.has_text('Event added.')
        app.find('label', 'The office keeps two ledgers')

        # Its bounds show in the inspector and in the timeline.
        app.has_text('1 and 10 March 2015')
        events = app.find('list', 'Events by time')
        mine = lambda: app.all(None, lambda name: name is not None and 'The office keeps two ledgers' in name, within=events)
        wait(mine, 'the event in the timeline')

        app.press(self.disputed(app))
        app.has_text('Marked as disputed.')
        self.filter(app, 'Disputed')
        app.press(self.filter(app, 'Undisputed'))
        wait(lambda: not mine(), 'the timeline to show only what is undisputed')
        app.press(self.filter(app, 'Undisputed'))
        wait(mine, 'the timeline to show all again')

        app.tab_to(text)
        app.key('ctrl+z')
        wait(lambda: not self.disputed(app).get_state_set().contains(harness.Atspi.StateType.CHECKED),
             'the event to be undisputed again')
        app.key('ctrl+z')
        wait(lambda: not app.all('label', 'The office keeps two ledgers') and not mine(), 'the event to be taken back')

        # What is left is what was found; it goes on paper, with the list of claims and who makes them.
        target = self.folder / 'out.pdf'
        app.menu('Article Menu', 'd', 'm')
        app.find('dialog', 'Save as PDF')
        harness.xdotool('search', '--sync', '--name', '^Save as PDF$', 'windowfocus', '--sync')
        app.key('ctrl+a')
        app.type(str(target))
        app.key('Return')
        # GTK's own dialog cannot be looked at through AT-SPI while it goes away.
        wait(lambda: target.exists() and not app.has_dialog('Save as PDF'), 'the file to be written')
        app.has_text('Saved as PDF.')
        printed = Poppler.Document.new_from_file(target.as_uri(), None)
        words = ' '.join(' '.join(printed.get_page(page).get_text() for page in range(printed.get_n_pages())).split())
        self.assertIn('kept two ledgers', words)
        self.assertIn('Claims', words)
        listed = words[words.rindex('Claims'):]
        self.assertIn('Mira Oskel', listed)
        self.assertIn('paid the office in silver', listed)
        harness.xdotool('windowfocus', app.window)  # there is no window manager to give it back
        app.quit()

    def test_researcher(self):
        casebook = self.folder / 'ledger.sayso'
        app, text = self.start_with('--casebook', casebook, self.write('ledger.txt', ARTICLE))
        before = wait(lambda: next((name for name in [self.filter(app, 'To review').get_name()]
                                    if name != 'To review, 0'), None), 'what is to review to be counted')
        app.menu('Article Menu', 'c')
        app.has_text('suggestions confirmed.')
        self.filter(app, 'To review, 0'.rsplit(', ')[0])
        wait(lambda: app.all('toggle button', 'To review, 0'), 'nothing to be left to review')
        app.tab_to(text)
        app.key('ctrl+z')
        wait(lambda: app.all('toggle button', before), 'one step to take all of that back')

        app.key('ctrl+3')
        app.press(app.find('button', 'Zoom In'))
        app.press(app.find('button', 'Zoom In'))
        spot = wait(lambda: self.spot_at_rest(app), 'the graph to come to rest')
        app.key('ctrl+1')
        app.find('text', TITLE)
        app.select(text, 'denied the payments')
        app.key('g')
        app.find('text', 'Tag')
        app.type('denial')
        app.key('Return')
        app.has_text('Tag added.')

        # What is selected goes to other programs as text: the sentence it rests on, and its address. Not as a file,
        # which would be the casebook.
        *words, address = harness.drag_out(app, app.find('button', 'Copy, or Drag Out'))
        self.assertEqual(words, ['Orbel Freight denied the payments',
                                 '“In June 2015 Orbel Freight denied the payments.”', '— The Second Ledger'])
        self.assertRegex(address, re.escape(casebook.as_uri()) + '#event-[0-9]+$')
        app.tab_to(text)
        app.key('ctrl+Home')
        wait(lambda: self.scrolled(app) < 60, 'the article to be at its beginning')

        app.key('ctrl+shift+f')
        app.type('tag:denial after:2014')
        found = app.find('list', 'Found in the Casebook')
        wait(lambda: app.all('list item', within=found), 'a hit')
        app.key('Tab')
        wait(lambda: any(up == found for up in harness.ancestors(harness.focus[-1])), 'the focus to go to the hits')
        app.key('Return')
        wait(lambda: self.scrolled(app) > 500, 'the article to open at the hit')
        place = wait(lambda: self.at_rest(app), 'the article to come to rest')
        period = self.period(app)
        app.press(app.find('button', 'Zoom In'))
        wait(lambda: self.period(app) != period, 'the timeline to show less')
        app.key('F9')
        wait(lambda: not app.all('list', 'Articles'), 'the library to close')
        period = wait(lambda: self.period_at_rest(app), 'the timeline to come to rest')
        app.quit()

        again = self.start()
        again.find('text', TITLE)
        wait(lambda: abs(self.scrolled(again) - place) < 60, f'the article to be where it was, at {place}')
        again.find('button', 'Remove Tag “denial”')  # what was selected is so again
        wait(lambda: self.period(again) == period, f'the timeline to show {period}')
        self.assertEqual(again.all('list', 'Articles'), [])
        again.key('F9')
        found = again.find('list', 'Found in the Casebook')  # what was searched for still is
        wait(lambda: again.all('list item', within=found), 'a hit')
        again.key('ctrl+shift+f', 'Escape')
        again.find('list', 'Articles')
        again.key('ctrl+3')
        wait(lambda: all(abs(now - then) <= 4 for now, then in zip(self.spot_at_rest(again) or [999], spot)),
             f'the graph to show the same at {spot}')
        again.quit()

    def period(self, app):
        """What the timeline says that it shows."""
        return app.find('label', lambda name: name is not None and re.fullmatch(r'.*–.*\d{4}', name)).get_name()

    def period_at_rest(self, app):
        before = self.period(app)
        time.sleep(0.4)
        return before if self.period(app) == before else None

    def spot_at_rest(self, app):
        """Where the first actor of the graph stands on the screen, and how wide it is."""
        spots = []
        for _ in range(2):
            actor = app.find('option pane', within=app.find('list box', 'Actors and their relations'))
            box = actor.get_component_iface().get_extents(harness.Atspi.CoordType.WINDOW)
            spots.append((box.x, box.y, box.width))
            time.sleep(0.5)
        return spots[0] if spots[0] == spots[1] else None

    def at_rest(self, app):
        before = self.scrolled(app)
        time.sleep(0.3)  # an animation has no end to be heard of
        return before if self.scrolled(app) == before else None


harness.main()
