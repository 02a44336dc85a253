/* Values with the same key, put together. Keys are any values; groups keep the order in which their first
 * member came. */
#pragma once

#include "expr/run-private.h"

G_BEGIN_DECLS

typedef struct _LpGroup LpGroup;

typedef struct
{
  LpExprRun *run;
  guint n, room, n_buckets;
  LpGroup *groups;
  guint32 *buckets; /* group number + 1, probed linearly */
} LpGrouping;

#define LP_GROUPING(run_) ((LpGrouping){ .run = (run_) })

/* The group with this key, made where it was not there: its number; -1 where memory or work is used up.
 * *made (nullable) says whether it is new. */
gint64 lp_grouping_find (LpGrouping *grouping, LpValue key, gboolean *made);
/* The group's number; -1 where there is none, or the work is used up. */
gint64 lp_grouping_look_up (LpGrouping *grouping, LpValue key);
/* FALSE where memory or work is used up. */
gboolean lp_grouping_add (LpGrouping *grouping, LpValue key, LpValue member);
/* A list of the lists of members. */
LpValue lp_grouping_finish (LpGrouping *grouping);

G_END_DECLS
