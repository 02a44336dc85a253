/* Another region or account: found, or made, with what must stand around a thing in it. */

#include <glib/gi18n.h>
#include <string.h>

#include "base/json-node.h"
#include "model/clip.h"
#include "rules/fix-site.h"
#include "rules/fix.h"
#include "rules/place-name.h"

#define REGION "region"
#define ACCOUNT "account"

/* --- the same surroundings ---------------------------------------------------------------------------- */

/* Containers that say where something runs, from the outermost to that of the component; below regions and accounts. */
static GArray *
surroundings (const LpSite *site, guint component)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint at = lp_design_get_parent (site->design, component); at != LP_NONE;
       at = lp_design_get_parent (site->design, at))
    {
      if (lp_site_has_trait (site, at, LP_TRAIT_REGION) || lp_site_is_kind (site, at, ACCOUNT)
          || lp_site_is_kind (site, at, "aws-cloud"))
        break;
      if (lp_site_has_trait (site, at, LP_TRAIT_ZONE | LP_TRAIT_SUBNET) || lp_site_is_kind (site, at, "vpc"))
        g_array_prepend_val (chain, at);
    }
  return chain;
}

static gboolean
has_same_public (const LpSite *site, guint a, guint b)
{
  JsonNode *left = lp_properties_lookup (lp_site_get (site, a)->set, "public");
  JsonNode *right = lp_properties_lookup (lp_site_get (site, b)->set, "public");
  if (left == NULL || right == NULL)
    return left == right;
  return json_node_equal (left, right);
}

static guint
find_like (const LpSite *site, guint model, guint container)
{
  LpIndices children = lp_design_get_children (site->design, container);
  for (guint i = 0; i < children.n; i++)
    if (lp_site_is_kind (site, children.items[i], lp_site_get (site, model)->kind)
        && has_same_public (site, children.items[i], model))
      return children.items[i];
  return LP_NONE;
}

/* The text with the code of the one region as that of the other, or as it is. */
static char *
with_region (const char *text, const char *from, const char *to)
{
  g_autoptr (GString) result = g_string_new (text);
  if (from != NULL && to != NULL)
    g_string_replace (result, from, to, 0);
  return g_strdup (result->str);
}

static const char *
code_of (LpSite *site, guint component)
{
  guint region = lp_places_get_region (site->places, component);
  return region != LP_NONE ? lp_region_code_find (lp_places_get (site->places, region)->id) : NULL;
}

static guint
make_like (LpSite *site, guint model, guint container, GError **error)
{
  const LpComponent *original = lp_site_get (site, model);
  const char *from = code_of (site, model), *to = code_of (site, container);
  g_autofree char *id = with_region (original->id, from, to);
  g_autofree char *wish = g_str_equal (id, original->id) ? lp_clip_free_id (site->document, id) : g_strdup (id);
  g_autofree char *label = original->label != NULL ? with_region (original->label, from, to) : NULL;
  return lp_site_add_like (site, model, container, wish, label, error);
}

/* In `container`, what corresponds to the containers around the component, made where it is missing. */
static guint
mirror (LpSite *site, guint component, guint container, GError **error)
{
  g_autoptr (GArray) chain = surroundings (site, component);

  for (guint i = 0; i < chain->len && container != LP_NONE; i++)
    {
      guint model = g_array_index (chain, guint, i), found = find_like (site, model, container);
      container = found != LP_NONE ? found : make_like (site, model, container, error);
    }
  return container;
}

static guint
go_in (LpSite *site, const LpFixQuest *quest, guint component, guint container, GError **error)
{
  const char *outer = lp_site_get (site, container)->kind;
  if (quest->kind == NULL || (!quest->alike && lp_catalogue_may_contain (site->catalogue, outer, quest->kind)))
    return container;
  return mirror (site, component, container, error);
}

/* --- regions ----------------------------------------------------------------------------------------- */

static gboolean
is_other (LpSite *site, guint frame, guint component)
{
  return lp_site_has_trait (site, frame, LP_TRAIT_REGION)
         && !lp_design_is_within (site->design, component, frame)
         && lp_places_get_region (site->places, frame) != lp_places_get_region (site->places, component);
}

/* The frame of the region to which something of the component's region is copied already. */
static guint
find_copied_to (LpSite *site, guint component)
{
  static const char *const kinds[] = { "replicates", "copies-backup", NULL };
  guint region = lp_places_get_region (site->places, component);

  for (guint i = 0; i < lp_design_get_n_connections (site->design); i++)
    if (g_strv_contains (kinds, lp_design_get_connection (site->design, i)->kind)
        && lp_places_get_region (site->places, lp_design_get_source (site->design, i)) == region)
      {
        guint frame
            = lp_site_within (site, lp_design_get_target (site->design, i), LP_TRAIT_REGION);
        if (frame != LP_NONE && is_other (site, frame, component))
          return frame;
      }
  return LP_NONE;
}

static gboolean
is_for_recovery (const LpSite *site, guint frame)
{
  return g_strcmp0 (lp_properties_lookup_string (lp_site_get (site, frame)->set, "purpose"), "recovery") == 0;
}

/* Another region of the same account before those of others. */
static guint
find_other (LpSite *site, guint component, gboolean recovery)
{
  guint account = lp_site_within_kind (site, component, ACCOUNT), found = LP_NONE;
  for (guint i = 0; i < lp_design_get_n_components (site->design); i++)
    {
      if (!is_other (site, i, component) || (recovery && !is_for_recovery (site, i)))
        continue;
      if (lp_site_within_kind (site, i, ACCOUNT) == account)
        return i;
      if (found == LP_NONE)
        found = i;
    }
  return found;
}

static gboolean
is_code_taken (LpSite *site, const char *code)
{
  for (guint i = 0; i < lp_design_get_n_components (site->design); i++)
    if (lp_site_has_trait (site, i, LP_TRAIT_REGION) && g_strcmp0 (code_of (site, i), code) == 0)
      return TRUE;
  return FALSE;
}

/* The code of a region that the drawing does not have, near to that of the component; NULL where that is not known. */
static const char *
new_code (LpSite *site, guint component)
{
  const char *code = code_of (site, component);
  for (guint i = 0; code != NULL && i < LP_MOST_PARTNERS; i++)
    {
      const char *partner = lp_region_get_partner (code, i);
      if (partner != NULL && !is_code_taken (site, partner))
        return partner;
    }
  return NULL;
}

static gboolean
has_choice (const LpSite *site, const char *property, const char *choice)
{
  const LpPropertyKind *known
      = lp_kind_find_property (lp_catalogue_find (site->catalogue, REGION), property);
  for (guint i = 0; known != NULL && i < known->n_choices; i++)
    if (lp_choice_is (&known->choices[i], choice))
      return TRUE;
  return FALSE;
}

static guint
make_region (LpSite *site, guint component, gboolean recovery, GError **error)
{
  guint own = lp_site_within (site, component, LP_TRAIT_REGION);
  guint into = own != LP_NONE ? lp_design_get_parent (site->design, own)
                              : lp_site_find_holder (site, component, REGION);
  const char *code = new_code (site, component);
  gboolean has_code = own != LP_NONE && lp_properties_lookup (lp_site_get (site, own)->set, "code") != NULL;
  guint made = lp_site_add (site, REGION, into, code != NULL ? code : recovery ? "recovery-region" : "second-region",
                            code != NULL ? code : recovery ? _("Recovery region") : _("Second region"), error);

  if (made != LP_NONE && recovery && has_choice (site, "purpose", "recovery")
      && !lp_site_set (site, made, "purpose", lp_json_node_string ("recovery"), error))
    return LP_NONE;
  if (made != LP_NONE && has_code && code != NULL
      && !lp_site_set (site, made, "code", lp_json_node_string (code), error))
    return LP_NONE;
  return made;
}

guint
lp_fix_find_region (LpSite *site, const LpFixQuest *quest, GArray *beside, GError **error)
{
  guint first = g_array_index (beside, guint, 0);
  gboolean recovery = quest->where == LP_FIX_RECOVERY_REGION;
  guint found = recovery ? find_copied_to (site, first) : LP_NONE;

  if (found == LP_NONE && recovery)
    found = find_other (site, first, TRUE);
  if (found == LP_NONE)
    found = find_other (site, first, FALSE);
  if (found == LP_NONE)
    found = make_region (site, first, recovery, error);
  return found != LP_NONE ? go_in (site, quest, first, found, error) : LP_NONE;
}

/* --- accounts ---------------------------------------------------------------------------------------- */

static guint
find_other_account (const LpSite *site, guint own)
{
  for (guint i = 0; i < lp_design_get_n_components (site->design); i++)
    if (lp_site_is_kind (site, i, ACCOUNT) && i != own
        && (own == LP_NONE
            || (!lp_design_is_within (site->design, i, own) && !lp_design_is_within (site->design, own, i))))
      return i;
  return LP_NONE;
}

/* The frame of the component's region in the account; LP_NONE where the drawing has no regions. */
static guint
region_in_account (LpSite *site, guint component, guint account, GError **error)
{
  guint region = lp_places_get_region (site->places, component), own;
  for (guint i = 0; i < lp_design_get_n_components (site->design); i++)
    if (lp_site_has_trait (site, i, LP_TRAIT_REGION) && lp_design_is_within (site->design, i, account)
        && lp_places_get_region (site->places, i) == region)
      return i;
  own = lp_site_within (site, component, LP_TRAIT_REGION);
  if (own == LP_NONE)
    return account;
  const LpComponent *model = lp_site_get (site, own);
  g_autofree char *wish = lp_clip_free_id (site->document, model->id);
  return lp_site_add_like (site, own, account, wish, lp_component_get_name (model), error);
}

/* Where the account around the component stands, else around its region. */
static guint
holder_of_account (const LpSite *site, guint component, guint own)
{
  guint holder = own != LP_NONE ? lp_design_get_parent (site->design, own) : LP_NONE;
  guint cloud = lp_site_within_kind (site, component, "aws-cloud");
  return holder != LP_NONE ? holder : cloud;
}

guint
lp_fix_find_account (LpSite *site, const LpFixQuest *quest, GArray *beside, GError **error)
{
  guint first = g_array_index (beside, guint, 0);
  guint own = lp_site_within_kind (site, first, ACCOUNT), account = find_other_account (site, own);

  if (account == LP_NONE)
    account = lp_site_add (site, ACCOUNT, holder_of_account (site, first, own), "second-account",
                           _("Second account"), error);
  if (account == LP_NONE)
    return LP_NONE;
  guint frame = region_in_account (site, first, account, error);
  return frame != LP_NONE ? go_in (site, quest, first, frame, error) : LP_NONE;
}
