/* Orthogonal connectors between placed boxes: it knows rectangles and edges, not documents. */
#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

typedef struct
{
  LpRect rect;  /* absolute */
  LpRect port;  /* where connectors may end: the tile of a component, the frame of a container; absolute */
  guint parent; /* index of the box around it, or G_MAXUINT */
  gboolean container;  /* may be entered; its header may not be crossed */
  double header;       /* height of the band with its name at the top edge */
  double header_x;     /* where the name begins, from the left edge: 0, or more for one in the middle */
  double header_width; /* how far it reaches from there */
} LpRouteBox;

gboolean lp_route_box_equal (const LpRouteBox *a, const LpRouteBox *b);

typedef struct
{
  guint from, to;                   /* indices of boxes */
  double label_width, label_height; /* 0: no label */
  /* Points where it was laid by hand, absolute and borrowed, in their order from the source: whatever stands
   * there. Those that follow each other level or plumb are a segment that stays on its line; the ends join it
   * wherever they meet it. */
  const LpPoint *via;
  guint n_via;
} LpRouteEdge;

typedef struct
{
  LpPoint *points; /* from the source's port to the target's, at least two; bends are square */
  guint n_points;
  LpRect label; /* where the label goes, on the longest free run; empty where it has none */
} LpRoute;

typedef struct
{
  double clearance; /* to boxes that are not its ends: 8 */
  double spacing;   /* between parallel runs: 8 */
  double end_gap;   /* the ends stop this short of the port: 4 */
} LpRouteOptions;

#define LP_ROUTE_OPTIONS_DEFAULT ((LpRouteOptions){ .clearance = 8, .spacing = 8, .end_gap = 4 })

/* Routes all edges: an array of n_edges routes, free with lp_routes_free(). A route never passes through a
 * leaf that is not one of its ends, nor through a container's name; foreign containers are passed only where
 * there is no way around. Where boxes overlap so that no free way exists, the shortest square line is given.
 * Deterministic. */
LpRoute *lp_route_all (const LpRouteBox *boxes,
                       guint n_boxes,
                       const LpRouteEdge *edges,
                       guint n_edges,
                       const LpRouteOptions *options);
void lp_routes_free (LpRoute *routes, guint n_edges);

/* The same with a memory, for boxes that are being moved: only the edges at what moved, and those in whose
 * way it now stands, look for a new way; the others keep theirs, so that the drawing stays calm and a step is
 * quick. */
typedef struct _LpRouter LpRouter;

LpRouter *lp_router_new (const LpRouteBox *boxes,
                         guint n_boxes,
                         const LpRouteEdge *edges,
                         guint n_edges,
                         const LpRouteOptions *options);
/* From routes as lp_route_all() or another router gave them for these boxes and edges: they stand as they
 * are, copied, until something moves. */
LpRouter *lp_router_new_from_routes (const LpRouteBox *boxes,
                                     guint n_boxes,
                                     const LpRouteEdge *edges,
                                     guint n_edges,
                                     const LpRoute *routes,
                                     const LpRouteOptions *options);
void lp_router_free (LpRouter *router);
/* By edge; borrowed until the next move. */
const LpRoute *lp_router_get_routes (const LpRouter *router);
/* `boxes`: all of them, as many and in the same order as before; finds out itself which moved. Points by hand
 * stay where they are: where they have to move too, the edges that the router is made with may have them
 * there already, or lp_router_set_edge() gives them. */
void lp_router_move (LpRouter *router, const LpRouteBox *boxes);
/* Gives one edge other ends, another label or other points by hand, and routes it anew. `edge->via` is
 * copied, as that of all edges is when the router is made. */
void lp_router_set_edge (LpRouter *router, guint number, const LpRouteEdge *edge);
/* The edges whose points or labels the last move (or change of an edge) changed, in rising order; borrowed
 * until the next one. None after the router was made. */
const guint *lp_router_get_changed (const LpRouter *router, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpRouter, lp_router_free)

G_END_DECLS
