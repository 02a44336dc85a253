/* Making a draw list, item by item in paint order. */
#pragma once

#include "scene/draw-list.h"

G_BEGIN_DECLS

typedef struct _LpDrawBuilder LpDrawBuilder;

typedef struct
{
  LpPart part;
  guint index;
  guint host;        /* of a mark or a chip: the component at which it stands ... */
  gboolean on_line;  /* ... or the connection */
  const char *type;  /* static */
  const char *id;    /* or NULL */
  const char *of;    /* or NULL */
  const char *title; /* or NULL */
  const char *desc;  /* or NULL */
  LpPoint anchor;    /* of the mark of a finding */
} LpDrawGroup;

typedef struct
{
  double size;
  guint weight;
  LpAlign align;
  LpColour colour;
} LpTextStyle;

LpDrawBuilder *lp_draw_builder_new (void);
/* Gives the list and frees the builder. Free the list with lp_draw_list_free(). */
LpDrawList *lp_draw_builder_finish (LpDrawBuilder *builder);
void lp_draw_list_free (LpDrawList *list);
/* Of what is drawn so far. */
LpRect lp_draw_builder_get_bounds (const LpDrawBuilder *builder);

/* Groups do not nest. */
void lp_draw_begin (LpDrawBuilder *builder, const LpDrawGroup *group);
void lp_draw_end (LpDrawBuilder *builder);
void lp_draw_rect (LpDrawBuilder *builder, LpRect rect, double radius, LpStroke style);
/* The same with the hatching of what is no longer sold. */
void lp_draw_hatched_rect (LpDrawBuilder *builder, LpRect rect, double radius, LpStroke style);
void lp_draw_line (LpDrawBuilder *builder, const LpPoint *points, guint n_points, const LpPoint *hops, guint n_hops,
                   double radius, LpHead head_start, LpHead head_end, LpStroke style);
void lp_draw_polygon (LpDrawBuilder *builder, const LpPoint *points, guint n_points, LpStroke style);
void lp_draw_text (LpDrawBuilder *builder, LpPoint baseline, const char *text, const LpTextStyle *style);
/* Takes a reference of the bitmap. */
void lp_draw_image (LpDrawBuilder *builder, LpRect rect, LpBitmap *bitmap);
void lp_draw_glyph (LpDrawBuilder *builder, LpRect rect, const char *name, LpColour colour);
/* Every item of another list, moved by `by`. Not inside a group. */
void lp_draw_append (LpDrawBuilder *builder, const LpDrawList *other, LpPoint by);

G_END_DECLS
