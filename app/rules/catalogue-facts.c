/* What the catalogue knows of a component's kind and of a connection's: whether it is still sold, where it may
 * stand, what it may join. */

#include "rules/survey-private.h"

static LpValue
text_or_null (const char *text)
{
  return text != NULL ? lp_value_string (text) : lp_value_null ();
}

/* {is, since, successor, name}: what the catalogue says of the kind; "current" of one that it does not know. */
static LpValue
call_status (LpExprRun *run, const LpCall *call)
{
  static const char *const words[]
      = { [LP_STATUS_CURRENT] = "current", [LP_STATUS_CLOSED] = "closed", [LP_STATUS_ENDED] = "ended" };
  LpSurvey *survey = lp_survey_of (run);
  const LpKind *kind = survey->traits[call->args[0].index].kind;
  const LpKind *successor
      = kind != NULL && kind->successor != NULL ? lp_catalogue_find (survey->catalogue, kind->successor) : NULL;
  LpValue entries[] = {
    lp_value_string ("is"),        lp_value_string (words[kind != NULL ? kind->status : LP_STATUS_CURRENT]),
    lp_value_string ("since"),     text_or_null (kind != NULL ? kind->since : NULL),
    lp_value_string ("successor"), text_or_null (successor != NULL ? successor->id : NULL),
    lp_value_string ("name"),      text_or_null (successor != NULL ? lp_text (&successor->name) : NULL),
  };

  return lp_expr_run_map (run, entries, G_N_ELEMENTS (entries) / 2);
}

static LpValue
call_may_hold (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  return lp_value_bool (lp_catalogue_may_contain (
      survey->catalogue, lp_design_get_component (survey->design, call->args[0].index)->kind,
      lp_design_get_component (survey->design, call->args[1].index)->kind));
}

static gboolean
may_join (LpSurvey *survey, const char *kind, guint from, guint to)
{
  return lp_catalogue_may_connect (survey->catalogue, kind, lp_design_get_component (survey->design, from)->kind,
                                   lp_design_get_component (survey->design, to)->kind);
}

static LpValue
call_allowed (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  guint e = call->args[0].index;
  return lp_value_bool (may_join (survey, lp_design_get_connection (survey->design, e)->kind,
                                  lp_design_get_source (survey->design, e),
                                  lp_design_get_target (survey->design, e)));
}

static LpValue
call_allowed_backwards (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  guint e = call->args[0].index;
  return lp_value_bool (may_join (survey, lp_design_get_connection (survey->design, e)->kind,
                                  lp_design_get_target (survey->design, e),
                                  lp_design_get_source (survey->design, e)));
}

void
lp_survey_add_catalogue_facts (LpExprSchema *schema)
{
  const LpType *component = lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, NULL);
  const LpType *connection = lp_expr_schema_object_type (schema, LP_CLASS_CONNECTION, NULL);
  const LpFunction methods[] = {
    { .name = "status", .n_params = 1, .params = { component }, .result = &lp_type_map_dyn, .call = call_status },
    { .name = "may_hold",
      .n_params = 2,
      .params = { component, component },
      .result = &lp_type_bool,
      .call = call_may_hold },
    { .name = "allowed", .n_params = 1, .params = { connection }, .result = &lp_type_bool, .call = call_allowed },
    { .name = "allowed_backwards",
      .n_params = 1,
      .params = { connection },
      .result = &lp_type_bool,
      .call = call_allowed_backwards },
  };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      LpFunction method = methods[i];
      method.method = TRUE;
      lp_expr_schema_add_function (schema, &method);
    }
}
