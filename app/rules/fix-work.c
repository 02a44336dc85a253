/* The edits of a fix, one after the other. */

#include "rules/fix-work.h"

#include <glib/gi18n.h>

#include "base/json-node.h"
#include "model/edit.h"
#include "rules/fix-site.h"
#include "rules/fix.h"

const GPtrArray *
lp_fix_work_ids (const LpFixWork *work, const LpFixOperand *operand, const GPtrArray *ids)
{
  static const GPtrArray nothing;
  const GPtrArray *named = operand->name != NULL ? g_hash_table_lookup (work->names, operand->name) : ids;
  return named != NULL ? named : &nothing;
}

void
lp_fix_work_name (LpFixWork *work, const char *name, GPtrArray *ids)
{
  if (name != NULL)
    g_hash_table_replace (work->names, (gpointer) name, ids);
  else
    g_ptr_array_unref (ids);
}

static void
name_one (LpFixWork *work, const char *name, const char *id)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (ids, g_strdup (id));
  lp_fix_work_name (work, name, ids);
}

static gboolean
is_there (const LpFixWork *work, const char *id)
{
  return lp_document_get_component (work->document, id) != NULL
         || lp_document_get_connection (work->document, id) != NULL;
}

static const GPtrArray *
what_of (const LpFixWork *work, const LpFixStep *step)
{
  return lp_fix_work_ids (work, &step->edit->what, step->what);
}

/* --- properties -------------------------------------------------------------------------------------- */

static gboolean
set_property (LpFixWork *work, const LpFixStep *step, GError **error)
{
  const GPtrArray *what = what_of (work, step);

  if (step->edit->op == LP_FIX_SET && step->value == NULL)
    return TRUE;
  for (guint i = 0; i < what->len; i++)
    if (is_there (work, what->pdata[i])
        && !lp_edit_set_property (work->document, what->pdata[i], step->edit->property,
                                  lp_json_node_share (step->value), error))
      return FALSE;
  return TRUE;
}

static gboolean
require (LpFixWork *work, const LpFixStep *step, GError **error)
{
  if (step->value != NULL)
    lp_edit_set_requirement (work->document, step->edit->property, json_node_ref (step->value));
  return TRUE;
}

static void
give_settings (const LpFixStep *step, LpComponent *component)
{
  for (guint i = 0; i < step->settings->len; i++)
    if (step->settings->pdata[i] != NULL)
      lp_component_set_property (component, g_array_index (step->edit->set, LpFixSetting, i).property,
                                 json_node_ref (step->settings->pdata[i]));
}

/* --- places ------------------------------------------------------------------------------------------ */

gboolean
lp_fix_find_container (LpFixWork *work,
                       const LpFixStep *step,
                       const GPtrArray *beside,
                       const char *kind,
                       char **container,
                       GError **error)
{
  const LpFixEdit *edit = step->edit;
  const GPtrArray *into = lp_fix_work_ids (work, &edit->into, step->into);
  const GPtrArray *named = lp_fix_work_ids (work, &edit->beside, step->beside);

  *container = NULL;
  if (into->len > 0)
    {
      *container = g_strdup (into->pdata[0]);
      return TRUE;
    }
  if (named->len > 0)
    beside = named;
  if (edit->where != LP_FIX_NOWHERE)
    {
      LpFixQuest quest = { edit->where, beside, kind, edit->op != LP_FIX_ADD && edit->op != LP_FIX_INSERT };
      *container = lp_fix_find_place (work->document, &quest, error);
      return *container != NULL;
    }
  g_auto (LpSite) site = { 0 };
  lp_site_init (&site, work->document);
  guint near = beside->len > 0 ? lp_design_find (site.design, beside->pdata[0]) : LP_NONE;
  guint holder = near != LP_NONE ? lp_site_find_holder (&site, near, kind) : LP_NONE;
  *container = holder != LP_NONE ? g_strdup (lp_site_get (&site, holder)->id) : NULL;
  return TRUE;
}

/* --- components -------------------------------------------------------------------------------------- */

char *
lp_fix_add (LpFixWork *work, const LpFixStep *step, const char *container, GError **error)
{
  const char *kind = step->edit->kind;
  g_autofree char *wish = lp_id_from_text (step->wish, kind);
  g_autofree char *id = lp_document_unique_id (work->document, wish);
  LpComponent *component = lp_component_new (id, kind);

  lp_component_set_in (component, container);
  lp_component_set_label (component, step->label);
  give_settings (step, component);
  return lp_document_put_component (work->document, component, error) ? g_steal_pointer (&id) : NULL;
}

static gboolean
add (LpFixWork *work, const LpFixStep *step, GError **error)
{
  g_autofree char *container = NULL;

  if (step->reuse != NULL && step->reuse->len > 0)
    {
      name_one (work, step->edit->as, step->reuse->pdata[0]);
      return TRUE;
    }
  if (!lp_fix_find_container (work, step, work->plan->about, step->edit->kind, &container, error))
    return FALSE;
  g_autofree char *id = lp_fix_add (work, step, container, error);
  if (id == NULL)
    return FALSE;
  name_one (work, step->edit->as, id);
  return TRUE;
}

/* Lines laid by hand were laid for where things stood. */
static gboolean
free_lines (LpFixWork *work, const char *id, GError **error)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (work->document);
  guint root = lp_design_find (design, id);

  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      const LpConnection *line = lp_design_get_connection (design, i);
      if (line->n_via > 0
          && (lp_design_is_within (design, lp_design_get_source (design, i), root)
              || lp_design_is_within (design, lp_design_get_target (design, i), root))
          && !lp_edit_set_via (work->document, line->id, NULL, 0, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move_one (LpFixWork *work, const char *id, const char *container, GError **error)
{
  const LpComponent *component = lp_document_get_component (work->document, id);

  if (component == NULL || g_strcmp0 (component->in, container) == 0)
    return TRUE;
  LpComponent *moved = lp_component_copy (component);
  lp_component_set_in (moved, container);
  moved->has_at = FALSE;
  moved->at = (LpPoint){ 0, 0 };
  return lp_document_put_component (work->document, moved, error) && free_lines (work, id, error);
}

static const char *
kind_of (const LpFixWork *work, const char *id)
{
  const LpComponent *component = lp_document_get_component (work->document, id);
  return component != NULL ? component->kind : LP_KIND_GENERIC;
}

static gboolean
move (LpFixWork *work, const LpFixStep *step, GError **error)
{
  const GPtrArray *what = what_of (work, step);
  g_autofree char *container = NULL;

  if (what->len == 0)
    return TRUE;
  if (!lp_fix_find_container (work, step, what, kind_of (work, what->pdata[0]), &container, error))
    return FALSE;
  for (guint i = 0; i < what->len; i++)
    if (!move_one (work, what->pdata[i], container, error))
      return FALSE;
  return TRUE;
}

static gboolean
duplicate (LpFixWork *work, const LpFixStep *step, GError **error)
{
  const GPtrArray *what = what_of (work, step);
  g_autoptr (GPtrArray) containers = g_ptr_array_new_with_free_func (g_free);
  char *container = NULL;

  if (what->len == 0)
    return TRUE;
  if (!lp_fix_find_container (work, step, what, kind_of (work, what->pdata[0]), &container, error))
    return FALSE;
  g_ptr_array_add (containers, container);
  GPtrArray *copies = lp_fix_copy (work->document, what, containers, error);
  if (copies == NULL)
    return FALSE;
  lp_fix_work_name (work, step->edit->as, copies);
  return TRUE;
}

static gboolean
replace_one (LpFixWork *work, const LpFixStep *step, const char *id, GError **error)
{
  const LpComponent *component = lp_document_get_component (work->document, id);
  const LpKind *kind = lp_catalogue_find (work->catalogue, step->edit->kind);

  if (component == NULL)
    return TRUE;
  LpComponent *other = lp_component_copy (component);
  lp_component_set_kind (other, step->edit->kind);
  for (guint i = 0; i < lp_properties_get_size (component->set); i++)
    {
      const LpProperty *property = lp_properties_get (component->set, i);
      const LpPropertyKind *known = kind != NULL ? lp_kind_find_property (kind, property->name) : NULL;
      if (known == NULL || !lp_property_kind_accepts (known, property->value))
        lp_component_set_property (other, property->name, NULL);
    }
  give_settings (step, other);
  return lp_document_put_component (work->document, other, error);
}

static gboolean
replace (LpFixWork *work, const LpFixStep *step, GError **error)
{
  const GPtrArray *what = what_of (work, step);
  for (guint i = 0; i < what->len; i++)
    if (!replace_one (work, step, what->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
remove_all (LpFixWork *work, const LpFixStep *step, GError **error)
{
  const GPtrArray *what = what_of (work, step);
  for (guint i = 0; i < what->len; i++)
    {
      const char *ids[] = { what->pdata[i], NULL };
      if (is_there (work, ids[0]) && !lp_edit_delete (work->document, ids, error))
        return FALSE;
    }
  return TRUE;
}

/* --- reaching into containers ------------------------------------------------------------------------ */

static gboolean
spans_already (const LpComponent *component, const char *container)
{
  for (guint i = 0; i < component->spans->len; i++)
    if (g_str_equal (component->spans->pdata[i], container))
      return TRUE;
  return g_strcmp0 (component->in, container) == 0 || g_str_equal (component->id, container);
}

static gboolean
span_one (LpFixWork *work, const char *id, const GPtrArray *over, GError **error)
{
  const LpComponent *component = lp_document_get_component (work->document, id);
  g_autoptr (LpComponent) wider = component != NULL ? lp_component_copy (component) : NULL;
  gboolean changed = FALSE;

  for (guint i = 0; wider != NULL && i < over->len; i++)
    if (!spans_already (wider, over->pdata[i]) && is_there (work, over->pdata[i]))
      {
        lp_component_add_span (wider, over->pdata[i]);
        changed = TRUE;
      }
  return !changed || lp_document_put_component (work->document, g_steal_pointer (&wider), error);
}

static gboolean
span (LpFixWork *work, const LpFixStep *step, GError **error)
{
  const GPtrArray *what = what_of (work, step);
  const GPtrArray *over = lp_fix_work_ids (work, &step->edit->over, step->over);

  for (guint i = 0; i < what->len; i++)
    {
      g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
      if (step->edit->where != LP_FIX_NOWHERE)
        {
          const GPtrArray *named = lp_fix_work_ids (work, &step->edit->beside, step->beside);
          g_autoptr (GPtrArray) one = g_ptr_array_new ();
          g_ptr_array_add (one, what->pdata[i]);
          LpFixQuest quest = { step->edit->where, named->len > 0 ? named : one, NULL, TRUE };
          char *place = lp_fix_find_place (work->document, &quest, error);
          if (place == NULL)
            return FALSE;
          g_ptr_array_add (found, place);
        }
      if (!span_one (work, what->pdata[i], step->edit->where != LP_FIX_NOWHERE ? found : over, error))
        return FALSE;
    }
  return TRUE;
}

/* --- all of them ------------------------------------------------------------------------------------- */

gboolean
lp_fix_work (const LpFixPlan *plan, LpDocument *document, GError **error)
{
  static gboolean (*const ops[]) (LpFixWork *work, const LpFixStep *step, GError **error) = {
    [LP_FIX_SET] = set_property,
    [LP_FIX_UNSET] = set_property,
    [LP_FIX_REQUIRE] = require,
    [LP_FIX_ADD] = add,
    [LP_FIX_CONNECT] = lp_fix_connect,
    [LP_FIX_INSERT] = lp_fix_insert,
    [LP_FIX_RECONNECT] = lp_fix_reconnect,
    [LP_FIX_MOVE] = move,
    [LP_FIX_REPLACE] = replace,
    [LP_FIX_DUPLICATE] = duplicate,
    [LP_FIX_SPAN] = span,
    [LP_FIX_REMOVE] = remove_all,
  };
  g_autoptr (GHashTable) names
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  LpFixWork work = { plan, document, lp_catalogue_get_default (), names };

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const LpFixStep *step = plan->steps->pdata[i];
      if (step->wanted && !ops[step->edit->op](&work, step, error))
        return FALSE;
    }
  return TRUE;
}
