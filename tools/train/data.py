"""Reads the corpora and turns them into windows of word pieces."""

import gzip
import json
import random
import re
import unicodedata

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
FEATURES = ("VerbForm", "Tense", "Mood", "Voice", "Number", "Person", "Polarity")
NAME_KINDS = ["person", "organization", "place", "group", "product", "other"]
NAME_TAGS = ["O"] + [p + k for k in NAME_KINDS for p in ("B-", "I-")]
SHAPES = 12
IGNORE = -100


class Word:
    __slots__ = ("form", "upos", "morph", "lemma", "head", "rel", "name", "names_allowed", "pieces", "shape",
                 "start", "end")

    def __init__(self, form):
        self.form = form
        self.upos = self.morph = self.lemma = self.rel = self.name = self.names_allowed = None
        self.head = None


def shape_of(form, first):
    """The case and make-up of a word, which an uncased vocabulary does not see."""
    letters = [c for c in form if c.isalpha()]
    digits = any(c.isdigit() for c in form)
    if not letters:
        return 1 if digits and all(c.isdigit() for c in form) else 2 if digits else 0
    if digits:
        return 3
    if len(form) == 1:
        return 4 if form.isupper() else 5
    if all(c.isupper() for c in letters):
        return 6
    if letters[0].isupper() and form[0].isupper():
        if any(c.isupper() for c in letters[1:]):
            return 7
        return 8 if first else 9
    if any(c.isupper() for c in letters):
        return 10
    return 11


class Pieces:
    """BERT's uncased word pieces, as far as they are needed: one word at a time."""

    def __init__(self, path):
        self.vocab = {line.rstrip("\n"): i for i, line in enumerate(open(path, encoding="utf-8"))}
        self.cache = {}
        self.cls, self.sep, self.unk, self.pad = (self.vocab[t] for t in ("[CLS]", "[SEP]", "[UNK]", "[PAD]"))

    @staticmethod
    def is_split(c):
        o = ord(c)
        return (33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126
                or unicodedata.category(c).startswith("P") or 0x4E00 <= o <= 0x9FFF)

    def __call__(self, form):
        found = self.cache.get(form)
        if found is None:
            found = self.cache[form] = self.split(form)
        return found

    def split(self, form):
        text = unicodedata.normalize("NFD", form.lower())
        text = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cc", "Cf"))
        parts, part = [], ""
        for c in text:
            if c.isspace() or self.is_split(c):
                if part:
                    parts.append(part)
                part = ""
                if not c.isspace():
                    parts.append(c)
            else:
                part += c
        if part:
            parts.append(part)
        ids = []
        for part in parts:
            at, found = 0, []
            while at < len(part) and len(part) <= 64:
                end = len(part)
                while end > at:
                    piece = ("##" if at else "") + part[at:end]
                    if piece in self.vocab:
                        break
                    end -= 1
                if end == at:
                    break
                found.append(self.vocab[piece])
                at = end
            ids += found if found and at == len(part) else [self.unk]
        return (ids or [self.unk])[:12]


def lemma_script(form, lemma):
    """How the lower-cased form becomes the lemma: cut this many characters, add these; or keep the case."""
    if form == lemma:
        return "=" if form != form.lower() else "0"
    low, lemma_low = form.lower(), lemma.lower()
    common = 0
    while common < min(len(low), len(lemma_low)) and low[common] == lemma_low[common]:
        common += 1
    if common < 1 and len(low) > 3 or lemma != lemma_low:
        return "="
    return "%d%s" % (len(low) - common, lemma_low[common:])


def read_conllu(path):
    """Documents: lists of sentences: lists of words."""
    documents, sentence = [], []
    for line in gzip.open(path, "rt", encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            documents.append([])
        elif line.startswith("#"):
            continue
        elif not line:
            if sentence:
                if not documents:
                    documents.append([])
                documents[-1].append(sentence)
            sentence = []
        else:
            f = line.split("\t")
            if not f[0].isdigit():
                continue
            word = Word(f[1])
            features = dict(x.split("=") for x in f[5].split("|")) if f[5] != "_" else {}
            word.upos = f[3]
            word.morph = "|".join("%s=%s" % (k, features[k]) for k in FEATURES if k in features) or "_"
            word.lemma = lemma_script(f[1], f[2])
            word.head = int(f[6])
            word.rel = f[7]
            sentence.append(word)
    if sentence:
        documents[-1].append(sentence)
    return documents


TOKEN = re.compile(r"""
    https?://\S+[\w/] | [\w.+-]+@[\w-]+\.[\w.]+\w | (?:[A-Za-z]\.){2,} | (?:Mr|Mrs|Ms|Dr|Jr|Sr|St|Inc|Corp|Ltd|Co|vs|No|Gen|Sen|Rep|Gov|Col|Lt)\.(?=\s)
  | \d+(?:[.,:]\d+)* | [^\W\d_]+(?=n['’]t\b) | n['’]t\b | ['’](?:s|re|ve|ll|d|m)\b | [^\W_]+(?:_[^\W_]+)* | \.{2,} | \S
    """, re.X | re.I)
STOP = re.compile(r"[.!?]+[\"'”’)\]]*$")


def tokenize(text):
    """Sentences of (form, start, end), roughly in UD's manner: for corpora that come without tokens."""
    sentences, sentence, last = [], [], 0
    for match in TOKEN.finditer(text):
        gap = text[last:match.start()]
        if sentence and ("\n" in gap or gap and STOP.search(text[max(0, last - 3):last])
                         and sentence[-1][0][0] in ".!?\"'”’)" and not match.group()[0].islower()):
            sentences.append(sentence)
            sentence = []
        sentence.append((match.group(), match.start(), match.end()))
        last = match.end()
    if sentence:
        sentences.append(sentence)
    return sentences


def read_names(path):
    documents = []
    for line in gzip.open(path, "rt", encoding="utf-8"):
        record = json.loads(line)
        spans = sorted((n["span"][0], n["span"][1], n["kind"]) for n in record["names"])
        nested = [tuple(n["span"]) for n in record.get("nested", [])]
        unmarked = [k for k in NAME_KINDS if k not in record["kinds"]]
        document = []
        at = 0
        for tokens in tokenize(record["text"]):
            sentence = []
            for form, start, end in tokens:
                word = Word(form)
                word.start, word.end = start, end
                while at < len(spans) and spans[at][1] <= start:
                    at += 1
                if at < len(spans) and spans[at][0] < end and start < spans[at][1]:
                    first = start <= spans[at][0] or not sentence or sentence[-1].end <= spans[at][0]
                    word.name = ("B-" if first else "I-") + spans[at][2]
                    word.names_allowed = [NAME_TAGS.index(word.name)] if word.name in NAME_TAGS else []
                elif any(a < end and start < b for a, b in nested):
                    word.names_allowed = []
                else:
                    word.name = "O"
                    word.names_allowed = [0] + [NAME_TAGS.index(p + k) for k in unmarked for p in ("B-", "I-")]
                sentence.append(word)
            document.append(sentence)
        documents.append(document)
    return documents


def windows(documents, pieces, limit=126):
    """Runs of whole sentences of one document, at most `limit` pieces; a longer sentence is cut."""
    result = []
    for document in documents:
        window, size = [], 0
        for sentence in document:
            for i, word in enumerate(sentence):
                word.pieces = pieces(word.form)
                word.shape = shape_of(word.form, i == 0)
            length = sum(len(w.pieces) for w in sentence)
            if length > limit:
                kept, length = [], 0
                for word in sentence:
                    if length + len(word.pieces) > limit:
                        break
                    kept.append(word)
                    length += len(word.pieces)
                sentence = kept
                for word in sentence:
                    if word.head is not None and word.head > len(kept):
                        word.head = None
            if window and size + length > limit:
                result.append(window)
                window, size = [], 0
            window.append(sentence)
            size += length
        if window:
            result.append(window)
    return result
