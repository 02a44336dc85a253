/* Over the drawing: which fixes there are for a finding, and what the chosen one would make of the drawing, which shows it
 * meanwhile. Nothing is changed until it is applied. */
#pragma once

#include "ui/document/document-view.h"

G_BEGIN_DECLS

#define LP_TYPE_FIX_BAR (lp_fix_bar_get_type ())
G_DECLARE_FINAL_TYPE (LpFixBar, lp_fix_bar, LP, FIX_BAR, AdwBin)

/* A document part: comes up when the canvas has its "fix-wanted". */
void lp_fix_bar_add (LpDocumentView *view);

G_END_DECLS
