#include "rules/amounts.h"
#include "rules/blocks.h"
#include "rules/families.h"
#include "rules/recovery.h"
#include "rules/sights.h"
#include "rules/survey-private.h"
#include "rules/wires.h"

/* Slots of the schema's variables, in the order of declaration. */
enum
{
  VARIABLE_COMPONENTS,
  VARIABLE_CONNECTIONS,
  VARIABLE_REQUIREMENTS,
  VARIABLE_FACTS,
  VARIABLE_TODAY,
};

static gpointer
make_schema (gpointer data)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  LpExprSchema *schema = lp_expr_schema_new ();

  lp_survey_add_classes (schema, catalogue);
  const LpType *component = lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, NULL);
  const LpType *connection = lp_expr_schema_object_type (schema, LP_CLASS_CONNECTION, NULL);
  lp_expr_schema_add_variable (schema, "components", lp_expr_schema_list_type (schema, component));
  lp_expr_schema_add_variable (schema, "connections", lp_expr_schema_list_type (schema, connection));
  lp_expr_schema_add_variable (schema, "requirements",
                               lp_expr_schema_object_type (schema, LP_CLASS_REQUIREMENTS, NULL));
  lp_expr_schema_add_variable (schema, "facts", &lp_type_map_dyn);
  lp_expr_schema_add_variable (schema, "today", &lp_type_timestamp);
  lp_survey_add_methods (schema);
  lp_survey_add_functions (schema);
  lp_survey_add_cuts (schema);
  lp_survey_add_wires (schema);
  lp_survey_add_amounts (schema);
  lp_survey_add_blocks (schema);
  lp_survey_add_families (schema);
  lp_survey_add_recovery (schema);
  lp_survey_add_messages (schema);
  lp_survey_add_guards (schema);
  lp_survey_add_call_chains (schema);
  lp_survey_add_catalogue_facts (schema);
  lp_expr_schema_freeze (schema);
  return schema;
}

LpExprSchema *
lp_survey_schema (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, make_schema, NULL);
}

LpIndices
lp_survey_of_kind (LpSurvey *survey, const char *kind)
{
  return lp_kind_lists_get_kind (survey->lists, kind);
}

/* c.kind == 'alb', c.is('store'), e.kind == 'traffic' */
static gboolean
select_items (LpExprRun *run, guint slot, const char *name, LpValue word, const guint32 **items, guint *n)
{
  LpSurvey *survey = lp_survey_of (run);
  gboolean by_kind = g_str_equal (name, "kind");
  LpIndices found;

  if (word.kind != LP_VALUE_STRING || slot > VARIABLE_CONNECTIONS
      || !(by_kind || (slot == VARIABLE_COMPONENTS && g_str_equal (name, "is"))))
    return FALSE;
  g_autofree char *text = lp_value_dup_string (word);
  LpSights *paused = lp_sights_pause ();
  if (slot == VARIABLE_CONNECTIONS)
    found = lp_kind_lists_get_connections (survey->lists, text);
  else
    found = by_kind ? lp_kind_lists_get_kind (survey->lists, text) : lp_kind_lists_get_role (survey->lists, text);
  lp_sights_resume (paused);
  if (paused != NULL)
    lp_see_wide (slot == VARIABLE_CONNECTIONS ? LP_SEEN_LINE_KIND : by_kind ? LP_SEEN_KIND : LP_SEEN_ROLE,
                 g_quark_from_string (text));
  *items = found.items;
  *n = found.n;
  return TRUE;
}

void
lp_survey_bind (LpSurvey *survey, LpExprRun *run)
{
  guint n = lp_design_get_n_components (survey->design), m = lp_design_get_n_connections (survey->design);

  /* Work that is linear in the design is always allowed, what is quadratic in a large one is not. */
  lp_expr_run_set_limits (run, LP_RUN_DEFAULT_STEPS + (guint64) 1000 * (n + m), 0);
  lp_expr_run_set_select (run, select_items);
  lp_expr_run_set_variable (run, VARIABLE_COMPONENTS,
                            lp_value_object_list (LP_CLASS_COMPONENT, survey->all, n));
  lp_expr_run_set_variable (run, VARIABLE_CONNECTIONS,
                            lp_value_object_list (LP_CLASS_CONNECTION, survey->all, m));
  lp_expr_run_set_variable (run, VARIABLE_REQUIREMENTS, lp_value_object (LP_CLASS_REQUIREMENTS, 0));
  lp_expr_run_set_variable (run, VARIABLE_FACTS, survey->known);
  lp_expr_run_set_variable (run, VARIABLE_TODAY, lp_value_timestamp (g_date_time_to_unix (survey->today), 0));
}

guint *
lp_survey_new_numbers (const LpDesign *design)
{
  guint most = MAX (lp_design_get_n_components (design), lp_design_get_n_connections (design));
  guint *all = g_new (guint, most + 1);

  for (guint i = 0; i < most; i++)
    all[i] = i;
  return all;
}

LpSurvey *
lp_survey_new (LpDesign *design, LpFacts *facts, GDateTime *today)
{
  LpSurvey *survey = g_new0 (LpSurvey, 1);

  survey->design = lp_design_ref (design);
  survey->catalogue = lp_catalogue_get_default ();
  survey->today = today != NULL ? g_date_time_ref (today) : g_date_time_new_now_utc ();
  survey->traits = lp_kind_traits_new (design, survey->catalogue);
  survey->places = lp_places_new (design, survey->traits);
  survey->flow = lp_flow_new (design, survey->traits);
  survey->kind_sets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  survey->all = lp_survey_new_numbers (design);
  survey->lists = lp_kind_lists_new (design, survey->traits);

  survey->run = lp_expr_run_new (lp_survey_schema (), survey);
  survey->lasting = lp_expr_run_new (lp_survey_schema (), survey);
  survey->facts = lp_facts_ref (facts != NULL ? facts : lp_facts_get_default ());
  survey->known = lp_facts_get_value (survey->facts, survey->lasting);
  lp_survey_bind (survey, survey->lasting);
  lp_survey_bind (survey, survey->run);
  return survey;
}

void
lp_survey_free (LpSurvey *survey)
{
  if (survey == NULL)
    return;
  lp_expr_run_free (survey->run);
  lp_expr_run_free (survey->lasting);
  lp_survey_forget_regions (survey);
  lp_calls_free (survey->calls);
  lp_flow_free (survey->flow);
  lp_places_free (survey->places);
  g_free (survey->traits);
  lp_kind_lists_free (survey->lists);
  g_hash_table_unref (survey->kind_sets);
  g_free (survey->all);
  g_date_time_unref (survey->today);
  lp_facts_unref (survey->facts);
  lp_design_unref (survey->design);
  g_free (survey);
}

LpIndices
lp_survey_components (LpExprRun *run, LpValue value)
{
  if (value.kind == LP_VALUE_OBJECT && value.object_class == LP_CLASS_COMPONENT)
    return (LpIndices){ lp_survey_of (run)->all + value.index, 1 };
  if (value.kind != LP_VALUE_LIST)
    return (LpIndices){ NULL, 0 };
  if (value.object_class == LP_CLASS_COMPONENT)
    return (LpIndices){ value.indices, value.length };

  guint *items = value.length > 0 ? lp_expr_run_alloc (run, value.length * sizeof (guint)) : NULL;
  guint n = 0;
  for (guint i = 0; items != NULL && i < value.length; i++)
    {
      LpValue item = lp_value_list_get (value, i);
      if (item.kind == LP_VALUE_OBJECT && item.object_class == LP_CLASS_COMPONENT)
        items[n++] = item.index;
    }
  return (LpIndices){ items, n };
}

LpValue
lp_survey_found (LpExprRun *run, const GArray *found)
{
  guint *items = found->len > 0 ? lp_expr_run_alloc (run, found->len * sizeof (guint)) : NULL;

  if (found->len > 0 && (items == NULL || !lp_expr_run_spend (run, found->len)))
    return lp_expr_run_fail_limit (run);
  if (found->len > 0)
    memcpy (items, found->data, found->len * sizeof (guint));
  return lp_value_object_list (LP_CLASS_COMPONENT, items, found->len);
}
