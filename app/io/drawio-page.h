/* One page of a draw.io file while it is being understood.
 *
 * The cells are read as they stand (drawio-cell.c); each step after that fills in what it finds out and rests
 * on the steps before it, in the order of this file. A cell is named by its number on the page. */
#pragma once

#include <libxml/tree.h>

#include "base/geometry.h"
#include "catalogue/catalogue.h"
#include "io/drawio-style.h"
#include "io/format.h"

G_BEGIN_DECLS

typedef enum
{
  LP_DRAWIO_ABSENT,   /* nothing of its own is seen: a layer, a group, what is hidden */
  LP_DRAWIO_ICON,     /* a picture with a name: becomes a tile */
  LP_DRAWIO_FRAME,    /* others stand in it: becomes a container */
  LP_DRAWIO_BOX,      /* any other shape: becomes a tile, or a frame once something is found in it */
  LP_DRAWIO_TEXT,     /* words without a shape */
  LP_DRAWIO_MARK,     /* the number of a step */
  LP_DRAWIO_ORNAMENT, /* an arrow, a bracket, a line that joins nothing */
  LP_DRAWIO_EDGE,
} LpDrawioRole;

typedef enum
{
  LP_DRAWIO_SOURCE,
  LP_DRAWIO_TARGET,
} LpDrawioEnd;

typedef struct
{
  /* as it stands in the file */
  char *id;
  char *value;
  LpDrawioStyle *style;
  GHashTable *attributes; /* of its <UserObject>: name to value; or NULL */
  guint parent;           /* or LP_NONE */
  guint attached[2];      /* by LpDrawioEnd, or LP_NONE */
  LpRect bounds;          /* relative to the parent; fractions of it where `is_relative` */
  LpPoint offset;
  LpPoint point[2]; /* by LpDrawioEnd, where `has_point`: relative to the parent */
  LpPoint bend[2];  /* the bend next to the end, where `has_bend` */
  guint8 has_point[2], has_bend[2];
  guint8 is_vertex, is_edge, is_relative, is_hidden;

  /* found out */
  guint8 is_joined; /* a line is attached to it */
  LpRect rect;      /* on the page */
  LpPoint origin;   /* of the coordinates of its children and of an edge's points, on the page */
  LpDrawioRole role;
  char *label;        /* plain text, or NULL */
  char *foreign;      /* what draw.io calls it: "aws4:lambda"; NULL for a plain shape */
  const LpKind *kind; /* NULL: not understood */
  guint container;    /* the frame that it stands in, or LP_NONE */
  guint stands_for;   /* the cell whose component it belongs to: itself, its icon, its frame; or LP_NONE */
  GArray *spans;      /* of guint: frames that it reaches into; or NULL */
} LpDrawioCell;

typedef struct
{
  guint cell; /* the component that it is about, or LP_NONE */
  char *text;
} LpDrawioRemark;

typedef struct
{
  guint number; /* from 1 */
  const char *file;
  const LpCatalogue *catalogue;
  GArray *cells;      /* of LpDrawioCell */
  GHashTable *by_id;  /* id to number + 1 */
  GPtrArray *notes;   /* of LpImportNote */
  GPtrArray *remarks; /* of LpDrawioRemark */
  char *title;        /* or NULL */
  double icon_size;   /* of most of its icons: the measure of what is near */
} LpDrawioPage;

static inline LpDrawioCell *
lp_drawio_cell (const LpDrawioPage *page, guint cell)
{
  return &g_array_index (page->cells, LpDrawioCell, cell);
}

static inline gboolean
lp_drawio_cell_is_component (const LpDrawioCell *cell)
{
  return cell->role == LP_DRAWIO_ICON || cell->role == LP_DRAWIO_FRAME || cell->role == LP_DRAWIO_BOX;
}

/* Reads the cells of `model` (NULL: none). Refuses in LP_READ_ERROR, with "page N, cell ID" as the path:
 * COUNT, MISSING (an id), DUPLICATE (an id), REFERENCE (a parent that is not there), CYCLE and DEPTH (of
 * parents). */
LpDrawioPage *lp_drawio_page_new (
    const xmlNode *model, guint number, const char *file, const LpCatalogue *catalogue, GError **error);
void lp_drawio_page_free (LpDrawioPage *page);
void lp_drawio_page_note (LpDrawioPage *page, guint cell, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* What `text` says is kept as a comment on `cell` (LP_NONE: on the whole). */
void lp_drawio_page_remark (LpDrawioPage *page, guint cell, const char *text);

/* The steps. */
void lp_drawio_page_measure (LpDrawioPage *page); /* rect, origin, is_hidden of what hidden cells contain */
void lp_drawio_page_label (LpDrawioPage *page);   /* label */
void lp_drawio_page_sort (LpDrawioPage *page);    /* role, foreign, kind of what has a name */
void lp_drawio_page_caption (LpDrawioPage *page); /* words that lie beside their icon become its label */
void lp_drawio_page_frame (LpDrawioPage *page);   /* corner badges, cards, boxes with something in them */
void
lp_drawio_page_classify (LpDrawioPage *page); /* kind by label, colour and shape; stands_for of components */
void lp_drawio_page_contain (LpDrawioPage *page);     /* container, spans */
void lp_drawio_page_remark_rest (LpDrawioPage *page); /* title, comments; notes on what is not drawn */
/* The lines: see drawio-edge.h. Then everything as a design; `lines` holds LpDrawioLine. */
LpDesign *lp_drawio_page_to_design (LpDrawioPage *page, const GArray *lines, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpDrawioPage, lp_drawio_page_free)

G_END_DECLS
