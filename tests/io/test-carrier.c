/* Pictures, compressed pages and sizes: made here, because they are bytes or too large for a fixture. */
#include "io/carrier.h"

#include <string.h>
#include <zlib.h>

#define MODEL                                                                                                \
  "<mxGraphModel><root><mxCell id=\"0\"/><mxCell id=\"1\" parent=\"0\"/>"                                    \
  "<mxCell id=\"a\" style=\"shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.s3;\" vertex=\"1\" "        \
  "parent=\"1\">"                                                                                            \
  "<mxGeometry width=\"48\" height=\"48\" as=\"geometry\"/></mxCell></root></mxGraphModel>"
#define FILE_TEXT "<mxfile><diagram>" MODEL "</diagram></mxfile>"

static LpImport *
import (const void *data, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  return lp_import_bytes (bytes, "a", lp_catalogue_get_default (), error);
}

static void
assert_reads (const void *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImport) result = import (data, size, &error);

  g_assert_no_error (error);
  const LpImportPart *part = g_ptr_array_index (result->parts, 0);
  g_assert_cmpuint (lp_design_get_n_components (part->design), ==, 1);
  g_assert_cmpstr (lp_design_get_component (part->design, 0)->kind, ==, "s3-bucket");
  g_assert_cmpstr (lp_design_get_component (part->design, 0)->origin, ==, "1/a");
}

static void
assert_refuses (const void *data, gsize size, LpReadErrorCode code, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImport) result = import (data, size, &error);

  g_assert_null (result);
  g_assert_error (error, LP_READ_ERROR, (int) code);
  g_assert_cmpstr (lp_read_error_get_path (error), ==, path);
}

static GByteArray *
deflate_text (const char *text, gsize size, gboolean raw)
{
  GByteArray *out = g_byte_array_new ();
  z_stream stream = { .next_in = (Bytef *) text, .avail_in = size };

  deflateInit2 (&stream, 9, Z_DEFLATED, raw ? -MAX_WBITS : MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  g_byte_array_set_size (out, deflateBound (&stream, size));
  stream.next_out = out->data;
  stream.avail_out = out->len;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  g_byte_array_set_size (out, stream.total_out);
  deflateEnd (&stream);
  return out;
}

static char *
compressed_page (const char *text, gsize size)
{
  g_autoptr (GByteArray) packed = deflate_text (text, size, TRUE);
  g_autofree char *base64 = g_base64_encode (packed->data, packed->len);
  return g_strdup_printf ("<mxfile><diagram>%s</diagram></mxfile>", base64);
}

static void
add_chunk (GByteArray *png, const char *type, const void *data, gsize size)
{
  guint32 length = GUINT32_TO_BE ((guint32) size), checksum = 0;

  g_byte_array_append (png, (guint8 *) &length, 4);
  g_byte_array_append (png, (const guint8 *) type, 4);
  g_byte_array_append (png, data, size);
  g_byte_array_append (png, (guint8 *) &checksum, 4);
}

static GByteArray *
make_png (const char *type, const void *data, gsize size)
{
  GByteArray *png = g_byte_array_new ();

  g_byte_array_append (png, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  add_chunk (png, "IHDR", "\0\0\0\1\0\0\0\1\10\0\0\0\0", 13);
  add_chunk (png, "tEXt", "Software\0none", 13);
  if (type != NULL)
    add_chunk (png, type, data, size);
  add_chunk (png, "IEND", "", 0);
  return png;
}

static void
test_png_text (void)
{
  g_autofree char *escaped = g_uri_escape_string (FILE_TEXT, NULL, FALSE);
  g_autoptr (GByteArray) chunk = g_byte_array_new ();
  g_byte_array_append (chunk, (const guint8 *) "mxfile", 7);
  g_byte_array_append (chunk, (const guint8 *) escaped, strlen (escaped));
  g_autoptr (GByteArray) png = make_png ("tEXt", chunk->data, chunk->len);

  assert_reads (png->data, png->len);
  for (gsize size = 8; size < png->len - 12; size += 17)
    assert_refuses (png->data, size, LP_READ_ERROR_DAMAGED, NULL);
}

static void
test_png_compressed (void)
{
  g_autoptr (GByteArray) packed = deflate_text (FILE_TEXT, strlen (FILE_TEXT), FALSE);
  g_autoptr (GByteArray) ztxt = g_byte_array_new (), itxt = g_byte_array_new ();
  g_byte_array_append (ztxt, (const guint8 *) "mxfile\0", 8);
  g_byte_array_append (ztxt, packed->data, packed->len);
  g_byte_array_append (itxt, (const guint8 *) "mxfile\0\1\0en\0keyword", 20);
  g_byte_array_append (itxt, packed->data, packed->len);
  g_autoptr (GByteArray) png = make_png ("zTXt", ztxt->data, ztxt->len);
  g_autoptr (GByteArray) png2 = make_png ("iTXt", itxt->data, itxt->len);

  assert_reads (png->data, png->len);
  assert_reads (png2->data, png2->len);
  g_autoptr (GByteArray) damaged = make_png ("zTXt", ztxt->data, ztxt->len - 5);
  assert_refuses (damaged->data, damaged->len, LP_READ_ERROR_DAMAGED, NULL);
}

static void
test_png_without (void)
{
  g_autoptr (GByteArray) png = make_png (NULL, NULL, 0);
  assert_refuses (png->data, png->len, LP_READ_ERROR_FORMAT, NULL);
}

static void
test_compressed_page (void)
{
  g_autofree char *escaped = g_uri_escape_string (MODEL, NULL, FALSE);
  g_autofree char *usual = compressed_page (escaped, strlen (escaped));
  g_autofree char *unescaped = compressed_page (MODEL, strlen (MODEL));
  g_autofree char *only_escaped = g_strdup_printf ("<mxfile><diagram>%s</diagram></mxfile>", escaped);
  g_autofree char *cut = g_strdup (usual);

  assert_reads (usual, strlen (usual));
  assert_reads (unescaped, strlen (unescaped));
  assert_reads (only_escaped, strlen (only_escaped));
  memset (strstr (cut, "</diagram>") - 12, ' ', 12);
  assert_refuses (cut, strlen (cut), LP_READ_ERROR_DAMAGED, "page 1");
}

static void
test_bomb (void)
{
  gsize size = LP_CARRIER_MAX_BYTES + 1;
  g_autofree char *zeros = g_malloc0 (size);
  g_autofree char *page = compressed_page (zeros, size);

  g_assert_cmpuint (strlen (page), <, 200000);
  assert_refuses (page, strlen (page), LP_READ_ERROR_SIZE, "page 1");
}

static void
test_two_halves_of_a_bomb (void)
{
  gsize size = LP_CARRIER_MAX_BYTES / 2 + 10;
  g_autofree char *spaces = g_malloc (size);
  memset (spaces, ' ', size);
  memcpy (spaces, "<mxGraphModel><root>", 20);
  memcpy (spaces + size - 22, "</root></mxGraphModel>", 22);
  g_autoptr (GByteArray) packed = deflate_text (spaces, size, TRUE);
  g_autofree char *base64 = g_base64_encode (packed->data, packed->len);
  g_autofree char *file
      = g_strdup_printf ("<mxfile><diagram>%s</diagram><diagram>%s</diagram></mxfile>", base64, base64);

  assert_refuses (file, strlen (file), LP_READ_ERROR_SIZE, "page 2");
}

static void
test_encodings (void)
{
  gsize size;
  g_autofree char *declared = g_convert ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" FILE_TEXT, -1,
                                         "UTF-16", "UTF-8", NULL, &size, NULL);
  assert_reads (declared, size);
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", FILE_TEXT, NULL);
  assert_reads (marked, strlen (marked));
  const char broken[] = "<mxfile><diagram name=\"\xff\xfe\">" MODEL "</diagram></mxfile>";
  assert_refuses (broken, strlen (broken), LP_READ_ERROR_SYNTAX, NULL);
}

static char *
many_cells (guint n, gboolean nested)
{
  GString *text = g_string_new ("<mxGraphModel><root><mxCell id=\"c0\"/>");
  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "<mxCell id=\"c%u\" vertex=\"1\" parent=\"c%u\"/>", i, nested ? i - 1 : 0);
  g_string_append (text, "</root></mxGraphModel>");
  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *deep = many_cells (400, TRUE), *many = many_cells (20000, FALSE);
  assert_refuses (deep, strlen (deep), LP_READ_ERROR_DEPTH, "page 1, cell c257");
  assert_refuses (many, strlen (many), LP_READ_ERROR_COUNT, "page 1");
  GString *pages = g_string_new ("<mxfile>");
  for (guint i = 0; i < 1001; i++)
    g_string_append (pages, "<diagram/>");
  g_string_append (pages, "</mxfile>");
  assert_refuses (pages->str, pages->len, LP_READ_ERROR_COUNT, "page 1001");
  g_string_free (pages, TRUE);
}

static void
test_base64 (void)
{
  gsize bad = 0;
  g_autoptr (GBytes) good = lp_base64_decode_strictly (" SGV\n sbG8= ", &bad);
  g_assert_cmpmem (g_bytes_get_data (good, NULL), g_bytes_get_size (good), "Hello", 5);
  g_assert_null (lp_base64_decode_strictly ("SGV-bG8=", &bad));
  g_assert_cmpuint (bad, ==, 3);
  g_assert_null (lp_base64_decode_strictly ("SGVsbG8", &bad));
  g_assert_cmpuint (bad, ==, 7);
  g_assert_null (lp_base64_decode_strictly ("SG=sbG8=", &bad));
  g_assert_cmpuint (bad, ==, 3);
}

static void
test_percent (void)
{
  char text[] = "%3Ca%3e 100% %zz%";
  g_assert_cmpuint (lp_percent_decode (text), ==, strlen ("<a> 100% %zz%"));
  g_assert_cmpstr (text, ==, "<a> 100% %zz%");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrier/png/text", test_png_text);
  g_test_add_func ("/carrier/png/compressed", test_png_compressed);
  g_test_add_func ("/carrier/png/without", test_png_without);
  g_test_add_func ("/carrier/page", test_compressed_page);
  g_test_add_func ("/carrier/bomb", test_bomb);
  g_test_add_func ("/carrier/bomb-in-two-pages", test_two_halves_of_a_bomb);
  g_test_add_func ("/carrier/encodings", test_encodings);
  g_test_add_func ("/carrier/limits", test_limits);
  g_test_add_func ("/carrier/base64", test_base64);
  g_test_add_func ("/carrier/percent", test_percent);
  return g_test_run ();
}
