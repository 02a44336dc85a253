#include "rules/kinds.h"

/* What the graph functions make of the roles that the catalogue gives (docs/kinds.md). */
static const struct
{
  const char *role;
  guint traits;
} by_role[] = {
  { "zone", LP_TRAIT_ZONE },
  { "region", LP_TRAIT_REGION },
  { "wide", LP_TRAIT_NETWORK },
  { "subnet", LP_TRAIT_SUBNET },
  { "scaling-group", LP_TRAIT_GROUP },
  { "wrapper", LP_TRAIT_WRAPPER },
  { "instance", LP_TRAIT_INSTANCE },
  { "internet-door", LP_TRAIT_ENTRY | LP_TRAIT_GATEWAY },
  { "outbound", LP_TRAIT_OUTBOUND },
  { "data-center", LP_TRAIT_PREMISES },
  { "accelerator", LP_TRAIT_BALANCER },
  { "open", LP_TRAIT_WRAPPER | LP_TRAIT_PLAIN },
  { "balancer", LP_TRAIT_BALANCER },
  { "entry", LP_TRAIT_ENTRY },
  { "address", LP_TRAIT_ADDRESS },
  { "people", LP_TRAIT_USERS },
  { "internet", LP_TRAIT_INTERNET },
};

static guint
traits_of (const LpKind *kind)
{
  guint traits = 0;

  if (kind == NULL)
    return LP_TRAIT_WRAPPER | LP_TRAIT_PLAIN;
  for (guint i = 0; i < G_N_ELEMENTS (by_role); i++)
    if (lp_kind_has_role (kind, by_role[i].role))
      traits |= by_role[i].traits;
  if ((traits & LP_TRAIT_PLAIN) && kind->is_container)
    traits |= LP_TRAIT_FRAME;
  return traits;
}

LpKindTraits
lp_kind_traits_of (const char *id, const LpCatalogue *catalogue)
{
  const LpKind *kind = lp_catalogue_find (catalogue, id);

  return (LpKindTraits){ .kind = kind,
                         .id = kind != NULL ? kind->id : g_intern_string (id),
                         .other = lp_catalogue_find_other_id (catalogue, id),
                         .traits = traits_of (kind) };
}

LpKindTraits *
lp_kind_traits_new (const LpDesign *design, const LpCatalogue *catalogue)
{
  guint n = lp_design_get_n_components (design);
  LpKindTraits *traits = g_new (LpKindTraits, MAX (n, 1));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      const char *id = lp_design_peek_component (design, i)->kind;
      gpointer first = g_hash_table_lookup (seen, id);
      if (first != NULL)
        {
          traits[i] = traits[GPOINTER_TO_UINT (first) - 1];
          continue;
        }
      traits[i] = lp_kind_traits_of (id, catalogue);
      g_hash_table_insert (seen, (gpointer) id, GUINT_TO_POINTER (i + 1));
    }
  return traits;
}
