#include "ui/document/zoom-controls.h"

#include <glib/gi18n.h>
#include <math.h>

struct _LpZoomControls
{
  AdwBin parent_instance;
  GtkLabel *zoom_label;
  LpViewport *viewport;
  guint source; /* of the update that is to come, or 0 */
};

G_DEFINE_FINAL_TYPE (LpZoomControls, lp_zoom_controls, ADW_TYPE_BIN)

static gboolean
update (gpointer data)
{
  LpZoomControls *self = data;
  g_autofree char *text = g_strdup_printf (_("%.0f %%"), round (lp_viewport_get_zoom (self->viewport) * 100));

  self->source = 0;
  gtk_label_set_label (self->zoom_label, text);
  return G_SOURCE_REMOVE;
}

/* The zoom also changes while sizes are being given out, when no label may ask for another one. */
static void
on_viewport_changed (LpZoomControls *self)
{
  if (self->source == 0)
    self->source = g_idle_add (update, self);
}

static void
lp_zoom_controls_dispose (GObject *object)
{
  LpZoomControls *self = LP_ZOOM_CONTROLS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->viewport);
  G_OBJECT_CLASS (lp_zoom_controls_parent_class)->dispose (object);
}

static void
lp_zoom_controls_class_init (LpZoomControlsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_zoom_controls_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/document/zoom-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, LpZoomControls, zoom_label);
}

static void
lp_zoom_controls_init (LpZoomControls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lp_zoom_controls_add (LpDocumentView *view)
{
  LpZoomControls *self = g_object_new (LP_TYPE_ZOOM_CONTROLS, NULL);

  self->viewport = g_object_ref (lp_canvas_get_stage (lp_document_view_get_canvas (view))->viewport);
  g_signal_connect_object (self->viewport, "changed", G_CALLBACK (on_viewport_changed), self, G_CONNECT_SWAPPED);
  on_viewport_changed (self);
  lp_document_view_add_overlay (view, GTK_WIDGET (self));
}
