/* The boxes as a tree, with every edge lifted to the two siblings that it joins. Private to the layout. */
#pragma once

#include "base/buckets.h"
#include "layout/layout.h"

G_BEGIN_DECLS

typedef struct
{
  guint from, to; /* siblings: boxes with the same parent */
  guint edge;
} LpLift;

typedef struct
{
  LpLayoutBox *boxes;
  guint n; /* also stands for the root */
  const LpLayoutEdge *edges;
  LpLayoutOptions options;
  LpBuckets members; /* boxes by parent */
  guint *height;     /* by box: 0 a leaf, 1 a container of leaves, ... */
  guint *passing;    /* by box: edges that cross its frame */
  guint8 *stacked;   /* by box: its containers stand in rows over its whole width */
  guint8 *pinned;    /* by box: some member is fixed, so that none may be shifted */
  LpLift *lifts;
  LpBuckets lifts_in; /* lifts by the container of both ends */
} LpNest;

/* Makes sizes finite, not negative and, for containers, multiples of 8. */
LpNest *lp_nest_new (LpLayoutBox *boxes,
                     guint n_boxes,
                     const LpLayoutEdge *edges,
                     guint n_edges,
                     const LpLayoutOptions *options);
void lp_nest_free (LpNest *nest);

/* How far below the top edge of `top` connectors meet `box`, which is it or stands in it; both are placed. */
double lp_nest_anchor (const LpNest *nest, guint box, guint top);

/* Room between a container's frame and its members: more where many edges cross it. */
double lp_nest_margin (const LpNest *nest, guint container);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpNest, lp_nest_free)

G_END_DECLS
