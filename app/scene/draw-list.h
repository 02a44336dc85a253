/* A drawing as a flat list of a few primitives in paint order: what every back end reads (render/paint.h on
 * cairo, render/svg.h), so that screen and export cannot differ. It prints as text for goldens. Immutable. */
#pragma once

#include "base/geometry.h"
#include "scene/bitmap.h"
#include "scene/palette.h"

G_BEGIN_DECLS

typedef enum
{
  LP_DRAW_RECT,      /* rounded where `radius` > 0 */
  LP_DRAW_POLYLINE,  /* corners rounded by `radius`; arrow heads; hops over other lines */
  LP_DRAW_POLYGON,
  LP_DRAW_TEXT,      /* one line */
  LP_DRAW_GLYPH,     /* a glyph of the catalogue, scaled from its 24-unit grid to `rect`, stroked in style.stroke */
  LP_DRAW_IMAGE,     /* a bitmap, scaled into `rect` */
  LP_DRAW_BEGIN,     /* of a component, connection or finding: `id`, `title`, `desc` */
  LP_DRAW_END,
} LpDrawKind;

/* What a line ends in. */
typedef enum
{
  LP_HEAD_NONE,
  LP_HEAD_SOLID,
  LP_HEAD_OPEN, /* two strokes */
} LpHead;

typedef enum
{
  LP_ALIGN_START,
  LP_ALIGN_MIDDLE,
  LP_ALIGN_END,
} LpAlign;

/* What a group of items stands for. */
typedef enum
{
  LP_PART_NONE,        /* title, legend */
  LP_PART_COMPONENT,   /* a tile or its label */
  LP_PART_FRAME,       /* the border, the name or the empty inside of a container */
  LP_PART_CONNECTION,
  LP_PART_MARK,        /* of a finding */
  LP_PART_COMMENT,     /* a pin: `index` is the number in the header of the first open comment there */
} LpPart;

/* What stands at a component or on a connection, above all that is drawn. */
static inline gboolean
lp_part_is_mark (LpPart part)
{
  return part == LP_PART_MARK || part == LP_PART_COMMENT;
}

typedef struct
{
  guint8 fill, stroke; /* LpColour */
  float width;         /* of the stroke */
  float dash[4];       /* all 0: solid; up to the first 0 */
} LpStroke;

/* Where `string` numbers stand for "none": no desc, no kind. */
#define LP_NO_STRING 0

/* Radius of the arc by which a line hops over another. */
#define LP_HOP_RADIUS 4.0
/* Length and half width of an arrow head; the point of the head is the end of the line. On a short run it is
 * smaller, so that a stem is left. */
#define LP_ARROW_LENGTH 8.0
#define LP_ARROW_HALF 3.6

typedef struct
{
  guint8 kind;        /* LpDrawKind */
  guint owner;        /* index of the innermost LP_DRAW_BEGIN around it, or G_MAXUINT */
  LpRect bounds;      /* of what is painted: for culling */
  LpStroke style;
  union
  {
    struct { LpRect rect; double radius; gboolean hatched; } box;
    struct { guint first, n, n_hops; float radius; guint8 head_start, head_end; } line; /* LpHead; n points, then n_hops */
    struct { guint first, n; } polygon;
    struct { LpPoint baseline; guint string; float size; guint16 weight; guint8 align; } text;
    struct { LpRect rect; guint name; } glyph;
    struct { LpRect rect; guint bitmap; } image;
    struct { guint id, title, desc, of, index, host; guint8 part, on_line; const char *type; LpPoint anchor; } group;
    /* type: "component", "frame", "span", "connection", "label", "finding", "comment",
     * "title", "legend", "key"; `of`: kind of the
     * component or connection, rule of the finding, id of what a comment is pinned to; `index` of what `part` says; `host`: the component at which a
     * "finding", "comment" or "span" stands, or with `on_line` the connection; `anchor`: the point of a
     * "finding" or "comment" that stays in its place where it is painted larger than it is */
  };
} LpDrawItem;

typedef struct _LpDrawList LpDrawList;

guint lp_draw_list_get_size (const LpDrawList *list);
const LpDrawItem *lp_draw_list_get (const LpDrawList *list, guint index);
/* A string of the list by its number: texts, glyph names, ids. "" for LP_NO_STRING. */
const char *lp_draw_list_get_string (const LpDrawList *list, guint string);
/* Of an LP_DRAW_IMAGE, by its number; borrowed. */
LpBitmap *lp_draw_list_get_bitmap (const LpDrawList *list, guint bitmap);
const LpPoint *lp_draw_list_get_points (const LpDrawList *list, guint first);
LpRect lp_draw_list_get_bounds (const LpDrawList *list);

typedef void (*LpDrawVisitor) (const LpDrawList *list, const LpDrawItem *item, gpointer data);

/* Calls `visit` for every item whose bounds meet `area`, in paint order; not for LP_DRAW_BEGIN and LP_DRAW_END. */
void lp_draw_list_visit (const LpDrawList *list, LpRect area, LpDrawVisitor visit, gpointer data);
/* The same without the items of `hidden`, an array by item (NULL: none). */
void lp_draw_list_visit_except (const LpDrawList *list, const guint8 *hidden, LpRect area, LpDrawVisitor visit,
                                gpointer data);
/* One line per item, coordinates at two decimals. Free with g_free(). */
char *lp_draw_list_print (const LpDrawList *list);

G_END_DECLS
