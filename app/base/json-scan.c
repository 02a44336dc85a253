#include "base/json-scan.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* A walk recurses once per level, at most limits.max_depth deep. */
typedef struct
{
  const char *text, *at, *end;
  LpJsonLimits limits;
  guint depth;
  GArray *tape;
  LpJsonFault *fault;
} LpScan;

static gboolean scan_value (LpScan *scan);

static gboolean
fail (LpScan *scan, LpReadErrorCode code, const char *where, const char *message)
{
  *scan->fault = (LpJsonFault){ code, where - scan->text, message };
  return FALSE;
}

static gboolean
fail_syntax (LpScan *scan, const char *message)
{
  return fail (scan, LP_READ_ERROR_SYNTAX, scan->at, message);
}

static void
skip_space (LpScan *scan)
{
  while (scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\n' || *scan->at == '\r' || *scan->at == '\t'))
    scan->at++;
}

static gboolean
next_is (LpScan *scan, char c)
{
  skip_space (scan);
  return scan->at < scan->end && *scan->at == c;
}

static gboolean
scan_hex4 (const char *at, const char *end, guint *unit)
{
  *unit = 0;
  if (end - at < 4)
    return FALSE;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);
      if (digit < 0)
        return FALSE;
      *unit = *unit << 4 | digit;
    }
  return TRUE;
}

/* Behind "\u": refuses lone surrogates and NUL, which no string of the program can hold. */
static gboolean
scan_unicode_escape (LpScan *scan)
{
  guint unit, low;
  if (!scan_hex4 (scan->at, scan->end, &unit))
    return fail_syntax (scan, _("\\u needs four hexadecimal digits"));
  if (unit == 0)
    return fail (scan, LP_READ_ERROR_ENCODING, scan->at, _("a text may not hold the character \\u0000"));
  scan->at += 4;
  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;
  if (unit > 0xdbff || scan->end - scan->at < 6 || scan->at[0] != '\\' || scan->at[1] != 'u'
      || !scan_hex4 (scan->at + 2, scan->end, &low) || low < 0xdc00 || low > 0xdfff)
    return fail (scan, LP_READ_ERROR_ENCODING, scan->at - 4, _("half of a surrogate pair stands alone"));
  scan->at += 6;
  return TRUE;
}

/* From the opening quote to behind the closing one. */
static gboolean
scan_string (LpScan *scan, gboolean *escaped)
{
  scan->at++;
  *escaped = FALSE;
  while (scan->at < scan->end && *scan->at != '"')
    {
      guchar c = *scan->at;
      if (c < 0x20)
        return fail_syntax (scan, _("a line break or control character inside a text; write it as \\n or \\u"));
      scan->at++;
      if (c != '\\')
        continue;
      *escaped = TRUE;
      if (scan->at == scan->end || strchr ("\"\\/bfnrtu", *scan->at) == NULL)
        return fail_syntax (scan, _("no such escape; a backslash in a text is written \\\\"));
      if (*scan->at++ == 'u' && !scan_unicode_escape (scan))
        return FALSE;
    }
  if (scan->at == scan->end)
    return fail_syntax (scan, _("the text has no closing quotation mark"));
  scan->at++;
  return TRUE;
}

static const char *
skip_digits (const char *at, const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

static gboolean
check_number (LpScan *scan, const char *start, gboolean integer)
{
  char digits[400];
  gsize n = scan->at - start;
  if (n >= sizeof digits)
    return fail (scan, LP_READ_ERROR_NUMBER, start, _("the number has too many digits"));
  memcpy (digits, start, n);
  digits[n] = '\0';
  /* Not g_ascii_string_to_signed(): it takes any errno for a failure, and its first use in two threads at once leaves
   * that of waiting for the other. */
  errno = 0;
  if (integer && (g_ascii_strtoll (digits, NULL, 10), errno == ERANGE))
    return fail (scan, LP_READ_ERROR_NUMBER, start, _("the whole number does not fit 64 bits"));
  if (!integer && !isfinite (g_ascii_strtod (digits, NULL)))
    return fail (scan, LP_READ_ERROR_NUMBER, start, _("the number is too large"));
  return TRUE;
}

static gboolean
scan_number (LpScan *scan)
{
  const char *start = scan->at;
  const char *at = start + (*start == '-');
  const char *digits = at;
  gboolean integer = TRUE;

  at = skip_digits (at, scan->end);
  if (at == digits)
    return fail_syntax (scan, _("no value here; write a text, a number, true, false, null, [ or {"));
  if (*digits == '0' && at - digits > 1)
    return fail_syntax (scan, _("a number may not begin with 0"));
  if (at < scan->end && *at == '.')
    {
      integer = FALSE;
      digits = ++at;
      at = skip_digits (at, scan->end);
      if (at == digits)
        return fail_syntax (scan, _("a digit must follow the decimal point"));
    }
  if (at < scan->end && (*at == 'e' || *at == 'E'))
    {
      integer = FALSE;
      at++;
      if (at < scan->end && (*at == '+' || *at == '-'))
        at++;
      digits = at;
      at = skip_digits (at, scan->end);
      if (at == digits)
        return fail_syntax (scan, _("a digit must follow the exponent sign"));
    }
  scan->at = at;
  g_array_index (scan->tape, LpTapeEntry, scan->tape->len - 1).type = integer ? LP_TAPE_INTEGER : LP_TAPE_NUMBER;
  return check_number (scan, start, integer);
}

static gboolean
scan_literal (LpScan *scan)
{
  static const char *const literals[] = { "true", "false", "null" };
  static const LpTapeType types[] = { LP_TAPE_TRUE, LP_TAPE_FALSE, LP_TAPE_NULL };
  for (guint i = 0; i < G_N_ELEMENTS (literals); i++)
    {
      gsize n = strlen (literals[i]);
      if ((gsize) (scan->end - scan->at) >= n && memcmp (scan->at, literals[i], n) == 0
          && (scan->at + n == scan->end || !g_ascii_isalnum (scan->at[n])))
        {
          scan->at += n;
          g_array_index (scan->tape, LpTapeEntry, scan->tape->len - 1).type = types[i];
          return TRUE;
        }
    }
  return fail_syntax (scan, _("no value here; write a text, a number, true, false, null, [ or {"));
}

/* The names of one object's members. Most objects have few: those are compared as they stand in the text. */
typedef struct
{
  struct
  {
    const char *at;
    gsize n;
  } few[16];
  guint n_few;
  GHashTable *many; /* decoded, once there are more or one has an escape */
} LpSeenKeys;

/* The name between the quotation marks at `start`, decoded. */
static char *
dup_key (const char *start, gsize n, gboolean escaped)
{
  if (!escaped)
    return g_strndup (start + 1, n);
  g_autofree char *quoted = g_strndup (start, n + 2);
  g_autoptr (JsonNode) node = json_from_string (quoted, NULL);
  return node != NULL ? g_strdup (json_node_get_string (node)) : g_strdup ("");
}

static void
seen_keys_to_table (LpSeenKeys *seen)
{
  seen->many = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < seen->n_few; i++)
    g_hash_table_add (seen->many, g_strndup (seen->few[i].at, seen->few[i].n));
}

/* FALSE where the name is there already. */
static gboolean
seen_keys_add (LpSeenKeys *seen, const char *start, gsize n, gboolean escaped)
{
  if (seen->many == NULL && (escaped || seen->n_few == G_N_ELEMENTS (seen->few)))
    seen_keys_to_table (seen);
  if (seen->many != NULL)
    return g_hash_table_add (seen->many, dup_key (start, n, escaped));
  for (guint i = 0; i < seen->n_few; i++)
    if (seen->few[i].n == n && memcmp (seen->few[i].at, start + 1, n) == 0)
      return FALSE;
  seen->few[seen->n_few].at = start + 1;
  seen->few[seen->n_few++].n = n;
  return TRUE;
}

/* Room on the tape for the value that begins here; gives its number. */
static guint
add_entry (LpScan *scan, LpTapeType type)
{
  LpTapeEntry entry = { .offset = scan->at - scan->text, .type = type };
  g_array_append_val (scan->tape, entry);
  return scan->tape->len - 1;
}

static gboolean
scan_member (LpScan *scan, LpSeenKeys *seen)
{
  if (!next_is (scan, '"'))
    return fail_syntax (scan, _("a member's name in quotation marks must stand here"));
  const char *start = scan->at;
  gboolean escaped;
  guint name = add_entry (scan, LP_TAPE_STRING);
  if (!scan_string (scan, &escaped))
    return FALSE;
  gsize n = scan->at - start - 2;
  g_array_index (scan->tape, LpTapeEntry, name).escaped = escaped;
  g_array_index (scan->tape, LpTapeEntry, name).next = name + 1;
  if (!next_is (scan, ':'))
    return fail_syntax (scan, _("a colon must follow the member's name"));
  scan->at++;
  if (!seen_keys_add (seen, start, n, escaped))
    return fail (scan, LP_READ_ERROR_DUPLICATE, start, _("the member is there twice; keep one of them"));
  return scan_value (scan);
}

static gboolean
scan_members (LpScan *scan, LpSeenKeys *seen)
{
  for (;;)
    {
      if (!scan_member (scan, seen))
        return FALSE;
      if (next_is (scan, '}'))
        return TRUE;
      if (!next_is (scan, ','))
        return fail_syntax (scan, _("a comma or } must stand here"));
      scan->at++;
      if (next_is (scan, '}'))
        return fail_syntax (scan, _("a comma may not stand before }"));
    }
}

static gboolean
scan_object (LpScan *scan)
{
  LpSeenKeys seen;
  seen.n_few = 0;
  seen.many = NULL;
  scan->at++;
  gboolean ok = next_is (scan, '}') || scan_members (scan, &seen);
  g_clear_pointer (&seen.many, g_hash_table_unref);
  scan->at += ok;
  return ok;
}

static gboolean
scan_array (LpScan *scan)
{
  scan->at++;
  if (next_is (scan, ']'))
    {
      scan->at++;
      return TRUE;
    }
  for (;;)
    {
      if (!scan_value (scan))
        return FALSE;
      if (next_is (scan, ']'))
        break;
      if (!next_is (scan, ','))
        return fail_syntax (scan, _("a comma or ] must stand here"));
      scan->at++;
      if (next_is (scan, ']'))
        return fail_syntax (scan, _("a comma may not stand before ]"));
    }
  scan->at++;
  return TRUE;
}

static gboolean
scan_nested (LpScan *scan, gboolean (*nested) (LpScan *scan))
{
  if (scan->depth >= scan->limits.max_depth)
    return fail (scan, LP_READ_ERROR_DEPTH, scan->at, _("nested too deeply; flatten it"));
  scan->depth++;
  gboolean ok = nested (scan);
  scan->depth--;
  return ok;
}

static gboolean
scan_by_type (LpScan *scan, LpTapeEntry *entry)
{
  gboolean escaped;
  switch (*scan->at)
    {
    case '{':
      return scan_nested (scan, scan_object);
    case '[':
      entry->type = LP_TAPE_ARRAY;
      return scan_nested (scan, scan_array);
    case '"':
      entry->type = LP_TAPE_STRING;
      if (!scan_string (scan, &escaped))
        return FALSE;
      entry->escaped = escaped;
      return TRUE;
    case 't':
    case 'f':
    case 'n':
      return scan_literal (scan);
    default:
      return scan_number (scan);
    }
}

static gboolean
scan_value (LpScan *scan)
{
  skip_space (scan);
  if (scan->at == scan->end)
    return fail_syntax (scan, _("the file ends where a value must stand; it is not complete"));
  if (scan->tape->len >= scan->limits.max_values)
    return fail (scan, LP_READ_ERROR_COUNT, scan->at, _("more values than are read; split the file"));
  guint number = add_entry (scan, LP_TAPE_OBJECT);
  if (!scan_by_type (scan, &g_array_index (scan->tape, LpTapeEntry, number)))
    return FALSE;
  g_array_index (scan->tape, LpTapeEntry, number).next = scan->tape->len;
  return TRUE;
}

gboolean
lp_json_scan (const char *text, gsize size, LpJsonLimits limits, GArray *tape, LpJsonFault *fault)
{
  LpScan scan = { .text = text, .at = text, .end = text + size, .limits = limits, .tape = tape, .fault = fault };
  const char *bad;

  if (size > MIN (limits.max_bytes, G_MAXUINT32))
    return fail (&scan, LP_READ_ERROR_SIZE, text, _("the file is larger than is read; split it"));
  if (!g_utf8_validate_len (text, size, &bad))
    return fail (&scan, LP_READ_ERROR_ENCODING, bad, _("not UTF-8 from here on; save it as UTF-8"));
  if (!scan_value (&scan))
    return FALSE;
  skip_space (&scan);
  return scan.at == scan.end || fail_syntax (&scan, _("something follows the end of the value; remove it"));
}

LpPosition
lp_json_scan_position (const char *text, gsize size, gsize offset)
{
  LpPosition at = { 1, 1 };
  for (const char *c = text; c < text + MIN (size, offset); c++)
    if (*c == '\n')
      at = (LpPosition){ at.line + 1, 1 };
    else if (((guchar) *c & 0xc0) != 0x80)
      at.column++;
  return at;
}
