/* The colours of the drawing, by name, for light and dark paper. tests/scene/palette computes their contrast. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LP_THEME_LIGHT,
  LP_THEME_DARK,
} LpTheme;

#define LP_N_THEMES 2

typedef enum
{
  LP_COLOUR_NONE, /* not painted */
  LP_COLOUR_PAPER,
  LP_COLOUR_GRID,
  LP_COLOUR_TEXT,
  LP_COLOUR_TEXT_DIM,
  LP_COLOUR_GLYPH,         /* on a tile */
  LP_COLOUR_TAG_GLYPH,     /* on the tag of a frame */
  /* tiles, by group of kinds */
  LP_COLOUR_COMPUTE,
  LP_COLOUR_STORAGE,
  LP_COLOUR_DATABASE,
  LP_COLOUR_NETWORK,
  LP_COLOUR_SECURITY,
  LP_COLOUR_INTEGRATION,
  LP_COLOUR_MIGRATION,
  LP_COLOUR_PREMISES,
  LP_COLOUR_GENERIC,
  LP_COLOUR_GENERIC_FILL,
  /* frames: border and tag; the ink of the name; the fill */
  LP_COLOUR_CLOUD,
  LP_COLOUR_CLOUD_INK,
  LP_COLOUR_REGION,
  LP_COLOUR_REGION_INK,
  LP_COLOUR_ZONE,
  LP_COLOUR_ZONE_INK,
  LP_COLOUR_VPC,
  LP_COLOUR_VPC_INK,
  LP_COLOUR_SUBNET_PUBLIC,
  LP_COLOUR_SUBNET_PUBLIC_INK,
  LP_COLOUR_SUBNET_PUBLIC_FILL,
  LP_COLOUR_SUBNET_PRIVATE,
  LP_COLOUR_SUBNET_PRIVATE_INK,
  LP_COLOUR_SUBNET_PRIVATE_FILL,
  LP_COLOUR_ACCOUNT,
  LP_COLOUR_ACCOUNT_INK,
  LP_COLOUR_SCALING,
  LP_COLOUR_SCALING_INK,
  LP_COLOUR_GUARD,         /* security groups */
  LP_COLOUR_GUARD_INK,
  LP_COLOUR_FRAME,         /* any other container */
  LP_COLOUR_FRAME_INK,
  /* connectors */
  LP_COLOUR_TRAFFIC,
  LP_COLOUR_REPLICATES,
  LP_COLOUR_BACKUP,
  LP_COLOUR_PROTECTS,
  LP_COLOUR_PLAIN,
  /* findings */
  LP_COLOUR_ERROR,
  LP_COLOUR_ERROR_INK,
  LP_COLOUR_WARNING,
  LP_COLOUR_WARNING_INK,
  LP_COLOUR_WARNING_EDGE,  /* the outline that yellow needs on white paper */
  LP_COLOUR_INFO,
  LP_COLOUR_INFO_INK,
  LP_COLOUR_QUESTION,
  LP_COLOUR_QUESTION_INK,
  /* notes: the paper, its border, the corner that is folded over */
  LP_COLOUR_NOTE,
  LP_COLOUR_NOTE_EDGE,
  LP_COLOUR_NOTE_FOLD,
  LP_N_COLOURS,
} LpColour;

/* The parts of a colour, each from 0 to 1. */
typedef struct
{
  double red, green, blue;
} LpRgb;

/* 0xRRGGBB as its parts. */
static inline LpRgb
lp_rgb (guint32 rgb)
{
  return (LpRgb){ (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0 };
}

/* 0xRRGGBB */
guint32 lp_palette_get (LpTheme theme, LpColour colour);
/* "compute" -> LP_COLOUR_COMPUTE; LP_COLOUR_GENERIC for a name that is not there. */
LpColour lp_palette_find (const char *name);
/* "subnet-public-fill" */
const char *lp_palette_name (LpColour colour);

G_END_DECLS
