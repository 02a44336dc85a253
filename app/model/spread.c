#include "model/spread.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/json-node.h"
#include "model/clip.h"
#include "model/zone-name.h"

#define ZONE "availability-zone"
#define SUBNET "subnet"

typedef struct
{
  LpDocument *document;
  const LpDesign *design;
  GPtrArray *made; /* ids of what is new at the top */
} LpSpread;

/* From one zone into another. */
typedef struct
{
  LpSpread *spread;
  guint from, to;
  LpZoneName from_name, to_name;
  GHashTable *standing; /* component of the one (number + 1) -> id of what corresponds to it in the other */
  GHashTable *copied;   /* those of them that are new: number + 1 -> id, borrowed */
} LpCrossing;

static const LpComponent *
get (const LpDesign *design, guint component)
{
  return lp_design_get_component (design, component);
}

static gboolean
is_kind (const LpDesign *design, guint component, const char *kind)
{
  return component != LP_NONE && g_str_equal (get (design, component)->kind, kind);
}

/* --- zones ------------------------------------------------------------------------------------------- */

static guint
find_around (const LpDesign *design, guint component, const char *kind)
{
  guint at = lp_design_get_parent (design, component);
  while (at != LP_NONE && !is_kind (design, at, kind))
    at = lp_design_get_parent (design, at);
  return at;
}

static gboolean
is_named_like (const LpDesign *design, GArray *zones, guint zone)
{
  for (guint i = 0; i < zones->len; i++)
    if (g_str_equal (lp_component_get_name (get (design, g_array_index (zones, guint, i))),
                     lp_component_get_name (get (design, zone))))
      return TRUE;
  return FALSE;
}

/* A zone may be drawn several times, a frame for each tier: each counts once, that beside `zone` before others. The
 * zone itself comes first. */
static GArray *
find_zones (const LpDesign *design, guint zone)
{
  GArray *zones = g_array_new (FALSE, FALSE, sizeof (guint));
  guint parent = lp_design_get_parent (design, zone), around = find_around (design, zone, "vpc");
  if (around == LP_NONE)
    around = find_around (design, zone, "region");
  g_array_append_val (zones, zone);
  for (guint beside = 0; beside < 2; beside++)
    for (guint i = 0; i < lp_design_get_n_components (design); i++)
      if (is_kind (design, i, ZONE) && !is_named_like (design, zones, i)
          && (beside == 0 ? lp_design_get_parent (design, i) == parent
                          : around == LP_NONE || lp_design_is_within (design, i, around)))
        g_array_append_val (zones, i);
  return zones;
}

/* --- what corresponds -------------------------------------------------------------------------------- */

static gboolean
same_property (const LpComponent *a, const LpComponent *b, const char *name)
{
  JsonNode *left = lp_properties_lookup (a->set, name), *right = lp_properties_lookup (b->set, name);
  if (left == NULL || right == NULL)
    return left == right;
  return json_node_equal (left, right);
}

static gboolean
is_alike (const LpComponent *a, const LpComponent *b)
{
  return g_str_equal (a->kind, b->kind) && same_property (a, b, "role")
         && (!g_str_equal (a->kind, SUBNET) || same_property (a, b, "public"));
}

static gboolean
has_same_stem (const LpCrossing *crossing, const LpComponent *here, const LpComponent *there)
{
  g_autofree char *left = lp_zone_name_stem (lp_component_get_name (here), &crossing->from_name);
  g_autofree char *right = lp_zone_name_stem (lp_component_get_name (there), &crossing->to_name);
  return g_str_equal (left, right);
}

/* The alike children of the container: of `there`, those that no other thing beside `component` is called like. */
static void
count_alike (const LpCrossing *crossing, guint component, guint container, GArray *found, guint *rank)
{
  const LpDesign *design = crossing->spread->design;
  LpIndices beside = lp_design_get_children (design, lp_design_get_parent (design, component));
  LpIndices there = lp_design_get_children (design, container);
  *rank = 0;
  for (guint i = 0; i < beside.n && beside.items[i] != component; i++)
    *rank += is_alike (get (design, beside.items[i]), get (design, component));
  for (guint i = 0; i < there.n; i++)
    {
      gboolean taken = FALSE;
      for (guint k = 0; k < beside.n && !taken; k++)
        taken = beside.items[k] != component && is_alike (get (design, beside.items[k]), get (design, component))
                && has_same_stem (crossing, get (design, beside.items[k]), get (design, there.items[i]));
      if (!taken && is_alike (get (design, there.items[i]), get (design, component)))
        g_array_append_val (found, there.items[i]);
    }
}

/* LP_NONE where the other zone has none in that container. */
static guint
find_counterpart (const LpCrossing *crossing, guint component, guint container)
{
  const LpDesign *design = crossing->spread->design;
  const LpComponent *here = get (design, component);
  LpIndices there = lp_design_get_children (design, container);
  for (guint i = 0; i < there.n; i++)
    if (is_alike (here, get (design, there.items[i])) && has_same_stem (crossing, here, get (design, there.items[i])))
      return there.items[i];
  if (!g_str_equal (here->kind, SUBNET))
    return LP_NONE;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint rank;
  count_alike (crossing, component, container, found, &rank);
  return rank < found->len ? g_array_index (found, guint, rank) : LP_NONE;
}

static const char *
standing (const LpCrossing *crossing, guint component)
{
  return g_hash_table_lookup (crossing->standing, GUINT_TO_POINTER (component + 1));
}

static void
note (LpCrossing *crossing, guint component, const char *id)
{
  g_hash_table_insert (crossing->standing, GUINT_TO_POINTER (component + 1), g_strdup (id));
}

/* --- copying ----------------------------------------------------------------------------------------- */

/* "web-a" as "web-c"; "web-1" as the next number that is free; "web" as "web-c". */
static char *
new_id (const LpCrossing *crossing, const LpComponent *original)
{
  g_autofree char *adapted = lp_zone_name_adapt (original->id, &crossing->from_name, &crossing->to_name);
  gboolean numbered = g_ascii_isdigit (original->id[strlen (original->id) - 1]);
  if (adapted == NULL && !numbered && crossing->to_name.letter[0] != '\0')
    adapted = g_strdup_printf ("%s-%s", original->id, crossing->to_name.letter);
  return lp_clip_free_id (crossing->spread->document,
                          adapted != NULL && lp_id_is_valid (adapted) ? adapted : original->id);
}

static void
set_new_label (const LpCrossing *crossing, LpComponent *copy, const LpComponent *original)
{
  if (original->label == NULL)
    return;
  g_autofree char *adapted = lp_zone_name_adapt (original->label, &crossing->from_name, &crossing->to_name);
  if (adapted == NULL && g_str_equal (original->label, original->id))
    adapted = g_strdup (copy->id);
  lp_component_set_label (copy, adapted != NULL ? adapted : original->label);
}

/* What belongs to one thing alone is left out; what names its zone names the other. */
static void
set_properties (const LpCrossing *crossing, LpComponent *copy, const LpComponent *original)
{
  static const char *const own[] = { "cidr", "address", "private_ip", "public_ip" };
  lp_properties_unref (copy->set);
  copy->set = lp_properties_ref (original->set);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (lp_properties_lookup (copy->set, own[i]) != NULL)
      lp_component_set_property (copy, own[i], NULL);
  if (lp_properties_lookup (copy->set, "availability_zone") != NULL)
    lp_component_set_property (copy, "availability_zone", lp_json_node_string (crossing->to_name.name));
}

static gboolean
copy_into (LpCrossing *crossing, guint component, const char *container, GError **error)
{
  const LpComponent *original = get (crossing->spread->design, component);
  g_autofree char *id = new_id (crossing, original);
  LpComponent *copy = lp_component_new (id, original->kind);
  lp_component_set_in (copy, container);
  set_new_label (crossing, copy, original);
  set_properties (crossing, copy, original);
  copy->extra = lp_json_node_share (original->extra);
  lp_component_set_collapsed (copy, original->collapsed);
  if (original->has_at)
    lp_component_set_at (copy, original->at);
  if (original->has_size)
    lp_component_set_size (copy, original->width, original->height);
  if (!lp_document_put_component (crossing->spread->document, copy, error))
    return FALSE;
  note (crossing, component, id);
  g_hash_table_insert (crossing->copied, GUINT_TO_POINTER (component + 1), (gpointer) standing (crossing, component));
  if (lp_design_find (crossing->spread->design, container) != LP_NONE)
    g_ptr_array_add (crossing->spread->made, g_strdup (id));
  return TRUE;
}

/* Sees to it that the container has one: finds it, or copies it; with all that it holds where `whole`. */
static gboolean
ensure (LpCrossing *crossing, guint component, const char *container, gboolean whole, GError **error)
{
  const LpDesign *design = crossing->spread->design;
  if (standing (crossing, component) == NULL)
    {
      guint known = lp_design_find (design, container);
      guint there = known != LP_NONE ? find_counterpart (crossing, component, known) : LP_NONE;
      if (there != LP_NONE)
        note (crossing, component, get (design, there)->id);
      else if (!copy_into (crossing, component, container, error))
        return FALSE;
    }
  LpIndices inside = lp_design_get_children (design, component);
  for (guint i = 0; whole && i < inside.n; i++)
    if (!ensure (crossing, inside.items[i], standing (crossing, component), TRUE, error))
      return FALSE;
  return TRUE;
}

/* The containers from the zone down to the component, then itself. */
static gboolean
cross (LpCrossing *crossing, guint component, gboolean whole, GError **error)
{
  guint parent = lp_design_get_parent (crossing->spread->design, component);
  if (standing (crossing, parent) == NULL && !cross (crossing, parent, FALSE, error))
    return FALSE;
  return ensure (crossing, component, standing (crossing, parent), whole, error);
}

/* --- what they are joined to ------------------------------------------------------------------------- */

/* What stands in the other zone for this; NULL where nothing does. Nothing is made. */
static const char *
look_up (LpCrossing *crossing, guint component)
{
  const LpDesign *design = crossing->spread->design;
  if (standing (crossing, component) != NULL)
    return standing (crossing, component);
  if (component == crossing->from || !lp_design_is_within (design, component, crossing->from))
    return NULL;
  const char *container = look_up (crossing, lp_design_get_parent (design, component));
  guint known = container != NULL ? lp_design_find (design, container) : LP_NONE;
  guint there = known != LP_NONE ? find_counterpart (crossing, component, known) : LP_NONE;
  if (there == LP_NONE)
    return NULL;
  note (crossing, component, get (design, there)->id);
  return standing (crossing, component);
}

static const char *
peer (LpCrossing *crossing, guint component)
{
  const char *there = look_up (crossing, component);
  return there != NULL ? there : get (crossing->spread->design, component)->id;
}

static gboolean
is_copied (const LpCrossing *crossing, guint component)
{
  return g_hash_table_contains (crossing->copied, GUINT_TO_POINTER (component + 1));
}

static gboolean
join (LpCrossing *crossing, guint index, GError **error)
{
  const LpDesign *design = crossing->spread->design;
  const LpConnection *original = lp_design_get_connection (design, index);
  const char *from = peer (crossing, lp_design_get_source (design, index));
  const char *to = peer (crossing, lp_design_get_target (design, index));
  if (g_str_equal (from, to))
    return TRUE;
  g_autofree char *wish = g_strdup_printf ("%s-%s", from, to);
  g_autofree char *id
      = lp_clip_free_id (crossing->spread->document, lp_id_is_valid (wish) ? wish : original->kind);
  LpConnection *copy = lp_connection_new (id, original->kind, from, to);
  lp_connection_set_label (copy, original->label);
  lp_properties_unref (copy->set);
  copy->set = lp_properties_ref (original->set);
  copy->extra = lp_json_node_share (original->extra);
  return lp_document_put_connection (crossing->spread->document, copy, error);
}

static gboolean
join_all (LpCrossing *crossing, GError **error)
{
  const LpDesign *design = crossing->spread->design;
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    if ((is_copied (crossing, lp_design_get_source (design, i)) || is_copied (crossing, lp_design_get_target (design, i)))
        && !join (crossing, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
span_of_copy (LpCrossing *crossing, guint component, GError **error)
{
  const LpDesign *design = crossing->spread->design;
  LpIndices spans = lp_design_get_spans (design, component);
  if (spans.n == 0)
    return TRUE;
  LpComponent *copy
      = lp_component_copy (lp_document_get_component (crossing->spread->document, standing (crossing, component)));
  for (guint i = 0; i < spans.n; i++)
    lp_component_add_span (copy, peer (crossing, spans.items[i]));
  return lp_document_put_component (crossing->spread->document, copy, error);
}

/* A group that reaches into the original reaches into the copy, unless it stands in that zone itself. */
static gboolean
span_to_copy (LpCrossing *crossing, guint group, GError **error)
{
  const LpDesign *design = crossing->spread->design;
  LpIndices spans = lp_design_get_spans (design, group);
  if (lp_design_is_within (design, group, crossing->from))
    return TRUE;
  g_autoptr (LpComponent) wider = NULL;
  for (guint i = 0; i < spans.n; i++)
    if (is_copied (crossing, spans.items[i]))
      {
        if (wider == NULL)
          wider = lp_component_copy (lp_document_get_component (crossing->spread->document, get (design, group)->id));
        lp_component_add_span (wider, standing (crossing, spans.items[i]));
      }
  return wider == NULL || lp_document_put_component (crossing->spread->document, g_steal_pointer (&wider), error);
}

static gboolean
span_all (LpCrossing *crossing, GError **error)
{
  for (guint i = 0; i < lp_design_get_n_components (crossing->spread->design); i++)
    if (!(is_copied (crossing, i) ? span_of_copy : span_to_copy) (crossing, i, error))
      return FALSE;
  return TRUE;
}

/* --- all of it --------------------------------------------------------------------------------------- */

static gboolean
fill_zone (LpSpread *spread, guint from, guint to, GArray *components, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) copied = g_hash_table_new (NULL, NULL);
  g_auto (LpZoneName) from_name = { 0 }, to_name = { 0 };
  lp_zone_name_init (&from_name, lp_component_get_name (get (spread->design, from)));
  lp_zone_name_init (&to_name, lp_component_get_name (get (spread->design, to)));
  LpCrossing crossing = { spread, from, to, from_name, to_name, known, copied };
  note (&crossing, from, get (spread->design, to)->id);
  for (guint i = 0; i < components->len; i++)
    if (!cross (&crossing, g_array_index (components, guint, i), TRUE, error))
      return FALSE;
  return join_all (&crossing, error) && span_all (&crossing, error);
}

/* A zone that is named itself stands for what it holds. */
static guint
zone_of (const LpDesign *design, const char *id)
{
  guint component = lp_design_find (design, id);
  return is_kind (design, component, ZONE) ? component : find_around (design, component, ZONE);
}

/* Of the named ones, those that stand in this zone. */
static GArray *
find_within (const LpDesign *design, const char *const *roots, guint zone)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (const char *const *id = roots; *id != NULL; id++)
    {
      guint component = lp_design_find (design, *id);
      if (component == zone)
        {
          LpIndices inside = lp_design_get_children (design, zone);
          g_array_append_vals (found, inside.items, inside.n);
        }
      else if (zone_of (design, *id) == zone)
        g_array_append_val (found, component);
    }
  return found;
}

static gboolean
spread_from (LpSpread *spread, const char *const *roots, guint zone, guint *n_others, GError **error)
{
  g_autoptr (GArray) zones = find_zones (spread->design, zone);
  g_autoptr (GArray) components = find_within (spread->design, roots, zone);
  *n_others += zones->len - 1;
  for (guint i = 1; i < zones->len; i++)
    if (!fill_zone (spread, zone, g_array_index (zones, guint, i), components, error))
      return FALSE;
  return TRUE;
}

static void
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, LP_EDIT_ERROR, LP_EDIT_ERROR_INVALID, message);
}

GPtrArray *
lp_spread_over_zones (LpDocument *document, const char *const *ids, GError **error)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autofree const char **roots = lp_clip_find_roots (design, ids);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  LpSpread spread = { document, design, made };
  guint n_others = 0;
  for (const char **id = roots; *id != NULL; id++)
    {
      guint zone = zone_of (design, *id);
      if (zone == LP_NONE || !g_hash_table_add (seen, GUINT_TO_POINTER (zone + 1)))
        continue;
      if (!spread_from (&spread, roots, zone, &n_others, error))
        return NULL;
    }
  if (g_hash_table_size (seen) == 0)
    refuse (error, _("Select something that stands in an Availability Zone"));
  else if (n_others == 0)
    refuse (error, _("There is only this Availability Zone; add another one first"));
  else if (made->len == 0)
    refuse (error, _("Every Availability Zone has one already"));
  return made->len > 0 ? g_steal_pointer (&made) : NULL;
}
