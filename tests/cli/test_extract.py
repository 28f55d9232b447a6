# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""sayso-cli extract and text, by their contract."""

import json
import os
import re
import random
import subprocess

import common

KINDS = {"person", "organization", "agency", "outlet", "group", "product", "place", "other"}
FORMS = {"name", "nominal", "pronoun"}
FACTUALITIES = {"asserted", "denied", "possible", "planned", "hypothetical"}
STANCES = {"statement", "belief", "attitude", "intention"}
SOURCES = {"named", "anonymous", "document", "outlet", "author", "unknown"}
CERTAINTIES = {"certain", "probable", "possible", "doubtful", "denied", "unstated"}


class Extract(common.Case):
    def check(self, answer, text):
        """What holds for every answer: spans lie in the text, ids refer to what is there, words are of the contract."""
        self.assertEqual(answer["sayso"], 1)
        article = answer["article"]
        self.assertEqual(common.solid(article["text"]), common.solid(text))
        length = len(article["text"])

        def span(value):
            start, end = value
            self.assertTrue(0 <= start < end <= length, value)

        ids = {kind: {item["id"] for item in answer[kind]} for kind in ("times", "actors", "events", "claims")}

        def refers(kind, value):
            self.assertTrue(value is None or value in ids[kind], (kind, value))

        for value in answer["sentences"]:
            span(value)
        for time in answer["times"]:
            span(time["span"])
            self.assertIn(time["type"], {"DATE", "TIME", "DURATION", "SET"})
        for actor in answer["actors"]:
            self.assertIn(actor["kind"], KINDS)
        for mention in answer["mentions"]:
            span(mention["span"])
            self.assertIn(mention["actor"], ids["actors"])
            self.assertIn(mention["form"], FORMS)
        for event in answer["events"]:
            span(event["trigger"])
            span(event["span"])
            self.assertIn(event["factuality"], FACTUALITIES)
            refers("times", event["time"])
            refers("actors", event["place"])
            refers("claims", event["claim"])
            for participant in event["participants"]:
                refers("actors", participant["actor"])
                span(participant["span"])
        for claim in answer["claims"]:
            for part in (claim["source"]["spans"], claim["cue"], claim["content"]):
                for value in part:
                    span(value)
            self.assertIn(claim["source"]["kind"], SOURCES)
            self.assertIn(claim["mode"], {"direct", "indirect", "mixed"})
            self.assertIn(claim["certainty"], CERTAINTIES)
            self.assertIn(claim["stance"], STANCES)
            refers("claims", claim["parent"])
        for relation in answer["relations"]:
            self.assertIn(relation["subject"], ids["actors"])
            self.assertIn(relation["object"], ids["actors"])
            self.assertTrue(relation["evidence"])
            for evidence in relation["evidence"]:
                span(evidence["span"])

    def test_files(self):
        bridge, ferry = self.lines("extract", self.bridge, self.ferry)
        self.check(bridge, common.BRIDGE)
        self.check(ferry, common.FERRY)
        self.assertEqual(bridge["source"]["path"], self.bridge)
        self.assertEqual(bridge["source"]["media_type"], "text/plain")
        self.assertEqual(bridge["source"]["bytes"], len(common.BRIDGE.encode()))
        self.assertEqual(bridge["article"]["title"], "Cracks found in Orva bridge")
        self.assertEqual(bridge["article"]["byline"], ["Ada Marsh"])
        self.assertEqual(bridge["article"]["published"], "2015-03-04")
        self.assertNotIn("id", bridge)
        self.assertIn("Tove Lind", [actor["name"] for actor in bridge["actors"]])

    def test_same_bytes(self):
        first = self.run_cli("extract", self.bridge, self.ferry)
        self.assertEqual(first, self.run_cli("extract", self.bridge, self.ferry))

    def test_published(self):
        """An article's own date comes before the one that is given."""
        bridge, ferry = self.lines("extract", "--published", "2015-06-01", self.bridge, self.ferry)
        self.assertEqual(bridge["article"]["published"], "2015-03-04")
        self.assertEqual(ferry["article"]["published"], "2015-06-01")
        for date in ("2015-02-30", "yesterday", "4 March 2015", ""):
            self.assertEqual(self.run_cli("extract", "--published", date, self.bridge, status=2), "")
            self.assertIn("YYYY-MM-DD", self.stderr)

    def test_standard_input(self):
        (answer,) = self.lines("extract", "-", text=common.FERRY)
        self.check(answer, common.FERRY)
        self.assertEqual(answer["source"]["path"], "-")
        (answer,) = self.lines("text", "-", text="<!doctype html><title>A note</title><p>It is closed.")
        self.assertEqual(answer["text"], "It is closed.")

    def test_failures(self):
        """Each is named on its line; the others go on."""
        cases = {
            "empty.txt": ("", "empty"),
            "blank.txt": (" \n\t\n", "empty"),
            "noise.txt": (bytes(range(256)) * 8, "binary"),
            "zeros.txt": (bytes(4096), "binary"),
            "paper.pdf": ("%PDF-1.4\n", "mismatch"),
            "table.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unsupported"),
            "paper.txt": ("%PDF-1.4\n", "mismatch"),
            "page.html": (b"PK\x03\x04rest", "mismatch"),
            "text.pdf": ("Only text.", "mismatch"),
        }
        names = list(cases)
        for name in names:
            self.write(name, cases[name][0])
        with open(self.path("large.txt"), "wb") as file:
            file.truncate(50 * 1024 * 1024)
        os.mkfifo(self.path("pipe.txt"))
        cases |= {"large.txt": (None, "too-large"), "pipe.txt": (None, "unreadable"), "missing.txt": (None, "unreadable"),
                  ".": (None, "unreadable")}
        names = list(cases)
        answers = self.lines("extract", self.bridge, *names, self.ferry, status=1)
        self.assertEqual([a["source"]["path"] for a in answers], [self.bridge, *names, self.ferry])
        self.check(answers[0], common.BRIDGE)
        self.check(answers[-1], common.FERRY)
        for name, answer in zip(names, answers[1:-1]):
            self.assertEqual(answer["error"]["code"], cases[name][1], name)
            self.assertTrue(answer["error"]["message"].endswith("."), name)
            if name != ".":
                self.assertIn(name, answer["error"]["message"])
            self.assertNotIn("article", answer)
        texts = self.lines("text", *names, status=1)
        self.assertEqual([a["error"]["code"] for a in texts], [cases[name][1] for name in names])

    def test_unreadable(self):
        secret = self.write("secret.txt", common.FERRY)
        os.chmod(secret, 0)
        if os.access(secret, os.R_OK):
            secret = "/proc/self/mem"  # no one may read it from its start
        (answer,) = self.lines("extract", secret, status=1)
        self.assertEqual(answer["error"]["code"], "unreadable")

    def test_names_of_ones_own(self):
        names = os.path.join(self.folder, "names.tsv")
        with open(names, "w", encoding="utf-8") as file:
            file.write("Orva\tgroup\n")
        (answer,) = self.lines("extract", "--names", names, self.bridge)
        self.assertIn(("Orva", "group"), [(actor["name"], actor["kind"]) for actor in answer["actors"]])
        with open(names, "w", encoding="utf-8") as file:
            file.write("Orva\triver\n")
        self.run_cli("extract", "--names", names, self.bridge, status=1)
        self.run_cli("extract", "--names", names + ".none", self.bridge, status=1)

    def test_names(self):
        """Names of files that are no words, no UTF-8, or look like options."""
        for name in (b"a \"b\"\n.txt", b"\xff\xfe.txt", b"-x.txt", b"--stream", b"%s%n.txt"):
            path = os.path.join(os.fsencode(self.folder), name)
            with open(path, "wb") as file:
                file.write(common.FERRY.encode())
            (answer,) = self.lines("extract", "--", os.fsdecode(name))
            self.check(answer, common.FERRY)

    def test_every_character(self):
        """Nothing but white space is changed, whatever the encoding."""
        draw = random.Random(3)
        words = ["".join(chr(draw.choice([*range(0x21, 0x7f), *range(0xc0, 0x17f), *range(0x391, 0x3a1), 0x1f600]))
                         for _ in range(draw.randint(1, 9))) for _ in range(800)]
        text = "".join(word + draw.choice([" ", " ", " ", "\n", "\r\n", "\n\n", "\t"]) for word in words)
        for codec in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
            path = self.write("words.txt", text.encode(codec))
            (answer,) = self.lines("text", path)
            self.assertEqual(common.solid(answer["text"]), common.solid(text), codec)

    def test_stream(self):
        records = [{"id": "a", "text": common.BRIDGE, "published": "2016-01-02"}, {"id": 7, "text": common.FERRY},
                   {"text": "No id."}, {"id": None, "text": "\ufeffA mark.\u0007"}]
        text = "\n".join(json.dumps(record) for record in records) + "\n\n"
        answers = self.lines("extract", "--stream", "--published", "2015-06-01", text=text)
        self.assertEqual([a.get("id", "-") for a in answers], ["a", 7, "-", None])
        self.check(answers[0], common.BRIDGE)
        self.assertEqual(answers[0]["article"]["published"], "2016-01-02")
        self.assertEqual(answers[1]["article"]["published"], "2015-06-01")
        self.assertEqual(answers[3]["article"]["text"], "A mark.\u0007")

    def test_stream_failures(self):
        lines = ['{"id":1,"text":"First."}', "no json", '{"id":3}', '{"id":4,"text":7}', '{"id":5,"text":""}',
                 '{"id":6,"text":"a","published":"soon"}', "[]", '{"id":8,"text":"a\\u0000b"}', '{"id":9,"text":"Last."}']
        answers = self.lines("extract", "--stream", text="\n".join(lines), status=1)
        self.assertEqual([a.get("id") for a in answers], [1, None, 3, 4, 5, 6, None, 8, 9])
        self.assertEqual([("error" in a) for a in answers], [False] + [True] * 4 + [False] + [True] * 2 + [False])
        self.assertEqual(answers[4]["error"]["code"], "empty")
        self.assertEqual(answers[7]["error"]["code"], "binary")

    def test_stream_with_a_bad_date(self):
        """A date that is none costs the date, not the text."""
        record = {"id": "a", "text": common.BRIDGE, "published": "2017-02-3"}
        (answer,) = self.lines("extract", "--stream", text=json.dumps(record) + "\n")
        self.check(answer, common.BRIDGE)

    def test_stream_answers_at_once(self):
        """One line in, one line out, while the stream is open."""
        with subprocess.Popen([common.PROGRAM, "extract", "--stream"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE) as process:
            for number in range(3):
                process.stdin.write(json.dumps({"id": number, "text": "It is closed."}).encode() + b"\n")
                process.stdin.flush()
                self.assertEqual(json.loads(process.stdout.readline())["id"], number)
            process.stdin.close()
            self.assertEqual(process.stdout.read(), b"")
        self.assertEqual(process.returncode, 0)


class Usage(common.Case):
    def test_wrong(self):
        for arguments in ((), ("frobnicate",), ("extract",), ("text",), ("extract", "--frob", self.bridge),
                          ("extract", "--stream", self.bridge), ("extract", "--published"), ("import",),
                          ("import", "a.sayso"), ("list",), ("list", "a.sayso"), ("list", "a.sayso", "verbs"),
                          ("list", "a.sayso", "events", "more"), ("export", "a.sayso"), ("check",),
                          ("export", "a.sayso", "--format", "xml"), ("export", "a.sayso", "--format", "csv"),
                          ("export", "a.sayso", "--format", "csv", "--table", "verbs"),
                          ("export", "a.sayso", "--format", "json", "--table", "events"), ("check", "a", "b")):
            self.assertEqual(self.run_cli(*arguments, status=2), "", arguments)
            self.assertIn("--help", self.stderr)
        self.assertFalse(os.path.exists(self.path("a.sayso")))

    def test_help(self):
        overall = self.run_cli("--help")
        for status in "0123":
            self.assertIn(status, overall)
        for command in ("extract", "text", "parse", "import", "list", "origins", "conflicts", "profile", "export", "check"):
            self.assertIn(command, overall)
            self.assertIn(f"sayso-cli {command}", self.run_cli(command, "--help"))
        self.assertRegex(self.run_cli("--version"), r"^sayso-cli \d+\.\d+\.\d+\n$")

    def test_man_page(self):
        """Every option that --help tells is in the man page, and every command."""
        path = os.path.join(os.path.dirname(__file__), "..", "..", "data", "man", "sayso-cli.1")
        with open(path, encoding="utf-8") as file:
            page = file.read().replace("\\-", "-")
        for command in ("extract", "text", "parse", "import", "list", "origins", "conflicts", "profile", "export", "check"):
            self.assertIn(f".B {command}\n", page)
            for option in set(re.findall(r"--[a-z-]+", self.run_cli(command, "--help"))) - {"--help"}:
                self.assertIn(option, page, command)

    def test_streams(self):
        """A reader who goes away, a full disk, and streams that were never there."""
        many = [self.bridge] * 200
        with subprocess.Popen([common.PROGRAM, "text", *many], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.readline()
            process.stdout.close()
            self.assertEqual(process.stderr.read(), b"")
        self.assertEqual(process.returncode, 1)

        with open("/dev/full", "wb") as full:
            done = subprocess.run([common.PROGRAM, "text", self.bridge], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"could not be written", done.stderr)

        done = subprocess.run(["sh", "-c", '"$0" text - <&-', common.PROGRAM], capture_output=True)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(json.loads(done.stdout)["error"]["code"], "empty")
        done = subprocess.run(["sh", "-c", '"$0" text "$1" >&- 2>&-', common.PROGRAM, self.bridge])
        self.assertIn(done.returncode, (0, 1))


if __name__ == "__main__":
    common.main()
