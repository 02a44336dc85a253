/* A document that takes another's content: the same bytes, one step, and the first bytes again when it is undone. */
#include "designs.h"
#include "model/replay.h"

#define A \
  "{\n  \"loadpath\": 1,\n  \"title\": \"A\",\n  \"components\": [\n" \
  "    {\"id\": \"vpc\", \"kind\": \"vpc\", \"at\": [0, 0], \"size\": [400, 300]},\n" \
  "    {\"id\": \"one\", \"kind\": \"subnet\", \"in\": \"vpc\", \"at\": [0, 0], \"size\": [100, 100]},\n" \
  "    {\"id\": \"two\", \"kind\": \"subnet\", \"in\": \"one\", \"at\": [0, 0], \"size\": [100, 100]},\n" \
  "    {\"id\": \"web\", \"kind\": \"ec2-instance\", \"in\": \"two\", \"at\": [24, 24]},\n" \
  "    {\"id\": \"db\", \"kind\": \"rds-instance\", \"in\": \"vpc\", \"spans\": [\"one\", \"two\"], \"at\": [24, 200]}\n" \
  "  ],\n  \"connections\": [\n" \
  "    {\"id\": \"x\", \"kind\": \"traffic\", \"from\": \"web\", \"to\": \"db\"},\n" \
  "    {\"id\": \"y\", \"kind\": \"traffic\", \"from\": \"db\", \"to\": \"web\"}\n" \
  "  ],\n  \"comments\": [],\n  \"waivers\": []\n}\n"

/* Containment the other way round, a container gone whose content stays, other order, other title. */
#define B \
  "{\n  \"loadpath\": 1,\n  \"title\": \"B\",\n  \"components\": [\n" \
  "    {\"id\": \"web\", \"kind\": \"ec2-instance\", \"in\": \"one\", \"at\": [24, 24]},\n" \
  "    {\"id\": \"cache\", \"kind\": \"elasticache-cluster\", \"spans\": [\"one\"], \"at\": [24, 24]},\n" \
  "    {\"id\": \"one\", \"kind\": \"subnet\", \"in\": \"two\", \"at\": [0, 0], \"size\": [100, 100]},\n" \
  "    {\"id\": \"two\", \"kind\": \"subnet\", \"at\": [0, 0], \"size\": [100, 100]}\n" \
  "  ],\n  \"connections\": [\n" \
  "    {\"id\": \"z\", \"kind\": \"traffic\", \"from\": \"web\", \"to\": \"cache\"},\n" \
  "    {\"id\": \"x\", \"kind\": \"traffic\", \"from\": \"cache\", \"to\": \"web\"}\n" \
  "  ],\n  \"comments\": [],\n  \"waivers\": []\n}\n"

#define EMPTY "{\n  \"loadpath\": 1,\n  \"components\": [],\n  \"connections\": [],\n  \"comments\": [],\n  \"waivers\": []\n}\n"

static void
assert_holds (LpDocument *document, const char *text)
{
  g_autofree char *written = test_text_of_document (document);

  g_assert_cmpstr (written, ==, text);
}

static void
test_each_to_each (void)
{
  static const char *const texts[] = { A, B, EMPTY };

  for (guint from = 0; from < G_N_ELEMENTS (texts); from++)
    for (guint to = 0; to < G_N_ELEMENTS (texts); to++)
      {
        g_autoptr (LpDesign) start = test_design (texts[from]), end = test_design (texts[to]);
        g_autoptr (LpDocument) document = lp_document_new_from_design (start);
        g_autofree char *first = test_text_of_document (document);
        g_autoptr (LpDocument) other = lp_document_new_from_design (end);
        g_autofree char *last = test_text_of_document (other);
        lp_document_begin (document, "Reload");
        lp_document_become (document, end);
        g_assert_true (lp_document_commit (document) || from == to);
        assert_holds (document, last);
        if (!lp_document_can_undo (document))
          continue;
        lp_document_undo (document);
        assert_holds (document, first);
        g_assert_false (lp_document_can_undo (document));
        lp_document_redo (document);
        assert_holds (document, last);
      }
}

/* What is the same in both keeps its record. */
static void
test_leaves_alone (void)
{
  g_autoptr (LpDesign) start = test_design (A), again = test_design (A);
  g_autoptr (LpDocument) document = lp_document_new_from_design (start);
  const LpComponent *web = lp_document_get_component (document, "web");

  lp_document_begin (document, "Reload");
  lp_document_become (document, again);
  lp_document_commit (document);
  g_assert_true (lp_document_get_component (document, "web") == web);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/become/each-to-each", test_each_to_each);
  g_test_add_func ("/become/leaves-alone", test_leaves_alone);
  return g_test_run ();
}
