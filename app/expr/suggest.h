/* The name that was probably meant. Also for hosts that suggest their own fields. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *wanted;
  const char *name; /* the nearest so far, as lp_suggestion_try() was given it; NULL: none is near */
  guint distance;
} LpSuggestion;

#define LP_SUGGESTION_INIT(wanted_) ((LpSuggestion){ .wanted = (wanted_) })

/* Takes `name` where it is nearer than what was tried before, and near enough that a person may have
 * mistyped it: at most a third of its letters changed, added, left out or swapped with their neighbour.
 * Of equally near ones the first in alphabetical order is kept, so the answer does not depend on order. */
void lp_suggestion_try (LpSuggestion *suggestion, const char *name);

G_END_DECLS
