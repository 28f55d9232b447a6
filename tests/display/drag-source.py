#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""drag-source.py files PATH... | link ADDRESS | text TEXT | MEDIA_TYPE DATA: another program's window, to drag from."""

import sys

import gi
gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, GLib, GObject, Gtk


def activate(application):
    label = Gtk.Label(label='Drag me')
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    if sys.argv[1] == 'files':
        files = Gdk.FileList.new_from_list([Gio.File.new_for_path(path) for path in sys.argv[2:]])
        source.set_content(Gdk.ContentProvider.new_for_value(files))
    elif sys.argv[1] == 'link':
        uris = GLib.Bytes.new((sys.argv[2] + '\r\n').encode())
        source.set_content(Gdk.ContentProvider.new_for_bytes('text/uri-list', uris))
    elif sys.argv[1] in ('text/html', 'text/x-moz-url'):
        data = GLib.Bytes.new(sys.argv[2].encode('utf-16le' if sys.argv[1] == 'text/x-moz-url' else 'utf-8'))
        source.set_content(Gdk.ContentProvider.new_for_bytes(sys.argv[1], data))
    else:
        source.set_content(Gdk.ContentProvider.new_for_value(GObject.Value(str, sys.argv[2])))
    source.connect('drag-end', lambda source, drag, _: print('dropped' if drag.get_selected_action() else 'refused', flush=True))
    label.add_controller(source)
    Gtk.ApplicationWindow(application=application, child=label, title='drag-source', decorated=False,
                          default_width=160, default_height=80).present()


application = Gtk.Application(application_id='io.github.sayso.DragSource', flags=Gio.ApplicationFlags.NON_UNIQUE)
application.connect('activate', activate)
application.run([])
