#include "learning/figures.h"

#include "rules/survey.h"

static void
clear_result (gpointer data)
{
  g_free (((LpFigureResult *) data)->value);
  g_free (((LpFigureResult *) data)->working);
}

static char *
expand (LpTemplate *const *templates, const LpTerms *terms, LpSurvey *survey)
{
  const LpTemplate *template = templates[lp_language ()];
  if (template == NULL)
    return NULL;
  lp_terms_bind (terms, survey->run);
  return lp_template_expand (template, survey->run);
}

static LpFigureState
state_of (const LpExpr *holds, const LpTerms *terms, LpSurvey *survey)
{
  if (holds == NULL)
    return LP_FIGURE_TELLS;
  lp_terms_bind (terms, survey->run);
  LpValue value = lp_expr_eval (holds, survey->run);
  return value.kind == LP_VALUE_BOOL && value.boolean ? LP_FIGURE_HOLDS : LP_FIGURE_FAILS;
}

GArray *
lp_figures_run (const LpScenario *scenario, LpDesign *design)
{
  g_autoptr (LpSurvey) survey = lp_survey_new (design, NULL, NULL);
  GArray *results = g_array_new (FALSE, FALSE, sizeof (LpFigureResult));

  g_array_set_clear_func (results, clear_result);
  for (guint i = 0; i < scenario->n_figures; i++)
    {
      const LpFigure *figure = &scenario->figures[i];
      LpFigureResult result = { expand (figure->value, &scenario->terms, survey),
                                expand (figure->working, &scenario->terms, survey),
                                state_of (figure->holds, &scenario->terms, survey) };
      g_array_append_val (results, result);
    }
  return results;
}
