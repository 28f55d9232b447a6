/* sayso-colors.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-colors.h"

#include <adwaita.h>

/* The one table of the colours: widgets that draw read it here, style sheets by name. */
static const struct
{
  const char *name;
  const char *light;
  const char *dark;
  const char *contrast_light;
  const char *contrast_dark;
} colors[] = {
  [SAYSO_COLOR_FOREGROUND] = { "sayso_foreground", "rgba(0,0,6,0.8)", "#ffffff", "#000006", "#ffffff" },
  [SAYSO_COLOR_SECONDARY] = { "sayso_secondary", "rgba(0,0,6,0.62)", "rgba(255,255,255,0.72)", "rgba(0,0,6,0.9)",
                              "rgba(255,255,255,0.9)" },
  [SAYSO_COLOR_TIME] = { "sayso_time", "#00715f", "#8cf0e0", "#000006", "#ffffff" },
  [SAYSO_COLOR_ACTOR] = { "sayso_actor", "#a03ab8", "#d58fd0", "#000006", "#ffffff" },
  [SAYSO_COLOR_EVENT] = { "sayso_event", "#7d3f00", "#f5b04c", "#000006", "#ffffff" },
  [SAYSO_COLOR_CLAIM] = { "sayso_claim", "#0f3f80", "#a3c4ff", "#000006", "#ffffff" },
  [SAYSO_COLOR_EDGE] = { "sayso_edge", "#818184", "#a9a9aa", "#000006", "#ffffff" },
  [SAYSO_COLOR_EVENT_TINT] = { "sayso_event_tint", "rgba(125,63,0,0.12)", "rgba(245,176,76,0.16)", "transparent",
                               "transparent" },
  [SAYSO_COLOR_CLAIM_WASH] = { "sayso_claim_wash", "rgba(15,63,128,0.08)", "rgba(163,196,255,0.13)", "transparent",
                               "transparent" },
  [SAYSO_COLOR_VIEW] = { "sayso_view", "#ffffff", "#1d1d20", "#ffffff", "#1d1d20" },
  [SAYSO_COLOR_FOUND] = { "sayso_found", "#fbe9a0", "#5b4a0a", "transparent", "transparent" },
  [SAYSO_COLOR_FOUND_NOW] = { "sayso_found_now", "#f5c211", "#f5c211", "#000006", "#ffffff" },
  [SAYSO_COLOR_ON_FOUND_NOW] = { "sayso_on_found_now", "#000006", "#000006", "#ffffff", "#000006" },
  [SAYSO_COLOR_LINE] = { "sayso_line", "rgba(0,0,6,0.07)", "rgba(255,255,255,0.08)", "rgba(0,0,6,0.5)",
                         "rgba(255,255,255,0.5)" },
};

static const char *
lookup (SaysoColor token, AdwStyleManager *style)
{
  if (adw_style_manager_get_high_contrast (style))
    return adw_style_manager_get_dark (style) ? colors[token].contrast_dark : colors[token].contrast_light;

  return adw_style_manager_get_dark (style) ? colors[token].dark : colors[token].light;
}

/**
 * sayso_color_get:
 * @widget: the widget that draws
 * @token: which colour
 * @color: (out): its value now, in the light, dark or high-contrast style
 *
 * Widgets that cache what they drew listen to `notify::dark`, `notify::high-contrast` and
 * `notify::accent-color-rgba` of the display's [class@Adw.StyleManager].
 */
void
sayso_color_get (GtkWidget *widget, SaysoColor token, GdkRGBA *color)
{
  AdwStyleManager *style;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (token <= SAYSO_COLOR_ACCENT);
  g_return_if_fail (color != NULL);

  style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  if (token == SAYSO_COLOR_ACCENT)
    {
      AdwAccentColor choice = adw_style_manager_get_accent_color (style);

      adw_accent_color_to_standalone_rgba (choice, adw_style_manager_get_dark (style), color);
      return;
    }

  gdk_rgba_parse (color, lookup (token, style));
}

/**
 * sayso_color_on_paper:
 * @token: which colour, but not the accent
 * @color: (out): its value where the ground is white, whatever the style
 */
void
sayso_color_on_paper (SaysoColor token, GdkRGBA *color)
{
  g_return_if_fail (token < SAYSO_COLOR_ACCENT);
  g_return_if_fail (color != NULL);

  gdk_rgba_parse (color, colors[token].light);
}

static void
update_provider (AdwStyleManager *style, GParamSpec *pspec, gpointer user_data)
{
  GtkCssProvider *provider = user_data;
  g_autoptr (GString) css = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    g_string_append_printf (css, "@define-color %s %s;\n", colors[i].name, lookup (i, style));
  gtk_css_provider_load_from_string (provider, css->str);
}

/**
 * sayso_colors_install:
 * @display: the display
 *
 * Makes the colours known to style sheets under their names, and keeps them in step with the style.
 */
void
sayso_colors_install (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = NULL;
  AdwStyleManager *style;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  provider = gtk_css_provider_new ();
  style = adw_style_manager_get_for_display (display);
  update_provider (style, NULL, provider);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_data (style, "notify::dark", G_CALLBACK (update_provider), g_object_ref (provider),
                         (GClosureNotify) (void *) g_object_unref, 0);
  g_signal_connect_data (style, "notify::high-contrast", G_CALLBACK (update_provider), g_object_ref (provider),
                         (GClosureNotify) (void *) g_object_unref, 0);
}
