#include "io/carrier.h"

#include <glib/gi18n.h>
#include <string.h>
#include <zlib.h>

#define NOWHERE ((LpPosition){ 0, 0 })
#define CHUNK (64u << 10)

static gboolean
inflate_all (z_stream *stream, GByteArray *out, gsize max_bytes, GError **error)
{
  guint8 buffer[CHUNK];
  int result;

  do
    {
      stream->next_out = buffer;
      stream->avail_out = CHUNK;
      result = inflate (stream, Z_NO_FLUSH);
      if (result != Z_OK && result != Z_STREAM_END)
        {
          lp_read_error_set (error, LP_READ_ERROR_DAMAGED, NULL, NOWHERE, NULL,
                             _("the compressed content is damaged; save the file again"));
          return FALSE;
        }
      g_byte_array_append (out, buffer, CHUNK - stream->avail_out);
      if (out->len > max_bytes)
        {
          lp_read_error_set (error, LP_READ_ERROR_SIZE, NULL, NOWHERE, NULL,
                             _("the compressed content grows to more than %zu bytes; this is no diagram"),
                             max_bytes);
          return FALSE;
        }
    }
  while (result != Z_STREAM_END);
  return TRUE;
}

GBytes *
lp_inflate (const guint8 *data, gsize size, gboolean raw, gsize max_bytes, GError **error)
{
  z_stream stream = { .next_in = (Bytef *) data, .avail_in = size };
  g_autoptr (GByteArray) out = g_byte_array_new ();

  if (inflateInit2 (&stream, raw ? -MAX_WBITS : MAX_WBITS) != Z_OK)
    g_error ("zlib: %s", stream.msg);
  gboolean done = inflate_all (&stream, out, max_bytes, error);
  inflateEnd (&stream);
  if (!done)
    return NULL;
  gsize length = out->len;
  g_byte_array_append (out, (const guint8 *) "", 1);
  g_autoptr (GBytes) terminated = g_byte_array_free_to_bytes (g_steal_pointer (&out));
  return g_bytes_new_from_bytes (terminated, 0, length);
}

GBytes *
lp_base64_decode_strictly (const char *text, gsize *bad_offset)
{
  gsize n_symbols = 0, n_pads = 0, size;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_isspace (*c))
        continue;
      gboolean pad = *c == '=';
      if ((!pad && n_pads > 0) || (!pad && !g_ascii_isalnum (*c) && *c != '+' && *c != '/'))
        {
          *bad_offset = c - text;
          return NULL;
        }
      n_symbols++;
      n_pads += pad;
    }
  if (n_symbols % 4 != 0 || n_pads > 2)
    {
      *bad_offset = strlen (text);
      return NULL;
    }
  guint8 *bytes = g_base64_decode (text, &size);
  return g_bytes_new_take (bytes, size);
}

gsize
lp_percent_decode (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; to++)
    if (from[0] == '%' && g_ascii_isxdigit (from[1]) && g_ascii_isxdigit (from[2]))
      {
        *to = g_ascii_xdigit_value (from[1]) * 16 + g_ascii_xdigit_value (from[2]);
        from += 3;
      }
    else
      *to = *from++;
  *to = '\0';
  return to - text;
}
