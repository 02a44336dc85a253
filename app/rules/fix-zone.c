/* Another Availability Zone, and subnets of the same zone: found, or made like those that are there. */

#include <glib/gi18n.h>
#include <string.h>

#include "base/json-node.h"
#include "model/zone-name.h"
#include "rules/fix-site.h"

#define ZONE "availability-zone"
#define SUBNET "subnet"

/* --- what is meant by the same ----------------------------------------------------------------------- */

/* What may be unset counts as what the catalogue says that stands for. */
static gboolean
is_public (const LpSite *site, guint subnet)
{
  const LpKind *kind = lp_catalogue_find (site->catalogue, SUBNET);
  const LpPropertyKind *property = lp_kind_find_property (kind, "public");
  JsonNode *value = lp_properties_lookup (lp_site_get (site, subnet)->set, "public");

  if (value == NULL && property != NULL)
    value = property->unset;
  return value != NULL && JSON_NODE_HOLDS_VALUE (value) && json_node_get_boolean (value);
}

static gboolean
says_public (const LpSite *site, guint subnet)
{
  return lp_properties_lookup (lp_site_get (site, subnet)->set, "public") != NULL;
}

/* The network around it, else the region; LP_NONE: the whole drawing. */
static guint
network_of (const LpSite *site, guint component)
{
  guint network = lp_site_within_kind (site, component, "vpc");
  return network != LP_NONE ? network : lp_site_within (site, component, LP_TRAIT_REGION);
}

static gboolean
is_in (const LpSite *site, guint component, guint network)
{
  return network == LP_NONE || lp_design_is_within (site->design, component, network);
}

static gboolean
contains (const GArray *places, guint place)
{
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, guint, i) == place)
      return TRUE;
  return FALSE;
}

/* All zones in which any of them may run. */
static GArray *
zones_of (LpSite *site, const GArray *components)
{
  GArray *zones = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < components->len; i++)
    {
      LpIndices some = lp_places_get_zones (site->places, g_array_index (components, guint, i));
      g_array_append_vals (zones, some.items, some.n);
    }
  return zones;
}

static gboolean
has_stem_of (const LpSite *site, guint a, guint b)
{
  guint zone_a = lp_site_within (site, a, LP_TRAIT_ZONE), zone_b = lp_site_within (site, b, LP_TRAIT_ZONE);
  g_auto (LpZoneName) here = { 0 }, there = { 0 };
  lp_zone_name_init (&here, zone_a != LP_NONE ? lp_component_get_name (lp_site_get (site, zone_a)) : "");
  lp_zone_name_init (&there, zone_b != LP_NONE ? lp_component_get_name (lp_site_get (site, zone_b)) : "");
  g_autofree char *left = lp_zone_name_stem (lp_component_get_name (lp_site_get (site, a)), &here);
  g_autofree char *right = lp_zone_name_stem (lp_component_get_name (lp_site_get (site, b)), &there);
  return g_str_equal (left, right);
}

/* --- names of new zones ------------------------------------------------------------------------------ */

/* Whether a zone of that letter or number is drawn in the network. */
static gboolean
is_letter_taken (const LpSite *site, guint network, const char *letter)
{
  for (guint i = 0; i < lp_design_get_n_components (site->design); i++)
    if (lp_site_has_trait (site, i, LP_TRAIT_ZONE) && is_in (site, i, network))
      {
        g_auto (LpZoneName) name = { 0 };
        lp_zone_name_init (&name, lp_component_get_name (lp_site_get (site, i)));
        if (g_ascii_strcasecmp (name.letter, letter) == 0)
          return TRUE;
      }
  return FALSE;
}

/* Nearly every region has the zones a and c, which is why people draw these. */
static char *
next_letter (const LpSite *site, guint network, const char *like, const char *taken)
{
  static const char *const letters[] = { "a", "c", "b", "d", "e", "f" };

  if (g_ascii_isdigit (*like))
    for (guint i = 1; i < 100; i++)
      {
        g_autofree char *number = g_strdup_printf ("%u", i);
        if (!is_letter_taken (site, network, number) && !g_str_equal (number, taken))
          return g_steal_pointer (&number);
      }
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (!is_letter_taken (site, network, letters[i]) && g_ascii_strcasecmp (letters[i], taken) != 0)
      return g_ascii_isupper (*like) ? g_ascii_strup (letters[i], 1) : g_strdup (letters[i]);
  return g_strdup ("2");
}

/* Named like `model`, a zone; LP_NONE: after the region around `beside`, in which something stands in zone `taken`. */
static char *
new_zone_name (const LpSite *site, guint model, guint beside, const char *taken)
{
  guint network = network_of (site, beside), region = lp_places_get_region (site->places, beside);
  const char *name = model != LP_NONE ? lp_component_get_name (lp_site_get (site, model)) : "";
  g_auto (LpZoneName) like = { 0 };
  lp_zone_name_init (&like, name);
  g_autofree char *letter = next_letter (site, network, like.letter, taken);
  const char *code = region != LP_NONE ? lp_region_code_find (lp_places_get (site->places, region)->id) : NULL;

  if (*like.letter != '\0')
    return g_strdup_printf ("%.*s%s", (int) (strlen (name) - strlen (like.letter)), name, letter);
  if (code != NULL)
    return g_strconcat (code, letter, NULL);
  g_autofree char *capital = g_ascii_strup (letter, -1);
  return g_strdup_printf (_("Availability Zone %s"), capital);
}

/* The id of `model` says the zone as its name does. */
static char *
adapt (const char *text, const char *from, const char *to)
{
  g_auto (LpZoneName) old = { 0 }, new = { 0 };
  lp_zone_name_init (&old, from);
  lp_zone_name_init (&new, to);
  return text != NULL ? lp_zone_name_adapt (text, &old, &new) : NULL;
}

/* --- zones ------------------------------------------------------------------------------------------- */

/* Where a new zone goes: beside the model, else in the network around the component. */
static guint
holder_of_zone (const LpSite *site, guint model, guint beside)
{
  return model != LP_NONE ? lp_design_get_parent (site->design, model) : lp_site_find_holder (site, beside, ZONE);
}

static guint
make_zone (LpSite *site, guint model, guint beside, GError **error)
{
  g_auto (LpZoneName) taken = { 0 };
  LpIndices zones = lp_places_get_zones (site->places, beside);
  lp_zone_name_init (&taken, zones.n > 0 ? lp_places_get (site->places, zones.items[0])->label : "");
  g_autofree char *name = new_zone_name (site, model, beside, taken.letter);
  const LpComponent *original = model != LP_NONE ? lp_site_get (site, model) : NULL;
  g_autofree char *wish
      = original != NULL ? adapt (original->id, lp_component_get_name (original), name) : NULL;
  if (wish == NULL)
    wish = lp_id_from_text (name, ZONE);
  guint into = holder_of_zone (site, model, beside);
  return original != NULL ? lp_site_add_like (site, model, into, wish, name, error)
                          : lp_site_add (site, ZONE, into, wish, name, error);
}

/* A frame of a zone that none of these is in. */
static guint
find_zone_frame (LpSite *site, guint network, const GArray *used)
{
  for (guint i = 0; i < lp_design_get_n_components (site->design); i++)
    if (lp_site_has_trait (site, i, LP_TRAIT_ZONE) && is_in (site, i, network)
        && !contains (used, lp_places_get_zone (site->places, i)))
      return i;
  return LP_NONE;
}

static guint
ensure_zone (LpSite *site, guint beside, const GArray *used, GError **error)
{
  guint found = find_zone_frame (site, network_of (site, beside), used);
  guint model = lp_site_within (site, beside, LP_TRAIT_ZONE);
  if (found != LP_NONE)
    return found;
  for (guint i = 0; model == LP_NONE && i < lp_design_get_n_components (site->design); i++)
    if (lp_site_has_trait (site, i, LP_TRAIT_ZONE) && is_in (site, i, network_of (site, beside)))
      model = i;
  return make_zone (site, model, beside, error);
}

/* --- subnets ----------------------------------------------------------------------------------------- */

/* A subnet of the network that is like `model` in another zone; one of the same name is the best. */
static guint
find_subnet_elsewhere (LpSite *site, guint model, const GArray *used)
{
  guint network = network_of (site, model), found = LP_NONE;
  for (guint i = 0; i < lp_design_get_n_components (site->design); i++)
    {
      guint zone = lp_site_has_trait (site, i, LP_TRAIT_SUBNET) ? lp_places_get_zone (site->places, i) : LP_NONE;
      if (zone == LP_NONE || contains (used, zone) || !is_in (site, i, network)
          || is_public (site, i) != is_public (site, model))
        continue;
      if (has_stem_of (site, i, model))
        return i;
      if (found == LP_NONE)
        found = i;
    }
  return found;
}

/* In a zone that has a frame. */
static guint
make_subnet_in_zone (LpSite *site, guint model, guint zone, GError **error)
{
  guint old = lp_site_within (site, model, LP_TRAIT_ZONE);
  const LpComponent *original = lp_site_get (site, model);
  const char *from = old != LP_NONE ? lp_component_get_name (lp_site_get (site, old)) : "";
  const char *to = lp_component_get_name (lp_site_get (site, zone));
  g_autofree char *label = adapt (original->label, from, to), *wish = adapt (original->id, from, to);

  return lp_site_add_like (site, model, zone, wish != NULL ? wish : original->id,
                           label != NULL ? label : original->label, error);
}

/* Zones are only names, written at the subnets. */
static guint
make_subnet_with_name (LpSite *site, guint model, const char *from, GError **error)
{
  g_auto (LpZoneName) old = { 0 };
  lp_zone_name_init (&old, from);
  g_autofree char *letter = next_letter (site, LP_NONE, old.letter, old.letter);
  g_autofree char *to = g_strdup_printf ("%.*s%s", (int) (strlen (from) - strlen (old.letter)), from, letter);
  const LpComponent *original = lp_site_get (site, model);
  gboolean written = lp_properties_lookup (original->set, "availability_zone") != NULL;
  g_autofree char *label = adapt (original->label, from, to), *wish = adapt (original->id, from, to);
  guint made = lp_site_add_like (site, model, lp_design_get_parent (site->design, model),
                                 wish != NULL ? wish : original->id, label != NULL ? label : original->label,
                                 error);

  if (made == LP_NONE || !written)
    return made;
  g_autofree char *id = g_strdup (lp_site_get (site, made)->id);
  if (!lp_site_set (site, made, "availability_zone", lp_json_node_string (to), error))
    return LP_NONE;
  return lp_design_find (site->design, id);
}

static guint
ensure_subnet_elsewhere (LpSite *site, guint model, const GArray *used, GError **error)
{
  guint found = find_subnet_elsewhere (site, model, used);
  if (found != LP_NONE)
    return found;
  LpIndices zones = lp_places_get_zones (site->places, model);
  if (lp_site_within (site, model, LP_TRAIT_ZONE) == LP_NONE && zones.n == 1
      && find_zone_frame (site, network_of (site, model), used) == LP_NONE)
    return make_subnet_with_name (site, model, lp_places_get (site->places, zones.items[0])->label, error);
  g_autofree char *id = g_strdup (lp_site_get (site, model)->id);
  guint zone = ensure_zone (site, model, used, error);
  return zone != LP_NONE ? make_subnet_in_zone (site, lp_design_find (site->design, id), zone, error) : LP_NONE;
}

guint
lp_fix_find_zone (LpSite *site, const LpFixQuest *quest, GArray *beside, GError **error)
{
  guint first = g_array_index (beside, guint, 0);
  g_autoptr (GArray) used = zones_of (site, beside);
  guint model = lp_site_subnet_of (site, first);

  if (model != LP_NONE && g_strcmp0 (quest->kind, SUBNET) != 0)
    return ensure_subnet_elsewhere (site, model, used, error);
  return ensure_zone (site, first, used, error);
}

/* --- public and private ------------------------------------------------------------------------------ */

static guint
find_subnet_beside (LpSite *site, guint first, gboolean public)
{
  guint network = network_of (site, first), zone = lp_places_get_zone (site->places, first);
  for (guint i = 0; i < lp_design_get_n_components (site->design); i++)
    if (lp_site_has_trait (site, i, LP_TRAIT_SUBNET) && is_in (site, i, network) && says_public (site, i)
        && is_public (site, i) == public && lp_places_get_zone (site->places, i) == zone)
      return i;
  return LP_NONE;
}

guint
lp_fix_find_subnet (LpSite *site, const LpFixQuest *quest, GArray *beside, GError **error)
{
  guint first = g_array_index (beside, guint, 0), model = lp_site_subnet_of (site, first);
  gboolean public = quest->where == LP_FIX_PUBLIC_SUBNET;
  guint found = find_subnet_beside (site, first, public);
  if (found != LP_NONE)
    return found;
  guint into = model != LP_NONE ? lp_design_get_parent (site->design, model)
                                : lp_site_find_holder (site, first, SUBNET);
  guint made = lp_site_add (site, SUBNET, into, public ? "public-subnet" : "private-subnet",
                            public ? _("Public subnet") : _("Private subnet"), error);
  if (made == LP_NONE)
    return LP_NONE;
  g_autofree char *id = g_strdup (lp_site_get (site, made)->id);
  return lp_site_set (site, made, "public", lp_json_node_boolean (public), error) ? lp_design_find (site->design, id)
                                                                                   : LP_NONE;
}
