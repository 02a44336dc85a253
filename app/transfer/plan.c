#include "transfer/plan.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/json-node.h"
#include "base/quantity.h"
#include "model/edit.h"

#define SCAN_STEPS 600  /* between the smallest and the largest size, evenly in their logarithm */
#define HALVINGS 60

const char *
lp_transfer_means_name (LpTransferMeans means)
{
  static const char *const names[LP_N_TRANSFER_MEANS] = {
    [LP_TRANSFER_INTERNET] = N_("Internet"),
    [LP_TRANSFER_VPN] = N_("Site-to-Site VPN"),
    [LP_TRANSFER_DIRECT_CONNECT] = N_("Direct Connect"),
    [LP_TRANSFER_DEVICES] = N_("Shipped devices"),
  };
  return _(names[means]);
}

/* --- arithmetic -------------------------------------------------------------------------------------- */

guint
lp_transfer_count_devices (const LpTransferWay *way, double bytes)
{
  return way->capacity > 0 ? (guint) MIN (ceil (bytes / way->capacity), G_MAXINT) : 0;
}

guint
lp_transfer_count_rounds (const LpTransferWay *way, double bytes)
{
  guint devices = lp_transfer_count_devices (way, bytes), at_once = MAX (way->at_once, 1);
  return devices / at_once + (devices % at_once > 0);
}

double
lp_transfer_seconds (const LpTransferWay *way, double bytes)
{
  double rate = way->bandwidth * way->share / 8;
  if (!(rate > 0))
    return INFINITY;
  if (bytes <= 0)
    return way->lead;
  if (way->capacity <= 0)
    return way->lead + bytes / rate;
  guint rounds = lp_transfer_count_rounds (way, bytes);
  double before = (rounds - 1) * (double) MAX (way->at_once, 1) * way->capacity;
  return rounds * way->lead + (rounds - 1) * way->capacity / rate + MIN (way->capacity, bytes - before) / rate;
}

/* --- what the drawing says --------------------------------------------------------------------------- */

static gboolean
read_amount (const LpProperties *set, const char *name, LpUnit unit, double *amount)
{
  JsonNode *node = lp_properties_lookup (set, name);
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return lp_quantity_parse (json_node_get_string (node), unit, amount);
  if (unit != LP_UNIT_PERCENT || json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return FALSE;
  *amount = json_node_get_double (node);
  return isfinite (*amount) && *amount >= 0;
}

static void
read_line (LpTransferPlan *plan, LpTransferMeans means, const char *id, const LpProperties *set)
{
  LpTransferWay *way = &plan->ways[means];
  double percent;

  if (plan->drawn[means] != NULL)
    return;
  plan->drawn[means] = g_strdup (id);
  read_amount (set, "bandwidth", LP_UNIT_BIT_PER_SECOND, &way->bandwidth);
  if (read_amount (set, "utilisation", LP_UNIT_PERCENT, &percent) && percent > 0)
    way->share = MIN (percent / 100, 1);
}

static gboolean
means_of_kind (const char *kind, LpTransferMeans *means)
{
  static const struct
  {
    const char *kind;
    LpTransferMeans means;
  } kinds[] = {
    { "direct-connect", LP_TRANSFER_DIRECT_CONNECT },
    { "vpn-connection", LP_TRANSFER_VPN },
    { "internet", LP_TRANSFER_INTERNET },
  };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      {
        *means = kinds[i].means;
        return TRUE;
      }
  return FALSE;
}

/* A connection that says its own bandwidth is a line of its own: that of the component at one of its ends, or the
 * internet. */
static void
read_connection (LpTransferPlan *plan, const LpDesign *design, const LpConnection *connection)
{
  guint ends[] = { lp_design_find (design, connection->from), lp_design_find (design, connection->to) };
  LpTransferMeans means = LP_TRANSFER_INTERNET;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (means_of_kind (lp_design_get_component (design, ends[i])->kind, &means))
      break;
  if (lp_properties_lookup (connection->set, "bandwidth") != NULL)
    read_line (plan, means, connection->id, connection->set);
}

static void
read_lines (LpTransferPlan *plan, const LpDesign *design)
{
  LpTransferMeans means;
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    {
      const LpComponent *component = lp_design_get_component (design, i);
      if (means_of_kind (component->kind, &means))
        read_line (plan, means, component->id, component->set);
    }
}

/* --- what holds where the drawing is silent ---------------------------------------------------------- */

static double
fact (LpFacts *facts, const char *id)
{
  const LpFact *found = lp_facts_find (facts, id);
  double amount = 0;
  gboolean known = found != NULL && lp_fact_get_amount (found, &amount);
  g_return_val_if_fail (known, 0);
  return amount;
}

static void
set_defaults (LpTransferPlan *plan, LpFacts *facts)
{
  double share = fact (facts, "transfer.utilisation") / 100;
  double tunnels = fact (facts, "transfer.vpn_tunnels");

  plan->ways[LP_TRANSFER_INTERNET]
      = (LpTransferWay){ .bandwidth = fact (facts, "transfer.internet_line"), .share = share };
  plan->ways[LP_TRANSFER_VPN] = (LpTransferWay){ .bandwidth = fact (facts, "transfer.vpn_tunnel") * tunnels,
                                                 .share = share,
                                                 .lead = fact (facts, "transfer.vpn_lead") };
  plan->ways[LP_TRANSFER_DIRECT_CONNECT] = (LpTransferWay){ .bandwidth = fact (facts, "transfer.direct_connect_line"),
                                                            .share = share,
                                                            .lead = fact (facts, "transfer.direct_connect_lead") };
  plan->ways[LP_TRANSFER_DEVICES] = (LpTransferWay){ .bandwidth = fact (facts, "transfer.snowball_copy"),
                                                     .share = 1,
                                                     .lead = fact (facts, "transfer.snow_turnaround"),
                                                     .capacity = fact (facts, "transfer.snowball_capacity"),
                                                     .at_once = (guint) fact (facts, "transfer.snowballs_at_once") };
}

/* Tunnels run over the internet line, and are no faster than it is. */
static void
narrow_tunnels (LpTransferPlan *plan, double tunnels)
{
  LpTransferWay *vpn = &plan->ways[LP_TRANSFER_VPN];
  if (vpn->bandwidth == tunnels)
    vpn->bandwidth = MIN (tunnels, plan->ways[LP_TRANSFER_INTERNET].bandwidth);
}

/* A line that is drawn is there: nobody waits for it. */
static void
forget_leads (LpTransferPlan *plan)
{
  for (guint i = 0; i < LP_TRANSFER_DEVICES; i++)
    if (plan->drawn[i] != NULL)
      plan->ways[i].lead = 0;
}

LpTransferPlan *
lp_transfer_plan_new (const LpDesign *design, const char *id, LpFacts *facts)
{
  LpTransferPlan *plan = g_new0 (LpTransferPlan, 1);
  const LpProperties *requirements = lp_design_get_header (design)->requirements;
  double tunnels;
  guint index = id != NULL ? lp_design_find_connection (design, id) : LP_NONE;

  set_defaults (plan, facts != NULL ? facts : lp_facts_get_default ());
  tunnels = plan->ways[LP_TRANSFER_VPN].bandwidth;
  read_amount (requirements, "data_size", LP_UNIT_BYTE, &plan->bytes);
  read_amount (requirements, "deadline", LP_UNIT_SECOND, &plan->deadline);
  if (index != LP_NONE)
    {
      const LpConnection *connection = lp_design_get_connection (design, index);
      read_amount (connection->set, "data_size", LP_UNIT_BYTE, &plan->bytes);
      read_amount (connection->set, "deadline", LP_UNIT_SECOND, &plan->deadline);
      read_connection (plan, design, connection);
    }
  read_lines (plan, design);
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    read_connection (plan, design, lp_design_get_connection (design, i));
  narrow_tunnels (plan, tunnels);
  forget_leads (plan);
  return plan;
}

LpTransferPlan *
lp_transfer_plan_copy (const LpTransferPlan *plan)
{
  LpTransferPlan *copy = g_memdup2 (plan, sizeof *plan);
  for (guint i = 0; i < LP_N_TRANSFER_MEANS; i++)
    copy->drawn[i] = g_strdup (plan->drawn[i]);
  return copy;
}

void
lp_transfer_plan_free (LpTransferPlan *plan)
{
  for (guint i = 0; i < LP_N_TRANSFER_MEANS; i++)
    g_free (plan->drawn[i]);
  g_free (plan);
}

/* --- which is the fastest ----------------------------------------------------------------------------- */

LpTransferMeans
lp_transfer_plan_fastest (const LpTransferPlan *plan, double bytes)
{
  LpTransferMeans fastest = 0;
  for (guint i = 1; i < LP_N_TRANSFER_MEANS; i++)
    if (lp_transfer_seconds (&plan->ways[i], bytes) < lp_transfer_seconds (&plan->ways[fastest], bytes))
      fastest = (LpTransferMeans) i;
  return fastest;
}

GArray *
lp_transfer_plan_find_crossings (const LpTransferPlan *plan, double from, double to)
{
  GArray *crossings = g_array_new (FALSE, FALSE, sizeof (LpTransferCrossing));
  LpTransferMeans fastest = lp_transfer_plan_fastest (plan, from);
  double last = from;

  for (guint i = 1; i <= SCAN_STEPS; i++)
    {
      double size = from * pow (to / from, (double) i / SCAN_STEPS), low = last, high = size;
      LpTransferMeans then = lp_transfer_plan_fastest (plan, size);
      last = size;
      if (then == fastest)
        continue;
      for (guint j = 0; j < HALVINGS; j++)
        {
          double middle = (low + high) / 2;
          *(lp_transfer_plan_fastest (plan, middle) == fastest ? &low : &high) = middle;
        }
      LpTransferCrossing crossing = { high, fastest, then };
      g_array_append_val (crossings, crossing);
      fastest = then;
    }
  return crossings;
}

/* --- into the drawing -------------------------------------------------------------------------------- */

static JsonNode *
amount_node (double amount, LpUnit unit)
{
  g_autofree char *text = amount > 0 ? lp_quantity_format (amount, unit) : NULL;
  return text != NULL ? lp_json_node_string (text) : NULL;
}

/* To the element, or to the requirements where `id` is NULL; an amount of 0 takes it away. */
static void
write_amount (LpDocument *document, const char *id, const char *name, double amount, LpUnit unit)
{
  JsonNode *node = amount_node (amount, unit);
  if (id == NULL)
    lp_edit_set_requirement (document, name, node);
  else
    lp_edit_set_property (document, id, name, node, NULL);
}

static void
write_line (LpDocument *document, const LpTransferPlan *before, const LpTransferPlan *after, LpTransferMeans means)
{
  const LpTransferWay *old = &before->ways[means], *new = &after->ways[means];
  const char *id = after->drawn[means];
  if (id == NULL)
    return;
  if (old->bandwidth != new->bandwidth)
    write_amount (document, id, "bandwidth", new->bandwidth, LP_UNIT_BIT_PER_SECOND);
  if (old->share != new->share)
    write_amount (document, id, "utilisation", new->share * 100, LP_UNIT_PERCENT);
}

gboolean
lp_transfer_plan_write (
    const LpTransferPlan *before, const LpTransferPlan *after, LpDocument *document, const char *id)
{
  lp_document_begin (document, _("Plan a transfer"));
  if (before->bytes != after->bytes)
    write_amount (document, id, "data_size", after->bytes, LP_UNIT_BYTE);
  if (before->deadline != after->deadline)
    write_amount (document, id, "deadline", after->deadline, LP_UNIT_SECOND);
  for (guint i = 0; i < LP_TRANSFER_DEVICES; i++)
    write_line (document, before, after, (LpTransferMeans) i);
  return lp_document_commit (document);
}
