/* Lists of a design's components by kind and by role of their kind, and of its connections by kind. */
#pragma once

#include "rules/kinds.h"

G_BEGIN_DECLS

typedef struct _LpKindLists LpKindLists;

/* `traits` is borrowed, as is the design. */
LpKindLists *lp_kind_lists_new (const LpDesign *design, const LpKindTraits *traits);
/* Another state of a design with the same components and connections. */
void lp_kind_lists_move (LpKindLists *lists, const LpDesign *design);
void lp_kind_lists_free (LpKindLists *lists);

/* Each list in the design's order, borrowed; that of a role, and of connections, is made when it is first asked for. */
LpIndices lp_kind_lists_get_kind (const LpKindLists *lists, const char *kind);
LpIndices lp_kind_lists_get_role (LpKindLists *lists, const char *role);
LpIndices lp_kind_lists_get_connections (LpKindLists *lists, const char *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpKindLists, lp_kind_lists_free)

G_END_DECLS
