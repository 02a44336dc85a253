#include "ui/window/recent-popover.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "config.h"
#include "learning/attempt.h"

#define MAX_FILES 12

struct _LpRecentPopover
{
  GtkPopover parent_instance;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (LpRecentPopover, lp_recent_popover, GTK_TYPE_POPOVER)

static int
newest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static GtkWidget *
new_row (GtkRecentInfo *info)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (gtk_recent_info_get_display_name (info));
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *where = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  GtkWidget *place = gtk_label_new (where);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_START);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (place, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), place);
  gtk_widget_add_css_class (box, "recent");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  return row;
}

/* Those of this program that are still there, the newest first: of GtkRecentInfo. */
static GPtrArray *
list_files (guint max)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), newest_first);

  for (GList *l = items; l != NULL && files->len < max; l = l->next)
    if (gtk_recent_info_has_application (l->data, LP_APP_ID) && gtk_recent_info_exists (l->data))
      g_ptr_array_add (files, gtk_recent_info_ref (l->data));
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return files;
}

guint
lp_recent_fill (GtkListBox *list, guint max)
{
  g_autoptr (GPtrArray) files = list_files (max);
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; i < files->len; i++)
    gtk_list_box_append (list, new_row (files->pdata[i]));
  return files->len;
}

static GtkWidget *
new_button (GtkRecentInfo *info)
{
  GtkWidget *button = gtk_button_new (), *content = adw_button_content_new ();
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *place = g_file_get_parse_name (file);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "document-open-recent-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), gtk_recent_info_get_display_name (info));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", gtk_recent_info_get_uri (info));
  return button;
}

guint
lp_recent_fill_box (GtkBox *box, guint max)
{
  g_autoptr (GPtrArray) files = list_files (max);
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, button);
  for (guint i = 0; i < files->len; i++)
    gtk_box_append (box, new_button (files->pdata[i]));
  return files->len;
}

void
lp_recent_add (GFile *file)
{
  if (lp_attempt_is_attempt (file))
    return;
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) "application/octet-stream",
    .app_name = (char *) LP_APP_ID,
    .app_exec = (char *) "loadpath %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
on_map (LpRecentPopover *self)
{
  lp_recent_fill (GTK_LIST_BOX (self->list), MAX_FILES);
}

static void
lp_recent_popover_class_init (LpRecentPopoverClass *klass)
{
}

static void
lp_recent_popover_init (LpRecentPopover *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *nothing = gtk_label_new (_("No recent files"));

  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_margin_top (nothing, 18);
  gtk_widget_set_margin_bottom (nothing, 18);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), nothing);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_widget_set_size_request (scroller, 320, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (gtk_popover_popdown), self);
}
