#include "model/clip.h"

#include <string.h>

#include "base/json-node.h"

/* Longer rows of digits are no count. */
#define MOST_DIGITS 6

/* --- taking ------------------------------------------------------------------------------------------ */

typedef struct
{
  const LpDesign *design;
  const LpClipPlace *places;
  guint8 *taken; /* by component */
} LpTaking;

static void
mark_subtree (LpTaking *taking, guint component)
{
  if (taking->taken[component])
    return;
  taking->taken[component] = TRUE;
  LpIndices inside = lp_design_get_children (taking->design, component);
  for (guint i = 0; i < inside.n; i++)
    mark_subtree (taking, inside.items[i]);
}

static guint8 *
mark_all (const LpDesign *design, const char *const *ids)
{
  LpTaking taking = { .design = design, .taken = g_new0 (guint8, lp_design_get_n_components (design) + 1) };
  for (const char *const *id = ids; *id != NULL; id++)
    {
      guint component = lp_design_find (design, *id);
      if (component != LP_NONE)
        mark_subtree (&taking, component);
    }
  return taking.taken;
}

const char **
lp_clip_find_roots (const LpDesign *design, const char *const *ids)
{
  g_autofree guint8 *taken = mark_all (design, ids);
  GPtrArray *roots = g_ptr_array_new ();
  for (const char *const *id = ids; *id != NULL; id++)
    {
      guint component = lp_design_find (design, *id);
      guint parent = component != LP_NONE ? lp_design_get_parent (design, component) : LP_NONE;
      if (component != LP_NONE && (parent == LP_NONE || !taken[parent]))
        g_ptr_array_add (roots, lp_design_get_component (design, component)->id);
    }
  g_ptr_array_add (roots, NULL);
  return (const char **) g_ptr_array_free (roots, FALSE);
}

static LpComponent *
take_component (const LpTaking *taking, guint index)
{
  guint parent = lp_design_get_parent (taking->design, index);
  const LpClipPlace *place = &taking->places[index];
  LpComponent *copy = lp_component_copy (lp_design_get_component (taking->design, index));
  LpPoint base = { 0, 0 };

  if (parent != LP_NONE && taking->taken[parent])
    base = taking->places[parent].at;
  else
    lp_component_set_in (copy, NULL);
  lp_component_set_at (copy, (LpPoint){ place->at.x - base.x, place->at.y - base.y });
  if (place->width > 0 && place->height > 0)
    lp_component_set_size (copy, place->width, place->height);
  for (guint i = copy->spans->len; i > 0; i--)
    {
      guint container = lp_design_find (taking->design, copy->spans->pdata[i - 1]);
      if (container == LP_NONE || !taking->taken[container])
        g_ptr_array_remove_index (copy->spans, i - 1);
    }
  return copy;
}

static void
move_via (LpConnection *connection, LpPoint by)
{
  for (guint i = 0; i < connection->n_via; i++)
    {
      connection->via[i].x += by.x;
      connection->via[i].y += by.y;
    }
}

static LpConnection *
take_connection (const LpTaking *taking, guint index)
{
  const LpConnection *connection = lp_design_get_connection (taking->design, index);
  guint around = lp_design_get_common_container (taking->design, index);

  if (around == LP_NONE || taking->taken[around] || connection->n_via == 0)
    return lp_connection_ref ((LpConnection *) connection);
  LpConnection *copy = lp_connection_copy (connection);
  move_via (copy, taking->places[around].at);
  return copy;
}

static gboolean
is_taken (const LpTaking *taking, const char *id)
{
  guint component = id != NULL ? lp_design_find (taking->design, id) : LP_NONE;
  return component != LP_NONE && taking->taken[component];
}

static gboolean
is_pinned_to_taken (const LpTaking *taking, const LpPin *pin)
{
  const LpDesign *design = taking->design;
  guint line = pin->connection != NULL ? lp_design_find_connection (design, pin->connection) : LP_NONE;
  if (line != LP_NONE)
    return taking->taken[lp_design_get_source (design, line)] && taking->taken[lp_design_get_target (design, line)];
  return is_taken (taking, pin->component);
}

static LpHeader *
take_remarks (const LpTaking *taking)
{
  LpHeader *header = lp_header_new ();
  const LpHeader *all = lp_design_get_header (taking->design);
  for (guint i = 0; i < all->comments->len; i++)
    {
      LpComment *comment = all->comments->pdata[i];
      if (is_pinned_to_taken (taking, &comment->pin))
        lp_header_add_comment (header, lp_comment_ref (comment));
    }
  for (guint i = 0; i < all->waivers->len; i++)
    {
      LpWaiver *waiver = all->waivers->pdata[i];
      if (is_pinned_to_taken (taking, &waiver->pin))
        lp_header_add_waiver (header, lp_waiver_ref (waiver));
    }
  return header;
}

LpDesign *
lp_clip_take (const LpDesign *design, const char *const *ids, const LpClipPlace *places)
{
  g_autofree guint8 *taken = mark_all (design, ids);
  LpTaking taking = { design, places, taken };
  GPtrArray *components = g_ptr_array_new (), *connections = g_ptr_array_new ();
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    if (taken[i])
      g_ptr_array_add (components, take_component (&taking, i));
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    if (taken[lp_design_get_source (design, i)] && taken[lp_design_get_target (design, i)])
      g_ptr_array_add (connections, take_connection (&taking, i));
  return lp_design_new (take_remarks (&taking), components, connections);
}

/* --- names ------------------------------------------------------------------------------------------- */

/* An id as what comes before its number, and the number: "web-01" is "web-", 1, in two digits. */
typedef struct
{
  char *stem;
  guint number; /* 0: none */
  guint digits; /* 1, or more where the number is written with zeros before it */
} LpNumbered;

static LpNumbered
split_number (const char *id)
{
  gsize length = strlen (id), end = length;
  while (end > 0 && g_ascii_isdigit (id[end - 1]))
    end--;
  guint digits = length - end;
  if (end == 0 || digits == 0 || digits > MOST_DIGITS)
    return (LpNumbered){ g_strconcat (id, "-", NULL), 0, 1 };
  return (LpNumbered){ g_strndup (id, end), (guint) g_ascii_strtoull (id + end, NULL, 10),
                       id[end] == '0' ? digits : 1 };
}

static gboolean
is_free (LpDocument *document, const char *id)
{
  return lp_document_get_component (document, id) == NULL && lp_document_get_connection (document, id) == NULL;
}

/* Finds free ids, and remembers how far it counted for each stem, so that a thousand copies of "web" take no
 * million questions. */
typedef struct
{
  LpDocument *document;
  GHashTable *counted; /* stem -> the last number that was given */
} LpNamer;

static char *
name_next (LpNamer *namer, const char *id, const char *fallback)
{
  if (is_free (namer->document, id))
    return g_strdup (id);
  LpNumbered parts = split_number (id);
  guint counted = GPOINTER_TO_UINT (g_hash_table_lookup (namer->counted, parts.stem));
  guint number = MAX (MAX (parts.number, counted), 1);
  g_autofree char *name = NULL;
  do
    {
      g_free (name);
      name = g_strdup_printf ("%s%0*u", parts.stem, (int) parts.digits, ++number);
    }
  while (!is_free (namer->document, name));
  g_hash_table_insert (namer->counted, parts.stem, GUINT_TO_POINTER (number));
  return lp_id_is_valid (name) ? g_steal_pointer (&name) : lp_document_unique_id (namer->document, fallback);
}

static GHashTable *
new_counts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

char *
lp_clip_free_id (LpDocument *document, const char *id)
{
  g_autoptr (GHashTable) counted = new_counts ();
  LpNamer namer = { document, counted };
  return name_next (&namer, id, "copy");
}

/* --- putting ----------------------------------------------------------------------------------------- */

typedef struct
{
  LpNamer namer;
  const LpDesign *clip;
  const LpClipTarget *targets;
  guint n_targets;
  GHashTable *copies; /* old id -> new id */
  GHashTable *lines;  /* the same of connections */
} LpPutting;

static const char *
copy_of (const LpPutting *putting, const char *id)
{
  return g_hash_table_lookup (putting->copies, id);
}

static LpPoint
shift_of (const LpClipTarget *target)
{
  return (LpPoint){ target->offset.x - target->origin.x, target->offset.y - target->origin.y };
}

/* Spans are set when everything has its new id. `target` is for what stands at the top level. */
static gboolean
put_component (LpPutting *putting, guint index, const LpClipTarget *target, GError **error)
{
  const LpComponent *original = lp_design_get_component (putting->clip, index);
  g_autofree char *id = name_next (&putting->namer, original->id, original->kind);
  LpComponent *copy = lp_component_new (id, original->kind);
  LpPoint by = shift_of (target);

  lp_component_set_label (copy, original->label);
  lp_component_set_origin (copy, original->origin);
  lp_component_set_collapsed (copy, original->collapsed);
  lp_component_set_in (copy, original->in != NULL ? copy_of (putting, original->in) : target->container);
  if (original->has_at)
    lp_component_set_at (copy, original->in != NULL
                                   ? original->at
                                   : (LpPoint){ original->at.x + by.x, original->at.y + by.y });
  if (original->has_size)
    lp_component_set_size (copy, original->width, original->height);
  lp_properties_unref (copy->set);
  copy->set = lp_properties_ref (original->set);
  copy->extra = lp_json_node_share (original->extra);
  g_hash_table_insert (putting->copies, g_ref_string_acquire (original->id), g_steal_pointer (&id));
  return lp_document_put_component (putting->namer.document, copy, error);
}

/* Containers before what they hold. */
static gboolean
put_level (LpPutting *putting, guint container, GPtrArray *order, GError **error)
{
  LpIndices level = lp_design_get_children (putting->clip, container);
  for (guint i = 0; i < level.n; i++)
    {
      const char *old = lp_design_get_component (putting->clip, level.items[i])->id;
      const LpClipTarget *target = &putting->targets[container == LP_NONE && putting->n_targets > 1 ? i : 0];
      if (!put_component (putting, level.items[i], target, error))
        return FALSE;
      if (order != NULL)
        g_ptr_array_add (order, g_strdup (copy_of (putting, old)));
      if (!put_level (putting, level.items[i], NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_spans (LpPutting *putting, guint index, GError **error)
{
  const LpComponent *original = lp_design_get_component (putting->clip, index);
  if (original->spans->len == 0)
    return TRUE;
  LpComponent *copy
      = lp_component_copy (lp_document_get_component (putting->namer.document, copy_of (putting, original->id)));
  for (guint i = 0; i < original->spans->len; i++)
    {
      const char *container = copy_of (putting, original->spans->pdata[i]);
      if (container != NULL)
        lp_component_add_span (copy, container);
    }
  return lp_document_put_component (putting->namer.document, copy, error);
}

/* An id that was made of the ends is made of the new ones. */
static char *
connection_wish (const LpConnection *original, const char *from, const char *to)
{
  g_autofree char *usual = g_strdup_printf ("%s-%s", original->from, original->to);
  char *wish = g_strdup_printf ("%s-%s", from, to);
  if (g_str_has_prefix (original->id, usual) && lp_id_is_valid (wish))
    return wish;
  g_free (wish);
  return g_strdup (original->id);
}

static LpConnection *
copy_connection (LpNamer *namer, const LpConnection *original, const char *from, const char *to)
{
  g_autofree char *wish = connection_wish (original, from, to);
  g_autofree char *id = name_next (namer, wish, original->kind);
  LpConnection *copy = lp_connection_new (id, original->kind, from, to);
  lp_connection_set_label (copy, original->label);
  lp_connection_set_origin (copy, original->origin);
  lp_properties_unref (copy->set);
  copy->set = lp_properties_ref (original->set);
  copy->extra = lp_json_node_share (original->extra);
  return copy;
}

static gboolean
put_connection (LpPutting *putting, guint index, GError **error)
{
  const LpConnection *original = lp_design_get_connection (putting->clip, index);
  LpConnection *copy = copy_connection (&putting->namer, original, copy_of (putting, original->from),
                                        copy_of (putting, original->to));
  gboolean inside = lp_design_get_common_container (putting->clip, index) != LP_NONE;
  /* Between things that go to different containers it finds a way of its own. */
  if (inside || putting->n_targets == 1)
    lp_connection_set_via (copy, original->via, original->n_via);
  if (!inside && putting->n_targets == 1)
    move_via (copy, shift_of (putting->targets));
  g_hash_table_insert (putting->lines, g_ref_string_acquire (original->id), g_ref_string_acquire (copy->id));
  return lp_document_put_connection (putting->namer.document, copy, error);
}

/* The pin on the copies; FALSE where it is on nothing that was put. */
static gboolean
put_pin (const LpPutting *putting, LpPin *pin)
{
  const char *component = pin->component != NULL ? copy_of (putting, pin->component) : NULL;
  const char *line = pin->connection != NULL ? g_hash_table_lookup (putting->lines, pin->connection) : NULL;
  lp_remark_set (&pin->component, component);
  lp_remark_set (&pin->connection, line);
  return component != NULL || line != NULL;
}

static gboolean
has_comment (const LpHeader *header, const LpComment *comment)
{
  for (guint i = 0; i < header->comments->len; i++)
    {
      const LpComment *other = header->comments->pdata[i];
      if (lp_pin_is (&other->pin, comment->pin.component, comment->pin.connection)
          && g_strcmp0 (other->author, comment->author) == 0 && g_str_equal (other->text, comment->text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
put_comment (LpPutting *putting, LpHeader *header, const LpComment *original)
{
  g_autoptr (LpComment) copy = lp_comment_copy (original);
  if (!put_pin (putting, &copy->pin) || has_comment (header, copy))
    return FALSE;
  lp_header_add_comment (header, g_steal_pointer (&copy));
  return TRUE;
}

/* Nobody accepted anything of a copy: a waiver goes with what comes back under its own id. */
static gboolean
put_waiver (LpPutting *putting, LpHeader *header, LpWaiver *original)
{
  g_autoptr (LpWaiver) copy = lp_waiver_copy (original);
  if (!put_pin (putting, &copy->pin) || !lp_waiver_equal (copy, original))
    return FALSE;
  for (guint i = 0; i < header->waivers->len; i++)
    if (lp_waiver_equal (header->waivers->pdata[i], original))
      return FALSE;
  lp_header_add_waiver (header, lp_waiver_ref (original));
  return TRUE;
}

static void
put_remarks (LpPutting *putting)
{
  const LpHeader *clip = lp_design_get_header (putting->clip);
  g_autoptr (LpHeader) header = lp_header_copy (lp_document_get_header (putting->namer.document));
  gboolean any = FALSE;
  for (guint i = 0; i < clip->comments->len; i++)
    any |= put_comment (putting, header, clip->comments->pdata[i]);
  for (guint i = 0; i < clip->waivers->len; i++)
    any |= put_waiver (putting, header, clip->waivers->pdata[i]);
  if (any)
    lp_document_put_header (putting->namer.document, g_steal_pointer (&header));
}

static gboolean
put_all (LpPutting *putting, GPtrArray *order, GError **error)
{
  if (!put_level (putting, LP_NONE, order, error))
    return FALSE;
  for (guint i = 0; i < lp_design_get_n_components (putting->clip); i++)
    if (!put_spans (putting, i, error))
      return FALSE;
  for (guint i = 0; i < lp_design_get_n_connections (putting->clip); i++)
    if (!put_connection (putting, i, error))
      return FALSE;
  put_remarks (putting);
  return TRUE;
}

GHashTable *
lp_clip_put (LpDocument *document, const LpDesign *clip, const LpClipTarget *targets, guint n_targets,
             GPtrArray *order, GError **error)
{
  g_autoptr (GHashTable) counted = new_counts ();
  g_autoptr (GHashTable) copies
      = g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify) g_ref_string_release, g_free);
  g_autoptr (GHashTable) lines
      = g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify) g_ref_string_release,
                               (GDestroyNotify) g_ref_string_release);
  LpPutting putting = { { document, counted }, clip, targets, n_targets, copies, lines };
  return put_all (&putting, order, error) ? g_steal_pointer (&copies) : NULL;
}

/* --- joining ----------------------------------------------------------------------------------------- */

static gboolean
join_spans (LpDocument *document, const LpComponent *then, GHashTable *copies, GError **error)
{
  const LpComponent *present = lp_document_get_component (document, then->id);
  if (present == NULL)
    return TRUE;
  g_autoptr (LpComponent) wider = lp_component_copy (present);
  for (guint i = 0; i < then->spans->len; i++)
    {
      const char *copy = g_hash_table_lookup (copies, then->spans->pdata[i]);
      if (copy != NULL)
        lp_component_add_span (wider, copy);
    }
  return wider->spans->len == present->spans->len
         || lp_document_put_component (document, g_steal_pointer (&wider), error);
}

/* A copy reaches into what its original reached into, unless that was copied along. */
static gboolean
keep_spans (LpDocument *document, const LpComponent *original, GHashTable *copies, GError **error)
{
  LpComponent *wider
      = lp_component_copy (lp_document_get_component (document, g_hash_table_lookup (copies, original->id)));
  for (guint i = 0; i < original->spans->len; i++)
    if (!g_hash_table_contains (copies, original->spans->pdata[i]))
      lp_component_add_span (wider, original->spans->pdata[i]);
  return lp_document_put_component (document, wider, error);
}

gboolean
lp_clip_join (LpDocument *document, const LpDesign *design, GHashTable *copies, GError **error)
{
  g_autoptr (GHashTable) counted = new_counts ();
  LpNamer namer = { document, counted };
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    {
      const LpComponent *component = lp_design_get_component (design, i);
      gboolean is_copied = g_hash_table_contains (copies, component->id);
      if (component->spans->len > 0
          && !(is_copied ? keep_spans : join_spans) (document, component, copies, error))
        return FALSE;
    }
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      const LpConnection *original = lp_design_get_connection (design, i);
      const char *from = g_hash_table_lookup (copies, original->from);
      const char *to = g_hash_table_lookup (copies, original->to);
      if ((from == NULL) == (to == NULL))
        continue;
      LpConnection *copy = copy_connection (&namer, original, from != NULL ? from : original->from,
                                            to != NULL ? to : original->to);
      if (!lp_document_put_connection (document, copy, error))
        return FALSE;
    }
  return TRUE;
}
