#include "model/element.h"

#include <string.h>

#define MAX_BYTES 200

gboolean
lp_id_is_valid (const char *id)
{
  if (id == NULL || *id == '\0' || strlen (id) > MAX_BYTES || !g_utf8_validate (id, -1, NULL))
    return FALSE;
  for (const char *c = id; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);
      gboolean is_letter = g_unichar_isalnum (u) || g_unichar_ismark (u) || u == '_';
      if (!is_letter && (c == id || strchr ("-.:/", *c) == NULL))
        return FALSE;
    }
  return TRUE;
}

char *
lp_id_from_text (const char *text, const char *fallback)
{
  g_autofree char *lower = text != NULL ? g_utf8_strdown (text, -1) : g_strdup ("");
  GString *id = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *c = lower; *c != '\0' && id->len < MAX_BYTES / 4; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);
      if (!g_unichar_isalnum (u) && !(g_unichar_ismark (u) && id->len > 0))
        {
          gap = id->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (id, '-');
      g_string_append_unichar (id, u);
      gap = FALSE;
    }
  if (id->len == 0)
    g_string_assign (id, fallback);
  return g_string_free (id, FALSE);
}
