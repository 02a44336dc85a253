/* The keys of the window and of the canvas, and the page that lists them; and what several things have in common. */
#include <string.h>

#include "model/edit.h"
#include "ui/inspector/properties-page.h"
#include "window-fixture.h"

/* --- keys -------------------------------------------------------------------------------------------- */

static guint
plain_key (guint key)
{
  static const struct
  {
    guint from, to;
  } same[] = {
    { GDK_KEY_KP_Left, GDK_KEY_Left },     { GDK_KEY_KP_Right, GDK_KEY_Left },   { GDK_KEY_KP_Up, GDK_KEY_Left },
    { GDK_KEY_KP_Down, GDK_KEY_Left },     { GDK_KEY_Right, GDK_KEY_Left },      { GDK_KEY_Up, GDK_KEY_Left },
    { GDK_KEY_Down, GDK_KEY_Left },        { GDK_KEY_KP_Enter, GDK_KEY_Return }, { GDK_KEY_KP_Delete, GDK_KEY_Delete },
    { GDK_KEY_ISO_Left_Tab, GDK_KEY_Tab }, { GDK_KEY_KP_Divide, GDK_KEY_slash },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (same[i].from == key)
      return same[i].to;
  return gdk_keyval_to_lower (key);
}

static char *
key_name (guint key, GdkModifierType modifiers)
{
  return gtk_accelerator_name (plain_key (key), modifiers);
}

/* key -> the name of an action, or "" for a function */
static void
add_key (GHashTable *keys, guint key, GdkModifierType modifiers, const char *action)
{
  g_hash_table_insert (keys, key_name (key, modifiers), g_strdup (action));
}

static void
add_trigger (GHashTable *keys, GtkShortcutTrigger *trigger, const char *action)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    {
      add_trigger (keys, gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), action);
      add_trigger (keys, gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), action);
    }
  else if (GTK_IS_KEYVAL_TRIGGER (trigger))
    add_key (keys, gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
             gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)), action);
}

static void
add_shortcuts (GHashTable *keys, GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);
          add_trigger (keys, gtk_shortcut_get_trigger (shortcut),
                       GTK_IS_NAMED_ACTION (action) ? gtk_named_action_get_action_name (GTK_NAMED_ACTION (action))
                                                    : "");
        }
    }
}

static void
add_all_shortcuts (GHashTable *keys, GtkWidget *widget)
{
  add_shortcuts (keys, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_all_shortcuts (keys, child);
}

static void
add_accelerators (GHashTable *keys)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accelerators
          = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);
      for (guint j = 0; accelerators[j] != NULL; j++)
        {
          guint key;
          GdkModifierType modifiers;
          g_assert_true (gtk_accelerator_parse (accelerators[j], &key, &modifiers));
          add_key (keys, key, modifiers, actions[i]);
        }
    }
}

/* "F3 <Shift>F3", "<Alt>1...9" */
static void
add_listed (GHashTable *keys, const char *accelerators)
{
  g_auto (GStrv) parts = g_strsplit (accelerators, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;
      char *range = strstr (parts[i], "...");
      if (range != NULL)
        *range = '\0';
      g_assert_true (gtk_accelerator_parse (parts[i], &key, &modifiers));
      add_key (keys, key, modifiers, "");
    }
}

static void
add_page (GHashTable *keys, GtkWidget *widget)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *accelerator = NULL;
      g_object_get (widget, "accelerator", &accelerator, NULL);
      if (accelerator != NULL)
        add_listed (keys, accelerator);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_page (keys, child);
}

static GHashTable *
new_keys (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gboolean
is_listed (GHashTable *page, GHashTable *bound, const char *key, const char *action)
{
  GHashTableIter iter;
  gpointer other, other_action;

  if (g_hash_table_contains (page, key))
    return TRUE;
  /* Another key for the same is. */
  g_hash_table_iter_init (&iter, bound);
  while (*action != '\0' && g_hash_table_iter_next (&iter, &other, &other_action))
    if (g_str_equal (other_action, action) && g_hash_table_contains (page, other))
      return TRUE;
  return FALSE;
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) own = new_keys (), all = new_keys (), page = new_keys ();
  GtkShortcutsWindow *overlay
      = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (fixture->window));
  GHashTableIter iter;
  gpointer key, action;

  add_page (page, GTK_WIDGET (overlay));
  add_shortcuts (own, GTK_WIDGET (lp_window_get_canvas (fixture->window)));
  add_accelerators (own);
  add_all_shortcuts (all, GTK_WIDGET (fixture->window));
  add_accelerators (all);
  /* Read by controllers of their own. */
  add_listed (all, "space <Control>Return");
  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &key, &action))
    if (!is_listed (page, own, key, action))
      {
        g_test_message ("not on the page of shortcuts: %s (%s)", (char *) key, (char *) action);
        g_test_fail ();
      }
  g_hash_table_iter_init (&iter, page);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (all, key))
      {
        g_test_message ("on the page of shortcuts, but bound to nothing: %s", (char *) key);
        g_test_fail ();
      }
}

/* --- several at once --------------------------------------------------------------------------------- */

static const char *
text_of (Fixture *fixture, const char *id, const char *property)
{
  JsonNode *node = lp_properties_lookup (lp_document_get_component (fixture->document, id)->set, property);

  return node != NULL ? json_node_get_string (node) : NULL;
}

static void
write_in (Fixture *fixture, const char *property, const char *text)
{
  LpField *field = lp_properties_page_find_field (lp_window_get_properties_page (fixture->window), property);
  GtkWidget *row = lp_field_get_row (field);

  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  LpPropertiesPage *page = lp_window_get_properties_page (fixture->window);
  const char *ids[] = { "order-a", "order-c", NULL };

  lp_selection_set_all (fixture->stage->selection, ids);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (lp_field_get_row (lp_properties_page_find_field (page, "instance_type")))),
                   ==, "m7g.large");
  write_in (fixture, "instance_type", "c7g.xlarge");
  g_assert_cmpstr (text_of (fixture, "order-a", "instance_type"), ==, "c7g.xlarge");
  g_assert_cmpstr (text_of (fixture, "order-c", "instance_type"), ==, "c7g.xlarge");
  activate (fixture, "win.undo");
  g_assert_cmpstr (text_of (fixture, "order-a", "instance_type"), ==, "m7g.large");
  g_assert_cmpstr (text_of (fixture, "order-c", "instance_type"), ==, "m7g.large");
  g_assert_false (lp_document_can_undo (fixture->document));
}

static void
test_various (Fixture *fixture, gconstpointer data)
{
  LpPropertiesPage *page = lp_window_get_properties_page (fixture->window);
  const char *ids[] = { "order-a", "order-c", NULL };

  lp_selection_set (fixture->stage->selection, "order-a");
  write_in (fixture, "instance_type", "t4g.small");
  lp_selection_set_all (fixture->stage->selection, ids);
  GtkWidget *row = lp_field_get_row (lp_properties_page_find_field (page, "instance_type"));
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "various"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  /* Passing through the entry changes nothing. */
  write_in (fixture, "instance_type", NULL);
  g_assert_cmpstr (text_of (fixture, "order-a", "instance_type"), ==, "t4g.small");
  g_assert_cmpstr (text_of (fixture, "order-c", "instance_type"), ==, "m7g.large");
  write_in (fixture, "instance_type", "m8g.large");
  g_assert_cmpstr (text_of (fixture, "order-a", "instance_type"), ==, "m8g.large");
  g_assert_cmpstr (text_of (fixture, "order-c", "instance_type"), ==, "m8g.large");
  g_assert_null (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "various"));
}

/* Of different kinds, what both have; of the choices, what they say where they agree. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  LpPropertiesPage *page = lp_window_get_properties_page (fixture->window);
  const char *ids[] = { "order-a", "orders", NULL };

  lp_selection_set_all (fixture->stage->selection, ids);
  g_assert_null (lp_properties_page_find_field (page, "os"));
  g_assert_null (lp_properties_page_find_field (page, "engine"));
  LpField *critical = lp_properties_page_find_field (page, "critical");
  g_assert_nonnull (critical);
  /* Not known, yes, no. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (lp_field_get_row (critical)), 1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      JsonNode *node
          = lp_properties_lookup (lp_document_get_component (fixture->document, ids[i])->set, "critical");
      g_assert_true (json_node_get_boolean (node));
    }
}

static const char *
text_of_connection (Fixture *fixture, const char *id, const char *property)
{
  JsonNode *node = lp_properties_lookup (lp_document_get_connection (fixture->document, id)->set, property);

  return node != NULL ? json_node_get_string (node) : NULL;
}

/* A connection has the properties of its kind, and several have what all of them have. */
static void
test_connections (Fixture *fixture, gconstpointer data)
{
  LpPropertiesPage *page = lp_window_get_properties_page (fixture->window);
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
  const char *ids[3] = { NULL };

  for (guint i = 0, n = 0; i < lp_design_get_n_connections (design) && n < 2; i++)
    if (g_str_equal (lp_design_get_connection (design, i)->kind, "traffic"))
      ids[n++] = lp_design_get_connection (design, i)->id;
  g_assert_nonnull (ids[1]);
  lp_selection_set (fixture->stage->selection, ids[0]);
  g_assert_null (lp_properties_page_find_field (page, "lag"));
  write_in (fixture, "timeout", "29s");
  g_assert_cmpstr (text_of_connection (fixture, ids[0], "timeout"), ==, "29s");
  lp_selection_set_all (fixture->stage->selection, ids);
  GtkWidget *row = lp_field_get_row (lp_properties_page_find_field (page, "timeout"));
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "various"));
  write_in (fixture, "timeout", "10s");
  g_assert_cmpstr (text_of_connection (fixture, ids[0], "timeout"), ==, "10s");
  g_assert_cmpstr (text_of_connection (fixture, ids[1], "timeout"), ==, "10s");
  activate (fixture, "win.undo");
  g_assert_cmpstr (text_of_connection (fixture, ids[0], "timeout"), ==, "29s");
  g_assert_cmpstr (text_of_connection (fixture, ids[1], "timeout"), ==, NULL);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, window_set_up, function, window_tear_down)

int
main (int argc, char **argv)
{
  if (!window_test_init (&argc, &argv))
    return 0;
  ADD ("/keys/page", test_page);
  ADD ("/several/alike", test_several);
  ADD ("/several/various", test_various);
  ADD ("/several/kinds", test_kinds);
  ADD ("/several/connections", test_connections);
  return window_test_run ();
}
