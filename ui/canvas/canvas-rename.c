#include <glib/gi18n.h>

#include "model/edit.h"
#include "ui/canvas/canvas-private.h"

/* What the drawing shows: the id where a component has no label. */
static const char *
name_of (LpDocument *document, const char *id)
{
  const LpComponent *component = lp_document_get_component (document, id);
  const LpConnection *connection = component == NULL ? lp_document_get_connection (document, id) : NULL;
  const char *label = component != NULL    ? lp_component_get_name (component)
                      : connection != NULL ? connection->label
                                           : NULL;

  return label != NULL ? label : "";
}

static void
on_activate (GtkEditable *entry, LpCanvas *self)
{
  const char *id = g_object_get_data (G_OBJECT (entry), "element");
  g_autofree char *label = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_autoptr (GError) error = NULL;
  LpDocument *document = self->stage->document;

  if (!g_str_equal (label, name_of (document, id)))
    {
      lp_document_begin (document, _("Rename"));
      lp_edit_set_label (document, id, label, &error);
      lp_stage_finish (self->stage, error);
    }
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

void
lp_canvas_rename (LpCanvas *self)
{
  const char *id = self->stage != NULL ? lp_selection_get_single (self->stage->selection) : NULL;
  LpRect area;

  if (id == NULL || !lp_canvas_find_area (self, id, &area))
    return;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), name_of (self->stage->document, id));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 24);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  g_object_set_data_full (G_OBJECT (entry), "element", g_strdup (id), g_free);
  g_signal_connect (entry, "activate", G_CALLBACK (on_activate), self);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  lp_canvas_show_popover (self, popover, area);
  gtk_widget_grab_focus (entry);
}
