/* The glyphs: line drawings on a 24-unit grid, stroked 1.5 wide with round caps and joins, never filled. Each
 * is read once from the program's own resources, immutable, shared by threads. */
#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

#define LP_GLYPH_GRID 24.0
#define LP_GLYPH_STROKE 1.5

typedef enum
{
  LP_GLYPH_MOVE,  /* to p[0] */
  LP_GLYPH_LINE,  /* to p[0] */
  LP_GLYPH_CURVE, /* cubic, by p[0] and p[1] to p[2] */
  LP_GLYPH_CLOSE,
} LpGlyphOp;

typedef struct
{
  LpGlyphOp op;
  LpPoint p[3];   /* absolute, on the grid */
} LpGlyphSegment;

typedef struct
{
  const char *name;
  const LpGlyphSegment *segments;
  guint n_segments;
  const char *d;  /* the same as the data of one SVG path: absolute M, L, C and Z */
} LpGlyph;

/* The glyph of that name ("alb"); the one of the kind "generic" where there is none: never NULL. */
const LpGlyph *lp_glyph_find (const char *name);
/* The names of all, sorted, NULL-terminated; borrowed. */
const char *const *lp_glyph_names (void);

/* Parses SVG path data: every command of SVG 1.1, relative ones too; arcs and quadratic curves become cubic. An
 * array of LpGlyphSegment, or NULL where the data is not well-formed. Free with g_array_unref(). */
GArray *lp_glyph_parse (const char *path_data);

G_END_DECLS
