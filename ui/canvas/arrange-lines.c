/* Lines that were laid by hand count from the container around both their ends: where that changes under them, they
 * stay where they are seen. */
#include "ui/canvas/arrange.h"

static gboolean
shift_line (LpStage *stage, const char *id, LpPoint by, GError **error)
{
  const LpConnection *record = lp_document_get_connection (stage->document, id);
  guint n = record->n_via;
  g_autofree LpPoint *via = g_new (LpPoint, n);

  for (guint i = 0; i < n; i++)
    via[i] = (LpPoint){ record->via[i].x + by.x, record->via[i].y + by.y };
  return lp_edit_set_via (stage->document, id, via, n, error);
}

gboolean
lp_arrange_shift_lines (LpStage *stage, const char *container, LpPoint by, GError **error)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (stage->document);
  guint wanted = lp_design_find (design, container);

  if (by.x == 0 && by.y == 0)
    return TRUE;
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      const LpConnection *line = lp_design_get_connection (design, i);
      if (line->n_via > 0 && lp_design_get_common_container (design, i) == wanted
          && !shift_line (stage, line->id, by, error))
        return FALSE;
    }
  return TRUE;
}
