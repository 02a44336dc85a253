#include "learning/figures.h"

#include "rules/survey.h"

static void
clear_result (gpointer data)
{
  g_free (((LpFigureResult *) data)->value);
  g_free (((LpFigureResult *) data)->working);
}

static char *
expand (LpTemplate *const *templates, LpSurvey *survey)
{
  const LpTemplate *template = templates[lp_language ()];
  return template != NULL ? lp_template_expand (template, survey->run) : NULL;
}

static LpFigureState
state_of (const LpExpr *holds, LpSurvey *survey)
{
  if (holds == NULL)
    return LP_FIGURE_TELLS;
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
      lp_terms_bind (&scenario->terms, survey->run);
      LpFigureResult result = { expand (figure->value, survey), expand (figure->working, survey),
                                state_of (figure->holds, survey) };
      g_array_append_val (results, result);
    }
  return results;
}
