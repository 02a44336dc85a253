#include "ui/commands/commands.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where the actions of this program begin; those of the toolkit are no commands. */
static const char *const prefixes[] = { "canvas.", "win.", "app.", NULL };

static const struct
{
  const char *action;
  const char *title;
} names[] = {
  { "app.about", N_("About Loadpath") },
  { "app.exam", N_("Exam") },
  { "app.exam-result", N_("Result of the last exam") },
  { "app.help", N_("Help") },
  { "app.new-window", N_("New window") },
  { "app.preferences", N_("Preferences") },
  { "app.quit", N_("Quit") },
  { "app.schedule", N_("What comes back") },
  { "canvas.align::bottom", N_("Align bottom edges") },
  { "canvas.align::centre", N_("Align centres") },
  { "canvas.align::left", N_("Align left edges") },
  { "canvas.align::middle", N_("Align middles") },
  { "canvas.align::right", N_("Align right edges") },
  { "canvas.align::top", N_("Align top edges") },
  { "canvas.backward", N_("One step to the back") },
  { "canvas.change-end", N_("Change the end of the connection") },
  { "canvas.change-start", N_("Change the start of the connection") },
  { "canvas.connect", N_("Connect to a component") },
  { "canvas.connect-new", N_("Place and connect a new component") },
  { "canvas.context-menu", N_("The menu of what is selected") },
  { "canvas.copy", N_("Copy") },
  { "canvas.copy-image", N_("Copy as a picture") },
  { "canvas.copy-properties", N_("Copy the properties") },
  { "canvas.cut", N_("Cut") },
  { "canvas.delete", N_("Delete") },
  { "canvas.distribute::across", N_("Distribute sideways") },
  { "canvas.distribute::down", N_("Distribute downwards") },
  { "canvas.duplicate", N_("Duplicate") },
  { "canvas.find", N_("Find in the drawing") },
  { "canvas.fit", N_("Show everything") },
  { "canvas.fit-selection", N_("Show what is selected") },
  { "canvas.forward", N_("One step to the front") },
  { "canvas.group", N_("Group") },
  { "canvas.into", N_("Into the container") },
  { "canvas.menu", N_("Menu of what is selected") },
  { "canvas.move-into", N_("Move into a container") },
  { "canvas.next-connection", N_("Next connection of the component") },
  { "canvas.next-question", N_("Next question") },
  { "canvas.one-in-each-zone", N_("One in each zone") },
  { "canvas.out-of", N_("Out of the container") },
  { "canvas.paste", N_("Paste") },
  { "canvas.paste-properties", N_("Paste the properties") },
  { "canvas.pick-kind", N_("Place a component") },
  { "canvas.previous-connection", N_("Previous connection of the component") },
  { "canvas.rename", N_("Rename") },
  { "canvas.reroute", N_("Lay the connection anew") },
  { "canvas.reverse", N_("Reverse the connection") },
  { "canvas.select-all", N_("Select everything") },
  { "canvas.select-connected", N_("Select what is connected") },
  { "canvas.select-invert", N_("Select everything else") },
  { "canvas.select-none", N_("Select nothing") },
  { "canvas.select-same-kind", N_("Select the same kind") },
  { "canvas.show-layers", N_("Filter by layer") },
  { "canvas.shrink-to-fit", N_("Shrink the container to fit") },
  { "canvas.tidy", N_("Tidy") },
  { "canvas.to-back", N_("To the back") },
  { "canvas.to-front", N_("To the front") },
  { "canvas.toggle-collapsed", N_("Collapse or open the container") },
  { "canvas.toggle-legend", N_("Show or hide the legend") },
  { "canvas.toggle-locked", N_("Lock or unlock") },
  { "canvas.toggle-members", N_("Add to or remove from its group") },
  { "canvas.toggle-minimap", N_("Show or hide the map") },
  { "canvas.toggle-snap", N_("Snap to the grid, or not") },
  { "canvas.ungroup", N_("Ungroup") },
  { "canvas.zoom-100", N_("Actual size") },
  { "canvas.zoom-in", N_("Zoom in") },
  { "canvas.zoom-out", N_("Zoom out") },
  { "win.close", N_("Close the window") },
  { "win.comment", N_("Comment") },
  { "win.exam-flag", N_("Flag the question for later") },
  { "win.exam-give-up", N_("Give up the exam") },
  { "win.exam-next", N_("Next question of the exam") },
  { "win.exam-previous", N_("Previous question of the exam") },
  { "win.exam-questions", N_("Questions of the exam") },
  { "win.exam-submit", N_("Finish the exam") },
  { "win.export", N_("Export") },
  { "win.find-kind", N_("Search the palette") },
  { "win.fix", N_("Fix the finding") },
  { "win.fix-all", N_("Fix all that needs no decision") },
  { "win.fullscreen", N_("Full screen") },
  { "win.gallery", N_("Scenarios to learn with") },
  { "win.make-scenario", N_("Make a scenario of two drawings") },
  { "win.new", N_("New drawing") },
  { "win.next-finding", N_("Next finding") },
  { "win.open", N_("Open a file") },
  { "win.open-sample", N_("Open the sample") },
  { "win.plan-transfer", N_("Plan a transfer") },
  { "win.previous-finding", N_("Previous finding") },
  { "win.explain-finding", N_("Explain the finding") },
  { "win.print", N_("Print") },
  { "win.redo", N_("Redo") },
  { "win.save", N_("Save") },
  { "win.save-as", N_("Save as") },
  { "win.show", N_("Show the drawing to others") },
  { "win.show-help-overlay", N_("Keyboard shortcuts") },
  { "win.show-properties", N_("Show the properties") },
  { "win.show-review", N_("Show the review") },
  { "win.show-scenario", N_("Show the scenario") },
  { "win.submit", N_("Submit the answer to the scenario") },
  { "win.take-hint", N_("Take a hint") },
  { "win.try-again", N_("Try the scenario again") },
  { "win.compare-reference", N_("Compare with the reference design") },
  { "win.compare-last", N_("Compare with the last attempt") },
  { "win.open-reference", N_("Open the reference design") },
  { "win.toggle-palette", N_("Show or hide the components") },
  { "win.toggle-panel", N_("Show or hide the panel") },
  { "win.undo", N_("Undo") },
  { "win.waive-finding", N_("Waive the finding, or end its waiver") },
};

/* The same as another one, or this list itself. */
static const char *const left_out[] = {
  "canvas.commands", "canvas.find-next", "canvas.find-previous", "win.commands", "win.find", "win.find-next",
  "win.find-previous", "win.leave-gallery", "win.next-question", "win.show-layers",
  "win.toggle-legend", "win.toggle-minimap", "win.fit", "win.zoom-in", "win.zoom-out", "win.zoom-100", "win.focus-canvas", NULL,
};

static const char *
find_name (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].action, action))
      return names[i].title;
  return NULL;
}

gboolean
lp_commands_is_named (const char *action)
{
  return find_name (action) != NULL || g_strv_contains (left_out, action);
}

char *
lp_commands_dup_title (const char *action)
{
  const char *name = find_name (action), *dot = strchr (action, '.');

  if (name != NULL)
    return g_strdup (_(name));
  char *title = g_strdelimit (g_strdup (dot != NULL ? dot + 1 : action), "-", ' ');
  *title = g_ascii_toupper (*title);
  return title;
}

/* --- keys -------------------------------------------------------------------------------------------- */

static char *
accelerator_of (GtkShortcutTrigger *trigger)
{
  if (GTK_IS_KEYVAL_TRIGGER (trigger))
    return gtk_accelerator_name (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                                 gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)));
  return NULL;
}

static void
read_shortcut (GtkShortcut *shortcut, GHashTable *keys)
{
  GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);

  if (!GTK_IS_NAMED_ACTION (action))
    return;
  g_autofree char *name
      = g_action_print_detailed_name (gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)),
                                      gtk_shortcut_get_arguments (shortcut));
  char *accelerator = accelerator_of (gtk_shortcut_get_trigger (shortcut));
  /* The first key of an action is the one to be shown. */
  if (accelerator != NULL && !g_hash_table_contains (keys, name))
    g_hash_table_insert (keys, g_steal_pointer (&name), accelerator);
  else
    g_free (accelerator);
}

static void
read_shortcuts (GtkWidget *widget, GHashTable *keys)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          read_shortcut (shortcut, keys);
        }
    }
}

/* --- collecting -------------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *commands;
  GHashTable *seen; /* actions, borrowed from the commands */
  GHashTable *keys; /* of widgets, by action */
  GtkApplication *application;
} Collector;

static void
command_free (gpointer data)
{
  LpCommand *command = data;

  g_free (command->action);
  g_free (command->title);
  g_free (command->keys);
  g_free (command);
}

static gboolean
is_command (const char *action)
{
  for (guint i = 0; prefixes[i] != NULL; i++)
    if (g_str_has_prefix (action, prefixes[i]))
      return !g_strv_contains (left_out, action);
  return FALSE;
}

static char *
find_keys (Collector *collector, const char *action)
{
  g_auto (GStrv) accelerators = collector->application != NULL
                                    ? gtk_application_get_accels_for_action (collector->application, action)
                                    : NULL;

  if (accelerators != NULL && accelerators[0] != NULL)
    return g_strdup (accelerators[0]);
  return g_strdup (g_hash_table_lookup (collector->keys, action));
}

static void
collect (Collector *collector, const char *action)
{
  if (!is_command (action) || g_hash_table_contains (collector->seen, action))
    return;
  LpCommand *command = g_new0 (LpCommand, 1);
  command->action = g_strdup (action);
  command->title = lp_commands_dup_title (action);
  command->keys = find_keys (collector, action);
  g_ptr_array_add (collector->commands, command);
  g_hash_table_add (collector->seen, command->action);
}

/* What takes a parameter is a command for each one that has a name: "canvas.align::left". */
static void
collect_detailed (Collector *collector, const char *action)
{
  g_autofree char *prefix = g_strconcat (action, "::", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (names[i].action, prefix))
      collect (collector, names[i].action);
}

static void
collect_class (Collector *collector, GtkWidget *widget)
{
  GType owner;
  const char *name, *property;
  const GVariantType *parameter;

  read_shortcuts (widget, collector->keys);
  for (guint i = 0;
       gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name, &parameter, &property); i++)
    if (parameter == NULL)
      collect (collector, name);
    else
      collect_detailed (collector, name);
}

static void
collect_group (Collector *collector, const char *prefix, GActionGroup *group)
{
  g_auto (GStrv) actions = g_action_group_list_actions (group);

  for (guint i = 0; actions[i] != NULL; i++)
    if (g_action_group_get_action_parameter_type (group, actions[i]) == NULL
        && g_action_group_get_action_enabled (group, actions[i]))
      {
        g_autofree char *name = g_strconcat (prefix, actions[i], NULL);
        collect (collector, name);
      }
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(LpCommand *const *) a)->title, (*(LpCommand *const *) b)->title);
}

GPtrArray *
lp_commands_collect (GtkWidget *widget)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GtkRoot *root = gtk_widget_get_root (widget);
  Collector collector = { g_ptr_array_new_with_free_func (command_free), seen, keys,
                          GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL };

  for (GtkWidget *up = widget; up != NULL; up = gtk_widget_get_parent (up))
    {
      collect_class (&collector, up);
      if (G_IS_ACTION_GROUP (up))
        collect_group (&collector, "win.", G_ACTION_GROUP (up));
    }
  if (collector.application != NULL)
    collect_group (&collector, "app.", G_ACTION_GROUP (collector.application));
  g_ptr_array_sort (collector.commands, compare_titles);
  return collector.commands;
}
