# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs sayso-cli for the tests beside this file; the program is the first argument of a test script."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))

BRIDGE = """Cracks found in Orva bridge

By Ada Marsh
Published: 4 March 2015

PORT ELLERY — The Ministry of Works closed the bridge over the Orva on 3 March 2015, after an inspection by Lindqvist
Engineering found cracks in two of its seven piers.

"We were not told," said Tove Lind, the mayor of Port Ellery. Two officials said that the ministry had known of the
cracks since January 2015.

On 12 February 2015 Lindqvist Engineering sent its report to the ministry, according to a draft of the report.
"""

FERRY = """Ferry line to open again

The ferry between Port Ellery and Marsk will sail again from 1 April 2015, said its owner, Nils Okoye.

Okoye Lines bought the boats in 2014. The company had asked the Ministry of Works for help, officials said.
"""


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="sayso-cli-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.bridge = self.write("bridge.txt", BRIDGE)
        self.ferry = self.write("ferry.txt", FERRY)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return self.path(name)

    def run_cli(self, *arguments, status=0, text=None, timeout=120, **options):
        """Runs it, checks its exit status, and returns what it printed."""
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, env=environment, cwd=self.folder,
                              timeout=timeout, **({"stdin": subprocess.DEVNULL} if text is None else
                                              {"input": text.encode() if isinstance(text, str) else text}), **options)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        self.stderr = done.stderr.decode()
        return done.stdout.decode()

    def lines(self, *arguments, **options):
        """The same for what prints a JSON object a line."""
        out = self.run_cli(*arguments, **options)
        self.assertTrue(out == "" or out.endswith("\n"))
        return [json.loads(line) for line in out.splitlines()]


def solid(text):
    return "".join(text.split())


def main():
    unittest.main(verbosity=2)
