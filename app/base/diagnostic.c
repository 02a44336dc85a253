#include "base/diagnostic.h"

#include <glib/gi18n.h>

typedef struct
{
  char *file;
  char *path;
  LpPosition at;
} LpReadErrorPrivate;

static void
lp_read_error_private_init (LpReadErrorPrivate *priv)
{
}

static void
lp_read_error_private_copy (const LpReadErrorPrivate *from, LpReadErrorPrivate *to)
{
  to->file = g_strdup (from->file);
  to->path = g_strdup (from->path);
  to->at = from->at;
}

static void
lp_read_error_private_clear (LpReadErrorPrivate *priv)
{
  g_free (priv->file);
  g_free (priv->path);
}

G_DEFINE_EXTENDED_ERROR (LpReadError, lp_read_error)

void
lp_read_error_set (GError **error, LpReadErrorCode code, const char *file, LpPosition at, const char *path,
                   const char *format, ...)
{
  if (error == NULL)
    return;
  va_list args;
  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (LP_READ_ERROR, code, format, args));
  va_end (args);
  LpReadErrorPrivate *priv = lp_read_error_get_private (*error);
  priv->file = g_strdup (file);
  priv->path = path != NULL && *path != '\0' ? g_strdup (path) : NULL;
  priv->at = at;
}

static const LpReadErrorPrivate *
peek (const GError *error)
{
  return g_error_matches (error, LP_READ_ERROR, error->code) ? lp_read_error_get_private (error) : NULL;
}

LpPosition
lp_read_error_get_position (const GError *error)
{
  const LpReadErrorPrivate *priv = peek (error);
  return priv != NULL ? priv->at : (LpPosition){ 0, 0 };
}

const char *
lp_read_error_get_path (const GError *error)
{
  const LpReadErrorPrivate *priv = peek (error);
  return priv != NULL ? priv->path : NULL;
}

const char *
lp_read_error_get_file (const GError *error)
{
  const LpReadErrorPrivate *priv = peek (error);
  return priv != NULL ? priv->file : NULL;
}

char *
lp_error_format (const GError *error, const char *file)
{
  GString *out = g_string_new (NULL);
  LpPosition at = lp_read_error_get_position (error);
  const char *path = lp_read_error_get_path (error);
  const char *named = lp_read_error_get_file (error);

  if (named == NULL)
    named = file;
  if (named != NULL)
    g_string_append_printf (out, "%s:", named);
  if (named != NULL && at.line > 0)
    g_string_append_printf (out, "%u:", at.line);
  if (named != NULL && at.line > 0 && at.column > 0)
    g_string_append_printf (out, "%u:", at.column);
  g_string_append_printf (out, "%serror: %s", out->len > 0 ? " " : "", error->message);
  if (path != NULL)
    g_string_append_printf (out, _(" (at %s)"), path);
  return g_string_free (out, FALSE);
}
