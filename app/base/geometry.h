/* Points and rectangles in diagram units (1 unit is 1 CSS pixel at 100 %), y downwards. */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} LpPoint;

typedef struct
{
  double x, y, w, h;
} LpRect;

static inline double
lp_point_distance (LpPoint a, LpPoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

static inline LpPoint
lp_rect_centre (LpRect r)
{
  return (LpPoint){ r.x + r.w / 2, r.y + r.h / 2 };
}

static inline double
lp_rect_area (LpRect r)
{
  return r.w * r.h;
}

static inline gboolean
lp_rect_equal (LpRect a, LpRect b)
{
  return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

static inline gboolean
lp_rect_contains (LpRect r, LpPoint p)
{
  return p.x >= r.x && p.y >= r.y && p.x <= r.x + r.w && p.y <= r.y + r.h;
}

static inline gboolean
lp_rect_encloses (LpRect outer, LpRect inner)
{
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w
         && inner.y + inner.h <= outer.y + outer.h;
}

static inline gboolean
lp_rect_overlaps (LpRect a, LpRect b)
{
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static inline LpRect
lp_rect_grow (LpRect r, double by)
{
  return (LpRect){ r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by };
}

/* The smallest rectangle around both; an empty one (no width and no height) adds nothing. */
static inline LpRect
lp_rect_union (LpRect a, LpRect b)
{
  if (a.w <= 0 && a.h <= 0)
    return b;
  if (b.w <= 0 && b.h <= 0)
    return a;
  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);
  return (LpRect){ x, y, MAX (a.x + a.w, b.x + b.w) - x, MAX (a.y + a.h, b.y + b.h) - y };
}

G_END_DECLS
