#include "rules/places.h"

#include "rules/place-name.h"

/* Of a component whose zones are being worked out: spans may go in a circle. */
#define IN_PROGRESS ((LpIndices){ NULL, G_MAXUINT })
#define NOT_YET ((LpIndices){ NULL, G_MAXUINT - 1 })

struct _LpPlaces
{
  const LpDesign *design;
  const LpKindTraits *traits;
  GArray *list;      /* of LpPlace */
  GHashTable *by_id; /* id -> number + 1; owns the ids */
  guint *zone_frame; /* by component: the nearest zone around it, as a component, or LP_NONE */
  guint *region_frame;
  guint *region;      /* place; LP_NONE - 1 while not looked up */
  guint *frame_place; /* by component that is a zone: its place */
  LpIndices *zones;   /* by component: worked out on demand */
  LpIndices *running; /* zones with those of Auto Scaling groups */
  GPtrArray *memory;  /* what zones and labels point to */
  guint nesting;      /* of zones_where_it_stands() */
};

/* Deeper than people nest frames that are neither zones nor networks. */
#define MAX_NESTING 100

#define NOT_LOOKED_UP (LP_NONE - 1)

const LpPlace *
lp_places_get (const LpPlaces *places, guint place)
{
  return &g_array_index (places->list, LpPlace, place);
}

static gboolean
has_trait (const LpPlaces *places, guint component, guint trait)
{
  return component != LP_NONE && (places->traits[component].traits & trait) != 0;
}

/* Takes over `id`. */
static guint
place_with_id (LpPlaces *places, char *id, const char *label, guint component)
{
  gpointer found = g_hash_table_lookup (places->by_id, id);
  if (found != NULL)
    {
      g_free (id);
      return GPOINTER_TO_UINT (found) - 1;
    }
  char *kept = g_strdup (label);
  g_ptr_array_add (places->memory, kept);
  LpPlace place = { .id = id, .label = kept, .component = component };
  g_array_append_val (places->list, place);
  g_hash_table_insert (places->by_id, id, GUINT_TO_POINTER (places->list->len));
  return places->list->len - 1;
}

/* --- regions ----------------------------------------------------------------------------------------- */

static guint
region_of_frame (LpPlaces *places, guint frame)
{
  const LpComponent *component = lp_design_get_component (places->design, frame);
  const char *code = lp_properties_lookup_string (component->set, "code");
  const char *named = lp_properties_lookup_string (component->set, "region");
  g_autofree char *name = code != NULL    ? lp_region_name (code)
                          : named != NULL ? lp_region_name (named)
                                          : NULL;

  if (name == NULL && component->label != NULL)
    name = lp_region_name (component->label);
  if (name == NULL)
    name = g_strdup (lp_region_code_find (component->id));
  if (name == NULL)
    name = g_strconcat ("#", component->id, NULL);
  return place_with_id (places, g_steal_pointer (&name), lp_component_get_name (component), frame);
}

/* A region that is only written: in a property, or as a code in the name of the thing. */
static guint
region_written (LpPlaces *places, guint c)
{
  const LpComponent *component = lp_design_get_component (places->design, c);
  const char *named = lp_properties_lookup_string (component->set, "region");
  if (named != NULL)
    {
      char *name = lp_region_name (named);
      return name != NULL ? place_with_id (places, name, named, LP_NONE) : LP_NONE;
    }
  const char *code = component->label != NULL ? lp_region_code_find (component->label) : NULL;
  if (code == NULL)
    code = lp_region_code_find (component->id);
  return code != NULL ? place_with_id (places, g_strdup (code), code, LP_NONE) : LP_NONE;
}

static guint
work_out_region (LpPlaces *places, guint c)
{
  guint frame = places->region_frame[c];
  if (frame != LP_NONE)
    return region_of_frame (places, frame);
  for (guint at = c; at != LP_NONE; at = lp_design_get_parent (places->design, at))
    {
      guint region = region_written (places, at);
      if (region != LP_NONE)
        return region;
    }
  return LP_NONE;
}

guint
lp_places_get_region (LpPlaces *places, guint component)
{
  if (places->region[component] == NOT_LOOKED_UP)
    places->region[component] = work_out_region (places, component);
  return places->region[component];
}

/* --- sets of places ---------------------------------------------------------------------------------- */

static void
add_once (GArray *set, guint place)
{
  for (guint i = 0; i < set->len; i++)
    if (g_array_index (set, guint, i) == place)
      return;
  g_array_append_val (set, place);
}

static void
add_all (GArray *set, LpIndices indices)
{
  for (guint i = 0; i < indices.n; i++)
    add_once (set, indices.items[i]);
}

static LpIndices
keep (LpPlaces *places, GArray *set)
{
  if (set->len == 0)
    return (LpIndices){ NULL, 0 };
  guint n = set->len;
  guint *items = g_memdup2 (set->data, n * sizeof (guint));
  g_ptr_array_add (places->memory, items);
  return (LpIndices){ items, n };
}

LpIndices
lp_places_get_regions (LpPlaces *places, guint component)
{
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (guint));
  LpIndices spans = lp_design_get_spans (places->design, component);
  guint own = lp_places_get_region (places, component);

  if (own != LP_NONE)
    g_array_append_val (set, own);
  for (guint i = 0; i < spans.n; i++)
    {
      guint region = lp_places_get_region (places, spans.items[i]);
      if (region != LP_NONE)
        add_once (set, region);
    }
  return keep (places, set);
}

/* --- zones ------------------------------------------------------------------------------------------- */

/* Zones are told apart within their region, or within the network where no region is drawn. */
static char *
zone_id (LpPlaces *places, guint around, const char *name)
{
  guint region = around != LP_NONE ? lp_places_get_region (places, around) : LP_NONE;
  if (region != LP_NONE)
    return g_strconcat (lp_places_get (places, region)->id, "/", name, NULL);
  for (guint at = around; at != LP_NONE; at = lp_design_get_parent (places->design, at))
    if (has_trait (places, at, LP_TRAIT_NETWORK))
      return g_strconcat ("in ", lp_design_get_component (places->design, at)->id, "/", name, NULL);
  return g_strconcat ("/", name, NULL);
}

static guint
place_of_zone_frame (LpPlaces *places, guint frame)
{
  if (places->frame_place[frame] != LP_NONE)
    return places->frame_place[frame];
  const LpComponent *component = lp_design_get_component (places->design, frame);
  g_autofree char *name = component->label != NULL ? lp_zone_name (component->label, FALSE) : NULL;
  if (name == NULL && component->label == NULL)
    name = lp_zone_name (component->id, TRUE);
  if (name == NULL)
    name = g_strconcat ("#", component->id, NULL);
  places->frame_place[frame]
      = place_with_id (places, zone_id (places, frame, name), lp_component_get_name (component), frame);
  return places->frame_place[frame];
}

static void
add_written_zone (LpPlaces *places, guint c, JsonNode *value, GArray *set)
{
  if (value == NULL)
    return;
  if (JSON_NODE_HOLDS_ARRAY (value))
    {
      JsonArray *list = json_node_get_array (value);
      for (guint i = 0; i < json_array_get_length (list); i++)
        add_written_zone (places, c, json_array_get_element (list, i), set);
    }
  else if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING)
    {
      const char *text = json_node_get_string (value);
      g_autofree char *name = lp_zone_name (text, FALSE);
      if (name != NULL)
        add_once (set, place_with_id (places, zone_id (places, c, name), text, LP_NONE));
    }
}

static void
add_zones_written (LpPlaces *places, guint c, GArray *set)
{
  static const char *const names[] = { "availability_zone", "availability_zones", "zone", "zones", "az" };
  const LpProperties *properties = lp_design_get_component (places->design, c)->set;

  if (lp_properties_get_size (properties) > 0)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      add_written_zone (places, c, lp_properties_lookup (properties, names[i]), set);
}

/* Subnets are often named after their zone: "private ap-northeast-2a". */
static void
add_zone_of_subnet_name (LpPlaces *places, guint c, GArray *set)
{
  const LpComponent *subnet = lp_design_get_component (places->design, c);
  const char *label = lp_component_get_name (subnet);
  g_autofree char *by_label = lp_zone_code_name (label);
  char *name = by_label != NULL ? g_steal_pointer (&by_label) : lp_zone_code_name (subnet->id);

  if (name == NULL)
    return;
  add_once (set, place_with_id (places, zone_id (places, c, name), label, LP_NONE));
  g_free (name);
}

static LpIndices zones_where_it_stands (LpPlaces *places, guint c);

/* What the component says of itself: the frame around it, what it spans, what is written at it. */
static void
add_own_zones (LpPlaces *places, guint c, GArray *set)
{
  LpIndices spans = lp_design_get_spans (places->design, c);
  LpIndices spanned_by = lp_design_get_spanned_by (places->design, c);

  if (places->zone_frame[c] != LP_NONE)
    add_once (set, place_of_zone_frame (places, places->zone_frame[c]));
  for (guint i = 0; i < spans.n; i++)
    if (!has_trait (places, spans.items[i], LP_TRAIT_GROUP | LP_TRAIT_WRAPPER | LP_TRAIT_NETWORK))
      add_all (set, zones_where_it_stands (places, spans.items[i]));
  for (guint i = 0; i < spanned_by.n; i++)
    if (has_trait (places, spanned_by.items[i], LP_TRAIT_ZONE))
      add_once (set, place_of_zone_frame (places, spanned_by.items[i]));
  add_zones_written (places, c, set);
  if (set->len == 0 && has_trait (places, c, LP_TRAIT_SUBNET))
    add_zone_of_subnet_name (places, c, set);
}

/* A group that says nothing of its own stands where its members do. */
static void
add_member_zones (LpPlaces *places, guint group, GArray *set)
{
  LpIndices lists[]
      = { lp_design_get_children (places->design, group), lp_design_get_spanned_by (places->design, group) };
  LpIndices managed = lp_design_get_outgoing (places->design, group);

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l].n; i++)
      add_own_zones (places, lists[l].items[i], set);
  for (guint i = 0; i < managed.n; i++)
    if (g_str_equal (lp_design_get_connection (places->design, managed.items[i])->kind, "manages"))
      add_own_zones (places, lp_design_get_target (places->design, managed.items[i]), set);
}

static LpIndices
zones_where_it_stands (LpPlaces *places, guint c)
{
  if (places->zones[c].n == IN_PROGRESS.n)
    return (LpIndices){ NULL, 0 };
  if (places->zones[c].n != NOT_YET.n)
    return places->zones[c];
  if (places->nesting >= MAX_NESTING)
    return (LpIndices){ NULL, 0 };
  places->zones[c] = IN_PROGRESS;
  places->nesting++;

  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (guint));
  guint parent = lp_design_get_parent (places->design, c);
  add_own_zones (places, c, set);
  if (set->len == 0 && parent != LP_NONE && !has_trait (places, parent, LP_TRAIT_NETWORK))
    add_all (set, zones_where_it_stands (places, parent));
  if (set->len == 0 && has_trait (places, c, LP_TRAIT_GROUP))
    add_member_zones (places, c, set);
  places->nesting--;
  return places->zones[c] = keep (places, set);
}

guint
lp_places_get_zone (LpPlaces *places, guint component)
{
  if (places->zone_frame[component] != LP_NONE)
    return place_of_zone_frame (places, places->zone_frame[component]);
  LpIndices zones = zones_where_it_stands (places, component);
  return zones.n == 1 ? zones.items[0] : LP_NONE;
}

static void
add_zones_of_groups (LpPlaces *places, guint c, GArray *set)
{
  LpIndices spans = lp_design_get_spans (places->design, c);
  LpIndices spanned_by = lp_design_get_spanned_by (places->design, c);
  LpIndices incoming = lp_design_get_incoming (places->design, c);

  for (guint at = lp_design_get_parent (places->design, c); at != LP_NONE;
       at = lp_design_get_parent (places->design, at))
    if (has_trait (places, at, LP_TRAIT_GROUP))
      add_all (set, zones_where_it_stands (places, at));
  for (guint i = 0; i < spans.n; i++)
    if (has_trait (places, spans.items[i], LP_TRAIT_GROUP))
      add_all (set, zones_where_it_stands (places, spans.items[i]));
  for (guint i = 0; i < spanned_by.n; i++)
    if (has_trait (places, spanned_by.items[i], LP_TRAIT_GROUP))
      add_all (set, zones_where_it_stands (places, spanned_by.items[i]));
  for (guint i = 0; i < incoming.n; i++)
    {
      guint source = lp_design_get_source (places->design, incoming.items[i]);
      if (has_trait (places, source, LP_TRAIT_GROUP)
          && g_str_equal (lp_design_get_connection (places->design, incoming.items[i])->kind, "manages"))
        add_all (set, zones_where_it_stands (places, source));
    }
}

LpIndices
lp_places_get_zones (LpPlaces *places, guint component)
{
  if (places->running[component].n != NOT_YET.n)
    return places->running[component];
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (guint));
  add_all (set, zones_where_it_stands (places, component));
  add_zones_of_groups (places, component, set);
  return places->running[component] = keep (places, set);
}

/* --- making it --------------------------------------------------------------------------------------- */

/* Finds the frames around one component, and around everything between it and what is known already. */
static void
find_frames (LpPlaces *places, guint c, GArray *way)
{
  guint at = c, zone = LP_NONE, region = LP_NONE;

  g_array_set_size (way, 0);
  for (; at != LP_NONE && places->zone_frame[at] == NOT_LOOKED_UP;
       at = lp_design_get_parent (places->design, at))
    g_array_append_val (way, at);
  if (at != LP_NONE)
    {
      zone = places->zone_frame[at];
      region = places->region_frame[at];
    }
  for (guint i = way->len; i-- > 0;)
    {
      at = g_array_index (way, guint, i);
      places->zone_frame[at] = zone = has_trait (places, at, LP_TRAIT_ZONE) ? at : zone;
      places->region_frame[at] = region = has_trait (places, at, LP_TRAIT_REGION) ? at : region;
    }
}

LpPlaces *
lp_places_new (const LpDesign *design, const LpKindTraits *traits)
{
  LpPlaces *places = g_new0 (LpPlaces, 1);
  guint n = lp_design_get_n_components (design);

  places->design = design;
  places->traits = traits;
  places->list = g_array_new (FALSE, TRUE, sizeof (LpPlace));
  places->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  places->memory = g_ptr_array_new_with_free_func (g_free);
  places->zone_frame = g_new (guint, n + 1);
  places->region_frame = g_new (guint, n + 1);
  places->region = g_new (guint, n + 1);
  places->frame_place = g_new (guint, n + 1);
  places->zones = g_new (LpIndices, n + 1);
  places->running = g_new (LpIndices, n + 1);
  for (guint i = 0; i < n; i++)
    {
      places->region[i] = NOT_LOOKED_UP;
      places->frame_place[i] = LP_NONE;
      places->zones[i] = places->running[i] = NOT_YET;
      places->zone_frame[i] = NOT_LOOKED_UP;
    }
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    find_frames (places, i, way);
  return places;
}

void
lp_places_free (LpPlaces *places)
{
  if (places == NULL)
    return;
  g_array_unref (places->list);
  g_hash_table_unref (places->by_id);
  g_ptr_array_unref (places->memory);
  g_free (places->zone_frame);
  g_free (places->region_frame);
  g_free (places->region);
  g_free (places->frame_place);
  g_free (places->zones);
  g_free (places->running);
  g_free (places);
}
