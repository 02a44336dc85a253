/* What lights up on the drawing: containers that may take what is dragged, the line that would, matches of a search,
 * the witness of a finding. */
#pragma once

#include "ui/canvas/overlay-view.h"

G_BEGIN_DECLS

/* Below the gesture and the selection. */
void lp_overlay_hints_snapshot (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage);

G_END_DECLS
