/* Rows of calls, as expressions see them. */

#include "rules/sights.h"
#include "rules/survey-private.h"

static const LpCalls *
calls_of (LpExprRun *run)
{
  LpSurvey *survey = lp_survey_of (run);
  LpSights *paused = lp_sights_pause ();
  if (survey->calls == NULL)
    survey->calls = lp_calls_new (survey->design, survey->traits, survey->flow);
  lp_sights_resume (paused);
  return survey->calls;
}

static LpValue
call_chain (LpExprRun *run, const LpCall *call)
{
  g_autoptr (GArray) chain = lp_calls_get_chain (calls_of (run), call->args[0].index);
  return lp_survey_found (run, chain);
}

static LpValue
call_awaited (LpExprRun *run, const LpCall *call)
{
  g_autoptr (GArray) awaited = lp_calls_get_awaited (calls_of (run), call->args[0].index);
  return lp_survey_found (run, awaited);
}

void
lp_survey_add_call_chains (LpExprSchema *schema)
{
  const LpType *component = lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, NULL);
  const LpType *components = lp_expr_schema_list_type (schema, component);
  const LpFunction methods[] = {
    { .name = "call_chain", .n_params = 1, .params = { component }, .result = components, .call = call_chain },
    { .name = "awaited", .n_params = 1, .params = { component }, .result = components, .call = call_awaited },
  };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      LpFunction method = methods[i];
      method.method = TRUE;
      lp_expr_schema_add_function (schema, &method);
    }
}
