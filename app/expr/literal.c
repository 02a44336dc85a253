#include "expr/literal.h"

#include <glib/gi18n.h>

typedef struct
{
  const LpSource *source;
  gsize at;
  gsize start; /* of the literal */
  LpLiteralForm form;
  char quote;
  guint n_quotes; /* 1 or 3 */
  char *out;      /* never longer than the source of the literal */
  gsize length;
} Literal;

static char
peek (const Literal *literal, gsize ahead)
{
  gsize at = literal->at + ahead;

  return at < literal->source->length ? literal->source->text[at] : '\0';
}

static gboolean
fail (const Literal *literal, gsize at, GError **error, const char *message)
{
  return lp_source_fail (literal->source, at, LP_EXPR_ERROR_SYNTAX, error, "%s", message);
}

static void
put_code_point (Literal *literal, gunichar c)
{
  literal->length += g_unichar_to_utf8 (c, literal->out + literal->length);
}

/* `digits` digits of `base` from the current place. */
static gboolean
read_number (Literal *literal, guint digits, guint base, gunichar *number)
{
  *number = 0;
  for (guint i = 0; i < digits; i++)
    {
      int digit = g_ascii_xdigit_value (peek (literal, i));

      if (digit < 0 || (guint) digit >= base)
        return FALSE;
      *number = *number * base + (guint) digit;
    }
  literal->at += digits;
  return TRUE;
}

/* \xFF and \377 are a byte in bytes, a code point in strings. */
static gboolean
read_octet (Literal *literal, guint digits, guint base, gsize escape, GError **error)
{
  gunichar number;

  if (!read_number (literal, digits, base, &number) || number > 0xff)
    return fail (literal, escape, error,
                 base == 16 ? _("two hexadecimal digits follow \\x")
                            : _("an octal escape has three digits, from \\000 to \\377"));
  if (literal->form.bytes)
    literal->out[literal->length++] = (char) number;
  else
    put_code_point (literal, number);
  return TRUE;
}

static gboolean
read_code_point (Literal *literal, guint digits, gsize escape, GError **error)
{
  gunichar number;

  if (literal->form.bytes && digits == 8)
    return fail (literal, escape, error, _("bytes have no \\U escape: write the bytes as \\x"));
  if (!read_number (literal, digits, 16, &number))
    return fail (literal, escape, error,
                 digits == 4 ? _("four hexadecimal digits follow \\u")
                             : _("eight hexadecimal digits follow \\U"));
  if (number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff))
    return fail (literal, escape, error, _("not a Unicode character"));
  put_code_point (literal, number);
  return TRUE;
}

static gboolean
read_escape (Literal *literal, GError **error)
{
  static const char letters[] = "abfnrtv\\?\"'`", meanings[] = "\a\b\f\n\r\t\v\\?\"'`";
  gsize escape = literal->at;
  char c = peek (literal, 1);
  const char *letter = c != '\0' ? strchr (letters, c) : NULL;

  if (c >= '0' && c <= '7')
    {
      literal->at++;
      return read_octet (literal, 3, 8, escape, error);
    }
  literal->at += 2;
  if (letter != NULL)
    literal->out[literal->length++] = meanings[letter - letters];
  else if (c == 'x' || c == 'X')
    return read_octet (literal, 2, 16, escape, error);
  else if (c == 'u')
    return read_code_point (literal, 4, escape, error);
  else if (c == 'U')
    return read_code_point (literal, 8, escape, error);
  else
    return fail (literal, escape, error, _("no such escape: write \\\\ for a backslash"));
  return TRUE;
}

static gboolean
at_end_quote (const Literal *literal)
{
  for (guint i = 0; i < literal->n_quotes; i++)
    if (peek (literal, i) != literal->quote)
      return FALSE;
  return TRUE;
}

static gboolean
read_body (Literal *literal, GError **error)
{
  while (!at_end_quote (literal))
    {
      char c = peek (literal, 0);

      if (literal->at >= literal->source->length || (literal->n_quotes == 1 && (c == '\n' || c == '\r')))
        return fail (literal, literal->start, error, _("this string has no closing quote"));
      if (c == '\\' && !literal->form.raw)
        {
          if (!read_escape (literal, error))
            return FALSE;
        }
      else
        {
          literal->out[literal->length++] = c;
          literal->at++;
        }
    }
  return TRUE;
}

gboolean
lp_literal_read (
    const LpSource *source, gsize *at, LpLiteralForm form, LpArena *arena, LpValue *value, GError **error)
{
  Literal literal = { .source = source, .at = *at, .start = *at, .form = form, .n_quotes = 1 };
  gsize end;

  literal.quote = peek (&literal, 0);
  if (peek (&literal, 1) == literal.quote && peek (&literal, 2) == literal.quote)
    literal.n_quotes = 3;
  literal.at += literal.n_quotes;

  /* A first look finds the length; what is unescaped is never longer. */
  Literal measure = literal;
  for (end = measure.at; end < source->length; end++)
    {
      measure.at = end;
      if (at_end_quote (&measure))
        break;
      if (source->text[end] == '\\' && !form.raw)
        end++;
    }
  literal.out = lp_arena_alloc (arena, MIN (end, source->length) - literal.at + 8);
  if (!read_body (&literal, error))
    return FALSE;
  *at = literal.at + literal.n_quotes;
  *value = lp_value_string_n (literal.out, literal.length);
  if (form.bytes)
    value->kind = LP_VALUE_BYTES;
  return TRUE;
}
