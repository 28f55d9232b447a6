/* sayso-article-drag.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-article-drag.h"

#include "sayso-drag-folder.h"

/* A larger original is dragged as text alone: it would have to be written while the pointer waits. In bytes. */
#define MAX_BYTES (32 * 1024 * 1024)

/* The last part of where it came from, as the name of a file. */
static char *
name_of (SaysoArticle *article)
{
  g_autofree char *place = g_uri_unescape_string (article->location, NULL);
  char *name = g_path_get_basename (place != NULL && *place != '\0' ? place : "article");

  g_strdelimit (name, "/\\:*?\"<>|#\r\n\t", ' ');
  g_strstrip (name);
  if (*name == '\0' || *name == '.')
    {
      g_free (name);
      return g_strdup ("article");
    }

  return name;
}

/* Its original, written to a folder of its own. */
static GFile *
write_original (SaysoCasebook *casebook, SaysoArticle *article)
{
  g_autoptr (GBytes) original = NULL;
  g_autofree char *name = name_of (article), *folder = NULL, *path = NULL;
  gsize size;
  const char *bytes;

  if (article->bytes > MAX_BYTES)
    return NULL;
  original = sayso_casebook_get_original (casebook, sayso_item_get_id (SAYSO_ITEM (article)), NULL);
  if (original == NULL)
    return NULL;

  folder = sayso_drag_folder_make (NULL);
  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, name, NULL);
  bytes = g_bytes_get_data (original, &size);
  if (!g_file_set_contents (path, bytes, size, NULL))
    return NULL;

  return g_file_new_for_path (path);
}

/**
 * sayso_article_drag_new:
 * @casebook: the casebook it is in
 * @article: an article
 *
 * What an article is outside the window: its original as a file, and its title and address as text. Blocks while the
 * original is written.
 *
 * Returns: (transfer full): what is dragged
 */
GdkContentProvider *
sayso_article_drag_new (SaysoCasebook *casebook, SaysoArticle *article)
{
  GdkContentProvider *providers[2] = { NULL };
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = NULL;
  guint n = 0;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook) && SAYSO_IS_ARTICLE (article), NULL);

  text = g_strjoin ("\n", sayso_item_get_title (SAYSO_ITEM (article)), article->url, NULL);
  file = write_original (casebook, article);
  if (file != NULL)
    {
      GdkFileList *files = gdk_file_list_new_from_array (&file, 1);

      providers[n++] = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);
      g_boxed_free (GDK_TYPE_FILE_LIST, files);
    }
  providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);

  return gdk_content_provider_new_union (providers, n);
}
