#include "ui/gallery/card-picture.h"

#include <adwaita.h>

#include "ui/application/theme.h"
#include "ui/gallery/pictures.h"

/* Wider, it gets no higher. */
#define MOST_WIDTH 400

struct _LpCardPicture
{
  GtkWidget parent_instance;
  const LpScenario *scenario;
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (LpCardPicture, lp_card_picture, GTK_TYPE_WIDGET)

static cairo_surface_t *
find_drawing (LpCardPicture *self)
{
  if (!self->shown || self->scenario == NULL)
    return NULL;
  return lp_pictures_get (lp_pictures_get_default (), self->scenario, lp_theme_current (),
                          gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

static void
on_ready (LpCardPicture *self, const char *id)
{
  if (self->shown && g_strcmp0 (id, self->scenario->id) == 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lp_card_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LpCardPicture *self = LP_CARD_PICTURE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  GdkRGBA paper = lp_theme_rgba (lp_theme_current (), LP_COLOUR_PAPER);
  cairo_surface_t *drawing = find_drawing (self);

  gtk_snapshot_append_color (snapshot, &paper, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (drawing == NULL)
    return;
  double scale = MIN (width / LP_PICTURE_WIDTH, height / LP_PICTURE_HEIGHT);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, (width - LP_PICTURE_WIDTH * scale) / 2, (height - LP_PICTURE_HEIGHT * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, drawing, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
lp_card_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lp_card_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LP_PICTURE_WIDTH / 2;
      *natural = LP_PICTURE_WIDTH;
    }
  else
    {
      int width = for_size >= 0 ? MIN (for_size, MOST_WIDTH) : MOST_WIDTH;
      *minimum = *natural = width * LP_PICTURE_HEIGHT / LP_PICTURE_WIDTH;
    }
}

static void
lp_card_picture_class_init (LpCardPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = lp_card_picture_get_request_mode;
  widget_class->measure = lp_card_picture_measure;
  widget_class->snapshot = lp_card_picture_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "cardpicture");
}

static void
lp_card_picture_init (LpCardPicture *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (lp_pictures_get_default (), "ready", G_CALLBACK (on_ready), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

void
lp_card_picture_set_scenario (LpCardPicture *self, const LpScenario *scenario)
{
  g_return_if_fail (LP_IS_CARD_PICTURE (self));

  self->scenario = scenario;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lp_card_picture_show (LpCardPicture *self)
{
  g_return_if_fail (LP_IS_CARD_PICTURE (self));

  if (self->shown)
    return;
  self->shown = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
lp_card_picture_is_drawn (LpCardPicture *self)
{
  return find_drawing (self) != NULL;
}
