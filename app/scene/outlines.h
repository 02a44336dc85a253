/* Membership that is not a place, as an outline: an Auto Scaling group around its instances in two zones, a security
 * group around what it guards. Only where the outline holds the members and nothing else; it may cross the frames that
 * they stand in, but not their names. */
#pragma once

#include "scene/placement.h"

G_BEGIN_DECLS

typedef struct
{
  guint group;  /* the component */
  LpRect rect;
} LpOutline;

typedef struct
{
  GArray *list;          /* of LpOutline */
  guint8 *is_outlined;   /* by component: a group that has an outline; NULL where none has */
  guint8 *is_said;       /* by connection: an outline says what it says, so that it is not drawn; NULL as above */
} LpOutlines;

LpOutlines *lp_outlines_new (const LpDesign *design, const LpCatalogue *catalogue, const LpPlacement *placement);
void lp_outlines_free (LpOutlines *outlines);
/* Empty where the component has none. */
LpRect lp_outlines_get (const LpOutlines *outlines, guint group);
/* Drawn as a tile, it stands for a group of others: not for the frame around things that stand in it. */
gboolean lp_outlines_is_group (const LpPlacement *placement, const LpKind *kind, guint component);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpOutlines, lp_outlines_free)

G_END_DECLS
