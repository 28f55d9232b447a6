# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""sayso-cli parse: CoNLL-U out of text, and filled into CoNLL-U."""

import unittest

from common import FERRY, Case

# Two words in one token, a word without space behind it, and an empty node, which is no word.
GIVEN = """# sent_id = a
# text = They can't sail.
1\tThey\t_\t_\t_\t_\t_\t_\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\t_\t_\t_\t_\t_\t_\t_\t_
3\tn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tsail\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
5\t.\t_\t_\t_\t_\t_\t_\t_\t_
5.1\tnothing\t_\t_\t_\t_\t_\t_\t_\t_

# sent_id = b
1\tFerries\t_\t_\t_\t_\t_\t_\t_\t_
2\twait\t_\t_\t_\t_\t_\t_\t_\t_

"""


def sentences(conllu):
    """Lists of the columns of each sentence's words; checks what every CoNLL-U file keeps to."""
    result = [[]]
    for line in conllu.split("\n"):
        if not line and result[-1]:
            result.append([])
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            assert len(columns) == 10, line
            if columns[0].isdigit():
                result[-1].append(columns)
    return [s for s in result if s]


class Parse(Case):
    def check_trees(self, found):
        for sentence in found:
            heads = [int(w[6]) for w in sentence]
            self.assertEqual([int(w[0]) for w in sentence], list(range(1, len(sentence) + 1)))
            self.assertEqual(heads.count(0), 1)
            self.assertEqual(sentence[heads.index(0)][7], "root")
            for at in range(1, len(sentence) + 1):
                seen = set()
                while at != 0:
                    self.assertNotIn(at, seen)
                    seen.add(at)
                    at = heads[at - 1]

    def test_text(self):
        found = sentences(self.run_cli("parse", self.ferry))
        self.check_trees(found)
        self.assertEqual("".join(w[1] for s in found for w in s), "".join(FERRY.split()))
        self.assertIn(["sail", "VERB"], [[w[2], w[3]] for s in found for w in s])
        self.assertEqual(found[0][-1][1], "again")  # the title is a sentence of its own

    def test_standard_input(self):
        self.assertEqual(self.run_cli("parse", "-", text=FERRY), self.run_cli("parse", self.ferry))

    def test_conllu(self):
        printed = self.run_cli("parse", "--conllu", "-", text=GIVEN)
        self.check_trees(sentences(printed))
        kept = [[line.split("\t")[k] for k in (0, 1, 9)] for line in printed.split("\n") if "\t" in line]
        self.assertEqual(kept, [[line.split("\t")[k] for k in (0, 1, 9)] for line in GIVEN.split("\n") if "\t" in line])
        self.assertEqual([line for line in printed.split("\n") if line.startswith("#")],
                         [line for line in GIVEN.split("\n") if line.startswith("#")])
        words = [w[1:4] for s in sentences(printed) for w in s]
        self.assertIn(["sail", "sail", "VERB"], words)
        self.assertIn([".", ".", "PUNCT"], words)

    def test_no_conllu(self):
        self.run_cli("parse", "--conllu", "-", text="one two three\n", status=1)
        self.assertIn("Line 1", self.stderr)

    def test_usage(self):
        self.run_cli("parse", status=2)
        self.run_cli("parse", self.ferry, self.bridge, status=2)
        self.run_cli("parse", self.path("nowhere.txt"), status=1)
        self.assertIn("nowhere.txt", self.stderr)


if __name__ == "__main__":
    unittest.main()
