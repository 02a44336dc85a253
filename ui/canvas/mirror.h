/* The drawing as a tree for assistive technology: a proxy for each component, nested by containment and in reading
 * order, with its connections inside. Patched by id, a slice at a time while nothing else is to be done.
 *
 * A drawing of more than a few hundred elements is mirrored as a whole only where somebody listens; else there is
 * just the way to what is selected. */
#pragma once

#include <gtk/gtk.h>

#include "session/session.h"
#include "ui/canvas/stage.h"

G_BEGIN_DECLS

typedef struct _LpMirror LpMirror;

/* For the canvas, a widget, which must outlive it. */
LpMirror *lp_mirror_new (GtkWidget *canvas);
void lp_mirror_free (LpMirror *mirror);
/* NULL: nothing is shown. */
void lp_mirror_set_session (LpMirror *mirror, LpSession *session, LpStage *stage);
/* Another scene is shown, or another review. */
void lp_mirror_update (LpMirror *mirror);
/* In the canvas's size_allocate(). */
void lp_mirror_allocate (LpMirror *mirror);
/* What has the keyboard instead of the canvas, so that it is announced: the proxy of the single selected element
 * where somebody listens; else NULL. */
GtkWidget *lp_mirror_get_focus (LpMirror *mirror);

G_END_DECLS
