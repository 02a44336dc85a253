/* What a component is asked: self.zone(), self.out('traffic') and the like. */

#include <glib/gi18n.h>

#include "expr/suggest.h"
#include "rules/survey-private.h"

static LpSurvey *
survey_of_call (LpExprRun *run, const LpCall *call, guint *component)
{
  *component = call->args[0].index;
  return lp_survey_of (run);
}

static gboolean
refuse (
    LpCallCheck *check, guint wrong, GError **error, const char *what, const char *word, const char *meant)
{
  check->wrong = wrong;
  if (meant != NULL)
    g_set_error (error, LP_EXPR_ERROR, LP_EXPR_ERROR_ARGUMENT, _("there is no %s “%s”; did you mean “%s”?"),
                 what, word, meant);
  else
    g_set_error (error, LP_EXPR_ERROR, LP_EXPR_ERROR_ARGUMENT,
                 _("there is no %s “%s”; “loadpath kinds” lists what there is"), what, word);
  return FALSE;
}

/* --- kinds of component as arguments ----------------------------------------------------------------- */

static gboolean
check_component_kinds (LpCallCheck *check, gpointer data, GError **error)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();

  for (guint i = 1; i < check->n_args; i++)
    {
      if (check->constants[i].kind != LP_VALUE_STRING)
        continue;
      g_autofree char *kind = lp_value_dup_string (check->constants[i]);
      LpSuggestion suggestion = LP_SUGGESTION_INIT (kind);
      const LpKind *known = lp_catalogue_find (catalogue, kind);
      if (known != NULL && g_str_equal (known->id, kind))
        continue;
      if (known != NULL)
        return refuse (check, i, error, _("kind of component"), kind, known->id);
      for (guint k = 0; k < lp_catalogue_get_n_kinds (catalogue); k++)
        lp_suggestion_try (&suggestion, lp_catalogue_get_kind (catalogue, k)->id);
      return refuse (check, i, error, _("kind of component"), kind, suggestion.name);
    }
  return TRUE;
}

static gboolean
check_within (LpCallCheck *check, gpointer data, GError **error)
{
  if (!check_component_kinds (check, data, error))
    return FALSE;
  if (check->n_args == 2 && check->constants[1].kind == LP_VALUE_STRING)
    {
      g_autofree char *kind = lp_value_dup_string (check->constants[1]);
      check->result = lp_expr_schema_object_type (data, LP_CLASS_COMPONENT, g_intern_string (kind));
    }
  return TRUE;
}

static gboolean
names_kind (const LpCall *call, const char *kind)
{
  for (guint i = 1; i < call->n_args; i++)
    if (lp_value_is_string (call->args[i], kind))
      return TRUE;
  return FALSE;
}

static LpValue
call_within (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);

  for (guint at = lp_design_get_parent (survey->design, c); at != LP_NONE;
       at = lp_design_get_parent (survey->design, at))
    if (names_kind (call, survey->traits[at].id))
      return lp_component_value (at);
  return lp_value_null ();
}

static LpValue
call_parent (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  guint parent = lp_design_get_parent (survey->design, c);
  while (parent != LP_NONE && (survey->traits[parent].traits & LP_TRAIT_FRAME))
    parent = lp_design_get_parent (survey->design, parent);
  return lp_component_value (parent);
}

/* From the inside out. */
static LpValue
call_containers (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  guint n = lp_design_get_depth (survey->design, c);
  guint *items = n > 0 ? lp_expr_run_alloc (run, n * sizeof (guint)) : NULL;

  if (n > 0 && (items == NULL || !lp_expr_run_spend (run, n)))
    return lp_expr_run_fail_limit (run);
  for (guint i = 0; i < n; i++)
    items[i] = c = lp_design_get_parent (survey->design, c);
  return lp_value_object_list (LP_CLASS_COMPONENT, items, n);
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;
  return (x > y) - (x < y);
}

/* c.inside('subnet'): what stands in it at any depth, in the document's order. */
static LpValue
call_inside (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  g_autoptr (GArray) containers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (containers, c);
  for (guint head = 0; head < containers->len; head++)
    {
      LpIndices children = lp_design_get_children (survey->design, g_array_index (containers, guint, head));
      for (guint i = 0; i < children.n; i++)
        {
          g_array_append_val (containers, children.items[i]);
          if (call->n_args == 1 || names_kind (call, survey->traits[children.items[i]].id))
            g_array_append_val (found, children.items[i]);
        }
    }
  g_array_sort (found, by_number);
  return lp_expr_run_spend (run, containers->len) ? lp_survey_found (run, found) : lp_expr_run_fail_limit (run);
}

/* --- roles of kinds ---------------------------------------------------------------------------------- */

static gboolean
role_exists (const LpCatalogue *catalogue, const char *role)
{
  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    if (lp_kind_has_role (lp_catalogue_get_kind (catalogue, i), role))
      return TRUE;
  return FALSE;
}

static gboolean
check_is (LpCallCheck *check, gpointer data, GError **error)
{
  if (check->constants[1].kind != LP_VALUE_STRING)
    return TRUE;
  g_autofree char *role = lp_value_dup_string (check->constants[1]);
  return role_exists (lp_catalogue_get_default (), role)
         || refuse (check, 1, error, _("role of kinds"), role, NULL);
}

static LpValue
call_is (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  const LpKind *kind = survey->traits[c].kind;

  for (guint i = 0; kind != NULL && kind->roles != NULL && kind->roles[i] != NULL; i++)
    if (lp_value_is_string (call->args[1], kind->roles[i]))
      return lp_value_bool (TRUE);
  return lp_value_bool (FALSE);
}

/* --- places ------------------------------------------------------------------------------------------ */

/* What stands in no zone or region by its nature has none; of anything else it is unknown. */
static LpValue
no_place (LpExprRun *run, LpSurvey *survey, LpValue object, const char *field)
{
  const LpKind *kind = survey->traits[object.index].kind;
  if ((survey->traits[object.index].traits & LP_TRAIT_NETWORK) && g_str_equal (field, "zone"))
    return lp_value_null ();
  if (kind != NULL
      && (kind->scope == LP_SCOPE_NONE || kind->scope == LP_SCOPE_GLOBAL
          || kind->scope == LP_SCOPE_ON_PREMISES)
      && !(survey->traits[object.index].traits & LP_TRAIT_PLAIN))
    return lp_value_null ();
  return lp_expr_run_unknown (run, object, field);
}

static LpValue
call_zone (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  guint zone = lp_places_get_zone (survey->places, c);
  return zone != LP_NONE ? lp_value_object (LP_CLASS_PLACE, zone)
                         : no_place (run, survey, call->args[0], "zone");
}

static LpValue
call_region (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  guint region = lp_places_get_region (survey->places, c);
  return region != LP_NONE ? lp_value_object (LP_CLASS_PLACE, region)
                           : no_place (run, survey, call->args[0], "region");
}

static LpValue
places_value (LpExprRun *run, LpSurvey *survey, LpValue object, LpIndices places, const char *field)
{
  if (places.n > 0)
    return lp_value_object_list (LP_CLASS_PLACE, places.items, places.n);
  LpValue none = no_place (run, survey, object, field);
  return none.kind == LP_VALUE_NULL ? lp_value_object_list (LP_CLASS_PLACE, NULL, 0) : none;
}

static LpValue
call_zones (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  return places_value (run, survey, call->args[0], lp_places_get_zones (survey->places, c), "zone");
}

static LpValue
call_regions (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  return places_value (run, survey, call->args[0], lp_places_get_regions (survey->places, c), "region");
}

/* group.in_zones(2): they stand in at least so many places. Unknown where those that stand nowhere yet would
 * decide, and only then. */
static LpValue
in_places (LpExprRun *run, const LpCall *call, LpIndices (*get) (LpPlaces *, guint), const char *field)
{
  LpSurvey *survey = lp_survey_of (run);
  LpIndices components = lp_survey_components (run, call->args[0]);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  LpValue unknown = lp_value_null ();

  if (!lp_expr_run_spend (run, components.n))
    return lp_expr_run_fail_limit (run);
  for (guint i = 0; i < components.n; i++)
    {
      LpIndices places = get (survey->places, components.items[i]);
      for (guint p = 0; p < places.n; p++)
        g_hash_table_add (seen, GUINT_TO_POINTER (places.items[p] + 1));
      if (places.n == 0)
        {
          LpValue none = no_place (run, survey, lp_component_value (components.items[i]), field);
          unknown = none.kind == LP_VALUE_UNKNOWN ? lp_expr_run_merge (run, unknown, none) : unknown;
        }
      if (g_hash_table_size (seen) >= call->args[1].integer)
        return lp_value_bool (TRUE);
    }
  return unknown.kind == LP_VALUE_UNKNOWN ? unknown : lp_value_bool (FALSE);
}

static LpValue
call_in_zones (LpExprRun *run, const LpCall *call)
{
  return in_places (run, call, lp_places_get_zones, "zone");
}

static LpValue
call_in_regions (LpExprRun *run, const LpCall *call)
{
  return in_places (run, call, lp_places_get_regions, "region");
}

/* --- belonging --------------------------------------------------------------------------------------- */

static LpValue
call_children (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  return lp_components_value (lp_flow_get_children (survey->flow, c));
}

static LpValue
call_members (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  return lp_components_value (lp_flow_get_members (survey->flow, c));
}

static LpValue
call_groups (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  return lp_components_value (lp_flow_get_groups (survey->flow, c));
}

static LpValue
call_peers (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  return lp_components_value (lp_flow_get_peers (survey->flow, c));
}

static LpValue
call_targets (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  return lp_components_value (lp_flow_get_targets (survey->flow, c));
}

static LpValue
call_fits (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  const char *kind = survey->traits[c].id;
  guint at = lp_design_get_parent (survey->design, c);

  /* A plain box says nothing about where it stands: what is around it counts. */
  while (at != LP_NONE && (survey->traits[at].traits & LP_TRAIT_PLAIN))
    at = lp_design_get_parent (survey->design, at);
  if (at == LP_NONE && lp_design_get_parent (survey->design, c) != LP_NONE)
    return lp_value_bool (TRUE);
  const char *container = at != LP_NONE ? survey->traits[at].id : NULL;
  return lp_value_bool (lp_catalogue_may_contain (survey->catalogue, container, kind));
}

/* --- connections ------------------------------------------------------------------------------------- */

static LpValue
select_connections (LpExprRun *run, const LpCall *call, LpIndices connections)
{
  LpSurvey *survey = lp_survey_of (run);
  LpKindSet kinds = lp_call_kinds_of_method (run, call);
  guint n = 0;

  if (call->n_args == 1)
    return lp_value_object_list (LP_CLASS_CONNECTION, connections.items, connections.n);
  if (!lp_expr_run_spend (run, connections.n))
    return lp_expr_run_fail_limit (run);
  for (guint i = 0; i < connections.n; i++)
    n += (lp_flow_kind_of (survey->flow, connections.items[i]) & kinds) != 0;
  guint *items = n > 0 ? lp_expr_run_alloc (run, n * sizeof (guint)) : NULL;
  if (n > 0 && items == NULL)
    return lp_expr_run_fail_limit (run);
  n = 0;
  for (guint i = 0; i < connections.n; i++)
    if (lp_flow_kind_of (survey->flow, connections.items[i]) & kinds)
      items[n++] = connections.items[i];
  return lp_value_object_list (LP_CLASS_CONNECTION, items, n);
}

static LpValue
call_out (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  return select_connections (run, call, lp_design_get_outgoing (survey->design, c));
}

static LpValue
call_into (LpExprRun *run, const LpCall *call)
{
  guint c;
  LpSurvey *survey = survey_of_call (run, call, &c);
  return select_connections (run, call, lp_design_get_incoming (survey->design, c));
}

void
lp_survey_add_methods (LpExprSchema *schema)
{
  const LpType *component = lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, NULL);
  const LpType *components = lp_expr_schema_list_type (schema, component);
  const LpType *place = lp_expr_schema_object_type (schema, LP_CLASS_PLACE, NULL);
  const LpType *places = lp_expr_schema_list_type (schema, place);
  const LpType *connection = lp_expr_schema_object_type (schema, LP_CLASS_CONNECTION, NULL);
  const LpType *connections = lp_expr_schema_list_type (schema, connection);
  const LpFunction methods[] = {
    { .name = "is",
      .n_params = 2,
      .params = { component, &lp_type_string },
      .result = &lp_type_bool,
      .call = call_is,
      .check = check_is },
    { .name = "within",
      .n_params = 2,
      .params = { component, &lp_type_string },
      .variadic = TRUE,
      .result = component,
      .call = call_within,
      .check = check_within },
    { .name = "inside",
      .n_params = 2,
      .params = { component, &lp_type_string },
      .variadic = TRUE,
      .result = components,
      .call = call_inside,
      .check = check_component_kinds },
    { .name = "parent", .n_params = 1, .params = { component }, .result = component, .call = call_parent },
    { .name = "containers",
      .n_params = 1,
      .params = { component },
      .result = components,
      .call = call_containers },
    { .name = "zone", .n_params = 1, .params = { component }, .result = place, .call = call_zone },
    { .name = "zones", .n_params = 1, .params = { component }, .result = places, .call = call_zones },
    { .name = "region", .n_params = 1, .params = { component }, .result = place, .call = call_region },
    { .name = "regions", .n_params = 1, .params = { component }, .result = places, .call = call_regions },
    { .name = "in_zones",
      .n_params = 2,
      .params = { components, &lp_type_int },
      .result = &lp_type_bool,
      .call = call_in_zones },
    { .name = "in_regions",
      .n_params = 2,
      .params = { components, &lp_type_int },
      .result = &lp_type_bool,
      .call = call_in_regions },
    { .name = "children",
      .n_params = 1,
      .params = { component },
      .result = components,
      .call = call_children },
    { .name = "members", .n_params = 1, .params = { component }, .result = components, .call = call_members },
    { .name = "groups", .n_params = 1, .params = { component }, .result = components, .call = call_groups },
    { .name = "peers", .n_params = 1, .params = { component }, .result = components, .call = call_peers },
    { .name = "targets", .n_params = 1, .params = { component }, .result = components, .call = call_targets },
    { .name = "fits", .n_params = 1, .params = { component }, .result = &lp_type_bool, .call = call_fits },
    { .name = "out",
      .n_params = 2,
      .params = { component, &lp_type_string },
      .variadic = TRUE,
      .result = connections,
      .call = call_out,
      .check = lp_check_kinds_of_method },
    { .name = "into",
      .n_params = 2,
      .params = { component, &lp_type_string },
      .variadic = TRUE,
      .result = connections,
      .call = call_into,
      .check = lp_check_kinds_of_method },
  };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      LpFunction method = methods[i];
      method.method = TRUE;
      method.data = schema;
      lp_expr_schema_add_function (schema, &method);
    }
}
