/* The draw list on a cairo context: for the canvas, PNG and PDF. All of it may be called on any thread, with a
 * context of its own. */
#pragma once

#include <cairo.h>

#include "scene/draw-list.h"

G_BEGIN_DECLS

/* Paints what meets `area` (diagram units) with the context's present transformation, which maps diagram units to
 * the surface. `zoom` is its scale: below 5 px of text size labels are left out, tiles under 14 px become flat
 * rectangles. Does not paint the paper. */
void lp_paint (const LpDrawList *list, cairo_t *cr, LpRect area, double zoom, LpTheme theme);

/* The same without the items of `hidden`, an array by item (NULL: none). */
void lp_paint_except (const LpDrawList *list, const guint8 *hidden, cairo_t *cr, LpRect area, double zoom,
                      LpTheme theme);

/* Where the items stand that are painted in `area`: far away, some are larger than they are. */
LpRect lp_paint_reach (LpRect area, double zoom);

/* Everything, whatever its size: for print, where a reader zooms in. */
void lp_paint_all (const LpDrawList *list, cairo_t *cr, LpTheme theme);

/* Makes 0xRRGGBB the source, `alpha` from 0 (nothing) to 1. */
void lp_paint_set_source (cairo_t *cr, guint32 rgb, double alpha);

/* One glyph of the catalogue, stroked in `rgb`, scaled into `rect`. An unknown name paints a plain box. */
void lp_paint_glyph (cairo_t *cr, const char *glyph, LpRect rect, guint32 rgb);

/* A rectangle with rounded corners as the current path. */
void lp_paint_round_rect (cairo_t *cr, LpRect rect, double radius);

G_END_DECLS
