#include "route/runs.h"
#include "route/lanes.h"

#include <math.h>

/* Runs move no farther than this: a channel, not the whole sheet. */
#define REACH 120
#define SLACK 4
/* What lies within so many tracks of a run that is laid makes room for it. */
#define YIELD 3
/* An arrow needs this much before the port. */
#define ARROW 16

static LpSide
side_of (const LpWays *ways, guint edge, gboolean last)
{
  guint n = ways->points[edge]->len;
  LpPoint end = lp_ways_point (ways, edge, last ? n - 1 : 0),
          next = lp_ways_point (ways, edge, last ? n - 2 : 1);
  if (fabs (next.x - end.x) >= fabs (next.y - end.y))
    return next.x < end.x ? LP_SIDE_LEFT : LP_SIDE_RIGHT;
  return next.y < end.y ? LP_SIDE_TOP : LP_SIDE_BOTTOM;
}

/* An end may slide along its side of the box. */
static void
limit_by_port (const LpSpace *space, const LpWays *ways, LpRun *run, gboolean last)
{
  const LpRouteEdge *edge = &ways->edges[run->edge];
  guint box = last ? edge->to : edge->from;
  LpSide side = side_of (ways, run->edge, last);
  if (lp_space_is_within (space, last ? edge->from : edge->to, box) && side != LP_SIDE_TOP)
    side = side == LP_SIDE_BOTTOM ? LP_SIDE_TOP : LP_SIDE_LEFT;
  double low, high;
  lp_port_range (space, box, side, &low, &high);
  run->least = MAX (run->least, low);
  run->most = MIN (run->most, high);
}

static void
limit_by_boxes (const LpSpace *space, const LpWays *ways, LpAxis axis, LpRun *run)
{
  guint n = ways->points[run->edge]->len;
  const LpRouteEdge *edge = &ways->edges[run->edge];
  double inset = MIN (1, (run->high - run->low) / 4);
  LpRay ray = { .axis = lp_across (axis),
                .from = run->at,
                .low = run->low + inset,
                .high = run->high - inset,
                .reach = REACH,
                .home = LP_NOBODY,
                .home2 = LP_NOBODY,
                .frames = TRUE,
                .skip = run->index == 0 ? edge->from : LP_NOBODY,
                .skip2 = run->index + 2 == n ? edge->to : LP_NOBODY };
  ray.direction = -1;
  run->least = lp_space_cast (space, &ray) + space->options.clearance;
  ray.direction = 1;
  run->most = lp_space_cast (space, &ray) - space->options.clearance;
}

/* Away from a port right before which the way turns. */
static double
leave_room (const LpRun *run, LpPoint port, LpAxis axis, double wish)
{
  double from = axis == LP_ALONG_X ? port.y : port.x;
  if (fabs (run->at - from) >= ARROW || run->at == from)
    return wish;
  return CLAMP (run->at > from ? from + ARROW : from - ARROW, run->least, run->most);
}

static gboolean
is_straight (LpPoint a, LpPoint b)
{
  return a.x == b.x || a.y == b.y;
}

/* Whether the stretch between two points, or the one point where they are the same, lies on the run. */
static gboolean
lies_on (const LpRun *run, LpAxis axis, LpPoint a, LpPoint b)
{
  gboolean along_x = axis == LP_ALONG_X;
  double at_a = along_x ? a.y : a.x, at_b = along_x ? b.y : b.x, from = along_x ? a.x : a.y,
         to = along_x ? b.x : b.y;
  return fabs (at_a - run->at) < 0.01 && fabs (at_b - run->at) < 0.01 && MAX (from, to) > run->low - 0.01
         && MIN (from, to) < run->high + 0.01;
}

/* Whether the run was laid by hand: on a straight stretch of two points, or over one that belongs to none. */
static gboolean
is_by_hand (const LpRouteEdge *edge, LpAxis axis, const LpRun *run)
{
  for (guint i = 0; i < edge->n_via; i++)
    {
      const LpPoint *via = &edge->via[i];
      gboolean before = i > 0 && is_straight (via[-1], via[0]),
               after = i + 1 < edge->n_via && is_straight (via[0], via[1]);
      if (after ? lies_on (run, axis, via[0], via[1]) : !before && lies_on (run, axis, via[0], via[0]))
        return TRUE;
    }
  return FALSE;
}

static LpRun
fixed (LpRun run)
{
  run.least = run.most = run.wish = run.at;
  run.slack_low = run.slack_high = 0;
  return run;
}

static LpRun
measure (const LpSpace *space, const LpWays *ways, LpAxis axis, guint edge, guint index)
{
  LpPoint a = lp_ways_point (ways, edge, index), b = lp_ways_point (ways, edge, index + 1);
  gboolean along_x = axis == LP_ALONG_X;
  LpRun run = { .edge = edge, .index = index, .at = along_x ? a.y : a.x };
  run.low = along_x ? MIN (a.x, b.x) : MIN (a.y, b.y);
  run.high = along_x ? MAX (a.x, b.x) : MAX (a.y, b.y);
  if (ways->edges[edge].n_via > 0 && is_by_hand (&ways->edges[edge], axis, &run))
    return fixed (run);
  limit_by_boxes (space, ways, axis, &run);
  if (index == 0)
    limit_by_port (space, ways, &run, FALSE);
  if (index + 2 == ways->points[edge]->len)
    limit_by_port (space, ways, &run, TRUE);
  /* Where a gap is narrower than the clearance on both sides, the lane in its middle stands. */
  run.slack_low = run.least <= run.at ? SLACK : 0;
  run.slack_high = run.most >= run.at ? SLACK : 0;
  run.least = MIN (run.least, run.at);
  run.most = MAX (run.most, run.at);
  guint n = ways->points[edge]->len;
  run.wish = run.at;
  if (index == 1)
    run.wish = leave_room (&run, lp_ways_point (ways, edge, 0), axis, run.wish);
  if (index + 3 == n)
    run.wish = leave_room (&run, lp_ways_point (ways, edge, n - 1), axis, run.wish);
  return run;
}

static void
collect_edge (const LpSpace *space, const LpWays *ways, LpAxis axis, guint edge, GArray *runs)
{
  for (guint i = 0; !ways->loose[edge] && i + 1 < ways->points[edge]->len; i++)
    if (lp_ways_axis (ways, edge, i) == axis)
      {
        LpRun run = measure (space, ways, axis, edge, i);
        g_array_append_val (runs, run);
      }
}

/* Only where it lies: nothing moves it. */
static LpRun
outline (const LpWays *ways, LpAxis axis, guint edge, guint index)
{
  LpPoint a = lp_ways_point (ways, edge, index), b = lp_ways_point (ways, edge, index + 1);
  gboolean along_x = axis == LP_ALONG_X;
  LpRun run = { .edge = edge, .index = index, .at = along_x ? a.y : a.x, .settled = TRUE };
  run.low = along_x ? MIN (a.x, b.x) : MIN (a.y, b.y);
  run.high = along_x ? MAX (a.x, b.x) : MAX (a.y, b.y);
  return fixed (run);
}

/* How a run stands to those that are laid: 0 far away, 1 in reach of one, 2 so near that it may have to give
 * way. */
static guint
nearness (const GArray *laid, guint n_laid, const LpRun *run, double spacing)
{
  guint nearest = 0;
  for (guint i = 0; i < n_laid && nearest < 2; i++)
    {
      const LpRun *other = &g_array_index (laid, LpRun, i);
      if (other->high + spacing / 2 <= run->low || run->high + spacing / 2 <= other->low)
        continue;
      if (fabs (run->at - other->at) < YIELD * spacing)
        nearest = 2;
      else if (run->at > other->least - SLACK - spacing && run->at < other->most + SLACK + spacing)
        nearest = 1;
    }
  return nearest;
}

static LpRect
area_of (const GArray *runs, LpAxis axis, double spacing)
{
  LpRect area = { 0 };
  for (guint i = 0; i < runs->len; i++)
    {
      const LpRun *run = &g_array_index (runs, LpRun, i);
      double least = run->least - SLACK - YIELD * spacing, most = run->most + SLACK + YIELD * spacing,
             low = run->low - spacing, high = run->high + spacing;
      area = lp_rect_union (area, axis == LP_ALONG_X ? (LpRect){ low, least, high - low, most - least }
                                                     : (LpRect){ least, low, most - least, high - low });
    }
  return area;
}

/* Adds the runs beside those that are laid: what is very near may move. */
static void
collect_settled (const LpSpace *space, const LpWays *ways, LpAxis axis, const guint8 *which, GArray *runs)
{
  double spacing = space->options.spacing;
  LpRect area = area_of (runs, axis, spacing);
  guint n_laid = runs->len;
  for (guint edge = 0; edge < ways->n; edge++)
    {
      if (which[edge] || ways->loose[edge] || !lp_rect_overlaps (lp_rect_grow (ways->bounds[edge], 1), area))
        continue;
      for (guint i = 0; i + 1 < ways->points[edge]->len; i++)
        {
          if (lp_ways_axis (ways, edge, i) != axis)
            continue;
          LpRun run = outline (ways, axis, edge, i);
          guint near = nearness (runs, n_laid, &run, spacing);
          if (near == 0)
            continue;
          if (near == 2)
            {
              run = measure (space, ways, axis, edge, i);
              run.wish = run.at;
              run.settled = TRUE;
            }
          g_array_append_val (runs, run);
        }
    }
}

GArray *
lp_runs_collect (const LpSpace *space, const LpWays *ways, LpAxis axis, const guint8 *which)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (LpRun));
  for (guint edge = 0; edge < ways->n; edge++)
    if (which == NULL || which[edge])
      collect_edge (space, ways, axis, edge, runs);
  if (which != NULL && runs->len > 0)
    collect_settled (space, ways, axis, which, runs);
  return runs;
}
