/* Where to begin: a drawing, a file, a scenario. What a window shows while nothing is open, or when it is asked for. */
#pragma once

#include "ui/gallery/gallery.h"

G_BEGIN_DECLS

#define LP_TYPE_START_VIEW (lp_start_view_get_type ())
G_DECLARE_FINAL_TYPE (LpStartView, lp_start_view, LP, START_VIEW, AdwBin)

/* Activates win.new, win.open, win.open-sample, win.open-scenario and win.open-uri. */

/* Borrowed. */
LpGallery *lp_start_view_get_gallery (LpStartView *view);

G_END_DECLS
