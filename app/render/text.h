/* Text on a cairo context, with a cache of layouts for each thread. */
#pragma once

#include <cairo.h>

#include "scene/draw-list.h"

G_BEGIN_DECLS


/* In the context's present source. `baseline` is the start, middle or end of the text's baseline. cairo 1.16 moves
 * each glyph to a whole pixel of an image; `exact` fills their outlines instead, which takes some three times as long. */
void lp_paint_text (cairo_t *cr, const char *text, LpPoint baseline, double size, guint weight, LpAlign align,
                    gboolean exact);

G_END_DECLS
