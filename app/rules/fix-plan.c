#include "rules/fix-plan.h"

#include <glib/gi18n.h>

#include "base/json-node.h"
#include "rules/fix.h"

/* --- elements ---------------------------------------------------------------------------------------- */

static const char *
id_of (const LpDesign *design, LpValue object)
{
  if (object.object_class == LP_CLASS_COMPONENT)
    return lp_design_get_component (design, object.index)->id;
  if (object.object_class == LP_CLASS_CONNECTION)
    return lp_design_get_connection (design, object.index)->id;
  return NULL;
}

static void
add_elements (const LpDesign *design, LpValue value, GPtrArray *ids)
{
  if (value.kind == LP_VALUE_LIST)
    for (guint i = 0; i < value.length; i++)
      add_elements (design, lp_value_list_get (value, i), ids);
  else if (value.kind == LP_VALUE_OBJECT)
    {
      const char *id = id_of (design, value);
      if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_ptr_array_add (ids, g_strdup (id));
    }
}

static gboolean
is_known (LpSurvey *survey, LpValue value, GError **error)
{
  if (value.kind == LP_VALUE_UNKNOWN)
    {
      g_autoptr (GArray) fields = lp_expr_run_unknowns (survey->run, value);
      g_set_error (error, LP_FIX_ERROR, LP_FIX_ERROR_UNKNOWN,
                   _("“%s” is not known, and this fix rests on it: set it first"),
                   fields->len > 0 ? g_array_index (fields, LpUnknownField, 0).field : "");
      return FALSE;
    }
  if (value.kind == LP_VALUE_ERROR)
    {
      g_autoptr (GError) wrong = lp_expr_run_error (survey->run, value);
      g_set_error (error, LP_FIX_ERROR, LP_FIX_ERROR_BROKEN, _("the fix could not be worked out: %s"),
                   wrong->message);
      return FALSE;
    }
  return TRUE;
}

/* FALSE where it is not known. */
static gboolean
find_elements (LpSurvey *survey, const LpExpr *expr, GPtrArray **ids, GError **error)
{
  if (expr == NULL)
    return TRUE;
  LpValue value = lp_expr_eval (expr, survey->run);
  *ids = g_ptr_array_new_with_free_func (g_free);
  if (!is_known (survey, value, error))
    return FALSE;
  add_elements (survey->design, value, *ids);
  return TRUE;
}

/* --- values ------------------------------------------------------------------------------------------ */

static JsonNode *to_json (LpSurvey *survey, LpValue value);

static JsonNode *
list_to_json (LpSurvey *survey, LpValue list)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < list.length; i++)
    json_array_add_element (array, to_json (survey, lp_value_list_get (list, i)));
  return lp_json_node_array (array);
}

/* As a document holds it: durations as "15m", elements by their id. */
static JsonNode *
to_json (LpSurvey *survey, LpValue value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  switch (value.kind)
    {
    case LP_VALUE_BOOL:
      return lp_json_node_boolean (value.boolean);
    case LP_VALUE_INT:
      return lp_json_node_integer (value.integer);
    case LP_VALUE_UINT:
    case LP_VALUE_DOUBLE:
      return lp_json_node_number (lp_value_number (value));
    case LP_VALUE_LIST:
      return list_to_json (survey, value);
    case LP_VALUE_DURATION:
      {
        g_autofree char *time = lp_quantity_format (value.integer / 1e9, LP_UNIT_SECOND);
        return lp_json_node_string (time);
      }
    default:
      if (value.kind == LP_VALUE_OBJECT && id_of (survey->design, value) != NULL)
        return lp_json_node_string (id_of (survey->design, value));
      lp_expr_run_write_text (survey->run, value, text);
      return lp_json_node_string (text->str);
    }
}

static gboolean
find_value (LpSurvey *survey, const LpFixValue *source, JsonNode **node, GError **error)
{
  *node = NULL;
  if (source->literal != NULL)
    *node = json_node_ref (source->literal);
  if (source->expr == NULL)
    return TRUE;
  LpValue value = lp_expr_eval (source->expr, survey->run);
  if (!is_known (survey, value, error))
    return FALSE;
  *node = value.kind != LP_VALUE_NULL ? to_json (survey, value) : NULL;
  return TRUE;
}

/* What is not known is not set. */
static void
find_settings (LpSurvey *survey, LpFixStep *step)
{
  for (guint i = 0; i < step->edit->set->len; i++)
    {
      JsonNode *node;
      find_value (survey, &g_array_index (step->edit->set, LpFixSetting, i).value, &node, NULL);
      g_ptr_array_add (step->settings, node);
    }
}

/* --- steps ------------------------------------------------------------------------------------------- */

static void
free_ids (GPtrArray *ids)
{
  if (ids != NULL)
    g_ptr_array_unref (ids);
}

static void
free_node (gpointer node)
{
  if (node != NULL)
    json_node_unref (node);
}

static void
step_free (gpointer data)
{
  LpFixStep *step = data;
  GPtrArray *lists[]
      = { step->what, step->into, step->beside, step->from, step->to, step->over, step->reuse };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    free_ids (lists[i]);
  free_node (step->value);
  g_free (step->label);
  g_free (step->wish);
  g_ptr_array_unref (step->settings);
  g_free (step);
}

static gboolean
fill_step (LpSurvey *survey, LpFixStep *step, GError **error)
{
  const LpFixEdit *edit = step->edit;
  LpTemplate *label = edit->label[lp_language ()], *first = edit->label[0];

  step->label = label != NULL ? lp_template_expand (label, survey->run) : NULL;
  step->wish = first != NULL ? lp_template_expand (first, survey->run) : NULL;
  find_settings (survey, step);
  return find_elements (survey, edit->what.expr, &step->what, error)
         && find_elements (survey, edit->into.expr, &step->into, error)
         && find_elements (survey, edit->beside.expr, &step->beside, error)
         && find_elements (survey, edit->from.expr, &step->from, error)
         && find_elements (survey, edit->to.expr, &step->to, error)
         && find_elements (survey, edit->over.expr, &step->over, error)
         && find_elements (survey, edit->reuse, &step->reuse, error)
         && find_value (survey, &edit->value, &step->value, error);
}

static gboolean
add_step (LpFixPlan *plan, LpSurvey *survey, const LpFixEdit *edit, GError **error)
{
  LpFixStep *step = g_new0 (LpFixStep, 1);
  step->edit = edit;
  step->settings = g_ptr_array_new_with_free_func (free_node);
  g_ptr_array_add (plan->steps, step);
  step->wanted = edit->condition == NULL || lp_value_is_true (lp_expr_eval (edit->condition, survey->run));
  return !step->wanted || fill_step (survey, step, error);
}

static void
find_about (LpFixPlan *plan, const LpRule *rule, LpSurvey *survey, const LpVerdict *verdict)
{
  if (verdict->self != LP_NONE)
    g_ptr_array_add (plan->about, g_strdup (lp_design_get_component (survey->design, verdict->self)->id));
  else if (rule->witness != NULL)
    add_elements (survey->design, lp_expr_eval (rule->witness, survey->run), plan->about);
}

LpFixPlan *
lp_fix_plan_new (
    const LpRule *rule, const LpFix *fix, LpSurvey *survey, const LpVerdict *verdict, GError **error)
{
  g_autoptr (LpFixPlan) plan = g_new0 (LpFixPlan, 1);
  plan->fix = fix;
  plan->title = lp_fix_dup_title (fix, survey);
  plan->steps = g_ptr_array_new_with_free_func (step_free);
  plan->about = g_ptr_array_new_with_free_func (g_free);
  find_about (plan, rule, survey, verdict);
  for (guint i = 0; i < fix->edits->len; i++)
    if (!add_step (plan, survey, fix->edits->pdata[i], error))
      return NULL;
  return g_steal_pointer (&plan);
}

void
lp_fix_plan_free (LpFixPlan *plan)
{
  g_free (plan->title);
  g_ptr_array_unref (plan->steps);
  g_ptr_array_unref (plan->about);
  g_free (plan);
}

/* --- fixes ------------------------------------------------------------------------------------------- */

gboolean
lp_fix_is_for (const LpFix *fix, LpSurvey *survey)
{
  return fix->when == NULL || lp_value_is_true (lp_expr_eval (fix->when, survey->run));
}

char *
lp_fix_dup_title (const LpFix *fix, LpSurvey *survey)
{
  return lp_template_expand (fix->title[lp_language ()], survey->run);
}

gboolean
lp_fix_asks (const LpFix *fix)
{
  for (guint i = 0; i < fix->edits->len; i++)
    if (((const LpFixEdit *) fix->edits->pdata[i])->ask)
      return TRUE;
  return FALSE;
}
