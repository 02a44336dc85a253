/* What the canvas shows above the drawing: selection, handles, and what a gesture does. */
#pragma once

#include <gtk/gtk.h>

#include "ui/canvas/stage.h"

G_BEGIN_DECLS

typedef struct
{
  GdkRGBA accent;
  GdkRGBA refusal;
  LpTheme theme;
  int scale;
  gboolean textures;
  PangoContext *pango;
  GskRenderNode *ghost;   /* cache of what is carried along; owned */
  gconstpointer ghost_of; /* what it is of; not owned, only compared */
  double ghost_zoom;
} LpOverlayView;

void lp_overlay_view_snapshot (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage);
void lp_overlay_view_clear (LpOverlayView *view);

G_END_DECLS
