/* Edits of a fix that draw connections, or lead them elsewhere. */

#include "model/edit.h"
#include "rules/fix-site.h"
#include "rules/fix-work.h"

static gboolean
is_there (const LpFixWork *work, const char *component)
{
  return lp_document_get_component (work->document, component) != NULL;
}

/* Another connection of the kind between the two; borrowed, or NULL. */
static const LpConnection *
find_same (LpFixWork *work, const char *kind, const char *from, const char *to, const char *except)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (work->document);
  guint source = lp_design_find (design, from);
  LpIndices out = source != LP_NONE ? lp_design_get_outgoing (design, source) : (LpIndices){ NULL, 0 };

  for (guint i = 0; i < out.n; i++)
    {
      const LpConnection *line = lp_design_get_connection (design, out.items[i]);
      if (g_str_equal (line->kind, kind) && g_str_equal (line->to, to) && g_strcmp0 (line->id, except) != 0)
        return lp_document_get_connection (work->document, line->id);
    }
  return NULL;
}

/* --- connect ----------------------------------------------------------------------------------------- */

static gboolean
connect_two (LpFixWork *work, const LpFixStep *step, const char *from, const char *to, GError **error)
{
  const char *kind = step->edit->kind;

  if (g_str_equal (from, to) || !is_there (work, from) || !is_there (work, to)
      || find_same (work, kind, from, to, NULL) != NULL)
    return TRUE;
  g_autofree char *id = lp_edit_connect (work->document, kind, from, to, error);
  if (id == NULL)
    return FALSE;
  for (guint i = 0; i < step->settings->len; i++)
    if (step->settings->pdata[i] != NULL
        && !lp_edit_set_property (work->document, id, g_array_index (step->edit->set, LpFixSetting, i).property,
                                  json_node_ref (step->settings->pdata[i]), error))
      return FALSE;
  return TRUE;
}

gboolean
lp_fix_connect (LpFixWork *work, const LpFixStep *step, GError **error)
{
  const GPtrArray *from = lp_fix_work_ids (work, &step->edit->from, step->from);
  const GPtrArray *to = lp_fix_work_ids (work, &step->edit->to, step->to);
  gboolean pairs = from->len == to->len;

  for (guint i = 0; i < from->len; i++)
    for (guint j = pairs ? i : 0; j < (pairs ? i + 1 : to->len); j++)
      if (!connect_two (work, step, from->pdata[i], to->pdata[j], error))
        return FALSE;
  return TRUE;
}

/* --- other ends -------------------------------------------------------------------------------------- */

/* One that has come to join what another of its kind does, or a thing with itself, is none. */
static gboolean
lead (LpFixWork *work, const char *id, const char *from, const char *to, const char *kind, GError **error)
{
  if (g_str_equal (from, to) || find_same (work, kind, from, to, id) != NULL)
    return lp_document_remove_connection (work->document, id, error);
  return lp_edit_set_ends (work->document, id, from, to, error)
         && (g_str_equal (lp_document_get_connection (work->document, id)->kind, kind)
             || lp_edit_set_kind (work->document, id, kind, error));
}

static const char *
end_of (const GPtrArray *ends, guint i, guint n, const char *old)
{
  return ends->len == 0 ? old : ends->pdata[ends->len == n ? i : 0];
}

gboolean
lp_fix_reconnect (LpFixWork *work, const LpFixStep *step, GError **error)
{
  const LpFixEdit *edit = step->edit;
  const GPtrArray *what = lp_fix_work_ids (work, &edit->what, step->what);
  const GPtrArray *from = lp_fix_work_ids (work, &edit->from, step->from);
  const GPtrArray *to = lp_fix_work_ids (work, &edit->to, step->to);

  for (guint i = 0; i < what->len; i++)
    {
      const LpConnection *line = lp_document_get_connection (work->document, what->pdata[i]);
      if (line == NULL)
        continue;
      g_autofree char *old_from = g_strdup (line->from), *old_to = g_strdup (line->to);
      g_autofree char *kind = g_strdup (edit->kind != NULL ? edit->kind : line->kind);
      if (!lead (work, what->pdata[i], end_of (from, i, what->len, old_from), end_of (to, i, what->len, old_to),
                 kind, error))
        return FALSE;
    }
  return TRUE;
}

/* --- insert ------------------------------------------------------------------------------------------ */

/* A function polls a queue, though what it gets goes the other way: such a connection runs against the flow. */
static gboolean
runs_backwards (const LpFixWork *work, const char *kind, const char *from, const char *to)
{
  const LpComponent *source = lp_document_get_component (work->document, from);
  const LpComponent *target = lp_document_get_component (work->document, to);
  return source != NULL && target != NULL
         && !lp_catalogue_may_connect (work->catalogue, kind, source->kind, target->kind)
         && lp_catalogue_may_connect (work->catalogue, kind, target->kind, source->kind);
}

/* The second half has what is written at the connection only where it is one of the same kind. */
static gboolean
add_second_half (
    LpFixWork *work, const LpConnection *line, const char *middle, const char *kind, GError **error)
{
  gboolean backwards = runs_backwards (work, kind, middle, line->to);
  const char *from = backwards ? line->to : middle, *to = backwards ? middle : line->to;

  if (g_str_equal (from, to) || find_same (work, kind, from, to, NULL) != NULL)
    return TRUE;
  g_autofree char *wish = g_strdup_printf ("%s-%s", from, to);
  g_autofree char *id = lp_document_unique_id (work->document, lp_id_is_valid (wish) ? wish : kind);
  LpConnection *half = lp_connection_new (id, kind, from, to);
  for (guint i = 0; g_str_equal (kind, line->kind) && i < lp_properties_get_size (line->set); i++)
    {
      const LpProperty *property = lp_properties_get (line->set, i);
      lp_connection_set_property (half, property->name, json_node_ref (property->value));
    }
  return lp_document_put_connection (work->document, half, error);
}

static gboolean
split (LpFixWork *work, const LpFixStep *step, const char *id, const char *middle, GError **error)
{
  g_autoptr (LpConnection) line = NULL;
  const LpConnection *now = lp_document_get_connection (work->document, id);

  if (now == NULL)
    return TRUE;
  line = lp_connection_copy (now);
  const char *before = step->edit->before != NULL ? step->edit->before : line->kind;
  const char *after = step->edit->after != NULL ? step->edit->after : line->kind;
  gboolean backwards = runs_backwards (work, before, line->from, middle);
  return add_second_half (work, line, middle, after, error)
         && lead (work, id, backwards ? middle : line->from, backwards ? line->from : middle, before, error);
}

/* Around both ends of the first, as wide as what is inserted needs. */
static GPtrArray *
find_beside (LpFixWork *work, const GPtrArray *on)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  const LpConnection *first = lp_document_get_connection (work->document, on->pdata[0]);
  if (first == NULL)
    return ids;
  g_autoptr (LpDesign) design = lp_document_snapshot (work->document);
  guint line = lp_design_find_connection (design, first->id);
  guint common = lp_design_get_common_container (design, line), end = lp_design_get_target (design, line);
  while (lp_design_get_parent (design, end) != common && lp_design_get_parent (design, end) != LP_NONE)
    end = lp_design_get_parent (design, end);
  g_ptr_array_add (ids, g_strdup (lp_design_get_component (design, end)->id));
  return ids;
}

gboolean
lp_fix_insert (LpFixWork *work, const LpFixStep *step, GError **error)
{
  const GPtrArray *on = lp_fix_work_ids (work, &step->edit->what, step->what);
  g_autofree char *container = NULL;

  if (on->len == 0)
    return TRUE;
  g_autoptr (GPtrArray) beside = find_beside (work, on);
  if (!lp_fix_find_container (work, step, beside, step->edit->kind, &container, error))
    return FALSE;
  g_autofree char *middle = lp_fix_add (work, step, container, error);
  if (middle == NULL)
    return FALSE;
  GPtrArray *made = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (made, g_strdup (middle));
  lp_fix_work_name (work, step->edit->as, made);
  for (guint i = 0; i < on->len; i++)
    if (!split (work, step, on->pdata[i], middle, error))
      return FALSE;
  return TRUE;
}
