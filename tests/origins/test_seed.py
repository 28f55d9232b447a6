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
            kinds = {source['kind'] for source in account['sources']}
            assert kinds <= {'anonymous', 'unknown', 'named'}, (account['title'], kinds)
        print(f'{len(rest)} claims rest on CyberScoop, each with one origin')

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


def told(book, claim):
    done = subprocess.run([CLI, 'origins', '--json', book, str(claim)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True, check=False)
    return [json.loads(line) for line in done.stdout.splitlines()]


main()
