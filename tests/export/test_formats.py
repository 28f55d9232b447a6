# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""sayso-cli export in every format, each read back and held against what its standard demands. Nothing is fetched; where
a program that checks a format is there (SAYSO_VNU: the Nu HTML checker's jar; soffice), it is used as well."""

import collections
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import unittest
import zipfile
from xml.etree import ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
import common  # noqa: E402

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
FORMATS = {"html": "html", "odt": "odt", "markdown": "md", "ical": "ics", "timelinejs": "json", "graphml": "graphml",
           "gexf": "gexf", "stix": "json", "ftm": "json", "annotations": "jsonld", "claimreview": "jsonld",
           "json": "json", "ndjson": "ndjson"}


class Formats(common.Case):
    """The casebook is made once: reading takes longest."""

    @classmethod
    def setUpClass(cls):
        case = cls("make")
        case.setUp()
        cls.kept = case.folder + "-kept"
        case.run_cli("import", case.path("bridge.sayso"), case.bridge, case.ferry)
        shutil.copytree(case.folder, cls.kept)
        case.doCleanups()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.kept)

    def make(self):
        pass

    def setUp(self):
        super().setUp()
        if hasattr(self, "kept"):
            shutil.copytree(self.kept, self.folder, dirs_exist_ok=True)
            self.casebook = self.path("bridge.sayso")
            self.data = json.loads(self.export("json"))

    def export(self, name, *options):
        return self.run_cli("export", self.casebook, "--format", name, *options)

    # -- the contract of all --

    def test_same_bytes_and_report(self):
        for name, suffix in FORMATS.items():
            with self.subTest(name):
                paths = [self.path(f"{turn}.{suffix}") for turn in "ab"]
                for path in paths:
                    self.run_cli("export", self.casebook, "-f", name, "-o", path, "--report")
                    self.assertTrue(self.stderr.strip(), "says what it cannot hold")
                with open(paths[0], "rb") as first, open(paths[1], "rb") as second:
                    self.assertEqual(first.read(), second.read())

    def test_round_trip(self):
        """A casebook comes back as it was, from both forms, and only where there is none."""
        digest = self.run_cli("replay", self.casebook, self.path("replayed.sayso"))
        for name in ("json", "ndjson"):
            with self.subTest(name):
                told, again = self.path(f"told.{name}"), self.path(f"again-{name}.sayso")
                self.run_cli("export", self.casebook, "-f", name, "-o", told)
                self.run_cli("import", again, told)
                self.assertEqual(self.run_cli("replay", again, self.path(f"replayed-{name}.sayso")), digest)
                self.assertEqual(self.run_cli("verify", again), self.run_cli("verify", self.casebook))
                self.assertEqual(json.loads(self.run_cli("export", again, "-f", "json"))["events"], self.data["events"])
                self.assertIn("is there already", self.run_cli("import", again, told, status=1))

    def test_round_trip_of_bad_files(self):
        whole = self.export("json")
        data = json.loads(whole)
        first = data["documents"][0]
        bad = {
            "cut": whole[: len(whole) // 2],
            "selection": self.export("json", "--query", "boats"),
            "changed": whole.replace('"who":"', '"who":"not '),
            "text": whole.replace(json.dumps(first["text"])[1:40], "Another text stands here, and it is long"),
            "number": json.dumps({**data, "changes": [{**data["changes"][0], "id": "one"}]}),
            "array": json.dumps({**data, "documents": [1]}),
            "reference": json.dumps({**data, "documents": []}),
            "no-digest": '{"sayso":1,"changes":[{}]}',
            "line": '{"item":"export","sayso":1}\nnot JSON\n',
        }
        for name, text in bad.items():
            with self.subTest(name):
                # Made compact again where it was parsed, as exports begin.
                path = self.path(name + ".json")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text.replace('{"sayso": 1', '{"sayso":1', 1))
                self.run_cli("import", self.path(name + ".sayso"), path, status=0 if name == "changed" else 1)
                self.assertEqual(os.path.exists(self.path(name + ".sayso")), name == "changed")

    def test_query(self):
        data = json.loads(self.export("json", "--query", "boats"))
        self.assertEqual(len(data["articles"]), 1)
        self.assertLess(len(data["events"]), len(self.data["events"]))
        ids = {kind: {item["id"] for item in data[kind]} for kind in ("articles", "actors", "claims", "times")}
        for event in data["events"]:
            self.assertIn(event["article"], ids["articles"])
            self.assertTrue({role["actor"] for role in event["participants"]} <= ids["actors"])
            self.assertTrue(event["claim"] is None or event["claim"] in ids["claims"])
            self.assertTrue(event["time"] is None or event["time"] in ids["times"])

    def test_usage(self):
        self.run_cli("export", self.casebook, "-f", "papyrus", status=2)
        self.run_cli("export", self.casebook, "-f", "json", "--omit", "event:1", status=2)
        self.run_cli("export", self.casebook, "-f", "json", "--omit", "actor:one", status=2)
        self.run_cli("export", self.casebook, "-f", "json", "--omit", "actor:99999", status=1)

    # -- Sayso's own --

    def test_json_schema(self):
        with open(os.environ["SAYSO_SCHEMA"], encoding="utf-8") as file:
            schema = json.load(file)
        self.assertEqual(check_schema(schema, schema, self.data, "$"), [])
        for wrong in ({}, {**self.data, "sayso": 2}, {**self.data, "events": [{"id": "one"}]}):
            self.assertNotEqual(check_schema(schema, schema, wrong, "$"), [])

    def test_ndjson(self):
        lines = [json.loads(line) for line in self.export("ndjson").splitlines()]
        self.assertEqual(lines[0]["item"], "export")
        kinds = collections.Counter(line["item"] for line in lines[1:])
        for kind, count in kinds.items():
            self.assertEqual(count, len(self.data[kind + "s"]))
        for line in lines[1:]:
            kind = line.pop("item")
            self.assertIn(line, self.data[kind + "s"])

    # -- STIX 2.1 --

    def test_stix(self):
        bundle = json.loads(self.export("stix"))
        self.assertEqual(bundle["type"], "bundle")
        self.assertRegex(bundle["id"], f"^bundle--{UUID}$")
        required = {"identity": {"name"}, "threat-actor": {"name"}, "intrusion-set": {"name"},
                    "malware": {"is_family"}, "location": {"region"}, "software": {"name"},
                    "relationship": {"relationship_type", "source_ref", "target_ref"},
                    "note": {"content", "object_refs"}, "opinion": {"opinion", "object_refs"},
                    "report": {"name", "published", "object_refs"}}
        ids = [item["id"] for item in bundle["objects"]]
        self.assertEqual(len(ids), len(set(ids)))
        for item in bundle["objects"]:
            self.assertEqual(item["spec_version"], "2.1")
            self.assertRegex(item["id"], f"^{item['type']}--{UUID}$")
            self.assertTrue(required[item["type"]] <= set(item), item)
            if item["type"] != "software":
                for name in ("created", "modified"):
                    self.assertRegex(item[name], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
            for name in ("created_by_ref", "source_ref", "target_ref"):
                if name in item:
                    self.assertIn(item[name], ids)
            self.assertTrue(set(item.get("object_refs", [])) <= set(ids), item)
            self.assertNotEqual(item.get("object_refs"), [])
            self.assertIn(item.get("confidence", 0), range(101))
            for reference in item.get("external_references", []):
                self.assertTrue(reference["source_name"])
                self.assertTrue({"description", "url", "external_id"} & set(reference))
            if item["type"] == "relationship":
                self.assertRegex(item["relationship_type"], "^[a-z0-9-]+$")
                self.assertTrue(item["description"])
            if item["type"] == "opinion":
                self.assertIn(item["opinion"], ["strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"])
        types = collections.Counter(item["type"] for item in bundle["objects"])
        self.assertEqual(types["report"], len(self.data["articles"]))
        self.assertEqual(types["relationship"], len(self.data["relations"]))
        self.assertEqual(types["note"], len(self.data["events"]) + len(self.data["claims"]))

    # -- FollowTheMoney --

    # Of the default model, what this export uses: property → type; * for what must be there.
    THING = {"name": "*name", "alias": "name", "description": "text", "summary": "text", "notes": "text",
             "keywords": "string", "publisher": "string", "sourceUrl": "url", "proof": "Article"}
    INTERVAL = {"date": "date", "startDate": "date", "endDate": "date"}
    MODEL = {
        "Person": THING, "Organization": THING, "PublicBody": THING, "LegalEntity": THING, "Asset": THING,
        "Address": {**THING, "full": "address"},
        "Article": {**THING, "title": "string", "fileName": "*string", "author": "string", "mimeType": "mimetype",
                    "publishedAt": "date", "bodyText": "text"},
        "Event": {**THING, **INTERVAL, "involved": "LEGAL", "location": "address"},
        "Note": {**THING, "entity": "THING"},
        "Mention": {"document": "*Article", "name": "*name", "resolved": "LEGAL", "detectedSchema": "string"},
        "UnknownLink": {**INTERVAL, "subject": "*THING", "object": "*THING", "role": "string", "status": "string",
                        "summary": "text"},
        "Membership": {**INTERVAL, "member": "*LEGAL", "organization": "*ORGANIZATION", "role": "string",
                       "status": "string", "summary": "text"},
    }
    RANGES = {"LEGAL": {"Person", "Organization", "PublicBody", "LegalEntity"},
              "ORGANIZATION": {"Organization", "PublicBody"},
              "THING": {"Person", "Organization", "PublicBody", "LegalEntity", "Asset", "Address", "Article", "Event",
                        "Note"},
              "Article": {"Article"}}

    def test_ftm(self):
        entities = [json.loads(line) for line in self.export("ftm").splitlines()]
        schemata = {entity["id"]: entity["schema"] for entity in entities}
        self.assertEqual(len(schemata), len(entities))
        for entity in entities:
            model = self.MODEL[entity["schema"]]
            self.assertTrue(set(entity["properties"]) <= set(model), entity)
            for name, kind in model.items():
                values = entity["properties"].get(name, [])
                self.assertTrue(values or not kind.startswith("*"), (name, entity))
                kind = kind.lstrip("*")
                for value in values:
                    self.assertTrue(value)
                    if kind in self.RANGES:
                        self.assertIn(schemata[value], self.RANGES[kind])
                    if kind == "date":
                        self.assertRegex(value, r"^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$")
        counts = collections.Counter(schemata.values())
        self.assertEqual(counts["Article"], len(self.data["articles"]))
        self.assertEqual(counts["Event"], len(self.data["events"]))
        self.assertEqual(counts["UnknownLink"] + counts["Membership"], len(self.data["relations"]))

    # -- graphs --

    def test_graphml(self):
        root = ElementTree.fromstring(self.export("graphml"))
        space = "{http://graphml.graphdrawing.org/xmlns}"
        keys = {key.get("id"): key for key in root.iter(space + "key")}
        graph = root.find(space + "graph")
        self.assertEqual(graph.get("edgedefault"), "directed")
        nodes = {node.get("id"): {data.get("key"): data.text for data in node} for node in graph.iter(space + "node")}
        self.assertEqual({(name, data["label"], data["kind"]) for name, data in nodes.items()},
                         {(f"a{actor['id']}", actor["title"], actor["kind"]) for actor in self.data["actors"]})
        edges = set()
        for edge in graph.iter(space + "edge"):
            data = {data.get("key"): data.text for data in edge}
            edges.add((edge.get("source"), data["type"], data["relation"], edge.get("target")))
            self.assertIn(edge.get("source"), nodes)
            self.assertIn(edge.get("target"), nodes)
        self.assertEqual(edges, {(f"a{r['subject']}", r["type"], r["label"], f"a{r['object']}")
                                 for r in self.data["relations"]})
        for data in root.iter(space + "data"):
            self.assertIn(data.get("key"), keys)

    def test_gexf(self):
        root = ElementTree.fromstring(self.export("gexf"))
        space = "{http://gexf.net/1.3}"
        self.assertEqual((root.tag, root.get("version")), (space + "gexf", "1.3"))
        graph = root.find(space + "graph")
        self.assertEqual((graph.get("mode"), graph.get("timeformat")), ("dynamic", "date"))
        attributes = {item.get("id") for item in root.iter(space + "attribute")}
        nodes = {node.get("id") for node in root.iter(space + "node")}
        self.assertEqual(len(nodes), len(self.data["actors"]))
        self.assertEqual(len(list(root.iter(space + "edge"))), len(self.data["relations"]))
        for edge in root.iter(space + "edge"):
            self.assertIn(edge.get("source"), nodes)
            self.assertIn(edge.get("target"), nodes)
        for value in root.iter(space + "attvalue"):
            self.assertIn(value.get("for"), attributes)
        spells = list(root.iter(space + "spell"))
        self.assertTrue(spells)
        for spell in spells:
            days = [spell.get(name) for name in ("start", "end") if spell.get(name)]
            self.assertTrue(days)
            self.assertEqual(days, sorted(days))
            for day in days:
                self.assertRegex(day, r"^-?\d{4}-\d\d-\d\d$")

    # -- timelines --

    def dated(self):
        return [event for event in self.data["events"] if event["earliest"] or event["latest"]]

    def test_timelinejs(self):
        timeline = json.loads(self.export("timelinejs"))
        self.assertTrue(timeline["title"]["text"]["headline"])
        self.assertEqual(len(timeline["events"]), len(self.dated()))
        for slide in timeline["events"]:
            for name in ("start_date", "end_date"):
                if name in slide:
                    date = slide[name]
                    self.assertEqual(list(date), ["year", "month", "day"][:len(date)])
                    self.assertTrue(all(isinstance(part, int) for part in date.values()))
            self.assertIn("start_date", slide)
            self.assertTrue(slide["text"]["headline"] and slide["display_date"])
        whole = [event for event in self.dated() if event["edtf"] == "2014"]
        self.assertTrue(whole, "the sample has a date that is only a year")
        self.assertIn({"year": 2014}, [slide["start_date"] for slide in timeline["events"]])

    def test_ical(self):
        raw = subprocess.run([common.PROGRAM, "export", self.casebook, "-f", "ical"], capture_output=True,
                             check=True).stdout
        self.assertEqual(raw.count(b"\n"), raw.count(b"\r\n"))
        for line in raw.split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
            line.decode("utf-8")
        lines = raw.decode("utf-8").replace("\r\n ", "").split("\r\n")
        self.assertEqual(lines[:2] + lines[-2:], ["BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR", ""])
        events, current = [], None
        for line in lines:
            name, _, value = line.partition(":")
            if line == "BEGIN:VEVENT":
                current = {}
            elif line == "END:VEVENT":
                events.append(current)
                current = None
            elif current is not None:
                self.assertNotIn(name, current)
                current[name] = value
        self.assertEqual(len(events), len(self.dated()))
        self.assertEqual(len({event["UID"] for event in events}), len(events))
        for event in events:
            self.assertTrue({"UID", "DTSTAMP", "SUMMARY", "STATUS"} <= set(event))
            self.assertRegex(event["DTSTAMP"], r"^\d{8}T\d{6}Z$")
            if "DTSTART;VALUE=DATE" in event:
                self.assertLess(event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"])
            self.assertIsNone(re.search(r"(?<!\\)[,;]", event["SUMMARY"]))
        edtf = {event["X-SAYSO-EDTF"].replace("\\", "") for event in events}
        self.assertTrue({event["edtf"] for event in self.dated() if event["edtf"]} <= edtf)

    # -- JSON-LD --

    def test_annotations(self):
        collection = json.loads(self.export("annotations"))
        self.assertEqual(collection["@context"], "http://www.w3.org/ns/anno.jsonld")
        self.assertEqual((collection["type"], collection["first"]["type"]), ("AnnotationCollection", "AnnotationPage"))
        texts = [article["text"] for article in self.data["articles"]]
        ids = [item["id"] for item in collection["first"]["items"]]
        self.assertEqual(len(ids), len(set(ids)))
        for item in collection["first"]["items"]:
            self.assertEqual(item["type"], "Annotation")
            self.assertRegex(item["id"], f"^urn:uuid:{UUID}$")
            self.assertRegex(item["target"]["source"], r"^(https?://|ni:///sha-256;|urn:)")
            quote, position = item["target"]["selector"]
            self.assertEqual((quote["type"], position["type"]), ("TextQuoteSelector", "TextPositionSelector"))
            start, end = position["start"], position["end"]
            self.assertTrue(any(text[start:end] == quote["exact"] and text[:start].endswith(quote["prefix"]) and
                                text[end:].startswith(quote["suffix"]) for text in texts), item)
        spans = sum(len(actor["mentions"]) for actor in self.data["actors"]) + len(self.data["times"]) + \
            len(self.data["events"]) + sum(len(claim[part]) for claim in self.data["claims"]
                                           for part in ("source", "cue", "content")) + \
            sum(len(relation["evidence"]) for relation in self.data["relations"])
        self.assertEqual(len(ids), spans)

    def test_claimreview(self):
        reviews = json.loads(self.export("claimreview"))
        self.assertEqual(reviews["@context"], "https://schema.org")
        self.assertEqual(len(reviews["@graph"]), len(self.data["claims"]))
        for review in reviews["@graph"]:
            self.assertEqual(review["@type"], "ClaimReview")
            self.assertTrue(review["claimReviewed"] and review["url"] and review["author"]["name"])
            self.assertEqual(review["itemReviewed"]["@type"], "Claim")
            rating = review["reviewRating"]
            self.assertTrue(rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"])
            self.assertEqual(rating["reviewAspect"], "sourcing")
            self.assertIn("not whether it is true", rating["ratingExplanation"])

    # -- reports --

    def assert_report(self, text):
        for heading in ("Chronology", "Claims", "Actors", "Articles"):
            self.assertIn(heading, text)
        for article in self.data["articles"]:
            self.assertIn(article["sha256"], text)
        for claim in self.data["claims"]:
            self.assertIn(claim["title"], text)

    def test_html(self):
        from html.parser import HTMLParser

        class Parser(HTMLParser):
            void = {"meta", "br", "link", "img"}

            def __init__(self):
                super().__init__()
                self.open, self.text, self.ids, self.links, self.tags = [], [], set(), set(), set()

            def handle_starttag(self, tag, attributes):
                self.tags.add(tag)
                attributes = dict(attributes)
                self.ids |= {attributes["id"]} if "id" in attributes else set()
                self.links |= {attributes["href"]} if "href" in attributes else set()
                if tag not in self.void:
                    self.open.append(tag)

            def handle_endtag(self, tag):
                assert self.open.pop() == tag, tag

            def handle_data(self, data):
                self.text.append(data)

        raw = self.export("html")
        parser = Parser()
        parser.feed(raw)
        parser.close()
        self.assertEqual(parser.open, [])
        self.assertTrue(raw.startswith("<!DOCTYPE html>"))
        self.assertFalse(parser.tags & {"script", "img", "iframe", "object", "embed", "link", "form"})
        self.assertEqual({link[1:] for link in parser.links} - parser.ids, set())
        self.assertIn("@media print", raw)
        self.assert_report("".join(parser.text))
        if os.environ.get("SAYSO_VNU") and shutil.which("java"):
            path = self.write("report.html", raw)
            subprocess.run(["java", "-jar", os.environ["SAYSO_VNU"], "--errors-only", path], check=True)

    def test_hostile_text(self):
        """What an article says is text in every format."""
        hostile = self.write("hostile.txt", "<script>alert(1)</script> | `x` ]]> & \"quoted\"\n\n"
                                            "Tove <b>Lind</b> & Co | said on 3 March 2015 that *all* was lost; {{x}}, \\n.\n")
        self.run_cli("import", self.casebook, hostile)
        self.assertNotIn("<script", self.export("html"))
        self.assertNotIn("<script", self.export("timelinejs").replace("\\u003c", "<"))
        for name in ("graphml", "gexf"):
            ElementTree.fromstring(self.export(name))
        for name in ("stix", "annotations", "claimreview", "timelinejs", "json"):
            json.loads(self.export(name))
        for line in self.export("markdown").splitlines():
            if line.startswith("| "):
                self.assertEqual(len(re.findall(r"(?<!\\)\|", line)), 6, line)
            self.assertNotIn("<b>", line.replace("\\<", ""))

    def test_pages(self):
        """What stands in a PDF document is cited by the page that is printed on it; where a name is withheld, the text is
        another, and has no pages."""
        pdf = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "import", "formats", "ledger.pdf")
        self.run_cli("import", self.path("ledger.sayso"), pdf)
        report = self.run_cli("export", self.path("ledger.sayso"), "-f", "markdown")
        self.assertRegex(report, r"built in 1923 .*\| \\\[1\\\] p\. 5 \|")
        self.assertIn("\\[1\\] p. 4", report)
        actors = json.loads(self.run_cli("export", self.path("ledger.sayso"), "-f", "json"))["actors"]
        withheld = self.run_cli("export", self.path("ledger.sayso"), "-f", "markdown", "--omit", f"actor:{actors[0]['id']}")
        self.assertIn("\\[1\\]", withheld)
        self.assertNotIn("built in 1923 and is the only one for thirty miles. | said by the author | \\[1\\] p.", withheld)

    def test_markdown(self):
        text = self.export("markdown")
        self.assert_report(re.sub(r"\\(.)", r"\1", text))
        rows = [line for line in text.splitlines() if line.startswith("|")]
        self.assertGreater(len(rows), len(self.dated()))

    def test_odt(self):
        path = self.path("report.odt")
        self.run_cli("export", self.casebook, "-f", "odt", "-o", path)
        with open(path, "rb") as file:
            start = file.read(77)
        self.assertEqual(start[30:], b"mimetypeapplication/vnd.oasis.opendocument.text")
        with zipfile.ZipFile(path) as package:
            self.assertIsNone(package.testzip())
            names = package.namelist()
            self.assertEqual(names[0], "mimetype")
            manifest = ElementTree.fromstring(package.read("META-INF/manifest.xml"))
            space = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
            listed = {entry.get(space + "full-path") for entry in manifest} - {"/"}
            self.assertEqual(listed, set(names) - {"mimetype", "META-INF/manifest.xml"})
            content = ElementTree.fromstring(package.read("content.xml"))
            styles = ElementTree.fromstring(package.read("styles.xml"))
            ElementTree.fromstring(package.read("meta.xml"))
        self.assert_report("".join(content.itertext()))
        defined = {item.get("{urn:oasis:names:tc:opendocument:xmlns:style:1.0}name") for item in styles.iter()}
        used = {item.get("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}style-name") for item in content.iter()}
        self.assertTrue(used - {None} <= defined, used - defined)
        if shutil.which("soffice"):
            subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", self.folder, path], check=True,
                           timeout=120)
            self.assertTrue(os.path.exists(self.path("report.pdf")))

    # -- the dossier of one claim --

    def test_dossier(self):
        officials = next(claim for claim in self.data["claims"] if claim["title"].startswith("The ministry had known"))
        number = str(officials["id"])
        text = self.export("dossier-markdown", "--claim", number)
        for words in ("# The ministry had known", "## Chain", "## Origins", "### Why", "## What Does Not Fit Together",
                      "1 article, 1 origin", "When it was found out", "4 March 2015",
                      "Two officials said that the ministry had known of the cracks since January 2015", "¶ 5"):
            self.assertIn(words, text)
        # Each article that is cited is there with its hash, and no other.
        hashes = {article["sha256"] for article in self.data["articles"] if article["id"] == officials["article"]}
        self.assertEqual(set(re.findall(r"SHA-256 (\w+)", text)), hashes)
        self.assertEqual(text, self.export("dossier-markdown", "--claim", number))

        page = self.path("dossier.html")
        self.run_cli("export", self.casebook, "-f", "dossier", "--claim", number, "-o", page)
        with open(page, encoding="utf-8") as file:
            html = file.read()
        self.assertIn("<title>The ministry had known", html)
        self.assertNotIn("<script", html)
        for anchor in re.findall(r'href="#([^"]*)"', html):
            self.assertIn(f'id="{anchor}"', html)

        self.run_cli("export", self.casebook, "-f", "dossier", status=2)
        self.run_cli("export", self.casebook, "-f", "html", "--claim", number, status=2)
        self.run_cli("export", self.casebook, "-f", "dossier", "--claim", "99999", status=1)
        self.assertIn("there is none with that number", self.stderr)

    def test_dossier_redacted(self):
        claims = [claim for claim in self.data["claims"] if claim["article"] == self.data["articles"][0]["id"]]
        number = str(claims[0]["id"])
        actor = next(actor for actor in self.data["actors"] if actor["title"] == "Lindqvist Engineering")
        article = next(article for article in self.data["articles"] if article["id"] == claims[0]["article"])
        for option in ("--omit", "--hide"):
            text = self.export("dossier-markdown", "--claim", number, option, f"actor:{actor['id']}").casefold()
            for name in {actor["title"], *actor["aliases"]}:
                self.assertNotIn(name.casefold(), text)
        text = self.export("dossier-markdown", "--claim", number, "--hide", f"article:{article['id']}")
        self.assertNotIn(article["title"], text)
        self.assertNotIn(article["sha256"], text)
        self.run_cli("export", self.casebook, "-f", "dossier", "--claim", number, "--omit", f"article:{article['id']}",
                     status=1)

    # -- redaction --

    def test_redaction(self):
        actor = next(actor for actor in self.data["actors"] if actor["title"] == "Lindqvist Engineering")
        names = {actor["title"], *actor["aliases"]}
        for option in ("--omit", "--hide"):
            for name, suffix in FORMATS.items():
                with self.subTest(name, option=option):
                    path = self.path("redacted." + suffix)
                    self.run_cli("export", self.casebook, "-f", name, option, f"actor:{actor['id']}", "-o", path)
                    for text in read_all(path):
                        for withheld in names:
                            self.assertNotIn(withheld.casefold(), text.casefold())
            tables = self.path("redacted" + option)
            self.run_cli("export", self.casebook, "-f", "csv", option, f"actor:{actor['id']}", "-o", tables)
            for table in os.listdir(tables):
                with open(os.path.join(tables, table), newline="", encoding="utf-8") as file:
                    for row in csv.reader(file):
                        self.assertFalse(any(name.casefold() in cell.casefold() for name in names for cell in row))


def read_all(path):
    """All texts in a file, those in a package too."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            return [package.read(name).decode("utf-8") for name in package.namelist()]
    with open(path, encoding="utf-8") as file:
        return [file.read()]


def check_schema(schema, root, value, where):
    """As much of JSON Schema 2020-12 as the published schema uses; what it does not know is an error."""
    known = {"$schema", "$id", "$defs", "$ref", "title", "description", "type", "const", "enum", "properties",
             "required", "additionalProperties", "items", "prefixItems", "minItems", "maxItems", "minimum", "pattern",
             "allOf", "unevaluatedProperties"}
    wrong = [f"{where}: unknown keyword {word}" for word in set(schema) - known]
    if "$ref" in schema:
        target = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        wrong += check_schema(target, root, value, where)
    types = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    if "type" in schema:
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(isinstance(value, types[name]) and (name != "integer" or not isinstance(value, bool)) for name in names):
            return wrong + [f"{where}: {value!r} is no {names}"]
    if "const" in schema and value != schema["const"] or "enum" in schema and value not in schema["enum"]:
        wrong.append(f"{where}: {value!r}")
    if "minimum" in schema and isinstance(value, int) and value < schema["minimum"]:
        wrong.append(f"{where}: {value} is too small")
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        wrong.append(f"{where}: {value!r} does not match")
    if isinstance(value, dict):
        wrong += [f"{where}: {name} is missing" for name in schema.get("required", []) if name not in value]
        for name, item in value.items():
            if name in schema.get("properties", {}):
                wrong += check_schema(schema["properties"][name], root, item, f"{where}.{name}")
            elif schema.get("additionalProperties") is False:
                wrong.append(f"{where}: {name} is unknown")
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            wrong.append(f"{where}: {len(value)} items")
        for index, item in enumerate(value):
            if "items" in schema:
                wrong += check_schema(schema["items"], root, item, f"{where}[{index}]")
    return wrong


if __name__ == "__main__":
    unittest.main(verbosity=2)
