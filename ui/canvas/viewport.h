/* Which part of the diagram a canvas shows, and how large: plain numbers, no widget. */
#pragma once

#include <glib-object.h>

#include "base/geometry.h"

G_BEGIN_DECLS

#define LP_VIEWPORT_MIN_ZOOM 0.05
#define LP_VIEWPORT_MAX_ZOOM 8.0

#define LP_TYPE_VIEWPORT (lp_viewport_get_type ())
G_DECLARE_FINAL_TYPE (LpViewport, lp_viewport, LP, VIEWPORT, GObject)

/* Signal "changed" (): the zoom, the place or the size is another one.
 * View points are in logical pixels from the canvas's top left corner, diagram points in diagram units. */

LpViewport *lp_viewport_new (void);

void lp_viewport_set_size (LpViewport *viewport, double width, double height);
double lp_viewport_get_width (LpViewport *viewport);
double lp_viewport_get_height (LpViewport *viewport);
/* Pixels per unit. */
double lp_viewport_get_zoom (LpViewport *viewport);
/* The diagram point in the top left corner; times the zoom it is a whole number of pixels, so that what was
 * painted once can be put on the screen again without blurring. */
LpPoint lp_viewport_get_origin (LpViewport *viewport);
/* What is seen, in diagram units. */
LpRect lp_viewport_get_visible (LpViewport *viewport);

LpPoint lp_viewport_to_diagram (LpViewport *viewport, LpPoint view);
LpPoint lp_viewport_to_view (LpViewport *viewport, LpPoint diagram);
LpRect lp_viewport_rect_to_view (LpViewport *viewport, LpRect diagram);

/* What there is to see: panning stops while a strip of it is still in view. Empty: no limits. */
void lp_viewport_set_extent (LpViewport *viewport, LpRect extent);
/* Moves what is seen by pixels: positive `dx` looks further right. */
void lp_viewport_pan (LpViewport *viewport, double dx, double dy);
/* The diagram point under `anchor` (a view point) stays under it. `zoom` is clamped to the limits. */
void lp_viewport_zoom_to (LpViewport *viewport, double zoom, LpPoint anchor);
/* The next round step in or out (25 %, 33 %, 50 % ... 800 %) about the middle. */
void lp_viewport_step (LpViewport *viewport, gboolean in);
/* All of `area` in the middle, with `margin` pixels around it, at most at `max_zoom`. */
void lp_viewport_fit (LpViewport *viewport, LpRect area, double margin, double max_zoom);
/* The least pan that brings `area` into view with `margin` pixels around it; where it does not fit, its middle
 * goes to the middle. The zoom stays. */
void lp_viewport_reveal (LpViewport *viewport, LpRect area, double margin);

G_END_DECLS
