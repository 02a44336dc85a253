/* What is written at a component: the lines under a tile, the name of a frame. */
#pragma once

#include "catalogue/catalogue.h"
#include "model/design.h"

G_BEGIN_DECLS

#define LP_LABEL_WIDTH 120.0    /* lines are broken there */
#define LP_NAME_SIZE 12.0
#define LP_KIND_SIZE 10.5

typedef struct
{
  GStrv name;      /* one or two lines */
  GStrv kind;      /* none to two lines */
  double width;    /* of the widest line */
  double height;   /* from the tile's bottom edge to below the last line */
} LpTileLabel;

/* Of a kind that the catalogue does not know: "generic". Never NULL. */
const LpKind *lp_kind_of (const LpCatalogue *catalogue, const LpComponent *component);
gboolean lp_kind_is_generic (const LpKind *kind);

void lp_tile_label_init (LpTileLabel *label, const LpComponent *component, const LpKind *kind);
void lp_tile_label_clear (LpTileLabel *label);
/* Where the lines stand under the tile: baselines, from its bottom edge. */
double lp_tile_label_name_line (guint line);
double lp_tile_label_kind_line (const LpTileLabel *label, guint line);

/* What stands at the right of a frame's name: its CIDR, or NULL. Borrowed. */
const char *lp_frame_note (const LpComponent *component);
/* How wide the name of the frame is with its tag, in full. */
double lp_frame_name_width (const LpComponent *component, const LpKind *kind);

G_END_DECLS
