#include "ui/layers/layers-note.h"

#include <glib/gi18n.h>

/* More names than this are a number. */
#define MOST_NAMES 2

static guint
count_bits (guint32 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

static char *
describe (guint32 hidden)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  guint n = count_bits (hidden), n_layers = lp_catalogue_get_n_layers (catalogue);
  g_autoptr (GString) names = g_string_new (NULL);

  if (n == n_layers - 1)
    for (guint i = 0; i < n_layers; i++)
      if ((hidden >> i & 1) == 0)
        /* Translators: the name of a layer, as "Backup". */
        return g_strdup_printf (_("Only shown: %s"), lp_text (&lp_catalogue_get_layer (catalogue, i)->name));
  if (n > MOST_NAMES)
    return g_strdup_printf (ngettext ("%u layer is hidden", "%u layers are hidden", n), n);
  for (guint i = 0; i < n_layers; i++)
    if ((hidden >> i & 1) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              lp_text (&lp_catalogue_get_layer (catalogue, i)->name));
  return g_strdup_printf (_("Hidden: %s"), names->str);
}

static void
on_layers_changed (GtkWidget *note, LpCanvas *canvas)
{
  guint32 hidden = lp_canvas_get_hidden_layers (canvas);
  g_autofree char *text = describe (hidden);

  gtk_label_set_label (g_object_get_data (G_OBJECT (note), "label"), text);
  gtk_widget_set_visible (note, hidden != 0);
}

static void
on_show_all (LpCanvas *canvas)
{
  lp_canvas_set_hidden_layers (canvas, 0);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
}

void
lp_layers_note_add (LpDocumentView *view)
{
  LpCanvas *canvas = lp_document_view_get_canvas (view);
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_with_label (_("Show All"));

  g_object_set_data (G_OBJECT (note), "label", label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (note, "floating");
  gtk_widget_add_css_class (note, "layers-note");
  gtk_box_append (GTK_BOX (note), label);
  gtk_box_append (GTK_BOX (note), button);
  gtk_widget_set_halign (note, GTK_ALIGN_START);
  gtk_widget_set_valign (note, GTK_ALIGN_START);
  gtk_widget_set_visible (note, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_show_all), canvas, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "layers-changed", G_CALLBACK (on_layers_changed), note, G_CONNECT_SWAPPED);
  lp_document_view_add_overlay (view, note);
}
