/* A drawing to look at: a scene scaled to the room that there is, never larger than it is, in the theme of the desktop. */
#pragma once

#include <gtk/gtk.h>

#include "scene/scene.h"

G_BEGIN_DECLS

#define LP_TYPE_DRAWING (lp_drawing_get_type ())
G_DECLARE_FINAL_TYPE (LpDrawing, lp_drawing, LP, DRAWING, GtkWidget)

/* `description` is what a screen reader says. */
GtkWidget *lp_drawing_new (LpScene *scene, const char *description);

G_END_DECLS
