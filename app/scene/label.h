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
/* A thing or a group of things that was not understood. */
gboolean lp_kind_is_generic (const LpKind *kind);
/* What is written at it: its label, else its id; for something that was imported without a name, that of its
 * kind, or "" where it was not understood. Borrowed. */
const char *lp_label_text (const LpComponent *component, const LpKind *kind);

/* Without the lines of the kind where `squeezed`. */
void lp_tile_label_init (LpTileLabel *label, const LpComponent *component, const LpKind *kind, gboolean squeezed);
void lp_tile_label_clear (LpTileLabel *label);
/* Where the lines stand under the tile: baselines, from its bottom edge. */
double lp_tile_label_name_line (guint line);
double lp_tile_label_kind_line (const LpTileLabel *label, guint line);

/* The line at a frame's top edge: its name, and where there is room its kind and its CIDR. */
typedef struct
{
  char *name;
  const char *kind, *note;  /* borrowed; NULL: left out */
  double size;              /* of the name's font: smaller where it would not fit */
  double x;                 /* of the name, from the frame's left edge */
  double kind_x, note_x;    /* from the name's */
  double width;             /* from `x` to the end of the last */
} LpFrameName;

/* For a frame of that width, less what the chips of the things that reach into it take. */
void lp_frame_name_init (LpFrameName *name, const LpDesign *design, guint component, const LpKind *kind,
                         double frame_width);
void lp_frame_name_clear (LpFrameName *name);

G_END_DECLS
