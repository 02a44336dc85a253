/* Drawings that are placed and routed, and what has to hold of their connectors. */
#pragma once

#include "diagrams.h"

typedef struct
{
  Diagram *diagram;
  LpRouteBox *boxes;
  LpRouteEdge *edges;
  LpRoute *routes;
} Drawing;

Drawing draw (Diagram *diagram, double label_width);
void clear (Drawing *self);
gboolean is_around (const Drawing *self, guint box, guint inner);
void assert_square (const LpRoute *route);
/* An end is before a side of the port, by the gap; or below the label. */
void assert_ends_at (LpPoint end, const LpRouteBox *box);
gboolean passes (const LpRoute *route, LpRect rect);
void assert_free (const Drawing *self, guint edge);
LpRouteBox leaf (double x, double y);
LpRouteBox frame (double x, double y, double w, double h);
gboolean runs_over (const LpRoute *route, LpPoint a, LpPoint b);
