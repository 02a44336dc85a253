/* The functions that every expression may call: CEL's own and those over lists. */
#pragma once

#include "expr/schema.h"

G_BEGIN_DECLS

/* The overloads with this name: an array of LpFunction pointers, static; NULL where there are none. */
const GPtrArray *lp_functions_find (const char *name);
const char *lp_functions_suggest (const char *name);

/* Tables, one per subject; each ends with an entry without a name. */
extern const LpFunction lp_conversion_functions[];
extern const LpFunction lp_string_functions[];
extern const LpFunction lp_list_functions[];
extern const LpFunction lp_time_functions[];

G_END_DECLS
