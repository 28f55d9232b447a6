#!/usr/bin/env python3
"""Annotations beside the text: shows documents by sentence, turns notes into stand-off JSON, compares annotators.

annotate.py show CORPORA CORPUS ID...       documents, sentences numbered
annotate.py read CORPORA NOTES... > OUT     notes (see annotations/GUIDELINES.md) as JSON lines: hash and offsets, no text
annotate.py agree A B                       agreement of two files on the documents that both have
annotate.py show-names CORPORA ID...        sentences of EWT with proper nouns, which are in brackets
annotate.py read-names CORPORA NOTES...     notes on names (see annotations/NAMES.md) as JSON lines
"""

import gzip
import hashlib
import json
import re
import sys

SOURCES = {
    "gum": "claims/gum-attribution-train.jsonl.gz",
    "meantime": "events/meantime-apple.jsonl.gz",
    "ukgov": "relations/re3d-ukgov.jsonl.gz",
    "annoctr": "names/annoctr-train.jsonl.gz",
    "wikiwars": "times/wikiwars-train.jsonl.gz",
    "ewt": "syntax/en_ewt-ud-train.conllu.gz",
}
CLASSES = {"s": "statement", "b": "belief", "a": "attitude", "i": "intention"}
KINDS = {"n": "named", "a": "anonymous", "d": "document", "o": "outlet", "w": "author", "u": "unknown"}
CERTAINTIES = {"c": "certain", "p": "probable", "m": "possible", "q": "doubtful", "x": "denied", "-": "unstated"}
STOP = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")


def conllu_texts(path):
    """Documents of a treebank as text: sentences joined by a space, paragraphs by an empty line."""
    texts, name = {}, None
    for line in gzip.open(path, "rt", encoding="utf-8"):
        if line.startswith("# newdoc id = "):
            name = line[14:].strip()
            texts[name] = ""
            paragraph = True
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# text = "):
            texts[name] += ("\n\n" if paragraph else " ") * bool(texts[name]) + line[9:].rstrip("\n")
            paragraph = False
    return texts


def texts_of(corpora, corpus):
    path = "%s/%s" % (corpora, SOURCES[corpus])
    if path.endswith(".conllu.gz"):
        return conllu_texts(path)
    return {str(r["id"]): r["text"] for r in map(json.loads, gzip.open(path, "rt", encoding="utf-8"))}


def sentences_of(text):
    result = []
    for line in re.finditer(r"[^\n]+", text):
        at = line.start()
        for stop in STOP.finditer(text, line.start(), line.end()):
            result.append((at, stop.end()))
            at = stop.end()
        if text[at:line.end()].strip():
            result.append((at, line.end()))
    return result


def occurrences(text, part, start, end):
    """Where a part stands in text[start:end]: letter by letter but for white space; ` … ` leaves the middle out."""
    ends = [r"\s+".join(map(re.escape, p.split())) for p in part.split("…")]
    pattern = r"(?<!\w)" * part[0].isalnum() + r"[\s\S]*?".join(ends) + r"(?!\w)" * part[-1].isalnum()
    return [m.span() for m in re.finditer(pattern, text[start:end])]


def find(text, sentences, part, number, near):
    """The span of a part in its sentence; the occurrence nearest to `near`, or the one that #N names."""
    chosen = re.match(r"(.*)#(\d+)$", part)
    nth = None
    if chosen:
        part, nth = chosen.group(1), int(chosen.group(2))
    moved = re.match(r"(\d+):\s*(.*)", part, re.S)
    if moved and int(moved.group(1)) <= len(sentences):
        number, part = int(moved.group(1)), moved.group(2)
    for reach in (0, 1, 2):
        first = sentences[max(0, number - 1 - reach * 4)][0] if reach > 1 else sentences[number - 1][0]
        last = sentences[min(len(sentences), number + reach * 4) - 1][1]
        found = [(s + first, e + first) for s, e in occurrences(text, part.strip(), first, last)]
        if found:
            if nth:
                return found[nth - 1] if nth <= len(found) else None
            return min(found, key=lambda f: 0 if near is None else min(abs(f[0] - near[1]), abs(near[0] - f[1])))
    return None


def read_notes(corpora, path):
    corpus, name, records, complaints = None, None, {}, []
    texts = {}
    for at, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.strip()
        if not line:
            continue
        if line.startswith("#"):
            corpus, name = line[1:].split()
            if corpus not in texts:
                texts[corpus] = texts_of(corpora, corpus)
            text = texts[corpus][name]
            sentences = sentences_of(text)
            digest = hashlib.sha256(text.encode()).hexdigest()
            records.setdefault(name, {"corpus": corpus, "id": name, "sha256": digest, "claims": []})
            continue
        fields = [f.strip() for f in line.split(" | ")] if line.count(" | ") >= 4 else [f.strip() for f in line.split("|")]
        try:
            number, marks, source, cue, content = int(fields[0]), fields[1].split(), *fields[2:5]
            claim = {"class": CLASSES[marks[0]], "kind": KINDS[marks[1]], "certainty": CERTAINTIES[marks[2]]}
            cue_span = find(text, sentences, cue, number, None)
            if cue_span is None:
                raise ValueError("cue not found: " + cue)
            if len(occurrences(text, cue.split("#")[0], *sentences[number - 1])) > 1 and "#" not in cue:
                anchor = source or content.split("++")[0].strip()
                beside = find(text, sentences, anchor, number, None) if anchor else None
                cue_span = find(text, sentences, cue, number, beside)
            for key, parts in (("source", source), ("cue", cue), ("content", content)):
                spans = [cue_span] if key == "cue" and "++" not in cue else []
                for part in parts.split("++") if not spans else []:
                    if part.strip():
                        spans.append(find(text, sentences, part.strip(), number, cue_span))
                        if spans[-1] is None:
                            raise ValueError("%s not found: %s" % (key, part))
                claim[key] = sorted(spans)
            records[name]["claims"].append(claim)
        except (ValueError, KeyError, IndexError, TypeError) as error:
            complaints.append("%s:%d: %s: %s" % (path, at, type(error).__name__, error))
    return list(records.values()), complaints


def proper_nouns(path):
    """For each document of a treebank: its sentences, with runs of proper nouns in brackets, where there are any."""
    result, name, run, marked = {}, None, False, ""
    for line in gzip.open(path, "rt", encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if line.startswith("# newdoc id = "):
            name = line[14:].strip()
            result[name] = []
        elif len(fields) > 9 and fields[0].isdigit():
            proper = fields[3] == "PROPN"
            if run and not proper:
                marked = marked.rstrip() + "]" + " " * marked.endswith(" ")
            marked += "[" * (proper and not run) + fields[1] + " " * ("SpaceAfter=No" not in fields[9])
            run = proper
        elif not line.strip():
            if "[" in marked:
                result[name].append(marked.rstrip() + "]" * run)
            run, marked = False, ""
    return result


NAME_KINDS = {"P": "person", "O": "organization", "L": "place", "X": "product", "G": "group", "Z": "other"}


def read_name_notes(corpora, path):
    """Each name that a note lists is marked wherever its letters stand as whole words, the longer before the shorter."""
    texts, records, complaints, name = texts_of(corpora, "ewt"), {}, [], None
    for at, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.strip()
        if line.startswith("#"):
            name = line[1:].strip()
            if name not in texts:
                complaints.append("%s:%d: no such document: %s" % (path, at, name))
                name = None
                continue
            records[name] = []
        elif line and name:
            kind, _, rest = line.partition(":")
            if kind.strip() not in NAME_KINDS:
                complaints.append("%s:%d: no such kind: %s" % (path, at, line))
                continue
            records[name] += [(part.strip(), NAME_KINDS[kind.strip()]) for part in rest.split(";") if part.strip()]
    result = []
    for name, listed in records.items():
        text, taken, spans = texts[name], set(), []
        for part, kind in sorted(listed, key=lambda x: -len(x[0])):
            found = [f for f in occurrences(text, part, 0, len(text)) if not taken & set(range(*f))]
            if not occurrences(text, part, 0, len(text)):
                complaints.append("%s: %s: not found: %s" % (path, name, part))
            for start, end in found:
                taken |= set(range(start, end))
                spans.append([start, end, kind])
        result.append({"corpus": "ewt", "id": name, "sha256": hashlib.sha256(text.encode()).hexdigest(), "names": sorted(spans)})
    return result, complaints


def characters(spans):
    return {i for s, e in spans for i in range(s, e)}


def jaccard(a, b):
    a, b = characters(a), characters(b)
    return 1.0 if not a and not b else len(a & b) / len(a | b)


def agree(a, b):
    """Detection F1 (content overlaps by half), and over the pairs found: source, cue, class, kind, certainty."""
    mine, theirs = ({r["id"]: r for r in map(json.loads, open(p, encoding="utf-8"))} for p in (a, b))
    found = na = nb = 0
    same = dict.fromkeys(("source", "cue", "class", "kind", "certainty"), 0)
    for name in mine.keys() & theirs.keys():
        rest = list(theirs[name]["claims"])
        na += len(mine[name]["claims"])
        nb += len(rest)
        for claim in mine[name]["claims"]:
            best = max(rest, key=lambda c: (jaccard(c["content"], claim["content"]), jaccard(c["cue"], claim["cue"])), default=None)
            if best and jaccard(best["content"], claim["content"]) >= 0.5:
                rest.remove(best)
                found += 1
                for key in same:
                    same[key] += (jaccard(best[key], claim[key]) >= 0.5 if key in ("source", "cue") else best[key] == claim[key])
    print("documents %d, claims %d and %d, both found %d: F1 %.3f" % (len(mine.keys() & theirs.keys()), na, nb, found, 2 * found / (na + nb)))
    for key, n in same.items():
        print("  %-10s %.3f" % (key, n / max(found, 1)))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    if sys.argv[1] == "show":
        texts = texts_of(sys.argv[2], sys.argv[3])
        for name in sys.argv[4:]:
            print("#", sys.argv[3], name)
            for n, (s, e) in enumerate(sentences_of(texts[name]), 1):
                print(n, texts[name][s:e].strip())
    elif sys.argv[1] == "show-names":
        marked = proper_nouns("%s/%s" % (sys.argv[2], SOURCES["ewt"]))
        for name in sys.argv[3:]:
            print("#", name)
            print(*marked[name], sep="\n")
    elif sys.argv[1] in ("read", "read-names"):
        bad = 0
        for path in sys.argv[3:]:
            records, complaints = (read_notes if sys.argv[1] == "read" else read_name_notes)(sys.argv[2], path)
            for record in records:
                print(json.dumps(record, separators=(",", ":")))
            for complaint in complaints:
                print(complaint, file=sys.stderr)
            bad += len(complaints)
        sys.exit(1 if bad else 0)
    else:
        agree(*sys.argv[2:4])


if __name__ == "__main__":
    main()
