#include "rules/calls.h"

#include "rules/sights.h"

typedef enum
{
  PART_NONE,    /* takes no part: users, tools */
  PART_SERVICE, /* does work of its own, and waits for what it calls */
  PART_PASSES,  /* hands the call on: a load balancer, an API, a frame */
  PART_LEAF,    /* answers, and calls nobody: a store */
} Part;

typedef struct
{
  guint longest; /* services on the longest row from here on, itself included */
  guint next;    /* the next on that row, or LP_NONE */
  gboolean is_called, has_client;
} Node;

struct _LpCalls
{
  const LpDesign *design;
  const LpKindTraits *traits;
  LpFlow *flow;
  guint n;
  LpKindSet kinds; /* traffic and invokes */
  guint8 *parts;   /* by component: a Part */
  guint *same;     /* by component: the one that stands for all that do the same work */
  GArray **next;   /* by such: those that it calls; NULL for none */
  Node *nodes;
};

static gboolean
has_role (const LpCalls *calls, guint c, const char *role)
{
  return calls->traits[c].kind != NULL && lp_kind_has_role (calls->traits[c].kind, role);
}

static gboolean
has_trait (const LpCalls *calls, guint c, guint traits)
{
  return (calls->traits[c].traits & traits) != 0;
}

static Part
find_part (const LpCalls *calls, guint c)
{
  static const char *const no_service[] = { "integration", "tool", "migration", "stream", "container", "scheduler" };

  if (has_trait (calls, c, LP_TRAIT_GROUP))
    return PART_SERVICE;
  if (has_trait (calls, c, LP_TRAIT_WRAPPER) || has_role (calls, c, "balancer")
      || has_role (calls, c, "cdn") || has_role (calls, c, "api"))
    return PART_PASSES;
  if (has_role (calls, c, "store") || has_role (calls, c, "database"))
    return PART_LEAF;
  if (!has_role (calls, c, "compute"))
    return PART_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (no_service); i++)
    if (has_role (calls, c, no_service[i]))
      return PART_NONE;
  return PART_SERVICE;
}

static Part
part_of (const LpCalls *calls, guint c)
{
  return calls->parts[c];
}

/* The same for all of a kind. */
static void
find_parts (LpCalls *calls)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < calls->n; i++)
    {
      gpointer part = g_hash_table_lookup (known, calls->traits[i].id);
      if (part == NULL)
        {
          part = GUINT_TO_POINTER (find_part (calls, i) + 1);
          g_hash_table_insert (known, (gpointer) calls->traits[i].id, part);
        }
      calls->parts[i] = (guint8) (GPOINTER_TO_UINT (part) - 1);
    }
}

/* Not where the line says that nobody waits: in a property or in its label. */
static gboolean
is_answered (const LpConnection *connection)
{
  JsonNode *asynchronous = lp_properties_lookup (connection->set, "asynchronous");
  const char *mode = lp_properties_lookup_string (connection->set, "mode");
  g_autofree char *label = connection->label != NULL ? g_utf8_strdown (connection->label, -1) : NULL;
  if (asynchronous != NULL && JSON_NODE_HOLDS_VALUE (asynchronous)
      && json_node_get_value_type (asynchronous) == G_TYPE_BOOLEAN && json_node_get_boolean (asynchronous))
    return FALSE;
  return (mode == NULL || !g_str_has_prefix (mode, "async"))
         && (label == NULL || (strstr (label, "async") == NULL && strstr (label, "비동기") == NULL));
}

static void
add_call (LpCalls *calls, guint from, guint to)
{
  if (from == to)
    return;
  if (calls->next[from] == NULL)
    calls->next[from] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (calls->next[from], to);
  calls->nodes[to].is_called = TRUE;
}

static void
add_connection (LpCalls *calls, guint connection)
{
  guint from = lp_design_get_source (calls->design, connection);
  guint to = lp_design_get_target (calls->design, connection);
  Part part = part_of (calls, from);

  if (!(lp_flow_kind_of (calls->flow, connection) & calls->kinds) || part_of (calls, to) == PART_NONE
      || !is_answered (lp_design_get_connection (calls->design, connection)))
    return;
  if (part == PART_SERVICE || part == PART_PASSES)
    add_call (calls, calls->same[from], calls->same[to]);
  else if (has_role (calls, from, "source") || has_role (calls, from, "dns"))
    calls->nodes[calls->same[to]].has_client = TRUE;
}

/* Members of a group are the group; servers of one set are one. */
static void
find_same (LpCalls *calls)
{
  for (guint i = 0; i < calls->n; i++)
    calls->same[i] = part_of (calls, i) == PART_SERVICE ? lp_flow_get_peers (calls->flow, i).items[0] : i;
  for (guint i = 0; i < calls->n; i++)
    {
      LpIndices members = has_trait (calls, i, LP_TRAIT_GROUP | LP_TRAIT_WRAPPER)
                              ? lp_flow_get_members (calls->flow, i)
                              : (LpIndices){ NULL, 0 };
      for (guint j = 0; j < members.n; j++)
        if (has_trait (calls, i, LP_TRAIT_GROUP))
          calls->same[i] = calls->same[members.items[j]];
    }
}

static void
add_frames (LpCalls *calls)
{
  for (guint i = 0; i < calls->n; i++)
    {
      if (part_of (calls, i) != PART_PASSES || !has_trait (calls, i, LP_TRAIT_WRAPPER))
        continue;
      LpIndices members = lp_flow_get_members (calls->flow, i);
      for (guint j = 0; calls->nodes[i].is_called && j < members.n; j++)
        if (part_of (calls, members.items[j]) != PART_NONE)
          add_call (calls, i, calls->same[members.items[j]]);
    }
}

/* Depth first without recursion; a call back to one that is still waiting adds nothing. */
static void
find_longest (LpCalls *calls, guint start, guint8 *state, GArray *stack)
{
  struct
  {
    guint node, at;
  } top = { start, 0 };

  if (state[start] != 0)
    return;
  g_array_append_val (stack, top);
  while (stack->len > 0)
    {
      memcpy (&top, stack->data + (stack->len - 1) * sizeof top, sizeof top);
      Node *node = &calls->nodes[top.node];
      const GArray *next = calls->next[top.node];
      state[top.node] = 1;
      if (next != NULL && top.at < next->len)
        {
          guint to = g_array_index (next, guint, top.at);
          top.at += state[to] != 0;
          memcpy (stack->data + (stack->len - 1) * sizeof top, &top, sizeof top);
          if (state[to] == 2 && (node->next == LP_NONE || calls->nodes[to].longest > calls->nodes[node->next].longest))
            node->next = to;
          top.node = to;
          top.at = 0;
          if (state[to] == 0)
            g_array_append_val (stack, top);
          continue;
        }
      node->longest = (part_of (calls, top.node) == PART_SERVICE)
                      + (node->next != LP_NONE ? calls->nodes[node->next].longest : 0);
      state[top.node] = 2;
      g_array_set_size (stack, stack->len - 1);
    }
}

LpCalls *
lp_calls_new (const LpDesign *design, const LpKindTraits *traits, LpFlow *flow)
{
  LpCalls *calls = g_new0 (LpCalls, 1);
  guint n = lp_design_get_n_components (design);
  g_autofree guint8 *state = g_new0 (guint8, n + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, 2 * sizeof (guint));

  *calls = (LpCalls){ design, traits, flow, n, lp_flow_kind (flow, "traffic") | lp_flow_kind (flow, "invokes"),
                      NULL, g_new (guint, n + 1), g_new0 (GArray *, n + 1), g_new0 (Node, n + 1) };
  for (guint i = 0; i < n; i++)
    calls->nodes[i].next = LP_NONE;
  calls->parts = g_new (guint8, n + 1);
  find_parts (calls);
  find_same (calls);
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    add_connection (calls, i);
  add_frames (calls);
  for (guint i = 0; i < n; i++)
    find_longest (calls, i, state, stack);
  return calls;
}

void
lp_calls_free (LpCalls *calls)
{
  if (calls == NULL)
    return;
  for (guint i = 0; i < calls->n; i++)
    if (calls->next[i] != NULL)
      g_array_unref (calls->next[i]);
  g_free (calls->next);
  g_free (calls->nodes);
  g_free (calls->same);
  g_free (calls->parts);
  g_free (calls);
}

GArray *
lp_calls_get_chain (const LpCalls *calls, guint component)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (guint));
  const Node *head = &calls->nodes[component];

  lp_see (component, LP_SEEN_CALLS);
  if (calls->same[component] != component || head->is_called)
    return chain;
  for (guint at = component; at != LP_NONE; at = calls->nodes[at].next)
    {
      lp_see (at, LP_SEEN_CALLS);
      if (part_of (calls, at) == PART_SERVICE && (at != component || head->has_client))
        g_array_append_val (chain, at);
    }
  return chain;
}

GArray *
lp_calls_get_awaited (const LpCalls *calls, guint component)
{
  GArray *awaited = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint start = calls->same[component];

  lp_see (component, LP_SEEN_CALLS);
  g_hash_table_add (seen, GUINT_TO_POINTER (start + 1));
  for (guint head = 0; head <= awaited->len; head++)
    {
      guint at = head == 0 ? start : g_array_index (awaited, guint, head - 1);
      const GArray *next = calls->next[at];
      lp_see (at, LP_SEEN_CALLS);
      for (guint i = 0; next != NULL && i < next->len; i++)
        if (g_hash_table_add (seen, GUINT_TO_POINTER (g_array_index (next, guint, i) + 1)))
          g_array_append_val (awaited, g_array_index (next, guint, i));
    }
  return awaited;
}

/* --- another state of the design --------------------------------------------------------------------- */

static guint
number_of (const guint *numbers, guint component)
{
  return component != LP_NONE ? numbers[component] : LP_NONE;
}

static gboolean
calls_the_same (const GArray *a, const GArray *b, const guint *numbers)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (numbers[g_array_index (a, guint, i)] != g_array_index (b, guint, i))
      return FALSE;
  return TRUE;
}

void
lp_calls_compare (const LpCalls *earlier, const LpCalls *calls, const guint *numbers,
                  void (*differs) (guint, guint, gpointer), gpointer data)
{
  for (guint i = 0; i < earlier->n; i++)
    {
      guint now = numbers[i];
      const Node *a = &earlier->nodes[i], *b = now != LP_NONE ? &calls->nodes[now] : NULL;
      if (b != NULL
          && (number_of (numbers, a->next) != b->next || a->is_called != b->is_called
              || a->has_client != b->has_client || number_of (numbers, earlier->same[i]) != calls->same[now]
              || !calls_the_same (earlier->next[i], calls->next[now], numbers)))
        differs (now, LP_SEEN_CALLS, data);
    }
}
