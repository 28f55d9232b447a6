#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""drag-source.py files PATH... | link ADDRESS | text TEXT | MEDIA_TYPE DATA [MEDIA_TYPE DATA]...: another program's window,
to drag from; Mozilla's own types are in UTF-16. copy MEDIA_TYPE DATA...: the same on the clipboard, until it is ended."""

import sys

import gi
gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, GLib, GObject, Gtk


def pieces(arguments):
    return Gdk.ContentProvider.new_union([
        Gdk.ContentProvider.new_for_bytes(kind, GLib.Bytes.new(data.encode('utf-16le' if 'x-moz' in kind else 'utf-8')))
        for kind, data in zip(arguments[::2], arguments[1::2])])


def activate(application):
    if sys.argv[1] == 'copy':
        application.hold()
        Gdk.Display.get_default().get_clipboard().set_content(pieces(sys.argv[2:]))
        print('copied', flush=True)
        return
    label = Gtk.Label(label='Drag me')
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    if sys.argv[1] == 'files':
        files = Gdk.FileList.new_from_list([Gio.File.new_for_path(path) for path in sys.argv[2:]])
        source.set_content(Gdk.ContentProvider.new_for_value(files))
    elif sys.argv[1] == 'link':
        uris = GLib.Bytes.new((sys.argv[2] + '\r\n').encode())
        source.set_content(Gdk.ContentProvider.new_for_bytes('text/uri-list', uris))
    elif '/' in sys.argv[1]:
        source.set_content(pieces(sys.argv[1:]))
    else:
        source.set_content(Gdk.ContentProvider.new_for_value(GObject.Value(str, sys.argv[2])))
    source.connect('drag-end', lambda source, drag, _: print('dropped' if drag.get_selected_action() else 'refused', flush=True))
    label.add_controller(source)
    Gtk.ApplicationWindow(application=application, child=label, title='drag-source', decorated=False,
                          default_width=160, default_height=80).present()


application = Gtk.Application(application_id='io.github.sayso.DragSource', flags=Gio.ApplicationFlags.NON_UNIQUE)
application.connect('activate', activate)
application.run([])
