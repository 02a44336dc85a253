/* String and bytes literals with their escapes. */
#pragma once

#include "expr/arena.h"
#include "expr/source.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean bytes, raw;
} LpLiteralForm;

/* Reads the literal whose opening quote is at *at, and moves *at behind it. Refuses with SYNTAX, at the
 * escape or the quote that is wrong. */
gboolean lp_literal_read (
    const LpSource *source, gsize *at, LpLiteralForm form, LpArena *arena, LpValue *value, GError **error);

G_END_DECLS
