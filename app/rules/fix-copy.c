/* Copies of components that a fix puts elsewhere, connected like the originals. */

#include <string.h>

#include "base/json-node.h"
#include "model/clip.h"
#include "model/edit.h"
#include "model/zone-name.h"
#include "rules/fix-site.h"
#include "rules/fix-work.h"

typedef struct
{
  LpDocument *document;
  LpSite *site;       /* before the copies */
  GHashTable *copies; /* component number + 1 -> id of its copy */
  GArray *copied;     /* their numbers, in the order in which they were copied */
  GHashTable *regions; /* component number + 1 -> number of the region's frame in which its copy stands */
} LpCopying;

gboolean
lp_fix_is_own_property (const char *name)
{
  static const char *const own[] = { "cidr", "address", "private_ip", "public_ip", NULL };
  return g_strv_contains (own, name);
}

static const char *
copy_of (const LpCopying *copying, guint component)
{
  return g_hash_table_lookup (copying->copies, GUINT_TO_POINTER (component + 1));
}

/* --- components -------------------------------------------------------------------------------------- */

/* The zone frame that holds it, by its name; "" where there is none. */
static const char *
zone_name (const LpSite *site, guint component)
{
  guint zone = lp_site_within (site, component, LP_TRAIT_ZONE);
  return zone != LP_NONE ? lp_component_get_name (lp_site_get (site, zone)) : "";
}

/* What says in which zone the original is says it of the copy; NULL where it says nothing. */
static char *
adapt (const LpCopying *copying, const char *text, guint original, guint container)
{
  g_auto (LpZoneName) from = { 0 }, to = { 0 };
  lp_zone_name_init (&from, zone_name (copying->site, original));
  lp_zone_name_init (&to, container != LP_NONE ? zone_name (copying->site, container) : "");
  if (text == NULL || *from.name == '\0' || *to.name == '\0' || g_str_equal (from.name, to.name))
    return NULL;
  return lp_zone_name_adapt (text, &from, &to);
}

static gboolean
is_label_taken (const LpSite *site, const char *label)
{
  for (guint i = 0; i < lp_design_get_n_components (site->design); i++)
    if (g_strcmp0 (lp_site_get (site, i)->label, label) == 0)
      return TRUE;
  return FALSE;
}

/* "Web 1" as "Web 2", or the next that is free; NULL where it has no number. */
static char *
count_on (const LpCopying *copying, const char *label)
{
  gsize end = label != NULL ? strlen (label) : 0, at = end;
  while (at > 0 && g_ascii_isdigit (label[at - 1]))
    at--;
  if (at == end || at == 0 || end - at > 6 || label[at - 1] == '.')
    return NULL;
  for (guint64 i = g_ascii_strtoull (label + at, NULL, 10) + 1; i < 10000000; i++)
    {
      g_autofree char *next = g_strdup_printf ("%.*s%" G_GUINT64_FORMAT, (int) at, label, i);
      if (!is_label_taken (copying->site, next))
        return g_steal_pointer (&next);
    }
  return NULL;
}

static LpComponent *
new_copy (LpCopying *copying, guint original, guint container)
{
  const LpComponent *model = lp_site_get (copying->site, original);
  g_autofree char *adapted = adapt (copying, model->id, original, container);
  g_autofree char *label = adapt (copying, model->label, original, container);
  g_autofree char *id
      = lp_clip_free_id (copying->document, adapted != NULL && lp_id_is_valid (adapted) ? adapted : model->id);
  LpComponent *copy = lp_component_new (id, model->kind);

  if (label == NULL && model->label != NULL && g_str_equal (model->label, model->id))
    label = g_strdup (id);
  if (label == NULL)
    label = count_on (copying, model->label);
  lp_component_set_label (copy, label != NULL ? label : model->label);
  for (guint i = 0; i < lp_properties_get_size (model->set); i++)
    {
      const LpProperty *property = lp_properties_get (model->set, i);
      if (!lp_fix_is_own_property (property->name))
        lp_component_set_property (copy, property->name, json_node_ref (property->value));
    }
  copy->extra = lp_json_node_share (model->extra);
  lp_component_set_collapsed (copy, model->collapsed);
  return copy;
}

/* What the copy holds stands as in the original; the copy itself has no place yet. */
static gboolean
copy_one (LpCopying *copying, guint original, guint around, const char *container, GError **error)
{
  const LpComponent *model = lp_site_get (copying->site, original);
  LpComponent *copy = new_copy (copying, original, around);
  g_autofree char *id = g_strdup (copy->id);
  LpIndices inside = lp_design_get_children (copying->site->design, original);

  lp_component_set_in (copy, container);
  if (copying->copied->len > 0 && copy_of (copying, lp_design_get_parent (copying->site->design, original)) != NULL
      && model->has_at)
    lp_component_set_at (copy, model->at);
  if (model->has_size)
    lp_component_set_size (copy, model->width, model->height);
  if (!lp_document_put_component (copying->document, copy, error))
    return FALSE;
  g_hash_table_insert (copying->copies, GUINT_TO_POINTER (original + 1), g_strdup (id));
  g_array_append_val (copying->copied, original);
  guint region = around != LP_NONE ? lp_site_within (copying->site, around, LP_TRAIT_REGION) : LP_NONE;
  g_hash_table_insert (copying->regions, GUINT_TO_POINTER (original + 1), GUINT_TO_POINTER (region));
  for (guint i = 0; i < inside.n; i++)
    if (!copy_one (copying, inside.items[i], around, id, error))
      return FALSE;
  return TRUE;
}

/* --- connections and spans --------------------------------------------------------------------------- */

/* A volume or an address is attached to one thing alone. */
static gboolean
is_exclusive (const LpCopying *copying, guint line)
{
  const LpDesign *design = copying->site->design;
  return g_str_equal (lp_design_get_connection (design, line)->kind, "attaches")
         && (copy_of (copying, lp_design_get_source (design, line)) == NULL
             || copy_of (copying, lp_design_get_target (design, line)) == NULL);
}

/* What stays in another region than the copy has nothing to do with it: a replica is not called by the servers of the
 * region that it replaces. */
static gboolean
is_far (const LpCopying *copying, guint original, guint other)
{
  if (copy_of (copying, original) == NULL || copy_of (copying, other) != NULL)
    return FALSE;
  guint here = GPOINTER_TO_UINT (g_hash_table_lookup (copying->regions, GUINT_TO_POINTER (original + 1)));
  guint there = lp_site_within (copying->site, other, LP_TRAIT_REGION);
  return here != LP_NONE && there != LP_NONE && here != there
         && there == lp_site_within (copying->site, original, LP_TRAIT_REGION);
}

static const char *
end_of (const LpCopying *copying, guint component)
{
  const char *copy = copy_of (copying, component);
  return copy != NULL ? copy : lp_site_get (copying->site, component)->id;
}

static gboolean
copy_line (LpCopying *copying, guint line, GError **error)
{
  const LpDesign *design = copying->site->design;
  const LpConnection *model = lp_design_get_connection (design, line);
  const char *from = end_of (copying, lp_design_get_source (design, line));
  const char *to = end_of (copying, lp_design_get_target (design, line));
  g_autofree char *wish = g_strdup_printf ("%s-%s", from, to);
  g_autofree char *id
      = lp_document_unique_id (copying->document, lp_id_is_valid (wish) ? wish : model->kind);
  LpConnection *copy = lp_connection_new (id, model->kind, from, to);

  lp_connection_set_label (copy, model->label);
  lp_properties_unref (copy->set);
  copy->set = lp_properties_ref (model->set);
  copy->extra = lp_json_node_share (model->extra);
  return lp_document_put_connection (copying->document, copy, error);
}

static gboolean
copy_lines (LpCopying *copying, GError **error)
{
  const LpDesign *design = copying->site->design;
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      guint from = lp_design_get_source (design, i), to = lp_design_get_target (design, i);
      if ((copy_of (copying, from) != NULL || copy_of (copying, to) != NULL) && !is_exclusive (copying, i)
          && !is_far (copying, from, to) && !is_far (copying, to, from) && !copy_line (copying, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_spans (LpCopying *copying, const char *id, const char *container, GError **error)
{
  LpComponent *wider = lp_component_copy (lp_document_get_component (copying->document, id));
  lp_component_add_span (wider, container);
  return lp_document_put_component (copying->document, wider, error);
}

/* What reaches into the original reaches into the copy, and the copy into what the original does. */
static gboolean
copy_spans (LpCopying *copying, guint original, GError **error)
{
  const LpDesign *design = copying->site->design;
  LpIndices over = lp_design_get_spans (design, original), by = lp_design_get_spanned_by (design, original);

  for (guint i = 0; i < over.n; i++)
    if (!is_far (copying, original, over.items[i])
        && !add_spans (copying, copy_of (copying, original), end_of (copying, over.items[i]), error))
      return FALSE;
  for (guint i = 0; i < by.n; i++)
    if (copy_of (copying, by.items[i]) == NULL && !is_far (copying, original, by.items[i])
        && !add_spans (copying, lp_site_get (copying->site, by.items[i])->id, copy_of (copying, original), error))
      return FALSE;
  return TRUE;
}

/* --- all of it --------------------------------------------------------------------------------------- */

/* Stands in none of the others. */
static gboolean
is_root (const LpSite *site, const GPtrArray *ids, guint component)
{
  for (guint i = 0; i < ids->len; i++)
    {
      guint other = lp_design_find (site->design, ids->pdata[i]);
      if (other != LP_NONE && other != component && lp_design_is_within (site->design, component, other))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_roots (LpCopying *copying, const GPtrArray *ids, const GPtrArray *containers, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      guint component = lp_design_find (copying->site->design, ids->pdata[i]);
      const char *container = containers->pdata[containers->len == ids->len ? i : 0];
      guint around = container != NULL ? lp_design_find (copying->site->design, container) : LP_NONE;
      if (component != LP_NONE && is_root (copying->site, ids, component)
          && !copy_one (copying, component, around, container, error))
        return FALSE;
    }
  if (!copy_lines (copying, error))
    return FALSE;
  for (guint i = 0; i < copying->copied->len; i++)
    if (!copy_spans (copying, g_array_index (copying->copied, guint, i), error))
      return FALSE;
  return TRUE;
}

GPtrArray *
lp_fix_copy (LpDocument *document, const GPtrArray *ids, const GPtrArray *containers, GError **error)
{
  g_auto (LpSite) site = { 0 };
  g_autoptr (GHashTable) copies = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) copied = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) regions = g_hash_table_new (NULL, NULL);
  LpCopying copying = { document, &site, copies, copied, regions };

  lp_site_init (&site, document);
  if (!copy_roots (&copying, ids, containers, error))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      guint component = lp_design_find (site.design, ids->pdata[i]);
      if (component != LP_NONE && copy_of (&copying, component) != NULL)
        g_ptr_array_add (made, g_strdup (copy_of (&copying, component)));
    }
  return g_steal_pointer (&made);
}
