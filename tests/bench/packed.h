/* Nested diagrams on neutral positions, packed in rows: those on which other routers were measured. */
#pragma once

#include "route/route.h"

typedef struct
{
  GArray *boxes; /* LpRouteBox */
  GArray *edges; /* LpRouteEdge */
} Packed;

Packed *packed_new (guint seed, guint n_leaves);
void packed_free (Packed *packed);
