#include "model/zone-name.h"

#include <string.h>

/* Where the last word begins. */
static gsize
last_word (const char *text)
{
  gsize at = strlen (text);
  while (at > 0 && g_ascii_isalnum (text[at - 1]))
    at--;
  return at;
}

void
lp_zone_name_init (LpZoneName *zone, const char *name)
{
  const char *token = name + last_word (name);
  gsize length = strlen (token);
  *zone = (LpZoneName){ .name = g_strdup (name), .token = g_strdup (token), .letter = g_strdup ("") };
  if (length == 0)
    return;
  gboolean is_letter = g_ascii_isalpha (token[length - 1]) && (length == 1 || g_ascii_isdigit (token[length - 2]));
  gsize digits = 0;
  while (digits < length && g_ascii_isdigit (token[length - 1 - digits]))
    digits++;
  if (is_letter || digits > 0)
    {
      g_free (zone->letter);
      zone->letter = g_strdup (token + length - (is_letter ? 1 : digits));
    }
}

void
lp_zone_name_clear (LpZoneName *zone)
{
  g_clear_pointer (&zone->name, g_free);
  g_clear_pointer (&zone->token, g_free);
  g_clear_pointer (&zone->letter, g_free);
}

/* `word` in the case of what it replaces. */
static char *
in_case_of (const char *word, const char *old)
{
  return g_ascii_isupper (*old) ? g_ascii_strup (word, -1) : g_ascii_strdown (word, -1);
}

static gboolean
is_word (const char *text, gsize length, const char *word)
{
  return *word != '\0' && strlen (word) == length && g_ascii_strncasecmp (text, word, length) == 0;
}

static char *
splice (const char *text, gsize at, gsize length, const char *new)
{
  return g_strdup_printf ("%.*s%s%s", (int) at, text, new, text + at + length);
}

/* The words from the last to the first: the zone stands at the end of a name more often than at its beginning. */
static char *
replace_word (const char *text, const char *old, const char *new)
{
  for (gsize end = strlen (text); end > 0;)
    {
      if (!g_ascii_isalnum (text[end - 1]))
        {
          end--;
          continue;
        }
      gsize at = end;
      while (at > 0 && g_ascii_isalnum (text[at - 1]))
        at--;
      if (is_word (text + at, end - at, old))
        {
          g_autofree char *word = in_case_of (new, text + at);
          return splice (text, at, end - at, word);
        }
      end = at;
    }
  return NULL;
}

char *
lp_zone_name_adapt (const char *text, const LpZoneName *from, const LpZoneName *to)
{
  const char *whole = *from->name != '\0' ? strstr (text, from->name) : NULL;
  if (whole != NULL)
    return splice (text, whole - text, strlen (from->name), to->name);
  char *adapted = *to->token != '\0' ? replace_word (text, from->token, to->token) : NULL;
  if (adapted == NULL && *to->letter != '\0')
    adapted = replace_word (text, from->letter, to->letter);
  return adapted;
}

char *
lp_zone_name_stem (const char *text, const LpZoneName *zone)
{
  g_autofree char *bare = NULL;
  const char *whole = *zone->name != '\0' ? strstr (text, zone->name) : NULL;
  if (whole != NULL)
    bare = splice (text, whole - text, strlen (zone->name), "");
  else
    bare = replace_word (text, zone->token, "");
  if (bare == NULL)
    bare = replace_word (text, zone->letter, "");
  char *stem = g_utf8_strdown (bare != NULL ? bare : text, -1);
  gsize end = strlen (stem);
  while (end > 0 && (g_ascii_isdigit (stem[end - 1]) || strchr ("-_ ./:", stem[end - 1]) != NULL))
    end--;
  stem[end] = '\0';
  return stem;
}
