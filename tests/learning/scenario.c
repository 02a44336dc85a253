/* The built-in scenarios, and mistakes in the files of new ones. */
#include "learning/scenario.h"

#include "designs.h"
#include "io/native.h"
#include "learning/answer.h"
#include "learning/figures.h"
#include "learning/grade.h"
#include "learning/scenario-check.h"

static void
assert_text (const LpText *text)
{
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    g_assert_cmpuint (strlen (text->in[i]), >, 3);
  g_assert_cmpstr (text->in[LP_LANGUAGE_EN], !=, text->in[LP_LANGUAGE_KO]);
}

static void
assert_texts (const LpScenario *scenario)
{
  assert_text (&scenario->title);
  assert_text (&scenario->situation);
  for (guint i = 0; i < scenario->n_goals; i++)
    assert_text (&scenario->goals[i].text);
  for (guint i = 0; i < scenario->n_hints; i++)
    assert_text (&scenario->hints[i]);
  for (guint i = 0; i < scenario->n_choices; i++)
    {
      assert_text (&scenario->choices[i].text);
      assert_text (&scenario->choices[i].because);
    }
  for (guint i = 0; i < scenario->n_figures; i++)
    assert_text (&scenario->figures[i].text);
  for (guint i = 0; i < scenario->n_flaws; i++)
    {
      assert_text (&scenario->flaws[i].text);
      assert_text (&scenario->flaws[i].because);
    }
  for (guint i = 0; i < scenario->n_lessons; i++)
    {
      assert_text (&scenario->lessons[i].notes);
      assert_text (&scenario->lessons[i].today);
    }
}

/* The start misses a goal, the reference meets all and raises no error, and so on, for each that is built in. */
static void
test_built_in (void)
{
  const GPtrArray *scenarios = lp_scenarios_get ();
  guint n_wrong = 0;
  for (guint i = 0; i < scenarios->len; i++)
    {
      const LpScenario *scenario = scenarios->pdata[i];
      g_autofree char *name = g_strdup_printf ("data/scenarios/%s.json", scenario->id);
      g_autoptr (GPtrArray) wrong = lp_scenario_check (scenario, TRUE);
      g_assert_true (lp_scenarios_find (scenario->id) == scenario);
      assert_texts (scenario);
      for (guint j = 0; j < wrong->len; j++)
        g_test_message ("%s: %s", name, (const char *) wrong->pdata[j]);
      n_wrong += wrong->len;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_null (lp_scenarios_find ("no-such-scenario"));
}

/* A document knows its scenario again from its file. */
static void
test_of_design (void)
{
  const LpScenario *scenario = lp_scenarios_find ("block-ip-nlb");
  g_autoptr (GBytes) bytes = lp_native_write (scenario->start);
  g_autoptr (LpDesign) again = lp_native_read (bytes, "again", NULL);
  g_autoptr (LpDesign) other = test_design ("{\"loadpath\": 1, \"components\": [], \"connections\": []}");

  g_assert_true (lp_scenario_of_design (again) == scenario);
  g_assert_true (lp_scenario_of_design (scenario->reference) == scenario);
  g_assert_null (lp_scenario_of_design (other));
}

/* --- small ones -------------------------------------------------------------------------------------- */

#define TEXT "{\"en\": \"A\", \"ko\": \"가\"}"
#define HEAD_OF(kind)                                                                                                 \
  "{\"id\": \"a\", \"topic\": \"backup\", \"kind\": \"" kind "\", \"minutes\": 5, \"title\": " TEXT ", \"situation\": " TEXT ",\n"
#define HEAD HEAD_OF ("repair")
#define GOALS "\"goals\": [{\"rule\": \"HA-012\", \"text\": " TEXT "}],\n"
#define REST "\"hints\": [{\"text\": " TEXT "}], \"lesson\": [{\"notes\": " TEXT ", \"today\": " TEXT "}],\n"
#define EMPTY "{\"loadpath\": 1, \"components\": [], \"connections\": []}"
#define WITH(component) "{\"loadpath\": 1, \"components\": [" component "], \"connections\": []}"
#define TOPIC "{\"id\": \"news\", \"kind\": \"sns-topic\"}"
#define QUEUE "{\"id\": \"jobs\", \"kind\": \"sqs-queue\"}"
#define CHOICE(id, right, document)                                                                                    \
  "{\"id\": \"" id "\", \"right\": " right ", \"text\": " TEXT ", \"because\": {\"en\": \"As " id "\", \"ko\": \"가\"}, "      \
  "\"document\": " document "}"

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
    { HEAD "\"what\": 1}", LP_READ_ERROR_VALUE, 2, "what" },
    { HEAD REST "\"goals\": []}", LP_READ_ERROR_VALUE, 3, "goals" },
    { HEAD REST "\"goals\": [{\"text\": " TEXT "}]}", LP_READ_ERROR_VALUE, 3, "goals[0]" },
    { HEAD REST "\"goals\": [{\"text\": " TEXT ",\n\"expression\": \"1 +\"}]}", LP_READ_ERROR_SYNTAX, 4,
      "goals[0].expression" },
    { HEAD REST "\"goals\": [{\"text\": " TEXT ", \"rule\": \"HA-012\",\n\"graded\": \"x\"}]}", LP_READ_ERROR_VALUE, 4,
      "goals[0].graded" },
    { HEAD REST "\"let\": {\"a\": \"1\",\n\"a b\": \"1\"}}", LP_READ_ERROR_VALUE, 4, "let.a b" },
    { HEAD REST "\"let\": {\"a\": \"b\",\n\"b\": \"1\"}}", LP_READ_ERROR_SYNTAX, 3, "let.a" },
    { HEAD "\"hints\": [{\"text\": {\"de\": \"A\"}}]}", LP_READ_ERROR_MISSING, 2, "hints[0].text" },
    { HEAD GOALS REST "\"start\": 1}", LP_READ_ERROR_TYPE, 4, "start" },
    { HEAD GOALS REST "\"start\": " EMPTY ",\n\"reference\": {\"loadpath\": 1, \"components\": [{\"id\": \"a\", "
      "\"kind\": \"vpc\", \"in\": \"b\"}], \"connections\": []}}",
      LP_READ_ERROR_REFERENCE, 5, "reference" },
    { HEAD_OF ("test") GOALS REST "\"start\": " EMPTY ", \"reference\": " EMPTY "}", LP_READ_ERROR_VALUE, 1, "kind" },
    { HEAD_OF ("quiz") REST "\"question\": " TEXT ",\n\"choices\": [" CHOICE ("a", "false", EMPTY) "]}",
      LP_READ_ERROR_VALUE, 4, "choices" },
    { HEAD_OF ("quiz") REST "\"question\": " TEXT ",\n\"choices\": [" CHOICE ("a", "true", EMPTY) ",\n" CHOICE (
          "a", "false", EMPTY) "]}",
      LP_READ_ERROR_DUPLICATE, 5, "choices[1].id" },
    { HEAD_OF ("spot") REST "\"start\": " EMPTY ", \"reference\": " EMPTY ",\n\"flaws\": [{\"elements\": [\"b\"], \"text\": " TEXT
      ", \"because\": " TEXT "}]}",
      LP_READ_ERROR_REFERENCE, 4, "flaws[0].elements" },
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
  g_assert_cmpuint (scenario->minutes, ==, 5);
  g_assert_cmpuint (scenario->n_hints, ==, 1);
  g_assert_null (scenario->lessons[0].since);
  g_assert_cmpuint (lp_design_get_n_components (scenario->start), ==, 0);
}

static LpScenario *
read_scenario (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  LpScenario *scenario = lp_scenario_read (bytes, "a.json", &error);
  g_assert_no_error (error);
  return scenario;
}

static void
assert_grade (LpScenario *scenario, LpDesign *design, const char *expected)
{
  g_autoptr (LpGrade) grade = lp_grade_run (scenario, design);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < grade->goals->len; i++)
    {
      const LpGoalGrade *goal = grade->goals->pdata[i];
      g_autofree char *elements = g_strjoinv (",", goal->elements);
      g_string_append_printf (text, "%s|%s|%s\n", lp_grade_outcome_code (goal->outcome), goal->reason, elements);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static const char choose[]
    = HEAD_OF ("choose") REST
      "\"let\": {\"topics\": \"components.filter(c, c.kind == 'sns-topic')\", \"n\": \"size(topics)\"}, "
      "\"question\": " TEXT ", \"goals\": [{\"text\": " TEXT ", \"because\": " TEXT
      ", \"expression\": \"n == 1\", \"where\": \"topics\"}], \"figures\": [{\"text\": " TEXT
      ", \"value\": {\"en\": \"{n} things\", \"ko\": \"가\"}, \"holds\": \"n == 1\"}], "
      "\"choices\": [" CHOICE ("topic", "true", WITH (TOPIC)) ", " CHOICE ("queue", "false", WITH (QUEUE)) "]}";

static void
test_choose (void)
{
  g_autoptr (LpScenario) scenario = read_scenario (choose);
  g_autoptr (LpDocument) document = lp_document_new_from_design (scenario->start);

  assert_grade (scenario, scenario->reference, "met|As topic|\n");
  assert_grade (scenario, scenario->start, "open|Nothing is chosen yet.|\n");
  lp_document_begin (document, "Choose");
  lp_document_set_choices (document, (const char *const[]){ "queue", NULL });
  g_assert_true (lp_document_commit (document));
  g_autoptr (LpDesign) wrong = lp_document_snapshot (document);
  assert_grade (scenario, wrong, "missed|As queue|\n");
  lp_document_undo (document);
  g_autoptr (LpDesign) none = lp_document_snapshot (document);
  assert_grade (scenario, none, "open|Nothing is chosen yet.|\n");
  g_autoptr (GPtrArray) problems = lp_scenario_check (scenario, FALSE);
  g_assert_cmpstr (problems->len > 0 ? problems->pdata[0] : NULL, ==, NULL);
  g_autoptr (GArray) figures = lp_figures_run (scenario, scenario->choices[0].document);
  g_assert_cmpuint (figures->len, ==, 1);
  LpFigureResult *result = &g_array_index (figures, LpFigureResult, 0);
  g_assert_cmpstr (result->value, ==, "1 things");
  g_assert_null (result->working);
  g_assert_cmpint (result->state, ==, LP_FIGURE_HOLDS);
  g_autoptr (GArray) others = lp_figures_run (scenario, scenario->choices[1].document);
  result = &g_array_index (others, LpFigureResult, 0);
  g_assert_cmpstr (result->value, ==, "0 things");
  g_assert_cmpint (result->state, ==, LP_FIGURE_FAILS);
  g_autoptr (LpGrade) grade = lp_grade_goals (scenario, scenario->choices[0].document);
  g_assert_cmpstr (((LpGoalGrade *) grade->goals->pdata[0])->elements[0], ==, "news");
}

/* What is said to be wrong but meets every goal is no scenario. */
static void
test_check (void)
{
  g_auto (GStrv) pieces = g_strsplit (choose, "sqs-queue", 2);
  g_autofree char *text = g_strjoinv ("sns-topic", pieces);
  g_autoptr (LpScenario) scenario = read_scenario (text);
  g_autoptr (GPtrArray) problems = lp_scenario_check (scenario, FALSE);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (problems->pdata[0], ==, "queue: it meets every goal, but is said to be wrong");

  g_autoptr (LpScenario) repair = read_scenario (HEAD GOALS REST "\"start\": " EMPTY ", \"reference\": " EMPTY "}");
  g_autoptr (GPtrArray) others = lp_scenario_check (repair, FALSE);
  g_assert_cmpuint (others->len, ==, 2);
  g_assert_cmpstr (others->pdata[0], ==, "reference: it does not pass");
}

static void
test_quiz (void)
{
  g_autoptr (LpScenario) scenario
      = read_scenario (HEAD_OF ("quiz") REST "\"question\": " TEXT ", \"choices\": [" CHOICE ("a", "true", EMPTY) ", " CHOICE (
          "b", "true", EMPTY) ", " CHOICE ("c", "false", EMPTY) "]}");
  g_autoptr (LpDesign) half = test_design ("{\"loadpath\": 1, \"answer\": {\"choice\": \"a\"}, \"components\": []}");
  g_autoptr (LpDesign) odd
      = test_design ("{\"loadpath\": 1, \"answer\": {\"choices\": [1, {}, \"x\"], \"marked\": {}}, \"components\": []}");

  g_assert_true (lp_scenario_has_several_right (scenario));
  assert_grade (scenario, scenario->reference, "met|As a As b|\n");
  assert_grade (scenario, half, "missed|As a|\n");
  assert_grade (scenario, odd, "missed|There is no choice “x”; there are: a, b, c.|\n");
}

static void
test_spot (void)
{
  g_autoptr (LpScenario) scenario
      = read_scenario (HEAD_OF ("spot") REST "\"start\": " WITH (TOPIC ", " QUEUE) ", \"reference\": " WITH (QUEUE)
                       ", \"flaws\": [{\"elements\": [\"news\"], \"text\": " TEXT ", \"because\": {\"en\": \"No\", \"ko\": "
                       "\"가\"}}]}");
  g_autoptr (LpDocument) document = lp_document_new_from_design (scenario->start);

  assert_grade (scenario, scenario->reference, "met|No|news\nmet|(null)|\n");
  assert_grade (scenario, scenario->start, "missed|No|news\nmet|(null)|\n");
  lp_document_begin (document, "Mark");
  lp_document_set_marked (document, (const char *const[]){ "jobs", "news", NULL });
  g_assert_true (lp_document_commit (document));
  g_autoptr (LpDesign) marked = lp_document_snapshot (document);
  assert_grade (scenario, marked, "met|No|news\nmissed|1 is marked though nothing is wrong with it.|jobs\n");
}

/* A waiver is no answer. */
static void
test_waived (void)
{
  const LpScenario *scenario = lp_scenarios_find ("block-ip-nlb");
  g_autoptr (GBytes) bytes = lp_native_write (scenario->start);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) pieces = g_strsplit (text, "\"waivers\": []", 2);
  g_assert_cmpuint (g_strv_length (pieces), ==, 2);
  g_autofree char *waived = g_strjoinv ("\"waivers\": [{\"rule\": \"SE-008\", \"reason\": \"no\"}]", pieces);
  g_autoptr (LpDesign) design = test_design (waived);
  g_autoptr (LpGrade) grade = lp_grade_run (scenario, design);

  g_assert_cmpint (((LpGoalGrade *) grade->goals->pdata[0])->outcome, ==, LP_GRADE_MISSED);
}

/* What is seen of a choice is the design that was chosen; of a drawing, itself. */
static void
test_drawing (void)
{
  const LpScenario *choosing = lp_scenarios_find ("transfer-200tb"), *repair = lp_scenarios_find ("block-ip-nlb");

  g_assert_null (lp_answer_get_drawing (choosing->start));
  g_autoptr (LpDocument) document = lp_document_new_from_design (choosing->start);
  lp_document_begin (document, "Choose");
  lp_document_set_choices (document, (const char *const[]){ choosing->choices[1].id, NULL });
  lp_document_commit (document);
  g_autoptr (LpDesign) answered = lp_document_snapshot (document);
  g_autoptr (LpDesign) drawing = lp_answer_get_drawing (answered);
  g_assert_cmpuint (lp_design_get_n_components (drawing), >, 0);
  g_assert_cmpuint (lp_design_get_n_components (drawing), ==,
                    lp_design_get_n_components (choosing->choices[1].document));
  g_assert_null (lp_scenario_of_design (drawing));
  g_autoptr (LpDesign) same = lp_answer_get_drawing (repair->start);
  g_assert_true (same == repair->start);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/small", test_small);
  g_test_add_func ("/scenario/mistakes", test_mistakes);
  g_test_add_func ("/scenario/choose", test_choose);
  g_test_add_func ("/scenario/quiz", test_quiz);
  g_test_add_func ("/scenario/spot", test_spot);
  g_test_add_func ("/scenario/check", test_check);
  g_test_add_func ("/scenario/waived", test_waived);
  g_test_add_func ("/scenario/drawing", test_drawing);
  g_test_add_func ("/scenario/of-design", test_of_design);
  g_test_add_func ("/scenario/built-in", test_built_in);
  return g_test_run ();
}
