#include "ui/application/rules-page.h"

#include <glib/gi18n.h>

#include "rules/own-rules.h"
#include "session/rule-folders.h"
#include "ui/application/settings.h"
#include "ui/text/wrapping.h"

struct _LpRulesPage
{
  AdwPreferencesPage parent_instance;
  AdwPreferencesGroup *own;
  AdwPreferencesGroup *further;
  GPtrArray *rows;       /* of GtkWidget, of both groups; borrowed */
  GCancellable *reading; /* or NULL */
  guint follower;        /* of the folders */
};

G_DEFINE_FINAL_TYPE (LpRulesPage, lp_rules_page, ADW_TYPE_PREFERENCES_PAGE)

static GtkWindow *
window_of (LpRulesPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- what the person does ---------------------------------------------------------------------------- */

/* The user's own folder is made where it is wanted. */
static void
open_folder (LpRulesPage *self, const char *path)
{
  g_autofree char *own = lp_own_rules_dup_folder ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);

  if (g_str_equal (path, own))
    g_mkdir_with_parents (own, 0700);
  gtk_show_uri (window_of (self), uri, GDK_CURRENT_TIME);
}

static void
on_open_clicked (LpRulesPage *self, GtkButton *button)
{
  open_folder (self, g_object_get_data (G_OBJECT (button), "path"));
}

static void
set_folders (GPtrArray *folders)
{
  g_ptr_array_add (folders, NULL);
  g_object_set (lp_settings_get_default (), "rule-folders", folders->pdata, NULL);
}

static void
on_remove_clicked (LpRulesPage *self, GtkButton *button)
{
  const char *path = g_object_get_data (G_OBJECT (button), "path");
  const char *const *folders = lp_settings_get_rule_folders (lp_settings_get_default ());
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; folders[i] != NULL; i++)
    if (!g_str_equal (folders[i], path))
      g_ptr_array_add (left, g_strdup (folders[i]));
  set_folders (left);
}

static void
add_folder (const char *path)
{
  const char *const *folders = lp_settings_get_rule_folders (lp_settings_get_default ());
  g_autofree char *own = lp_own_rules_dup_folder ();
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  if (g_str_equal (path, own) || g_strv_contains (folders, path))
    return;
  for (guint i = 0; folders[i] != NULL; i++)
    g_ptr_array_add (all, g_strdup (folders[i]));
  g_ptr_array_add (all, g_strdup (path));
  set_folders (all);
}

static void
on_folder_chosen (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    add_folder (path);
  g_object_unref (native);
}

static void
on_add_clicked (LpRulesPage *self)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (_("Add a Folder of Rules"), window_of (self),
                                                              GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Add"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_folder_chosen), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* --- rows -------------------------------------------------------------------------------------------- */

static void
add_row (LpRulesPage *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
new_button (LpRulesPage *self, const char *path, GCallback clicked)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (path), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static char *
describe (const LpOwnFolder *folder)
{
  if (!folder->exists)
    return g_strdup (_("Not there yet"));
  g_autofree char *rules
      = g_strdup_printf (g_dngettext (NULL, "%u rule", "%u rules", folder->n_rules), folder->n_rules);
  if (folder->problems->len == 0)
    return g_steal_pointer (&rules);
  g_autofree char *wrong
      = g_strdup_printf (g_dngettext (NULL, "%u mistake", "%u mistakes", folder->problems->len), folder->problems->len);
  return g_strdup_printf ("%s · %s", rules, wrong);
}

/* ~/rules for what is in the person's home. */
static char *
shorten (const char *path)
{
  const char *home = g_get_home_dir ();
  gsize n = strlen (home);
  gboolean inside = g_str_has_prefix (path, home) && path[n] == G_DIR_SEPARATOR;

  return inside ? g_strconcat ("~", path + n, NULL) : g_filename_display_name (path);
}

static GtkWidget *
new_folder_row (LpRulesPage *self, const LpOwnFolder *folder, gboolean removable)
{
  g_autofree char *title = shorten (folder->path), *subtitle = describe (folder);
  GtkWidget *row = adw_action_row_new (), *open = new_button (self, folder->path, G_CALLBACK (on_open_clicked));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_button_set_label (GTK_BUTTON (open), _("Open Folder"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), open);
  if (!removable)
    return row;
  GtkWidget *remove = new_button (self, folder->path, G_CALLBACK (on_remove_clicked));
  g_autofree char *tip = g_strdup_printf (_("Remove %s from the list; nothing on the disk is touched"), title);
  gtk_button_set_icon_name (GTK_BUTTON (remove), "list-remove-symbolic");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  return row;
}

static GtkWidget *
new_text_row (const char *text, const char *css_class)
{
  GtkWidget *row = adw_preferences_row_new (), *label = gtk_label_new (text);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  lp_label_let_wrap (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_bottom (label, 8);
  gtk_widget_add_css_class (label, css_class);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  /* The label has the focus, not the row around it. */
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
show_folder (LpRulesPage *self, AdwPreferencesGroup *group, const LpOwnFolder *folder)
{
  add_row (self, group, new_folder_row (self, folder, group == self->further));
  for (guint i = 0; i < folder->problems->len; i++)
    add_row (self, group, new_text_row (folder->problems->pdata[i], "error"));
}

/* The user's own folder comes first. */
static void
show_folders (LpRulesPage *self, const GPtrArray *folders)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i], *own = GTK_WIDGET (self->own);
      AdwPreferencesGroup *group = gtk_widget_is_ancestor (row, own) ? self->own : self->further;
      adw_preferences_group_remove (group, row);
    }
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < folders->len; i++)
    show_folder (self, i == 0 ? self->own : self->further, folders->pdata[i]);
  if (folders->len == 1)
    add_row (self, self->further, new_text_row (_("None"), "dim-label"));
}

/* --- reading ----------------------------------------------------------------------------------------- */

static void
read_in_thread (GTask *task, gpointer source, gpointer paths, GCancellable *cancellable)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_own_folder_free);

  for (char **path = paths; *path != NULL && !g_cancellable_is_cancelled (cancellable); path++)
    g_ptr_array_add (folders, lp_own_folder_read (*path));
  g_task_return_pointer (task, folders, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) folders = g_task_propagate_pointer (G_TASK (result), NULL);

  if (folders != NULL)
    show_folders (LP_RULES_PAGE (source), folders);
}

static void
stop_reading (LpRulesPage *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_folders (gpointer page)
{
  LpRulesPage *self = page;
  const char *const *further = lp_settings_get_rule_folders (lp_settings_get_default ());
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autofree char *own = lp_own_rules_dup_folder ();

  stop_reading (self);
  self->reading = g_cancellable_new ();
  g_strv_builder_add (paths, own);
  g_strv_builder_addv (paths, (const char **) further);
  g_autoptr (GTask) task = g_task_new (self, self->reading, on_read, NULL);
  g_task_set_task_data (task, g_strv_builder_end (paths), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, read_in_thread);
}

/* --- the page ---------------------------------------------------------------------------------------- */

static AdwPreferencesGroup *
add_group (LpRulesPage *self, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
  return group;
}

static void
lp_rules_page_dispose (GObject *object)
{
  LpRulesPage *self = LP_RULES_PAGE (object);

  g_clear_handle_id (&self->follower, lp_rule_folders_unfollow);
  stop_reading (self);
  G_OBJECT_CLASS (lp_rules_page_parent_class)->dispose (object);
}

static void
lp_rules_page_finalize (GObject *object)
{
  g_ptr_array_unref (LP_RULES_PAGE (object)->rows);
  G_OBJECT_CLASS (lp_rules_page_parent_class)->finalize (object);
}

static void
lp_rules_page_class_init (LpRulesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lp_rules_page_dispose;
  object_class->finalize = lp_rules_page_finalize;
}

static void
lp_rules_page_init (LpRulesPage *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add Folder…"));

  self->rows = g_ptr_array_new ();
  self->own = add_group (self, _("Your own rules"),
                         _("Read for every document, here and by the command. What changes counts at once."));
  self->further = add_group (self, _("Further folders"), _("Read here; the command takes them with --rules."));
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add_clicked), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->further, add);
  self->follower = lp_rule_folders_follow (read_folders, self);
  read_folders (self);
}
