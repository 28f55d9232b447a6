#!/usr/bin/env python3
"""Reads articles of our own with attributions marked in the text (see annotations/GUIDELINES.md).

written.py FILE...    checks them: words and attributions of each article, and what is wrong with its marks
"""

import re
import sys

from annotate import CERTAINTIES, CLASSES, KINDS, NAME_KINDS, occurrences

PARTS = {"s": "source", "c": "cue", "t": "content"}
MARK = re.compile(r"\[([sct])(\d+)\s*|\]")


def unmarked(marked, problems):
    """The text without its marks, and for each number the spans of its parts, in code points."""
    text, at, length, open_, claims = [], 0, 0, [], {}
    for mark in MARK.finditer(marked):
        piece = marked[at:mark.start()]
        text.append(piece)
        length += len(piece)
        at = mark.end()
        if mark.group(1):
            open_.append((PARTS[mark.group(1)], int(mark.group(2)), length))
        elif open_:
            part, number, start = open_.pop()
            end = len("".join(text).rstrip())
            if end <= start:
                problems.append("%d: empty %s" % (number, part))
            claims.setdefault(number, {p: [] for p in PARTS.values()})[part].append((start, end))
        else:
            problems.append("] that closes nothing: " + piece[-30:])
    problems += ["not closed: %s %d" % o[:2] for o in open_]
    return "".join(text) + marked[at:], claims


def read_written(path):
    """The articles of a file: id, text, claims, names, and what is wrong with them."""
    articles = []
    with open(path, encoding="utf-8") as file:
        blocks = re.split(r"(?m)^# ", file.read())[1:]
    for block in blocks:
        head, _, body = block.partition("\n")
        lines, marks, listed, problems = [], {}, [], []
        for line in body.strip("\n").split("\n"):
            if line.startswith("= "):
                marks.update((int(n), m) for n, *m in (f.split() for f in line[2:].split(";") if f.strip()))
            elif re.match(r"[POLXGZ]: ", line):
                listed += [(part.strip(), NAME_KINDS[line[0]]) for part in line[2:].split(";") if part.strip()]
            else:
                lines.append(line)
        text, claims = unmarked("\n".join(lines).strip("\n"), problems)
        for number, claim in claims.items():
            try:
                a, b, c = marks.pop(number)
                claim.update({"class": CLASSES[a], "kind": KINDS[b], "certainty": CERTAINTIES[c]})
            except (KeyError, ValueError):
                problems.append("%d: its class, kind of source and certainty?" % number)
                continue
            if not claim["cue"] or (claim["kind"] == "unknown") != (not claim["source"]):
                problems.append("%d: no cue, or kind and source do not fit" % number)
        problems += ["%d: no marks in the text" % number for number in marks]
        taken, names = set(), []
        for part, kind in sorted(listed, key=lambda x: -len(x[0])):
            if not occurrences(text, part, 0, len(text)):
                problems.append("no such name: " + part)
            for start, end in occurrences(text, part, 0, len(text)):
                if not taken & set(range(start, end)):
                    taken |= set(range(start, end))
                    names.append((start, end, kind))
        articles.append({"id": head.split()[0], "text": text, "claims": [c for c in claims.values() if "class" in c],
                         "names": sorted(names), "problems": problems})
    return articles


def main():
    words = claims = bad = 0
    for path in sys.argv[1:]:
        for article in read_written(path):
            words += len(article["text"].split())
            claims += len(article["claims"])
            bad += len(article["problems"])
            print(article["id"], len(article["text"].split()), "words", len(article["claims"]), "attributions")
            print("".join("   %s\n" % p for p in article["problems"]), end="")
    print(words, "words,", claims, "attributions,", bad, "problems")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
