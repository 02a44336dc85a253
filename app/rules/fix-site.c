#include "rules/fix-site.h"

#include <glib/gi18n.h>

#include "model/clip.h"
#include "model/edit.h"
#include "rules/fix-work.h"
#include "rules/fix.h"

static void
look (LpSite *site)
{
  site->design = lp_document_snapshot (site->document);
  site->traits = lp_kind_traits_new (site->design, site->catalogue);
  site->places = lp_places_new (site->design, site->traits);
}

void
lp_site_init (LpSite *site, LpDocument *document)
{
  *site = (LpSite){ .document = document, .catalogue = lp_catalogue_get_default () };
  look (site);
}

void
lp_site_clear (LpSite *site)
{
  g_clear_pointer (&site->places, lp_places_free);
  g_clear_pointer (&site->traits, g_free);
  g_clear_pointer (&site->design, lp_design_unref);
}

void
lp_site_refresh (LpSite *site)
{
  lp_site_clear (site);
  look (site);
}

/* --- looking ----------------------------------------------------------------------------------------- */

gboolean
lp_site_has_trait (const LpSite *site, guint component, LpTrait trait)
{
  return component != LP_NONE && (site->traits[component].traits & trait) != 0;
}

gboolean
lp_site_is_kind (const LpSite *site, guint component, const char *kind)
{
  return component != LP_NONE && g_str_equal (lp_site_get (site, component)->kind, kind);
}

guint
lp_site_within (const LpSite *site, guint component, LpTrait trait)
{
  while (component != LP_NONE && !lp_site_has_trait (site, component, trait))
    component = lp_design_get_parent (site->design, component);
  return component;
}

guint
lp_site_within_kind (const LpSite *site, guint component, const char *kind)
{
  while (component != LP_NONE && !lp_site_is_kind (site, component, kind))
    component = lp_design_get_parent (site->design, component);
  return component;
}

static guint
first_subnet (const LpSite *site, LpIndices components)
{
  for (guint i = 0; i < components.n; i++)
    {
      guint subnet = lp_site_within (site, components.items[i], LP_TRAIT_SUBNET);
      if (subnet != LP_NONE)
        return subnet;
    }
  return LP_NONE;
}

guint
lp_site_subnet_of (const LpSite *site, guint component)
{
  guint subnet = lp_site_within (site, component, LP_TRAIT_SUBNET);
  LpIndices out = lp_design_get_outgoing (site->design, component);

  if (subnet == LP_NONE)
    subnet = first_subnet (site, lp_design_get_spans (site->design, component));
  if (subnet == LP_NONE)
    subnet = first_subnet (site, lp_design_get_spanned_by (site->design, component));
  if (subnet == LP_NONE)
    subnet = first_subnet (site, lp_design_get_children (site->design, component));
  for (guint i = 0; subnet == LP_NONE && i < out.n; i++)
    if (g_str_equal (lp_design_get_connection (site->design, out.items[i])->kind, "manages"))
      subnet = lp_site_within (site, lp_design_get_target (site->design, out.items[i]), LP_TRAIT_SUBNET);
  return subnet;
}

/* --- what may hold what ------------------------------------------------------------------------------ */

static const LpKind *
kind_of (const LpSite *site, guint component)
{
  return site->traits[component].kind;
}

static gboolean
is_open (const LpSite *site, guint component)
{
  return kind_of (site, component) != NULL && lp_kind_has_role (kind_of (site, component), "open");
}

static gboolean
is_place (const LpSite *site, guint component)
{
  const LpKind *kind = kind_of (site, component);
  return kind != NULL && kind->is_container && !lp_kind_has_role (kind, "group")
         && !lp_kind_has_role (kind, "guard");
}

static gboolean
may_hold (const LpSite *site, guint container, const char *kind)
{
  const char *outer = container != LP_NONE ? lp_site_get (site, container)->kind : NULL;
  return lp_catalogue_may_contain (site->catalogue, outer, kind);
}

/* A subnet is narrower than what runs in a region; and what an organizational unit may hold is no part of a network,
 * though people may draw it in one. */
static gboolean
is_narrower (const LpSite *site, guint container, const LpKind *kind)
{
  LpScope place = kind_of (site, container)->scope;

  if (kind == NULL)
    return FALSE;
  if (lp_site_is_kind (site, container, "vpc")
      && lp_catalogue_may_contain (site->catalogue, "organizational-unit", kind->id))
    return TRUE;
  return (kind->scope == LP_SCOPE_REGIONAL && place == LP_SCOPE_ZONAL)
         || (kind->scope == LP_SCOPE_GLOBAL && (place == LP_SCOPE_ZONAL || place == LP_SCOPE_REGIONAL));
}

static guint
find_holder (const LpSite *site, guint component, const char *kind, gboolean wide)
{
  const LpKind *known = lp_catalogue_find (site->catalogue, kind);
  guint frame = LP_NONE; /* the innermost plain frame since the last place */

  for (guint at = lp_design_get_parent (site->design, component); at != LP_NONE;
       at = lp_design_get_parent (site->design, at))
    {
      if (!is_place (site, at))
        continue;
      if (is_open (site, at))
        frame = frame == LP_NONE ? at : frame;
      else if (may_hold (site, at, kind) && !(wide && is_narrower (site, at, known)))
        return frame != LP_NONE ? frame : at;
      else
        frame = LP_NONE;
    }
  return frame != LP_NONE && may_hold (site, LP_NONE, kind) ? frame : LP_NONE;
}

guint
lp_site_find_holder (const LpSite *site, guint component, const char *kind)
{
  guint holder = find_holder (site, component, kind, TRUE);
  if (holder != LP_NONE || may_hold (site, LP_NONE, kind))
    return holder;
  return find_holder (site, component, kind, FALSE);
}

/* --- making ------------------------------------------------------------------------------------------ */

static guint
put (LpSite *site, LpComponent *component, GError **error)
{
  g_autofree char *id = g_strdup (component->id);
  if (!lp_document_put_component (site->document, component, error))
    return LP_NONE;
  lp_site_refresh (site);
  return lp_design_find (site->design, id);
}

static LpComponent *
new_component (LpSite *site, const char *kind, guint into, const char *wish, const char *label)
{
  g_autofree char *id = lp_document_unique_id (site->document, lp_id_is_valid (wish) ? wish : kind);
  LpComponent *component = lp_component_new (id, kind);
  lp_component_set_in (component, into != LP_NONE ? lp_site_get (site, into)->id : NULL);
  lp_component_set_label (component, label);
  return component;
}

guint
lp_site_add (LpSite *site, const char *kind, guint into, const char *wish, const char *label, GError **error)
{
  return put (site, new_component (site, kind, into, wish, label), error);
}

guint
lp_site_add_like (LpSite *site, guint model, guint into, const char *wish, const char *label, GError **error)
{
  const LpComponent *original = lp_site_get (site, model);
  LpComponent *component = new_component (site, original->kind, into, wish, label);

  for (guint i = 0; i < lp_properties_get_size (original->set); i++)
    {
      const LpProperty *property = lp_properties_get (original->set, i);
      if (!lp_fix_is_own_property (property->name))
        lp_component_set_property (component, property->name, json_node_ref (property->value));
    }
  return put (site, component, error);
}

gboolean
lp_site_set (LpSite *site, guint component, const char *property, JsonNode *value, GError **error)
{
  if (!lp_edit_set_property (site->document, lp_site_get (site, component)->id, property, value, error))
    return FALSE;
  lp_site_refresh (site);
  return TRUE;
}

/* --- finding a place --------------------------------------------------------------------------------- */

char *
lp_fix_find_place (LpDocument *document, const LpFixQuest *quest, GError **error)
{
  g_auto (LpSite) site = { 0 };
  g_autoptr (GArray) beside = g_array_new (FALSE, FALSE, sizeof (guint));
  guint found = LP_NONE;

  lp_site_init (&site, document);
  for (guint i = 0; i < quest->beside->len; i++)
    {
      guint component = lp_design_find (site.design, quest->beside->pdata[i]);
      if (component != LP_NONE)
        g_array_append_val (beside, component);
    }
  if (beside->len == 0)
    {
      g_set_error_literal (error, LP_FIX_ERROR, LP_FIX_ERROR_NO_PLACE,
                           _("the fix does not say beside what the new place is"));
      return NULL;
    }
  switch (quest->where)
    {
    case LP_FIX_ANOTHER_ZONE:
      found = lp_fix_find_zone (&site, quest, beside, error);
      break;
    case LP_FIX_PRIVATE_SUBNET:
    case LP_FIX_PUBLIC_SUBNET:
      found = lp_fix_find_subnet (&site, quest, beside, error);
      break;
    case LP_FIX_ANOTHER_REGION:
    case LP_FIX_RECOVERY_REGION:
      found = lp_fix_find_region (&site, quest, beside, error);
      break;
    case LP_FIX_ANOTHER_ACCOUNT:
      found = lp_fix_find_account (&site, quest, beside, error);
      break;
    case LP_FIX_NOWHERE:
      g_return_val_if_reached (NULL);
    }
  return found != LP_NONE ? g_strdup (lp_site_get (&site, found)->id) : NULL;
}
