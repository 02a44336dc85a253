/* What a window shows while nothing is open: where to begin. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LP_TYPE_START_VIEW (lp_start_view_get_type ())
G_DECLARE_FINAL_TYPE (LpStartView, lp_start_view, LP, START_VIEW, AdwBin)

/* Activates win.new, win.open, win.open-sample, win.open-scenario and win.open-uri. */

G_END_DECLS
