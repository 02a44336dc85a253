/* draw.io hides its file in a text chunk of the picture. */
#include <glib/gi18n.h>
#include <string.h>

#include "io/carrier.h"
#include "io/drawio-file.h"

static const guint8 signature[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

typedef struct
{
  const guint8 *data;
  gsize size;
  const char *type; /* four letters */
} LpPngChunk;

static guint32
read_be32 (const guint8 *at)
{
  guint32 value;
  memcpy (&value, at, 4);
  return GUINT32_FROM_BE (value);
}

static GBytes *
fail (GError **error, LpReadErrorCode code, const char *file, const char *message)
{
  lp_read_error_set (error, code, file, (LpPosition){ 0, 0 }, NULL, "%s", message);
  return NULL;
}

/* What stands behind the keyword and its NUL, inflated where it has to be. */
static GBytes *
chunk_text (const LpPngChunk *chunk, gsize offset, const char *file, GError **error)
{
  const guint8 *text = chunk->data + offset, *end = chunk->data + chunk->size;
  gboolean compressed = memcmp (chunk->type, "zTXt", 4) == 0;

  if (compressed)
    text++; /* method: 0 is the only one */
  else if (memcmp (chunk->type, "iTXt", 4) == 0)
    {
      compressed = text < end && *text != 0;
      text += 2; /* flag and method; then language and translated keyword, each with its NUL */
      for (guint skipped = 0; skipped < 2 && text < end; text++)
        skipped += *text == 0;
    }
  if (text > end)
    return fail (error, LP_READ_ERROR_DAMAGED, file,
                 _("a text chunk of the picture is cut off; export it again"));
  if (!compressed)
    return g_bytes_new (text, end - text);
  GError *cause = NULL;
  GBytes *inflated = lp_inflate (text, end - text, FALSE, LP_CARRIER_MAX_BYTES, &cause);
  if (inflated == NULL)
    {
      fail (error, cause->code, file, cause->message);
      g_error_free (cause);
    }
  return inflated;
}

GBytes *
lp_png_find_text (GBytes *png, const char *keyword, const char *file, GError **error)
{
  gsize size, key = strlen (keyword) + 1;
  const guint8 *data = g_bytes_get_data (png, &size);

  if (size < sizeof signature || memcmp (data, signature, sizeof signature) != 0)
    return fail (error, LP_READ_ERROR_SYNTAX, file, _("this is no PNG picture"));
  for (gsize at = sizeof signature; at < size;)
    {
      if (size - at < 12 || read_be32 (data + at) > size - at - 12)
        return fail (error, LP_READ_ERROR_DAMAGED, file,
                     _("the picture is cut off; export or copy it again"));
      LpPngChunk chunk = { data + at + 8, read_be32 (data + at), (const char *) data + at + 4 };
      gboolean is_text = memcmp (chunk.type, "tEXt", 4) == 0 || memcmp (chunk.type, "zTXt", 4) == 0
                         || memcmp (chunk.type, "iTXt", 4) == 0;
      /* The checksum is not asked: tools that rewrite the chunk forget it, and draw.io opens those too. */
      if (is_text && chunk.size >= key && memcmp (chunk.data, keyword, key) == 0)
        return chunk_text (&chunk, key, file, error);
      if (memcmp (chunk.type, "IEND", 4) == 0)
        return NULL;
      at += 12 + chunk.size;
    }
  return fail (error, LP_READ_ERROR_DAMAGED, file, _("the picture is cut off; export or copy it again"));
}

static int
sniff (const guint8 *bytes, gsize size)
{
  return size >= sizeof signature && memcmp (bytes, signature, sizeof signature) == 0 ? 100 : 0;
}

static LpImport *
read_png (GBytes *bytes, const char *file, const LpCatalogue *catalogue, GError **error)
{
  static const char *const keywords[] = { "mxfile", "mxGraphModel" };
  GError *cause = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      g_autoptr (GBytes) text = lp_png_find_text (bytes, keywords[i], file, &cause);
      if (cause != NULL)
        {
          g_propagate_error (error, cause);
          return NULL;
        }
      if (text == NULL)
        continue;
      gsize size;
      const char *data = g_bytes_get_data (text, &size);
      g_autofree char *xml = g_strndup (data, size);
      if (!g_str_has_prefix (xml, "<"))
        lp_percent_decode (xml);
      g_autoptr (GBytes) decoded = g_bytes_new (xml, strlen (xml));
      return lp_drawio_read (decoded, file, catalogue, error);
    }
  lp_read_error_set (
      error, LP_READ_ERROR_FORMAT, file, (LpPosition){ 0, 0 }, NULL,
      _("this picture carries no diagram; in draw.io, export it with “Include a copy of my diagram”"));
  return NULL;
}

static const char *const suffixes[] = { ".png", NULL };

const LpFormat lp_format_png = { "png", N_("draw.io picture (PNG)"), suffixes, sniff, read_png };
