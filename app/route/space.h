/* The plane in which connectors run: boxes in a grid of cells, and rays through it. Private to the router. */
#pragma once

#include "base/buckets.h"
#include "route/route.h"

G_BEGIN_DECLS

#define LP_NOBODY G_MAXUINT

typedef enum
{
  LP_ALONG_X,
  LP_ALONG_Y,
} LpAxis;

typedef struct
{
  guint n; /* boxes and, after them, pins */
  guint n_boxes;
  guint *pin;        /* by edge: its first pin and, after it, its last; LP_NOBODY where it has none */
  LpPoint *pin_next; /* by pin, from n_boxes: the next point that was laid by hand; its own where it is not
                        level */
  LpRect *rect;      /* by box: what others stay out of; a container's frame */
  LpRect *port;      /* by box: where connectors end */
  LpRect *header;    /* by box: a container's name; empty (w and h 0) where there is none */
  guint8 *container;
  guint *parent;        /* by box; LP_NOBODY at the top and where parents go round in a circle */
  guint *enter, *leave; /* by box: its descendants have enter numbers from enter to leave - 1 */
  LpRouteOptions options;
  LpRect bounds;
  double cell;
  guint columns, rows;
  LpBuckets cells; /* entries by cell */
  guint *entries;  /* cell by cell: the boxes in it */
  GArray *big;     /* guint: leaves that would fill too many cells; looked at always */
} LpSpace;

LpSpace *lp_space_new (const LpRouteBox *boxes,
                       guint n_boxes,
                       const LpRouteEdge *edges,
                       guint n_edges,
                       const LpRouteOptions *options);
void lp_space_free (LpSpace *space);

static inline gboolean
lp_space_is_pin (const LpSpace *space, guint box)
{
  return box >= space->n_boxes && box < space->n;
}

/* What is not a number is 0, what is too far away as far as anything may be. */
LpPoint lp_space_sane_point (LpPoint point);

/* Whether `box` stands in `container` or is it; everything stands in LP_NOBODY, the plane itself. */
gboolean lp_space_is_within (const LpSpace *space, guint box, guint container);

/* What a ray with the full clearance keeps beside the box. */
double lp_space_clearance (const LpSpace *space, guint box);

typedef struct
{
  LpAxis axis;          /* of the movement */
  int direction;        /* 1 or -1 */
  double from;          /* coordinate along the axis */
  double low, high;     /* the band that moves, across the axis */
  double clearance;     /* kept beside leaves and names, across the axis */
  double reach;         /* no farther than this */
  guint home, home2;    /* containers around these boxes let through ... */
  gboolean frames;      /* ... unless every frame stops */
  gboolean all_through; /* no frame stops */
  guint skip, skip2;    /* leaves that are not in the way, or LP_NOBODY */
} LpRay;

/* The coordinate at which the band meets the first obstacle, at most `reach` away; `from` itself where it
 * stands in one. */
double lp_space_cast (const LpSpace *space, const LpRay *ray);
/* Says also which box it met: LP_NOBODY where none within reach. */
double lp_space_cast_at (const LpSpace *space, const LpRay *ray, guint *met);

/* Where a ray meets the frame of a container. */
typedef struct
{
  double along;
  guint box; /* LP_NOBODY: where it would run along the frame */
} LpGate;

/* Appends the frames of containers, but for those around `ray->home` and `ray->skip`, that the band meets
 * before `end`, from 0 upwards. */
void lp_space_find_gates (const LpSpace *space, const LpRay *ray, double end, GArray *gates);

static inline double
lp_low (LpRect rect, LpAxis axis)
{
  return axis == LP_ALONG_X ? rect.x : rect.y;
}

static inline double
lp_high (LpRect rect, LpAxis axis)
{
  return axis == LP_ALONG_X ? rect.x + rect.w : rect.y + rect.h;
}

static inline LpAxis
lp_across (LpAxis axis)
{
  return axis == LP_ALONG_X ? LP_ALONG_Y : LP_ALONG_X;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpSpace, lp_space_free)

G_END_DECLS
