#include "io/pasted.h"

#include <glib/gi18n.h>
#include <string.h>

#include "io/carrier.h"

/* What stands for the file in messages. */
#define CLIPBOARD _("clipboard")

static gboolean
is_percent_encoded (const char *text, gsize size)
{
  return size >= 4 && text[0] == '%' && (g_ascii_strncasecmp (text, "%3Cm", 4) == 0);
}

static GBytes *
decode (const char *text, gsize size)
{
  char *copy = g_strndup (text, size);
  gsize length = lp_percent_decode (copy);
  return g_bytes_new_take (copy, length);
}

LpDesign *
lp_pasted_read (GBytes *bytes, const LpCatalogue *catalogue, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size > LP_PASTED_MAX_BYTES)
    {
      lp_read_error_set (error, LP_READ_ERROR_SIZE, CLIPBOARD, (LpPosition){ 0, 0 }, NULL,
                         _("more than %u MiB; copy less at once"), LP_PASTED_MAX_BYTES >> 20);
      return NULL;
    }
  g_autoptr (GBytes) plain = is_percent_encoded (text, size) ? decode (text, size) : g_bytes_ref (bytes);
  g_autoptr (LpImport) import = lp_import_bytes (plain, CLIPBOARD, catalogue, error);
  return import != NULL ? lp_design_ref (((LpImportPart *) import->parts->pdata[0])->design) : NULL;
}
