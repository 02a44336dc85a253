/* Which components do the same work. */

#include "rules/flow-private.h"

typedef struct
{
  LpFlow *flow;
  guint *up; /* union-find: towards the root */
  const char *
      *role; /* by component: its role without the words for its turn, interned; "" where it has none */
  gboolean *standby; /* its role is nothing but the word for its turn */
} Peers;

static guint
root_of (Peers *peers, guint c)
{
  while (peers->up[c] != c)
    c = peers->up[c] = peers->up[peers->up[c]];
  return c;
}

/* The lower number becomes the root, so sets come out in the document's order. */
static void
unite (Peers *peers, guint a, guint b)
{
  a = root_of (peers, a);
  b = root_of (peers, b);
  if (a != b)
    peers->up[MAX (a, b)] = MIN (a, b);
}

/* --- roles ------------------------------------------------------------------------------------------- */

static gboolean
is_turn (const char *word)
{
  static const char *const words[]
      = { "primary",  "secondary", "active", "passive", "standby", "main", "spare",
          "failover", "replica",   "dr",     "hot",     "cold",    "warm" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return TRUE;
  return FALSE;
}

/* The one that the others stand by for. */
static gboolean
is_first (const char *word)
{
  return g_str_equal (word, "primary") || g_str_equal (word, "active") || g_str_equal (word, "main");
}

/* "Web-Standby" does the work of "web". */
static const char *
role_of (const char *text, gboolean *standby)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, "-_ /", -1);
  g_autoptr (GString) role = g_string_new (NULL);
  guint turns = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (is_turn (words[i]))
      turns += !is_first (words[i]);
    else if (*words[i] != '\0')
      g_string_append_printf (role, "%s%s", role->len > 0 ? "-" : "", words[i]);
  *standby = role->len == 0 && turns > 0;
  return g_intern_string (role->str);
}

/* Few texts, of many components. */
static void
read_roles (Peers *peers)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < peers->flow->n; i++)
    {
      const char *text
          = lp_properties_lookup_string (lp_design_get_component (peers->flow->design, i)->set, "role");
      gpointer first = text != NULL ? g_hash_table_lookup (known, text) : NULL;
      if (first != NULL)
        {
          peers->role[i] = peers->role[GPOINTER_TO_UINT (first) - 1];
          peers->standby[i] = peers->standby[GPOINTER_TO_UINT (first) - 1];
          continue;
        }
      peers->role[i] = text != NULL ? role_of (text, &peers->standby[i]) : "";
      if (text != NULL)
        g_hash_table_insert (known, (gpointer) text, GUINT_TO_POINTER (i + 1));
    }
}

static gboolean
is_bastion (const Peers *peers, guint c)
{
  return strstr (peers->role[c], "bastion") != NULL || g_str_has_prefix (peers->role[c], "jump");
}

/* By kind and role. */
static void
unite_roles (Peers *peers)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < peers->flow->n; i++)
    if (*peers->role[i] != '\0')
      {
        const char *kind = peers->flow->traits[i].id;
        char *key = g_strconcat (kind, "/", peers->role[i], NULL);
        gpointer found = g_hash_table_lookup (first, key);
        if (found != NULL)
          unite (peers, GPOINTER_TO_UINT (found) - 1, i);
        if (found == NULL)
          g_hash_table_insert (first, key, GUINT_TO_POINTER (i + 1));
        else
          g_free (key);
      }
}

/* --- belonging together ------------------------------------------------------------------------------ */

/* All do the same work, except that different roles stay apart; those without a role join the one role there
 * is, or stay among themselves where there are several. */
static void
unite_list (Peers *peers, LpIndices list)
{
  guint first_plain = LP_NONE, first_role = LP_NONE;
  gboolean one_role = TRUE;

  for (guint i = 0; i < list.n; i++)
    {
      guint c = list.items[i];
      if (!lp_flow_has (peers->flow, c, LP_TRAIT_INSTANCE))
        continue;
      if (*peers->role[c] != '\0')
        {
          if (first_role != LP_NONE && peers->role[first_role] != peers->role[c])
            one_role = FALSE;
          first_role = first_role == LP_NONE ? c : first_role;
          continue;
        }
      if (first_plain != LP_NONE)
        unite (peers, first_plain, c);
      first_plain = first_plain == LP_NONE ? c : first_plain;
    }
  if (one_role && first_plain != LP_NONE && first_role != LP_NONE)
    unite (peers, first_plain, first_role);
}

static void
unite_pair (Peers *peers, guint a, guint b)
{
  guint pair[] = { a, b };
  unite_list (peers, (LpIndices){ pair, 2 });
}

static void
unite_ends (Peers *peers, LpIndices connections, LpKindSet kinds, gboolean sources)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < connections.n; i++)
    if (peers->flow->connection_kind[connections.items[i]] & kinds)
      {
        guint end = sources ? lp_design_get_source (peers->flow->design, connections.items[i])
                            : lp_design_get_target (peers->flow->design, connections.items[i]);
        g_array_append_val (ends, end);
      }
  unite_list (peers, (LpIndices){ (const guint *) ends->data, ends->len });
}

static void
unite_belongings (Peers *peers)
{
  LpFlow *flow = peers->flow;
  LpKindSet fails_over = lp_flow_kind (flow, "fails-over"), attaches = lp_flow_kind (flow, "attaches");
  LpKindSet replicates = lp_flow_kind (flow, "replicates");

  for (guint i = 0; i < flow->n; i++)
    {
      if (lp_flow_has (flow, i, LP_TRAIT_BALANCER))
        unite_list (peers, lp_flow_get_targets (flow, i));
      if (lp_flow_has (flow, i, LP_TRAIT_GROUP))
        unite_list (peers, lp_flow_get_members (flow, i));
      if (lp_flow_has (flow, i, LP_TRAIT_ADDRESS))
        {
          unite_ends (peers, lp_design_get_incoming (flow->design, i), attaches, TRUE);
          unite_ends (peers, lp_design_get_outgoing (flow->design, i), attaches, FALSE);
        }
      unite_ends (peers, lp_design_get_outgoing (flow->design, i), fails_over, FALSE);
    }
  for (guint i = 0; i < lp_design_get_n_connections (flow->design); i++)
    if (flow->connection_kind[i] & (replicates | fails_over))
      unite_pair (peers, lp_design_get_source (flow->design, i), lp_design_get_target (flow->design, i));
}

/* --- the same callers -------------------------------------------------------------------------------- */

static gboolean
unite_called_by_same (Peers *peers)
{
  LpFlow *flow = peers->flow;
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL);
  gboolean changed = FALSE;

  for (guint i = 0; i < flow->n; i++)
    {
      LpIndices incoming = lp_design_get_incoming (flow->design, i);
      if (!lp_flow_has (flow, i, LP_TRAIT_INSTANCE) || *peers->role[i] != '\0')
        continue;
      for (guint j = 0; j < incoming.n; j++)
        {
          guint caller = lp_design_get_source (flow->design, incoming.items[j]);
          if (!(flow->connection_kind[incoming.items[j]] & flow->calls) || is_bastion (peers, caller))
            continue;
          gpointer key = GUINT_TO_POINTER (root_of (peers, caller) + 1);
          gpointer found = g_hash_table_lookup (first, key);
          if (found == NULL)
            g_hash_table_insert (first, key, GUINT_TO_POINTER (i + 1));
          else if (root_of (peers, GPOINTER_TO_UINT (found) - 1) != root_of (peers, i))
            {
              unite (peers, GPOINTER_TO_UINT (found) - 1, i);
              changed = TRUE;
            }
        }
    }
  return changed;
}

/* A server that is only said to stand by does so for the one set that there is. */
static void
unite_standbys (Peers *peers)
{
  guint only = LP_NONE;

  for (guint i = 0; i < peers->flow->n; i++)
    if (lp_flow_has (peers->flow, i, LP_TRAIT_INSTANCE) && !peers->standby[i] && !is_bastion (peers, i))
      {
        if (only != LP_NONE && root_of (peers, i) != root_of (peers, only))
          return;
        only = i;
      }
  for (guint i = 0; i < peers->flow->n && only != LP_NONE; i++)
    if (lp_flow_has (peers->flow, i, LP_TRAIT_INSTANCE) && peers->standby[i])
      unite (peers, only, i);
}

void
lp_flow_find_peers (LpFlow *flow)
{
  guint n = flow->n;
  g_autofree guint *up = g_new (guint, n + 1);
  g_autofree const char **role = g_new (const char *, n + 1);
  g_autofree gboolean *standby = g_new0 (gboolean, n + 1);
  Peers peers = { flow, up, role, standby };

  for (guint i = 0; i < n; i++)
    up[i] = i;
  read_roles (&peers);
  unite_roles (&peers);
  unite_belongings (&peers);
  /* A tier behind a tier is one set once the tier in front is. */
  for (guint round = 0; round < 4 && unite_called_by_same (&peers); round++)
    ;
  unite_standbys (&peers);

  flow->peer_set = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    flow->peer_set[i] = root_of (&peers, i);
  flow->peers = lp_buckets_new (flow->peer_set, n, n);
}
