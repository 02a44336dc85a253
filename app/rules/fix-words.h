/* What was edited between two states of a drawing, in words. */
#pragma once

#include "model/design.h"

G_BEGIN_DECLS

/* A sentence (char *) for each difference, in the program's language: "add Backup vault (backup-vault-2) in ap-northeast-1".
 * Where things stand on the canvas, and how they look there, is not said. Free with g_ptr_array_unref(). */
GPtrArray *lp_fix_describe (const LpDesign *before, const LpDesign *after);

G_END_DECLS
