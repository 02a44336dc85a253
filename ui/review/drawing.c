#include "ui/review/drawing.h"

#include <adwaita.h>
#include <math.h>

#include "render/paint.h"
#include "ui/application/theme.h"

#define LEAST_WIDTH 120
/* So much smaller it is still easily read. */
#define READABLE 0.7

struct _LpDrawing
{
  GtkWidget parent_instance;
  LpScene *scene;
};

G_DEFINE_FINAL_TYPE (LpDrawing, lp_drawing, GTK_TYPE_WIDGET)

static double
scale_for (LpRect bounds, double width, double height)
{
  return MIN (1, MIN (width / bounds.w, height / bounds.h));
}

static GtkSizeRequestMode
lp_drawing_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lp_drawing_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  LpRect bounds = lp_scene_get_bounds (LP_DRAWING (widget)->scene);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = MAX (LEAST_WIDTH, (int) ceil (bounds.w * READABLE));
    }
  else
    {
      double width = for_size >= 0 ? for_size : bounds.w;
      *minimum = *natural = (int) ceil (bounds.h * scale_for (bounds, width, bounds.h));
    }
}

static void
lp_drawing_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LpDrawing *self = LP_DRAWING (widget);
  LpRect bounds = lp_scene_get_bounds (self->scene);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double scale = scale_for (bounds, width, height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cairo_translate (cr, (width - bounds.w * scale) / 2, (height - bounds.h * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  lp_paint_all (lp_scene_get_list (self->scene), cr, lp_theme_current ());
  cairo_destroy (cr);
}

static void
lp_drawing_finalize (GObject *object)
{
  LpDrawing *self = LP_DRAWING (object);

  g_clear_pointer (&self->scene, lp_scene_unref);
  G_OBJECT_CLASS (lp_drawing_parent_class)->finalize (object);
}

static void
lp_drawing_class_init (LpDrawingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lp_drawing_finalize;
  widget_class->get_request_mode = lp_drawing_get_request_mode;
  widget_class->measure = lp_drawing_measure;
  widget_class->snapshot = lp_drawing_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "drawing");
}

static void
lp_drawing_init (LpDrawing *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lp_drawing_new (LpScene *scene, const char *description)
{
  LpDrawing *self = g_object_new (LP_TYPE_DRAWING, NULL);

  self->scene = lp_scene_ref (scene);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  return GTK_WIDGET (self);
}
