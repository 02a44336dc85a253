/* A kind that is being dragged over the drawing: where it may go, and letting it go there. */
#pragma once

#include "ui/canvas/stage.h"

G_BEGIN_DECLS

/* The pointer is at `at` with it: shows what would be placed, every container that may hold it, the one or the
 * connection that would take it, and why where it may not. FALSE where it may not. */
gboolean lp_drop_hover (LpStage *stage, const char *kind, LpPoint at);
/* It has gone elsewhere. */
void lp_drop_leave (LpStage *stage);
/* Places it at `at`, or puts it into the connection there. One undo step. Its id, free with g_free(), or NULL with a
 * message on the stage. */
char *lp_drop_place (LpStage *stage, const char *kind, LpPoint at);

G_END_DECLS
