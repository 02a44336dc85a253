/* Automatic placement of nested boxes: it knows rectangles and edges, not documents. */
#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

typedef struct
{
  guint parent;       /* index of a box that stands before it in the array, or G_MAXUINT at the top */
  gboolean container; /* grows around its children; a leaf has exactly `width` by `height` */
  gboolean
      fixed; /* `rect` is given and is kept, x and y relative to the parent; a container grows if it must */
  double width, height; /* the leaf's size with its label; a container's least size */
  double header;        /* room at a container's top edge that children keep free (its name) */
  guint rank;    /* hint: 0 first (where users are), larger further along; only compared among siblings */
  double anchor; /* a leaf's connectors meet it this far below its top edge (the middle of its tile); 0: its
                    middle */
  LpRect rect;   /* out (in where fixed): relative to the parent's top left corner */
} LpLayoutBox;

typedef struct
{
  guint from, to; /* indices of boxes */
} LpLayoutEdge;

typedef struct
{
  double margin; /* between a container's border and its children: 24 */
  double gap;    /* between siblings: 24 along, more across where connectors pass */
  double aspect; /* wanted width / height of the whole: 1.6 */
} LpLayoutOptions;

#define LP_LAYOUT_OPTIONS_DEFAULT ((LpLayoutOptions){ .margin = 24, .gap = 24, .aspect = 1.6 })

/* Places all boxes; deterministic: the same input gives the same output on every machine. After it, siblings
 * do not overlap (except fixed ones that overlapped before), children lie inside their parent with the
 * margin, and all coordinates are multiples of 8. Gives the size of the whole. Linear memory; about n log n
 * time. */
LpRect lp_layout_place (LpLayoutBox *boxes,
                        guint n_boxes,
                        const LpLayoutEdge *edges,
                        guint n_edges,
                        const LpLayoutOptions *options);

G_END_DECLS
