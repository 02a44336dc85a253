/* Text on a cairo context, with a cache of layouts for each thread. */
#pragma once

#include <cairo.h>

#include "scene/draw-list.h"

G_BEGIN_DECLS

/* In the context's present source. `baseline` is the start, middle or end of the text's baseline. On an image the
 * outlines are filled, since cairo 1.16 would move each glyph to a whole pixel, so that small words lose their
 * spaces. */
void lp_paint_text (cairo_t *cr, const char *text, LpPoint baseline, double size, guint weight, LpAlign align);

G_END_DECLS
