# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""sayso-cli import, list, export and check: the way of an article into a casebook and out of it."""

import contextlib
import csv
import hashlib
import json
import pathlib
import os
import sqlite3
import subprocess
import threading

import common

TABLES = ["articles", "actors", "mentions", "times", "events", "claims", "relations", "evidence",
          "provenance"]


class Casebook(common.Case):
    def setUp(self):
        super().setUp()
        self.casebook = self.path("bridge.sayso")

    def make(self):
        self.run_cli("import", self.casebook, self.bridge, self.ferry)

    def export(self):
        return json.loads(self.run_cli("export", self.casebook, "--format", "json"))

    def content(self, path):
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            return file.read()

    def test_import(self):
        out = self.run_cli("import", self.casebook, self.bridge, self.ferry)
        self.assertEqual(out, f"imported       {self.bridge}\nimported       {self.ferry}\n")
        again = self.write("again.txt", common.BRIDGE)
        self.assertEqual(self.run_cli("import", self.casebook, again), f"already there  {again}\n")
        self.assertEqual(len(self.export()["articles"]), 2)

    def test_import_casebook(self):
        """A colleague's casebook is taken over; what is there already is not taken twice."""
        other = self.path("colleague.sayso")
        self.run_cli("import", other, self.bridge, self.ferry)
        before = self.content(other)
        self.run_cli("import", self.casebook, self.bridge)
        out = self.run_cli("import", self.casebook, other).splitlines()
        self.assertEqual(out[0], f"imported       {other}")
        self.assertIn("1 articles came, 1 were there", out[1])
        self.assertEqual(len(self.export()["articles"]), 2)
        self.assertIn("0 articles came, 2 were there", self.run_cli("import", self.casebook, other))
        self.assertEqual(len(self.export()["articles"]), 2)
        self.assertEqual(self.content(other), before)
        self.run_cli("check", self.casebook)

    def test_names(self):
        """Names that a casebook keeps are found in what is imported from then on."""
        article = self.write("heron.txt", "Quillfeather was blamed.\n\nThe police blamed Quillfeather in Oslo on Monday.\n")
        rows = self.write("names.tsv", "Grey Heron\tgroup\tQuillfeather\n")
        self.run_cli("names", self.casebook, "import", rows)
        self.run_cli("names", self.casebook, "add", "Velar", "organization", "Velar Co", "VC")
        self.assertEqual(self.run_cli("names", self.casebook),
                         "Grey Heron\tgroup\tQuillfeather\nVelar\torganization\tVelar Co|VC\n")
        self.run_cli("names", self.casebook, "remove", "Velar")
        self.assertEqual(self.run_cli("names", self.casebook, "print"), "Grey Heron\tgroup\tQuillfeather\n")
        self.run_cli("import", self.casebook, article)
        actors = [(actor["title"], actor["kind"]) for actor in self.export()["actors"]]
        self.assertIn(("Quillfeather", "group"), actors)
        self.assertIn("Change List of Names", self.run_cli("log", self.casebook))
        self.run_cli("names", self.casebook, "remove", "Nobody", status=1)
        self.run_cli("names", self.casebook, "add", "Nobody", "thing", status=1)
        self.run_cli("names", self.casebook, "add", "Nobody", status=2)

    def test_import_failures(self):
        """The others are imported, before and after."""
        empty, noise, paper = self.write("empty.txt", ""), self.write("noise.txt", bytes(999)), self.write("a.txt", "%PDF-1.4")
        large = self.path("large.txt")
        with open(large, "wb") as file:
            file.truncate(50 * 1024 * 1024)
        bad = [empty, noise, paper, large, self.path("missing.txt")]
        out = self.run_cli("import", self.casebook, self.bridge, *bad, self.ferry, status=1).splitlines()
        self.assertEqual(out[0], f"imported       {self.bridge}")
        self.assertEqual(out[-1], f"imported       {self.ferry}")
        self.assertEqual(len(out), 7)
        for path, line in zip(bad, out[1:-1]):
            self.assertTrue(line.startswith(f"error          {path}: "), line)
            self.assertTrue(line.endswith("."), line)
        self.assertEqual(len(self.export()["articles"]), 2)

    def test_not_opened(self):
        self.make()
        text = self.write("text.sayso", "This is no casebook, though its name says so.")
        other = self.path("other.sayso")
        with contextlib.closing(sqlite3.connect(other)) as database, database:
            database.execute("CREATE TABLE t (a)")
        for path in (text, other, self.folder, self.path("missing.sayso")):
            before = self.content(path)
            for arguments in (("list", path, "events"), ("export", path, "--format", "json"), ("check", path)):
                self.assertEqual(self.run_cli(*arguments, status=3), "")
                self.assertTrue(self.stderr.startswith("sayso-cli "), self.stderr)
            if path != self.path("missing.sayso"):
                self.run_cli("import", path, self.bridge, status=3)
            self.assertEqual(before, self.content(path))
        self.assertFalse(os.path.exists(self.path("missing.sayso")))

    def test_list(self):
        self.make()
        events = self.run_cli("list", self.casebook, "events").splitlines()
        self.assertTrue(events[0].startswith("WHEN"))
        column = events[0].index("KIND")
        for line in events[1:]:
            self.assertEqual(line[column - 2:column], "  ")
        self.assertTrue(any(line.startswith("12 Feb 2015 ") for line in events), events)
        articles = self.run_cli("list", self.casebook, "articles").splitlines()
        self.assertEqual(len(articles), 3)
        self.assertTrue(articles[1].startswith("4 Mar 2015 ") and articles[1].endswith("Cracks found in Orva bridge"))
        self.assertTrue(articles[2].startswith("undated "))
        actors = self.run_cli("list", self.casebook, "actors")
        for name in ("Tove Lind", "Lindqvist Engineering", "Nils Okoye"):
            self.assertIn(name, actors)
        claims = self.run_cli("list", self.casebook, "claims")
        for words in ("We were not told", "Two officials"):
            self.assertIn(words, claims)

    def test_list_json(self):
        self.make()
        for kind in ("articles", "events", "claims", "actors"):
            items = self.lines("list", self.casebook, kind, "--json")
            rows = self.run_cli("list", self.casebook, kind).splitlines()
            self.assertEqual(len(items), len(rows) - 1)
            self.assertTrue(items)
            for item in items:
                self.assertEqual(item["standing"], "suggested")
        dates = [event["earliest"] for event in self.lines("list", self.casebook, "events", "--json")]
        known = [date for date in dates if date]
        self.assertEqual(dates, sorted(known) + [None] * (len(dates) - len(known)))

    def test_list_known(self):
        self.run_cli("import", self.path("case.sayso"), self.bridge, self.ferry)

        def titles(query):
            lines = self.run_cli("list", "--json", "--query", query, self.path("case.sayso"), "events").splitlines()
            return [json.loads(line)["title"] for line in lines]

        # The article on the bridge is of 4 March 2015; that on the ferry has no date.
        self.assertEqual(titles("known:2015-03-03"), [])
        self.assertTrue(any("closed" in title for title in titles("known:2015-03-04")))
        self.assertFalse(any("boats" in title for title in titles("known:2030")))
        self.assertEqual(titles("reported:2015-03"), titles("known:2015"))
        self.assertEqual(titles("reported:2016"), [])
        self.run_cli("list", "--query", "known:soon x", self.path("case.sayso"), "events", status=1)
        self.assertIn("is no date", self.stderr)

    def test_profile(self):
        book = self.path("case.sayso")
        self.run_cli("import", book, self.bridge, self.ferry)
        claims = [json.loads(line) for line in self.run_cli("list", "--json", book, "claims").splitlines()]
        profiles = [json.loads(line) for line in self.run_cli("profile", "--json", "--by", "article", book).splitlines()]
        self.assertEqual(sum(profile["claims"] for profile in profiles), len(claims))
        for profile in profiles:
            self.assertEqual(sum(profile["sources"].values()), profile["claims"])
            self.assertEqual((profile["articles"], profile["decided"], profile["corrected"]), (1, 0, 0))
            one = json.loads(self.run_cli("profile", "--json", "--by", "article", book, profile["key"]))
            self.assertEqual(one, profile)
        bridge = json.loads(self.run_cli("profile", "--json", "--by", "author", book, "ada marsh"))
        self.assertEqual(bridge["name"], "Ada Marsh")
        for kind in ("anonymous", "named", "document"):
            self.assertGreaterEqual(bridge["sources"][kind], 1, kind)
        self.assertIn("ANONYMOUS", self.run_cli("profile", "--by", "author", book))
        self.run_cli("profile", "--by", "author", book, "Nobody Here", status=1)
        self.run_cli("profile", "--by", "mood", book, status=2)

    def test_terminal(self):
        """What an article says cannot command a terminal."""
        path = self.write("escape.txt", "A \u001b[31mred\u001b[0m title\n\nOn 3 March 2015 Tove Lind \u001b]0;x\u0007 said that it was closed.\n")
        self.run_cli("import", self.casebook, path)
        for content, status in ((common.FERRY, 0), ("", 1)):
            out = self.run_cli("import", self.casebook, self.write("a\n\u001b[31m.txt", content), status=status)
            self.assertEqual(out.count("\n"), 1)
            self.assertNotIn("\u001b", out)
        for kind in ("articles", "events", "claims", "actors"):
            self.assertNotIn("\u001b", self.run_cli("list", self.casebook, kind))

    def test_export_json(self):
        self.make()
        data = self.export()
        self.assertEqual(set(TABLES) - {"mentions", "evidence"}, set(data) - {"sayso", "program", "documents", "changes"})
        texts = {article["id"]: article["text"] for article in data["articles"]}
        hashes = {article["sha256"] for article in data["articles"]}
        self.assertEqual(hashes, {hashlib.sha256(t.encode()).hexdigest() for t in (common.BRIDGE, common.FERRY)})
        actors = {actor["id"] for actor in data["actors"]}
        claims = {claim["id"]: claim for claim in data["claims"]}
        for actor in data["actors"]:
            names = {common.solid(name) for name in [actor["title"], *actor["aliases"]]}
            found = {common.solid(texts[m["article"]][slice(*m["span"])]) for m in actor["mentions"]}
            self.assertTrue(actor["unnamed"] or names & found, actor)
        for event in data["events"]:
            self.assertTrue(texts[event["article"]][slice(*event["trigger"])].strip())
            self.assertIn(event["claim"], [None, *claims])
            for participant in event["participants"]:
                self.assertIn(participant["actor"], actors)
        for relation in data["relations"]:
            self.assertIn(relation["subject"], actors)
            self.assertIn(relation["object"], actors)
            self.assertTrue(relation["evidence"])
        quotes = [texts[c["article"]][slice(*c["content"][0])] for c in claims.values() if c["content"]]
        self.assertTrue(any("We were not told" in quote for quote in quotes), quotes)

    def test_export_same_bytes(self):
        self.make()
        first = self.run_cli("export", self.casebook, "--format", "json")
        self.assertEqual(first, self.run_cli("export", self.casebook, "--format", "json"))
        target = self.path("out.json")
        self.assertEqual(self.run_cli("export", self.casebook, "--format", "json", "-o", target), "")
        with open(target, encoding="utf-8") as file:
            self.assertEqual(file.read(), first)

    def test_export_csv(self):
        self.make()
        folder = self.path("tables")
        self.run_cli("export", self.casebook, "--format", "csv", "-o", folder)
        self.assertEqual(sorted(os.listdir(folder)), sorted(name + ".csv" for name in TABLES))
        data = self.export()
        for name in TABLES:
            with open(os.path.join(folder, name + ".csv"), newline="", encoding="utf-8") as file:
                raw = file.read()
            self.assertEqual(raw, self.run_cli("export", self.casebook, "--format", "csv", "--table", name))
            self.assertEqual(raw.count("\n"), raw.count("\r\n") + self.newlines_inside(raw))
            rows = list(csv.DictReader(raw.splitlines(keepends=True), strict=True))
            if name in data and name != "provenance":
                self.assertEqual([int(row["id"]) for row in rows], [item["id"] for item in data[name]])
                self.assertEqual([row["title"].lstrip("'") for row in rows], [item["title"] or "" for item in data[name]])
            self.assertTrue(all(None not in row and None not in row.values() for row in rows))

    def newlines_inside(self, raw):
        """Line feeds that stand in a quoted cell."""
        inside, count, previous = False, 0, ""
        for character in raw:
            inside ^= character == '"'
            count += inside and character == "\n" and previous != "\r"
            previous = character
        return count

    def test_formulas(self):
        """No cell begins as a formula does."""
        titles = ["=HYPERLINK(\"http://example.org\")", "+1 for the bridge", "-1 for the ferry", "@SUM(A1)"]
        for number, title in enumerate(titles):
            self.run_cli("import", self.casebook, self.write(f"f{number}.txt", f"{title}\n\nIt was closed, \"they\" said.\n"))
        raw = self.run_cli("export", self.casebook, "--format", "csv", "--table", "articles")
        found = [row["title"] for row in csv.DictReader(raw.splitlines(keepends=True), strict=True)]
        self.assertEqual(sorted(found), sorted("'" + title for title in titles))
        for name in TABLES:
            raw = self.run_cli("export", self.casebook, "--format", "csv", "--table", name)
            for row in csv.reader(raw.splitlines(keepends=True), strict=True):
                for cell in row:
                    self.assertNotIn(cell[:1], ["=", "+", "-", "@", "\t", "\r"])

    def test_export_failures(self):
        """A file that is there stays as it is when a new one cannot be made."""
        self.make()
        target = self.write("out.json", "old")
        self.run_cli("export", self.casebook, "--format", "json", "-o", self.path("no/such/folder.json"), status=1)
        self.assertIn("folder.json” could not be written", self.stderr)
        self.run_cli("export", self.casebook, "--format", "csv", "-o", target, status=1)
        self.assertEqual(self.content(target), b"old")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([common.PROGRAM, "export", self.casebook, "--format", "json"], stdout=full,
                                  stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr)

    def test_check(self):
        self.make()
        self.assertEqual(self.run_cli("check", self.casebook), "undamaged, 2 articles\n")
        with contextlib.closing(sqlite3.connect(self.casebook)) as database, database:
            (table,) = database.execute("SELECT name FROM sqlite_schema WHERE sql LIKE '%sha256%' AND type = 'table'")
            database.execute(f"UPDATE {table[0]} SET sha256 = ? WHERE rowid = 1", ("0" * 64,))
        out = self.run_cli("check", self.casebook, status=1)
        self.assertIn("bridge.txt", out)

    def test_verify(self):
        self.make()
        digest = hashlib.sha256(self.content(self.bridge)).hexdigest()
        out = self.run_cli("verify", self.casebook)
        self.assertEqual(len(out.splitlines()), 2)
        self.assertIn(f"unchanged  {digest}  Cracks found in Orva bridge\n", out)
        self.run_cli("verify", "--original", digest[:12], "-o", self.path("again.txt"), self.casebook)
        self.assertEqual(self.content(self.path("again.txt")), self.content(self.bridge))
        self.run_cli("verify", "--original", "f" * 64, self.casebook, status=1)
        self.assertIn("no article", self.stderr)
        with contextlib.closing(sqlite3.connect(self.casebook)) as database, database:
            database.execute("UPDATE content SET original = (SELECT original FROM content WHERE article = 2)")
        out = self.run_cli("verify", self.casebook, status=1)
        self.assertEqual(sorted(line.split()[0] for line in out.splitlines()), ["CHANGED", "unchanged"])

    def test_originals_beside(self):
        self.make()
        letter = self.write("letter.txt", "The ministry knew of the cracks, said Jo Brook. Ada Marsh denied it in 2015.")
        self.run_cli("import", "--inside-max", "20", self.casebook, letter)
        digest = hashlib.sha256(self.content(letter)).hexdigest()
        folder = pathlib.Path(self.casebook).with_suffix(".originals")
        self.assertEqual([file.name for file in folder.iterdir()], [digest])
        self.assertEqual((folder / digest).read_bytes(), self.content(letter))
        self.assertEqual(self.run_cli("verify", self.casebook).count("unchanged  "), 3)

        # Everything goes along with an export, and into a casebook that is made again.
        told, again = self.path("told.json"), self.path("again.sayso")
        self.run_cli("export", self.casebook, "--format", "json", "-o", told)
        self.run_cli("import", again, told)
        self.assertEqual(self.run_cli("verify", again).count("unchanged  "), 3)
        self.assertFalse(pathlib.Path(again).with_suffix(".originals").exists())

        (folder / digest).chmod(0o600)
        (folder / digest).write_text("The ministry knew nothing.")
        self.assertEqual(self.run_cli("verify", self.casebook, status=1).count("CHANGED    "), 1)
        self.run_cli("verify", "--original", digest, self.casebook, status=1)
        self.assertIn("folder", self.stderr)
        (folder / digest).unlink()
        self.assertIn("beside the casebook", self.run_cli("check", self.casebook, status=1))

    def test_near(self):
        self.make()
        other = self.write("wire.txt", "Bridge shut, says ministry\n\n" + common.BRIDGE + "\nReporting by Jo Brook")
        out = self.run_cli("import", self.casebook, other)
        self.assertIn("nearly the same as “Cracks found in Orva bridge”", out)
        self.assertEqual(len(self.run_cli("list", self.casebook, "articles").splitlines()), 4)

    def test_mailbox(self):
        box = self.write("box.mbox", "From a@ledger.example Wed Mar  4 10:00:00 2015\nFrom: Ada Marsh <a@ledger.example>\n"
                                     "To: j@ledger.example\nSubject: One\n\nThe bridge is closed.\n\n"
                                     "From j@ledger.example Thu Mar  5 10:00:00 2015\nFrom: j@ledger.example\n"
                                     "To: a@ledger.example\nSubject: Two\n\nWho says so?\n")
        self.assertEqual([line["title"] for line in self.lines("text", box)], ["One", "Two"])
        out = self.run_cli("import", self.path("new.sayso"), box)
        self.assertEqual(len(out.splitlines()), 2)

    def test_log(self):
        self.make()
        lines = [json.loads(line) for line in self.run_cli("log", self.casebook, "--json").splitlines()]
        self.assertEqual([line["command"] for line in lines], ["import", "import"])
        self.assertEqual([line["id"] for line in lines], [1, 2])
        self.assertFalse(lines[0]["undone"])
        self.assertIn("sha256", lines[0]["what"])
        table = self.run_cli("log", self.casebook)
        self.assertTrue(table.startswith("CHANGE"))
        self.assertEqual(len(table.splitlines()), 3)

    def test_replay(self):
        self.make()
        new = self.path("again.sayso")
        digest = self.run_cli("replay", self.casebook, new)
        self.assertRegex(digest, r"^[0-9a-f]{64}\n$")
        self.assertEqual(self.run_cli("replay", new, self.path("third.sayso")), digest)
        self.assertEqual(self.run_cli("check", new), "undamaged, 2 articles\n")
        # What is there is not written over.
        self.run_cli("replay", self.casebook, new, status=1)

    def test_recover(self):
        self.make()
        with open(self.casebook, "rb") as file:
            before = file.read()
        new = self.path("saved.sayso")
        out = self.run_cli("recover", self.casebook, new)
        self.assertIn("article: all 2 rows came back\n", out)
        self.assertEqual(self.run_cli("check", new), "undamaged, 2 articles\n")
        self.run_cli("recover", self.casebook, new, status=3)
        self.run_cli("recover", self.path("none.sayso"), self.path("other.sayso"), status=3)
        with open(self.casebook, "rb") as file:
            self.assertEqual(file.read(), before)

    def test_read_only(self):
        self.make()
        os.chmod(self.casebook, 0o444)
        os.chmod(self.folder, 0o555)
        self.addCleanup(os.chmod, self.folder, 0o755)
        self.assertEqual(len(self.export()["articles"]), 2)

    def test_two_at_once(self):
        """Two imports into one casebook both arrive."""
        files = [self.write(f"n{number}.txt", f"Notice {number}\n\nThe bridge was closed on {number + 1} March 2015.\n")
                 for number in range(12)]
        self.run_cli("import", self.casebook, self.bridge)
        failures = []

        def work(part):
            done = subprocess.run([common.PROGRAM, "import", self.casebook, *part], capture_output=True, text=True)
            if done.returncode:
                failures.append(done.stdout + done.stderr)

        threads = [threading.Thread(target=work, args=(files[i::2],)) for i in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])
        self.assertEqual(len(self.export()["articles"]), 13)

    def test_killed(self):
        """Killed at any moment, an import leaves whole articles only."""
        files = [self.write(f"n{number}.txt", f"Notice {number}\n\nTove Lind closed the bridge on {number % 28 + 1} March 2015.\n")
                 for number in range(50)]
        for attempt in range(20):
            casebook = self.path(f"killed{attempt}.sayso")
            with subprocess.Popen([common.PROGRAM, "import", casebook, *files], stdout=subprocess.PIPE, text=True) as process:
                lines = [process.stdout.readline() for _ in range(2 * attempt + 1)]
                process.kill()
            self.assertTrue(all(line.startswith("imported ") for line in lines))
            self.run_cli("check", casebook)
            data = json.loads(self.run_cli("export", casebook, "--format", "json"))
            self.assertGreaterEqual(len(data["articles"]), len(lines))
            for article in data["articles"]:
                self.assertTrue([time for time in data["times"] if time["article"] == article["id"]])
            with contextlib.closing(sqlite3.connect(casebook)) as database:
                self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])


if __name__ == "__main__":
    common.main()
