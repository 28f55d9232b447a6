# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py FOLDER: reads the exports in FOLDER with what PyPI has for them; prints a line a format."""

import io
import json
import os
import shutil
import subprocess
import sys
import tempfile

folder = sys.argv[1]


def path(name):
    return os.path.join(folder, name)


with open(path("all.json"), encoding="utf-8") as file:
    everything = json.load(file)


def stix():
    """The schemas of OASIS, as its validator brings them; what it only recommends is counted."""
    from stix2validator import ValidationOptions, validate_file
    result = validate_file(path("all.stix.json"), ValidationOptions(version="2.1"))
    errors = [str(error) for part in result.object_results for error in part.errors]
    assert result.is_valid and not errors, "; ".join(errors[:5])
    warnings = [str(warning) for part in result.object_results for warning in part.warnings]
    return f"{len(result.object_results)} parts, {len(warnings)} recommendations not followed"


def check_graph(graph, kind):
    nodes = sorted((actor["title"], actor["kind"]) for actor in everything["actors"])
    assert sorted((data["label"], data[kind]) for _, data in graph.nodes(data=True)) == nodes, "nodes differ"
    edges = sorted((f"a{r['subject']}", f"a{r['object']}") for r in everything["relations"])
    assert sorted(graph.edges()) == edges, "edges differ"
    return f"{len(nodes)} nodes, {len(edges)} edges"


def graphml():
    import networkx
    return check_graph(networkx.read_graphml(path("all.graphml"), force_multigraph=True), "kind")


def gexf():
    """NetworkX knows GEXF up to 1.2, which differs in what Sayso writes only by its name."""
    import networkx
    with open(path("all.gexf"), encoding="utf-8") as file:
        text = file.read()
    text = text.replace('"http://gexf.net/1.3" version="1.3"', '"http://www.gexf.net/1.2draft" version="1.2"', 1)
    return check_graph(networkx.read_gexf(io.BytesIO(text.encode())), "Kind")


def odt():
    if not shutil.which("soffice"):
        return "absent: soffice"
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "txt:Text",
                        "--outdir", home, path("all.odt")], check=True, capture_output=True, timeout=120)
        with open(os.path.join(home, "all.txt"), encoding="utf-8") as file:
            text = file.read()
    for claim in everything["claims"]:
        assert claim["title"] in text, claim["title"]
    return f"{len(text.split())} words"


failed = False
for check in (stix, graphml, gexf, odt):
    try:
        print(f"ok - {check.__name__}: {check()}")
    except Exception as error:  # whatever another program says of it
        failed = True
        print(f"not ok - {check.__name__}: {type(error).__name__}: {error}")
sys.exit(failed)
