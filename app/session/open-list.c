#include "session/open-list.h"

#include <glib/gstdio.h>

#include "base/json-value.h"

#define MAX_BYTES (1u << 20)

LpOpenTab *
lp_open_tab_new (const char *uri)
{
  LpOpenTab *tab = g_new0 (LpOpenTab, 1);

  tab->uri = g_strdup (uri);
  return tab;
}

static void
tab_free (gpointer data)
{
  LpOpenTab *tab = data;

  g_free (tab->uri);
  g_free (tab);
}

LpOpenWindow *
lp_open_window_new (void)
{
  LpOpenWindow *window = g_new0 (LpOpenWindow, 1);

  window->tabs = g_ptr_array_new_with_free_func (tab_free);
  return window;
}

void
lp_open_window_free (LpOpenWindow *window)
{
  g_ptr_array_unref (window->tabs);
  g_free (window);
}

GPtrArray *
lp_open_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) lp_open_window_free);
}

/* --- writing ----------------------------------------------------------------------------------------- */

static void
write_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, number);
}

static void
write_tab (JsonBuilder *builder, const LpOpenTab *tab)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "uri");
  json_builder_add_string_value (builder, tab->uri);
  if (tab->placed)
    {
      write_number (builder, "zoom", tab->zoom);
      write_number (builder, "x", tab->centre.x);
      write_number (builder, "y", tab->centre.y);
    }
  json_builder_end_object (builder);
}

static void
write_window (JsonBuilder *builder, const LpOpenWindow *window)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "selected");
  json_builder_add_int_value (builder, window->selected);
  json_builder_set_member_name (builder, "tabs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < window->tabs->len; i++)
    write_tab (builder, window->tabs->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

GBytes *
lp_open_list_write (const GPtrArray *windows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "windows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < windows->len; i++)
    write_window (builder, windows->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  char *text = json_to_string (root, TRUE);
  return g_bytes_new_take (text, strlen (text));
}

/* --- reading ----------------------------------------------------------------------------------------- */

static gboolean
read_tab (LpJsonValue value, const LpJsonPlace *place, LpOpenWindow *window, GError **error)
{
  GRefString *uri = NULL;
  double zoom = 0, x = 0, y = 0;

  if (!lp_json_value_get_string (value, place, "uri", TRUE, &uri, error))
    return FALSE;
  LpOpenTab *tab = lp_open_tab_new (uri);
  g_ref_string_release (uri);
  g_ptr_array_add (window->tabs, tab);
  if (!lp_json_value_get_number (value, place, "zoom", FALSE, &zoom, error)
      || !lp_json_value_get_number (value, place, "x", FALSE, &x, error)
      || !lp_json_value_get_number (value, place, "y", FALSE, &y, error))
    return FALSE;
  tab->placed = zoom > 0;
  tab->zoom = zoom;
  tab->centre = (LpPoint){ x, y };
  return TRUE;
}

static gboolean
read_window (LpJsonValue value, const LpJsonPlace *place, GPtrArray *windows, GError **error)
{
  LpOpenWindow *window = lp_open_window_new ();
  LpJsonPlace tabs_place = LP_JSON_MEMBER (place, "tabs");
  LpJsonValue tabs, item;
  gboolean present = FALSE;
  double selected = 0;

  g_ptr_array_add (windows, window);
  if (!lp_json_value_get_number (value, place, "selected", FALSE, &selected, error)
      || !lp_json_value_get_array (value, place, "tabs", &tabs, &present, error))
    return FALSE;
  LpJsonWalk walk = present ? lp_json_value_walk (tabs) : (LpJsonWalk){ 0 };
  for (guint i = 0; present && lp_json_walk_item (&walk, &item); i++)
    {
      LpJsonPlace item_place = LP_JSON_ITEM (&tabs_place, i);
      if (!read_tab (item, &item_place, window, error))
        return FALSE;
    }
  if (selected >= 0 && selected < window->tabs->len)
    window->selected = (guint) selected;
  return TRUE;
}

static gboolean
read_windows (LpJsonText *text, GPtrArray *windows, GError **error)
{
  LpJsonPlace root = LP_JSON_ROOT (text), list_place = LP_JSON_MEMBER (&root, "windows");
  LpJsonValue list, item;
  gboolean present = FALSE;

  if (!lp_json_value_is_object (lp_json_text_get_value (text)))
    return lp_json_fail (&root, LP_READ_ERROR_TYPE, error, "an object is expected");
  if (!lp_json_value_get_array (lp_json_text_get_value (text), &root, "windows", &list, &present, error))
    return FALSE;
  if (!present)
    return TRUE;
  LpJsonWalk walk = lp_json_value_walk (list);
  for (guint i = 0; lp_json_walk_item (&walk, &item); i++)
    {
      LpJsonPlace place = LP_JSON_ITEM (&list_place, i);
      if (!lp_json_value_is_object (item))
        return lp_json_fail (&place, LP_READ_ERROR_TYPE, error, "an object is expected");
      if (!read_window (item, &place, windows, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
lp_open_list_read (GBytes *bytes, GError **error)
{
  LpJsonLimits limits = { .max_bytes = MAX_BYTES, .max_depth = 8, .max_values = 100000 };
  g_autoptr (LpJsonText) text = lp_json_text_new (bytes, "open.json", limits, error);
  g_autoptr (GPtrArray) windows = lp_open_list_new ();

  if (text == NULL || !read_windows (text, windows, error))
    return NULL;
  return g_steal_pointer (&windows);
}

/* --- the file ---------------------------------------------------------------------------------------- */

char *
lp_open_list_dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "loadpath", "open.json", NULL);
}

gboolean
lp_open_list_save (const GPtrArray *windows, GError **error)
{
  g_autofree char *path = lp_open_list_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) bytes = lp_open_list_write (windows);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents (path, text, (gssize) size, error);
}

GPtrArray *
lp_open_list_load (void)
{
  g_autofree char *path = lp_open_list_dup_path ();
  char *text = NULL;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL))
    return lp_open_list_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, size);
  GPtrArray *windows = lp_open_list_read (bytes, NULL);
  return windows != NULL ? windows : lp_open_list_new ();
}
