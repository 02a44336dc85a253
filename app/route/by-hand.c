#include "route/by-hand.h"
#include "route/direct.h"

static LpPoint
point_at (const GArray *points, guint index)
{
  return g_array_index (points, LpPoint, index);
}

static gboolean
is_between (LpPoint a, LpPoint b, LpPoint middle)
{
  return (a.x == b.x && middle.x == a.x && (middle.y - a.y) * (middle.y - b.y) <= 0)
         || (a.y == b.y && middle.y == a.y && (middle.x - a.x) * (middle.x - b.x) <= 0);
}

/* A way that comes to a point and goes back over itself turns where it first meets its other part. */
static void
append (GArray *points, LpPoint point)
{
  while (points->len > 1)
    {
      LpPoint last = point_at (points, points->len - 1), before = point_at (points, points->len - 2);
      gboolean on_one_line
          = (before.x == last.x && last.x == point.x) || (before.y == last.y && last.y == point.y);
      if (!on_one_line)
        break;
      g_array_set_size (points, points->len - 1);
      if (is_between (before, last, point))
        break;
    }
  if (points->len == 0 || point_at (points, points->len - 1).x != point.x
      || point_at (points, points->len - 1).y != point.y)
    g_array_append_val (points, point);
}

/* Goes on from the last point to one that is neither level nor plumb: a corner between them, straight on from
 * what was there before. */
static void
append_square (GArray *points, LpPoint point)
{
  LpPoint last = point_at (points, points->len - 1);
  if (last.x != point.x && last.y != point.y)
    {
      gboolean flat = points->len < 2 || point_at (points, points->len - 2).y == last.y;
      append (points, flat ? (LpPoint){ point.x, last.y } : (LpPoint){ last.x, point.y });
    }
  append (points, point);
}

static void
find_end (LpSearch *search, guint from, guint to, GArray *points)
{
  const LpSpace *space = lp_search_get_space (search);
  if (!lp_ways_find_between (search, from, to, points))
    lp_route_direct (points, space->port[from], space->port[to]);
}

/* The side at which a way comes to its last point. */
static LpSide
side_of_arrival (const GArray *points)
{
  if (points->len < 2)
    return LP_N_SIDES;
  LpPoint last = point_at (points, points->len - 1), before = point_at (points, points->len - 2);
  if (last.y == before.y)
    return before.x < last.x ? LP_SIDE_LEFT : LP_SIDE_RIGHT;
  return before.y < last.y ? LP_SIDE_TOP : LP_SIDE_BOTTOM;
}

void
lp_ways_find_by_hand (LpSearch *search, const LpRouteEdge *edge, guint pin, GArray *points)
{
  const LpSpace *space = lp_search_get_space (search);
  g_autoptr (GArray) begin = g_array_new (FALSE, FALSE, sizeof (LpPoint));
  g_autoptr (GArray) end = g_array_new (FALSE, FALSE, sizeof (LpPoint));
  find_end (search, edge->from, pin, begin);
  if (edge->n_via == 1)
    lp_search_shut (search, side_of_arrival (begin));
  find_end (search, pin + 1, edge->to, end);
  lp_search_shut (search, LP_N_SIDES);
  for (guint i = 0; i < begin->len; i++)
    append (points, point_at (begin, i));
  append_square (points, lp_rect_centre (space->rect[pin]));
  for (guint i = 1; i + 1 < edge->n_via; i++)
    append_square (points, lp_space_sane_point (edge->via[i]));
  append_square (points, lp_rect_centre (space->rect[pin + 1]));
  for (guint i = 0; i < end->len; i++)
    append_square (points, point_at (end, i));
}
