#!/usr/bin/env python3
# score.py
#
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs sayso-cli over the small affairs in affairs/ and compares what it finds with what was written down beside them:
#   score.py SAYSO-CLI [--open | --held | --new] [--verbose] [NAME...]
#
# An affair: "@ OUTLET | DATE | AUTHOR" begins an article, "= TITLE" is its title, each further line a paragraph.
# {KEY|...} marks what tells the claim KEY; what is not marked tells none of them. "! KEY: origins N" gives the true
# number of independent origins, "! conflict A B CLASS" two claims that do not fit together. "held: no" was worked with,
# "held: yes" kept until the end once, "held: new" is kept still and only counted where --new asks.

import argparse, collections, html, itertools, json, os, pathlib, re, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent


class Article:
    def __init__(self, line):
        self.outlet, self.date, self.author = (part.strip() for part in line.split('|'))
        self.title, self.paragraphs = '', []

    def plain(self):
        return [re.sub(r'\{\w+\|([^}]*)\}', r'\1', p) for p in self.paragraphs]

    def marks(self):
        return [(key, squeeze(words)) for p in self.paragraphs for key, words in re.findall(r'\{(\w+)\|([^}]*)\}', p)]

    def page(self):
        text = ''.join(f'<p>{html.escape(p)}</p>' for p in self.plain())
        return (f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(self.title)}</title>'
                f'<meta property="og:title" content="{html.escape(self.title)}">'
                f'<meta property="og:site_name" content="{html.escape(self.outlet)}">'
                f'<meta property="article:published_time" content="{self.date}">'
                + (f'<meta name="author" content="{html.escape(self.author)}">' if self.author else '') +
                f'</head><body><article><h1>{html.escape(self.title)}</h1>{text}</article></body></html>')


def squeeze(words):
    return re.sub(r'\W+', '', words).lower()


class Affair:
    def __init__(self, path):
        self.name, self.articles, self.origins, self.conflicts, self.part = path.stem, [], {}, [], 'open'
        for line in path.read_text('utf-8').splitlines():
            if line.startswith('held:'):
                self.part = {'no': 'open', 'yes': 'held', 'new': 'new'}[line.split(':')[1].strip()]
            elif line.startswith('@'):
                self.articles.append(Article(line[1:]))
            elif line.startswith('='):
                self.articles[-1].title = line[1:].strip()
            elif line.startswith('! conflict'):
                self.conflicts.append(tuple(line.split()[2:5]))
            elif line.startswith('!'):
                key, count = re.match(r'! (\w+): origins (\d+)', line).groups()
                self.origins[key] = int(count)
            elif line.strip() and not line.startswith('#'):
                self.articles[-1].paragraphs.append(line)

    def key_of(self, told):
        """The claim that a telling is of, and which passage: or None and the sentence."""
        title, outlet = squeeze(told['title']), squeeze(told['outlet'] or '')
        article = next(a for a in self.articles if squeeze(a.title) == title and squeeze(a.outlet) == outlet)
        words = squeeze(told['quote'])
        best = max(article.marks(), key=lambda m: overlap(m[1], words), default=None)
        number = self.articles.index(article)
        if best and overlap(best[1], words) > 0.5:
            return best[0], (number, best[1])
        return None, (number, words)


def overlap(a, b):
    if a in b or b in a:
        return min(len(a), len(b)) / max(1, min(len(a), len(b)))
    return 0


def run(cli, *arguments):
    done = subprocess.run([cli, *map(str, arguments)], stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def found(cli, affair):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        files = []
        for i, article in enumerate(affair.articles):
            files.append(folder / f'{i}.html')
            files[-1].write_text(article.page(), 'utf-8')
        book = folder / 'affair.sayso'
        subprocess.run([cli, 'import', book, *files], stdout=subprocess.DEVNULL, check=True)
        return run(cli, 'origins', '--json', book), run(cli, 'conflicts', '--json', book)


class Score:
    def __init__(self):
        self.exact = self.inside = self.claims = 0
        self.links = collections.Counter()
        self.conflicts = collections.Counter()
        self.classes = 0

    def add(self, affair, stories, clashes, say):
        truth, got = set(), set()
        for a, b in itertools.combinations(range(len(affair.articles)), 2):
            for (key, words), (other, others) in itertools.product(affair.articles[a].marks(), affair.articles[b].marks()):
                if key == other:
                    truth.add(((a, words), (b, others)))
        by_key = collections.defaultdict(list)
        for story in stories:
            places = [(affair.key_of(told), told) for told in story['told']]
            for (key, _), _ in places:
                by_key[key].append(story)
            for ((key_x, x), _), ((key_y, y), _) in itertools.combinations(places, 2):
                # What is repeated word for word is the same without a mark.
                if x[0] != y[0] and (x[1] != y[1] or key_x or key_y):
                    got.add((min(x, y), max(x, y)))
        truth = {(min(p), max(p)) for p in truth}
        self.links.update(right=len(truth & got), missed=len(truth - got), false=len(got - truth))
        for kind, pairs in (('missed', truth - got), ('false', got - truth)):
            for x, y in sorted(pairs):
                say(f'  link {kind}: {x[0]}:{x[1][:60]} ~ {y[0]}:{y[1][:60]}')

        for key, count in affair.origins.items():
            in_articles = {i for i, a in enumerate(affair.articles) if any(k == key for k, _ in a.marks())}
            if len(in_articles) < 2:
                continue
            self.claims += 1
            if not by_key[key]:
                say(f'  {key}: no story, true {count}')
                continue
            story = max(by_key[key], key=by_key[key].count)
            self.exact += story['origins'] == count
            self.inside += story['least'] <= count <= story['most']
            if story['origins'] != count or not story['least'] <= count <= story['most']:
                say(f'  {key}: {story["origins"]} ({story["least"]} to {story["most"]}), true {count}')
                for told in story['told']:
                    say(f'      {told["outlet"]}: {told["way"]} {told["source_kind"]} {told["source"]}')
        pairs = {frozenset(c[:2]): c[2] for c in affair.conflicts}
        seen = set()
        for clash in clashes:
            sides = [affair.key_of(side) for side in clash['sides']]
            keys = frozenset(key or place for key, place in sides)
            if keys in seen:
                continue
            seen.add(keys)
            right = keys in pairs
            self.conflicts['right' if right else 'false'] += 1
            self.classes += right and clash['class'] == pairs[keys]
            if not right:
                say(f'  conflict false ({clash["sort"]}): ' + ' ~ '.join(side['quote'][:70] for side in clash['sides']))
        for keys in pairs:
            if keys not in seen:
                self.conflicts['missed'] += 1
                say(f'  conflict missed: {sorted(keys)}')

    def show(self, name):
        def ratios(c):
            precision = c['right'] / max(1, c['right'] + c['false'])
            recall = c['right'] / max(1, c['right'] + c['missed'])
            return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

        links, conflicts = ratios(self.links), ratios(self.conflicts)
        n = max(1, self.claims)
        print(f'{name}: origins exact {self.exact / n:.2f}, inside bounds {self.inside / n:.2f} (of {self.claims}); '
              f'links precision {links[0]:.2f}, recall {links[1]:.2f}, F1 {links[2]:.2f}; conflicts precision '
              f'{conflicts[0]:.2f}, recall {conflicts[1]:.2f} ({dict(self.conflicts)}, class right {self.classes})')
        return self.exact / n, self.inside / n, links[2], conflicts[0], conflicts[1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('cli')
    parser.add_argument('names', nargs='*')
    parser.set_defaults(part=None)
    for part, what in (('open', 'what was worked with'), ('held', 'what was kept for the end'), ('new', 'what is kept still')):
        parser.add_argument(f'--{part}', dest='part', action='store_const', const=part, help=f'only {what}')
    parser.add_argument('--verbose', action='store_true')
    parser.add_argument('--least', type=float, nargs=5, metavar=('EXACT', 'INSIDE', 'F1', 'PRECISION', 'RECALL'))
    options = parser.parse_args()
    score = Score()
    for path in sorted((HERE / 'affairs').glob('*.txt')):
        affair = Affair(path)
        if options.names and not any(name in affair.name for name in options.names):
            continue
        if affair.part != options.part and (options.part or affair.part == 'new'):
            continue
        if options.verbose:
            print(affair.name)
        score.add(affair, *found(options.cli, affair), print if options.verbose else lambda line: None)
    figures = score.show(options.part or 'all')
    if options.least and any(figure < least for figure, least in zip(figures, options.least)):
        sys.exit(1)


if __name__ == '__main__':
    main()
