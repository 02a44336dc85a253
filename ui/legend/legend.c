#include "ui/legend/legend.h"

#include <glib/gi18n.h>

#include "ui/legend/line-sample.h"

struct _LpLegend
{
  AdwBin parent_instance;
  GtkWidget *rows;
  LpCanvas *canvas;     /* outlives it */
  guint64 shown;        /* the kinds that have rows, as bits by their number in the catalogue */
};

G_DEFINE_FINAL_TYPE (LpLegend, lp_legend, ADW_TYPE_BIN)

static guint64
find_kinds (const LpDesign *design, const LpCatalogue *catalogue)
{
  guint64 kinds = 0;

  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    for (guint k = 0; k < lp_catalogue_get_n_connection_kinds (catalogue) && k < 64; k++)
      if (g_str_equal (lp_catalogue_get_connection_kind (catalogue, k)->id,
                       lp_design_get_connection (design, i)->kind))
        {
          kinds |= G_GUINT64_CONSTANT (1) << k;
          break;
        }
  return kinds;
}

static void
add_row (LpLegend *self, GtkWidget *sample, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (sample != NULL)
    gtk_box_append (GTK_BOX (row), sample);
  else
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self->rows), row);
}

static void
fill (LpLegend *self, guint64 kinds)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  for (guint k = 0; k < lp_catalogue_get_n_connection_kinds (catalogue) && k < 64; k++)
    if ((kinds >> k & 1) != 0)
      {
        const LpConnectionKind *kind = lp_catalogue_get_connection_kind (catalogue, k);
        add_row (self, lp_line_sample_new (kind), lp_text (&kind->name));
      }
  if (kinds == 0)
    add_row (self, NULL, _("No connection is drawn yet"));
  self->shown = kinds;
}

static void
update (LpLegend *self)
{
  LpStage *stage = lp_canvas_get_stage (self->canvas);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || stage == NULL || stage->scene == NULL)
    return;
  guint64 kinds = find_kinds (lp_stage_get_design (stage), stage->catalogue);
  if (kinds != self->shown || gtk_widget_get_first_child (self->rows) == NULL)
    fill (self, kinds);
}

static void
on_toggled (LpLegend *self, const char *part)
{
  if (!g_str_equal (part, "legend"))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), !gtk_widget_get_visible (GTK_WIDGET (self)));
  update (self);
}

static void
on_close (LpLegend *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static GtkWidget *
new_heading (LpLegend *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = gtk_label_new (_("Connections"));
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "small");
  gtk_widget_set_tooltip_text (close, _("Close"));
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (on_close), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), close);
  return row;
}

static void
lp_legend_class_init (LpLegendClass *klass)
{
}

static void
lp_legend_init (LpLegend *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (box), new_heading (self));
  gtk_box_append (GTK_BOX (box), self->rows);
  gtk_widget_add_css_class (box, "floating");
  gtk_widget_add_css_class (box, "legend");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
lp_legend_add (LpDocumentView *view)
{
  LpLegend *self = g_object_new (LP_TYPE_LEGEND, NULL);

  self->canvas = lp_document_view_get_canvas (view);
  g_signal_connect_object (self->canvas, "scene-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "part-toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  lp_document_view_add_overlay (view, GTK_WIDGET (self));
}
