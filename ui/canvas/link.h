/* Making connections: which kind joins two components, and making it. */
#pragma once

#include "ui/canvas/stage.h"

G_BEGIN_DECLS

/* The first kind of the catalogue that may go from one component to the other; NULL where none may. */
const LpConnectionKind *lp_link_find_kind (LpStage *stage, guint from, guint to);
/* Connects them in one undo step and selects the connection. FALSE, with a message on the stage, where no kind
 * of connection may. */
gboolean lp_link_make (LpStage *stage, guint from, guint to);
/* Connects each of the `sources` (numbers) to it in one undo step, with this kind, and selects the connections. The
 * kinds have been asked for. */
gboolean lp_link_make_all (LpStage *stage, const GArray *sources, guint to, const char *kind);
/* Why no connection may go there, for the person; free with g_free(). */
char *lp_link_refusal (LpStage *stage, guint from, guint to);

G_END_DECLS
