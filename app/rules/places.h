/* Where components stand: Availability Zones and regions, by what they are and not by which frame was drawn.
 *
 * A drawing often shows one zone several times, a frame for each tier, or one region in two accounts. Frames
 * that name the same zone of the same region, or the same region, are one place. A place may also be known
 * from a property alone ("availability_zone", "region") without a frame. */
#pragma once

#include "rules/kinds.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;    /* what makes it the same place: "ap-northeast-2/a" */
  const char *label; /* as the drawing names it */
  guint component;   /* its first frame, or LP_NONE */
} LpPlace;

typedef struct _LpPlaces LpPlaces;

/* `traits` is borrowed, as is the design. */
LpPlaces *lp_places_new (const LpDesign *design, const LpKindTraits *traits);
/* The same for a later state of a design: a place keeps its number. `earlier` (nullable) is left as it is, except that
 * its places are called as they are now. */
LpPlaces *lp_places_new_after (LpPlaces *earlier, const LpDesign *design, const LpKindTraits *traits);
/* Another state of the design in which everything stands where it stood, and frames are called as they were: what was
 * worked out of the rest is forgotten, and lists that were given are gone. */
void lp_places_forget (LpPlaces *places, const LpDesign *design);
void lp_places_free (LpPlaces *places);
/* The place that a frame of a zone or region is; LP_NONE of anything else. */
guint lp_places_get_frame (const LpPlaces *places, guint component);
/* How many places were met so far. */
guint lp_places_get_size (const LpPlaces *places);
/* Places are numbered from 0; LP_NONE is none. */
const LpPlace *lp_places_get (const LpPlaces *places, guint place);


/* The zone in which it stands: that of the frame around it, or of the subnet that it is part of. LP_NONE
 * where the drawing does not say, or says more than one. */
guint lp_places_get_zone (LpPlaces *places, guint component);
/* Every zone in which it may run: its own, those that it spans, and for members of an Auto Scaling group
 * those of the group. Each once. */
LpIndices lp_places_get_zones (LpPlaces *places, guint component);
/* The region around it or named by a property, or LP_NONE. */
guint lp_places_get_region (LpPlaces *places, guint component);
/* Whether a frame of a region is drawn around it. */
gboolean lp_places_is_framed (const LpPlaces *places, guint component);
/* The same, and those that it spans. */
LpIndices lp_places_get_regions (LpPlaces *places, guint component);

/* --- names -------------------------------------------------------------------------------------------------
 */

/* The code of the AWS region that `text` names ("Seoul", "ap-northeast-2a", "서울 리전"), static, or NULL. */
const char *lp_region_code_find (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPlaces, lp_places_free)

G_END_DECLS
