#include "rules/flow-private.h"

#define NOT_YET ((LpIndices){ NULL, G_MAXUINT })

LpIndices
lp_flow_remember (LpFlow *flow, GArray *array)
{
  if (array->len == 0)
    return (LpIndices){ NULL, 0 };
  guint *items = lp_arena_alloc (&flow->memory, array->len * sizeof (guint));
  memcpy (items, array->data, array->len * sizeof (guint));
  return (LpIndices){ items, array->len };
}

/* --- kinds ------------------------------------------------------------------------------------------- */

LpKindSet
lp_flow_kind (const LpFlow *flow, const char *kind)
{
  guint bit = GPOINTER_TO_UINT (g_hash_table_lookup (flow->kinds, kind));
  if (bit == 0 && strchr (kind, '_') != NULL)
    {
      g_autofree char *hyphens = g_strdelimit (g_strdup (kind), "_", '-');
      bit = GPOINTER_TO_UINT (g_hash_table_lookup (flow->kinds, hyphens));
    }
  return bit == 0 ? 0 : (LpKindSet) 1 << (bit - 1);
}

LpKindSet
lp_flow_kind_of (const LpFlow *flow, guint connection)
{
  return flow->connection_kind[connection];
}

/* Kinds of the catalogue have the same bits in every design. The 63rd kind and all behind it share a bit. */
static void
number_kinds (LpFlow *flow)
{
  static const char *const calls[] = { "dns", "traffic", "fails-over", "invokes" };
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  guint m = lp_design_get_n_connections (flow->design);
  const char *last = NULL;

  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (catalogue); i++)
    g_hash_table_insert (flow->kinds, g_strdup (lp_catalogue_get_connection_kind (catalogue, i)->id),
                         GUINT_TO_POINTER (MIN (i, 62) + 1));
  for (guint i = 0; i < m; i++)
    {
      const char *kind = lp_design_peek_connection (flow->design, i)->kind;
      LpKindSet set = last != NULL && g_str_equal (kind, last) ? flow->connection_kind[i - 1] : lp_flow_kind (flow, kind);
      if (set == 0)
        {
          guint bit = MIN (g_hash_table_size (flow->kinds), 62);
          g_hash_table_insert (flow->kinds, g_strdelimit (g_strdup (kind), "_", '-'),
                               GUINT_TO_POINTER (bit + 1));
          set = (LpKindSet) 1 << bit;
        }
      flow->connection_kind[i] = set;
      last = kind;
    }
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    flow->calls |= lp_flow_kind (flow, calls[i]);
}

/* --- steps ------------------------------------------------------------------------------------------- */

typedef struct
{
  LpFlow *flow;
  GArray *from, *to, *kind; /* guint, guint, LpKindSet */
  guint source;
} Building;

static void
add_step (Building *building, guint from, guint to, LpKindSet kind)
{
  g_array_append_val (building->from, from);
  g_array_append_val (building->to, to);
  g_array_append_val (building->kind, kind);
}

static void
each_of (LpIndices list, void (*each) (guint, gpointer), gpointer data)
{
  for (guint i = 0; i < list.n; i++)
    each (list.items[i], data);
}

/* Instances below a group may stand in zones and subnets that are drawn inside it. */
static void
each_below (const LpFlow *flow, guint container, guint depth, void (*each) (guint, gpointer), gpointer data)
{
  LpIndices children = lp_design_get_children (flow->design, container);
  for (guint i = 0; i < children.n; i++)
    {
      guint child = children.items[i];
      if (depth > 0 && lp_flow_has (flow, child, LP_TRAIT_ZONE | LP_TRAIT_SUBNET | LP_TRAIT_WRAPPER))
        each_below (flow, child, depth - 1, each, data);
      else
        each (child, data);
    }
}

void
lp_flow_each_child (const LpFlow *flow, guint c, void (*each) (guint, gpointer), gpointer data)
{
  LpIndices children = lp_design_get_children (flow->design, c);
  for (guint i = 0; i < children.n; i++)
    if (lp_flow_has (flow, children.items[i], LP_TRAIT_FRAME))
      lp_flow_each_child (flow, children.items[i], each, data);
    else
      each (children.items[i], data);
}

void
lp_flow_each_member (const LpFlow *flow, guint c, void (*each) (guint, gpointer), gpointer data)
{
  LpIndices outgoing = lp_design_get_outgoing (flow->design, c);
  LpIndices spans = lp_design_get_spans (flow->design, c);
  LpKindSet kinds = 0;

  if (!lp_flow_has (flow, c, LP_TRAIT_GROUP | LP_TRAIT_WRAPPER))
    {
      lp_flow_each_child (flow, c, each, data);
      return;
    }
  each_below (flow, c, lp_flow_has (flow, c, LP_TRAIT_GROUP) ? 4 : 0, each, data);
  each_of (lp_design_get_spanned_by (flow->design, c), each, data);
  for (guint i = 0; i < spans.n; i++)
    if (!lp_flow_has (flow, spans.items[i], LP_TRAIT_SUBNET | LP_TRAIT_ZONE | LP_TRAIT_NETWORK))
      each (spans.items[i], data);
  kinds = lp_flow_kind (flow, "manages");
  if (!lp_flow_has (flow, c, LP_TRAIT_GROUP))
    kinds |= lp_flow_kind (flow, "protects");
  for (guint i = 0; i < outgoing.n; i++)
    if (flow->connection_kind[outgoing.items[i]] & kinds)
      each (lp_design_get_target (flow->design, outgoing.items[i]), data);
}

static void
add_member_step (guint member, gpointer data)
{
  Building *building = data;
  add_step (building, building->source, member, LP_KIND_IMPLIED);
  if (lp_flow_has (building->flow, building->source, LP_TRAIT_GROUP))
    add_step (building, member, building->source, LP_KIND_IMPLIED);
}

static void
add_compute_step (guint child, gpointer data)
{
  Building *building = data;
  const LpKindTraits *traits = &building->flow->traits[child];
  if (traits->kind != NULL && lp_kind_has_role (traits->kind, "compute"))
    add_step (building, building->source, child, LP_KIND_IMPLIED);
}

/* The second node of a subnet or zone: reached by what is meant for the servers in it. */
static guint
inner_node (Building *building, guint container)
{
  guint *inner = &building->flow->inner[container];
  if (*inner == 0)
    {
      *inner = ++building->flow->n_nodes;
      building->source = *inner - 1;
      each_below (building->flow, container, 4, add_compute_step, building);
    }
  return *inner - 1;
}

static void
add_connection_steps (Building *building, guint connection)
{
  LpFlow *flow = building->flow;
  guint from = lp_design_get_source (flow->design, connection),
        to = lp_design_get_target (flow->design, connection);
  LpKindSet kind = flow->connection_kind[connection];

  if (lp_flow_has (flow, to, LP_TRAIT_OUTBOUND)
      && lp_flow_has (flow, from, LP_TRAIT_USERS | LP_TRAIT_INTERNET | LP_TRAIT_GATEWAY))
    return;
  add_step (building, from, to, kind);
  if ((kind & flow->calls) && lp_flow_has (flow, to, LP_TRAIT_SUBNET | LP_TRAIT_ZONE)
      && lp_flow_has (flow, from, LP_TRAIT_BALANCER | LP_TRAIT_USERS | LP_TRAIT_INTERNET | LP_TRAIT_ENTRY)
      && !lp_flow_has (flow, from, LP_TRAIT_GATEWAY))
    add_step (building, from, inner_node (building, to), kind);
  if (kind == lp_flow_kind (flow, "attaches"))
    {
      if (lp_flow_has (flow, from, LP_TRAIT_ADDRESS))
        add_step (building, from, to, LP_KIND_IMPLIED);
      if (lp_flow_has (flow, to, LP_TRAIT_ADDRESS))
        add_step (building, to, from, LP_KIND_IMPLIED);
    }
}

static void
build_steps (LpFlow *flow)
{
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) kind = g_array_new (FALSE, FALSE, sizeof (LpKindSet));
  Building building = { flow, from, to, kind, 0 };
  LpSteps *steps = &flow->steps;

  flow->inner = g_new0 (guint, flow->n + 1);
  for (guint i = 0; i < lp_design_get_n_connections (flow->design); i++)
    add_connection_steps (&building, i);
  for (guint i = 0; i < flow->n; i++)
    if (lp_flow_has (flow, i, LP_TRAIT_GROUP | LP_TRAIT_WRAPPER))
      {
        building.source = i;
        lp_flow_each_member (flow, i, add_member_step, &building);
      }

  steps->start = g_new0 (guint, flow->n_nodes + 1);
  steps->end_of = g_new (guint, from->len + 1);
  steps->kind = g_new (LpKindSet, from->len + 1);
  for (guint i = 0; i < from->len; i++)
    steps->start[g_array_index (from, guint, i) + 1]++;
  for (guint i = 0; i < flow->n_nodes; i++)
    steps->start[i + 1] += steps->start[i];
  g_autofree guint *next = g_memdup2 (steps->start, sizeof (guint) * (flow->n_nodes + 1));
  for (guint i = 0; i < from->len; i++)
    {
      guint at = next[g_array_index (from, guint, i)]++;
      steps->end_of[at] = g_array_index (to, guint, i);
      steps->kind[at] = g_array_index (kind, LpKindSet, i);
    }
}

/* --- where calls come from --------------------------------------------------------------------------- */

static gboolean
has_connection (const LpFlow *flow, LpIndices connections, LpKindSet kinds)
{
  for (guint i = 0; i < connections.n; i++)
    if (flow->connection_kind[connections.items[i]] & kinds)
      return TRUE;
  return FALSE;
}

static gboolean
is_on_premises (const LpFlow *flow, guint c)
{
  for (guint at = c; at != LP_NONE; at = lp_design_get_parent (flow->design, at))
    if (lp_flow_has (flow, at, LP_TRAIT_PREMISES))
      return TRUE;
  return FALSE;
}

/* An entry is where calls come from as long as the drawing has nothing that calls it. */
static gboolean
is_uncalled_entry (const LpFlow *flow, guint c)
{
  return lp_flow_has (flow, c, LP_TRAIT_ENTRY)
         && !has_connection (flow, lp_design_get_incoming (flow->design, c), flow->calls);
}

static void
add_source (LpFlow *flow, guint c)
{
  const LpProperties *set = lp_design_get_component (flow->design, c)->set;
  gboolean is_internal = lp_flow_has (flow, c, LP_TRAIT_ENTRY)
                         && g_strcmp0 (lp_properties_lookup_string (set, "scheme"), "internal") == 0;

  g_array_append_val (flow->users, c);
  if (!is_internal && !is_on_premises (flow, c))
    g_array_append_val (flow->internet, c);
}

void
lp_flow_find_users (LpFlow *flow)
{
  guint people = LP_TRAIT_USERS | LP_TRAIT_INTERNET | LP_TRAIT_PREMISES;
  gboolean any = FALSE;

  flow->users = g_array_new (FALSE, FALSE, sizeof (guint));
  flow->internet = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < flow->n; i++)
    if (has_connection (flow, lp_design_get_outgoing (flow->design, i), flow->calls)
        && (lp_flow_has (flow, i, people)
            || (is_uncalled_entry (flow, i) && !lp_flow_has (flow, i, LP_TRAIT_GATEWAY))))
      {
        any = any || lp_flow_has (flow, i, people);
        add_source (flow, i);
      }
  /* A gateway is on the way from somebody: it counts only where nobody is drawn. */
  for (guint i = 0; i < flow->n && !any; i++)
    if (lp_flow_has (flow, i, LP_TRAIT_GATEWAY) && is_uncalled_entry (flow, i)
        && has_connection (flow, lp_design_get_outgoing (flow->design, i), flow->calls))
      add_source (flow, i);
  lp_flow_keep (flow, (LpIndices){ (const guint *) flow->users->data, flow->users->len });
  lp_flow_keep (flow, (LpIndices){ (const guint *) flow->internet->data, flow->internet->len });
}

LpIndices
lp_flow_get_users (const LpFlow *flow)
{
  lp_see_wide (LP_SEEN_USERS, 0);
  return (LpIndices){ (const guint *) flow->users->data, flow->users->len };
}

LpIndices
lp_flow_get_internet (const LpFlow *flow)
{
  lp_see_wide (LP_SEEN_USERS, 0);
  return (LpIndices){ (const guint *) flow->internet->data, flow->internet->len };
}

/* --- targets, members, groups ------------------------------------------------------------------------ */

typedef struct
{
  const LpFlow *flow;
  GArray *found;
  GHashTable *seen;
  guint depth;
} Gathering;

static void gather_target (guint c, gpointer data);

static void
gather_inside (guint child, gpointer data)
{
  Gathering *gathering = data;
  const LpKindTraits *traits = &gathering->flow->traits[child];
  if ((traits->traits & (LP_TRAIT_GROUP | LP_TRAIT_WRAPPER))
      || (traits->kind != NULL && lp_kind_has_role (traits->kind, "compute")))
    gather_target (child, data);
}

/* Groups give way to their members; a group of which no member is drawn stands for itself. */
static void
gather_target (guint c, gpointer data)
{
  Gathering *gathering = data;
  const LpFlow *flow = gathering->flow;
  guint before = gathering->found->len;

  if (gathering->depth > 8 || !g_hash_table_add (gathering->seen, GUINT_TO_POINTER (c + 1)))
    return;
  gathering->depth++;
  if (lp_flow_has (flow, c, LP_TRAIT_SUBNET | LP_TRAIT_ZONE))
    each_below (flow, c, 4, gather_inside, data);
  else if (lp_flow_has (flow, c, LP_TRAIT_GROUP | LP_TRAIT_WRAPPER))
    lp_flow_each_member (flow, c, gather_inside, data);
  gathering->depth--;
  if (gathering->found->len == before && !lp_flow_has (flow, c, LP_TRAIT_SUBNET | LP_TRAIT_ZONE))
    g_array_append_val (gathering->found, c);
}

LpIndices
lp_flow_get_targets (LpFlow *flow, guint component)
{
  if (flow->targets[component].n != NOT_YET.n && lp_sights_now == NULL)
    return flow->targets[component];
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Gathering gathering = { flow, found, seen, 0 };
  LpIndices outgoing = lp_design_get_outgoing (flow->design, component);
  LpKindSet kinds
      = lp_flow_kind (flow, "traffic") | lp_flow_kind (flow, "invokes") | lp_flow_kind (flow, "fails-over");

  g_hash_table_add (seen, GUINT_TO_POINTER (component + 1));
  for (guint i = 0; i < outgoing.n; i++)
    if (flow->connection_kind[outgoing.items[i]] & kinds)
      gather_target (lp_design_get_target (flow->design, outgoing.items[i]), &gathering);
  return flow->targets[component] = lp_flow_remember (flow, found);
}

static void
gather_once (guint c, gpointer data)
{
  Gathering *gathering = data;
  if (g_hash_table_add (gathering->seen, GUINT_TO_POINTER (c + 1)))
    g_array_append_val (gathering->found, c);
}

LpIndices
lp_flow_get_children (LpFlow *flow, guint component)
{
  LpIndices children = lp_design_get_children (flow->design, component);
  gboolean any = FALSE;
  for (guint i = 0; i < children.n; i++)
    any |= lp_flow_has (flow, children.items[i], LP_TRAIT_FRAME);
  if (!any)
    return children;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Gathering gathering = { flow, found, seen, 0 };
  lp_flow_each_child (flow, component, gather_once, &gathering);
  return lp_flow_remember (flow, found);
}

LpIndices
lp_flow_get_members (LpFlow *flow, guint component)
{
  if (flow->members[component].n != NOT_YET.n && lp_sights_now == NULL)
    return flow->members[component];
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Gathering gathering = { flow, found, seen, 0 };

  lp_flow_each_member (flow, component, gather_once, &gathering);
  return flow->members[component] = lp_flow_remember (flow, found);
}

static gboolean
is_group (const LpFlow *flow, guint c)
{
  return lp_flow_has (flow, c, LP_TRAIT_GROUP | LP_TRAIT_WRAPPER) && !lp_flow_has (flow, c, LP_TRAIT_PLAIN);
}

LpIndices
lp_flow_get_groups (LpFlow *flow, guint component)
{
  if (flow->groups[component].n != NOT_YET.n && lp_sights_now == NULL)
    return flow->groups[component];
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Gathering gathering = { flow, found, seen, 0 };
  LpIndices spans = lp_design_get_spans (flow->design, component);
  LpIndices spanned_by = lp_design_get_spanned_by (flow->design, component);
  LpIndices incoming = lp_design_get_incoming (flow->design, component);
  LpKindSet kinds = lp_flow_kind (flow, "manages") | lp_flow_kind (flow, "protects");

  for (guint at = lp_design_get_parent (flow->design, component); at != LP_NONE;
       at = lp_design_get_parent (flow->design, at))
    if (is_group (flow, at))
      gather_once (at, &gathering);
  for (guint i = 0; i < spans.n; i++)
    if (is_group (flow, spans.items[i]))
      gather_once (spans.items[i], &gathering);
  for (guint i = 0; i < spanned_by.n; i++)
    if (is_group (flow, spanned_by.items[i]))
      gather_once (spanned_by.items[i], &gathering);
  for (guint i = 0; i < incoming.n; i++)
    if ((flow->connection_kind[incoming.items[i]] & kinds)
        && is_group (flow, lp_design_get_source (flow->design, incoming.items[i])))
      gather_once (lp_design_get_source (flow->design, incoming.items[i]), &gathering);
  return flow->groups[component] = lp_flow_remember (flow, found);
}

LpIndices
lp_flow_get_peers (LpFlow *flow, guint component)
{
  lp_see (component, LP_SEEN_PEERS);
  if (flow->peers.first == NULL)
    {
      LpSights *paused = lp_sights_pause ();
      lp_flow_find_peers (flow);
      lp_sights_resume (paused);
    }
  guint set = flow->peer_set[component];
  return (LpIndices){ flow->peers.items + flow->peers.first[set],
                      flow->peers.first[set + 1] - flow->peers.first[set] };
}

/* --- making it --------------------------------------------------------------------------------------- */

void
lp_reach_free (gpointer data)
{
  LpReach *reach = data;
  g_free (reach->from);
  g_free (reach->without);
  g_free (reach->previous);
  g_free (reach);
}

void
lp_flow_forget (LpFlow *flow, const LpDesign *design)
{
  flow->design = design;
  for (guint i = 0; i < flow->n; i++)
    flow->targets[i] = flow->members[i] = flow->groups[i] = NOT_YET;
  lp_arena_reset (&flow->memory);
  /* Answers that do not last may have been asked with lists that go now. */
  for (guint i = flow->reaches->len; i-- > 0;)
    if (!((LpReach *) flow->reaches->pdata[i])->lasts)
      g_ptr_array_remove_index (flow->reaches, i);
}

LpFlow *
lp_flow_new (const LpDesign *design, const LpKindTraits *traits)
{
  LpFlow *flow = g_new0 (LpFlow, 1);

  flow->design = design;
  flow->traits = traits;
  flow->n = flow->n_nodes = lp_design_get_n_components (design);
  flow->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  flow->connection_kind = g_new (LpKindSet, lp_design_get_n_connections (design) + 1);
  flow->targeted = g_array_new (FALSE, FALSE, sizeof (guint));
  flow->kept = g_hash_table_new (NULL, NULL);
  flow->reaches = g_ptr_array_new_with_free_func (lp_reach_free);
  flow->targets = g_new (LpIndices, flow->n + 1);
  flow->members = g_new (LpIndices, flow->n + 1);
  flow->groups = g_new (LpIndices, flow->n + 1);
  lp_flow_forget (flow, design);
  number_kinds (flow);
  build_steps (flow);
  flow->queue = g_new (guint, flow->n_nodes + 1);
  lp_flow_find_users (flow);
  return flow;
}

void
lp_flow_free (LpFlow *flow)
{
  if (flow == NULL)
    return;
  g_hash_table_unref (flow->kinds);
  g_hash_table_unref (flow->kept);
  g_free (flow->connection_kind);
  g_free (flow->steps.start);
  g_free (flow->steps.end_of);
  g_free (flow->steps.kind);
  g_free (flow->back.start);
  g_free (flow->back.end_of);
  g_free (flow->back.kind);
  g_free (flow->numbers);
  g_free (flow->inner);
  g_array_unref (flow->users);
  g_array_unref (flow->internet);
  g_ptr_array_unref (flow->reaches);
  lp_arena_clear (&flow->memory);
  g_free (flow->queue);
  g_free (flow->visited);
  g_free (flow->is_target);
  g_array_unref (flow->targeted);
  lp_buckets_clear (&flow->peers);
  g_free (flow->peer_set);
  g_free (flow->targets);
  g_free (flow->members);
  g_free (flow->groups);
  g_free (flow);
}
