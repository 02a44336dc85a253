#include "learning/scenario.h"

#include <glib/gi18n.h>

#include "base/resources.h"
#include "learning/own-scenarios.h"
#include "learning/scenario-private.h"
#include "rules/rule.h"

/* --- kinds ------------------------------------------------------------------------------------------- */

static const struct
{
  const char *code;
  const char *name;
} kinds[LP_N_SCENARIO_KINDS] = {
  [LP_SCENARIO_REPAIR] = { "repair", N_("Repair") },
  [LP_SCENARIO_BUILD] = { "build", N_("Build") },
  [LP_SCENARIO_CHOOSE] = { "choose", N_("Choose") },
  [LP_SCENARIO_SPOT] = { "spot", N_("Spot") },
  [LP_SCENARIO_QUIZ] = { "quiz", N_("Quiz") },
};

const char *
lp_scenario_kind_code (LpScenarioKind kind)
{
  return kinds[kind].code;
}

const char *
lp_scenario_kind_name (LpScenarioKind kind)
{
  return _(kinds[kind].name);
}

gboolean
lp_scenario_kind_from_code (const char *code, LpScenarioKind *kind)
{
  for (guint i = 0; i < LP_N_SCENARIO_KINDS; i++)
    if (g_strcmp0 (kinds[i].code, code) == 0)
      {
        *kind = (LpScenarioKind) i;
        return TRUE;
      }
  return FALSE;
}

/* --- lifetime ---------------------------------------------------------------------------------------- */

static void
clear_templates (LpTemplate **templates)
{
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    g_clear_pointer (&templates[i], lp_template_free);
}

static void
clear_goal (LpGoal *goal)
{
  lp_text_clear (&goal->text);
  lp_text_clear (&goal->because);
  g_free (goal->rule);
  g_clear_pointer (&goal->expression, lp_expr_free);
  g_clear_pointer (&goal->where, lp_expr_free);
}

static void
clear_choice (LpScenarioChoice *choice)
{
  g_free (choice->id);
  lp_text_clear (&choice->text);
  lp_text_clear (&choice->because);
  g_clear_pointer (&choice->document, lp_design_unref);
}

static void
clear_figure (LpFigure *figure)
{
  lp_text_clear (&figure->text);
  clear_templates (figure->value);
  clear_templates (figure->working);
  g_clear_pointer (&figure->holds, lp_expr_free);
}

static void
clear_flaw (LpFlaw *flaw)
{
  g_strfreev (flaw->elements);
  lp_text_clear (&flaw->text);
  lp_text_clear (&flaw->because);
  g_free (flaw->rule);
}

static void
clear_lesson (LpLesson *lesson)
{
  lp_text_clear (&lesson->notes);
  lp_text_clear (&lesson->today);
  g_free (lesson->since);
  g_free (lesson->source);
}

#define CLEAR_ALL(items, n, clear)                                                                                    \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    for (guint i_ = 0; i_ < (n); i_++)                                                                                \
      clear (&(items)[i_]);                                                                                           \
    g_free (items);                                                                                                   \
  }                                                                                                                   \
  G_STMT_END

void
lp_scenario_free (LpScenario *scenario)
{
  if (scenario == NULL)
    return;
  lp_terms_clear (&scenario->terms);
  CLEAR_ALL (scenario->goals, scenario->n_goals, clear_goal);
  CLEAR_ALL (scenario->hints, scenario->n_hints, lp_text_clear);
  CLEAR_ALL (scenario->choices, scenario->n_choices, clear_choice);
  CLEAR_ALL (scenario->figures, scenario->n_figures, clear_figure);
  CLEAR_ALL (scenario->flaws, scenario->n_flaws, clear_flaw);
  CLEAR_ALL (scenario->lessons, scenario->n_lessons, clear_lesson);
  g_strfreev (scenario->hides);
  g_free (scenario->id);
  g_free (scenario->topic);
  lp_text_clear (&scenario->title);
  lp_text_clear (&scenario->situation);
  lp_text_clear (&scenario->question);
  g_clear_pointer (&scenario->start, lp_design_unref);
  g_clear_pointer (&scenario->reference, lp_design_unref);
  g_free (scenario);
}

/* --- what a scenario says ---------------------------------------------------------------------------- */

LpDesign *
lp_scenario_untie (const LpDesign *design)
{
  LpHeader *header = lp_header_copy (lp_design_get_header (design));
  GPtrArray *components = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_component_unref);
  GPtrArray *connections = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref);

  lp_header_set_extra (header, LP_SCENARIO_KEY, NULL);
  lp_header_set_extra (header, LP_ANSWER_KEY, NULL);
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    g_ptr_array_add (components, lp_component_ref ((LpComponent *) lp_design_get_component (design, i)));
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    g_ptr_array_add (connections, lp_connection_ref ((LpConnection *) lp_design_get_connection (design, i)));
  return lp_design_new (header, components, connections);
}

gboolean
lp_scenario_hides (const LpScenario *scenario, const char *rule)
{
  for (guint i = 0; i < scenario->n_goals; i++)
    if (g_strcmp0 (scenario->goals[i].rule, rule) == 0)
      return TRUE;
  for (guint i = 0; i < scenario->n_flaws; i++)
    if (g_strcmp0 (scenario->flaws[i].rule, rule) == 0)
      return TRUE;
  return scenario->hides != NULL && g_strv_contains ((const char *const *) scenario->hides, rule);
}

gboolean
lp_scenario_is_drawn (const LpScenario *scenario)
{
  return scenario->kind == LP_SCENARIO_REPAIR || scenario->kind == LP_SCENARIO_BUILD;
}

gboolean
lp_scenario_is_chosen (const LpScenario *scenario)
{
  return scenario->kind == LP_SCENARIO_CHOOSE || scenario->kind == LP_SCENARIO_QUIZ;
}

const LpScenarioChoice *
lp_scenario_find_choice (const LpScenario *scenario, const char *id)
{
  for (guint i = 0; i < scenario->n_choices; i++)
    if (g_strcmp0 (scenario->choices[i].id, id) == 0)
      return &scenario->choices[i];
  return NULL;
}

gboolean
lp_scenario_has_several_right (const LpScenario *scenario)
{
  guint n = 0;
  for (guint i = 0; i < scenario->n_choices; i++)
    n += scenario->choices[i].right;
  return n > 1;
}

/* --- those that are built in ------------------------------------------------------------------------- */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const LpScenario *const *first = a, *const *second = b;
  return strcmp ((*first)->id, (*second)->id);
}

/* In the order of their ids, which is not that of the files: “a.json” comes after “a-b.json”. */
static GPtrArray *
read_built_in (void)
{
  g_auto (GStrv) paths = lp_resources_list ("scenarios");
  GPtrArray *scenarios = g_ptr_array_new ();
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = lp_resources_load (paths[i], &error);
      LpScenario *scenario = bytes ? lp_scenario_read (bytes, paths[i], &error) : NULL;
      if (scenario == NULL)
        {
          g_autofree char *message = lp_error_format (error, paths[i]);
          g_error ("%s", message);
        }
      g_ptr_array_add (scenarios, scenario);
    }
  g_ptr_array_sort (scenarios, compare_ids);
  return scenarios;
}

const GPtrArray *
lp_scenarios_get (void)
{
  static gsize once = 0;
  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_built_in ());
  return (const GPtrArray *) once;
}

const LpScenario *
lp_scenarios_find (const char *id)
{
  const GPtrArray *scenarios = lp_scenarios_get ();
  for (guint i = 0; i < scenarios->len; i++)
    if (g_strcmp0 (((LpScenario *) scenarios->pdata[i])->id, id) == 0)
      return scenarios->pdata[i];
  g_autoptr (GPtrArray) own = lp_own_scenarios_list ();
  for (guint i = 0; i < own->len; i++)
    if (g_strcmp0 (((LpScenario *) own->pdata[i])->id, id) == 0)
      return own->pdata[i];
  return NULL;
}

const char *
lp_scenario_id_of_design (const LpDesign *design)
{
  JsonNode *id = lp_header_get_extra (lp_design_get_header (design), LP_SCENARIO_KEY);
  return id != NULL && json_node_get_value_type (id) == G_TYPE_STRING ? json_node_get_string (id) : NULL;
}

const LpScenario *
lp_scenario_of_design (const LpDesign *design)
{
  const char *id = lp_scenario_id_of_design (design);
  return id != NULL ? lp_scenarios_find (id) : NULL;
}
