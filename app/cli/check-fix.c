#include "cli/check-fix.h"

#include "base/file.h"
#include "cli/command.h"
#include "io/native.h"

/* Only a file that is the document itself: a drawing that carries one would have to be drawn again. */
static gboolean
check_format (const char *path, GError **error)
{
  const LpPosition nowhere = { 0, 0 };
  if (g_str_equal (path, "-"))
    {
      lp_read_error_set (error, LP_READ_ERROR_FORMAT, "<stdin>", nowhere, NULL,
                         _("standard input cannot be fixed; name a file, or use --dry-run"));
      return FALSE;
    }
  g_autoptr (GBytes) bytes = lp_file_read (path, error);
  if (bytes == NULL)
    return FALSE;
  const LpFormat *format = lp_format_find (bytes);
  if (format == &lp_format_native)
    return TRUE;
  lp_read_error_set (error, LP_READ_ERROR_FORMAT, path, nowhere, NULL,
                     _("only documents of Loadpath can be fixed where they are, and this is a %s; use loadpath "
                       "import, or --dry-run"),
                     format != NULL ? _(format->name) : "?");
  return FALSE;
}

/* As it stands in the file now: the findings that remain have its lines. */
static gboolean
write_back (const char *path, LpImportPart *part, LpDesign *mended, GError **error)
{
  g_autoptr (GBytes) bytes = lp_native_write (mended);
  g_autoptr (LpDesign) again = lp_native_read (bytes, path, error);

  if (again == NULL || !lp_file_write (path, bytes, error))
    return FALSE;
  lp_design_unref (part->design);
  part->design = g_steal_pointer (&again);
  return TRUE;
}

static gboolean
fix_part (const char *path,
          LpImportPart *part,
          LpPack *pack,
          const LpReviewOptions *options,
          gboolean rehearse,
          GPtrArray *tallies,
          GError **error)
{
  g_autoptr (LpDocument) document = lp_document_new_from_design (part->design);
  g_autoptr (LpFixTally) tally = lp_mend_all (document, pack, NULL, 0, "", options);

  if (tally->fixed->len > 0)
    {
      g_autoptr (LpDesign) mended = lp_document_snapshot (document);
      if (!rehearse && !write_back (path, part, mended, error))
        return FALSE;
      if (rehearse)
        {
          lp_design_unref (part->design);
          part->design = lp_design_ref (mended);
        }
    }
  g_ptr_array_add (tallies, g_steal_pointer (&tally));
  return TRUE;
}

gboolean
lp_check_fix (const char *path,
              LpImport *import,
              LpPack *pack,
              const LpReviewOptions *options,
              gboolean rehearse,
              GPtrArray *tallies,
              GError **error)
{
  if (!rehearse && !check_format (path, error))
    return FALSE;
  for (guint i = 0; i < import->parts->len; i++)
    if (!fix_part (path, import->parts->pdata[i], pack, options, rehearse, tallies, error))
      return FALSE;
  return TRUE;
}
