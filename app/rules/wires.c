/* Who is wired to whom, whichever way an arrow points: self.neighbours('traffic'), joined(a, kinds, c, ...). */

#include "rules/survey-private.h"
#include "rules/wires.h"

/* --- on whose ground --------------------------------------------------------------------------------- */

/* What people write on a plain frame that is their own data centre. */
static gboolean
is_named_premises (const LpSurvey *survey, guint c)
{
  static const char *const words[] = { "on-prem",    "on prem", "onprem",      "data center", "data centre",
                                       "datacenter", "idc",     "온프레미스", "데이터 센터", "데이터센터" };
  const char *label = lp_design_get_component (survey->design, c)->label;

  if (label == NULL || !(survey->traits[c].traits & LP_TRAIT_PLAIN))
    return FALSE;
  g_autofree char *lower = g_utf8_strdown (label, -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_premises (const LpSurvey *survey, guint c)
{
  const LpKind *kind = survey->traits[c].kind;
  return is_named_premises (survey, c)
         || (kind != NULL && kind->scope == LP_SCOPE_ON_PREMISES && kind->is_container);
}

static gboolean
is_in_cloud (const LpSurvey *survey, guint c)
{
  const LpKind *kind = survey->traits[c].kind;
  return kind != NULL && kind->is_container && kind->scope != LP_SCOPE_NONE
         && kind->scope != LP_SCOPE_ON_PREMISES;
}

gboolean
lp_is_on_premises (const LpSurvey *survey, guint c)
{
  const LpKind *kind = survey->traits[c].kind;

  for (guint at = c; at != LP_NONE; at = lp_design_get_parent (survey->design, at))
    {
      if (is_premises (survey, at))
        return TRUE;
      if (is_in_cloud (survey, at))
        return FALSE;
    }
  return kind != NULL && kind->scope == LP_SCOPE_ON_PREMISES;
}

static LpValue
call_on_premises (LpExprRun *run, const LpCall *call)
{
  return lp_value_bool (lp_is_on_premises (lp_survey_of (run), call->args[0].index));
}

/* --- neighbours -------------------------------------------------------------------------------------- */

typedef struct
{
  LpSurvey *survey;
  LpKindSet kinds;
  GArray *found; /* guint */
  GHashTable *seen;
} Wiring;

static void
wire (Wiring *wiring, guint c)
{
  if (g_hash_table_add (wiring->seen, GUINT_TO_POINTER (c + 1)))
    g_array_append_val (wiring->found, c);
}

static void
wire_connections (Wiring *wiring, guint c)
{
  const LpDesign *design = wiring->survey->design;
  LpIndices out = lp_design_get_outgoing (design, c), in = lp_design_get_incoming (design, c);

  for (guint i = 0; i < out.n; i++)
    if (lp_flow_kind_of (wiring->survey->flow, out.items[i]) & wiring->kinds)
      wire (wiring, lp_design_get_target (design, out.items[i]));
  for (guint i = 0; i < in.n; i++)
    if (lp_flow_kind_of (wiring->survey->flow, in.items[i]) & wiring->kinds)
      wire (wiring, lp_design_get_source (design, in.items[i]));
}

static LpValue
found_value (LpExprRun *run, const GArray *found)
{
  guint *items = lp_expr_run_alloc (run, MAX (found->len, 1) * sizeof (guint));
  if (items == NULL || !lp_expr_run_spend (run, found->len))
    return lp_expr_run_fail_limit (run);
  if (found->len > 0)
    memcpy (items, found->data, found->len * sizeof (guint));
  return lp_value_object_list (LP_CLASS_COMPONENT, items, found->len);
}

/* c.neighbours('traffic', ...): the other ends of its connections, each once */
static LpValue
call_neighbours (LpExprRun *run, const LpCall *call)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint c = call->args[0].index;
  Wiring wiring = { lp_survey_of (run), lp_call_kinds_of_method (run, call), found, seen };

  g_hash_table_add (seen, GUINT_TO_POINTER (c + 1));
  wire_connections (&wiring, c);
  return found_value (run, found);
}

/* --- what is joined ---------------------------------------------------------------------------------- */

static gboolean
has_wires (const Wiring *wiring, guint c)
{
  const LpDesign *design = wiring->survey->design;
  LpIndices lists[] = { lp_design_get_outgoing (design, c), lp_design_get_incoming (design, c) };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l].n; i++)
      if (lp_flow_kind_of (wiring->survey->flow, lists[l].items[i]) & wiring->kinds)
        return TRUE;
  return FALSE;
}

/* Whether what stands in it is wired together by standing there: in one network, in one data centre, or in a
 * plain box that a connection is drawn to, which means what is in the box. */
static gboolean
is_network (const Wiring *wiring, guint c)
{
  const LpKindTraits *traits = &wiring->survey->traits[c];

  if (traits->traits & LP_TRAIT_PLAIN)
    return is_named_premises (wiring->survey, c) || has_wires (wiring, c);
  return traits->kind != NULL && traits->kind->is_container
         && (lp_kind_has_role (traits->kind, "network") || lp_kind_has_role (traits->kind, "premises"));
}

static void
wire_around (Wiring *wiring, guint c)
{
  const LpDesign *design = wiring->survey->design;

  for (guint at = lp_design_get_parent (design, c); at != LP_NONE; at = lp_design_get_parent (design, at))
    if (is_network (wiring, at))
      {
        wire (wiring, at);
        return;
      }
}

static void
wire_inside (Wiring *wiring, guint c)
{
  LpIndices children = lp_design_get_children (wiring->survey->design, c);

  for (guint i = 0; i < children.n; i++)
    {
      wire (wiring, children.items[i]);
      if (!is_network (wiring, children.items[i]))
        wire_inside (wiring, children.items[i]);
    }
}

/* joined(a, kinds, c, through): a, and all that is wired to it by ways that lead through such components only;
 * where a way ends is included. */
static LpValue
call_joined (LpExprRun *run, const LpCall *call)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Wiring wiring = { lp_survey_of (run), lp_call_kinds_argument (run, call, 1), found, seen };
  LpIndices from = lp_survey_components (run, call->args[0]);

  for (guint i = 0; i < from.n; i++)
    wire (&wiring, from.items[i]);
  for (guint head = 0; head < found->len; head++)
    {
      guint at = g_array_index (found, guint, head);
      LpValue through = head < from.n ? lp_value_bool (TRUE)
                                      : lp_expr_run_call (run, call->lambda, lp_component_value (at));
      if (through.kind == LP_VALUE_ERROR)
        return through;
      if (!lp_value_is_true (through))
        continue;
      wire_connections (&wiring, at);
      wire_around (&wiring, at);
      if (is_network (&wiring, at))
        wire_inside (&wiring, at);
    }
  return found_value (run, found);
}

/* --- declarations ------------------------------------------------------------------------------------ */

void
lp_survey_add_wires (LpExprSchema *schema)
{
  const LpType *component = lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, NULL);
  const LpType *components = lp_expr_schema_list_type (schema, component);
  const LpFunction functions[] = {
    { .name = "on_premises",
      .method = TRUE,
      .n_params = 1,
      .params = { component },
      .result = &lp_type_bool,
      .call = call_on_premises },
    { .name = "neighbours",
      .method = TRUE,
      .n_params = 2,
      .params = { component, &lp_type_string },
      .variadic = TRUE,
      .result = components,
      .call = call_neighbours,
      .check = lp_check_kinds_of_method },
    { .name = "joined",
      .n_params = 2,
      .params = { &lp_type_dyn, &lp_type_list_string },
      .lambda = component,
      .lambda_result = &lp_type_bool,
      .result = components,
      .call = call_joined,
      .check = lp_check_kinds_argument,
      .data = GUINT_TO_POINTER (1) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    lp_expr_schema_add_function (schema, &functions[i]);
}
