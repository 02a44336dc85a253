/* The native format: whatever is read is written the same after one round. */
#include "fuzz.h"

#include "io/native.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDesign) design = lp_native_read (bytes, "fuzz", &error);
  g_assert ((design == NULL) == (error != NULL));
  if (design == NULL)
    return 0;
  g_autoptr (GBytes) once = lp_native_write (design);
  g_autoptr (LpDesign) again = lp_native_read (once, "once", &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) twice = lp_native_write (again);
  g_assert_true (g_bytes_equal (once, twice));
  return 0;
}
