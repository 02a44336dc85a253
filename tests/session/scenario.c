/* The built-in scenarios, and mistakes in the files of new ones. */
#include "session/scenario.h"

#include "catalogue/catalogue.h"

static const char *const expected[] = { "backup-cross-region-account", "block-ip-nlb", "ha-web-three-tier" };

static void
assert_text (const LpText *text)
{
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    g_assert_cmpuint (strlen (text->in[i]), >, 3);
  g_assert_cmpstr (text->in[LP_LANGUAGE_EN], !=, text->in[LP_LANGUAGE_KO]);
}

static void
test_built_in (void)
{
  const GPtrArray *scenarios = lp_scenarios_get ();
  g_assert_cmpuint (scenarios->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < scenarios->len; i++)
    {
      const LpScenario *scenario = scenarios->pdata[i];
      g_assert_cmpstr (scenario->id, ==, expected[i]);
      g_assert_true (lp_scenarios_find (expected[i]) == scenario);
      assert_text (&scenario->title);
      assert_text (&scenario->situation);
      for (guint j = 0; j < scenario->n_goals; j++)
        assert_text (&scenario->goals[j].text);
      for (guint j = 0; j < scenario->n_hints; j++)
        assert_text (&scenario->hints[j]);
      for (guint j = 0; j < scenario->n_lessons; j++)
        {
          assert_text (&scenario->lessons[j].notes);
          assert_text (&scenario->lessons[j].today);
        }
    }
  g_assert_null (lp_scenarios_find ("no-such-scenario"));
}

/* Every kind, property and place of the diagrams is one that the catalogue knows. */
static void
assert_known (LpDesign *design)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    {
      const LpComponent *component = lp_design_get_component (design, i);
      const LpKind *kind = lp_catalogue_find (catalogue, component->kind);
      guint parent = lp_design_get_parent (design, i);
      g_assert_nonnull (kind);
      g_assert_true (component->has_at);
      g_assert_true (component->has_size == kind->is_container);
      g_assert_true (lp_catalogue_may_contain (
          catalogue, parent == LP_NONE ? NULL : lp_design_get_component (design, parent)->kind, component->kind));
      for (guint j = 0; j < lp_properties_get_size (component->set); j++)
        {
          const LpProperty *property = lp_properties_get (component->set, j);
          const LpPropertyKind *known = lp_kind_find_property (kind, property->name);
          if (known == NULL || !lp_property_kind_accepts (known, property->value))
            g_error ("%s: %s is no property, or not with this value", component->id, property->name);
        }
    }
}

static void
assert_joined (LpDesign *design)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      const LpConnection *connection = lp_design_get_connection (design, i);
      const LpComponent *from = lp_design_get_component (design, lp_design_get_source (design, i));
      const LpComponent *to = lp_design_get_component (design, lp_design_get_target (design, i));
      g_assert_nonnull (lp_catalogue_find_connection (catalogue, connection->kind));
      g_assert_true (lp_catalogue_may_connect (catalogue, connection->kind, from->kind, to->kind));
    }
}

static LpRect
extent (LpDesign *design, guint index)
{
  const LpComponent *component = lp_design_get_component (design, index);
  if (component->has_size)
    return (LpRect){ component->at.x, component->at.y, component->width, component->height };
  return (LpRect){ component->at.x - 36, component->at.y, 120, 82 }; /* a tile with its two lines */
}

/* Siblings do not overlap, and what stands in a frame stays inside it. */
static void
assert_apart (LpDesign *design)
{
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    {
      guint parent = lp_design_get_parent (design, i);
      LpIndices siblings = lp_design_get_children (design, parent);
      for (guint j = 0; j < siblings.n; j++)
        g_assert_true (siblings.items[j] == i || !lp_rect_overlaps (extent (design, i), extent (design, siblings.items[j])));
      if (parent == LP_NONE)
        continue;
      LpRect outer = extent (design, parent);
      outer.x = outer.y = 0;
      g_assert_true (lp_rect_encloses (outer, extent (design, i)));
    }
}

static void
test_diagrams (void)
{
  const GPtrArray *scenarios = lp_scenarios_get ();
  for (guint i = 0; i < scenarios->len; i++)
    {
      const LpScenario *scenario = scenarios->pdata[i];
      LpDesign *designs[] = { scenario->start, scenario->reference };
      for (guint j = 0; j < G_N_ELEMENTS (designs); j++)
        {
          assert_known (designs[j]);
          assert_joined (designs[j]);
          assert_apart (designs[j]);
          g_assert_cmpstr (lp_design_get_header (designs[j])->title, ==, lp_text (&scenario->title));
        }
    }
}

#define TEXT "{\"en\": \"A\", \"ko\": \"가\"}"
#define HEAD "{\"id\": \"a\", \"topic\": \"t\", \"kind\": \"repair\", \"title\": " TEXT ", \"situation\": " TEXT ",\n"
#define GOALS "\"goals\": [{\"rule\": \"HA-012\", \"text\": " TEXT "}],\n"
#define REST "\"hints\": [{\"text\": " TEXT "}], \"lesson\": [{\"notes\": " TEXT ", \"today\": " TEXT "}],\n"
#define EMPTY "{\"loadpath\": 1, \"components\": [], \"connections\": []}"

static void
test_mistakes (void)
{
  static const struct
  {
    const char *text;
    LpReadErrorCode code;
    guint line;
    const char *path;
  } mistakes[] = {
    { "{", LP_READ_ERROR_SYNTAX, 1, NULL },
    { "{}", LP_READ_ERROR_MISSING, 1, NULL },
    { HEAD "\"goals\": []}", LP_READ_ERROR_VALUE, 2, "goals" },
    { HEAD "\"goals\": [{\"text\": " TEXT "}]}", LP_READ_ERROR_VALUE, 2, "goals[0]" },
    { HEAD GOALS "\"hints\": [{\"text\": {\"en\": \"A\"}}]}", LP_READ_ERROR_MISSING, 3, "hints[0].text" },
    { HEAD GOALS REST "\"start\": 1}", LP_READ_ERROR_TYPE, 4, "start" },
    { HEAD GOALS REST "\"start\": " EMPTY ",\n\"reference\": {\"loadpath\": 1, \"components\": [{\"id\": \"a\", "
      "\"kind\": \"vpc\", \"in\": \"b\"}], \"connections\": []}}",
      LP_READ_ERROR_REFERENCE, 5, "reference" },
    { "{\"id\": \"a\", \"topic\": \"t\",\n\"kind\": \"quiz\", \"title\": " TEXT ", \"situation\": " TEXT ",\n" GOALS REST
      "\"start\": " EMPTY ", \"reference\": " EMPTY "}",
      LP_READ_ERROR_VALUE, 2, "kind" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (mistakes[i].text, strlen (mistakes[i].text));
      g_test_message ("%s", mistakes[i].text);
      g_assert_null (lp_scenario_read (bytes, "a.json", &error));
      g_assert_error (error, LP_READ_ERROR, (int) mistakes[i].code);
      g_assert_cmpuint (lp_read_error_get_position (error).line, ==, mistakes[i].line);
      if (mistakes[i].path != NULL)
        g_assert_cmpstr (lp_read_error_get_path (error), ==, mistakes[i].path);
    }
}

static void
test_small (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_bytes_new_static (HEAD GOALS REST "\"start\": " EMPTY ", \"reference\": " EMPTY "}",
                            sizeof (HEAD GOALS REST "\"start\": " EMPTY ", \"reference\": " EMPTY "}") - 1);
  g_autoptr (LpScenario) scenario = lp_scenario_read (bytes, "a.json", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scenario->goals[0].rule, ==, "HA-012");
  g_assert_null (scenario->goals[0].expression);
  g_assert_cmpuint (scenario->n_hints, ==, 1);
  g_assert_null (scenario->lessons[0].since);
  g_assert_cmpuint (lp_design_get_n_components (scenario->start), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/small", test_small);
  g_test_add_func ("/scenario/mistakes", test_mistakes);
  g_test_add_func ("/scenario/built-in", test_built_in);
  g_test_add_func ("/scenario/diagrams", test_diagrams);
  return g_test_run ();
}
