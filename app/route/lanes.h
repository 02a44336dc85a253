/* Lanes: the straight lines on which connectors may run, and where they cross. There is one in the middle of
 * every gap between neighbours, one from the middle of each side of a box where connectors end, and more from
 * beside the middle where those see past what stands before it. A lane
 * belongs to the container in which it begins; it may leave containers but never enters one, so that a search
 * which keeps to the lanes of the containers around both ends cannot pass through a foreign one. */
#pragma once

#include "route/space.h"

G_BEGIN_DECLS

typedef enum
{
  LP_SIDE_LEFT,
  LP_SIDE_RIGHT,
  LP_SIDE_TOP,
  LP_SIDE_BOTTOM,
  LP_N_SIDES,
} LpSide;

typedef struct
{
  LpAxis axis;
  double at;               /* across the axis */
  double low, high;        /* along the axis */
  double tax;              /* what each unit costs beyond its length: more in a narrow gap */
  guint home;              /* the container, or LP_NOBODY */
  guint met_low, met_high; /* the boxes at which it ends, or LP_NOBODY; not set where there is an owner */
  guint owner;             /* the box whose port it starts at and that alone may use it, or LP_NOBODY */
  gboolean inward;         /* leads into the owner, a container */
  guint gates, n_gates;    /* the frames on it; where there is an owner */
} LpLane;

/* A lane that leads to a box, from one of its ports or by chance. */
typedef struct
{
  guint box, lane;
  LpSide side;
  gboolean inward;
  LpPoint port;
} LpLaneEnd;

/* Where a lane meets another one. Every crossing is a place of both. */
typedef struct
{
  double along; /* its coordinate along the lane */
  guint across; /* the other lane */
  guint twin;   /* the same crossing among the places of the other lane */
} LpPlace;

typedef struct
{
  GArray *lanes;    /* LpLane */
  GArray *gates;    /* LpGate, lane by lane in the order of their coordinates */
  GArray *ends;     /* LpLaneEnd */
  LpBuckets by_box; /* ends by box */
  LpPlace *places;  /* lane by lane, in the order of their coordinates */
  guint *first;     /* by lane, and one more: where its places begin */
} LpLanes;

/* `wanted`: by box, bit 1 for ports outside, bit 2 for ports inside. `homes`: by box and, last, the plane:
 * the containers that get lanes; NULL for all. */
LpLanes *lp_lanes_new (const LpSpace *space, const guint8 *wanted, const guint8 *homes);
void lp_lanes_free (LpLanes *lanes);

static inline const LpLane *
lp_lanes_get (const LpLanes *lanes, guint lane)
{
  return &g_array_index (lanes->lanes, LpLane, lane);
}

/* The `nth` end of a box, of lp_buckets_count (&lanes->by_box, box). */
static inline const LpLaneEnd *
lp_lanes_end (const LpLanes *lanes, guint box, guint nth)
{
  return &g_array_index (lanes->ends, LpLaneEnd, lanes->by_box.items[lanes->by_box.first[box] + nth]);
}

/* The lane of which it is a place. */
static inline guint
lp_lanes_of_place (const LpLanes *lanes, guint place)
{
  return lanes->places[lanes->places[place].twin].across;
}

static inline guint
lp_lanes_count_places (const LpLanes *lanes)
{
  return lanes->first[lanes->lanes->len];
}

static inline LpPoint
lp_lanes_point (const LpLanes *lanes, const LpLane *lane, guint place)
{
  double along = lanes->places[place].along;
  return lane->axis == LP_ALONG_X ? (LpPoint){ along, lane->at } : (LpPoint){ lane->at, along };
}

/* Finds the crossings; part of lp_lanes_new(). */
void lp_lanes_cross (LpLanes *lanes);

/* The middle of a side's port and the range across the axis in which connectors may end there. */
LpPoint lp_port_point (const LpSpace *space, guint box, LpSide side);
void lp_port_range (const LpSpace *space, guint box, LpSide side, double *low, double *high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpLanes, lp_lanes_free)

G_END_DECLS
