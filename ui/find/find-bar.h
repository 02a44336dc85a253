/* Finding in the drawing: an entry with the number of matches, over the corner of the drawing. Every match is
 * outlined, the present one selected; Escape leaves with it selected. */
#pragma once

#include "ui/document/document-view.h"

G_BEGIN_DECLS

#define LP_TYPE_FIND_BAR (lp_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (LpFindBar, lp_find_bar, LP, FIND_BAR, AdwBin)

/* A part of a document's view. It comes up with the canvas's action "canvas.find". */
void lp_find_bar_add (LpDocumentView *view);

G_END_DECLS
