/* What becomes of a flow when its design changes. */
#pragma once

#include "rules/design-change.h"
#include "rules/flow.h"
#include "rules/sights.h"

G_BEGIN_DECLS

/* Told of what is different now, by the numbers after: parts (LP_SEEN_...) of a component, or of the whole. */
typedef struct
{
  void (*part) (guint component, guint parts, gpointer data);
  void (*wide) (LpSeenWide what, guint number, gpointer data);
  gpointer data;
} LpChangeSink;

/* Another state of the same structure: only labels, properties and requirements differ. Lists that were given are
 * gone. TRUE where components found other peers. */
gboolean lp_flow_move (LpFlow *flow, const LpDesignChange *change, const LpChangeSink *sink);
/* Compares what two flows know, and takes over the answers that last. */
void lp_flow_succeed (LpFlow *flow, LpFlow *earlier, const LpDesignChange *change, const LpChangeSink *sink);

/* Takes back all promises of lp_flow_keep(). */
void lp_flow_forget_kept (LpFlow *flow);
/* Lets go of all answers but lasting ones that were asked with these lists. */
void lp_flow_tidy (LpFlow *flow, const LpIndices *lists, guint n);
/* Bytes of the answers. */
gsize lp_flow_get_size (const LpFlow *flow);

G_END_DECLS
