/* Every format: a design or one error, and a design can be written and read again. */
#include "fuzz.h"

#include "io/native.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImport) import = lp_import_bytes (bytes, "fuzz", lp_catalogue_get_default (), &error);
  g_assert ((import == NULL) == (error != NULL));
  for (guint i = 0; import != NULL && i < import->parts->len; i++)
    {
      const LpImportPart *part = import->parts->pdata[i];
      g_autoptr (GBytes) written = lp_native_write (part->design);
      g_autoptr (LpDesign) design = lp_native_read (written, "written", &error);
      g_assert_no_error (error);
      g_assert_nonnull (design);
    }
  return 0;
}
