/* A document in the middle of a fix, looked at for places: what stands where, and what may hold what. */
#pragma once

#include "model/document.h"
#include "rules/fix-edit.h"
#include "rules/places.h"

G_BEGIN_DECLS

typedef struct
{
  LpDocument *document;
  LpDesign *design; /* as it is now */
  const LpCatalogue *catalogue;
  LpKindTraits *traits;
  LpPlaces *places;
} LpSite;

void lp_site_init (LpSite *site, LpDocument *document);
void lp_site_clear (LpSite *site);
/* After a change of the document: numbers may be others. */
void lp_site_refresh (LpSite *site);

static inline const LpComponent *
lp_site_get (const LpSite *site, guint component)
{
  return lp_design_get_component (site->design, component);
}

gboolean lp_site_has_trait (const LpSite *site, guint component, LpTrait trait);
gboolean lp_site_is_kind (const LpSite *site, guint component, const char *kind);
/* The nearest around it with the trait, itself included; LP_NONE. */
guint lp_site_within (const LpSite *site, guint component, LpTrait trait);
/* The same of one kind. */
guint lp_site_within_kind (const LpSite *site, guint component, const char *kind);
/* The subnet in which it stands, or the first that it reaches into, or that a member of it stands in; LP_NONE. */
guint lp_site_subnet_of (const LpSite *site, guint component);

/* The innermost container around the component that is meant for the kind: one that may hold it, no group, and not
 * narrower than where such a thing runs, as a subnet is for a load balancer. LP_NONE: the top level. */
guint lp_site_find_holder (const LpSite *site, guint component, const char *kind);

/* Adds a container like `model` into `into` (LP_NONE: the top level) under the label (NULL: none), without what is its
 * own. Gives its number in the refreshed site; LP_NONE with LP_EDIT_ERROR. */
guint lp_site_add_like (
    LpSite *site, guint model, guint into, const char *wish, const char *label, GError **error);
/* A new one. */
guint lp_site_add (
    LpSite *site, const char *kind, guint into, const char *wish, const char *label, GError **error);
gboolean lp_site_set (LpSite *site, guint component, const char *property, JsonNode *value, GError **error);

/* Where something is to go. */
typedef struct
{
  LpFixWhere where;
  const GPtrArray *beside; /* ids: the place is another than theirs, or beside them; at least one that is there */
  const char *kind;        /* of what is to stand there; NULL: it only reaches into it */
  gboolean alike;          /* in the same surroundings: subnet and network too, not only region or account */
} LpFixQuest;

/* Finds the place, or makes it: the id of a container. NULL with LP_FIX_ERROR_NO_PLACE or LP_EDIT_ERROR. Free with
 * g_free(). */
char *lp_fix_find_place (LpDocument *document, const LpFixQuest *quest, GError **error);

/* By file: each gives the number of the container, or LP_NONE with an error. `beside`: numbers, not empty. */
guint lp_fix_find_zone (LpSite *site, const LpFixQuest *quest, GArray *beside, GError **error);
guint lp_fix_find_subnet (LpSite *site, const LpFixQuest *quest, GArray *beside, GError **error);
guint lp_fix_find_region (LpSite *site, const LpFixQuest *quest, GArray *beside, GError **error);
guint lp_fix_find_account (LpSite *site, const LpFixQuest *quest, GArray *beside, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LpSite, lp_site_clear)

G_END_DECLS
