/* The straight runs of all ways, and where each may lie: parallel ones are laid on tracks beside each other.
 */
#pragma once

#include "route/space.h"

G_BEGIN_DECLS

typedef struct
{
  guint n;
  GArray **points; /* by edge: LpPoint from port to port; every run square to the next */
  const LpRouteEdge *edges;
  guint8 *loose;  /* by edge: no way was found; a fallback is drawn */
  LpRect *bounds; /* by edge: around its points; only needed where some of the ways are laid */
} LpWays;

typedef struct
{
  guint edge, index;            /* from points[index] to points[index + 1] of the edge */
  double at;                    /* across its axis */
  double low, high;             /* along its axis */
  double wish;                  /* where it lies best: at, or farther from a port that it passes close by */
  double least, most;           /* where `at` may be */
  double slack_low, slack_high; /* how far beyond in a crowd */
  gboolean settled;             /* lies where it lies unless another one has to have its place */
} LpRun;

static inline LpPoint
lp_ways_point (const LpWays *ways, guint edge, guint index)
{
  return g_array_index (ways->points[edge], LpPoint, index);
}

static inline LpAxis
lp_ways_axis (const LpWays *ways, guint edge, guint index)
{
  LpPoint a = lp_ways_point (ways, edge, index), b = lp_ways_point (ways, edge, index + 1);
  return ABS (a.y - b.y) <= ABS (a.x - b.x) ? LP_ALONG_X : LP_ALONG_Y;
}

/* Finds the ways of all edges, short ones first. */
void lp_ways_find (const LpSpace *space, LpWays *ways);

/* Takes steps out of a way where it may go straight on. */
void lp_ways_straighten (const LpSpace *space, const LpRouteEdge *edge, GArray *points);

/* All runs along the axis, with the room that the boxes leave them. Where `which` (by edge) is given: only
 * those of these edges, and settled ones beside them. */
GArray *lp_runs_collect (const LpSpace *space, const LpWays *ways, LpAxis axis, const guint8 *which);

/* Which of two runs on one lane goes first (nearer to 0) so that their ways do not cross without need:
 * negative the first, positive the second, 0 where it makes no difference. */
int lp_runs_compare (const LpWays *ways, LpAxis axis, const LpRun *a, const LpRun *b);

/* Lays the runs along one axis on tracks and moves the points of the ways: of all, or of those edges in
 * `which` and, where there is no room else, of what runs beside them; these are added to `touched` (both by
 * edge). */
void lp_tracks_assign (const LpSpace *space, LpWays *ways, LpAxis axis, const guint8 *which, guint8 *touched);

G_END_DECLS
