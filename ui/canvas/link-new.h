/* Placing a new component together with its connections: what follows a component, and what is put into a line. */
#pragma once

#include "ui/canvas/stage.h"

G_BEGIN_DECLS

/* Adds a component of `kind` with its middle at `at` (NULL: in the next room on the right), and connects `from` to
 * it. Where the container at that point may not hold it, it goes into the next one outwards that may. One undo step;
 * the new component is selected. Its id, free with g_free(); NULL, with a message on the stage, where no connection
 * may go there. */
char *lp_link_place_next (LpStage *stage, guint from, const char *kind, const LpPoint *at);

/* The container in which lp_link_place_next() puts it; LP_NONE: the top level. */
guint lp_link_find_container (LpStage *stage, guint from, const char *kind, const LpPoint *at);

/* Why a component of `kind` may not be put into the connection at `at`, or NULL where it may. Free with g_free(). */
char *lp_link_insert_refusal (LpStage *stage, guint connection, const char *kind, LpPoint at);
/* Divides the connection: it ends at a new component of `kind` with its middle at `at`, and another one goes on from
 * there. One undo step; the new component is selected. NULL, with a message, where it is refused. */
char *lp_link_insert (LpStage *stage, guint connection, const char *kind, LpPoint at);

G_END_DECLS
