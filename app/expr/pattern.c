#include "expr/pattern.h"

#include <glib/gi18n.h>

#define MAX_PATTERN 4096
#define MAX_REPEAT 1000

/* RE2's \d, \w, \s and \b know ASCII only; GRegex's know all of Unicode, so they are written out. */
static const struct
{
  char letter;
  const char *outside, *inside; /* of a bracketed class; NULL: not allowed there */
} classes[] = {
  { 'd', "[0-9]", "0-9" },
  { 'D', "[^0-9]", "\\x{0}-/:-\\x{10ffff}" },
  { 'w', "[0-9A-Za-z_]", "0-9A-Za-z_" },
  { 'W', "[^0-9A-Za-z_]", "\\x{0}-/:-@\\[-^`{-\\x{10ffff}" },
  { 's', "[\\t\\n\\f\\r ]", "\\t\\n\\f\\r " },
  { 'S', "[^\\t\\n\\f\\r ]", "\\x{0}-\\x{8}\\x{b}\\x{e}-\\x{1f}!-\\x{10ffff}" },
  { 'b', "(?:(?<![0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<=[0-9A-Za-z_])(?![0-9A-Za-z_]))", NULL },
  { 'B', "(?:(?<![0-9A-Za-z_])(?![0-9A-Za-z_])|(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_]))", NULL },
};

typedef struct
{
  const char *next;
  GString *out;
} Translation;

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, G_REGEX_ERROR, G_REGEX_ERROR_COMPILE, message);
  return FALSE;
}

static gboolean
copy (Translation *t, guint n)
{
  for (guint i = 0; i < n && *t->next != '\0'; i++)
    g_string_append_c (t->out, *t->next++);
  return TRUE;
}

/* \Q...\E: text that is taken as it stands. */
static gboolean
copy_quoted (Translation *t)
{
  const char *end = strstr (t->next, "\\E");
  gsize length = end != NULL ? (gsize) (end - t->next) : strlen (t->next);

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_ispunct (t->next[i]))
        g_string_append_c (t->out, '\\');
      g_string_append_c (t->out, t->next[i]);
    }
  t->next += length + (end != NULL ? 2 : 0);
  return TRUE;
}

static gboolean
copy_hexadecimal (Translation *t, GError **error)
{
  const char *digits = t->next + (*t->next == '{' ? 1 : 0);
  guint n = 0, code = 0;

  while (n < (digits == t->next ? 2 : 8) && g_ascii_isxdigit (digits[n]))
    code = code * 16 + (guint) g_ascii_xdigit_value (digits[n++]);
  if (n == 0 || (digits == t->next ? n != 2 : digits[n] != '}') || code > 0x10ffff
      || (code >= 0xd800 && code <= 0xdfff))
    return refuse (error,
                   _("\\x in a regular expression wants two digits, or a character's code in braces"));
  g_string_append_printf (t->out, "\\x{%x}", code);
  t->next = digits + n + (digits == t->next ? 0 : 1);
  return TRUE;
}

static gboolean
copy_escape (Translation *t, gboolean inside, GError **error)
{
  char c = t->next[1];

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (c == classes[i].letter && (!inside || classes[i].inside != NULL))
      {
        g_string_append (t->out, inside ? classes[i].inside : classes[i].outside);
        t->next += 2;
        return TRUE;
      }
  if (c == 'Q' && !inside)
    {
      t->next += 2;
      return copy_quoted (t);
    }
  if (c == 'x')
    {
      t->next += 2;
      return copy_hexadecimal (t, error);
    }
  if (c == 'v')
    {
      g_string_append (t->out, "\\x{b}");
      t->next += 2;
      return TRUE;
    }
  if (c == '0' || (c != '\0' && strchr (inside ? "afnrtpP" : "afnrtpPAz", c) != NULL))
    return copy (t, 2);
  if (c != '\0' && g_ascii_ispunct (c))
    return copy (t, 2);
  return refuse (error, g_ascii_isdigit (c)
                            ? _("a regular expression cannot refer back to a group")
                            : _("this escape is not one of regular expressions as RE2 has them"));
}

static gboolean
copy_class (Translation *t, GError **error)
{
  copy (t, 1);
  if (*t->next == '^')
    copy (t, 1);
  if (*t->next == ']')
    {
      g_string_append (t->out, "\\]");
      t->next++;
    }
  while (*t->next != ']')
    {
      const char *posix = g_str_has_prefix (t->next, "[:") ? strstr (t->next + 2, ":]") : NULL;

      if (*t->next == '\0')
        return refuse (error, _("a “[” of the regular expression has no “]”"));
      if (posix != NULL)
        copy (t, posix + 2 - t->next);
      else if (*t->next == '[')
        {
          g_string_append (t->out, "\\[");
          t->next++;
        }
      else if (*t->next == '\\' ? !copy_escape (t, TRUE, error) : !copy (t, 1))
        return FALSE;
    }
  return copy (t, 1);
}

/* What may follow "(?": a group that is not kept, a name, or flags. Nothing that looks ahead or behind. */
static gboolean
copy_group (Translation *t, GError **error)
{
  const char *flags = t->next + 2;

  if (t->next[1] == '*')
    return refuse (error, _("a regular expression cannot begin a group with “*”"));
  if (t->next[1] != '?')
    return copy (t, 1);
  if (g_str_has_prefix (flags, "P<") || (flags[0] == '<' && (g_ascii_isalpha (flags[1]) || flags[1] == '_')))
    return copy (t, flags[0] == 'P' ? 4 : 3);
  while (*flags != '\0' && strchr ("imsU-", *flags) != NULL)
    flags++;
  if (*flags != ':' && (*flags != ')' || flags == t->next + 2))
    return refuse (error,
                   _("this kind of group is not one of regular expressions as RE2 has them: it cannot look "
                      "ahead or behind"));
  return copy (t, flags + 1 - t->next);
}

/* The length of "{2}", "{2,}" or "{2,5}" here; 0 where the brace is only a brace. */
static gboolean
repeat_length (const char *text, gsize *length, GError **error)
{
  const char *at = text + 1;
  guint64 numbers[2] = { 0, 0 };

  *length = 0;
  if (!g_ascii_isdigit (*at))
    return TRUE;
  numbers[0] = g_ascii_strtoull (at, (char **) &at, 10);
  if (*at == ',' && g_ascii_isdigit (*++at))
    numbers[1] = g_ascii_strtoull (at, (char **) &at, 10);
  if (*at != '}')
    return TRUE;
  *length = (gsize) (at + 1 - text);
  return MAX (numbers[0], numbers[1]) <= MAX_REPEAT
         || refuse (error, _("a regular expression repeats nothing more than 1000 times"));
}

/* One "*", "+", "?" or "{n,m}", an optional "?" behind it, and then no other. */
static gboolean
copy_repeat (Translation *t, gsize length, GError **error)
{
  gsize next;

  copy (t, length);
  if (*t->next == '?')
    copy (t, 1);
  if (*t->next == '{' ? !repeat_length (t->next, &next, error) : FALSE)
    return FALSE;
  if (*t->next == '*' || *t->next == '+' || *t->next == '?' || (*t->next == '{' && next > 0))
    return refuse (error, _("a regular expression cannot repeat a repetition: put it in parentheses"));
  return TRUE;
}

static gboolean
copy_item (Translation *t, GError **error)
{
  gsize length = 1;

  switch (*t->next)
    {
    case '\\':
      return copy_escape (t, FALSE, error);
    case '[':
      return copy_class (t, error);
    case '(':
      return copy_group (t, error);
    case '{':
      if (!repeat_length (t->next, &length, error))
        return FALSE;
      if (length > 0)
        return copy_repeat (t, length, error);
      g_string_append (t->out, "\\{");
      t->next++;
      return TRUE;
    case '*':
    case '+':
    case '?':
      return copy_repeat (t, length, error);
    default:
      return copy (t, 1);
    }
}

GRegex *
lp_pattern_compile (LpValue pattern, GError **error)
{
  g_autofree char *text = lp_value_dup_string (pattern);
  g_autoptr (GString) out = g_string_new ("(*LIMIT_MATCH=200000)(*LIMIT_HEAP=20000)");
  Translation t = { text, out };

  if (strlen (text) != pattern.length || pattern.length > MAX_PATTERN)
    {
      refuse (error, _("a regular expression has at most 4096 bytes, and no NUL"));
      return NULL;
    }
  while (*t.next != '\0')
    if (!copy_item (&t, error))
      return NULL;
  return g_regex_new (out->str, G_REGEX_DOLLAR_ENDONLY | G_REGEX_NEWLINE_LF, 0, error);
}

LpMatch
lp_pattern_match (const GRegex *regex, LpValue subject)
{
  g_autoptr (GError) error = NULL;

  if (subject.length == 0)
    subject.string = "";
  if (g_regex_match_full (regex, subject.string, subject.length, 0, G_REGEX_MATCH_DEFAULT, NULL, &error))
    return LP_MATCH_YES;
  return error != NULL ? LP_MATCH_LIMIT : LP_MATCH_NO;
}
