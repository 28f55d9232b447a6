#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a careful reader finds in the article this program was made for, where that lies beside the source tree: it is not
part of it. test_seed.py SAYSO-CLI"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

SKIP = 77
CLI = sys.argv[1]

# Who tells what, from the outlet to the far end: words of each claim, and of everybody in its chain. None: nobody is named.
CHAINS = [
    ('Has Been Repeatedly Targeted', None),
    ('42 countries', 'Kaspersky Lab'),
    ('a lengthy article', 'Intercept'),
    ('British spies aimed', 'Intercept', 'warrant renewal request'),
    ('has also studied', 'Intercept', 'draft top-secret report'),
    ('emails inbound', 'Intercept', None),
    ('nsubstantiated and anonymous claims', 'Wall Street Journal', 'anonymous'),
    ('aggressive sales pitches', 'CyberScoop', 'multiple U.S. officials'),
    ('leverage their product', 'CyberScoop', 'Kaspersky representatives'),
    ('intrigued by the offer', 'CyberScoop', 'current U.S. intelligence officials'),
    ('spying tool', 'CyberScoop', 'current U.S. intelligence officials', 'technical members'),
    ('due diligence', 'CyberScoop', 'U.S. intelligence official'),
    ('The flirtation', 'CyberScoop'),
    ('breached by a State actor', 'Kaspersky Lab'),
]

SEED = next((root / 'shared/seed/kaspersky.txt' for root in pathlib.Path(__file__).resolve().parents
             if (root / 'shared/seed/kaspersky.txt').exists()), None)


def run(*arguments):
    done = subprocess.run([CLI, *map(str, arguments)], stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def main():
    if SEED is None:
        print('skipped: there is no shared/seed/kaspersky.txt beside the source tree')
        sys.exit(SKIP)
    with tempfile.TemporaryDirectory() as folder:
        book = os.path.join(folder, 'seed.sayso')
        subprocess.run([CLI, 'import', book, SEED], check=True, stdout=subprocess.DEVNULL)
        claims = run('list', '--json', book, 'claims')
        accounts = [account for claim in claims for account in told(book, claim['id'])]
        rest = [a for a in accounts if any((s['via'] or '').endswith('CyberScoop') for s in a['sources'])]
        assert rest, 'nothing rests on CyberScoop'
        for account in rest:
            assert account['origins'] == 1, (account['title'], account['origins'])
            for source in account['sources']:
                assert source['kind'] in ('anonymous', 'unknown') or \
                    (source['kind'] == 'named' and any(name in source['name'] for name in ('FSB', 'representatives'))), source
        print(f'{len(rest)} claims rest on CyberScoop, each with one origin')
        check_chains(claims)
        check_dates(book)
        check_surroundings(book)

        # The break-in was found out in June, and announced; the Moscow meeting, the pitches and what the first sentence
        # tells are known from later articles only.
        known = ' / '.join(event['title'] for event in run('list', '--json', '--query', 'known:2015-07-01', book, 'events'))
        for words in ('breached by the Israeli government', 'released a detailed report', '42 countries', 'Intercept published',
                      'announced that it had been breached', 'British spies'):
            assert words in known, (words, known)
        for words in ('Moscow', 'pitches', 'contractor', 'FBI'):
            assert words not in known, (words, known)
        learned = run('list', '--json', '--query', 'learned:2015-06 occurred:2014', book, 'events')
        assert [event['title'] for event in learned] == ['Kaspersky Lab’s corporate network was breached by the Israeli government']


def chain_of(claims, claim):
    names = []
    while claim is not None:
        names.insert(0, claim['source_name'] if claim['source_kind'] != 'author' else None)
        claim = next((other for other in claims if other['id'] == claim['parent']), None)
    return names


def check_chains(claims):
    drawn = [(claim['title'], chain_of(claims, claim)) for claim in claims]
    for words, *chain in CHAINS:
        assert any(words in title and len(names) == len(chain) and
                   all((name is None) == (wanted is None) and (name is None or wanted in name) for name, wanted in zip(names, chain))
                   for title, names in drawn), (words, chain, [names for title, names in drawn if words in title])
    # Whatever is told of whom CyberScoop heard it from begins with CyberScoop.
    for title, names in drawn:
        assert len(names) < 2 or names[0] in ('CyberScoop', 'Intercept', 'Wall Street Journal'), (title, names)
    print(f'{len(CHAINS)} chains are drawn as a careful reader draws them')


def check_dates(book):
    """A report and what it reports, a break-in and its discovery, keep dates of their own."""
    def found(query):
        return [event['title'] for event in run('list', '--json', '--query', query, book, 'events')]

    assert any('42 countries' in title for title in found('occurred:2003 reported:2015-02'))
    assert not any('report' in title for title in found('occurred:2003'))
    assert any('released a detailed report' in title for title in found('reported:2015-02'))
    assert any('was breached by the Israeli' in title for title in found('occurred:2014-08 learned:2015-06'))
    assert not any('discovered' in title or 'announced' in title for title in found('occurred:2014'))
    assert any('announced that it had been breached' in title for title in found('reported:2015-06-15'))


def check_surroundings(book):
    """Around the meeting in Moscow: the break-in, found out in June, and its announcement a month before."""
    meeting = next(event for event in run('list', '--json', book, 'events') if 'Moscow' in event['title'])
    around = {near['title']: near for near in run('origins', '--json', '--event', book, meeting['id'])[0]['around']}
    for words, least, most in (('was breached by the Israeli government', 11, 414), ('discovered that', 11, 49),
                               ('announced that it had been breached', 21, 39)):
        near = next((near for title, near in around.items() if words in title), None)
        assert near is not None, (words, list(around))
        assert not near['after'] and (near['least_days'], near['most_days']) == (least, most), near
    print(f'{len(around)} events around the meeting in Moscow')


def told(book, claim):
    done = subprocess.run([CLI, 'origins', '--json', book, str(claim)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True, check=False)
    return [json.loads(line) for line in done.stdout.splitlines()]


main()
