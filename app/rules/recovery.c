#include "rules/recovery.h"

#include "rules/sights.h"
#include "rules/survey-private.h"

typedef struct
{
  LpSurvey *survey;
  GArray *regions;      /* guint: places */
  GArray *position; /* by place: its index in regions + 1, or 0 */
} Regions;

static Regions
find_regions (LpSurvey *survey)
{
  Regions found = { survey, g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, TRUE, sizeof (guint)) };
  guint n = lp_design_get_n_components (survey->design);

  for (guint c = 0; c < n; c++)
    {
      guint region = lp_places_get_region (survey->places, c);
      if (region == LP_NONE)
        continue;
      if (region >= found.position->len)
        g_array_set_size (found.position, region + 1);
      if (g_array_index (found.position, guint, region) != 0)
        continue;
      g_array_append_val (found.regions, region);
      g_array_index (found.position, guint, region) = found.regions->len;
    }
  return found;
}

static void
clear_regions (Regions *found)
{
  g_array_unref (found->regions);
  g_array_unref (found->position);
}

/* The index of the component's region, or LP_NONE. */
static guint
region_index (const Regions *found, guint component)
{
  guint region = lp_places_get_region (found->survey->places, component);
  return region != LP_NONE ? g_array_index (found->position, guint, region) - 1 : LP_NONE;
}

GArray *
lp_recovery_get_regions (LpSurvey *survey)
{
  Regions found = find_regions (survey);
  g_array_unref (found.position);
  return found.regions;
}

/* --- what tells recovery from the rest ------------------------------------------------------------------------ */

/* By region, as many as there are: above 0 for recovery, below 0 for the one that is lost. */
typedef int *Votes;

static int
purpose_of (const LpComponent *region)
{
  static const struct
  {
    const char *words;
    int vote;
  } names[] = { { "\\b(recovery|dr|standby|secondary)\\b|재해|복구|대기|보조", 1 },
                { "\\b(primary|main)\\b|주 리전|기본", -1 } };
  const char *purpose = lp_properties_lookup_string (region->set, "purpose");
  const char *said[] = { purpose != NULL ? purpose : "", region->label != NULL ? region->label : "", region->id };

  if (purpose != NULL && g_ascii_strcasecmp (purpose, "active") == 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      if (g_regex_match_simple (names[j].words, said[i], G_REGEX_CASELESS, 0))
        return names[j].vote;
  return 0;
}

static void
vote_by_purpose (const Regions *found, Votes votes)
{
  for (guint c = 0; c < lp_design_get_n_components (found->survey->design); c++)
    if (found->survey->traits[c].traits & LP_TRAIT_REGION)
      votes[region_index (found, c)] += purpose_of (lp_design_get_component (found->survey->design, c));
}

static void
vote_by_failover (const Regions *found, Votes votes)
{
  const LpDesign *design = found->survey->design;

  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      const LpConnection *connection = lp_design_get_connection (design, i);
      const char *role = g_str_equal (connection->kind, "fails-over")
                             ? lp_properties_lookup_string (connection->set, "role")
                             : NULL;
      guint region = role != NULL ? region_index (found, lp_design_get_target (design, i)) : LP_NONE;
      if (region != LP_NONE)
        votes[region] += g_ascii_strcasecmp (role, "secondary") == 0 ? 1 : -1;
    }
}

static void
vote_by_copies (const Regions *found, Votes votes)
{
  const LpDesign *design = found->survey->design;

  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      const char *kind = lp_design_get_connection (design, i)->kind;
      if (!g_str_equal (kind, "replicates") && !g_str_equal (kind, "copies-backup"))
        continue;
      guint from = region_index (found, lp_design_get_source (design, i));
      guint to = region_index (found, lp_design_get_target (design, i));
      if (from == to || to == LP_NONE)
        continue;
      votes[to]++;
      if (from != LP_NONE)
        votes[from]--;
    }
}

static gboolean
has_role (const LpSurvey *survey, guint component, const char *role)
{
  const LpKind *kind = survey->traits[component].kind;
  return kind != NULL && lp_kind_has_role (kind, role);
}

/* Where users arrive, and where nobody does. */
static void
vote_by_users (const Regions *found, Votes votes)
{
  LpSurvey *survey = found->survey;
  LpIndices users = lp_flow_get_users (survey->flow);
  LpKindSet kinds = lp_flow_kind (survey->flow, "dns") | lp_flow_kind (survey->flow, "traffic");
  gboolean some = FALSE;

  for (guint c = 0; c < lp_design_get_n_components (survey->design); c++)
    {
      guint region = region_index (found, c);
      if (region == LP_NONE || votes[region] < 0
          || !(has_role (survey, c, "compute") || has_role (survey, c, "balancer"))
          || !lp_flow_reaches (survey->flow, users, c, kinds, (LpIndices){ NULL, 0 }, NULL))
        continue;
      votes[region] = -1;
      some = TRUE;
    }
  for (guint i = 0; some && i < found->regions->len; i++)
    votes[i] = votes[i] < 0 ? -1 : 1;
}

/* Where most of the data is, and of equal ones most that computes, is the one that is lost; then the one that is drawn
 * first. A data centre with servers or data of its own comes before all of them. */
static void
vote_by_contents (const Regions *found, Votes votes)
{
  LpSurvey *survey = found->survey;
  g_autofree guint64 *contents = g_new0 (guint64, found->regions->len);
  guint fullest = 0;
  gboolean premises = FALSE;

  for (guint c = 0; c < lp_design_get_n_components (survey->design); c++)
    {
      guint region = region_index (found, c);
      guint64 weight = has_role (survey, c, "durable") ? (guint64) 1 << 32 : (guint64) has_role (survey, c, "compute");
      if (region != LP_NONE)
        contents[region] += weight;
      else
        premises |= weight > 0 && has_role (survey, c, "premises");
    }
  for (guint i = 1; i < found->regions->len; i++)
    fullest = contents[i] > contents[fullest] ? i : fullest;
  for (guint i = 0; i < found->regions->len; i++)
    votes[i] = i == fullest && !premises ? -1 : 1;
}

/* Regions with votes for it; where there are only votes against, the others. FALSE where nothing is decided. */
static gboolean
count_votes (const Regions *found, const int *votes, GArray *targets)
{
  gboolean any_for = FALSE, any_against = FALSE;

  for (guint i = 0; i < found->regions->len; i++)
    {
      any_for |= votes[i] > 0;
      any_against |= votes[i] < 0;
    }
  if (!any_for && !any_against)
    return FALSE;
  for (guint i = 0; i < found->regions->len; i++)
    if (any_for ? votes[i] > 0 : votes[i] == 0)
      g_array_append_val (targets, g_array_index (found->regions, guint, i));
  return TRUE;
}

GArray *
lp_recovery_get_targets (LpSurvey *survey)
{
  static void (*const vote[]) (const Regions *, Votes)
      = { vote_by_purpose, vote_by_failover, vote_by_copies, vote_by_users, vote_by_contents };
  Regions found = find_regions (survey);
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean decided = found.regions->len == 0;

  for (guint i = 0; !decided && i < G_N_ELEMENTS (vote); i++)
    {
      g_autofree int *votes = g_new0 (int, found.regions->len);
      vote[i](&found, votes);
      decided = count_votes (&found, votes, targets) && targets->len > 0;
    }
  clear_regions (&found);
  return targets;
}

/* --- data ------------------------------------------------------------------------------------------------------ */

static gboolean
says (const LpComponent *component, const char *name, gboolean *value)
{
  JsonNode *node = lp_properties_lookup (component->set, name);
  gboolean is_boolean
      = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
  if (is_boolean)
    *value = json_node_get_boolean (node);
  return is_boolean;
}

/* What a volume holds is what its instance keeps. */
static gboolean
instance_says (const LpSurvey *survey, guint volume, gboolean *keeps)
{
  LpIndices incoming = lp_design_get_incoming (survey->design, volume);
  for (guint i = 0; i < incoming.n; i++)
    {
      guint from = lp_design_get_source (survey->design, incoming.items[i]);
      if (g_str_equal (lp_design_get_connection (survey->design, incoming.items[i])->kind, "attaches")
          && says (lp_design_get_component (survey->design, from), "stateful", keeps))
        return TRUE;
    }
  return FALSE;
}

/* A replica, or where others put their backups; a plan that is drawn towards what it backs up is none of these. */
static gboolean
is_copy (const LpSurvey *survey, guint component)
{
  static const char *const kinds[] = { "replicates", "backs-up", "copies-backup", NULL };
  LpIndices incoming = lp_design_get_incoming (survey->design, component);

  for (guint i = 0; i < incoming.n; i++)
    if (g_strv_contains (kinds, lp_design_get_connection (survey->design, incoming.items[i])->kind)
        && !has_role (survey, lp_design_get_source (survey->design, incoming.items[i]), "backup"))
      return TRUE;
  return FALSE;
}

gboolean
lp_recovery_keeps_data (LpSurvey *survey, guint component)
{
  static const char *const others[] = { "logs", "static-site", "backup", NULL };
  const LpComponent *self = lp_design_get_component (survey->design, component);
  const char *content = lp_properties_lookup_string (self->set, "content");
  gboolean keeps = has_role (survey, component, "durable");

  if (!says (self, "stateful", &keeps))
    instance_says (survey, component, &keeps);
  return keeps && !(content != NULL && g_strv_contains (others, content)) && !is_copy (survey, component);
}

/* --- in expressions ---------------------------------------------------------------------------------------------- */

static LpValue
places_value (LpExprRun *run, GArray *places)
{
  guint n = places->len;
  guint *items = n > 0 ? lp_expr_run_alloc (run, n * sizeof (guint)) : NULL;
  gboolean fits = n == 0 || items != NULL;

  if (items != NULL)
    memcpy (items, places->data, n * sizeof (guint));
  g_array_unref (places);
  return fits && lp_expr_run_spend (run, lp_design_get_n_components (lp_survey_of (run)->design))
             ? lp_value_object_list (LP_CLASS_PLACE, items, n)
             : lp_expr_run_fail_limit (run);
}

/* Worked out when first asked for; what it rests on is told by what differs in the end (lp_survey_move_regions()). */
static GArray *
remembered (LpSurvey *survey, GArray **memory, GArray *(*work_out) (LpSurvey *))
{
  LpSights *paused = lp_sights_pause ();

  if (*memory == NULL)
    *memory = work_out (survey);
  lp_sights_resume (paused);
  return g_array_ref (*memory);
}

static LpValue
call_regions (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  lp_see_wide (LP_SEEN_REGIONS, 0);
  return places_value (run, remembered (survey, &survey->regions, lp_recovery_get_regions));
}

static LpValue
call_recovery_regions (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  lp_see_wide (LP_SEEN_REGIONS, 1);
  return places_value (run, remembered (survey, &survey->recovery, lp_recovery_get_targets));
}

static LpValue
call_keeps_data (LpExprRun *run, const LpCall *call)
{
  return lp_value_bool (lp_recovery_keeps_data (lp_survey_of (run), call->args[0].index));
}

static gboolean
stands_in (LpSurvey *survey, guint component, guint place)
{
  if (lp_places_get_region (survey->places, component) == place)
    return TRUE;
  LpIndices spans = lp_design_get_spans (survey->design, component);
  for (guint i = 0; i < spans.n; i++)
    if (lp_places_get_region (survey->places, spans.items[i]) == place)
      return TRUE;
  return FALSE;
}

static LpValue
call_stands_in (LpExprRun *run, const LpCall *call)
{
  LpValue places = call->args[1];
  for (guint i = 0; i < places.length; i++)
    {
      LpValue place = lp_value_list_get (places, i);
      if (place.kind == LP_VALUE_OBJECT && place.object_class == LP_CLASS_PLACE
          && stands_in (lp_survey_of (run), call->args[0].index, place.index))
        return lp_value_bool (TRUE);
    }
  return lp_value_bool (FALSE);
}

/* By place. A component that spans into another region stands in both. */
static LpBuckets
find_contents (LpSurvey *survey)
{
  g_autoptr (GArray) where = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) what = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = lp_design_get_n_components (survey->design), n_places = 0;

  for (guint c = 0; c < n; c++)
    {
      LpIndices spans = lp_design_get_spans (survey->design, c);
      guint first = where->len;
      for (guint i = 0; i <= spans.n; i++)
        {
          guint place = lp_places_get_region (survey->places, i == 0 ? c : spans.items[i - 1]);
          gboolean known = place == LP_NONE;
          for (guint k = first; !known && k < where->len; k++)
            known = g_array_index (where, guint, k) == place;
          if (known)
            continue;
          g_array_append_val (where, place);
          g_array_append_val (what, c);
          n_places = MAX (n_places, place + 1);
        }
    }
  survey->n_contents = n_places;
  return lp_buckets_new_of ((const guint *) where->data, (const guint *) what->data, where->len, n_places);
}

static LpIndices
contents_of (const LpSurvey *survey, guint place)
{
  if (place >= survey->n_contents)
    return (LpIndices){ NULL, 0 };
  return (LpIndices){ survey->contents.items + survey->contents.first[place],
                      lp_buckets_count (&survey->contents, place) };
}

static LpValue
call_components (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  LpSights *paused = lp_sights_pause ();

  if (survey->contents.first == NULL)
    survey->contents = find_contents (survey);
  lp_sights_resume (paused);
  lp_see_wide (LP_SEEN_CONTENTS, call->args[0].index);
  LpIndices found = contents_of (survey, call->args[0].index);
  guint *items = found.n > 0 ? lp_expr_run_alloc (run, found.n * sizeof (guint)) : NULL;
  if (!lp_expr_run_spend (run, found.n) || (found.n > 0 && items == NULL))
    return lp_expr_run_fail_limit (run);
  if (found.n > 0)
    memcpy (items, found.items, found.n * sizeof (guint));
  return lp_value_object_list (LP_CLASS_COMPONENT, items, found.n);
}

/* --- another state of the design --------------------------------------------------------------------------------- */

void
lp_survey_forget_regions (LpSurvey *survey)
{
  g_clear_pointer (&survey->regions, g_array_unref);
  g_clear_pointer (&survey->recovery, g_array_unref);
  lp_buckets_clear (&survey->contents);
  survey->contents = (LpBuckets){ NULL, NULL };
}

/* What stands in a drawn region stays there whatever is written at it. */
static gboolean
may_differ (const LpSurvey *survey, const LpDesignChange *change)
{
  if (lp_design_change_is_structural (change) || change->edited_lines->len > 0)
    return TRUE;
  for (guint i = 0; i < change->edited->len; i++)
    {
      guint c = g_array_index (change->edited, guint, i);
      if ((survey->traits[c].traits & (LP_TRAIT_REGION | LP_TRAIT_ZONE)) || !lp_places_is_framed (survey->places, c))
        return TRUE;
    }
  return FALSE;
}

static void
compare_places (LpSurvey *survey, GArray **memory, GArray *(*work_out) (LpSurvey *), guint number,
                const LpChangeSink *sink)
{
  g_autoptr (GArray) before = g_steal_pointer (memory);

  if (before == NULL)
    return;
  *memory = work_out (survey);
  if (before->len != (*memory)->len
      || (before->len > 0 && memcmp (before->data, (*memory)->data, before->len * sizeof (guint)) != 0))
    sink->wide (LP_SEEN_REGIONS, number, sink->data);
}

static gboolean
same_contents (LpIndices before, LpIndices after, const guint *numbers)
{
  if (before.n != after.n)
    return FALSE;
  for (guint i = 0; i < before.n; i++)
    if (numbers[before.items[i]] != after.items[i])
      return FALSE;
  return TRUE;
}

static void
compare_contents (LpSurvey *survey, const guint *numbers, const LpChangeSink *sink)
{
  LpBuckets before = survey->contents;
  guint n = survey->n_contents;

  if (before.first == NULL)
    return;
  survey->contents = find_contents (survey);
  for (guint i = 0; i < MAX (n, survey->n_contents); i++)
    {
      LpIndices was = i < n ? (LpIndices){ before.items + before.first[i], lp_buckets_count (&before, i) }
                            : (LpIndices){ NULL, 0 };
      if (!same_contents (was, contents_of (survey, i), numbers))
        sink->wide (LP_SEEN_CONTENTS, i, sink->data);
    }
  lp_buckets_clear (&before);
}

void
lp_survey_move_regions (LpSurvey *survey, const LpDesignChange *change, const LpChangeSink *sink)
{
  if (!may_differ (survey, change))
    return;
  compare_places (survey, &survey->regions, lp_recovery_get_regions, 0, sink);
  compare_places (survey, &survey->recovery, lp_recovery_get_targets, 1, sink);
  compare_contents (survey, change->components, sink);
}

void
lp_survey_add_recovery (LpExprSchema *schema)
{
  const LpType *component = lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, NULL);
  const LpType *components = lp_expr_schema_list_type (schema, component);
  const LpType *place = lp_expr_schema_object_type (schema, LP_CLASS_PLACE, NULL);
  const LpType *places = lp_expr_schema_list_type (schema, place);
  const LpFunction functions[] = {
    { .name = "all_regions", .result = places, .call = call_regions },
    { .name = "recovery_regions", .result = places, .call = call_recovery_regions },
    { .name = "keeps_data",
      .method = TRUE,
      .n_params = 1,
      .params = { component },
      .result = &lp_type_bool,
      .call = call_keeps_data },
    { .name = "stands_in",
      .method = TRUE,
      .n_params = 2,
      .params = { component, places },
      .result = &lp_type_bool,
      .call = call_stands_in },
    { .name = "contents",
      .method = TRUE,
      .n_params = 1,
      .params = { place },
      .result = components,
      .call = call_components },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    lp_expr_schema_add_function (schema, &functions[i]);
}
