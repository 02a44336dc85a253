#include "ui/canvas/viewport.h"

#include <math.h>

/* So much of the extent stays in view, in pixels. */
#define KEEP_IN_VIEW 48.0

struct _LpViewport
{
  GObject parent_instance;
  double width, height;
  double zoom;
  LpPoint origin;
  LpRect extent;
};

G_DEFINE_FINAL_TYPE (LpViewport, lp_viewport, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const double STEPS[] = { 0.05, 0.1, 0.15, 0.25, 1.0 / 3, 0.5, 2.0 / 3, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6, 8 };

static double
clamp_origin (double origin, double size, double from, double length)
{
  double keep = MIN (KEEP_IN_VIEW, size / 2);

  return CLAMP (origin, from - size + keep, from + length - keep);
}

static void
place (LpViewport *self, double zoom, LpPoint origin)
{
  if (self->extent.w > 0 && self->extent.h > 0 && self->width > 0 && self->height > 0)
    {
      origin.x = clamp_origin (origin.x * zoom, self->width, self->extent.x * zoom, self->extent.w * zoom) / zoom;
      origin.y = clamp_origin (origin.y * zoom, self->height, self->extent.y * zoom, self->extent.h * zoom) / zoom;
    }
  origin.x = round (origin.x * zoom) / zoom;
  origin.y = round (origin.y * zoom) / zoom;
  if (zoom == self->zoom && origin.x == self->origin.x && origin.y == self->origin.y)
    return;
  self->zoom = zoom;
  self->origin = origin;
  g_signal_emit (self, signals[CHANGED], 0);
}

static LpPoint
middle (LpViewport *self)
{
  return (LpPoint){ self->width / 2, self->height / 2 };
}

LpViewport *
lp_viewport_new (void)
{
  return g_object_new (LP_TYPE_VIEWPORT, NULL);
}

void
lp_viewport_set_size (LpViewport *self, double width, double height)
{
  g_return_if_fail (LP_IS_VIEWPORT (self));
  g_return_if_fail (width >= 0 && height >= 0);

  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  g_signal_emit (self, signals[CHANGED], 0);
}

double
lp_viewport_get_width (LpViewport *self)
{
  return self->width;
}

double
lp_viewport_get_height (LpViewport *self)
{
  return self->height;
}

double
lp_viewport_get_zoom (LpViewport *self)
{
  return self->zoom;
}

LpPoint
lp_viewport_get_origin (LpViewport *self)
{
  return self->origin;
}

LpRect
lp_viewport_get_visible (LpViewport *self)
{
  return (LpRect){ self->origin.x, self->origin.y, self->width / self->zoom, self->height / self->zoom };
}

LpPoint
lp_viewport_to_diagram (LpViewport *self, LpPoint view)
{
  return (LpPoint){ self->origin.x + view.x / self->zoom, self->origin.y + view.y / self->zoom };
}

LpPoint
lp_viewport_to_view (LpViewport *self, LpPoint diagram)
{
  return (LpPoint){ (diagram.x - self->origin.x) * self->zoom, (diagram.y - self->origin.y) * self->zoom };
}

LpRect
lp_viewport_rect_to_view (LpViewport *self, LpRect diagram)
{
  LpPoint corner = lp_viewport_to_view (self, (LpPoint){ diagram.x, diagram.y });

  return (LpRect){ corner.x, corner.y, diagram.w * self->zoom, diagram.h * self->zoom };
}

void
lp_viewport_set_extent (LpViewport *self, LpRect extent)
{
  g_return_if_fail (LP_IS_VIEWPORT (self));

  self->extent = extent;
}

void
lp_viewport_pan (LpViewport *self, double dx, double dy)
{
  g_return_if_fail (LP_IS_VIEWPORT (self));

  place (self, self->zoom, (LpPoint){ self->origin.x + dx / self->zoom, self->origin.y + dy / self->zoom });
}

void
lp_viewport_zoom_to (LpViewport *self, double zoom, LpPoint anchor)
{
  g_return_if_fail (LP_IS_VIEWPORT (self));
  g_return_if_fail (isfinite (zoom) && zoom > 0);

  zoom = CLAMP (zoom, LP_VIEWPORT_MIN_ZOOM, LP_VIEWPORT_MAX_ZOOM);
  LpPoint held = lp_viewport_to_diagram (self, anchor);
  place (self, zoom, (LpPoint){ held.x - anchor.x / zoom, held.y - anchor.y / zoom });
}

void
lp_viewport_step (LpViewport *self, gboolean in)
{
  g_return_if_fail (LP_IS_VIEWPORT (self));

  /* Half a percent apart is the same step: otherwise 33 % would step to 33.3 %. */
  double zoom = self->zoom;
  guint n = G_N_ELEMENTS (STEPS);
  if (in)
    {
      guint i = 0;
      while (i < n - 1 && STEPS[i] <= zoom * 1.005)
        i++;
      zoom = STEPS[i];
    }
  else
    {
      guint i = n - 1;
      while (i > 0 && STEPS[i] >= zoom * 0.995)
        i--;
      zoom = STEPS[i];
    }
  lp_viewport_zoom_to (self, zoom, middle (self));
}

void
lp_viewport_fit (LpViewport *self, LpRect area, double margin, double max_zoom)
{
  g_return_if_fail (LP_IS_VIEWPORT (self));

  double width = MAX (self->width - 2 * margin, 1), height = MAX (self->height - 2 * margin, 1);
  double zoom = MIN (width / MAX (area.w, 1), height / MAX (area.h, 1));
  zoom = CLAMP (MIN (zoom, max_zoom), LP_VIEWPORT_MIN_ZOOM, LP_VIEWPORT_MAX_ZOOM);
  LpPoint centre = lp_rect_centre (area);
  place (self, zoom, (LpPoint){ centre.x - self->width / 2 / zoom, centre.y - self->height / 2 / zoom });
}

/* How far to pan so that [from, from + length] lies in [margin, size - margin]. */
static double
least_pan (double from, double length, double size, double margin)
{
  if (length > size - 2 * margin)
    return from + length / 2 - size / 2;
  if (from < margin)
    return from - margin;
  if (from + length > size - margin)
    return from + length - size + margin;
  return 0;
}

void
lp_viewport_reveal (LpViewport *self, LpRect area, double margin)
{
  g_return_if_fail (LP_IS_VIEWPORT (self));

  LpRect view = lp_viewport_rect_to_view (self, area);
  lp_viewport_pan (self, least_pan (view.x, view.w, self->width, margin),
                   least_pan (view.y, view.h, self->height, margin));
}

static void
lp_viewport_class_init (LpViewportClass *klass)
{
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_viewport_init (LpViewport *self)
{
  self->zoom = 1;
}
