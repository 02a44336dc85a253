/* draw.io in: bytes, pages, cells, and what they mean (docs/drawio.md). */
#include <glib/gi18n.h>
#include <string.h>

#include "io/carrier.h"
#include "io/drawio-edge.h"
#include "io/drawio-file.h"

static LpImportPart *
read_page (const LpDrawioSource *source,
           guint number,
           const char *file,
           const LpCatalogue *catalogue,
           GError **error)
{
  g_autoptr (LpDrawioPage) page = lp_drawio_page_new (source->model, number, file, catalogue, error);
  if (page == NULL)
    return NULL;
  lp_drawio_page_measure (page);
  lp_drawio_page_label (page);
  lp_drawio_page_sort (page);
  lp_drawio_page_caption (page);
  lp_drawio_page_frame (page);
  lp_drawio_page_classify (page);
  lp_drawio_page_contain (page);
  lp_drawio_page_remark_rest (page);
  g_autoptr (GArray) lines = lp_drawio_page_connect (page);
  LpImportPart *part
      = lp_import_part_new (lp_drawio_page_to_design (page, lines, source->name), source->name);
  g_ptr_array_unref (part->notes);
  part->notes = g_ptr_array_ref (page->notes);
  return part;
}

static gboolean
is_empty (const LpImport *import)
{
  for (guint i = 0; i < import->parts->len; i++)
    {
      const LpImportPart *part = g_ptr_array_index (import->parts, i);
      if (lp_design_get_n_components (part->design) > 0 || part->notes->len > 0)
        return FALSE;
    }
  return TRUE;
}

LpImport *
lp_drawio_read (GBytes *xml, const char *file, const LpCatalogue *catalogue, GError **error)
{
  g_autoptr (LpDrawioFile) source = lp_drawio_file_read (xml, file, error);
  if (source == NULL)
    return NULL;
  g_autoptr (LpImport) import = lp_import_new (lp_format_drawio.id);
  for (guint i = 0; i < source->pages->len; i++)
    {
      LpImportPart *part = read_page (g_ptr_array_index (source->pages, i), i + 1, file, catalogue, error);
      if (part == NULL)
        return NULL;
      g_ptr_array_add (import->parts, part);
    }
  if (is_empty (import))
    {
      lp_read_error_set (
          error, LP_READ_ERROR_MISSING, file, (LpPosition){ 1, 1 }, NULL,
          _("the diagram is empty: nothing is drawn on any page; open the file that was meant"));
      return NULL;
    }
  return g_steal_pointer (&import);
}

/* XML is found by its root, whatever stands in front of it. In UTF-16 no root can be seen, only the mark. */
static int
sniff (const guint8 *bytes, gsize size)
{
  static const char *const roots[] = { "<mxfile", "<mxGraphModel", "<mxlibrary" };
  const char *text = (const char *) bytes;

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      const char *root = g_strstr_len (text, MIN (size, 4096), roots[i]);
      const char *first = g_strstr_len (text, MIN (size, 4096), "<");
      if (root != NULL)
        return root == first || first[1] == '?' || first[1] == '!' ? 95 : 0;
    }
  if (size >= 4 && (memcmp (bytes, "\xff\xfe<", 3) == 0 || memcmp (bytes, "\xfe\xff\0<", 4) == 0))
    return 30;
  return size >= 5 && memcmp (bytes, "<?xml", 5) == 0 ? 20 : 0;
}

static const char *const suffixes[] = { ".drawio", ".drawio.xml", ".dio", ".xml", NULL };

const LpFormat lp_format_drawio = { "drawio", N_("draw.io diagram"), suffixes, sniff, lp_drawio_read };
