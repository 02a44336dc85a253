#include "io/format.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "base/diagnostic.h"
#include "base/file.h"
#include "io/carrier.h"
#include "io/drawio-file.h"
#include "io/native.h"

#define MAX_BYTES ((gsize) 256 << 20)
#define SNIFF_BYTES 65536

const LpFormat *const lp_formats[] = {
  &lp_format_native,
  &lp_format_drawio,
  &lp_format_svg,
  &lp_format_png,
  &lp_format_html,
  NULL,
};

LpImport *
lp_import_new (const char *format)
{
  LpImport *import = g_new0 (LpImport, 1);
  import->format = format;
  import->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_import_part_free);
  return import;
}

void
lp_import_free (LpImport *import)
{
  g_ptr_array_unref (import->parts);
  g_free (import);
}

/* Takes over the design. */
LpImportPart *
lp_import_part_new (LpDesign *design, const char *name)
{
  LpImportPart *part = g_new0 (LpImportPart, 1);
  part->design = design;
  part->name = g_strdup (name);
  part->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_import_note_free);
  return part;
}

void
lp_import_part_free (LpImportPart *part)
{
  lp_design_unref (part->design);
  g_free (part->name);
  g_ptr_array_unref (part->notes);
  g_free (part);
}

void
lp_import_note_free (LpImportNote *note)
{
  g_free (note->place);
  g_free (note->message);
  g_free (note);
}

const LpFormat *
lp_format_find (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const LpFormat *best = NULL;
  int best_score = 0;

  for (const LpFormat *const *format = lp_formats; *format != NULL; format++)
    {
      int score = data != NULL ? (*format)->sniff (data, MIN (size, SNIFF_BYTES)) : 0;
      if (score > best_score)
        {
          best = *format;
          best_score = score;
        }
    }
  return best;
}

LpImport *
lp_import_bytes (GBytes *bytes, const char *file, const LpCatalogue *catalogue, GError **error)
{
  const LpFormat *format = lp_format_find (bytes);
  if (format != NULL)
    return format->read (bytes, file, catalogue, error);
  lp_read_error_set (error, LP_READ_ERROR_FORMAT, file, (LpPosition){ 0, 0 }, NULL,
                     g_bytes_get_size (bytes) == 0
                         ? _("the file is empty; open a Loadpath document or a draw.io diagram")
                         : _("not a format that Loadpath reads; open a Loadpath document or a draw.io diagram"));
  return NULL;
}

static GBytes *
read_file (const char *path, GError **error)
{
  GStatBuf status;
  if (g_stat (path, &status) != 0 || status.st_size <= (goffset) MAX_BYTES)
    return lp_file_read (path, error);
  lp_read_error_set (error, LP_READ_ERROR_SIZE, path, (LpPosition){ 0, 0 }, NULL,
                     _("the file is larger than %d MiB; this is no diagram"), (int) (MAX_BYTES >> 20));
  return NULL;
}

LpImport *
lp_import_file (const char *path, const LpCatalogue *catalogue, GError **error)
{
  gboolean standard_input = g_str_equal (path, "-");
  g_autoptr (GBytes) bytes = standard_input ? lp_file_read_standard_input (error) : read_file (path, error);
  return bytes != NULL ? lp_import_bytes (bytes, standard_input ? "<stdin>" : path, catalogue, error) : NULL;
}
