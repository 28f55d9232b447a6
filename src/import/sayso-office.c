/* sayso-office.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-office.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#include "sayso-archive.h"
#include "sayso-calendar.h"
#include "sayso-import.h"
#include "sayso-office-private.h"

/**
 * sayso_office_parse:
 * @entries: (element-type utf8 GBytes): the parts of a document
 * @path: one of them
 *
 * Parses a part. Entities are left alone, nothing else is loaded, and libxml2's own limits of depth and size hold.
 *
 * Returns: (transfer full) (nullable): its tree; %NULL where it is missing or no XML
 */
xmlDoc *
sayso_office_parse (GHashTable *entries, const char *path)
{
  GBytes *bytes = g_hash_table_lookup (entries, path);
  gsize size;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (data == NULL || size > G_MAXINT)
    return NULL;

  return xmlReadMemory (data, size, NULL, NULL,
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_RECOVER |
                            XML_PARSE_COMPACT);
}

/* Whether an element is @name of a vocabulary whose address ends in @name_space. */
gboolean
sayso_office_is (const xmlNode *node, const char *name_space, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal (node->name, name) && node->ns != NULL &&
         node->ns->href != NULL && g_str_has_suffix ((const char *) node->ns->href, name_space);
}

/* The attribute of this name in whatever vocabulary. Only elements have any: in its place others keep their content. */
char *
sayso_office_attribute (const xmlNode *node, const char *name)
{
  if (node->type != XML_ELEMENT_NODE)
    return NULL;

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (g_str_equal (attribute->name, name))
      return attribute->children != NULL && attribute->children->content != NULL
                 ? g_strdup ((const char *) attribute->children->content)
                 : g_strdup ("");

  return NULL;
}

/* The text directly in an element, its white space folded; %NULL where there is none. */
char *
sayso_office_content (const xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL)
      g_string_append (text, (const char *) child->content);
  g_strstrip (g_strdelimit (text->str, "\r\n\t", ' '));

  return *text->str != '\0' ? g_strdup (text->str) : NULL;
}

static void
take (char **place, const xmlNode *node)
{
  if (*place == NULL)
    *place = sayso_office_content (node);
}

/**
 * sayso_office_read_properties:
 * @entries: (element-type utf8 GBytes): the parts of a document
 * @path: the part with its properties
 * @metadata: (inout): receives them
 *
 * Reads what Office Open XML, OpenDocument and EPUB all write in Dublin Core: title, creators, publisher, date and
 * language.
 */
void
sayso_office_read_properties (GHashTable *entries, const char *path, SaysoMetadata *metadata)
{
  xmlDoc *document = sayso_office_parse (entries, path);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *created = NULL, *modified = NULL, *initial = NULL;

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL;)
    {
      if (sayso_office_is (node, "elements/1.1/", "title"))
        take (&metadata->title, node);
      else if (sayso_office_is (node, "elements/1.1/", "publisher"))
        take (&metadata->publisher, node);
      else if (sayso_office_is (node, "elements/1.1/", "language"))
        take (&metadata->language, node);
      else if (sayso_office_is (node, "elements/1.1/", "date"))
        take (&modified, node);
      else if (sayso_office_is (node, "/dc/terms/", "created") || sayso_office_is (node, "meta:1.0", "creation-date"))
        take (&created, node);
      else if (sayso_office_is (node, "/dc/terms/", "modified"))
        take (&modified, node);
      else if (sayso_office_is (node, "meta:1.0", "initial-creator"))
        take (&initial, node);
      else if (sayso_office_is (node, "elements/1.1/", "creator"))
        {
          char *name = sayso_office_content (node);

          if (name != NULL)
            g_ptr_array_add (names, name);
        }

      /* The properties stand in the root or one level below it. */
      if (node->children != NULL && node->parent == root && node->children->type == XML_ELEMENT_NODE)
        node = node->children;
      else if (node->children != NULL && node->parent == root && node->children->next != NULL)
        node = node->children->next;
      else if (node->next != NULL || node->parent == root)
        node = node->next;
      else
        node = node->parent->next;
    }

  if (initial != NULL)
    {
      g_ptr_array_set_size (names, 0);
      g_ptr_array_add (names, g_steal_pointer (&initial));
    }
  if (names->len > 0 && metadata->byline == NULL)
    {
      g_ptr_array_add (names, NULL);
      metadata->byline = g_strdupv ((char **) names->pdata);
    }
  if (metadata->published == NULL && (created != NULL || modified != NULL))
    metadata->published = sayso_calendar_parse (created != NULL ? created : modified, NULL);
  if (document != NULL)
    xmlFreeDoc (document);
}

static gboolean
is_mimetype (GHashTable *entries, const char *type)
{
  GBytes *bytes = g_hash_table_lookup (entries, "mimetype");
  gsize size;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return data != NULL && size >= strlen (type) && strncmp (data, type, strlen (type)) == 0;
}

/**
 * sayso_office_import:
 * @bytes: a ZIP archive
 * @name: what messages call it
 * @media_type: (out) (transfer none): what it is
 * @metadata: (inout): receives what it says of itself
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Takes the text out of a Word or OpenDocument text document or an e-book, by what is in it, whatever its name.
 *
 * Returns: (transfer full): its plain text; empty where there is none
 */
GString *
sayso_office_import (GBytes *bytes, const char *name, const char **media_type, SaysoMetadata *metadata,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) entries = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL && media_type != NULL && metadata != NULL, NULL);

  entries = sayso_archive_unpack (bytes, name, cancellable, error);
  if (entries == NULL)
    return NULL;

  if (g_hash_table_contains (entries, "word/document.xml"))
    {
      *media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      return sayso_docx_read (entries, metadata);
    }
  if (is_mimetype (entries, "application/vnd.oasis.opendocument.text"))
    {
      *media_type = "application/vnd.oasis.opendocument.text";
      return sayso_odt_read (entries, metadata);
    }
  if (is_mimetype (entries, "application/epub+zip") || g_hash_table_contains (entries, "META-INF/container.xml"))
    {
      *media_type = "application/epub+zip";
      return sayso_epub_read (entries, name, metadata, cancellable, error);
    }

  g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNSUPPORTED,
               _ ("“%s” is an archive with no text document in it that Sayso knows. Unpack it, and import the files in "
                  "it, or save the document as a text file."),
               name);
  return NULL;
}
