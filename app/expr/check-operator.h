#pragma once

#include "expr/check-private.h"

G_BEGIN_DECLS

/* An operator whose operands are checked: which types it takes, and what it gives. */
gboolean lp_check_operator (LpChecker *checker, LpNode *node, GError **error);

G_END_DECLS
