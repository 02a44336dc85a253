/* How a page of draw.io is laid on ours: icons there have any size, tiles here have one. */
#pragma once

#include "io/drawio-page.h"

G_BEGIN_DECLS

#define LP_DRAWIO_TILE 48

typedef struct
{
  double factor;
  double box_factor; /* of the size of boxes, which do not grow with the room between them */
  LpPoint origin; /* of the used area, scaled */
} LpDrawioScale;

/* At least 1, and so large that an icon there is not larger than a tile here and that labels which did not
 * meet there do not meet here. */
LpDrawioScale lp_drawio_scale_find (const LpDrawioPage *page);
/* The component's rectangle on our page: a tile or a box around the cell's centre, or the frame. Whole units. */
LpRect lp_drawio_scale_rect (LpDrawioScale scale, const LpDrawioCell *cell);

G_END_DECLS
