/* The whole drawing, small, in the corner: what is seen is framed; a click goes there, dragging moves along. It is
 * there while a part of the drawing is out of sight. */
#pragma once

#include "ui/document/document-view.h"

G_BEGIN_DECLS

#define LP_TYPE_MINIMAP (lp_minimap_get_type ())
G_DECLARE_FINAL_TYPE (LpMinimap, lp_minimap, LP, MINIMAP, GtkWidget)

/* A part of a document's view. The canvas's action "canvas.toggle-minimap" shows and hides it. */
void lp_minimap_add (LpDocumentView *view);

G_END_DECLS
