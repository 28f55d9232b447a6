# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_install.py BUILD PREFIX: what is installed with DESTDIR is all there, where distributions look for it, and runs."""

import os
import re
import subprocess
import sys
import tempfile
import unittest

ID = "io.github.sayso.Sayso"
WANTED = [
    "bin/sayso", "bin/sayso-cli", "libexec/sayso-import-worker",
    f"share/applications/{ID}.desktop", f"share/metainfo/{ID}.metainfo.xml",
    f"share/dbus-1/services/{ID}.service", f"share/gnome-shell/search-providers/{ID}.search-provider.ini",
    f"share/mime/packages/{ID}.xml", f"share/glib-2.0/schemas/{ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg", f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    "share/sayso/reader/en.onnx", "share/sayso/schema/sayso-export-1.schema.json",
    "share/man/man1/sayso-cli.1", "share/locale/de/LC_MESSAGES/sayso.mo", "share/locale/ar/LC_MESSAGES/sayso.mo",
]


class Install(unittest.TestCase):
    def test_destdir(self):
        with tempfile.TemporaryDirectory() as folder:
            made = subprocess.run(["meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", folder],
                                  capture_output=True, text=True, check=False)
            self.assertEqual(made.returncode, 0, made.stderr + made.stdout)
            root = folder + PREFIX
            missing = [name for name in WANTED if not os.path.isfile(os.path.join(root, name))]
            self.assertEqual(missing, [])
            outside = [path for path, _, files in os.walk(folder) if files and not path.startswith(root)]
            self.assertEqual(outside, [])
            with open(os.path.join(root, f"share/dbus-1/services/{ID}.service"), encoding="utf-8") as file:
                self.assertIn(f"Exec={PREFIX}/bin/sayso --gapplication-service", file.read())
            with open(os.path.join(root, f"share/gnome-shell/search-providers/{ID}.search-provider.ini"),
                      encoding="utf-8") as file:
                self.assertTrue(re.search(f"^DesktopId={ID}.desktop$", file.read(), re.M))

            article = os.path.join(folder, "article.txt")
            with open(article, "w", encoding="utf-8") as file:
                file.write("Bridge closed\n\nOn 3 May 2024 the Varnholt Port Authority closed the Old Bridge.\n")
            run = subprocess.run([os.path.join(root, "bin/sayso-cli"), "extract", article], capture_output=True, text=True,
                                 check=False, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                                                   "SAYSO_MODEL": os.path.join(root, "share/sayso/reader/en.onnx")})
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertIn("2024-05-03", run.stdout)


if __name__ == "__main__":
    BUILD, PREFIX = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1])
