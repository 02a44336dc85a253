/* The draw list on a cairo context: for the canvas, PNG and PDF. */
#pragma once

#include <cairo.h>

#include "scene/draw-list.h"

G_BEGIN_DECLS

/* Paints what meets `area` (diagram units) with the context's present transformation, which maps diagram units to
 * the surface. `zoom` is its scale: below 5 px of text size labels are left out, tiles under 14 px become flat
 * rectangles. Does not paint the paper. May be called on any thread, with a context of its own. */
void lp_paint (const LpDrawList *list, cairo_t *cr, LpRect area, double zoom, LpTheme theme);

/* One glyph of the catalogue, stroked in `rgb`, scaled into `rect`. An unknown name paints a plain box. */
void lp_paint_glyph (cairo_t *cr, const char *glyph, LpRect rect, guint32 rgb);

G_END_DECLS
