#!/usr/bin/env python3
"""Makes the files of tests/import/formats that no editor of text can: run it there after changing it.

The same files come out every time. All people and organisations in them are invented.
"""

import gzip
import zipfile
import zlib
from pathlib import Path

FOLDER = Path(__file__).parent / "formats"
EPOCH = (2015, 3, 4, 10, 0, 0)


def pack(name, parts):
    with zipfile.ZipFile(FOLDER / name, "w") as archive:
        for path, text in parts:
            info = zipfile.ZipInfo(path, EPOCH)
            info.compress_type = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, text)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx():
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>".format
    par = lambda inner, properties="": f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    cell = lambda text: f"<w:tc>{par(run(text))}</w:tc>"
    body = "".join([
        par(run("Cracks in the Orva bridge"), '<w:pStyle w:val="Title"/>'),
        par(run("The ministry said the bridge ") + "<w:del w:id='1'><w:r><w:delText>may</w:delText></w:r></w:del>"
            + "<w:ins w:id='2'>" + run("will stay") + "</w:ins>" + run(" closed.")
            + "<w:r><w:footnoteReference w:id='2'/></w:r>"),
        par(run("Mend the piers"), item), par(run("Paint the railing"), item),
        f"<w:tbl><w:tr>{cell('Pier')}{cell('State')}</w:tr><w:tr>{cell('Third')}{cell('cracked')}</w:tr></w:tbl>",
        par(run("First line") + "<w:r><w:br/></w:r>" + run("second line")
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>not to be seen</w:t></w:r>"),
    ])
    notes = ("<w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
             f"<w:footnote w:id='2'>{par(run('Letter of 2 March 2015.'))}</w:footnote>")
    pack("report.docx", [
        ("[Content_Types].xml", "<Types/>"),
        ("docProps/core.xml",
         '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
         'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
         "<dc:creator>Ada Marsh</dc:creator><dcterms:created>2015-03-04T09:00:00Z</dcterms:created>"
         "<dcterms:modified>2016-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>"),
        ("word/document.xml", f"<?xml version='1.0'?><w:document {W}><w:body>{body}</w:body></w:document>"),
        ("word/footnotes.xml", f"<w:footnotes {W}>{notes}</w:footnotes>"),
        ("word/header1.xml", f"<w:hdr {W}>{par(run('Running head'))}</w:hdr>"),
        ("word/comments.xml", f"<w:comments {W}>{par(run('A remark'))}</w:comments>"),
    ])


def release():
    """What a press office sends: a letterhead in a table, a template's date and author, a field, a text box."""
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>".format
    par = lambda inner, properties="": f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"
    cell = lambda *lines: "<w:tc>" + "".join(par(run(line)) for line in lines) + "</w:tc>"
    item = '<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    box = "<w:txbxContent>" + par(run("Press contact: Eva Lind, +46 1 23")) + "</w:txbxContent>"
    body = "".join([
        f"<w:tbl><w:tr>{cell('Ossa Kraft AB', 'Spillway Road 1, Ossa')}{cell('PRESS RELEASE')}</w:tr></w:tbl>",
        par(run("")),
        par(run("Statement on the situation at the Ossa dam"), '<w:pStyle w:val="Heading1"/>'),
        par(run("OSSA, 3 November 2022 – There is ") + "<w:r><w:rPr><w:b/></w:rPr><w:t>no danger</w:t></w:r>"
            + run(" to the public, said ") + "<w:hyperlink>" + run("Nils Ahl") + "</w:hyperlink>"
            + run(", chief executive of Ossa Kraft.")),
        "<w:sdt><w:sdtContent>" + par(run("“All systems work as they should,” Mr Ahl said.")) + "</w:sdtContent></w:sdt>",
        par(run("Inspected in August"), item), par(run("Passed without remarks"), item),
        f"<w:tbl><w:tr>{cell('Measure')}{cell('Limit')}{cell('Today')}</w:tr>"
        f"<w:tr>{cell('Seepage (l/s)')}{cell('40')}{cell('38')}</w:tr></w:tbl>",
        par(mark("begin") + "<w:r><w:instrText> REF _1 </w:instrText></w:r>" + mark("separate") + run("See page 2.")
            + mark("end")),
        par('<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
            f"{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"),
    ])
    pack("release.docx", [
        ("[Content_Types].xml", "<Types/>"),
        ("docProps/core.xml",
         '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
         'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
         "<dc:title></dc:title><dc:creator>Eva Lind</dc:creator><dcterms:created>2019-02-01T09:00:00Z</dcterms:created>"
         "<dcterms:modified>2022-11-03T07:00:00Z</dcterms:modified></cp:coreProperties>"),
        ("word/document.xml", f"<?xml version='1.0'?><w:document {W}><w:body>{body}</w:body></w:document>"),
        ("word/header1.xml", f"<w:hdr {W}>{par(run('Ossa Kraft'))}</w:hdr>"),
    ])


def odt():
    namespaces = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("meta", "meta")))
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>What was deleted</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:h text:outline-level="1">Cracks in the Orva bridge</text:h>'
        '<text:p>The ministry<text:s text:c="2"/>said<text:note><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>In a letter.</text:p></text:note-body></text:note> the bridge stays closed.<office:annotation><text:p>A "
        "remark</text:p></office:annotation></text:p>"
        "<text:list><text:list-item><text:p>Mend the piers</text:p></text:list-item>"
        "<text:list-item><text:p>Paint the railing</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Pier</text:p></table:table-cell><table:table-cell>"
        "<text:p>State</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>First line<text:line-break/>second line</text:p>")
    pack("report.odt", [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", f"<office:document-content {namespaces}><office:body><office:text>{body}</office:text>"
                        "</office:body></office:document-content>"),
        ("meta.xml", f'<office:document-meta {namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
                     "<meta:initial-creator>Ada Marsh</meta:initial-creator><dc:creator>Jo Brook</dc:creator>"
                     "<meta:creation-date>2015-03-04T09:00:00</meta:creation-date><dc:language>en-GB</dc:language>"
                     "</office:meta></office:document-meta>"),
    ])


def epub():
    page = ('<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>'
            "<title>x</title></head><body>{}</body></html>").format
    pack("book.epub", [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml",
         '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
         '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'),
        ("OEBPS/book.opf",
         '<package xmlns="http://www.idpf.org/2007/opf">\n  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
         "    <dc:title>The bridge</dc:title>\n    <dc:creator>Ada Marsh</dc:creator><dc:creator>Jo Brook</dc:creator>"
         "<dc:publisher>Quay Press</dc:publisher><dc:date>2015-03-04</dc:date><dc:language>en</dc:language></metadata>"
         '<manifest>\n    <item id="nav" href="nav.xhtml" properties="nav"/>\n    '
         '<item id="b" href="text/two.xhtml"/>\n<item id="a" href="text/one%20a.xhtml"/><!-- c --></manifest>\n'
         '  <spine>\n    <itemref idref="nav"/>\n\t<itemref idref="a"/> <itemref idref="b"/><itemref idref="b"/></spine>\n'
         '</package>'),
        ("OEBPS/nav.xhtml", page("<nav><ol><li>One</li></ol></nav>")),
        ("OEBPS/text/one a.xhtml", page("<h1>One</h1><p>The bridge was closed.</p>")),
        ("OEBPS/text/two.xhtml", page("<h1>Two</h1><p>Nobody knew why, said Größau’s mayor.</p>")),
    ])


def pdf():
    """Three pages in two columns, with a running head and page numbers; the first has a title in larger letters."""
    left = ["The ministry of works said on Tuesday", "that the bridge over the Orva would not",
            "be opened before the autumn, because", "an inspection had found cracks in two", "of its seven piers.",
            "", "Nobody had noticed them until the inspec-", "tion, it said, and nobody was to blame", "for that."]
    right = ["The contractor said it had warned of the", "state of the well-", "known third pier as early as 2013.", "",
             "Its letters were never answered, which", "the ministry denies."]
    pages = []
    for number in range(3):
        ops = [f"BT /F1 9 Tf 72 760 Td (The Port Ellery Ledger | {number + 1}) Tj ET",
               f"BT /F1 9 Tf 300 40 Td ({number + 1}) Tj ET"]
        if number == 0:
            ops.append("BT /F1 20 Tf 72 710 Td (Cracks in the Orva bridge) Tj ET")
            columns = [(72, left), (320, right)]
        elif number == 1:
            columns = [(72, ["The bridge was built in 1923 and is the", "only one for thirty miles. The ferry"])]
        else:
            columns = [(72, ["that was given up for it will sail again."])]
        for x, lines in columns:
            for row, line in enumerate(lines):
                if line:
                    ops.append(f"BT /F1 11 Tf {x} {670 - 14 * row} Td ({line}) Tj ET")
        pages.append("\n".join(ops).encode("latin-1"))

    objects = [b"<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [ 0 << /S /D /St 4 >> ] >> >>",
               b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % (5 + 2 * i) for i in range(3)), 3),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
               b"<< /Title (Microsoft Word - bridge.doc) /Author (Ada Marsh; Jo Brook) /CreationDate (D:20150304100000Z) >>"]
    for i, content in enumerate(pages):
        packed = zlib.compress(content, 9)
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
                       b"/Resources << /Font << /F1 3 0 R >> >> >>" % (6 + 2 * i))
        objects.append(b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(packed), packed))
    write_pdf("ledger.pdf", objects)
    write_pdf("scan.pdf", [objects[0], b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                           b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>", objects[3]])
    write_pdf("circle.pdf", [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>",
                             b"<< >>", objects[3]])


def write_pdf(name, objects):
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    (FOLDER / name).write_bytes(out)


def inspection():
    """Two pages in two columns with notes at their feet; sentences go on over columns and pages."""
    texts = [
        (["Two inspections of the Ossa dam were made in", "2022, the first in March and the second in Au-",
          "gust. The second found seepage of 38 litres a", "second on the left bank.1 The operator called", "this normal.",
          "", "The ministry did not answer. An official who", "asked not to be named said it had no engineer",
          "to read it,2 and that the letter had been put"],
         ["into a drawer.", "", "In October the seepage doubled. Nobody told", "the mayor, Ida Brandt, who learned of it from",
          "a fisherman.", "", "On 3 November at 6.02 the first alarm was", "given. The spillway gates had by then been open,",
          "as the operator admits, for more than an"],
         ["1 Ossa Kraft, Inspection report 2022/2, p. 14.", "2 Interview, 9 November 2022."]),
        (["hour. About 4,000 people left their homes.", "", "The commission asks who knew of this, and since",
          "when.3 It will hear the operator in January."], [],
         ["3 Letter to the ministry, 21 November 2022."]),
    ]
    pages = []
    for number, (left, right, notes) in enumerate(texts):
        ops = ["BT /F1 8 Tf 60 800 Td (INDEPENDENT COMMISSION ON DAM SAFETY) Tj ET",
               f"BT /F1 8 Tf 520 30 Td ({number + 11}) Tj ET"]
        top = 760
        if number == 0:
            ops += ["BT /F1 18 Tf 60 750 Td (The evacuation of the Ossa valley) Tj ET",
                    "BT /F1 10 Tf 60 728 Td (Interim report, 20 November 2022) Tj ET"]
            top = 690
        for x, lines in ((60, left), (310, right)):
            ops += [f"BT /F1 10 Tf {x} {top - 13 * row} Td ({line}) Tj ET" for row, line in enumerate(lines) if line]
        ops += [f"BT /F1 7 Tf 60 {98 - 9 * row} Td ({line}) Tj ET" for row, line in enumerate(notes)]
        pages.append("\n".join(ops).encode("latin-1"))
    objects = [b"<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [ 0 << /S /D /St 11 >> ] >> >>",
               b"<< /Type /Pages /Kids [5 0 R 7 0 R] /Count 2 >>",
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
               b"<< /Title (report_final_v3.indd) /Author (Commission) /CreationDate (D:20230105090000Z) >>"]
    for i, content in enumerate(pages):
        packed = zlib.compress(content, 9)
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
                       b"/Resources << /Font << /F1 3 0 R >> >> >>" % (6 + 2 * i))
        objects.append(b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(packed), packed))
    write_pdf("inspection.pdf", objects)


def pleading():
    """A page whose lines are numbered in the margin and far apart, and one with a table."""
    text = lambda x, y, words, size=11: "BT /F1 {} Tf {} {} Td ({}) Tj ET".format(
        size, x, y, words.replace("(", "\\(").replace(")", "\\)"))
    lines = ["COMES NOW the plaintiff, Kari Olsen, and states as follows:",
             "1. On November 3, 2022, at or about 6:02 a.m., the defendant,",
             "Ossa Kraft AB, caused an alarm to be given in the Ossa valley.",
             "2. Defendant had known of the seepage since August 2022, when its",
             "own engineer, Mr. Per Dahl, wrote that the left bank was wet", "through. (Ex. 4.)",
             "3. Defendant told nobody. Plaintiff lost her house, her boat and", "both of her dogs."]
    rows = [("Date", "Seepage (l/s)", "Level (m)", "Remark"), ("1 Nov", "31", "212.40", "none"),
            ("2 Nov", "38", "212.55", "engineer called"), ("3 Nov", "74", "212.91", "alarm at 6.02")]
    first = [text(50, 760 - 27 * i, str(i + 1)) for i in range(25)]
    first += [text(80, 760 - 27 * (i + 3), line) for i, line in enumerate(lines)]
    second = [text(60, 760, "Exhibit 4: readings at the left bank", 16)]
    second += [text(60 + 110 * column, 720 - 18 * row, cell) for row, cells in enumerate(rows)
               for column, cell in enumerate(cells)]
    second += [text(60, 620, "Readings were taken by hand at eight in the"), text(282, 620, "morning, and are not"),
               text(60, 606, "corrected for rain.")]
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [5 0 R 7 0 R] /Count 2 >>",
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
               b"<< /Title (Olsen v. Ossa Kraft) /CreationDate (D:20230105090000Z) >>"]
    for i, page in enumerate((first, second)):
        packed = zlib.compress("\n".join(page).encode("latin-1"), 9)
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
                       b"/Resources << /Font << /F1 3 0 R >> >> >>" % (6 + 2 * i))
        objects.append(b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(packed), packed))
    write_pdf("pleading.pdf", objects)


def encodings():
    """The same page as programs get it wrong: one that says it is Latin-1 or UTF-8 and is Windows-1252, and UTF-16."""
    page = ('<!DOCTYPE html><html lang="de"><head><meta http-equiv="Content-Type" content="text/html; charset={}"><title>'
            "Bürgermeister weiß von nichts - Großauer Bote</title></head><body><h1>Bürgermeister weiß von nichts</h1>"
            '<p class="autor">Von Jörg Weiß, 4. März 2015</p><p>Der Bürgermeister von Großau sagte am Dienstag: „Davon höre '
            "ich zum ersten Mal – die Brücke ist sicher.“ Das Gutachten kostete 12 000 €.</p><p>Ein Sprecher des "
            "Ministeriums widersprach ihm. Die Risse seien „seit Jahren bekannt“.</p></body></html>").format
    (FOLDER / "windows.html").write_bytes(page("iso-8859-1").encode("cp1252"))
    (FOLDER / "not-utf8.html").write_bytes(page("utf-8").encode("cp1252"))
    (FOLDER / "utf16.html").write_bytes(("\ufeff" + page("utf-16")).encode("utf-16-le"))
    (FOLDER / "utf16-bare.html").write_bytes(page("unicode").encode("utf-16-be"))


def record(kind, address, block, extra=b""):
    head = b"WARC/1.0\r\nWARC-Type: %s\r\n" % kind
    if address:
        head += b"WARC-Target-URI: %s\r\n" % address
    head += b"WARC-Date: 2015-03-05T08:00:00Z\r\n%sContent-Length: %d\r\n\r\n" % (extra, len(block))
    return head + block + b"\r\n\r\n"


def warc():
    page = (b"<html><head><title>Cracks in the Orva bridge</title></head><body><article><h1>Cracks in the Orva bridge</h1>"
            b"<p>The ministry of works said on Tuesday that the bridge over the Orva would not be opened before the "
            b"autumn, because an inspection had found cracks in two of its seven piers.</p><p>Nobody had noticed them "
            b"until the inspection, it said, and nobody was to blame for that.</p></article></body></html>")
    packed = gzip.compress(page, mtime=0)
    chunks = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (100, packed[:100], len(packed) - 100, packed[100:])
    records = [
        record(b"warcinfo", None, b"software: made by hand\r\n"),
        record(b"request", b"https://ledger.example/bridge", b"GET /bridge HTTP/1.1\r\n\r\n"),
        record(b"response", b"https://ledger.example/bridge",
               b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
               b"Transfer-Encoding: chunked\r\n\r\n" + chunks),
        record(b"response", b"https://ledger.example/logo.png",
               b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n\x1a\n"),
        record(b"response", b"https://ledger.example/gone",
               b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone</p>"),
        record(b"response", b"https://ads.example/frame",
               b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Buy now</p>"),
    ]
    (FOLDER / "ledger.warc.gz").write_bytes(b"".join(gzip.compress(r, mtime=0) for r in records))
    (FOLDER / "cut.warc").write_bytes(b"".join(records)[:1150])


if __name__ == "__main__":
    for make in (docx, release, odt, epub, pdf, inspection, pleading, encodings, warc):
        make()
