/* Small pictures of the scenarios, made one after the other on another thread, and kept. For the main thread. */
#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "learning/scenario.h"
#include "scene/palette.h"

G_BEGIN_DECLS

/* In pixels of the desktop: about what a card has. */
#define LP_PICTURE_WIDTH 288
#define LP_PICTURE_HEIGHT 156

#define LP_TYPE_PICTURES (lp_pictures_get_type ())
G_DECLARE_FINAL_TYPE (LpPictures, lp_pictures, LP, PICTURES, GObject)

/* Signal "ready" (const char *id): of one scenario. */

/* All windows share them. Borrowed. */
LpPictures *lp_pictures_get_default (void);
/* NULL: it is not there yet, and is made now; "ready" tells when it is. Those of another theme or scale than was asked
 * for last are forgotten. `scale`: pixels of the screen per pixel. Borrowed until the main loop goes on. */
cairo_surface_t *lp_pictures_get (LpPictures *pictures, const LpScenario *scenario, LpTheme theme, int scale);

/* What is drawn: where it begins, or, where that is nearly empty, how it may end; of a choice the first design. */
LpDesign *lp_pictures_choose_design (const LpScenario *scenario);

G_END_DECLS
