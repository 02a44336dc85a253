/* Source to tree. Names are not looked up, macros not told from functions: the checker does that. */
#pragma once

#include "expr/arena.h"
#include "expr/ast.h"
#include "expr/source.h"

G_BEGIN_DECLS

/* The tree, in the arena. Refuses with SYNTAX, OVERFLOW (a number that does not fit), TOO_DEEP, at the token
 * that is wrong. */
LpNode *lp_parse (const LpSource *source, LpArena *arena, GError **error);

/* A new node over a copy of `children`; its depth is set, saturated at 255. */
LpNode *lp_node_new (LpArena *arena, LpNodeKind kind, gsize at, LpNode *const *children, guint n_children);

G_END_DECLS
