#include "expr/source.h"

typedef struct
{
  LpPosition position;
} LpExprErrorPrivate;

static void
lp_expr_error_private_init (LpExprErrorPrivate *private)
{
}

static void
lp_expr_error_private_copy (const LpExprErrorPrivate *from, LpExprErrorPrivate *to)
{
  *to = *from;
}

static void
lp_expr_error_private_clear (LpExprErrorPrivate *private)
{
}

G_DEFINE_EXTENDED_ERROR (LpExprError, lp_expr_error)

LpPosition
lp_expr_error_get_position (const GError *error)
{
  return error->domain == LP_EXPR_ERROR ? lp_expr_error_get_private (error)->position : (LpPosition){ 0, 0 };
}

LpPosition
lp_source_position (const LpSource *source, gsize at)
{
  LpPosition position = { 1, 1 };

  for (gsize i = 0; i < MIN (at, source->length); i++)
    {
      guchar byte = (guchar) source->text[i];

      if (byte == '\n')
        position = (LpPosition){ position.line + 1, 1 };
      else if ((byte & 0xc0) != 0x80)
        position.column++;
    }
  return position;
}

GError *
lp_source_error_new (const LpSource *source, gsize at, LpExprErrorCode code, const char *message)
{
  GError *error = g_error_new_literal (LP_EXPR_ERROR, code, message);

  lp_expr_error_get_private (error)->position = lp_source_position (source, at);
  return error;
}

gboolean
lp_source_fail (
    const LpSource *source, gsize at, LpExprErrorCode code, GError **error, const char *format, ...)
{
  va_list args;

  if (error == NULL)
    return FALSE;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  *error = lp_source_error_new (source, at, code, message);
  return FALSE;
}
