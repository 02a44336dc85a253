#include "learning/scenario-check.h"

#include <glib/gi18n.h>

#include "catalogue/catalogue.h"
#include "learning/figures.h"
#include "learning/grade.h"
#include "learning/scenario-private.h"
#include "model/finding.h"
#include "rules/facts.h"
#include "rules/pack.h"
#include "rules/review.h"
#include "rules/topic.h"

/* What a component without a frame takes with its two lines of text. */
#define TILE_LEFT 36
#define TILE_WIDTH 120
#define TILE_HEIGHT 82

typedef struct
{
  const LpScenario *scenario;
  GPtrArray *wrong;
} Check;

static void G_GNUC_PRINTF (2, 3)
complain (Check *check, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_ptr_array_add (check->wrong, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* --- what it names ----------------------------------------------------------------------------------- */

/* The id is the name of files, too. */
static void
check_head (Check *check)
{
  const LpScenario *scenario = check->scenario;
  if (!g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*$", scenario->id, 0, 0))
    complain (check, _("“%s” is no id: write small letters and digits, with hyphens between words"), scenario->id);
  if (lp_topic_get_text (scenario->topic) == NULL && !g_str_equal (scenario->topic, LP_SCENARIO_OWN_TOPIC))
    complain (check, _("there is no topic “%s”: “loadpath scenarios” shows those that there are"), scenario->topic);
  if (scenario->kind == LP_SCENARIO_QUIZ && scenario->n_choices < 2)
    complain (check, _("there is nothing to choose from: write two choices or more"));
}

static void
check_lessons (Check *check)
{
  for (guint i = 0; i < check->scenario->n_lessons; i++)
    {
      const LpLesson *lesson = &check->scenario->lessons[i];
      if (lesson->since != NULL && !lp_date_is_valid (lesson->since))
        complain (check, _("lesson: “%s” is no date; write one like 2025-11-07 or 2025-11"), lesson->since);
      if (lesson->source != NULL && !g_str_has_prefix (lesson->source, "https://"))
        complain (check, _("lesson: “%s” is no address; write one that begins with https://"), lesson->source);
    }
}

static void
check_rule (Check *check, const char *rule)
{
  if (rule != NULL && lp_pack_find (lp_pack_get_default (), rule) == NULL)
    complain (check, _("there is no rule “%s”"), rule);
}

static void
check_rules (Check *check)
{
  const LpScenario *scenario = check->scenario;
  for (guint i = 0; i < scenario->n_goals; i++)
    check_rule (check, scenario->goals[i].rule);
  for (guint i = 0; i < scenario->n_flaws; i++)
    check_rule (check, scenario->flaws[i].rule);
  for (char **rule = scenario->hides; rule != NULL && *rule != NULL; rule++)
    check_rule (check, *rule);
}

/* --- documents --------------------------------------------------------------------------------------- */

static gboolean
is_of_document (const LpFinding *finding)
{
  return g_str_has_prefix (finding->rule, "DOC-");
}

/* `name`: of the document, for the complaint. `sound`: it raises no error. */
static void
check_review (Check *check, LpDesign *design, const char *name, gboolean sound)
{
  g_autoptr (LpReview) review = lp_review_run (lp_pack_get_default (), design, NULL);
  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      gboolean error = finding->outcome == LP_OUTCOME_FAIL && finding->severity == LP_SEVERITY_ERROR;
      if (is_of_document (finding) || finding->outcome == LP_OUTCOME_BROKEN || (sound && error))
        complain (check, "%s: %s %s", name, finding->rule, finding->message);
    }
}

static void
check_goals_met (Check *check, LpDesign *design, const char *name)
{
  g_autoptr (LpGrade) grade = lp_grade_goals (check->scenario, design);
  for (guint i = 0; i < grade->goals->len; i++)
    {
      const LpGoalGrade *goal = grade->goals->pdata[i];
      if (goal->outcome != LP_GRADE_MET)
        complain (check, _("%s: the goal “%s” is not met: %s"), name, goal->text,
                  goal->reason != NULL ? goal->reason : lp_grade_outcome_code (goal->outcome));
    }
}

/* What an expression asks for must not be there from the beginning; a rule may hold in the start and is to stay so. */
static void
check_start (Check *check)
{
  const LpScenario *scenario = check->scenario;
  g_autoptr (LpGrade) grade = lp_grade_goals (scenario, scenario->start);
  if (grade->passed)
    complain (check, _("start: every goal is met already"));
  for (guint i = 0; i < grade->goals->len; i++)
    {
      const LpGoalGrade *goal = grade->goals->pdata[i];
      if (scenario->goals[i].expression != NULL && goal->outcome == LP_GRADE_MET)
        complain (check, _("start: the goal “%s” is met already"), goal->text);
      if (goal->outcome != LP_GRADE_MET && goal->reason == NULL)
        complain (check, _("start: the goal “%s” is missed, and nothing says why: add a “because”"), goal->text);
    }
}

/* --- kinds of scenario ------------------------------------------------------------------------------- */

static void
check_drawn (Check *check)
{
  check_start (check);
  check_goals_met (check, check->scenario->reference, "reference");
}

static void
check_choices (Check *check)
{
  const LpScenario *scenario = check->scenario;
  for (guint i = 0; i < scenario->n_choices; i++)
    {
      const LpScenarioChoice *choice = &scenario->choices[i];
      g_autoptr (LpGrade) grade = lp_grade_goals (scenario, choice->document);
      if (choice->right)
        check_goals_met (check, choice->document, choice->id);
      else if (grade->passed)
        complain (check, _("%s: it meets every goal, but is said to be wrong"), choice->id);
    }
}

static void
check_figures (Check *check)
{
  const LpScenario *scenario = check->scenario;
  for (guint i = 0; i < scenario->n_choices; i++)
    {
      const LpScenarioChoice *choice = &scenario->choices[i];
      g_autoptr (GArray) results = lp_figures_run (scenario, choice->document);
      for (guint j = 0; j < results->len; j++)
        {
          const LpFigureResult *result = &g_array_index (results, LpFigureResult, j);
          const char *figure = lp_text (&scenario->figures[j].text);
          if (strstr (result->value, "…") != NULL || (result->working != NULL && strstr (result->working, "…") != NULL))
            complain (check, _("%s: the figure “%s” cannot be worked out"), choice->id, figure);
          if (choice->right && result->state == LP_FIGURE_FAILS)
            complain (check, _("%s: the figure “%s” does not hold, but the choice is said to be right"), choice->id,
                      figure);
        }
    }
}

static gboolean
fails (LpReview *review, const char *rule)
{
  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      if (finding->outcome == LP_OUTCOME_FAIL && g_str_equal (finding->rule, rule))
        return TRUE;
    }
  return FALSE;
}

static void
check_flaws (Check *check)
{
  const LpScenario *scenario = check->scenario;
  g_autoptr (LpReview) start = lp_review_run (lp_pack_get_default (), scenario->start, NULL);
  g_autoptr (LpReview) reference = lp_review_run (lp_pack_get_default (), scenario->reference, NULL);
  for (guint i = 0; i < scenario->n_flaws; i++)
    {
      const char *rule = scenario->flaws[i].rule;
      if (rule != NULL && !fails (start, rule))
        complain (check, _("start: %s does not fail, but a flaw names it"), rule);
      if (rule != NULL && fails (reference, rule))
        complain (check, _("reference: %s fails still"), rule);
    }
}

/* Begun and not answered it is not passed; with the right answer it is. */
static void
check_grades (Check *check)
{
  const LpScenario *scenario = check->scenario;
  g_autoptr (LpGrade) begun = lp_grade_run (scenario, scenario->start);
  g_autoptr (LpGrade) answered = lp_grade_run (scenario, scenario->reference);
  if (begun->passed)
    complain (check, _("start: it passes without an answer"));
  if (!answered->passed)
    complain (check, _("reference: it does not pass"));
}

/* --- drawings ---------------------------------------------------------------------------------------- */

static LpRect
extent (LpDesign *design, guint index)
{
  const LpComponent *component = lp_design_get_component (design, index);
  if (component->has_size)
    return (LpRect){ component->at.x, component->at.y, component->width, component->height };
  return (LpRect){ component->at.x - TILE_LEFT, component->at.y, TILE_WIDTH, TILE_HEIGHT };
}

static void
check_apart (Check *check, LpDesign *design, guint index, const char *name)
{
  const LpComponent *component = lp_design_get_component (design, index);
  guint parent = lp_design_get_parent (design, index);
  LpIndices siblings = lp_design_get_children (design, parent);
  for (guint i = 0; i < siblings.n; i++)
    if (siblings.items[i] > index && lp_rect_overlaps (extent (design, index), extent (design, siblings.items[i])))
      complain (check, _("%s: %s and %s overlap"), name, component->id,
                lp_design_get_component (design, siblings.items[i])->id);
  if (parent == LP_NONE)
    return;
  LpRect outer = extent (design, parent);
  outer.x = outer.y = 0;
  if (!lp_rect_encloses (outer, extent (design, index)))
    complain (check, _("%s: %s reaches out of its frame"), name, component->id);
}

static void
check_component (Check *check, LpDesign *design, guint index, const char *name)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  const LpComponent *component = lp_design_get_component (design, index);
  const LpKind *kind = lp_catalogue_find (catalogue, component->kind);
  guint parent = lp_design_get_parent (design, index);
  const char *outer = parent == LP_NONE ? NULL : lp_design_get_component (design, parent)->kind;
  if (kind == NULL)
    return; /* the review says so */
  if (!component->has_at || (kind->is_container && !component->has_size))
    complain (check, _("%s: %s has no place: add “at”, and “size” to frames"), name, component->id);
  else
    check_apart (check, design, index, name);
  if (!lp_catalogue_may_contain (catalogue, outer, component->kind))
    complain (check, _("%s: %s cannot stand in %s"), name, component->id, outer != NULL ? outer : "-");
}

static void
check_connection (Check *check, LpDesign *design, guint index, const char *name)
{
  const LpConnection *connection = lp_design_get_connection (design, index);
  const LpComponent *from = lp_design_get_component (design, lp_design_get_source (design, index));
  const LpComponent *to = lp_design_get_component (design, lp_design_get_target (design, index));
  if (!lp_catalogue_may_connect (lp_catalogue_get_default (), connection->kind, from->kind, to->kind))
    complain (check, _("%s: %s: “%s” does not join %s and %s"), name, connection->id, connection->kind, from->kind,
              to->kind);
}

static void
check_drawing (Check *check, LpDesign *design, const char *name)
{
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    check_component (check, design, i, name);
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    check_connection (check, design, i, name);
}

/* --- the whole --------------------------------------------------------------------------------------- */

GPtrArray *
lp_scenario_check (const LpScenario *scenario, gboolean strict)
{
  Check check = { scenario, g_ptr_array_new_with_free_func (g_free) };

  check_head (&check);
  check_lessons (&check);
  check_rules (&check);
  check_review (&check, scenario->start, "start", FALSE);
  check_review (&check, scenario->reference, "reference", TRUE);
  for (guint i = 0; i < scenario->n_choices; i++)
    check_review (&check, scenario->choices[i].document, scenario->choices[i].id, FALSE);
  check_grades (&check);
  if (lp_scenario_is_drawn (scenario))
    check_drawn (&check);
  if (scenario->kind == LP_SCENARIO_CHOOSE)
    {
      check_choices (&check);
      check_figures (&check);
    }
  if (scenario->kind == LP_SCENARIO_SPOT)
    check_flaws (&check);
  if (strict)
    {
      check_drawing (&check, scenario->start, "start");
      if (scenario->n_choices == 0)
        check_drawing (&check, scenario->reference, "reference");
      for (guint i = 0; i < scenario->n_choices; i++)
        check_drawing (&check, scenario->choices[i].document, scenario->choices[i].id);
    }
  return check.wrong;
}
