/* Who waits for whom: calls that are answered before the caller goes on. A queue, a topic or anything else that
 * takes a message and answers at once ends such a chain; load balancers and frames only pass calls on. */
#pragma once

#include "rules/flow.h"

G_BEGIN_DECLS

typedef struct _LpCalls LpCalls;

LpCalls *lp_calls_new (const LpDesign *design, const LpKindTraits *traits, LpFlow *flow);
void lp_calls_free (LpCalls *calls);
/* Tells of the components of which the later one knows something else; `numbers` by the number before. */
void lp_calls_compare (const LpCalls *earlier, const LpCalls *calls, const guint *numbers,
                       void (*differs) (guint component, guint parts, gpointer data), gpointer data);

/* The services of the longest row of calls that begins with `component`, each called by the one before it: an array
 * of guint. Empty where something else calls `component`. A service that nobody calls is the caller of the first.
 * Free with g_array_unref(). */
GArray *lp_calls_get_chain (const LpCalls *calls, guint component);
/* Everything that has to answer before `component` can, nearest first: an array of guint. Free with
 * g_array_unref(). */
GArray *lp_calls_get_awaited (const LpCalls *calls, guint component);

G_END_DECLS
