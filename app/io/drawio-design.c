/* A page that has been understood, as a design. */
#include <glib/gi18n.h>
#include <string.h>

#include "base/json-node.h"
#include "io/drawio-edge.h"
#include "io/drawio-name.h"
#include "io/drawio-scale.h"
#include "io/drawio-words.h"

#define MAX_LABEL 200 /* characters; a longer text is kept whole as a comment */
#define MAX_ID_WORDS 40

typedef struct
{
  LpDrawioPage *page;
  LpDrawioScale scale;
  GHashTable *taken; /* ids of components and connections */
  char **ids;        /* by cell: of its component, or NULL */
  GPtrArray *components, *connections;
} LpDrawioBuilder;

static char *
unique_id (LpDrawioBuilder *builder, const char *wish)
{
  char *id = g_strdup (wish);

  for (guint n = 2; g_hash_table_contains (builder->taken, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", wish, n);
    }
  g_hash_table_add (builder->taken, g_strdup (id));
  return id;
}

/* A frame that a person drew around some things, without a word of what it is: it groups them, and that is
 * all there is to understand. */
static gboolean
is_plain_group (const LpDrawioCell *cell)
{
  return cell->role == LP_DRAWIO_FRAME && cell->kind == NULL && !lp_drawio_name_is_aws (cell->foreign);
}

static const char *
kind_id (const LpDrawioCell *cell)
{
  if (is_plain_group (cell))
    return "group";
  return cell->kind != NULL ? cell->kind->id : LP_KIND_GENERIC;
}

static char *
make_id (LpDrawioBuilder *builder, const LpDrawioCell *cell)
{
  g_autofree char *start
      = cell->label != NULL
            ? g_utf8_substring (cell->label, 0, MIN (g_utf8_strlen (cell->label, -1), MAX_ID_WORDS))
            : NULL;
  g_autofree char *wish = lp_id_from_text (start, kind_id (cell));
  return unique_id (builder, wish);
}

/* What draw.io calls a shape without a library: its shape, else the name its style begins with. */
static const char *
foreign_name (const LpDrawioCell *cell)
{
  static const char *const names[]
      = { "ellipse", "rhombus", "triangle", "swimlane", "image", "text", "group", NULL };

  if (cell->foreign != NULL)
    return cell->foreign;
  const char *shape = lp_drawio_style_get (cell->style, "shape");
  if (shape != NULL && strlen (shape) < 80)
    return shape;
  for (guint i = 0; names[i] != NULL; i++)
    if (lp_drawio_style_has (cell->style, names[i]))
      return names[i];
  return "rectangle";
}

static void
note_generic (LpDrawioPage *page, guint index)
{
  const LpDrawioCell *cell = lp_drawio_cell (page, index);
  const char *name = foreign_name (cell);
  gboolean is_frame = cell->role == LP_DRAWIO_FRAME;

  if (cell->label != NULL)
    lp_drawio_page_note (page, index,
                         is_frame ? _("“%s” (%s) is of no known kind; kept as a plain frame")
                                  : _("“%s” (%s) is of no known kind; kept as a plain box"),
                         cell->label, name);
  else
    lp_drawio_page_note (page, index,
                         is_frame ? _("%s is of no known kind; kept as a plain frame")
                                  : _("%s is of no known kind; kept as a plain box"),
                         name);
}

static gboolean
is_colour (const LpDrawioCell *cell, const char *key, const char *const *colours)
{
  const char *colour = lp_drawio_style_get (cell->style, key);

  for (; colour != NULL && *colours != NULL; colours++)
    if (g_ascii_strcasecmp (colour, *colours) == 0)
      return TRUE;
  return FALSE;
}

/* Public or private: by name, else by the colours that draw.io's palette has for them. */
static void
set_public (LpComponent *component, const LpDrawioCell *cell)
{
  static const char *const green[] = { "#E9F3E6", "#F2F6E8", NULL }, *const green_stroke[]
                                                                     = { "#248814", "#7AA116", NULL };
  static const char *const blue[] = { "#E6F2F8", "#E6F6F7", NULL }, *const blue_stroke[]
                                                                    = { "#147EBA", "#00A4A6", NULL };
  int is_public = lp_drawio_words_say_public (cell->label);
  gboolean has_palette = g_strcmp0 (cell->foreign, "aws4:group_security_group") == 0;

  if (is_public < 0
      && (is_colour (cell, "fillColor", green)
          || (has_palette && is_colour (cell, "strokeColor", green_stroke))))
    is_public = 1;
  else if (is_public < 0
           && (is_colour (cell, "fillColor", blue)
               || (has_palette && is_colour (cell, "strokeColor", blue_stroke))))
    is_public = 0;
  if (is_public >= 0 && lp_kind_find_property (cell->kind, "public") != NULL)
    lp_component_set_property (component, "public", lp_json_node_boolean (is_public));
}

static JsonNode *
value_node (const LpPropertyKind *property, const char *text)
{
  if (property->type == LP_PROPERTY_BOOLEAN)
    {
      gboolean yes = g_ascii_strcasecmp (text, "true") == 0 || g_str_equal (text, "1")
                     || g_ascii_strcasecmp (text, "yes") == 0;
      return lp_json_node_boolean (yes);
    }
  if (property->type == LP_PROPERTY_INTEGER || property->type == LP_PROPERTY_NUMBER)
    {
      g_autoptr (GError) error = NULL;
      JsonNode *node = json_from_string (text, &error);
      return node != NULL ? node : lp_json_node_string (text);
    }
  if (property->type == LP_PROPERTY_LIST)
    {
      g_auto (GStrv) items = g_strsplit (text, ",", -1);
      JsonArray *array = json_array_new ();
      for (guint i = 0; items[i] != NULL; i++)
        json_array_add_string_element (array, g_strstrip (items[i]));
      return lp_json_node_array (array);
    }
  return lp_json_node_string (text);
}

/* It is there to be shown: label="%service%". */
static gboolean
is_in_label (const LpDrawioCell *cell, const char *name)
{
  g_autofree char *placeholder = g_strconcat ("%", name, "%", NULL);
  return cell->value != NULL && strstr (cell->value, placeholder) != NULL;
}

/* The attributes that people, or Loadpath, put on a cell. */
static void
set_attributes (LpDrawioPage *page, guint index, LpComponent *component)
{
  static const char *const own[] = { "id", "label", "kind", "placeholders", "tooltip", "link", "tags", NULL };
  const LpDrawioCell *cell = lp_drawio_cell (page, index);
  g_autoptr (GList) names = cell->attributes != NULL ? g_hash_table_get_keys (cell->attributes) : NULL;

  names = g_list_sort (names, (GCompareFunc) strcmp);
  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *name = l->data, *value = g_hash_table_lookup (cell->attributes, name);
      const LpPropertyKind *property = cell->kind != NULL ? lp_kind_find_property (cell->kind, name) : NULL;
      if (g_strv_contains (own, name) || *value == '\0' || is_in_label (cell, name))
        continue;
      g_autoptr (JsonNode) node = property != NULL ? value_node (property, value) : NULL;
      if (node != NULL && lp_property_kind_accepts (property, node))
        lp_component_set_property (component, name, g_steal_pointer (&node));
      else
        lp_drawio_page_note (page, index, _("the attribute %s=“%s” is not one of a %s; left out"), name,
                             value, kind_id (cell));
    }
}

static void
set_label (LpDrawioPage *page, guint index, LpComponent *component)
{
  const LpDrawioCell *cell = lp_drawio_cell (page, index);

  if (cell->label != NULL && g_utf8_strlen (cell->label, -1) > MAX_LABEL)
    {
      g_autofree char *start = g_utf8_substring (cell->label, 0, MAX_LABEL - 1);
      g_autofree char *cut = g_strconcat (g_strchomp (start), "…", NULL);
      lp_component_set_label (component, cut);
      lp_drawio_page_remark (page, index, cell->label);
    }
  else if (cell->label != NULL)
    lp_component_set_label (component, cell->label);
  else if (cell->kind == NULL && cell->foreign != NULL)
    {
      g_autofree char *name = lp_drawio_name_for_people (cell->foreign);
      lp_component_set_label (component, name);
    }
}

static void
set_place (LpDrawioBuilder *builder, const LpDrawioCell *cell, LpComponent *component)
{
  LpRect r = lp_drawio_scale_rect (builder->scale, cell);
  LpPoint at = { r.x, r.y };

  if (cell->container != LP_NONE)
    {
      LpRect outer = lp_drawio_scale_rect (builder->scale, lp_drawio_cell (builder->page, cell->container));
      lp_component_set_in (component, builder->ids[cell->container]);
      at = (LpPoint){ r.x - outer.x, r.y - outer.y };
    }
  lp_component_set_at (component, at);
  if (cell->role == LP_DRAWIO_FRAME || cell->kind == NULL)
    lp_component_set_size (component, r.w, r.h);
}

/* What label and colours say of a component whose kind is known; an attribute has said it before. */
static void
set_understood (LpComponent *component, const LpDrawioCell *cell)
{
  lp_drawio_words_set_properties (component, cell->kind, cell->label);
  if (lp_properties_lookup (component->set, "public") == NULL)
    set_public (component, cell);
}

static void
add_component (LpDrawioBuilder *builder, guint index)
{
  LpDrawioPage *page = builder->page;
  const LpDrawioCell *cell = lp_drawio_cell (page, index);
  LpComponent *component = lp_component_new (builder->ids[index], kind_id (cell));
  g_autofree char *origin = g_strdup_printf ("%u/%s", page->number, cell->id);

  set_place (builder, cell, component);
  set_label (page, index, component);
  lp_component_set_origin (component, origin);
  set_attributes (page, index, component);
  if (cell->kind != NULL)
    set_understood (component, cell);
  else if (!is_plain_group (cell))
    {
      lp_component_set_property (component, "foreign", lp_json_node_string (foreign_name (cell)));
      note_generic (page, index);
    }
  for (guint i = 0; cell->spans != NULL && i < cell->spans->len; i++)
    lp_component_add_span (component, builder->ids[g_array_index (cell->spans, guint, i)]);
  g_ptr_array_add (builder->components, component);
}

/* Each container, then all that is in it, as a person would list them: the order of the page among
 * siblings. */
static void
add_components (LpDrawioBuilder *builder)
{
  guint n = builder->page->cells->len;
  g_autofree guint *first = g_new (guint, n + 1), *next = g_new (guint, n + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i <= n; i++)
    first[i] = LP_NONE;
  for (guint i = n; i-- > 0;)
    if (builder->ids[i] != NULL)
      {
        guint container = lp_drawio_cell (builder->page, i)->container;
        guint list = container != LP_NONE ? container : n;
        next[i] = first[list];
        first[list] = i;
      }
  if (first[n] != LP_NONE)
    g_array_append_val (stack, first[n]);
  while (stack->len > 0)
    {
      guint cell = g_array_index (stack, guint, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      add_component (builder, cell);
      if (next[cell] != LP_NONE)
        g_array_append_val (stack, next[cell]);
      if (first[cell] != LP_NONE)
        g_array_append_val (stack, first[cell]);
    }
}

static void
add_connection (LpDrawioBuilder *builder, const LpDrawioLine *line)
{
  const LpDrawioCell *edge = lp_drawio_cell (builder->page, line->cell);
  const char *from = builder->ids[line->from], *to = builder->ids[line->to];
  g_autofree char *wish = g_strdup_printf ("%s-%s", from, to);
  g_autofree char *id = unique_id (builder, wish);
  g_autofree char *origin = g_strdup_printf ("%u/%s", builder->page->number, edge->id);
  LpConnection *connection = lp_connection_new (id, line->kind, from, to);

  lp_connection_set_label (connection, edge->label);
  lp_connection_set_origin (connection, origin);
  if (line->both)
    lp_connection_set_property (connection, "both_ways", lp_json_node_boolean (TRUE));
  g_ptr_array_add (builder->connections, connection);
}

/* "Page-1" and its like are no names. */
static gboolean
is_default_name (const char *name)
{
  return g_regex_match_simple (
      "^(page|페이지|ページ|seite|página|pagina|strona|страница|第)[ -]*[0-9]+( ?[页頁])?$", name,
      G_REGEX_CASELESS, 0);
}

static LpHeader *
make_header (LpDrawioBuilder *builder, const char *name)
{
  LpDrawioPage *page = builder->page;
  LpHeader *header = lp_header_new ();

  if (page->title != NULL)
    lp_header_set_title (header, page->title);
  else if (name != NULL && *name != '\0' && !is_default_name (name))
    lp_header_set_title (header, name);
  for (guint i = 0; i < page->remarks->len; i++)
    {
      const LpDrawioRemark *remark = g_ptr_array_index (page->remarks, i);
      g_autofree char *id = g_strdup_printf ("note-%u", i + 1);
      LpComment *comment = lp_comment_new (id, remark->text);
      comment->numbered = TRUE;
      lp_remark_set (&comment->pin.component, remark->cell != LP_NONE ? builder->ids[remark->cell] : NULL);
      g_ptr_array_add (header->comments, comment);
    }
  return header;
}

LpDesign *
lp_drawio_page_to_design (LpDrawioPage *page, const GArray *lines, const char *name)
{
  LpDrawioBuilder builder = {
    .page = page,
    .scale = lp_drawio_scale_find (page),
    .taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .ids = g_new0 (char *, page->cells->len + 1),
    .components = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_component_unref),
    .connections = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref),
  };

  for (guint i = 0; i < page->cells->len; i++)
    if (lp_drawio_cell_is_component (lp_drawio_cell (page, i)))
      builder.ids[i] = make_id (&builder, lp_drawio_cell (page, i));
  add_components (&builder);
  for (guint i = 0; i < lines->len; i++)
    add_connection (&builder, &g_array_index (lines, LpDrawioLine, i));
  LpDesign *design = lp_design_new (make_header (&builder, name), builder.components, builder.connections);
  for (guint i = 0; i < page->cells->len; i++)
    g_free (builder.ids[i]);
  g_free (builder.ids);
  g_hash_table_unref (builder.taken);
  return design;
}
