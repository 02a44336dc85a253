/* A design whose parts can be pointed at, but not changed: with the pointer, or with the arrows and Space. */
#pragma once

#include <gtk/gtk.h>

#include "scene/scene.h"

G_BEGIN_DECLS

typedef enum
{
  LP_SPOT_NONE,
  LP_SPOT_MARKED, /* as wrong, by the person */
  LP_SPOT_FOUND,  /* and it is */
  LP_SPOT_SOUND,  /* though nothing is wrong with it */
  LP_SPOT_MISSED, /* it is wrong, and nobody marked it */
} LpSpotState;

#define LP_TYPE_SPOT_DRAWING (lp_spot_drawing_get_type ())
G_DECLARE_FINAL_TYPE (LpSpotDrawing, lp_spot_drawing, LP, SPOT_DRAWING, GtkWidget)

/* Signal "toggled" (string): this element was pointed at. */

GtkWidget *lp_spot_drawing_new (LpScene *scene);
void lp_spot_drawing_set_state (LpSpotDrawing *drawing, const char *id, LpSpotState state);
void lp_spot_drawing_clear (LpSpotDrawing *drawing);
/* The arrows go on from there. */
void lp_spot_drawing_go_to (LpSpotDrawing *drawing, const char *id);
/* 1: as large as it is; 0: as large as there is room. */
void lp_spot_drawing_set_zoom (LpSpotDrawing *drawing, double zoom);
double lp_spot_drawing_get_scale (LpSpotDrawing *drawing);

/* "Marked", "Right", "Wrong", "Missed", or "": translated, static. */
const char *lp_spot_state_name (LpSpotState state);

G_END_DECLS
