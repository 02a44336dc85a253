/* Waivers: what they cover, when they lapse and why, and that a basis and a fingerprint survive what makes no
 * difference. */

#include "support.h"

#include "base/json-node.h"
#include "model/edit.h"
#include "rules/basis.h"
#include "rules/waivers.h"

#define RULE(conditions)                                                                                             \
  "{\"id\": \"XX-001\", \"severity\": \"warning\", \"topic\": \"test\", \"title\": {\"en\": \"Title\"},"             \
  "\"for\": {\"kind\": \"ec2-instance\", \"group\": \"self.peers()\"}," conditions                                   \
  "\"message\": {\"en\": \"{group} fail\"}, \"why\": {\"en\": \"Why\"}, \"remedy\": {\"en\": \"Remedy\"},"           \
  "\"examples\": {\"fail\": [{\"title\": {\"en\": \"E\"}, \"document\": {}}],"                                       \
  "\"pass\": [{\"title\": {\"en\": \"E\"}, \"document\": {}}]}}"

#define PLAIN                                                                                                        \
  RULE ("\"when\": \"requirements.environment == 'production'\","                                                    \
        "\"assert\": \"group.exists(c, has(c.instance_type) && c.instance_type == 'x' && c.out('traffic').size() > 9)\",")

/* Takes over the new id. */
static gboolean
is_made (char *id)
{
  gboolean made = id != NULL;
  g_free (id);
  return made;
}

/* Two servers of the role web, each in a subnet of its own zone. */
static const char drawing[]
    = "{\"loadpath\": 1, \"requirements\": {\"environment\": \"production\", \"rto\": \"15m\"}, \"components\": ["
      "{\"id\": \"net-a\", \"kind\": \"subnet\"}, {\"id\": \"net-b\", \"kind\": \"subnet\"},"
      "{\"id\": \"web-1\", \"kind\": \"ec2-instance\", \"in\": \"net-a\", \"set\": {\"role\": \"web\", \"os\": \"linux\"}},"
      "{\"id\": \"web-2\", \"kind\": \"ec2-instance\", \"in\": \"net-b\", \"set\": {\"role\": \"web\"}},"
      "{\"id\": \"db\", \"kind\": \"rds-instance\", \"in\": \"net-b\"}],"
      "\"connections\": [{\"id\": \"c\", \"kind\": \"traffic\", \"from\": \"web-1\", \"to\": \"db\"}]}";

static LpPack *
make_pack (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  LpPack *pack = lp_pack_new (NULL);
  LpRule *rule = lp_rule_read (bytes, "rule.json", &error);
  g_assert_no_error (error);
  g_ptr_array_add (pack->rules, rule);
  return pack;
}

static LpReview *
review_on (LpPack *pack, LpDesign *design, int day)
{
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 6, day, 12, 0, 0);
  const LpReviewOptions options = { .today = today };
  return lp_review_run (pack, design, &options);
}

static LpDocument *
open_drawing (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (drawing, sizeof drawing - 1);
  g_autoptr (LpDesign) design = lp_native_read (bytes, "test", NULL);
  return lp_document_new_from_design (design);
}

/* The review, a line a finding: "XX-001 warning", "XX-001 waived: reason", "XX-001 lapse". */
static char *
summarize (LpDocument *document, LpPack *pack)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (LpReview) review = review_on (pack, design, 15);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", finding->rule);
      if (finding->waiver != NULL)
        g_string_append_printf (text, " waived: %s", finding->waiver);
      if (finding->lapse != NULL)
        g_string_append_printf (text, " %s", finding->lapse);
      if (g_str_has_prefix (finding->rule, "DOC"))
        g_string_append_printf (text, " %s", finding->message);
    }
  return g_string_free (text, FALSE);
}

static void
assert_found (LpDocument *document, LpPack *pack, const char *expected)
{
  g_autofree char *found = summarize (document, pack);
  g_assert_cmpstr (found, ==, expected);
}

static void
put_waiver (LpDocument *document, LpWaiver *waiver)
{
  LpHeader *header = lp_header_copy (lp_document_get_header (document));
  lp_header_add_waiver (header, waiver);
  lp_document_begin (document, "Waive");
  lp_document_put_header (document, header);
  lp_document_commit (document);
}

/* The program's own waiver of the one finding. */
static LpDocument *
open_waived (LpPack *pack, const char *component)
{
  LpDocument *document = open_drawing ();
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (LpReview) review = review_on (pack, design, 15);
  LpPin pin = { (GRefString *) component, NULL };
  g_assert_cmpuint (review->findings->len, ==, 1);
  put_waiver (document, lp_waiver_for (pack, design, review, review->findings->pdata[0], &pin, "ok"));
  return document;
}

#define DO(edit)                                                                                                     \
  lp_document_begin (document, "Edit");                                                                              \
  g_assert_true (edit);                                                                                              \
  lp_document_commit (document)

static void
test_survives (void)
{
  g_autoptr (LpPack) pack = make_pack (PLAIN);
  g_autoptr (LpDocument) document = open_waived (pack, "web-2");
  const LpWaiver *waiver = lp_document_get_header (document)->waivers->pdata[0];
  g_assert_cmpuint (g_strv_length (waiver->bases), ==, 1);
  g_assert_cmpuint (strlen (waiver->bases[0]), ==, 20);
  assert_found (document, pack, "XX-001 waived: ok");

  DO (lp_edit_set_label (document, "web-1", "Frontend", NULL));
  DO (lp_edit_set_label (document, "net-a", "Private", NULL));
  DO (lp_edit_set_at (document, "web-1", (LpPoint){ 300, 200 }, NULL));
  DO (lp_edit_set_size (document, "net-b", 300, 200, NULL));
  DO (lp_document_place_component (document, "web-2", "net-a", NULL));
  DO (lp_document_place_component (document, "web-1", NULL, NULL));
  DO (lp_edit_set_property (document, "web-1", "os", lp_json_node_string ("windows"), NULL));
  DO (lp_edit_set_property (document, "db", "instance_type", lp_json_node_string ("y"), NULL));
  DO (is_made (lp_edit_add_component (document, "ec2-instance", NULL, NULL, NULL)));
  lp_document_begin (document, "Edit");
  lp_edit_set_requirement (document, "rto", lp_json_node_string ("1h"));
  lp_document_commit (document);
  /* the new server is a finding of its own */
  assert_found (document, pack, "XX-001\nXX-001 waived: ok");
}

#define LAPSED "XX-001 It was waived (“ok”); since then "
#define BY_STRUCTURE LAPSED "other components, containers or connections are part of it."
#define BY_VALUES LAPSED "a property that it rests on has changed."

static void
test_lapses_by_change (void)
{
  g_autoptr (LpPack) pack = make_pack (PLAIN);
  g_autoptr (LpDocument) document = open_waived (pack, "web-1");

  DO (lp_edit_set_property (document, "web-2", "instance_type", lp_json_node_string ("y"), NULL));
  assert_found (document, pack, BY_VALUES);
  lp_document_undo (document);
  assert_found (document, pack, "XX-001 waived: ok");

  DO (lp_edit_move_into (document, "web-2", "net-a", (LpPoint){ 0, 0 }, NULL));
  assert_found (document, pack, BY_STRUCTURE);
  lp_document_undo (document);

  DO (lp_edit_set_property (document, "net-b", "zone", lp_json_node_string ("a"), NULL));
  assert_found (document, pack, BY_VALUES "\nDOC-004 There is no property “zone” (net-b); no rule reads it.");
  lp_document_undo (document);

  DO (is_made (lp_edit_connect (document, "traffic", "web-1", "web-2", NULL)));
  assert_found (document, pack, BY_STRUCTURE);
  lp_document_undo (document);
  DO (is_made (lp_edit_connect (document, "replicates", "web-1", "web-2", NULL)));
  assert_found (document, pack, "XX-001 waived: ok");
  lp_document_undo (document);

  DO (lp_edit_set_property (document, "db", "role", lp_json_node_string ("web"), NULL)
      && lp_edit_set_kind (document, "db", "ec2-instance", NULL));
  assert_found (document, pack, BY_STRUCTURE);
  lp_document_undo (document);
  assert_found (document, pack, "XX-001 waived: ok");
}

static void
test_lapses_with_the_rule (void)
{
  g_autoptr (LpPack) pack = make_pack (PLAIN);
  g_autoptr (LpPack) same = make_pack (RULE (
      "\"when\": \" requirements.environment=='production'\", \"since\": \"2.0\","
      "\"assert\": [\"group.exists(c, has(c.instance_type)\", \" && c.instance_type == 'x' && c.out('traffic').size() > 9)\"],"));
  g_autoptr (LpPack) other = make_pack (RULE ("\"when\": \"true\", \"assert\": \"group.exists(c, has(c.instance_type) "
                                              "&& c.instance_type == 'x' && c.out('traffic').size() > 9)\","));
  g_autoptr (LpDocument) document = open_waived (pack, "web-1");
  assert_found (document, same, "XX-001 waived: ok");
  assert_found (document, other, "XX-001 It was waived (“ok”); since then the conditions of the rule have changed.");
}

static LpWaiver *
by_hand (const char *rule, const char *component, const char *until)
{
  LpWaiver *waiver = lp_waiver_new (rule, "ok");
  lp_remark_set (&waiver->pin.component, component);
  lp_remark_set (&waiver->until, until);
  return waiver;
}

/* One written by hand holds until its date, whatever changes. */
static void
test_by_hand (void)
{
  g_autoptr (LpPack) pack = make_pack (PLAIN);
  static const struct
  {
    const char *rule, *component, *until, *found;
  } cases[] = {
    { "XX-001", "web-1", NULL, "XX-001 waived: ok" },
    { "XX-001", "net-b", "2026-06-15", "XX-001 waived: ok" },
    { "test", NULL, NULL, "XX-001 waived: ok" },
    { "XX-001", NULL, "2026-06-14", "XX-001 It was waived until 2026-06-14 (“ok”)." },
    { "XX-001", "db", NULL, "XX-001\nDOC-005 The waiver of XX-001 for db (“ok”) covers nothing any more." },
    { "document", NULL, NULL, "XX-001\nDOC-005 The waiver of document (“ok”) covers nothing any more." },
    { "XX-001", "web-9", NULL,
      "XX-001\nDOC-005 A waiver of XX-001 names the component “web-9”, which there is not." },
    { "xx-001", NULL, NULL,
      "XX-001\nDOC-005 A waiver names the rule “xx-001”, which there is not; did you mean “XX-001”?" },
    { "ACME-7", NULL, NULL, "XX-001\nDOC-005 A waiver names the rule “ACME-7”, which there is not." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LpDocument) document = open_drawing ();
      put_waiver (document, by_hand (cases[i].rule, cases[i].component, cases[i].until));
      DO (lp_edit_set_property (document, "web-2", "instance_type", lp_json_node_string ("y"), NULL));
      assert_found (document, pack, cases[i].found);
    }
}

/* A waiver of DOC-005 accepts that another covers nothing, and is itself told where there is none. */
static void
test_idle_waivers_waived (void)
{
  g_autoptr (LpPack) pack = make_pack (PLAIN);
  g_autoptr (LpDocument) document = open_drawing ();
  put_waiver (document, by_hand ("DOC-005", NULL, NULL));
  assert_found (document, pack, "XX-001\nDOC-005 The waiver of DOC-005 (“ok”) covers nothing any more.");
  put_waiver (document, by_hand ("XX-001", "db", NULL));
  assert_found (document, pack,
                "XX-001\nDOC-005 waived: ok The waiver of XX-001 for db (“ok”) covers nothing any more.");
}

/* A waiver of several findings holds for these, not for one that comes later. */
static void
test_wide (void)
{
  g_autoptr (LpPack) pack = make_pack (PLAIN);
  g_autoptr (LpDocument) document = open_drawing ();
  DO (lp_edit_set_property (document, "web-2", "role", lp_json_node_string ("jobs"), NULL));
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (LpReview) review = review_on (pack, design, 15);
  g_assert_cmpuint (review->findings->len, ==, 2);
  put_waiver (document, lp_waiver_for (pack, design, review, review->findings->pdata[0], NULL, "ok"));
  const LpWaiver *waiver = lp_document_get_header (document)->waivers->pdata[0];
  g_assert_cmpuint (g_strv_length (waiver->bases), ==, 2);
  assert_found (document, pack, "XX-001 waived: ok\nXX-001 waived: ok");
  DO (is_made (lp_edit_add_component (document, "ec2-instance", NULL, NULL, NULL)));
  assert_found (document, pack,
                "XX-001 A waiver (“ok”) was given for other facts than these.\nXX-001 waived: ok\nXX-001 waived: ok");
}

static void
test_compare (void)
{
  g_assert_cmpint (lp_basis_compare ("1-2-3", "1-2-3"), ==, LP_BASIS_SAME);
  g_assert_cmpint (lp_basis_compare ("1-2-3", "1-2-4"), ==, LP_BASIS_VALUES);
  g_assert_cmpint (lp_basis_compare ("1-2-3", "1-4-3"), ==, LP_BASIS_STRUCTURE);
  g_assert_cmpint (lp_basis_compare ("1-2-3", "1-4-4"), ==, LP_BASIS_STRUCTURE);
  g_assert_cmpint (lp_basis_compare ("1-2-3", "4-2-3"), ==, LP_BASIS_CONDITIONS);
  g_assert_cmpint (lp_basis_compare ("1-2-3", "4-4-4"), ==, LP_BASIS_OTHER);
  g_assert_cmpint (lp_basis_compare ("nonsense", "1-2-3"), ==, LP_BASIS_OTHER);
}

/* --- what makes no difference, over every example of every rule --- */

/* The same drawing: in another order, moved, without anything laid by hand. */
static LpDesign *
shuffle (LpDesign *design, GRand *random)
{
  guint n = lp_design_get_n_components (design), m = lp_design_get_n_connections (design);
  GPtrArray *components = g_ptr_array_new (), *connections = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      LpComponent *copy = lp_component_copy (lp_design_get_component (design, i));
      lp_component_set_at (copy, (LpPoint){ g_rand_int_range (random, 0, 900), i });
      lp_component_set_size (copy, 900, 700);
      g_ptr_array_insert (components, g_rand_int_range (random, 0, i + 1), copy);
    }
  for (guint i = 0; i < m; i++)
    {
      LpConnection *copy = lp_connection_copy (lp_design_get_connection (design, i));
      lp_connection_set_via (copy, NULL, 0);
      g_ptr_array_insert (connections, g_rand_int_range (random, 0, i + 1), copy);
    }
  return lp_design_new (lp_header_ref ((LpHeader *) lp_design_get_header (design)), components, connections);
}

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Rule, fingerprint and basis of each finding, in the order of these texts. */
static char *
remember (LpPack *pack, LpDesign *design)
{
  g_autoptr (LpReview) review = review_on (pack, design, 15);
  g_autoptr (LpBases) bases = lp_bases_new (pack, design);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      g_autofree char *basis = lp_bases_of (bases, finding), *shape = lp_bases_shape_of (bases, finding);
      g_ptr_array_add (lines, g_strdup_printf ("%s %s %s %s %s", finding->rule, lp_outcome_code (finding->outcome),
                                               finding->fingerprint, basis, shape));
    }
  g_ptr_array_sort (lines, by_text);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (GStrv) lines->pdata);
}

static void
test_every_example_shuffled (void)
{
  LpPack *pack = lp_pack_get_default ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint n = 0;
  for (guint i = 0; i < pack->rules->len; i++)
    {
      const LpRule *rule = pack->rules->pdata[i];
      for (guint k = 0; k < rule->examples->len; k++)
        {
          g_autoptr (GBytes) bytes = lp_example_get_bytes (rule->examples->pdata[k]);
          g_autoptr (LpDesign) design = lp_native_read (bytes, rule->file, NULL);
          g_autoptr (LpDesign) other = shuffle (design, random);
          g_autoptr (LpPack) alone = lp_pack_new (NULL);
          g_ptr_array_add (alone->rules, lp_rule_ref ((LpRule *) rule));
          g_autofree char *before = remember (alone, design), *after = remember (alone, other);
          g_test_message ("%s, example %u", rule->id, k + 1);
          g_assert_cmpstr (after, ==, before);
          n += *before != '\0';
        }
    }
  g_assert_cmpuint (n, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/waivers/survives", test_survives);
  g_test_add_func ("/rules/waivers/changes", test_lapses_by_change);
  g_test_add_func ("/rules/waivers/rule", test_lapses_with_the_rule);
  g_test_add_func ("/rules/waivers/by-hand", test_by_hand);
  g_test_add_func ("/rules/waivers/idle", test_idle_waivers_waived);
  g_test_add_func ("/rules/waivers/wide", test_wide);
  g_test_add_func ("/rules/waivers/compare", test_compare);
  g_test_add_func ("/rules/waivers/shuffled", test_every_example_shuffled);
  return g_test_run ();
}
