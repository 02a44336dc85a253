/* Lanes: the straight lines on which connectors may run, and where they cross. There is one in the middle of
 * every gap between neighbours, and one from the middle of each side of a box where connectors end. A lane
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
  double at;        /* across the axis */
  double low, high; /* along the axis */
  guint home;       /* the container, or LP_NOBODY */
  guint owner;      /* the box whose port it starts at, or LP_NOBODY */
  LpSide side;      /* of the owner */
  gboolean inward;  /* leads into the owner, a container */
} LpLane;

/* Where a lane meets another one. Every crossing is a place of both. */
typedef struct
{
  double along; /* its coordinate along the lane */
  guint across; /* the other lane */
  guint twin;   /* the same crossing among the places of the other lane */
} LpPlace;

typedef struct
{
  GArray *lanes;   /* LpLane */
  guint *port;     /* by box, side, and inward: its lane, or LP_NOBODY; see lp_lanes_port() */
  LpPlace *places; /* lane by lane, in the order of their coordinates */
  guint *first;    /* by lane, and one more: where its places begin */
} LpLanes;

/* `wanted`: by box, bit 1 for ports outside, bit 2 for ports inside. */
LpLanes *lp_lanes_new (const LpSpace *space, const guint8 *wanted);
void lp_lanes_free (LpLanes *lanes);

static inline const LpLane *
lp_lanes_get (const LpLanes *lanes, guint lane)
{
  return &g_array_index (lanes->lanes, LpLane, lane);
}

static inline guint
lp_lanes_port (const LpLanes *lanes, guint box, LpSide side, gboolean inward)
{
  return lanes->port[(box * 2 + (inward ? 1 : 0)) * LP_N_SIDES + side];
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
