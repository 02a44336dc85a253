/* Complaints about a source, with their place. */
#pragma once

#include "expr/expr.h"

G_BEGIN_DECLS

typedef struct
{
  const char *text; /* NUL-terminated UTF-8, though it may hold further NULs */
  gsize length;
} LpSource;

LpPosition lp_source_position (const LpSource *source, gsize at);
/* Sets `error` in LP_EXPR_ERROR with the position of byte `at`, and returns FALSE. */
gboolean lp_source_fail (
    const LpSource *source, gsize at, LpExprErrorCode code, GError **error, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
GError *lp_source_error_new (const LpSource *source, gsize at, LpExprErrorCode code, const char *message);

G_END_DECLS
