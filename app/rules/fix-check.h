/* Whether the fixes of a rule do what they must, for authors and tests. */
#pragma once

#include "rules/review.h"

G_BEGIN_DECLS

typedef GBytes *(*LpWriteDesign) (const LpDesign *design);

/* Applies every fix of the rule to every finding of each of its failing examples, each alone. After it the rule must
 * find less, no rule of `pack` (which has this one) may find an error more or break, the document must be written and
 * read back to the same bytes, and undoing must give the bytes from before. Every fix must be one for some example.
 * `read` and `write` are lp_native_read() and lp_native_write(). Gives a sentence (char *) for everything that is
 * wrong; free with g_ptr_array_unref(). */
GPtrArray *
lp_rule_check_fixes (const LpRule *rule, LpPack *pack, LpReadDesign read, LpWriteDesign write);

G_END_DECLS
