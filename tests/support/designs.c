#include "designs.h"

#include <string.h>

#include "io/native.h"

LpDesign *
test_design (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LpDesign *design = lp_native_read (bytes, "test", &error);
  g_assert_no_error (error);
  return design;
}

LpDocument *
test_document (const char *text)
{
  g_autoptr (LpDesign) design = test_design (text);
  return lp_document_new_from_design (design);
}

char *
test_text_of_design (const LpDesign *design)
{
  g_autoptr (GBytes) bytes = lp_native_write (design);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
test_text_of_document (LpDocument *document)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  return test_text_of_design (design);
}
