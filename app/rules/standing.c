#include "rules/standing.h"

#include "rules/survey-private.h"

/* --- properties -------------------------------------------------------------------------------------- */

static JsonNode *
property_node (LpSurvey *survey, guint c, const char *name)
{
  const LpKind *kind = survey->traits[c].kind;
  JsonNode *node = lp_properties_lookup (lp_design_get_component (survey->design, c)->set, name);
  const LpPropertyKind *property = node == NULL && kind != NULL ? lp_kind_find_property (kind, name) : NULL;
  return property != NULL ? property->unset : node;
}

static LpAnswer
flag (LpSurvey *survey, guint c, const char *name)
{
  JsonNode *node = property_node (survey, c, name);
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return LP_ANSWER_UNKNOWN;
  return json_node_get_boolean (node) ? LP_ANSWER_YES : LP_ANSWER_NO;
}

/* -1: not known. */
static gint64
amount (LpSurvey *survey, guint c, const char *name)
{
  JsonNode *node = property_node (survey, c, name);
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return -1;
  return MAX (0, json_node_get_int (node));
}

static gboolean
may_say (LpSurvey *survey, guint c, const char *name)
{
  const LpKind *kind = survey->traits[c].kind;
  return kind != NULL && lp_kind_find_property (kind, name) != NULL;
}

/* Of RDS: a cluster always has its standbys, an instance has one unless Multi-AZ is said to be off. */
static gboolean
has_standby_deployment (LpSurvey *survey, guint c)
{
  const char *deployment
      = lp_properties_lookup_string (lp_design_get_component (survey->design, c)->set, "deployment");
  return g_strcmp0 (deployment, "cluster") == 0
         || (g_strcmp0 (deployment, "instance") == 0 && flag (survey, c, "multi_az") != LP_ANSWER_NO);
}

/* --- where it and its standbys stand ------------------------------------------------------------------ */

typedef struct
{
  GArray *zones; /* of guint, each once */
  gboolean has_standby;
} Ground;

static void
add_zones (LpSurvey *survey, guint c, Ground *ground)
{
  LpIndices zones = lp_places_get_zones (survey->places, c);
  for (guint i = 0; i < zones.n; i++)
    {
      gboolean known = FALSE;
      for (guint j = 0; j < ground->zones->len; j++)
        known |= g_array_index (ground->zones, guint, j) == zones.items[i];
      if (!known)
        g_array_append_val (ground->zones, zones.items[i]);
    }
}

/* A copy that is kept in step, or whatever it fails over to. */
static gboolean
joins_standby (LpSurvey *survey, guint connection)
{
  LpKindSet kind = lp_flow_kind_of (survey->flow, connection);
  const LpProperties *set = lp_design_get_connection (survey->design, connection)->set;

  return (kind & lp_flow_kind (survey->flow, "fails-over")) != 0
         || ((kind & lp_flow_kind (survey->flow, "replicates")) != 0
             && g_strcmp0 (lp_properties_lookup_string (set, "mode"), "sync") == 0);
}

static void
find_ground (LpSurvey *survey, guint c, Ground *ground)
{
  LpIndices outgoing = lp_design_get_outgoing (survey->design, c);
  LpIndices incoming = lp_design_get_incoming (survey->design, c);

  add_zones (survey, c, ground);
  for (guint i = 0; i < outgoing.n + incoming.n; i++)
    {
      guint connection = i < outgoing.n ? outgoing.items[i] : incoming.items[i - outgoing.n];
      guint other = i < outgoing.n ? lp_design_get_target (survey->design, connection)
                                   : lp_design_get_source (survey->design, connection);
      const LpKind *kind = survey->traits[other].kind;
      if (other == c || kind == NULL || kind->scope != LP_SCOPE_ZONAL || !joins_standby (survey, connection))
        continue;
      add_zones (survey, other, ground);
      ground->has_standby = TRUE;
    }
}

/* --- the answer --------------------------------------------------------------------------------------- */

static const LpStanding anywhere = { LP_ANSWER_NO, LP_NONE, LP_ANSWER_NO, NULL };

static LpStanding
stand_on (const Ground *ground, LpAnswer alone)
{
  if (ground->zones->len > 1)
    return (LpStanding){ LP_ANSWER_NO, LP_NONE, alone, NULL };
  guint zone = ground->zones->len == 1 ? g_array_index (ground->zones, guint, 0) : LP_NONE;
  return (LpStanding){ zone != LP_NONE || alone == LP_ANSWER_YES ? LP_ANSWER_YES : LP_ANSWER_UNKNOWN, zone,
                       alone, "zone" };
}

static gboolean
in_scaling_group (LpSurvey *survey, guint c)
{
  LpIndices groups = lp_flow_get_groups (survey->flow, c);
  for (guint i = 0; i < groups.n; i++)
    if (survey->traits[groups.items[i]].traits & LP_TRAIT_GROUP)
      return TRUE;
  return FALSE;
}

/* What has, or may have, a standby of its own. */
static LpStanding
stand_of_service (LpSurvey *survey, guint c, const Ground *ground)
{
  LpAnswer multi_az = may_say (survey, c, "multi_az") ? flag (survey, c, "multi_az") : LP_ANSWER_NO;
  gint64 nodes = may_say (survey, c, "nodes") ? amount (survey, c, "nodes") : 1;
  gint64 replicas = amount (survey, c, "replicas");

  if (multi_az == LP_ANSWER_YES || flag (survey, c, "serverless") == LP_ANSWER_YES || ground->zones->len > 1
      || has_standby_deployment (survey, c))
    return anywhere;
  if (ground->has_standby || nodes > 1 || replicas > 0)
    return multi_az == LP_ANSWER_NO ? stand_on (ground, LP_ANSWER_NO)
                                    : (LpStanding){ LP_ANSWER_UNKNOWN, LP_NONE, LP_ANSWER_NO, "multi_az" };
  if (multi_az == LP_ANSWER_UNKNOWN && replicas != 0)
    return (LpStanding){ LP_ANSWER_UNKNOWN, LP_NONE, LP_ANSWER_UNKNOWN, "multi_az" };
  if (nodes < 0)
    return (LpStanding){ LP_ANSWER_UNKNOWN, LP_NONE, LP_ANSWER_UNKNOWN, "nodes" };
  return stand_on (ground, LP_ANSWER_YES);
}

static LpStanding
stand_of_zonal (LpSurvey *survey, guint c, const Ground *ground)
{
  if (may_say (survey, c, "multi_az") || may_say (survey, c, "nodes"))
    return stand_of_service (survey, c, ground);
  gboolean helped = ground->has_standby || in_scaling_group (survey, c) || amount (survey, c, "count") > 1;
  return stand_on (ground, helped || ground->zones->len > 1 ? LP_ANSWER_NO : LP_ANSWER_YES);
}

LpStanding
lp_standing_of (LpSurvey *survey, guint c)
{
  g_autoptr (GArray) zones = g_array_new (FALSE, FALSE, sizeof (guint));
  Ground ground = { zones, FALSE };
  const LpKindTraits *traits = &survey->traits[c];

  if (traits->kind == NULL || (traits->kind->is_container && !(traits->traits & LP_TRAIT_GROUP)))
    return anywhere;
  find_ground (survey, c, &ground);
  if (traits->traits & LP_TRAIT_GROUP)
    return stand_on (&ground, LP_ANSWER_NO);
  if (traits->traits & LP_TRAIT_BALANCER)
    return zones->len == 1 ? stand_on (&ground, LP_ANSWER_NO) : anywhere;
  if (traits->kind->scope == LP_SCOPE_ZONAL)
    return stand_of_zonal (survey, c, &ground);
  if (flag (survey, c, "one_zone") != LP_ANSWER_YES)
    return anywhere;
  LpStanding standing = stand_on (&ground, LP_ANSWER_NO);
  standing.one_zone = LP_ANSWER_YES;
  return standing;
}
