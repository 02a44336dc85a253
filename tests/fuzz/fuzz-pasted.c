/* A clipboard: whatever it holds is refused, or is put into a document that undo brings back to the byte. */
#include "fuzz.h"

#include "io/native.h"
#include "io/pasted.h"
#include "model/clip.h"

static LpDocument *
new_document (void)
{
  static const char text[] = "{\"loadpath\": 1, \"components\": [{\"id\": \"vpc\", \"kind\": \"vpc\", \"at\": [0, 0]},"
                             "{\"id\": \"web\", \"kind\": \"ec2-instance\", \"in\": \"vpc\", \"at\": [8, 8]}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (LpDesign) design = lp_native_read (bytes, "fuzz", NULL);
  return lp_document_new_from_design (design);
}

static GBytes *
bytes_of (LpDocument *document)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  return lp_native_write (design);
}

/* All of the clip, taken again as a canvas takes it, with no place known. */
static LpDesign *
take_all (const LpDesign *clip)
{
  guint n = lp_design_get_n_components (clip);
  g_autofree LpClipPlace *places = g_new0 (LpClipPlace, n + 1);
  g_autofree const char **ids = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    ids[i] = lp_design_get_component (clip, i)->id;
  return lp_clip_take (clip, ids, places);
}

static void
put_twice (LpDocument *document, const LpDesign *clip)
{
  LpClipTarget target = { "vpc", { 0, 0 }, { 8, 8 } };
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      lp_document_begin (document, "Paste");
      g_autoptr (GHashTable) copies = lp_clip_put (document, clip, &target, 1, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_hash_table_size (copies), ==, lp_design_get_n_components (clip));
      lp_document_commit (document);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDesign) clip = lp_pasted_read (bytes, lp_catalogue_get_default (), &error);
  g_assert ((clip == NULL) == (error != NULL));
  if (clip == NULL)
    return 0;
  g_autoptr (LpDesign) taken = take_all (clip);
  g_assert_cmpuint (lp_design_get_n_components (taken), ==, lp_design_get_n_components (clip));
  g_autoptr (LpDocument) document = new_document ();
  g_autoptr (GBytes) before = bytes_of (document);
  put_twice (document, taken);
  g_autoptr (GBytes) full = bytes_of (document);
  g_autoptr (LpDesign) again = lp_native_read (full, "full", &error);
  g_assert_no_error (error);
  while (lp_document_can_undo (document))
    lp_document_undo (document);
  g_autoptr (GBytes) after = bytes_of (document);
  g_assert_true (g_bytes_equal (before, after));
  return 0;
}
