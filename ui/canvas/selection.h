/* What is selected: ids of components and connections, in the order in which they were selected. Ids, not
 * numbers, so that it outlives edits, undo and redo. */
#pragma once

#include <glib-object.h>

#include "model/design.h"

G_BEGIN_DECLS

#define LP_TYPE_SELECTION (lp_selection_get_type ())
G_DECLARE_FINAL_TYPE (LpSelection, lp_selection, LP, SELECTION, GObject)

/* Signal "changed" (). */

LpSelection *lp_selection_new (void);

guint lp_selection_get_size (LpSelection *selection);
/* Borrowed until the next change. */
const char *lp_selection_get (LpSelection *selection, guint index);
/* The only one, or NULL where none or several are selected. */
const char *lp_selection_get_single (LpSelection *selection);
gboolean lp_selection_contains (LpSelection *selection, const char *id);

/* NULL clears. */
void lp_selection_set (LpSelection *selection, const char *id);
/* Ids that stand in it twice count once. */
void lp_selection_set_all (LpSelection *selection, const char *const *ids);
void lp_selection_toggle (LpSelection *selection, const char *id);
/* Forgets what is no longer in the design. */
void lp_selection_prune (LpSelection *selection, const LpDesign *design);
/* A copy as a vector; free with g_strfreev(). */
GStrv lp_selection_dup_ids (LpSelection *selection);

G_END_DECLS
