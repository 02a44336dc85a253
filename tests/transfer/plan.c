/* The arithmetic of moving data, what it reads from a drawing, and what it writes there. */
#include "transfer/plan.h"

#include <math.h>

#include "designs.h"
#include "io/native.h"
#include "rules/review.h"
#include "transfer/words.h"

#define TB 1e12
#define GBPS 1e9
#define DAY 86400.0

static void
test_lines (void)
{
  LpTransferWay line = { .bandwidth = GBPS, .share = 0.8 };
  g_assert_cmpfloat_with_epsilon (lp_transfer_seconds (&line, 200 * TB), 2e6, 1e-6); /* 23.1 days */
  line.lead = 30 * DAY;
  g_assert_cmpfloat_with_epsilon (lp_transfer_seconds (&line, 200 * TB), 2e6 + 30 * DAY, 1e-6);
  g_assert_cmpfloat (lp_transfer_seconds (&line, 0), ==, 30 * DAY);
  g_assert_cmpuint (lp_transfer_count_devices (&line, 200 * TB), ==, 0);
  line.share = 0;
  g_assert_true (isinf (lp_transfer_seconds (&line, 1)));
}

static void
test_devices (void)
{
  LpTransferWay devices = { .bandwidth = 0.8 * GBPS, .share = 1, .lead = 7 * DAY, .capacity = 100 * TB, .at_once = 2 };
  static const struct
  {
    double terabytes;
    guint devices, rounds;
    double seconds;
  } cases[] = {
    { 1, 1, 1, 7 * DAY + 1e4 },
    { 100, 1, 1, 7 * DAY + 1e6 },
    { 150, 2, 1, 7 * DAY + 1e6 },
    { 200, 2, 1, 7 * DAY + 1e6 },
    { 201, 3, 2, 14 * DAY + 1e6 + 1e4 },
    { 401, 5, 3, 21 * DAY + 2e6 + 1e4 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double bytes = cases[i].terabytes * TB;
      g_assert_cmpuint (lp_transfer_count_devices (&devices, bytes), ==, cases[i].devices);
      g_assert_cmpuint (lp_transfer_count_rounds (&devices, bytes), ==, cases[i].rounds);
      g_assert_cmpfloat_with_epsilon (lp_transfer_seconds (&devices, bytes), cases[i].seconds, 1e-3);
    }
}

/* The internet is there, Direct Connect twice as fast and a day away, devices fast and two days away. */
static void
test_crossings (void)
{
  LpTransferPlan plan = { .ways = {
    [LP_TRANSFER_INTERNET] = { .bandwidth = GBPS, .share = 1 },
    [LP_TRANSFER_DIRECT_CONNECT] = { .bandwidth = 2 * GBPS, .share = 1, .lead = DAY },
    [LP_TRANSFER_DEVICES] = { .bandwidth = 16 * GBPS, .share = 1, .lead = 2 * DAY, .capacity = 1e6 * TB, .at_once = 1 },
  } };
  static const LpTransferCrossing expected[] = {
    { 21.6 * TB, LP_TRANSFER_INTERNET, LP_TRANSFER_DIRECT_CONNECT },              /* 8 S / 1e9 = 86400 + 8 S / 2e9 */
    { 24.685714 * TB, LP_TRANSFER_DIRECT_CONNECT, LP_TRANSFER_DEVICES },          /* 8 S / 2e9 = 86400 + 8 S / 16e9 */
  };
  g_autoptr (GArray) crossings = lp_transfer_plan_find_crossings (&plan, 1e9, 1e17);
  g_assert_cmpuint (crossings->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < crossings->len; i++)
    {
      const LpTransferCrossing *crossing = &g_array_index (crossings, LpTransferCrossing, i);
      g_assert_cmpfloat_with_epsilon (crossing->bytes, expected[i].bytes, 1e6);
      g_assert_cmpint (crossing->before, ==, expected[i].before);
      g_assert_cmpint (crossing->after, ==, expected[i].after);
    }
  /* Small devices that go one at a time fall behind the line again. */
  plan.ways[LP_TRANSFER_DEVICES].capacity = 50 * TB;
  g_autoptr (GArray) steps = lp_transfer_plan_find_crossings (&plan, 1e9, 1e17);
  g_assert_cmpuint (steps->len, >, 2);
  g_assert_cmpint (lp_transfer_plan_fastest (&plan, 49 * TB), ==, LP_TRANSFER_DEVICES);
  g_assert_cmpint (lp_transfer_plan_fastest (&plan, 51 * TB), ==, LP_TRANSFER_DIRECT_CONNECT);
}

static const char drawing[]
    = "{\"loadpath\": 1, \"requirements\": {\"data_size\": \"200TB\", \"deadline\": \"30d\"}, \"components\": ["
      "{\"id\": \"here\", \"kind\": \"corporate-data-center\"},"
      "{\"id\": \"files\", \"kind\": \"corporate-server\", \"in\": \"here\"},"
      "{\"id\": \"bucket\", \"kind\": \"s3-bucket\"},"
      "{\"id\": \"line\", \"kind\": \"direct-connect\", \"set\": {\"bandwidth\": \"10Gbps\", \"utilisation\": \"50%\"}}],"
      "\"connections\": [{\"id\": \"move\", \"kind\": \"transfers\", \"from\": \"files\", \"to\": \"bucket\","
      " \"set\": {\"data_size\": \"50TB\", \"bandwidth\": \"100Mbps\"}}]}";

static void
test_read (void)
{
  g_autoptr (LpDesign) design = test_design (drawing);
  g_autoptr (LpTransferPlan) whole = lp_transfer_plan_new (design, NULL, NULL);
  g_autoptr (LpTransferPlan) move = lp_transfer_plan_new (design, "move", NULL);

  g_assert_cmpfloat (whole->bytes, ==, 200 * TB);
  g_assert_cmpfloat (whole->deadline, ==, 30 * DAY);
  g_assert_cmpstr (whole->drawn[LP_TRANSFER_DIRECT_CONNECT], ==, "line");
  g_assert_cmpfloat (whole->ways[LP_TRANSFER_DIRECT_CONNECT].bandwidth, ==, 10 * GBPS);
  g_assert_cmpfloat (whole->ways[LP_TRANSFER_DIRECT_CONNECT].share, ==, 0.5);
  g_assert_cmpfloat (whole->ways[LP_TRANSFER_DIRECT_CONNECT].lead, ==, 0);
  g_assert_null (whole->drawn[LP_TRANSFER_VPN]);
  g_assert_cmpfloat (whole->ways[LP_TRANSFER_VPN].bandwidth, ==, 0.1 * GBPS);
  g_assert_cmpfloat (whole->ways[LP_TRANSFER_VPN].share, ==, 0.8);
  g_assert_cmpfloat (whole->ways[LP_TRANSFER_DEVICES].capacity, ==, 210 * TB);
  g_assert_cmpfloat (move->bytes, ==, 50 * TB);
  g_assert_cmpfloat (move->deadline, ==, 30 * DAY);
  g_assert_cmpstr (move->drawn[LP_TRANSFER_INTERNET], ==, "move");
  g_assert_cmpfloat (move->ways[LP_TRANSFER_INTERNET].bandwidth, ==, 0.1 * GBPS);
}

static gboolean
is_too_slow (LpDocument *document)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (LpReview) review = lp_review_run (lp_pack_get_default (), design, NULL);
  gboolean found = FALSE;
  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      found |= finding->outcome == LP_OUTCOME_FAIL && g_str_equal (finding->rule, "XF-001");
    }
  return found;
}

/* What is written is what the rules measure against, in one step. */
static void
test_write (void)
{
  g_autoptr (LpDesign) design = test_design (drawing);
  g_autoptr (LpDocument) document = lp_document_new_from_design (design);
  g_autoptr (LpTransferPlan) before = lp_transfer_plan_new (design, NULL, NULL);
  g_autoptr (LpTransferPlan) after = lp_transfer_plan_copy (before);
  g_autoptr (GBytes) first = lp_native_write (design);

  g_assert_false (lp_transfer_plan_write (before, after, document, NULL));
  g_assert_true (is_too_slow (document));
  after->bytes = 1 * TB;
  after->deadline = 40 * DAY;
  after->ways[LP_TRANSFER_DIRECT_CONNECT].share = 0.75;
  after->ways[LP_TRANSFER_VPN].bandwidth = GBPS; /* not drawn: nowhere to write it to */
  g_assert_true (lp_transfer_plan_write (before, after, document, NULL));
  g_assert_false (is_too_slow (document));
  const LpHeader *header = lp_document_get_header (document);
  g_assert_cmpstr (lp_properties_lookup_string (header->requirements, "data_size"), ==, "1TB");
  g_assert_cmpstr (lp_properties_lookup_string (header->requirements, "deadline"), ==, "40d");
  const LpComponent *line = lp_document_get_component (document, "line");
  g_assert_cmpstr (lp_properties_lookup_string (line->set, "bandwidth"), ==, "10Gbps");
  g_assert_cmpstr (lp_properties_lookup_string (line->set, "utilisation"), ==, "75%");
  lp_document_undo (document);
  g_autoptr (LpDesign) again = lp_document_snapshot (document);
  g_autoptr (GBytes) second = lp_native_write (again);
  g_assert_true (g_bytes_equal (first, second));

  after->deadline = 0;
  g_assert_true (lp_transfer_plan_write (before, after, document, "move"));
  const LpConnection *move = lp_document_get_connection (document, "move");
  g_assert_cmpstr (lp_properties_lookup_string (move->set, "data_size"), ==, "1TB");
  g_assert_null (lp_properties_lookup (move->set, "deadline"));
}

static void
assert_said (char *said, const char *expected)
{
  g_assert_cmpstr (said, ==, expected);
  g_free (said);
}

static void
test_words (void)
{
  LpTransferWay line = { .bandwidth = GBPS, .share = 0.8 };
  LpTransferWay devices = { .bandwidth = 0.8 * GBPS, .share = 1, .lead = 7 * DAY, .capacity = 100 * TB, .at_once = 1 };
  assert_said (lp_transfer_say_time (60), "1 minute");
  assert_said (lp_transfer_say_time (5400), "1.5 hours");
  assert_said (lp_transfer_say_time (DAY), "1 day");
  assert_said (lp_transfer_say_time (123456 * DAY), "123456 days");
  assert_said (lp_transfer_say_time (INFINITY), "never");
  assert_said (lp_transfer_say_size (21.64 * TB), "21.6 TB");
  assert_said (lp_transfer_say_size (999.9 * TB), "1 PB");
  assert_said (lp_transfer_say_rate (2.5 * GBPS), "2.5 Gbit/s");
  assert_said (lp_transfer_say_working (&line, 200 * TB), "200 TB × 8 / (1 Gbit/s × 80 %) = 23.1 days");
  line.lead = 30 * DAY;
  assert_said (lp_transfer_say_working (&line, 200 * TB), "30 days + 200 TB × 8 / (1 Gbit/s × 80 %) = 53.1 days");
  assert_said (lp_transfer_say_working (&devices, 50 * TB), "1 device, 1 round: 7 days + 5.79 days of copying = 12.8 days");
  assert_said (lp_transfer_say_working (&devices, 200 * TB),
               "2 devices, 2 rounds of 7 days + 23.1 days of copying = 37.1 days");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transfer-plan/lines", test_lines);
  g_test_add_func ("/transfer-plan/devices", test_devices);
  g_test_add_func ("/transfer-plan/crossings", test_crossings);
  g_test_add_func ("/transfer-plan/read", test_read);
  g_test_add_func ("/transfer-plan/write", test_write);
  g_test_add_func ("/transfer-plan/words", test_words);
  return g_test_run ();
}
