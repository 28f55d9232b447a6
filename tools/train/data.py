"""Reads the corpora and turns them into windows of word pieces."""

import gzip
import hashlib
import json
import os
import random
import re
import unicodedata

from annotate import texts_of
from written import read_written

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
FEATURES = ("VerbForm", "Tense", "Mood", "Voice", "Number", "Person", "Polarity")
NAME_KINDS = ["person", "organization", "place", "group", "product", "other"]
NAME_TAGS = ["O"] + [p + k for k in NAME_KINDS for p in ("B-", "I-")]
SHAPES = 12
CLASSES = ["statement", "belief", "attitude", "intention"]
SOURCE_KINDS = ["named", "anonymous", "document", "outlet", "author", "unknown"]
CERTAINTIES = ["certain", "probable", "possible", "doubtful", "denied", "unstated"]
IGNORE = -100
CLOSING = ".!?…:\"'”’)]"  # what a token ends in, after which a capital tells nothing of the word


class Word:
    __slots__ = ("form", "upos", "morph", "lemma", "head", "rel", "name", "names_allowed", "block", "cue", "claim", "pieces",
                 "shape", "start", "end")

    def __init__(self, form):
        self.form = form
        self.upos = self.morph = self.lemma = self.rel = self.name = self.names_allowed = None
        self.head = self.cue = self.claim = None
        self.block = False  # whether it is the first of a paragraph, heading, list's item


def shape_of(form, first):
    """The case and make-up of a word, which an uncased vocabulary does not see. `first`: a capital tells nothing here."""
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
    """Documents by id: lists of sentences: lists of words, whose start and end count characters but no white space."""
    documents, sentence, at = {"": []}, [], 0
    name, block = "", True
    for line in gzip.open(path, "rt", encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id = "):
            name, at = line[14:], 0
            documents[name] = []
            block = True
        elif line.startswith("# newpar"):
            block = True
        elif line.startswith("#"):
            continue
        elif not line:
            if sentence:
                documents[name].append(sentence)
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
            word.start, at = at, at + len("".join(f[1].split()))
            word.end = at
            word.block, block = block, False
            sentence.append(word)
    if sentence:
        documents[name].append(sentence)
    return {k: v for k, v in documents.items() if v}


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


def tokenized(text):
    """A text without tokens of its own, as read_conllu gives a document."""
    document, at, before = [], 0, 0
    for tokens in tokenize(text):
        sentence = []
        for form, start, end in tokens:
            at += len("".join(text[before:start].split()))
            word = Word(form)
            word.start, word.end = at, at + len("".join(form.split()))
            word.block = not before or "\n" in text[before:start]
            at, before = word.end, end
            sentence.append(word)
        document.append(sentence)
    return document


class Offsets:
    """From code points of a text to characters that are not white space."""

    def __init__(self, text):
        self.before = [0]
        for c in text:
            self.before.append(self.before[-1] + (not c.isspace()))

    def __call__(self, span):
        return self.before[span[0]], self.before[span[1]]


def same_text(document, text):
    return "".join("".join(w.form.split()) for s in document for w in s) == "".join(text.split())


def mark_names(document, text, spans, nested, kinds):
    """spans: (start, end, kind) in code points. Kinds that are not marked may be behind its O."""
    offsets = Offsets(text)
    spans = sorted((*offsets(s), s[2]) for s in spans)
    nested = [offsets(s) for s in nested]
    unmarked = [k for k in NAME_KINDS if k not in kinds]
    at, last = 0, None
    for word in (w for s in document for w in s):
        while at < len(spans) and spans[at][1] <= word.start:
            at += 1
        if at < len(spans) and spans[at][0] < word.end:
            word.name = ("I-" if last == at else "B-") + spans[at][2]
            last = at
            word.names_allowed = [NAME_TAGS.index(word.name)] if word.name in NAME_TAGS else []
        elif any(a < word.end and word.start < b for a, b in nested):
            word.names_allowed = []
        else:
            word.name = "O"
            word.names_allowed = [0] + [NAME_TAGS.index(p + k) for k in unmarked for p in ("B-", "I-")]


def mark_claims(document, text, claims):
    """Each word gets its part in cues; a cue's first word also the claim, whose parts are sets of words."""
    offsets = Offsets(text)
    words = [w for s in document for w in s]
    for word in words:
        word.cue = 0

    def inside(spans):
        spans = [offsets(s) for s in spans]
        return {i for i, w in enumerate(words) if any(a < w.end and w.start < b for a, b in spans)}

    for claim in claims:
        cue = sorted(i for i in inside(claim["cue"]) if words[i].claim is None)
        if not cue:
            continue
        for i in cue:
            words[i].cue = words[i].cue or 2
        first = words[cue[0]]
        first.cue = 1
        first.claim = {"class": claim.get("class"), "kind": claim.get("kind"), "certainty": claim.get("certainty"),
                       "source": {id(words[i]) for i in inside(claim["source"])},
                       "content": {id(words[i]) for i in inside(claim["content"])}}


def records_of(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read_names(path, treebank=None):
    """Documents with names marked; where a treebank has the same text, its documents are marked and not given again."""
    documents = []
    for record in records_of(path):
        document = (treebank or {}).get(record["id"])
        known = document is not None and same_text(document, record["text"])
        if not known:
            document = tokenized(record["text"])
            documents.append(document)
        mark_names(document, record["text"], [(*n["span"], n["kind"]) for n in record["names"]],
                   [n["span"] for n in record.get("nested", [])], record["kinds"])
    return documents


def read_claims(path):
    """A corpus of claims with its text, for figures only."""
    documents = []
    for record in records_of(path):
        documents.append(tokenized(record["text"]))
        mark_claims(documents[-1], record["text"], record["claims"])
    return documents


def read_own(path):
    """Articles of our own, with names and claims."""
    documents = {}
    for article in read_written(path):
        document = documents[os.path.basename(path) + " " + article["id"]] = tokenized(article["text"])
        mark_names(document, article["text"], article["names"], [], NAME_KINDS)
        mark_claims(document, article["text"], article["claims"])
    return documents


def read_annotations(path, corpora, treebanks):
    """Our own annotations beside the texts, after a check that the texts are the same: documents that no treebank has."""
    texts, documents = {}, {}
    for record in records_of(path):
        corpus, name = record["corpus"], record["id"]
        if corpus not in texts:
            texts[corpus] = texts_of(corpora, corpus)
        text = texts[corpus][name]
        if hashlib.sha256(text.encode()).hexdigest() != record["sha256"]:
            raise ValueError("%s is not the text that was annotated" % name)
        document = treebanks.get(name)
        if document is None or not same_text(document, text):
            document = documents.setdefault(name, tokenized(text))
        if "names" in record:
            mark_names(document, text, record["names"], [], NAME_KINDS)
        if "claims" in record:
            mark_claims(document, text, record["claims"])
    return documents


def windows(documents, pieces, limit=126):
    """Runs of whole sentences of one document, at most `limit` pieces; a longer sentence is cut."""
    result = []
    for document in documents:
        window, size, last = [], 0, None
        for sentence in document:
            for word in sentence:
                word.pieces = pieces(word.form)
                word.shape = shape_of(word.form, word.block or last is None or last.form[-1] in CLOSING)
                last = word
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
