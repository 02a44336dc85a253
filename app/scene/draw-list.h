/* A drawing as a flat list of a few primitives in paint order: what every back end reads (render/paint.h on
 * cairo, render/svg.h), so that screen and export cannot differ. It prints as text for goldens. */
#pragma once

#include "base/geometry.h"
#include "scene/palette.h"

G_BEGIN_DECLS

typedef enum
{
  LP_DRAW_RECT,      /* rounded where `radius` > 0 */
  LP_DRAW_POLYLINE,  /* corners rounded by `radius`; arrow heads */
  LP_DRAW_POLYGON,
  LP_DRAW_TEXT,      /* one line */
  LP_DRAW_GLYPH,     /* a glyph of the catalogue, scaled from its 24-unit grid to `rect` */
  LP_DRAW_BEGIN,     /* of a component, connection or finding: `id`, `title`, `desc` */
  LP_DRAW_END,
} LpDrawKind;

typedef enum
{
  LP_ALIGN_START,
  LP_ALIGN_MIDDLE,
  LP_ALIGN_END,
} LpAlign;

typedef struct
{
  LpColour fill, stroke;
  double width;       /* of the stroke */
  double dash[4];     /* all 0: solid */
} LpStroke;

typedef struct
{
  LpDrawKind kind;
  LpRect bounds;      /* of what is painted: for culling */
  LpStroke style;
  union
  {
    struct { LpRect rect; double radius; gboolean hatched; } box;
    struct { guint first, n; double radius; gboolean arrow_start, arrow_end; } line; /* points of the list */
    struct { guint first, n; } polygon;
    struct { LpPoint baseline; guint string; double size; guint weight; LpAlign align; } text;
    struct { LpRect rect; guint name; } glyph;
    struct { guint id, title, desc; const char *type; } group; /* type: "component", "frame", "connection", "finding", "legend" */
  };
} LpDrawItem;

typedef struct _LpDrawList LpDrawList;

guint lp_draw_list_get_size (const LpDrawList *list);
const LpDrawItem *lp_draw_list_get (const LpDrawList *list, guint index);
/* A string of the list by its number: texts, glyph names, ids. */
const char *lp_draw_list_get_string (const LpDrawList *list, guint string);
const LpPoint *lp_draw_list_get_points (const LpDrawList *list, guint first);
/* Calls `visit` for every item whose bounds meet `area`, in paint order. */
void lp_draw_list_visit (const LpDrawList *list, LpRect area,
                         void (*visit) (const LpDrawList *list, const LpDrawItem *item, gpointer data),
                         gpointer data);
/* One line per item, coordinates at two decimals. Free with g_free(). */
char *lp_draw_list_print (const LpDrawList *list);

G_END_DECLS
