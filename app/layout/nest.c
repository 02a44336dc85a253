#include "layout/nest.h"
#include "layout/packing.h"

#include <math.h>

static double
sane (double value)
{
  return isfinite (value) && value > 0 ? MIN (value, 1e7) : 0;
}

static double
sane_place (double value)
{
  return isfinite (value) ? CLAMP (value, -1e7, 1e7) : 0;
}

static void
clean (LpLayoutBox *box)
{
  box->width = sane (box->width);
  box->height = sane (box->height);
  box->header = box->container ? lp_grid_up (sane (box->header)) : 0;
  box->anchor = sane (box->anchor);
  if (box->anchor == 0 || box->anchor > box->height)
    box->anchor = box->height / 2;
  if (box->fixed)
    box->rect = (LpRect){ sane_place (box->rect.x), sane_place (box->rect.y), sane (box->rect.w),
                          sane (box->rect.h) };
  else
    box->rect = (LpRect){ 0, 0, box->width, box->height };
}

static guint
parent_of (const LpNest *self, guint box)
{
  return MIN (self->boxes[box].parent, self->n);
}

/* Walks both ends up to siblings; FALSE where one end stands in the other. */
static gboolean
lift (LpNest *self, const guint *depth, LpLift *at)
{
  guint a = at->from, b = at->to;
  while (a != b)
    {
      guint above_a = parent_of (self, a), above_b = parent_of (self, b);
      if (above_a == above_b)
        {
          at->from = a;
          at->to = b;
          return TRUE;
        }
      gboolean up_a = depth[a] >= depth[b], up_b = depth[b] >= depth[a];
      if (up_a)
        {
          self->passing[a]++;
          a = above_a;
        }
      if (up_b)
        {
          self->passing[b]++;
          b = above_b;
        }
    }
  return FALSE;
}

static void
lift_edges (LpNest *self, const LpLayoutEdge *edges, guint n_edges)
{
  g_autofree guint *depth = g_new0 (guint, self->n + 1);
  g_autofree guint *container = g_new (guint, n_edges + 1);
  for (guint i = 0; i < self->n; i++)
    depth[i] = parent_of (self, i) == self->n ? 1 : depth[self->boxes[i].parent] + 1;
  self->lifts = g_new0 (LpLift, n_edges + 1);
  for (guint i = 0; i < n_edges; i++)
    {
      self->lifts[i] = (LpLift){ edges[i].from, edges[i].to, i };
      container[i] = lift (self, depth, &self->lifts[i]) ? parent_of (self, self->lifts[i].from) : G_MAXUINT;
    }
  self->lifts_in = lp_buckets_new (container, n_edges, self->n + 1);
}

LpNest *
lp_nest_new (LpLayoutBox *boxes,
             guint n_boxes,
             const LpLayoutEdge *edges,
             guint n_edges,
             const LpLayoutOptions *options)
{
  LpNest *self = g_new0 (LpNest, 1);
  self->boxes = boxes;
  self->n = n_boxes;
  self->edges = edges;
  self->options = *options;
  self->options.margin = lp_grid_up (sane (options->margin));
  self->options.gap = lp_grid_up (sane (options->gap));
  self->options.aspect
      = isfinite (options->aspect) && options->aspect > 0 ? CLAMP (options->aspect, 0.05, 20) : 1.6;
  self->height = g_new0 (guint, n_boxes + 1);
  self->passing = g_new0 (guint, n_boxes + 1);
  self->stacked = g_new0 (guint8, n_boxes + 1);
  self->pinned = g_new0 (guint8, n_boxes + 1);
  g_autofree guint *parents = g_new (guint, n_boxes + 1);
  for (guint i = 0; i < n_boxes; i++)
    {
      clean (&boxes[i]);
      parents[i] = parent_of (self, i);
      self->pinned[parents[i]] |= boxes[i].fixed;
      if (parents[i] < n_boxes)
        boxes[parents[i]].container = TRUE;
    }
  self->members = lp_buckets_new (parents, n_boxes, n_boxes + 1);
  for (guint i = n_boxes; i-- > 0;)
    {
      if (boxes[i].container)
        self->height[i] = MAX (self->height[i], 1);
      self->height[parents[i]] = MAX (self->height[parents[i]], self->height[i] + 1);
    }
  lift_edges (self, edges, n_edges);
  return self;
}

void
lp_nest_free (LpNest *nest)
{
  if (nest == NULL)
    return;
  lp_buckets_clear (&nest->members);
  lp_buckets_clear (&nest->lifts_in);
  g_free (nest->height);
  g_free (nest->passing);
  g_free (nest->stacked);
  g_free (nest->pinned);
  g_free (nest->lifts);
  g_free (nest);
}

double
lp_nest_anchor (const LpNest *nest, guint box, guint top)
{
  double y = nest->boxes[box].container ? nest->boxes[box].rect.h / 2 : nest->boxes[box].anchor;
  for (guint at = box; at != top; at = nest->boxes[at].parent)
    y += nest->boxes[at].rect.y;
  return y;
}

double
lp_nest_margin (const LpNest *nest, guint container)
{
  if (container == nest->n)
    return 0;
  guint passing = nest->passing[container];
  return nest->options.margin + 8 * (passing > 6 ? MIN (16, (passing - 6) / 6) : 0);
}
