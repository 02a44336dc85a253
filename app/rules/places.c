#include "rules/places.h"

#include "expr/arena.h"
#include "rules/place-name.h"
#include "rules/sights.h"

/* Of a component whose zones are being worked out: spans may go in a circle. */
#define IN_PROGRESS ((LpIndices){ NULL, G_MAXUINT })
#define NOT_YET ((LpIndices){ NULL, G_MAXUINT - 1 })

/* A place, and what to call it while no frame says. */
typedef struct
{
  LpPlace place;
  char *written;
  guint round; /* in which frames had their say last */
} Entry;

/* The places that there are, numbered once and for all: the surveys of successive states of a design share them. */
typedef struct
{
  grefcount refs;
  GArray *list;      /* of Entry */
  GHashTable *by_id; /* id -> number + 1; owns the ids */
  GHashTable *zone_names, *region_names; /* text -> what it names, or NULL */
  GPtrArray *memory; /* what labels point to */
  guint round;
} Table;

struct _LpPlaces
{
  const LpDesign *design;
  const LpKindTraits *traits;
  Table *table;
  guint *zone_frame; /* by component: the nearest zone around it, as a component, or LP_NONE */
  guint *region_frame;
  guint *region;      /* place; LP_NONE - 1 while not looked up */
  guint *frame_place; /* by component that is a zone or region: its place */
  LpIndices *zones;   /* by component: worked out on demand */
  LpIndices *running; /* zones with those of Auto Scaling groups */
  LpArena memory;     /* what zones point to */
  guint nesting;      /* of zones_where_it_stands() */
  gboolean went_in_a_circle;
};

/* Deeper than people nest frames that are neither zones nor networks. */
#define MAX_NESTING 100

#define NOT_LOOKED_UP (LP_NONE - 1)

const LpPlace *
lp_places_get (const LpPlaces *places, guint place)
{
  lp_see_wide (LP_SEEN_PLACE, place);
  return &g_array_index (places->table->list, Entry, place).place;
}

static gboolean
has_trait (const LpPlaces *places, guint component, guint trait)
{
  return component != LP_NONE && (places->traits[component].traits & trait) != 0;
}

/* --- the table --------------------------------------------------------------------------------------- */

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->written);
}

static Table *
table_new (void)
{
  Table *table = g_new0 (Table, 1);
  g_ref_count_init (&table->refs);
  table->list = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (table->list, entry_clear);
  table->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table->zone_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  table->region_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  table->memory = g_ptr_array_new_with_free_func (g_free);
  return table;
}

static void
table_unref (Table *table)
{
  if (!g_ref_count_dec (&table->refs))
    return;
  g_array_unref (table->list);
  g_hash_table_unref (table->by_id);
  g_hash_table_unref (table->zone_names);
  g_hash_table_unref (table->region_names);
  g_ptr_array_unref (table->memory);
  g_free (table);
}

/* Takes over both. */
static guint
place_with_id (LpPlaces *places, char *id, char *written)
{
  Table *table = places->table;
  gpointer found = g_hash_table_lookup (table->by_id, id);
  if (found != NULL)
    {
      g_free (id);
      g_free (written);
      return GPOINTER_TO_UINT (found) - 1;
    }
  Entry entry = { { .id = id, .label = written, .component = LP_NONE }, written, table->round };
  g_array_append_val (table->list, entry);
  g_hash_table_insert (table->by_id, id, GUINT_TO_POINTER (table->list->len));
  return table->list->len - 1;
}

/* The first frame of a place says what it is called, whoever asks for it first. */
static void
name_after_frame (LpPlaces *places, guint place, guint frame)
{
  Entry *entry = &g_array_index (places->table->list, Entry, place);
  const char *name = lp_component_get_name (lp_design_get_component (places->design, frame));

  if (entry->place.component != LP_NONE && entry->round == places->table->round)
    return;
  entry->round = places->table->round;
  entry->place.component = frame;
  if (g_str_equal (entry->place.label, name))
    return;
  entry->place.label = g_strdup (name);
  g_ptr_array_add (places->table->memory, (gpointer) entry->place.label);
}

/* What `read` makes of the text, remembered. */
static char *
read_name (GHashTable *names, const char *text, char *(*read) (const char *))
{
  gpointer name;
  if (!g_hash_table_lookup_extended (names, text, NULL, &name))
    {
      name = read (text);
      g_hash_table_insert (names, g_strdup (text), name);
    }
  return g_strdup (name);
}

static char *
zone_of_label (const char *text)
{
  return lp_zone_name (text, FALSE);
}

/* --- regions ----------------------------------------------------------------------------------------- */

static guint
region_of_frame (LpPlaces *places, guint frame)
{
  const LpComponent *component = lp_design_get_component (places->design, frame);
  const char *code = lp_properties_lookup_string (component->set, "code");
  const char *named = lp_properties_lookup_string (component->set, "region");
  GHashTable *names = places->table->region_names;
  char *name = code != NULL    ? read_name (names, code, lp_region_name)
               : named != NULL ? read_name (names, named, lp_region_name)
                               : NULL;

  if (name == NULL && component->label != NULL)
    name = read_name (names, component->label, lp_region_name);
  if (name == NULL)
    name = g_strdup (lp_region_code_find (component->id));
  if (name == NULL)
    name = g_strconcat ("#", component->id, NULL);
  return place_with_id (places, name, g_strdup (name));
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
      return name != NULL ? place_with_id (places, name, g_strdup (name)) : LP_NONE;
    }
  const char *code = component->label != NULL ? lp_region_code_find (component->label) : NULL;
  if (code == NULL)
    code = lp_region_code_find (component->id);
  return code != NULL ? place_with_id (places, g_strdup (code), g_strdup (code)) : LP_NONE;
}

static guint
work_out_region (LpPlaces *places, guint c)
{
  guint frame = places->region_frame[c];
  if (frame != LP_NONE)
    {
      lp_see (c, LP_READ_ABOVE);
      lp_see (frame, LP_SEEN_PLACED);
      return places->frame_place[frame];
    }
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
  if (places->region[component] == NOT_LOOKED_UP || lp_sights_now != NULL)
    places->region[component] = work_out_region (places, component);
  return places->region[component];
}

gboolean
lp_places_is_framed (const LpPlaces *places, guint component)
{
  return places->region_frame[component] != LP_NONE;
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
  guint *items = lp_arena_alloc (&places->memory, set->len * sizeof (guint));
  memcpy (items, set->data, set->len * sizeof (guint));
  return (LpIndices){ items, set->len };
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
    return g_strconcat (g_array_index (places->table->list, Entry, region).place.id, "/", name, NULL);
  for (guint at = around; at != LP_NONE; at = lp_design_get_parent (places->design, at))
    if (has_trait (places, at, LP_TRAIT_NETWORK))
      return g_strconcat ("in ", lp_design_peek_component (places->design, at)->id, "/", name, NULL);
  return g_strconcat ("/", name, NULL);
}

/* "ap-northeast-2/a" is called "ap-northeast-2a" where no frame says otherwise. */
static guint
zone_place (LpPlaces *places, guint around, const char *name)
{
  char *id = zone_id (places, around, name);
  gsize region = strlen (id) - strlen (name) - 1;
  gboolean is_code = region > 0 && g_ascii_isdigit (id[region - 1]) && strlen (name) == 1;
  char *written = is_code ? g_strdup_printf ("%.*s%s", (int) region, id, name) : g_strdup (name);

  return place_with_id (places, id, written);
}

static guint
work_out_zone_frame (LpPlaces *places, guint frame)
{
  const LpComponent *component = lp_design_get_component (places->design, frame);
  g_autofree char *name
      = component->label != NULL ? read_name (places->table->zone_names, component->label, zone_of_label) : NULL;
  if (name == NULL && component->label == NULL)
    name = lp_zone_name (component->id, TRUE);
  if (name == NULL)
    name = g_strconcat ("#", component->id, NULL);
  return zone_place (places, frame, name);
}

static guint
place_of_zone_frame (LpPlaces *places, guint frame)
{
  lp_see (frame, LP_SEEN_PLACED);
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
      g_autofree char *name = lp_zone_name (json_node_get_string (value), FALSE);
      if (name != NULL)
        add_once (set, zone_place (places, c, name));
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
  g_autofree char *by_label = lp_zone_code_name (lp_component_get_name (subnet));
  g_autofree char *name = by_label != NULL ? g_steal_pointer (&by_label) : lp_zone_code_name (subnet->id);

  if (name != NULL)
    add_once (set, zone_place (places, c, name));
}

static LpIndices zones_where_it_stands (LpPlaces *places, guint c);

/* What the component says of itself: the frame around it, what it spans, what is written at it. */
static void
add_own_zones (LpPlaces *places, guint c, GArray *set)
{
  LpIndices spans = lp_design_get_spans (places->design, c);
  LpIndices spanned_by = lp_design_get_spanned_by (places->design, c);

  lp_see (c, LP_READ_ABOVE);
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
    if (g_str_equal (lp_design_peek_connection (places->design, managed.items[i])->kind, "manages"))
      add_own_zones (places, lp_design_get_target (places->design, managed.items[i]), set);
}

/* An answer that a circle cut short holds only for who asked; while somebody notes what is looked at, all is looked at
 * again. */
static LpIndices
zones_where_it_stands (LpPlaces *places, guint c)
{
  if (places->zones[c].n == IN_PROGRESS.n || places->nesting >= MAX_NESTING)
    {
      places->went_in_a_circle = TRUE;
      return (LpIndices){ NULL, 0 };
    }
  if (places->zones[c].n != NOT_YET.n && lp_sights_now == NULL)
    return places->zones[c];
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
  LpIndices zones = keep (places, set);
  places->zones[c] = places->went_in_a_circle || lp_sights_now != NULL ? NOT_YET : zones;
  return zones;
}

guint
lp_places_get_zone (LpPlaces *places, guint component)
{
  lp_see (component, LP_READ_ABOVE);
  places->went_in_a_circle = FALSE;
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
          && g_str_equal (lp_design_peek_connection (places->design, incoming.items[i])->kind, "manages"))
        add_all (set, zones_where_it_stands (places, source));
    }
}

LpIndices
lp_places_get_zones (LpPlaces *places, guint component)
{
  if (places->running[component].n != NOT_YET.n && lp_sights_now == NULL)
    return places->running[component];
  places->went_in_a_circle = FALSE;
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (guint));
  add_all (set, zones_where_it_stands (places, component));
  add_zones_of_groups (places, component, set);
  LpIndices zones = keep (places, set);
  if (!places->went_in_a_circle && lp_sights_now == NULL)
    places->running[component] = zones;
  return zones;
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

/* Places that no frame names any more go by what is written of them. */
static void
name_places (LpPlaces *places)
{
  Table *table = places->table;
  guint n = lp_design_get_n_components (places->design);

  table->round++;
  for (guint i = 0; i < n; i++)
    if (has_trait (places, i, LP_TRAIT_REGION))
      name_after_frame (places, places->frame_place[i] = region_of_frame (places, i), i);
  for (guint i = 0; i < n; i++)
    if (has_trait (places, i, LP_TRAIT_ZONE))
      name_after_frame (places, places->frame_place[i] = work_out_zone_frame (places, i), i);
  for (guint i = 0; i < table->list->len; i++)
    {
      Entry *entry = &g_array_index (table->list, Entry, i);
      if (entry->round == table->round && entry->place.component != LP_NONE)
        continue;
      entry->place.label = entry->written;
      entry->place.component = LP_NONE;
    }
}

void
lp_places_forget (LpPlaces *places, const LpDesign *design)
{
  guint n = lp_design_get_n_components (design);

  places->design = design;
  for (guint i = 0; i < n; i++)
    {
      places->region[i] = NOT_LOOKED_UP;
      places->zones[i] = places->running[i] = NOT_YET;
    }
  lp_arena_reset (&places->memory);
}

LpPlaces *
lp_places_new (const LpDesign *design, const LpKindTraits *traits)
{
  return lp_places_new_after (NULL, design, traits);
}

LpPlaces *
lp_places_new_after (LpPlaces *earlier, const LpDesign *design, const LpKindTraits *traits)
{
  LpPlaces *places = g_new0 (LpPlaces, 1);
  guint n = lp_design_get_n_components (design);

  places->traits = traits;
  places->table = earlier != NULL ? earlier->table : table_new ();
  if (earlier != NULL)
    g_ref_count_inc (&places->table->refs);
  places->zone_frame = g_new (guint, n + 1);
  places->region_frame = g_new (guint, n + 1);
  places->region = g_new (guint, n + 1);
  places->frame_place = g_new (guint, n + 1);
  places->zones = g_new (LpIndices, n + 1);
  places->running = g_new (LpIndices, n + 1);
  lp_places_forget (places, design);
  for (guint i = 0; i < n; i++)
    {
      places->frame_place[i] = LP_NONE;
      places->zone_frame[i] = NOT_LOOKED_UP;
    }
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    find_frames (places, i, way);
  name_places (places);
  return places;
}

guint
lp_places_get_frame (const LpPlaces *places, guint component)
{
  return places->frame_place[component];
}

guint
lp_places_get_size (const LpPlaces *places)
{
  return places->table->list->len;
}

void
lp_places_free (LpPlaces *places)
{
  if (places == NULL)
    return;
  table_unref (places->table);
  lp_arena_clear (&places->memory);
  g_free (places->zone_frame);
  g_free (places->region_frame);
  g_free (places->region);
  g_free (places->frame_place);
  g_free (places->zones);
  g_free (places->running);
  g_free (places);
}
