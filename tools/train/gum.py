"""Reads GUM's CoNLL-U with its entities: documents (path) gives (name, text, mentions)."""
import collections
import gzip
import re
from typing import NamedTuple


class Mention(NamedTuple):
    start: int  # code points of the text
    end: int
    entity: str
    head: tuple  # (start, end) of the words that carry it


class Text:
    def __init__(self, name):
        self.name, self.text, self.mentions = name, "", []
        self.open = collections.defaultdict(list)
        self.multi = None  # (last word, where its next word begins) of a word such as "ferry's"

    def sentence(self, paragraph):
        if self.text:
            self.text = self.text.rstrip() + ("\n\n" if paragraph else " ")

    def word(self, cells, words):
        space = "" if "SpaceAfter=No" in cells[9] else " "
        if "-" in cells[0]:
            self.multi = [int(cells[0].split("-")[1]), len(self.text)]
            self.text += cells[1] + space
            return
        if self.multi:
            start = self.multi[1]
            end = self.multi[1] = start + len(cells[1])
            if int(cells[0]) == self.multi[0]:
                self.multi = None
        else:
            start, end = len(self.text), len(self.text) + len(cells[1])
            self.text += cells[1] + space
        words.append((start, end))
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", cells[9])
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", entity[1]) if entity else []:
            number = re.match(r"\(?(\d+)", part)[1]
            if part.startswith("("):
                fields = part.strip("()").split("-")
                heads = [int(x) for x in fields[5].split(",")] if len(fields) > 5 and fields[5][:1].isdigit() else [1]
                self.open[number].append((len(words) - 1, heads))
            if part.endswith(")") and self.open[number]:
                first, heads = self.open[number].pop()
                inside = [words[first + h - 1] for h in heads if first + h - 1 < len(words)] or [words[first]]
                self.mentions.append(Mention(words[first][0], end, number, (inside[0][0], inside[-1][1])))


def documents(path):
    doc, words, paragraph = None, [], False
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id"):
                if doc:
                    yield doc.name, doc.text, doc.mentions
                doc = Text(line.split("= ")[1])
            elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
                paragraph = True
            elif line.startswith("# sent_id"):
                doc.sentence(paragraph)
                words, paragraph = [], False
            elif line and line[0].isdigit() and "." not in line.split("\t")[0]:
                doc.word(line.split("\t"), words)
    if doc:
        yield doc.name, doc.text, doc.mentions
