#include "scene/palette.h"

typedef struct
{
  const char *name;
  guint32 rgb[LP_N_THEMES];
} LpPaint;

static const LpPaint paints[LP_N_COLOURS] = {
  [LP_COLOUR_NONE] = { "none", { 0, 0 } },
  [LP_COLOUR_PAPER] = { "paper", { 0xffffff, 0x1d1d20 } },
  [LP_COLOUR_GRID] = { "grid", { 0xd9dee3, 0x38383d } },
  [LP_COLOUR_TEXT] = { "text", { 0x1f2933, 0xe8eaed } },
  [LP_COLOUR_TEXT_DIM] = { "text-dim", { 0x5a6672, 0xa9b1ba } },
  [LP_COLOUR_GLYPH] = { "glyph", { 0xffffff, 0xffffff } },
  [LP_COLOUR_TAG_GLYPH] = { "tag-glyph", { 0xffffff, 0x1d1d20 } },
  [LP_COLOUR_COMPUTE] = { "compute", { 0xed7100, 0xed7100 } },
  [LP_COLOUR_STORAGE] = { "storage", { 0x7aa116, 0x7aa116 } },
  [LP_COLOUR_DATABASE] = { "database", { 0xc925d1, 0xc925d1 } },
  [LP_COLOUR_NETWORK] = { "network", { 0x8c4fff, 0x8c4fff } },
  [LP_COLOUR_SECURITY] = { "security", { 0xdd344c, 0xdd344c } },
  [LP_COLOUR_INTEGRATION] = { "integration", { 0xe7157b, 0xe7157b } },
  [LP_COLOUR_MIGRATION] = { "migration", { 0x01a88d, 0x01a88d } },
  [LP_COLOUR_PREMISES] = { "premises", { 0x4b5563, 0x6b7684 } },
  [LP_COLOUR_GENERIC] = { "generic", { 0x66727f, 0x7d8896 } },
  [LP_COLOUR_GENERIC_FILL] = { "generic-fill", { 0xf6f7f9, 0x26262a } },
  [LP_COLOUR_CLOUD] = { "cloud", { 0x242f3e, 0xc9d1da } },
  [LP_COLOUR_CLOUD_INK] = { "cloud-ink", { 0x242f3e, 0xd5dbe2 } },
  [LP_COLOUR_REGION] = { "region", { 0x00868a, 0x1fa5a9 } },
  [LP_COLOUR_REGION_INK] = { "region-ink", { 0x006f73, 0x4fc3c7 } },
  [LP_COLOUR_ZONE] = { "zone", { 0x007dbc, 0x3b9fd9 } },
  [LP_COLOUR_ZONE_INK] = { "zone-ink", { 0x00669b, 0x6bbcec } },
  [LP_COLOUR_VPC] = { "vpc", { 0x8c4fff, 0xa57bff } },
  [LP_COLOUR_VPC_INK] = { "vpc-ink", { 0x6d28d9, 0xbb9bff } },
  [LP_COLOUR_SUBNET_PUBLIC] = { "subnet-public", { 0x5b8c00, 0x7fb32a } },
  [LP_COLOUR_SUBNET_PUBLIC_INK] = { "subnet-public-ink", { 0x436700, 0x9ccc4f } },
  [LP_COLOUR_SUBNET_PUBLIC_FILL] = { "subnet-public-fill", { 0xeef7e6, 0x1f2b19 } },
  [LP_COLOUR_SUBNET_PRIVATE] = { "subnet-private", { 0x0b78a8, 0x3c9fce } },
  [LP_COLOUR_SUBNET_PRIVATE_INK] = { "subnet-private-ink", { 0x085f86, 0x66bbe4 } },
  [LP_COLOUR_SUBNET_PRIVATE_FILL] = { "subnet-private-fill", { 0xe8f3f9, 0x17262f } },
  [LP_COLOUR_ACCOUNT] = { "account", { 0xcd2264, 0xe8588f } },
  [LP_COLOUR_ACCOUNT_INK] = { "account-ink", { 0xb01a54, 0xf283ad } },
  [LP_COLOUR_SCALING] = { "scaling", { 0xd45f00, 0xff9b3d } },
  [LP_COLOUR_SCALING_INK] = { "scaling-ink", { 0xa84f00, 0xffae63 } },
  [LP_COLOUR_GUARD] = { "guard", { 0xdd344c, 0xf0616f } },
  [LP_COLOUR_GUARD_INK] = { "guard-ink", { 0xb3243a, 0xf2808f } },
  [LP_COLOUR_FRAME] = { "frame", { 0x66727f, 0x8a95a1 } },
  [LP_COLOUR_FRAME_INK] = { "frame-ink", { 0x55606b, 0xa9b1ba } },
  [LP_COLOUR_TRAFFIC] = { "traffic", { 0x3d4852, 0xc5ccd3 } },
  [LP_COLOUR_REPLICATES] = { "replicates", { 0x9a1fa0, 0xdc7be2 } },
  [LP_COLOUR_BACKUP] = { "backup", { 0x4f6b0b, 0xa3c54a } },
  [LP_COLOUR_PROTECTS] = { "protects", { 0xd0283f, 0xf0616f } },
  [LP_COLOUR_PLAIN] = { "plain", { 0x66727f, 0x9aa4af } },
  [LP_COLOUR_ERROR] = { "error", { 0xc01c28, 0xf26d74 } },
  [LP_COLOUR_ERROR_INK] = { "error-ink", { 0xffffff, 0x1d1d20 } },
  [LP_COLOUR_WARNING] = { "warning", { 0xf5c211, 0xf5c211 } },
  [LP_COLOUR_WARNING_INK] = { "warning-ink", { 0x3d2f00, 0x2b2100 } },
  [LP_COLOUR_WARNING_EDGE] = { "warning-edge", { 0x8a6a00, 0xf5c211 } },
  [LP_COLOUR_INFO] = { "info", { 0x1c71d8, 0x6ba6f3 } },
  [LP_COLOUR_INFO_INK] = { "info-ink", { 0xffffff, 0x1d1d20 } },
  [LP_COLOUR_QUESTION] = { "question", { 0x613583, 0xb48ae0 } },
  [LP_COLOUR_QUESTION_INK] = { "question-ink", { 0xffffff, 0x1d1d20 } },
  [LP_COLOUR_NOTE] = { "note", { 0xfff6cf, 0x332f1e } },
  [LP_COLOUR_NOTE_EDGE] = { "note-edge", { 0x957a1c, 0xb39b52 } },
  [LP_COLOUR_NOTE_FOLD] = { "note-fold", { 0xf2dd8c, 0x52492a } },
};

guint32
lp_palette_get (LpTheme theme, LpColour colour)
{
  return paints[colour].rgb[theme];
}

LpColour
lp_palette_find (const char *name)
{
  for (LpColour colour = LP_COLOUR_NONE; colour < LP_N_COLOURS; colour++)
    if (g_str_equal (paints[colour].name, name))
      return colour;
  return LP_COLOUR_GENERIC;
}

const char *
lp_palette_name (LpColour colour)
{
  return paints[colour].name;
}
