/* Moving data: how long it takes over a line or on devices, and from which size on the one is faster than the other.
 *
 * A line of B bits per second, of which a transfer gets the share u, moves S bytes in 8 S / (B u) seconds after it is there.
 * Devices that hold C bytes each, k of them under way together, take ceil(S / (C k)) rounds; a round is the time from the
 * order to the data in the cloud, and the copying onto the devices, which are filled side by side. */
#pragma once

#include "model/document.h"
#include "rules/facts.h"

G_BEGIN_DECLS

typedef enum
{
  LP_TRANSFER_INTERNET,
  LP_TRANSFER_VPN,
  LP_TRANSFER_DIRECT_CONNECT,
  LP_TRANSFER_DEVICES,
} LpTransferMeans;

#define LP_N_TRANSFER_MEANS 4

/* "Direct Connect": translated, static. */
const char *lp_transfer_means_name (LpTransferMeans means);

typedef struct
{
  double bandwidth; /* bits per second; devices: onto each of them */
  double share;     /* of it that the transfer gets: over 0, at most 1 */
  double lead;      /* seconds before the first byte; devices: of each round, beside the copying */
  double capacity;  /* bytes that a device holds; 0: a line */
  guint at_once;    /* devices under way together: at least 1 */
} LpTransferWay;

/* Seconds until `bytes` are there; infinite where nothing can be moved this way. */
double lp_transfer_seconds (const LpTransferWay *way, double bytes);
/* Devices and rounds that it takes; 0 for a line. */
guint lp_transfer_count_devices (const LpTransferWay *way, double bytes);
guint lp_transfer_count_rounds (const LpTransferWay *way, double bytes);
/* What is to be moved, and all that could move it. */
typedef struct
{
  double bytes;    /* 0: not known */
  double deadline; /* seconds; 0: none */
  LpTransferWay ways[LP_N_TRANSFER_MEANS]; /* a VPN that says nothing itself has what the internet line leaves it */
  char *drawn[LP_N_TRANSFER_MEANS]; /* id of the component or connection that a line was read from, or NULL */
} LpTransferPlan;

/* From the drawing: the connection `id` (nullable) and the requirements say how much and until when; its line, or else the
 * drawing's, what carries it. What is not drawn or not set is as the facts have it (`facts` NULL: those built in). */
LpTransferPlan *lp_transfer_plan_new (const LpDesign *design, const char *id, LpFacts *facts);
/* The way that moves `bytes` first; of several, the first of them. */
LpTransferMeans lp_transfer_plan_fastest (const LpTransferPlan *plan, double bytes);

/* From this size on, another way is the fastest. */
typedef struct
{
  double bytes;
  LpTransferMeans before, after;
} LpTransferCrossing;

/* Where the curves of the fastest ways cross between two sizes, ascending: an array of LpTransferCrossing. Free with
 * g_array_unref(). */
GArray *lp_transfer_plan_find_crossings (const LpTransferPlan *plan, double from, double to);

LpTransferPlan *lp_transfer_plan_copy (const LpTransferPlan *plan);
void lp_transfer_plan_free (LpTransferPlan *plan);

/* Writes what differs between the two plans into the document, as one step: size and deadline to the connection `id`, or
 * to the requirements where it is NULL, bandwidth and share to the lines that were read. The rules measure against it
 * then. FALSE where nothing differs. */
gboolean lp_transfer_plan_write (
    const LpTransferPlan *before, const LpTransferPlan *after, LpDocument *document, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpTransferPlan, lp_transfer_plan_free)

G_END_DECLS
