/* What the lines of the drawing mean, in its corner: one row for each kind of connection that it has. */
#pragma once

#include "ui/document/document-view.h"

G_BEGIN_DECLS

#define LP_TYPE_LEGEND (lp_legend_get_type ())
G_DECLARE_FINAL_TYPE (LpLegend, lp_legend, LP, LEGEND, AdwBin)

/* A part of a document's view. The canvas's action "canvas.toggle-legend" shows and hides it. */
void lp_legend_add (LpDocumentView *view);

G_END_DECLS
