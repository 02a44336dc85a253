#include "ui/document/zoom-controls.h"

#include <glib/gi18n.h>
#include <math.h>

struct _LpZoomControls
{
  AdwBin parent_instance;
  GtkLabel *zoom_label;
};

G_DEFINE_FINAL_TYPE (LpZoomControls, lp_zoom_controls, ADW_TYPE_BIN)

static void
on_viewport_changed (LpZoomControls *self, LpViewport *viewport)
{
  g_autofree char *text = g_strdup_printf (_("%.0f %%"), round (lp_viewport_get_zoom (viewport) * 100));

  gtk_label_set_label (self->zoom_label, text);
}

static void
lp_zoom_controls_class_init (LpZoomControlsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

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
  LpViewport *viewport = lp_canvas_get_stage (lp_document_view_get_canvas (view))->viewport;

  g_signal_connect_object (viewport, "changed", G_CALLBACK (on_viewport_changed), self, G_CONNECT_SWAPPED);
  on_viewport_changed (self, viewport);
  lp_document_view_add_overlay (view, GTK_WIDGET (self));
}
