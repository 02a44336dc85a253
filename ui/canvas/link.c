#include "ui/canvas/link.h"

#include <glib/gi18n.h>

#include "catalogue/kind-search.h"
#include "model/edit.h"

const LpConnectionKind *
lp_link_find_kind (LpStage *stage, guint from, guint to)
{
  const char *from_kind = lp_stage_get_component (stage, from)->kind, *to_kind = lp_stage_get_component (stage, to)->kind;

  return from == to ? NULL : lp_catalogue_find_line (stage->catalogue, from_kind, to_kind);
}

char *
lp_link_refusal (LpStage *stage, guint from, guint to)
{
  if (from == to)
    return g_strdup (_("A component does not connect to itself"));
  return g_strdup_printf (_("No kind of connection goes from “%s” to “%s”"),
                          lp_component_get_name (lp_stage_get_component (stage, from)),
                          lp_component_get_name (lp_stage_get_component (stage, to)));
}

gboolean
lp_link_make (LpStage *stage, guint from, guint to)
{
  const LpConnectionKind *kind = lp_link_find_kind (stage, from, to);

  if (kind == NULL)
    {
      g_autofree char *refusal = lp_link_refusal (stage, from, to);
      lp_stage_message (stage, refusal);
      return FALSE;
    }
  g_autoptr (GError) error = NULL;
  lp_document_begin (stage->document, _("Connect"));
  g_autofree char *id = lp_edit_connect (stage->document, kind->id, lp_stage_get_component (stage, from)->id,
                                         lp_stage_get_component (stage, to)->id, &error);
  if (!lp_stage_finish (stage, error))
    return FALSE;
  lp_selection_set (stage->selection, id);
  return TRUE;
}

gboolean
lp_link_make_all (LpStage *stage, const GArray *sources, guint to, const char *kind)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *target = g_strdup (lp_stage_get_component (stage, to)->id);
  g_autoptr (GError) error = NULL;

  lp_document_begin (stage->document, _("Connect"));
  for (guint i = 0; error == NULL && i < sources->len; i++)
    g_ptr_array_add (made, lp_edit_connect (stage->document, kind,
                                            lp_stage_get_component (stage, g_array_index (sources, guint, i))->id, target,
                                            &error));
  if (!lp_stage_finish (stage, error))
    return FALSE;
  g_ptr_array_add (made, NULL);
  lp_selection_set_all (stage->selection, (const char *const *) made->pdata);
  return TRUE;
}
