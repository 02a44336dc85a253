/* What is asked of the ways through a design: what alone cuts them, and how available they are. */

#include <glib/gi18n.h>

#include "rules/between.h"
#include "rules/standing.h"
#include "rules/survey-private.h"

typedef struct
{
  LpExprRun *run;
  LpSurvey *survey;
  LpBetween between;
  LpStanding *standing; /* by node of the ways */
  gboolean *lost;       /* by node: room for questions */
} Ways;

/* cuts(a, b, kinds), cuts(a, b, kinds, avoided) and the like. FALSE where the run may not do so much. */
static gboolean
ways_init (Ways *ways, LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  LpIndices avoided = call->n_args > 3 ? lp_survey_components (run, call->args[3]) : (LpIndices){ NULL, 0 };
  guint64 steps = 0;

  *ways = (Ways){ run, survey };
  ways->between = lp_ways_between_new (survey->flow, lp_survey_components (run, call->args[0]),
                                       lp_survey_components (run, call->args[1]),
                                       lp_call_kinds_argument (run, call, 2), avoided, &steps);
  guint n = ways->between.ways.n;
  ways->standing = g_new0 (LpStanding, n);
  ways->lost = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    if (ways->between.component[i] != LP_NONE)
      ways->standing[i] = lp_standing_of (survey, ways->between.component[i]);
  return lp_expr_run_spend (run, steps + n);
}

static void
ways_clear (Ways *ways)
{
  lp_ways_between_clear (&ways->between);
  g_clear_pointer (&ways->standing, g_free);
  g_clear_pointer (&ways->lost, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ways, ways_clear)

static LpValue
list_value (LpExprRun *run, guint object_class, const GArray *found)
{
  guint *items = lp_expr_run_alloc (run, MAX (found->len, 1) * sizeof (guint));
  if (items == NULL)
    return lp_expr_run_fail_limit (run);
  if (found->len > 0)
    memcpy (items, found->data, found->len * sizeof (guint));
  return lp_value_object_list (object_class, items, found->len);
}

static LpValue
missing_value (const Ways *ways, guint node)
{
  return lp_expr_run_unknown (ways->run, lp_component_value (ways->between.component[node]),
                              ways->standing[node].missing);
}

/* --- single components -------------------------------------------------------------------------------- */

static LpValue
call_cuts (LpExprRun *run, const LpCall *call)
{
  g_auto (Ways) ways = { 0 };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  LpValue unknown = lp_value_null ();

  if (!ways_init (&ways, run, call))
    return lp_expr_run_fail_limit (run);
  g_autofree guint *cuts = g_new (guint, ways.between.ways.n);
  guint n = lp_ways_cuts (&ways.between.ways, cuts);
  for (guint i = 0; i < n; i++)
    if (ways.standing[cuts[i]].alone == LP_ANSWER_YES)
      g_array_append_val (found, ways.between.component[cuts[i]]);
    else if (ways.standing[cuts[i]].alone == LP_ANSWER_UNKNOWN)
      unknown = lp_expr_run_merge (run, unknown, missing_value (&ways, cuts[i]));
  return found->len == 0 && unknown.kind == LP_VALUE_UNKNOWN ? unknown
                                                             : list_value (run, LP_CLASS_COMPONENT, found);
}

/* --- zones -------------------------------------------------------------------------------------------- */

/* The zones in which something on the ways stands, each once. */
static GArray *
zones_on (const Ways *ways)
{
  GArray *zones = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ways->between.ways.n; i++)
    if (ways->between.component[i] != LP_NONE && ways->standing[i].zone != LP_NONE
        && g_hash_table_add (seen, GUINT_TO_POINTER (ways->standing[i].zone + 1)))
      g_array_append_val (zones, ways->standing[i].zone);
  return zones;
}

/* Whether a way is left when the zone is lost, with it all that may stand in it where `maybe` is set. */
static gboolean
holds_without_zone (Ways *ways, guint zone, gboolean maybe)
{
  for (guint i = 0; i < ways->between.ways.n; i++)
    {
      const LpStanding *standing = &ways->standing[i];
      gboolean here = standing->zone != LP_NONE && standing->zone == zone;
      ways->lost[i]
          = ways->between.component[i] != LP_NONE
            && ((standing->one_zone == LP_ANSWER_YES && here)
                || (maybe && standing->one_zone != LP_ANSWER_NO && (here || standing->zone == LP_NONE)));
    }
  return lp_ways_hold (&ways->between.ways, ways->lost);
}

static LpValue
unknown_zones (Ways *ways)
{
  LpValue unknown = lp_value_null ();
  for (guint i = 0; i < ways->between.ways.n; i++)
    if (ways->lost[i] && ways->standing[i].zone == LP_NONE)
      unknown = lp_expr_run_merge (ways->run, unknown, missing_value (ways, i));
  return unknown;
}

static LpValue
call_zone_cuts (LpExprRun *run, const LpCall *call)
{
  g_auto (Ways) ways = { 0 };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint nowhere = LP_NONE;

  if (!ways_init (&ways, run, call))
    return lp_expr_run_fail_limit (run);
  g_autoptr (GArray) zones = zones_on (&ways);
  if (!lp_expr_run_spend (run, (guint64) (2 * zones->len + 2) * ways.between.ways.n))
    return lp_expr_run_fail_limit (run);
  if (!holds_without_zone (&ways, nowhere, FALSE))
    return list_value (run, LP_CLASS_PLACE, found);
  for (guint i = 0; i < zones->len; i++)
    if (!holds_without_zone (&ways, g_array_index (zones, guint, i), FALSE))
      g_array_append_val (found, g_array_index (zones, guint, i));
  if (found->len > 0)
    return list_value (run, LP_CLASS_PLACE, found);
  g_array_append_val (zones, nowhere);
  for (guint i = 0; i < zones->len; i++)
    if (!holds_without_zone (&ways, g_array_index (zones, guint, i), TRUE))
      return unknown_zones (&ways);
  return list_value (run, LP_CLASS_PLACE, found);
}

/* component.one_zone(): whether the loss of one zone takes it down */
static LpValue
call_one_zone (LpExprRun *run, const LpCall *call)
{
  LpStanding standing = lp_standing_of (lp_survey_of (run), call->args[0].index);
  return standing.one_zone != LP_ANSWER_UNKNOWN ? lp_value_bool (standing.one_zone == LP_ANSWER_YES)
                                                : lp_expr_run_unknown (run, call->args[0], standing.missing);
}

/* component.has_zone(): whether the drawing says in which zone it may run */
static LpValue
call_has_zone (LpExprRun *run, const LpCall *call)
{
  return lp_value_bool (lp_places_get_zones (lp_survey_of (run)->places, call->args[0].index).n > 0);
}

/* --- availability ------------------------------------------------------------------------------------- */

static LpValue
percent_of (LpExprRun *run, LpValue value, double *share)
{
  double percent = value.kind == LP_VALUE_INT ? (double) value.integer : value.number;
  if (percent >= 0 && percent <= 100)
    {
      *share = percent / 100;
      return lp_value_null ();
    }
  return lp_expr_run_fail (run, LP_EXPR_ERROR_VALUE,
                           _("an availability of %g is none; give a percentage between 0 and 100"), percent);
}

/* What is not known counts as always up: the result is then a bound. */
static LpValue
work_out (Ways *ways, const LpCall *call, LpValue *unknown)
{
  guint n = ways->between.ways.n;
  g_autofree double *up = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      up[i] = 1;
      if (ways->between.component[i] == LP_NONE)
        continue;
      LpValue value
          = lp_expr_run_call (ways->run, call->lambda, lp_component_value (ways->between.component[i]));
      if (value.kind == LP_VALUE_UNKNOWN)
        *unknown = lp_expr_run_merge (ways->run, *unknown, value);
      if (value.kind == LP_VALUE_INT || value.kind == LP_VALUE_DOUBLE)
        value = percent_of (ways->run, value, &up[i]);
      if (value.kind == LP_VALUE_ERROR)
        return value;
    }
  return lp_value_double (100 * lp_ways_availability (&ways->between.ways, up));
}

/* availability(a, b, kinds, avoided, c, percent) */
static LpValue
call_availability (LpExprRun *run, const LpCall *call)
{
  g_auto (Ways) ways = { 0 };
  LpValue unknown = lp_value_null ();

  if (!ways_init (&ways, run, call))
    return lp_expr_run_fail_limit (run);
  LpValue percent = work_out (&ways, call, &unknown);
  return percent.kind != LP_VALUE_ERROR && unknown.kind == LP_VALUE_UNKNOWN ? unknown : percent;
}

/* availability_at_best(a, b, kinds, avoided, c, percent) */
static LpValue
call_availability_at_best (LpExprRun *run, const LpCall *call)
{
  g_auto (Ways) ways = { 0 };
  LpValue unknown = lp_value_null ();

  return ways_init (&ways, run, call) ? work_out (&ways, call, &unknown) : lp_expr_run_fail_limit (run);
}

/* --- adding them -------------------------------------------------------------------------------------- */

void
lp_survey_add_cuts (LpExprSchema *schema)
{
  const LpType *component = lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, NULL);
  const LpType *components = lp_expr_schema_list_type (schema, component);
  const LpType *place = lp_expr_schema_object_type (schema, LP_CLASS_PLACE, NULL);
  const LpType *places = lp_expr_schema_list_type (schema, place);
  const LpType *dyn = &lp_type_dyn, *kinds = &lp_type_list_string;
  const LpFunction functions[] = {
    { .name = "cuts", .result = components, .call = call_cuts },
    { .name = "zone_cuts", .result = places, .call = call_zone_cuts },
    { .name = "availability",
      .lambda = component,
      .lambda_result = dyn,
      .result = &lp_type_double,
      .call = call_availability },
    { .name = "availability_at_best",
      .lambda = component,
      .lambda_result = dyn,
      .result = &lp_type_double,
      .call = call_availability_at_best },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    for (guint n_params = functions[i].lambda != NULL ? 4 : 3; n_params <= 4; n_params++)
      {
        LpFunction function = functions[i];
        function.n_params = n_params;
        function.params[0] = function.params[1] = function.params[3] = dyn;
        function.params[2] = kinds;
        function.check = lp_check_kinds_argument;
        function.data = GUINT_TO_POINTER (2);
        lp_expr_schema_add_function (schema, &function);
      }
  const LpFunction methods[] = {
    { .name = "one_zone", .result = &lp_type_bool, .call = call_one_zone },
    { .name = "has_zone", .result = &lp_type_bool, .call = call_has_zone },
  };
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      LpFunction method = methods[i];
      method.method = TRUE;
      method.n_params = 1;
      method.params[0] = component;
      lp_expr_schema_add_function (schema, &method);
    }
}
