/* What protects a component, and which subnets it is in. */

#include "rules/survey-private.h"

static gboolean
is_guard (LpSurvey *survey, guint c)
{
  return survey->traits[c].kind != NULL && lp_kind_has_role (survey->traits[c].kind, "guard");
}

static void
add_once (GArray *found, guint c)
{
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, guint, i) == c)
      return;
  g_array_append_val (found, c);
}

/* A line of traffic to a guard from which nothing goes on says that the guard is asked. */
static gboolean
is_asked (LpSurvey *survey, guint guard)
{
  LpIndices outgoing = lp_design_get_outgoing (survey->design, guard);
  LpKindSet traffic = lp_flow_kind (survey->flow, "traffic");

  for (guint i = 0; i < outgoing.n; i++)
    if (lp_flow_kind_of (survey->flow, outgoing.items[i]) & traffic)
      return FALSE;
  return TRUE;
}

static void
add_connected (LpSurvey *survey, GArray *found, guint c)
{
  LpIndices incoming = lp_design_get_incoming (survey->design, c);
  LpIndices outgoing = lp_design_get_outgoing (survey->design, c);
  LpKindSet tied = lp_flow_kind (survey->flow, "protects") | lp_flow_kind (survey->flow, "attaches");
  LpKindSet traffic = lp_flow_kind (survey->flow, "traffic");

  for (guint i = 0; i < incoming.n; i++)
    {
      guint from = lp_design_get_source (survey->design, incoming.items[i]);
      if (is_guard (survey, from) && (lp_flow_kind_of (survey->flow, incoming.items[i]) & (tied | traffic)))
        add_once (found, from);
    }
  for (guint i = 0; i < outgoing.n; i++)
    {
      guint to = lp_design_get_target (survey->design, outgoing.items[i]);
      LpKindSet kind = lp_flow_kind_of (survey->flow, outgoing.items[i]);
      if (is_guard (survey, to) && ((kind & tied) || ((kind & traffic) && is_asked (survey, to))))
        add_once (found, to);
    }
}

/* Guards of the component itself, and of the plain boxes, groups and subnets that it stands in. */
static LpValue
call_guards (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  guint c = call->args[0].index;
  LpIndices spans = lp_design_get_spans (survey->design, c);
  LpIndices spanned_by = lp_design_get_spanned_by (survey->design, c);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  add_connected (survey, found, c);
  for (guint i = 0; i < spans.n; i++)
    if (is_guard (survey, spans.items[i]))
      add_once (found, spans.items[i]);
  for (guint i = 0; i < spanned_by.n; i++)
    if (is_guard (survey, spanned_by.items[i]))
      add_once (found, spanned_by.items[i]);
  for (guint at = lp_design_get_parent (survey->design, c); at != LP_NONE;
       at = lp_design_get_parent (survey->design, at))
    {
      if (is_guard (survey, at))
        add_once (found, at);
      if (survey->traits[at].traits & (LP_TRAIT_WRAPPER | LP_TRAIT_GROUP | LP_TRAIT_SUBNET))
        add_connected (survey, found, at);
    }
  return lp_survey_found (run, found);
}

static LpValue
call_subnets (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  guint c = call->args[0].index;
  LpIndices spans = lp_design_get_spans (survey->design, c);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint at = lp_design_get_parent (survey->design, c); at != LP_NONE;
       at = lp_design_get_parent (survey->design, at))
    if (survey->traits[at].traits & LP_TRAIT_SUBNET)
      add_once (found, at);
  for (guint i = 0; i < spans.n; i++)
    if (survey->traits[spans.items[i]].traits & LP_TRAIT_SUBNET)
      add_once (found, spans.items[i]);
  return lp_survey_found (run, found);
}

void
lp_survey_add_guards (LpExprSchema *schema)
{
  const LpType *component = lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, NULL);
  const LpType *components = lp_expr_schema_list_type (schema, component);
  const LpFunction methods[] = {
    { .name = "guards", .n_params = 1, .params = { component }, .result = components, .call = call_guards },
    { .name = "subnets", .n_params = 1, .params = { component }, .result = components, .call = call_subnets },
  };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      LpFunction method = methods[i];
      method.method = TRUE;
      lp_expr_schema_add_function (schema, &method);
    }
}
