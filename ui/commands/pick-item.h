/* One line of a picker: a kind to be placed, a command to be run, or an element of the drawing to be gone to. */
#pragma once

#include <gio/gio.h>

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

typedef enum
{
  LP_PICK_KIND,
  LP_PICK_COMMAND,
  LP_PICK_ELEMENT,
} LpPickType;

#define LP_TYPE_PICK_ITEM (lp_pick_item_get_type ())
G_DECLARE_FINAL_TYPE (LpPickItem, lp_pick_item, LP, PICK_ITEM, GObject)

/* `id`: of the kind, the action or the element. `kind` (NULL for a command) gives the tile. `keys` is an
 * accelerator, or NULL. Strings are copied. */
LpPickItem *lp_pick_item_new (LpPickType type, const char *id, const LpKind *kind, const char *title,
                              const char *detail, const char *keys);

LpPickType lp_pick_item_get_pick_type (LpPickItem *item);
const char *lp_pick_item_get_id (LpPickItem *item);
const LpKind *lp_pick_item_get_kind (LpPickItem *item);
const char *lp_pick_item_get_title (LpPickItem *item);
const char *lp_pick_item_get_detail (LpPickItem *item);
const char *lp_pick_item_get_keys (LpPickItem *item);

G_END_DECLS
