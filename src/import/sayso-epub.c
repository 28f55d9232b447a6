/* sayso-epub.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-office-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-decode.h"
#include "sayso-html.h"
#include "sayso-import.h"

/* No book has more chapters. */
#define MAX_CHAPTERS 5000

static xmlNode *
find (xmlNode *node, const char *name)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && g_str_equal (node->name, name))
      return node;

  return NULL;
}

/* Where the list of the book's parts is. */
static char *
find_package (GHashTable *entries)
{
  xmlDoc *container = sayso_office_parse (entries, "META-INF/container.xml");
  xmlNode *root = container != NULL ? xmlDocGetRootElement (container) : NULL;
  xmlNode *files = root != NULL ? find (root->children, "rootfiles") : NULL;
  xmlNode *file = files != NULL ? find (files->children, "rootfile") : NULL;
  char *path = file != NULL ? sayso_office_attribute (file, "full-path") : NULL;

  if (container != NULL)
    xmlFreeDoc (container);

  return path;
}

/* A part's address in the archive, from that in the package. */
static char *
resolve (const char *package, const char *href)
{
  g_autofree char *plain = g_uri_unescape_segment (href, href + strcspn (href, "#?"), NULL);
  g_autofree char *folder = g_path_get_dirname (package);
  g_autofree char *path = plain != NULL ? g_build_filename ("/", folder, plain, NULL) : NULL;
  g_autofree char *canonical = path != NULL ? g_canonicalize_filename (path, "/") : NULL;

  return canonical != NULL ? g_strdup (canonical + 1) : NULL;
}

static gboolean
add_chapter (GHashTable *entries, const char *path, const char *name, GString *text, GCancellable *cancellable,
             GError **error)
{
  GBytes *bytes = g_hash_table_lookup (entries, path);
  g_autofree char *charset = NULL, *utf8 = NULL;
  GString *chapter;
  gsize length;

  /* A part that is missing, or a picture, is left out. */
  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    return TRUE;
  charset = sayso_html_find_charset (bytes);
  utf8 = sayso_decode (bytes, charset, name, &length, NULL);
  if (utf8 == NULL)
    return TRUE;
  chapter = sayso_html_read_whole (utf8, length, name, cancellable, error);
  if (chapter == NULL)
    return FALSE;
  if (text->len > 0 && chapter->len > 0)
    g_string_append (text, "\n\n");
  g_string_append_len (text, chapter->str, chapter->len);
  g_string_free (chapter, TRUE);

  return TRUE;
}

/**
 * sayso_epub_read:
 * @entries: (element-type utf8 GBytes): the parts of an e-book
 * @name: what messages call it
 * @metadata: (inout): receives what it says of itself
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Reads an e-book's chapters in their order.
 *
 * Returns: (transfer full): its plain text
 */
GString *
sayso_epub_read (GHashTable *entries, const char *name, SaysoMetadata *metadata, GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *package_path = find_package (entries);
  xmlDoc *package = package_path != NULL ? sayso_office_parse (entries, package_path) : NULL;
  xmlNode *root = package != NULL ? xmlDocGetRootElement (package) : NULL;
  xmlNode *manifest = root != NULL ? find (root->children, "manifest") : NULL;
  xmlNode *spine = root != NULL ? find (root->children, "spine") : NULL;
  GString *text = g_string_new (NULL);
  gboolean fine = TRUE;
  guint n_chapters = 0;

  if (g_hash_table_contains (entries, "META-INF/rights.xml") || g_hash_table_contains (entries, "META-INF/sinf.xml"))
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNSUPPORTED,
                   _ ("“%s” is protected against copying. Ask its publisher for a copy that is not."), name);
      fine = FALSE;
    }
  if (package_path != NULL)
    sayso_office_read_properties (entries, package_path, metadata);
  for (xmlNode *item = manifest != NULL ? manifest->children : NULL; item != NULL; item = item->next)
    {
      g_autofree char *id = sayso_office_attribute (item, "id"), *href = sayso_office_attribute (item, "href");
      g_autofree char *properties = sayso_office_attribute (item, "properties");

      if (id != NULL && href != NULL && (properties == NULL || strstr (properties, "nav") == NULL))
        g_hash_table_replace (paths, g_steal_pointer (&id), resolve (package_path, href));
    }
  for (xmlNode *item = spine != NULL ? spine->children : NULL; fine && item != NULL; item = item->next)
    {
      g_autofree char *id = sayso_office_attribute (item, "idref"), *linear = sayso_office_attribute (item, "linear");
      const char *path = id != NULL ? g_hash_table_lookup (paths, id) : NULL;

      if (path == NULL || g_strcmp0 (linear, "no") == 0)
        continue;
      if (++n_chapters > MAX_CHAPTERS)
        break;
      fine = add_chapter (entries, path, name, text, cancellable, error);
      /* Once only, however often it is listed. */
      g_hash_table_remove (paths, id);
    }
  if (package != NULL)
    xmlFreeDoc (package);
  if (!fine)
    {
      g_string_free (text, TRUE);
      return NULL;
    }

  return text;
}
