#include "expr/lexer.h"

#include <math.h>

#include <glib/gi18n.h>

#include "expr/literal.h"

static char
peek (const LpLexer *lexer, gsize ahead)
{
  gsize at = lexer->at + ahead;

  return at < lexer->source->length ? lexer->source->text[at] : '\0';
}

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

static void
skip_blanks (LpLexer *lexer)
{
  while (lexer->at < lexer->source->length)
    {
      char c = peek (lexer, 0);

      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f')
        lexer->at++;
      else if (c == '/' && peek (lexer, 1) == '/')
        while (lexer->at < lexer->source->length && peek (lexer, 0) != '\n')
          lexer->at++;
      else
        return;
    }
}

static void
skip_digits (LpLexer *lexer)
{
  while (g_ascii_isdigit (peek (lexer, 0)))
    lexer->at++;
}

static gboolean
lex_double (LpLexer *lexer, LpToken *token, GError **error)
{
  g_autofree char *text = g_strndup (lexer->source->text + token->at, lexer->at - token->at);
  double number = g_ascii_strtod (text, NULL);

  if (isinf (number))
    return lp_source_fail (lexer->source, token->at, LP_EXPR_ERROR_OVERFLOW, error,
                           _("the number %s is too large for a double"), text);
  token->kind = LP_TOKEN_LITERAL;
  token->value = lp_value_double (number);
  return TRUE;
}

/* The digits have been passed; they begin at `digits`. */
static gboolean
lex_integer (LpLexer *lexer, LpToken *token, gsize digits, guint base, GError **error)
{
  g_autofree char *text = g_strndup (lexer->source->text + digits, lexer->at - digits);
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, base, 0, G_MAXUINT64, &number, NULL))
    return lp_source_fail (lexer->source, token->at, LP_EXPR_ERROR_OVERFLOW, error,
                           _("the number %s does not fit in 64 bits"), text);
  token->kind = LP_TOKEN_INT;
  token->value = lp_value_uint (number);
  if (peek (lexer, 0) == 'u' || peek (lexer, 0) == 'U')
    {
      lexer->at++;
      token->kind = LP_TOKEN_LITERAL;
    }
  return TRUE;
}

static gboolean
lex_number (LpLexer *lexer, LpToken *token, GError **error)
{
  gboolean fraction = FALSE;

  if (peek (lexer, 0) == '0' && (peek (lexer, 1) == 'x' || peek (lexer, 1) == 'X')
      && g_ascii_isxdigit (peek (lexer, 2)))
    {
      lexer->at += 2;
      while (g_ascii_isxdigit (peek (lexer, 0)))
        lexer->at++;
      return lex_integer (lexer, token, token->at + 2, 16, error);
    }
  skip_digits (lexer);
  if (peek (lexer, 0) == '.' && g_ascii_isdigit (peek (lexer, 1)))
    {
      fraction = TRUE;
      lexer->at++;
      skip_digits (lexer);
    }
  if (peek (lexer, 0) == 'e' || peek (lexer, 0) == 'E')
    {
      guint sign = peek (lexer, 1) == '+' || peek (lexer, 1) == '-';

      if (g_ascii_isdigit (peek (lexer, 1 + sign)))
        {
          fraction = TRUE;
          lexer->at += 1 + sign;
          skip_digits (lexer);
        }
    }
  return fraction ? lex_double (lexer, token, error) : lex_integer (lexer, token, token->at, 10, error);
}

static gboolean
text_is (LpValue text, const char *word)
{
  return lp_value_is_string (text, word);
}

static void
lex_name (LpLexer *lexer, LpToken *token)
{
  while (is_name_char (peek (lexer, 0)))
    lexer->at++;
  gsize length = lexer->at - token->at;
  LpValue name = lp_value_string_n (lexer->source->text + token->at, length);

  token->kind = LP_TOKEN_LITERAL;
  if (text_is (name, "true"))
    token->value = lp_value_bool (TRUE);
  else if (text_is (name, "false"))
    token->value = lp_value_bool (FALSE);
  else if (text_is (name, "null"))
    token->value = lp_value_null ();
  else if (text_is (name, "in"))
    token->kind = LP_TOKEN_IN;
  else
    {
      token->kind = LP_TOKEN_NAME;
      token->value = lp_value_string_n (lp_arena_strndup (lexer->arena, name.string, length), length);
    }
}

static gboolean
lex_quoted_name (LpLexer *lexer, LpToken *token, GError **error)
{
  const char *start = lexer->source->text + ++lexer->at;

  while (is_name_char (peek (lexer, 0)) || (peek (lexer, 0) != '\0' && strchr ("-./ ", peek (lexer, 0))))
    lexer->at++;
  gsize length = lexer->source->text + lexer->at - start;
  if (length == 0 || peek (lexer, 0) != '`')
    return lp_source_fail (
        lexer->source, token->at, LP_EXPR_ERROR_SYNTAX, error,
        _("a name in backticks ends with a backtick and has letters, digits, “_”, “-”, “.”, "
           "“/” and spaces only"));
  lexer->at++;
  token->kind = LP_TOKEN_QUOTED_NAME;
  token->value = lp_value_string_n (lp_arena_strndup (lexer->arena, start, length), length);
  return TRUE;
}

/* What stands before the quote of a string: b, r or br, in either case. Gives how many letters, or -1. */
static int
literal_prefix (const LpLexer *lexer, LpLiteralForm *form)
{
  guint n = 0;

  *form = (LpLiteralForm){ 0 };
  if (peek (lexer, n) == 'b' || peek (lexer, n) == 'B')
    form->bytes = ++n;
  if (peek (lexer, n) == 'r' || peek (lexer, n) == 'R')
    form->raw = ++n;
  return peek (lexer, n) == '"' || peek (lexer, n) == '\'' ? (int) n : -1;
}

static gboolean
lex_punctuation (LpLexer *lexer, LpToken *token, GError **error)
{
  static const char pairs[][3] = { "==", "!=", "<=", ">=", "&&", "||" };
  char c = peek (lexer, 0);

  token->kind = LP_TOKEN_PUNCTUATION;
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (c == pairs[i][0] && peek (lexer, 1) == pairs[i][1])
      {
        token->op = LP_PAIR (c, pairs[i][1]);
        lexer->at += 2;
        return TRUE;
      }
  if (c != '\0' && strchr ("()[]{}.,:?!<>+-*/%", c) != NULL)
    {
      token->op = (guint) c;
      lexer->at++;
      return TRUE;
    }
  if (c == '=')
    return lp_source_fail (lexer->source, lexer->at, LP_EXPR_ERROR_SYNTAX, error, _("write == to compare"));
  if (c == '&' || c == '|')
    return lp_source_fail (lexer->source, lexer->at, LP_EXPR_ERROR_SYNTAX, error, _("write %c%c"), c, c);
  g_autofree char *character
      = g_strndup (lexer->source->text + lexer->at,
                   g_utf8_next_char (lexer->source->text + lexer->at) - (lexer->source->text + lexer->at));
  return lp_source_fail (lexer->source, lexer->at, LP_EXPR_ERROR_SYNTAX, error,
                         _("“%s” does not belong in an expression"), character);
}

gboolean
lp_lexer_next (LpLexer *lexer, LpToken *token, GError **error)
{
  LpLiteralForm form;
  gboolean read = TRUE;

  skip_blanks (lexer);
  *token = (LpToken){ .kind = LP_TOKEN_END, .at = lexer->at };
  if (lexer->at >= lexer->source->length)
    return TRUE;
  char c = peek (lexer, 0);
  int prefix = literal_prefix (lexer, &form);
  if (prefix >= 0)
    {
      lexer->at += prefix;
      token->kind = LP_TOKEN_LITERAL;
      read = lp_literal_read (lexer->source, &lexer->at, form, lexer->arena, &token->value, error);
    }
  else if (g_ascii_isdigit (c) || (c == '.' && g_ascii_isdigit (peek (lexer, 1))))
    read = lex_number (lexer, token, error);
  else if (is_name_char (c))
    lex_name (lexer, token);
  else if (c == '`')
    read = lex_quoted_name (lexer, token, error);
  else
    read = lex_punctuation (lexer, token, error);
  token->length = lexer->at - token->at;
  return read;
}

gboolean
lp_name_reserved (LpValue name)
{
  static const char *const words[]
      = { "as",  "break", "const",   "continue",  "else",   "for", "function", "if",   "import",
          "let", "loop",  "package", "namespace", "return", "var", "void",     "while" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (text_is (name, words[i]))
      return TRUE;
  return FALSE;
}
