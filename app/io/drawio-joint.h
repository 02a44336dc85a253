/* Dots where lines meet: what lies beyond them. */
#pragma once

#include "io/drawio-page.h"

G_BEGIN_DECLS

/* Edges by the cell that they are attached to, for cells that are no components. */
typedef GHashTable LpDrawioJoints;

LpDrawioJoints *lp_drawio_joints_new (const LpDrawioPage *page);
/* The nearest cell beyond the joint on the way that `edge` takes: for its target, along edges that leave; for
 * its source, against edges that arrive; where there is none, along any. LP_NONE where the way ends. */
guint lp_drawio_joints_find (
    const LpDrawioJoints *joints, const LpDrawioPage *page, guint joint, guint edge, LpDrawioEnd end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpDrawioJoints, g_hash_table_unref)

G_END_DECLS
