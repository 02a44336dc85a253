/* The inside of a compiled expression. */
#pragma once

#include "expr/arena.h"
#include "expr/ast.h"
#include "expr/expr.h"
#include "expr/source.h"

G_BEGIN_DECLS

struct _LpExpr
{
  LpExprSchema *schema;
  LpArena arena; /* the tree and its literals */
  LpSource source;
  LpNode *root;
  guint n_slots;
  LpExprRun *folding;  /* owns the constants that were computed; NULL: none were */
  GPtrArray *patterns; /* of GRegex: those that are constants; NULL: none are */
};

G_END_DECLS
