#include "ui/canvas/recent-kinds.h"

#define N_KEPT 8

static const char *recent[N_KEPT + 1];

void
lp_recent_kinds_note (const char *kind)
{
  const char *kept = g_intern_string (kind);
  guint at = 0;

  while (at < N_KEPT - 1 && recent[at] != NULL && recent[at] != kept)
    at++;
  for (; at > 0; at--)
    recent[at] = recent[at - 1];
  recent[0] = kept;
}

const char *const *
lp_recent_kinds_get (void)
{
  return recent;
}
