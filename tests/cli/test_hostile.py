#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One folder with every file that is made to break an importer: each is named with its reason, the good ones among
them are imported all the same, and the casebook is whole afterwards."""

import gzip
import os
import pathlib
import resource
import unittest
import zipfile

import common

MEGABYTE = 1 << 20
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# What the line of each says; “imported”: what can be read of it is taken.
EXPECTED = {}


def case(expected):
    def add(make):
        EXPECTED[make.__name__.replace("_", ".")] = (expected, make)
        return make

    return add


def pack(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)


def docx(path, body, head=""):
    pack(path, [("[Content_Types].xml", "<Types/>"),
                ("word/document.xml", f"<?xml version='1.0'?>{head}<w:document xmlns:w='{WORDS}'><w:body>{body}</w:body>"
                                      "</w:document>")])


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(path, objects):
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    path.write_bytes(out)


def sparse(path):
    with path.open("wb") as file:
        file.truncate(3 << 30)


def response(headers, body):
    block = b"HTTP/1.1 200 OK\r\n" + headers + b"\r\n" + body
    return (b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ledger.example/a\r\n"
            b"WARC-Date: 2015-03-05T08:00:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(block), block))


# -- larger than they look ------------------------------------------------------------------------------------------

@case("grows to more than 128.0 MiB")
def bomb_docx(path):
    docx(path, paragraph("boom ") * (160 * MEGABYTE // len(paragraph("boom "))))


@case("more than 20000 files")
def entries_epub(path):
    pack(path, [("mimetype", "application/epub+zip")] + [(f"{i}.xhtml", "") for i in range(25000)])


@case("no text in")
def entities_docx(path):
    laughs = "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10}'>" for i in range(1, 12))
    docx(path, paragraph("&l11;"), f"<!DOCTYPE w [<!ENTITY l0 'ha'>{laughs}]>")


@case("imported")
def outside_docx(path):
    docx(path, paragraph("The bridge is closed. &file;"), "<!DOCTYPE w [<!ENTITY file SYSTEM 'file:///etc/passwd'>]>")


@case("no pages with text")
def gzip_warc(path):
    body = gzip.compress(b"<p>boom " * (200 * MEGABYTE // 8), 1)
    path.write_bytes(response(b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n", body))


@case("is larger than")
def sparse_txt(path):
    sparse(path)


@case("is larger than")
def sparse_html(path):
    sparse(path)


@case("is larger than")
def sparse_pdf(path):
    sparse(path)


# -- deeper than they should be -------------------------------------------------------------------------------------

@case("more than 2000 elements")
def deep_html(path):
    path.write_text("<div>" * 1000000 + "text")


@case("more than 2000 attributes")
def attributes_html(path):
    path.write_text("<p " + " ".join(f"a{i}=1" for i in range(300000)) + ">text")


@case("no text in")
def deep_docx(path):
    docx(path, "<w:p>" * 300000)


@case("imported")
def deep_rtf(path):
    path.write_text(r"{\rtf1 " + "{" * 1000000 + "text")


@case("imported")
def deep_md(path):
    path.write_text("> " * 50000 + "The bridge is closed.\n\n" + "[" * 50000 + "\n\n" + "*a " * 50000)


@case("no text in")
def deep_eml(path):
    lines = ["From: a@ledger.example", "Subject: Deep"]
    for i in range(3000):
        lines += [f'Content-Type: multipart/mixed; boundary="b{i}"', "", f"--b{i}"]
    path.write_text("\n".join(lines + ["Content-Type: text/plain", "", "The bridge is closed."]))


@case("imported")
def parts_eml(path):
    part = "--b\nContent-Type: text/plain\n\nThe bridge is closed.\n"
    path.write_text('From: a@ledger.example\nContent-Type: multipart/mixed; boundary="b"\n\n' + part * 20000)


@case("imported")
def header_eml(path):
    path.write_text("From: a@ledger.example\nSubject: " + "x" * 5000000 + "\n\nThe bridge is closed.\n")


@case("no text in")
def many_mbox(path):
    path.write_text("From a@ledger.example Wed Mar  4 10:00:00 2015\nFrom: a@ledger.example\n\n" * 101000)


@case("is damaged")
def circle_pdf(path):
    pdf(path, [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>"])


@case("is damaged")
def count_pdf(path):
    pdf(path, [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [%s] /Count 6000 >>" % (b"3 0 R " * 6000),
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"])


# -- broken ---------------------------------------------------------------------------------------------------------

@case("cannot be unpacked")
def cut_docx(path):
    docx(path, paragraph("The bridge is closed.") * 100)
    path.write_bytes(path.read_bytes()[:-200])


@case("is damaged")
def cut_pdf(path):
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0")


@case("imported")
def cut_warc(path):
    path.write_bytes(response(b"Content-Type: text/html\r\n", b"<p>The bridge is closed.</p>" * 100)[:700])


@case("is empty")
def empty_txt(path):
    path.write_bytes(b"")


@case("imported")
def latin_html(path):
    path.write_bytes('<meta charset="utf-8"><p>Die Brücke in Größau bleibt geschlossen.'.encode("latin-1"))


@case("binary data")
def noise_txt(path):
    path.write_bytes(bytes(range(256)) * 100)


# -- something else -------------------------------------------------------------------------------------------------

@case("holds a picture")
def picture_pdf(path):
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))


@case("holds a program")
def program_txt(path):
    path.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(2000))


@case("holds a PDF document")
def pages_docx(path):
    path.write_bytes(b"%PDF-1.7\n" + bytes(100))


@case("no text in")
def escape_epub(path):
    pack(path, [("mimetype", "application/epub+zip"),
                ("META-INF/container.xml", '<container><rootfiles><rootfile full-path="../../../etc/passwd"/></rootfiles>'
                                           "</container>")])


@case("no ordinary file")
def pipe_txt(path):
    os.mkfifo(path)


@case("not there")
def circle_txt(path):
    path.symlink_to(path.name)


@case("imported")
def story_txt(path):
    path.write_text(common.BRIDGE)


class Hostile(common.Case):
    def test_folder(self):
        folder = pathlib.Path(self.path("hostile"))
        folder.mkdir()
        for name, (_, make) in EXPECTED.items():
            make(folder / name)
        files = sorted(str(file) for file in folder.iterdir())
        casebook = self.path("case.sayso")
        out = self.run_cli("import", casebook, *files, status=1, timeout=1200)
        lines = {pathlib.Path(line[15:].split(": ")[0]).name: line for line in out.splitlines()}
        for name, (expected, _) in EXPECTED.items():
            with self.subTest(name):
                self.assertIn(expected, lines[name])
                self.assertEqual(lines[name].startswith("imported"), expected == "imported")
                if expected != "imported":
                    self.assertIn(f"“{name}”", lines[name])
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 2500 * 1024)

        self.run_cli("check", casebook)
        n = sum(expected == "imported" for expected, _ in EXPECTED.values())
        self.assertEqual(self.run_cli("verify", casebook).count("unchanged  "), n)
        self.assertNotIn("root:", self.run_cli("text", str(folder / "outside.docx")))


if __name__ == "__main__":
    common.main()
