/* Pictures on a cairo context. */
#pragma once

#include <cairo.h>

#include "base/geometry.h"
#include "scene/bitmap.h"

G_BEGIN_DECLS

/* Scaled into `rect`. A box with a cross in `rgb` where the picture is damaged. */
void lp_paint_bitmap (cairo_t *cr, LpBitmap *bitmap, LpRect rect, guint32 rgb);

G_END_DECLS
