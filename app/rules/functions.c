/* What is asked of the graph as a whole: users(), reaches(a, b, kinds), cidr_overlap(a, b) and the like. */

#include <glib/gi18n.h>

#include "rules/survey-private.h"

/* --- reachability ------------------------------------------------------------------------------------ */

static LpValue
call_users (LpExprRun *run, const LpCall *call)
{
  return lp_components_value (lp_flow_get_users (lp_survey_of (run)->flow));
}

static LpValue
call_internet (LpExprRun *run, const LpCall *call)
{
  return lp_components_value (lp_flow_get_internet (lp_survey_of (run)->flow));
}

typedef struct
{
  LpIndices from, to, without;
  LpKindSet kinds;
} Question;

static gboolean
reaches_any (LpExprRun *run, const Question *question, guint *reached)
{
  LpFlow *flow = lp_survey_of (run)->flow;
  guint64 steps = question->to.n;

  *reached = LP_NONE;
  if (question->from.n == 0)
    return TRUE;
  for (guint i = 0; i < question->to.n && *reached == LP_NONE; i++)
    if (lp_flow_reaches (flow, question->from, question->to.items[i], question->kinds, question->without,
                         &steps))
      *reached = question->to.items[i];
  return lp_expr_run_spend (run, steps);
}

static LpValue
answer (LpExprRun *run, const Question *question)
{
  guint64 steps = question->to.n / 16;
  gboolean reaches = lp_flow_reaches_any (lp_survey_of (run)->flow, question->from, question->to, question->kinds,
                                          question->without, &steps);

  return lp_expr_run_spend (run, steps) ? lp_value_bool (reaches) : lp_expr_run_fail_limit (run);
}

/* reaches(a, b, kinds) */
static LpValue
call_reaches (LpExprRun *run, const LpCall *call)
{
  Question question = { lp_survey_components (run, call->args[0]),
                        lp_survey_components (run, call->args[1]),
                        { NULL, 0 },
                        lp_call_kinds_argument (run, call, 2) };
  return answer (run, &question);
}

/* reaches_without(lost, a, b, kinds) */
static LpValue
call_reaches_without (LpExprRun *run, const LpCall *call)
{
  Question question = { lp_survey_components (run, call->args[1]), lp_survey_components (run, call->args[2]),
                        lp_survey_components (run, call->args[0]), lp_call_kinds_argument (run, call, 3) };
  return answer (run, &question);
}

static GArray *
find_path (LpExprRun *run, const Question *question)
{
  guint reached;
  if (!reaches_any (run, question, &reached) || reached == LP_NONE)
    return NULL;
  return lp_flow_path (lp_survey_of (run)->flow, question->from, reached, question->kinds, question->without,
                       NULL);
}

static LpValue
path_value (LpExprRun *run, const Question *question)
{
  g_autoptr (GArray) path = find_path (run, question);
  if (path == NULL)
    return lp_value_object_list (LP_CLASS_COMPONENT, NULL, 0);
  guint *items = lp_expr_run_alloc (run, path->len * sizeof (guint));
  if (items == NULL)
    return lp_expr_run_fail_limit (run);
  memcpy (items, path->data, path->len * sizeof (guint));
  return lp_value_object_list (LP_CLASS_COMPONENT, items, path->len);
}

/* path(a, b, kinds) */
static LpValue
call_path (LpExprRun *run, const LpCall *call)
{
  Question question = { lp_survey_components (run, call->args[0]),
                        lp_survey_components (run, call->args[1]),
                        { NULL, 0 },
                        lp_call_kinds_argument (run, call, 2) };
  return path_value (run, &question);
}

/* reached(a, kinds) */
static LpValue
call_reached (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  guint n_components = lp_design_get_n_components (survey->design), n = 0;
  g_autoptr (GArray) reached = lp_flow_reached (survey->flow, lp_survey_components (run, call->args[0]),
                                                lp_call_kinds_argument (run, call, 1));
  guint *items = lp_expr_run_alloc (run, MAX (reached->len, 1) * sizeof (guint));

  if (items == NULL || !lp_expr_run_spend (run, reached->len))
    return lp_expr_run_fail_limit (run);
  for (guint i = 0; i < reached->len; i++)
    if (g_array_index (reached, guint, i) < n_components)
      items[n++] = g_array_index (reached, guint, i);
  return lp_value_object_list (LP_CLASS_COMPONENT, items, n);
}

/* path_avoiding(a, b, kinds, avoided) */
static LpValue
call_path_avoiding (LpExprRun *run, const LpCall *call)
{
  Question question = { lp_survey_components (run, call->args[0]), lp_survey_components (run, call->args[1]),
                        lp_survey_components (run, call->args[3]), lp_call_kinds_argument (run, call, 2) };
  return path_value (run, &question);
}

/* hops(a, b, kinds): null where there is no way */
static LpValue
call_hops (LpExprRun *run, const LpCall *call)
{
  Question question = { lp_survey_components (run, call->args[0]),
                        lp_survey_components (run, call->args[1]),
                        { NULL, 0 },
                        lp_call_kinds_argument (run, call, 2) };
  g_autoptr (GArray) path = find_path (run, &question);
  return path != NULL ? lp_value_int (path->len - 1) : lp_value_null ();
}

/* all_paths_pass(a, b, kinds, c, predicate): there is no way on which the predicate holds nowhere */
static LpValue
call_all_paths_pass (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  guint n = lp_design_get_n_components (survey->design);
  g_autoptr (GArray) pass = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) maybe = g_array_new (FALSE, FALSE, sizeof (guint));
  LpValue unknown = lp_value_null ();

  for (guint i = 0; i < n; i++)
    {
      LpValue holds = lp_expr_run_call (run, call->lambda, lp_component_value (i));
      if (holds.kind == LP_VALUE_ERROR)
        return holds;
      if (lp_value_is_true (holds))
        g_array_append_val (pass, i);
      if (lp_value_is_true (holds) || holds.kind == LP_VALUE_UNKNOWN)
        g_array_append_val (maybe, i);
      if (holds.kind == LP_VALUE_UNKNOWN)
        unknown = lp_expr_run_merge (run, unknown, holds);
    }
  Question question = { lp_survey_components (run, call->args[0]),
                        lp_survey_components (run, call->args[1]),
                        { (const guint *) maybe->data, maybe->len },
                        lp_call_kinds_argument (run, call, 2) };
  guint reached;
  if (!reaches_any (run, &question, &reached))
    return lp_expr_run_fail_limit (run);
  if (reached != LP_NONE)
    return lp_value_bool (FALSE);
  question.without = (LpIndices){ (const guint *) pass->data, pass->len };
  if (!reaches_any (run, &question, &reached))
    return lp_expr_run_fail_limit (run);
  return reached == LP_NONE ? lp_value_bool (TRUE) : unknown;
}

/* --- addresses --------------------------------------------------------------------------------------- */

static gboolean
parse_block (LpExprRun *run, LpValue text, GInetAddressMask **mask, LpValue *error)
{
  g_autofree char *block = lp_value_dup_string (text);
  *mask = g_inet_address_mask_new_from_string (g_strstrip (block), NULL);
  if (*mask == NULL)
    *error = lp_expr_run_fail (run, LP_EXPR_ERROR_VALUE,
                               _("“%s” is not an address range; write one like 10.0.0.0/16"), block);
  return *mask != NULL;
}

static LpValue
call_cidr_overlap (LpExprRun *run, const LpCall *call)
{
  g_autoptr (GInetAddressMask) a = NULL, b = NULL;
  LpValue error;

  if (!parse_block (run, call->args[0], &a, &error) || !parse_block (run, call->args[1], &b, &error))
    return error;
  gboolean a_is_wider = g_inet_address_mask_get_length (a) <= g_inet_address_mask_get_length (b);
  GInetAddressMask *wide = a_is_wider ? a : b, *narrow = a_is_wider ? b : a;
  return lp_value_bool (g_inet_address_mask_get_family (a) == g_inet_address_mask_get_family (b)
                        && g_inet_address_mask_matches (wide, g_inet_address_mask_get_address (narrow)));
}

void
lp_survey_add_functions (LpExprSchema *schema)
{
  const LpType *component = lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, NULL);
  const LpType *components = lp_expr_schema_list_type (schema, component);
  const LpType *dyn = &lp_type_dyn, *kinds = &lp_type_list_string;
  const LpFunction functions[] = {
    { .name = "users", .result = components, .call = call_users },
    { .name = "internet", .result = components, .call = call_internet },
    { .name = "reaches",
      .n_params = 3,
      .params = { dyn, dyn, kinds },
      .result = &lp_type_bool,
      .call = call_reaches,
      .check = lp_check_kinds_argument,
      .data = GUINT_TO_POINTER (2) },
    { .name = "path",
      .n_params = 3,
      .params = { dyn, dyn, kinds },
      .result = components,
      .call = call_path,
      .check = lp_check_kinds_argument,
      .data = GUINT_TO_POINTER (2) },
    { .name = "hops",
      .n_params = 3,
      .params = { dyn, dyn, kinds },
      .result = &lp_type_dyn,
      .call = call_hops,
      .check = lp_check_kinds_argument,
      .data = GUINT_TO_POINTER (2) },
    { .name = "reached",
      .n_params = 2,
      .params = { dyn, kinds },
      .result = components,
      .call = call_reached,
      .check = lp_check_kinds_argument,
      .data = GUINT_TO_POINTER (1) },
    { .name = "path_avoiding",
      .n_params = 4,
      .params = { dyn, dyn, kinds, dyn },
      .result = components,
      .call = call_path_avoiding,
      .check = lp_check_kinds_argument,
      .data = GUINT_TO_POINTER (2) },
    { .name = "all_paths_pass",
      .n_params = 3,
      .params = { dyn, dyn, kinds },
      .lambda = component,
      .lambda_result = &lp_type_bool,
      .result = &lp_type_bool,
      .call = call_all_paths_pass,
      .check = lp_check_kinds_argument,
      .data = GUINT_TO_POINTER (2) },
    { .name = "reaches_without",
      .n_params = 4,
      .params = { dyn, dyn, dyn, kinds },
      .result = &lp_type_bool,
      .call = call_reaches_without,
      .check = lp_check_kinds_argument,
      .data = GUINT_TO_POINTER (3) },
    { .name = "cidr_overlap",
      .n_params = 2,
      .params = { &lp_type_string, &lp_type_string },
      .result = &lp_type_bool,
      .call = call_cidr_overlap },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    lp_expr_schema_add_function (schema, &functions[i]);
}
