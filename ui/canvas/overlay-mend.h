/* What fixes would add, change and take away, over the drawing that shows it. */
#pragma once

#include "ui/canvas/overlay-view.h"

G_BEGIN_DECLS

/* Nothing where the stage shows no fixes. */
void lp_overlay_mend_snapshot (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage);

G_END_DECLS
