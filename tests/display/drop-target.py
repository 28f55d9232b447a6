#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""drop-target.py: another program's window, to drop on. Prints the address of each file, or the text, that is dropped."""

import gi
gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, GObject, Gtk


def dropped(_target, value, _x, _y):
    lines = [file.get_uri() for file in value.get_files()] if isinstance(value, Gdk.FileList) else value.splitlines()
    print(*lines, '', sep='\n', flush=True)
    return True


def activate(application):
    label = Gtk.Label(label='Drop here')
    target = Gtk.DropTarget(actions=Gdk.DragAction.COPY)
    target.set_gtypes([Gdk.FileList, GObject.TYPE_STRING])
    target.connect('drop', dropped)
    label.add_controller(target)
    Gtk.ApplicationWindow(application=application, child=label, title='drop-target', decorated=False,
                          default_width=160, default_height=80).present()


application = Gtk.Application(application_id='io.github.sayso.DropTarget', flags=Gio.ApplicationFlags.NON_UNIQUE)
application.connect('activate', activate)
application.run([])
