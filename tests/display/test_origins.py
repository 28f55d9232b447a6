# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reporter with three articles that repeat one story: how many origins there are, why, and how to overrule it."""

import os
import pathlib
import subprocess

import harness
from harness import wait

PAGE = '''<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{date}"></head>
<body><article><h1>{title}</h1>{text}</article></body></html>'''

ARTICLES = [
    ('The Quarry Mail', '2031-05-02', 'Lime Company Bribed Inspector, Officials Say',
     'Two officials said that Dorran Lime paid an inspector of the mining office 80,000 crowns in March 2031 to overlook a '
     'collapsed gallery.'),
    ('Northern Courier', '2031-05-03', 'Report: Inspector Took Money From Dorran Lime',
     'Dorran Lime paid an inspector of the mining office 80,000 crowns to overlook a collapsed gallery, The Quarry Mail '
     'reported on Friday.'),
    ('Weekend Record', '2031-05-05', 'A Gallery Nobody Saw',
     'Dorran Lime paid an inspector of the mining office 80,000 crowns to overlook a collapsed gallery, according to The '
     'Quarry Mail.'),
]


class OriginsTest(harness.TestCase):

    def import_all(self, app):
        files = []
        for i, (outlet, date, title, text) in enumerate(ARTICLES):
            files.append(self.write(f'{i}.html', PAGE.format(outlet=outlet, date=date, title=title, text=f'<p>{text}</p>')))
        harness.drag(app, 'files', *files)
        for _, _, title, _ in ARTICLES:
            app.has_text(title)
        wait(lambda: not app.all('button', 'Stop adding articles'), 'the import to end')

    def show_claim(self, app):
        app.press(app.find('page tab', 'Claims'))
        row = app.find('list item', lambda name: name is not None and '80,000 crowns' in name and 'Anonymous' in name,
                       what='the anonymous claim')
        self.click(row)
        return row

    def click(self, node):
        extents = node.get_component_iface().get_extents(harness.Atspi.CoordType.WINDOW)
        harness.xdotool('mousemove', extents.x + extents.width // 2, extents.y + 12, 'click', 1)

    def picture(self, name):
        folder = os.environ.get('SAYSO_PICTURES')
        if folder:
            subprocess.run(['import', '-window', 'root', os.path.join(folder, name + '.png')], check=False)

    def link_claims(self, app):
        """By the menu: one claim is remembered, another opened; what links them is told at both ends, and taken back."""
        app.menu('Link', 'r')
        app.has_text('Now open the claim to link it to.')
        other = app.find('list item', lambda name: name is not None and '80,000 crowns' in name and 'Anonymous' not in name,
                         what='another claim')
        self.click(other)
        app.find('toggle button', 'Link', within=other)
        app.menu('Link', 's')
        app.find('button', lambda name: name is not None and name.startswith('Supports “'), what='the link')
        self.picture('origins-linked')
        self.show_claim(app)
        app.find('button', lambda name: name is not None and name.startswith('Supported by “'), what='the link’s other end')
        app.press(app.find('button', lambda name: name is not None and name.startswith('Remove Link: Supported by “'),
                           what='the button that removes it'))
        wait(lambda: not app.all('button', lambda name: name is not None and name.startswith('Supported by “')),
             'the link to be gone')
        app.key('ctrl+z')
        app.find('button', lambda name: name is not None and name.startswith('Supported by “'), what='the link again')
        app.key('ctrl+shift+z')
        wait(lambda: not app.all('button', lambda name: name is not None and name.startswith('Supported by “')),
             'the link to be gone for good')

    def test_three_articles_one_origin(self):
        app = self.start()
        app.has_text('Drop Articles Here')
        self.import_all(app)

        # Opens one of them, and there the claim that rests on nobody named.
        outlet, _, title, text = ARTICLES[0]
        self.click(app.find('list item', lambda name: name is not None and name.startswith(title), what=title))
        reading = app.find('text', title)
        wait(lambda: text.split()[0] in app.words(reading), 'the article to be open')
        row = self.show_claim(app)
        app.has_text('3 articles, 1 origin')
        app.has_text('Why one: ')
        # The chain: who carries it, the first outlet, the origin; each box says what its arrow shows.
        for name in ('Two officials', outlet, 'Northern Courier'):
            app.find('button', lambda found, name=name: found is not None and found.startswith(name), within=row, what=name)
        app.has_text('Northern Courier cites The Quarry Mail.')
        app.find('button', lambda name: name is not None and name.startswith('Weekend Record'), what='Weekend Record’s box')
        self.picture('origins-one')

        app.press(app.find('button', 'Overrule…'))
        dialog = app.find('dialog', 'Overrule Origins')
        choices = app.find('grouping', 'Weekend Record', within=dialog)
        self.picture('origins-overrule')
        app.press(app.find('radio button', 'Independent', within=choices))
        app.press(app.find('button', 'Overrule'))
        app.has_text('3 articles, 2 origins')
        self.picture('origins-two')

        app.key('ctrl+z')
        app.has_text('3 articles, 1 origin')
        self.link_claims(app)
        app.quit()

        app = self.start()
        self.show_claim(app)
        app.has_text('3 articles, 1 origin')
        # Not one of its backups, which lie near.
        book = next(pathlib.Path(os.environ['XDG_DATA_HOME'], 'sayso', 'casebooks').glob('*.sayso'))
        app.quit()
        log = subprocess.run([str(harness.BUILD / 'src/cli/sayso-cli'), 'log', book], capture_output=True, text=True,
                             check=True).stdout
        self.assertIn('Overrule Origins', log)


harness.main()
