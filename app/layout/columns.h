/* Similar containers beside each other: zones as equal columns, subnets as rows that line up across them. */
#pragma once

#include "layout/nest.h"

G_BEGIN_DECLS

/* Makes an arranged container larger: rows grow with it, other members move to the middle. */
void lp_columns_stretch (LpNest *nest, guint box, double w, double h);

/* Both place containers that are arranged inside already, from 0, and give the size of the whole. */

/* Side by side in one shelf where they are few, with equal heights and, where they are alike, equal widths
 * and rows that line up. */
LpRect lp_columns_place (LpNest *nest, const guint *columns, guint n, double gap);

/* One below another over the whole width; rows of the same rank share a row unless `single`. */
LpRect lp_rows_place (LpNest *nest, const guint *rows, guint n, double gap, gboolean single);

G_END_DECLS
