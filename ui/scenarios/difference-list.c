#include "ui/scenarios/difference-list.h"

#include <glib/gi18n.h>

#include "ui/scenarios/pieces.h"

struct _LpDifferenceList
{
  AdwBin parent_instance;
  GtkListBox *rows;
  GtkWidget *none;
  LpCompareBar *bar; /* or NULL */
};

G_DEFINE_FINAL_TYPE (LpDifferenceList, lp_difference_list, ADW_TYPE_BIN)

static const char *
spoken_type (LpDifferenceType type)
{
  switch (type)
    {
    case LP_DIFFERENCE_THERE:
      return _("Only there");
    case LP_DIFFERENCE_HERE:
      return _("Only here");
    default:
      return _("Not the same");
    }
}

static void
add_row (LpDifferenceList *self, const LpDifference *difference)
{
  static const char *const classes[LP_N_DIFFERENCE_TYPES] = { "fix-new", "fix-gone", "fix-other" };
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *sign = gtk_label_new (lp_difference_sign (difference->type)), *words = lp_piece_text (difference->words, NULL);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", spoken_type (difference->type), difference->words);

  gtk_widget_add_css_class (sign, "fix-sign");
  gtk_widget_add_css_class (sign, classes[difference->type]);
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_label_set_selectable (GTK_LABEL (words), FALSE);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "difference");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), difference->ids[0] != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (self->rows, row);
}

static void
update (LpDifferenceList *self)
{
  const LpDifferences *differences = self->bar != NULL ? lp_compare_bar_get_differences (self->bar) : NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; differences != NULL && i < differences->list->len; i++)
    add_row (self, differences->list->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), differences != NULL && differences->list->len > 0);
  gtk_widget_set_visible (self->none, differences != NULL && differences->list->len == 0);
}

/* In a narrow window the panel lies over the drawing. */
static void
on_row_activated (LpDifferenceList *self, GtkListBoxRow *row)
{
  const LpDifferences *differences = lp_compare_bar_get_differences (self->bar);
  GtkWidget *flap = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_FLAP);

  if (differences == NULL)
    return;
  lp_compare_bar_go_to (self->bar, differences->list->pdata[gtk_list_box_row_get_index (row)]);
  if (flap != NULL && adw_flap_get_folded (ADW_FLAP (flap)))
    adw_flap_set_reveal_flap (ADW_FLAP (flap), FALSE);
}

void
lp_difference_list_set_bar (LpDifferenceList *self, LpCompareBar *bar)
{
  g_return_if_fail (LP_IS_DIFFERENCE_LIST (self));

  if (self->bar != NULL)
    g_signal_handlers_disconnect_by_data (self->bar, self);
  g_set_object (&self->bar, bar);
  if (bar != NULL)
    g_signal_connect_swapped (bar, "changed", G_CALLBACK (update), self);
  update (self);
}

static void
lp_difference_list_dispose (GObject *object)
{
  LpDifferenceList *self = LP_DIFFERENCE_LIST (object);

  if (self->bar != NULL)
    g_signal_handlers_disconnect_by_data (self->bar, self);
  g_clear_object (&self->bar);
  G_OBJECT_CLASS (lp_difference_list_parent_class)->dispose (object);
}

static void
lp_difference_list_class_init (LpDifferenceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_difference_list_dispose;
}

static void
lp_difference_list_init (LpDifferenceList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Differences"), -1);
  g_signal_connect_swapped (self->rows, "row-activated", G_CALLBACK (on_row_activated), self);
  self->none = lp_piece_text (_("Nothing differs but names and places."), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (box), self->none);
  adw_bin_set_child (ADW_BIN (self), box);
  update (self);
}
