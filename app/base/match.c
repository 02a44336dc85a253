#include "base/match.h"

#include <string.h>

/* A needle as long as this names one thing only by itself: looser ways are not tried. */
#define LONGEST 63
/* Letters may be spread over so many times their own number. */
#define SPREAD 2

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static char *
join_words (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  gboolean gap = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!is_word_character (c))
        {
          gap = out->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (out, ' ');
      gap = FALSE;
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (out, FALSE);
}

static char *
fold_ascii (const char *text)
{
  char *out = g_malloc (strlen (text) + 1), *end = out;
  gboolean gap = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p))
        {
          gap = end > out;
          continue;
        }
      if (gap)
        *end++ = ' ';
      gap = FALSE;
      *end++ = g_ascii_tolower (*p);
    }
  *end = '\0';
  return out;
}

char *
lp_match_fold (const char *text)
{
  if (g_str_is_ascii (text))
    return fold_ascii (text);
  g_autofree char *whole = g_utf8_make_valid (text, -1);
  g_autofree char *lower = g_utf8_casefold (whole, -1);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  return join_words (apart);
}

/* --- the ways ---------------------------------------------------------------------------------------- */

static LpMatch
match_inside (const char *needle, const char *text)
{
  LpMatch best = LP_MATCH_NONE;

  for (const char *at = strstr (text, needle); at != NULL; at = strstr (at + 1, needle))
    {
      if (at == text)
        return at[strlen (needle)] == '\0' ? LP_MATCH_WHOLE : LP_MATCH_START;
      if (at[-1] == ' ')
        return LP_MATCH_WORD_START;
      best = LP_MATCH_INSIDE;
    }
  return best;
}

/* Bit i of `reached`: the first i letters are the beginnings of some of the words so far, in order. */
static gboolean
match_initials (const char *needle, const char *text)
{
  char letters[LONGEST + 1];
  guint n = 0;

  for (const char *p = needle; *p != '\0'; p++)
    if (*p != ' ')
      letters[n++] = *p;
  guint64 reached = 1, goal = G_GUINT64_CONSTANT (1) << n;
  for (const char *word = text; word != NULL; word = strchr (word, ' '))
    {
      word += *word == ' ';
      guint64 before = reached;
      for (guint start = 0; start < n; start++)
        for (guint k = 0; (before >> start & 1) != 0 && start + k < n && word[k] == letters[start + k]; k++)
          reached |= G_GUINT64_CONSTANT (1) << (start + k + 1);
    }
  return (reached & goal) != 0;
}

static gboolean
is_initial_consonant (gunichar c)
{
  return c >= 0x1100 && c <= 0x1112;
}

/* "ㅅㅂㄴ": what a Korean types for 서브넷. */
static gboolean
match_consonants (const char *needle, const char *text)
{
  g_autoptr (GString) consonants = g_string_new (NULL);

  for (const char *p = needle; *p != '\0'; p = g_utf8_next_char (p))
    if (*p != ' ' && !is_initial_consonant (g_utf8_get_char (p)))
      return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == ' ' || is_initial_consonant (g_utf8_get_char (p)))
      g_string_append_len (consonants, p, g_utf8_next_char (p) - p);
  return strstr (consonants->str, needle) != NULL;
}

static gboolean
match_words (const char *needle, const char *text)
{
  g_auto (GStrv) words = g_strsplit (needle, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return words[0] != NULL && words[1] != NULL;
}

static gboolean
match_letters_from (const char *needle, const char *text)
{
  gsize limit = SPREAD * strlen (needle), at = 0;

  for (; *needle != '\0'; needle++)
    {
      while (text[at] != '\0' && text[at] != *needle)
        at++;
      if (text[at] == '\0' || at >= limit)
        return FALSE;
      at++;
    }
  return TRUE;
}

static gboolean
match_letters (const char *needle, const char *text)
{
  if (strlen (needle) < 3)
    return FALSE;
  for (const char *word = text; word != NULL; word = strchr (word, ' '))
    {
      word += *word == ' ';
      if (*word == *needle && match_letters_from (needle, word))
        return TRUE;
    }
  return FALSE;
}

LpMatch
lp_match (const char *needle, const char *text)
{
  if (*needle == '\0')
    return LP_MATCH_START;
  LpMatch inside = match_inside (needle, text);
  if (inside >= LP_MATCH_WORD_START || strlen (needle) > LONGEST)
    return inside;
  if (match_initials (needle, text) || ((guchar) *needle >= 0x80 && match_consonants (needle, text)))
    return LP_MATCH_INITIALS;
  if (inside != LP_MATCH_NONE)
    return inside;
  if (match_words (needle, text))
    return LP_MATCH_WORDS;
  return match_letters (needle, text) ? LP_MATCH_LETTERS : LP_MATCH_NONE;
}
