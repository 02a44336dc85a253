#include "expr/suggest.h"

#include <string.h>

#define MAX_LENGTH 64

/* Changes, additions, omissions and swaps of neighbours that lead from a to b; both at most MAX_LENGTH. */
static guint
edit_distance (const char *a, gsize a_length, const char *b, gsize b_length)
{
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0], *last = rows[1], *now = rows[2];

  for (gsize j = 0; j <= b_length; j++)
    last[j] = j;
  for (gsize i = 1; i <= a_length; i++)
    {
      now[0] = i;
      for (gsize j = 1; j <= b_length; j++)
        {
          guint changed = last[j - 1] + (a[i - 1] != b[j - 1]);

          now[j] = MIN (changed, MIN (last[j], now[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            now[j] = MIN (now[j], before[j - 2] + 1);
        }
      guint *spare = before;
      before = last;
      last = now;
      now = spare;
    }
  return last[b_length];
}

void
lp_suggestion_try (LpSuggestion *suggestion, const char *name)
{
  gsize wanted_length = strlen (suggestion->wanted), length = strlen (name);

  if (wanted_length > MAX_LENGTH || length > MAX_LENGTH)
    return;
  guint distance = edit_distance (suggestion->wanted, wanted_length, name, length);
  if (distance * 3 > MAX (wanted_length, length))
    return;
  if (suggestion->name != NULL
      && (distance > suggestion->distance
          || (distance == suggestion->distance && strcmp (name, suggestion->name) >= 0)))
    return;
  suggestion->name = name;
  suggestion->distance = distance;
}
