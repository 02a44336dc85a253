#include <glib/gi18n.h>
#include <string.h>

#include "ui/canvas/canvas-private.h"
#include "ui/canvas/handles.h"
#include "ui/canvas/link.h"

/* More than anybody reads: typing narrows it. */
#define MAX_ROWS 60

/* Connecting without a pointer: a list of what the selected component may connect to. */
typedef struct
{
  LpCanvas *canvas;
  char *from;
  GtkWidget *list;
} Chooser;

static void
chooser_free (gpointer data)
{
  g_free (((Chooser *) data)->from);
  g_free (data);
}

static GtkWidget *
new_row (LpStage *stage, const LpComponent *target, const LpConnectionKind *link)
{
  const LpKind *kind = lp_catalogue_find (stage->catalogue, target->kind);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (lp_component_get_name (target));
  g_autofree char *what
      = g_strdup_printf ("%s · %s", kind != NULL ? lp_text (&kind->name) : target->kind, lp_text (&link->name));
  GtkWidget *detail = gtk_label_new (what);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_widget_add_css_class (box, "target");
  g_object_set_data_full (G_OBJECT (box), "element", g_strdup (target->id), g_free);
  return box;
}

static gboolean
matches (const LpComponent *component, const char *text)
{
  return *text == '\0' || g_str_match_string (text, lp_component_get_name (component), TRUE)
         || strstr (component->id, text) != NULL;
}

static void
fill (Chooser *chooser, const char *text)
{
  LpStage *stage = chooser->canvas->stage;
  const LpDesign *design = lp_stage_get_design (stage);
  guint from = lp_design_find (design, chooser->from), rows = 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (chooser->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (chooser->list), row);
  for (guint i = 0; from != LP_NONE && i < lp_design_get_n_components (design) && rows < MAX_ROWS; i++)
    {
      const LpComponent *target = lp_design_get_component (design, i);
      const LpConnectionKind *link = matches (target, text) ? lp_link_find_kind (stage, from, i) : NULL;
      if (link == NULL)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (chooser->list), new_row (stage, target, link));
      rows++;
    }
  gtk_list_box_select_row (GTK_LIST_BOX (chooser->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (chooser->list), 0));
}

static void
choose (Chooser *chooser, GtkListBoxRow *row)
{
  LpCanvas *canvas = chooser->canvas;
  const LpDesign *design = lp_stage_get_design (canvas->stage);
  guint from = lp_design_find (design, chooser->from);
  guint to = lp_design_find (design, g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "element"));

  if (canvas->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (canvas->popover));
  if (from != LP_NONE && to != LP_NONE)
    lp_link_make (canvas->stage, from, to);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, Chooser *chooser)
{
  choose (chooser, row);
}

static void
on_search_changed (GtkSearchEntry *entry, Chooser *chooser)
{
  fill (chooser, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
on_search_activate (GtkSearchEntry *entry, Chooser *chooser)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (chooser->list));

  if (row != NULL)
    choose (chooser, row);
}

static void
on_stop_search (GtkSearchEntry *entry, Chooser *chooser)
{
  if (chooser->canvas->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (chooser->canvas->popover));
}

static GtkWidget *
new_content (Chooser *chooser, GtkWidget *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *nothing = gtk_label_new (_("Nothing here may be connected to it"));

  g_object_set (entry, "placeholder-text", _("Connect to…"), NULL);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (chooser->list), nothing);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), chooser->list);
  gtk_widget_set_size_request (scroller, 300, 240);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

void
lp_canvas_connect (LpCanvas *self)
{
  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  guint from = lp_handles_get_selected (self->stage);
  if (from == LP_NONE)
    {
      g_signal_emit_by_name (self, "message", _("Select the component that the connection starts from"));
      return;
    }
  Chooser *chooser = g_new0 (Chooser, 1);
  GtkWidget *popover = gtk_popover_new (), *entry = gtk_search_entry_new ();
  chooser->canvas = self;
  chooser->from = g_strdup (lp_design_get_component (lp_stage_get_design (self->stage), from)->id);
  chooser->list = gtk_list_box_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), new_content (chooser, entry));
  g_object_set_data_full (G_OBJECT (popover), "chooser", chooser, chooser_free);
  g_signal_connect (chooser->list, "row-activated", G_CALLBACK (on_row_activated), chooser);
  g_signal_connect (entry, "search-changed", G_CALLBACK (on_search_changed), chooser);
  g_signal_connect (entry, "activate", G_CALLBACK (on_search_activate), chooser);
  g_signal_connect (entry, "stop-search", G_CALLBACK (on_stop_search), chooser);
  fill (chooser, "");
  lp_canvas_show_popover (self, popover, lp_scene_get_placement (self->stage->scene)->rect[from]);
  gtk_widget_grab_focus (entry);
}
