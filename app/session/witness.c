#include "session/witness.h"

typedef struct
{
  const LpDesign *design;
  GHashTable *named;     /* ids */
  GStrvBuilder *ids;
} Witness;

static void
add (Witness *witness, const char *id)
{
  if (g_hash_table_add (witness->named, (gpointer) id))
    g_strv_builder_add (witness->ids, id);
}

static void
add_connections (Witness *witness, const LpFinding *finding)
{
  for (char **id = finding->related; *id != NULL; id++)
    {
      guint component = lp_design_find (witness->design, *id);
      if (component == LP_NONE)
        continue;
      LpIndices outgoing = lp_design_get_outgoing (witness->design, component);
      for (guint i = 0; i < outgoing.n; i++)
        {
          const LpConnection *connection = lp_design_get_connection (witness->design, outgoing.items[i]);
          if (g_hash_table_contains (witness->named, connection->to))
            add (witness, connection->id);
        }
    }
}

/* The innermost container of all that is named; LP_NONE where less than two things are, or they share none. */
static guint
find_shared (const LpDesign *design, const LpFinding *finding)
{
  guint shared = LP_NONE, n = 0;

  for (char **id = finding->related; *id != NULL; id++)
    {
      guint component = lp_design_find (design, *id);
      if (component == LP_NONE)
        continue;
      if (n++ == 0)
        shared = lp_design_get_parent (design, component);
      while (shared != LP_NONE && !lp_design_is_within (design, component, shared))
        shared = lp_design_get_parent (design, shared);
    }
  return n > 1 ? shared : LP_NONE;
}

/* A region or a network is around nearly everything: that says nothing. */
static void
add_shared_zone (Witness *witness, const LpCatalogue *catalogue, const LpFinding *finding)
{
  for (guint at = find_shared (witness->design, finding); at != LP_NONE; at = lp_design_get_parent (witness->design, at))
    {
      const LpComponent *container = lp_design_get_component (witness->design, at);
      const LpKind *kind = lp_catalogue_find (catalogue, container->kind);
      guint parent = lp_design_get_parent (witness->design, at);
      const LpKind *outer
          = parent != LP_NONE
                ? lp_catalogue_find (catalogue, lp_design_get_component (witness->design, parent)->kind)
                : NULL;
      if (kind == NULL || kind->scope != LP_SCOPE_ZONAL)
        return;
      /* The outermost of what lies in one zone is the zone. */
      if (outer == NULL || outer->scope != LP_SCOPE_ZONAL)
        {
          add (witness, container->id);
          return;
        }
    }
}

GStrv
lp_witness_dup_ids (const LpDesign *design, const LpCatalogue *catalogue, const LpFinding *finding)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  Witness witness = { design, named, ids };

  if (finding->component != NULL)
    add (&witness, finding->component);
  for (char **id = finding->related; *id != NULL; id++)
    add (&witness, *id);
  add_connections (&witness, finding);
  add_shared_zone (&witness, catalogue, finding);
  return g_strv_builder_end (ids);
}
