# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_manual.py CLI MANUAL: the manual page names every command and every option, and none that there is not."""

import re
import subprocess
import sys
import unittest


def help_of(*arguments):
    return subprocess.run([CLI, *arguments, "--help"], capture_output=True, text=True, check=True,
                          env={"LC_ALL": "C.UTF-8"}).stdout


def plain(text):
    """A manual page without its requests and escapes."""
    text = re.sub(r"\\f[BIR]", "", text).replace("\\-", "-")
    return re.sub(r"^\.(B|I|BR|RB|BI|IR|TP|RS|RE|SH|PP)\b *", "", text, flags=re.M).replace('"', "")


class Manual(unittest.TestCase):
    def test_commands_and_options(self):
        with open(MANUAL, encoding="utf-8") as file:
            manual = file.read()
        synopsis = plain(manual[manual.index(".SH SYNOPSIS"):manual.index(".SH DESCRIPTION")])
        commands = re.findall(r"^  (\w+) +[A-Z]", help_of(), re.M)
        self.assertGreater(len(commands), 12)
        self.assertEqual(sorted(set(re.findall(r"^sayso-cli (\w+)", synopsis, re.M))), sorted(commands))

        sections = re.split(r"^\.TP\n\.B (%s)$" % "|".join(commands),
                            manual[manual.index(".SH COMMANDS"):manual.index(".SH EXIT STATUS")], flags=re.M)
        described = dict(zip(sections[1::2], map(plain, sections[2::2])))
        for command in commands:
            options = set(re.findall(r"^ +(?:-\w, )?(--[\w-]+)", help_of(command), re.M)) - {"--help"}
            with self.subTest(command=command):
                self.assertIn(command, described)
                self.assertEqual(set(re.findall(r"^(?:-\w *, *)?(--[\w-]+)", described[command], re.M)) - {"--help", "--version"},
                                 options)


if __name__ == "__main__":
    CLI, MANUAL = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1])
