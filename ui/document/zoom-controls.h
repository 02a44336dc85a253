/* The buttons for the zoom, in the corner of the drawing. */
#pragma once

#include "ui/document/document-view.h"

G_BEGIN_DECLS

#define LP_TYPE_ZOOM_CONTROLS (lp_zoom_controls_get_type ())
G_DECLARE_FINAL_TYPE (LpZoomControls, lp_zoom_controls, LP, ZOOM_CONTROLS, AdwBin)

/* A part of the view; it activates win.zoom-out, win.zoom-100, win.zoom-in and win.fit. */
void lp_zoom_controls_add (LpDocumentView *view);

G_END_DECLS
