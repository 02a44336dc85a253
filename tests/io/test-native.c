#include "io/native.h"

#include <string.h>

#define DOCUMENT(members) "{\n  \"loadpath\": 1,\n" members "\n}\n"

static LpDesign *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  return lp_native_read (bytes, "a.loadpath", error);
}

/* What is in the standard form comes back unchanged, to the byte. */
static const char *const standard_forms[] = {
  DOCUMENT ("  \"components\": [],\n  \"connections\": [],\n  \"comments\": [], \"waivers\": []"),
  DOCUMENT ("  \"title\": \"주문 \\\"서비스\\\"\",\n"
            "  \"requirements\": {\"environment\": \"production\", \"availability\": 99.95, \"own\": [1, {\"a\": null}]},\n"
            "  \"components\": [\n"
            "    {\"id\": \"seoul\", \"kind\": \"region\", \"label\": \"ap-northeast-2\", \"at\": [40, 40.5], \"size\": [800, 600], \"collapsed\": true, "
            "\"locked\": true},\n"
            "    {\"id\": \"asg\", \"kind\": \"auto-scaling-group\", \"in\": \"seoul\", \"spans\": [\"seoul\"], \"set\": {\"min\": 2, "
            "\"tiny\": 1e-07}, \"future\": {\"b\": [true]}}\n"
            "  ],\n"
            "  \"connections\": [\n"
            "    {\"id\": \"a\", \"kind\": \"traffic\", \"from\": \"seoul\", \"to\": \"asg\", \"label\": \"https\", \"via\": [[8, 16.5], [8, 40]], \"set\": {\"port\": 443}, "
            "\"origin\": \"1/y\", \"turns\": []}\n"
            "  ],\n"
            "  \"comments\": [\n"
            "    {\"component\": \"asg\", \"author\": \"Kim\", \"text\": \"why?\", \"when\": 1}\n"
            "  ],\n"
            "  \"waivers\": [\n"
            "    {\"rule\": \"HA-001\", \"component\": \"asg\", \"reason\": \"test\", \"author\": \"Lee\", \"until\": \"2027-02-28\", "
            "\"ticket\": \"T-1\"}\n"
            "  ],\n"
            "  \"future\": {\"a\": [1, 2]}"),
  DOCUMENT ("  \"components\": [\n"
            "    {\n"
            "      \"id\": \"a\",\n"
            "      \"kind\": \"users\",\n"
            "      \"label\": \"a label so long that the line would be hard to read in a side-by-side diff, and a little longer "
            "still, until it is over the limit of one line\"\n"
            "    }\n"
            "  ],\n"
            "  \"connections\": [],\n  \"comments\": [], \"waivers\": []"),
  DOCUMENT ("  \"components\": [],\n  \"connections\": [],\n"
            "  \"comments\": [\n"
            "    {\"text\": \"first\"},\n"
            "    {\"id\": \"note-1\", \"connection\": \"a\", \"text\": \"why?\", \"resolved\": true, "
            "\"replies\": [{\"author\": \"Lee\", \"text\": \"so\"}, {\"text\": \"ah\", \"when\": 1}]}\n"
            "  ],\n"
            "  \"waivers\": [\n"
            "    {\"rule\": \"events\", \"connection\": \"a\", \"reason\": \"test\", \"ticket\": \"T-1\", "
            "\"for\": \"1-2-3\", \"x\": 1},\n"
            "    {\"rule\": \"HA-001\", \"reason\": \"test\", \"for\": [\"1-2-3\", \"4-5-6\"]}\n"
            "  ]"),
};

static void
test_stable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (standard_forms); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LpDesign) design = read_text (standard_forms[i], &error);
      g_assert_no_error (error);
      g_autoptr (GBytes) bytes = lp_native_write (design);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_cmpstr (text, ==, standard_forms[i]);
    }
}

/* Another spacing and order, and a connection without an id, are brought into the standard form. */
static void
test_normalises (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDesign) design = read_text ("\xef\xbb\xbf{\"components\":[{\"kind\":\"users\",\"set\":{},\"id\":\"u\"}],"
                                           "\"zz\":1,\"connections\":[{\"to\":\"u\",\"from\":\"u\",\"kind\":\"traffic\"}],"
                                           "\"loadpath\":1.0}",
                                           &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = lp_native_write (design);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==,
                   DOCUMENT ("  \"components\": [\n    {\"id\": \"u\", \"kind\": \"users\"}\n  ],\n"
                             "  \"connections\": [\n    {\"id\": \"u-u\", \"kind\": \"traffic\", \"from\": \"u\", \"to\": \"u\"}\n  ],\n"
                             "  \"comments\": [], \"waivers\": [],\n  \"zz\": 1"));
}

static void
test_positions (void)
{
  g_autoptr (LpDesign) design = read_text (standard_forms[1], NULL);
  LpPosition at = lp_design_get_component (design, 1)->position;
  g_assert_cmpuint (at.line, ==, 7);
  g_assert_cmpuint (at.column, ==, 5);
  g_assert_cmpuint (lp_design_get_connection (design, 0)->position.line, ==, 10);
}

typedef struct
{
  const char *text;
  const char *error; /* as a person sees it */
  LpReadErrorCode code;
} LpRefusal;

static const LpRefusal refusals[] = {
  { "[]", "a.loadpath:1:1: error: an object in { } must stand here", LP_READ_ERROR_TYPE },
  { "{}", "a.loadpath:1:1: error: \"loadpath\" is missing here; add it", LP_READ_ERROR_MISSING },
  { "{\"loadpath\": 2}", "a.loadpath:1:14: error: written by a newer Loadpath; this one reads version 1 (at loadpath)",
    LP_READ_ERROR_VERSION },
  { "{\"loadpath\": 0}", "a.loadpath:1:14: error: the version must be 1 (at loadpath)", LP_READ_ERROR_VALUE },
  { DOCUMENT ("\"title\": 1"), "a.loadpath:3:10: error: \"title\" must be a text in quotation marks (at title)",
    LP_READ_ERROR_TYPE },
  { DOCUMENT ("\"components\": {}"), "a.loadpath:3:15: error: \"components\" must be a list in [ ] (at components)",
    LP_READ_ERROR_TYPE },
  { DOCUMENT ("\"components\": [7]"),
    "a.loadpath:3:16: error: an object in { } must stand here (at components[0])", LP_READ_ERROR_TYPE },
  { DOCUMENT ("\"components\": [{\"kind\": \"vpc\"}]"),
    "a.loadpath:3:16: error: \"id\" is missing here; add it (at components[0])", LP_READ_ERROR_MISSING },
  { DOCUMENT ("\"components\": [{\"id\": \"a\"}]"),
    "a.loadpath:3:16: error: \"kind\" is missing here; add it (at components[0])", LP_READ_ERROR_MISSING },
  { DOCUMENT ("\"components\": [{\"id\": \"a b\", \"kind\": \"vpc\"}]"),
    "a.loadpath:3:23: error: “a b” cannot be an id; use letters, digits, - _ . : and / (at components[0].id)",
    LP_READ_ERROR_VALUE },
  { DOCUMENT ("\"components\": [{\"id\": \"a\", \"kind\": \"vpc\"},\n{\"id\": \"a\", \"kind\": \"vpc\"}]"),
    "a.loadpath:4:8: error: the id “a” is there twice; rename one of them (at components[1].id)",
    LP_READ_ERROR_DUPLICATE },
  { DOCUMENT ("\"components\": [{\"id\": \"a\", \"kind\": \"vpc\", \"at\": [1]}]"),
    "a.loadpath:3:49: error: \"at\" must have exactly 2 numbers (at components[0].at)", LP_READ_ERROR_VALUE },
  { DOCUMENT ("\"components\": [{\"id\": \"a\", \"kind\": \"vpc\", \"at\": [1, 1e300]}]"),
    "a.loadpath:3:49: error: \"at\" must lie between -10000000 and 10000000 (at components[0].at)", LP_READ_ERROR_VALUE },
  { DOCUMENT ("\"components\": [{\"id\": \"a\", \"kind\": \"vpc\", \"size\": [1, -1]}]"),
    "a.loadpath:3:51: error: \"size\" must lie between 0 and 10000000 (at components[0].size)", LP_READ_ERROR_VALUE },
  { DOCUMENT ("\"components\": [{\"id\": \"a\", \"kind\": \"vpc\", \"locked\": 1}]"),
    "a.loadpath:3:53: error: \"locked\" must be true or false (at components[0].locked)", LP_READ_ERROR_TYPE },
  { DOCUMENT ("\"connections\": [{\"kind\": \"dns\", \"from\": \"a\", \"to\": \"a\", \"via\": [8, 8]}]"),
    "a.loadpath:3:65: error: a point [x, y] must stand here (at connections[0].via[0])", LP_READ_ERROR_TYPE },
  { DOCUMENT ("\"connections\": [{\"kind\": \"dns\", \"from\": \"a\", \"to\": \"a\", \"via\": [[8, 8, 8]]}]"),
    "a.loadpath:3:65: error: \"via\" must have exactly 2 numbers (at connections[0].via[0])", LP_READ_ERROR_VALUE },
  { DOCUMENT ("\"components\": [{\"id\": \"a\", \"kind\": \"vpc\", \"in\": \"b\"}]"),
    "a.loadpath:3:49: error: there is no component “b”; add it or correct the id (at components[0].in)",
    LP_READ_ERROR_REFERENCE },
  { DOCUMENT ("\"components\": [{\"id\": \"a\", \"kind\": \"vpc\", \"spans\": [\"b\"]}]"),
    "a.loadpath:3:52: error: there is no component “b”; add it or correct the id (at components[0].spans)",
    LP_READ_ERROR_REFERENCE },
  { DOCUMENT ("\"components\": [{\"id\": \"a\", \"kind\": \"vpc\", \"in\": \"b\"},\n{\"id\": \"b\", \"kind\": \"vpc\", \"in\": \"a\"}]"),
    "a.loadpath:3:49: error: “a” stands inside itself, by way of what contains it; break the circle (at components[0].in)",
    LP_READ_ERROR_CYCLE },
  { DOCUMENT ("\"connections\": [{\"id\": \"x\", \"kind\": \"traffic\", \"from\": \"a\", \"to\": \"a\"}]"),
    "a.loadpath:3:56: error: there is no component “a”; add it or correct the id (at connections[0].from)",
    LP_READ_ERROR_REFERENCE },
  { DOCUMENT ("\"waivers\": [{\"rule\": \"HA-001\", \"reason\": \"x\", \"for\": [\"a\", 1]}]"),
    "a.loadpath:3:60: error: every item of \"for\" must be a text (at waivers[0].for[1])", LP_READ_ERROR_TYPE },
  { DOCUMENT ("\"waivers\": [{\"rule\": \"HA-001\", \"reason\": \"x\", \"for\": 1}]"),
    "a.loadpath:3:54: error: a text or a list of texts must stand here (at waivers[0].for)", LP_READ_ERROR_TYPE },
  { DOCUMENT ("\"comments\": [{\"component\": \"a\", \"connection\": \"b\", \"text\": \"x\"}]"),
    "a.loadpath:3:47: error: it is pinned to a component already; name a component or a connection "
    "(at comments[0].connection)",
    LP_READ_ERROR_VALUE },
  { DOCUMENT ("\"comments\": [{\"id\": \"n\", \"text\": \"x\"}, {\"id\": \"n\", \"text\": \"y\"}]"),
    "a.loadpath:3:47: error: the id “n” is there twice; rename one of them (at comments[1].id)",
    LP_READ_ERROR_DUPLICATE },
  { DOCUMENT ("\"waivers\": [{\"rule\": \"HA-001\", \"reason\": \"\"}]"),
    "a.loadpath:3:42: error: a waiver needs a reason; say why it is accepted (at waivers[0].reason)",
    LP_READ_ERROR_VALUE },
  { DOCUMENT ("\"waivers\": [{\"rule\": \"HA-001\", \"reason\": \"x\", \"until\": \"2026-02-30\"}]"),
    "a.loadpath:3:56: error: “2026-02-30” is not a date; write it as 2026-12-31 (at waivers[0].until)",
    LP_READ_ERROR_VALUE },
  { DOCUMENT ("\"components\": [], \"components\": []"),
    "a.loadpath:3:19: error: the member is there twice; keep one of them", LP_READ_ERROR_DUPLICATE },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LpDesign) design = read_text (refusals[i].text, &error);
      g_assert_null (design);
      g_assert_error (error, LP_READ_ERROR, (int) refusals[i].code);
      g_autofree char *line = lp_error_format (error, NULL);
      g_assert_cmpstr (line, ==, refusals[i].error);
    }
}

/* A chain of containers within the limit is read; one more is refused, and a long one does not exhaust the stack. */
static void
test_containment_depth (void)
{
  static const guint depths[] = { 100, 101, 50000 };
  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = g_string_new ("{\"loadpath\": 1, \"components\": [{\"id\": \"c0\", \"kind\": \"vpc\"}");
      for (guint k = 1; k < depths[i]; k++)
        g_string_append_printf (text, ", {\"id\": \"c%u\", \"kind\": \"vpc\", \"in\": \"c%u\"}", k, k - 1);
      g_string_append (text, "]}");
      g_autoptr (LpDesign) design = read_text (text->str, &error);
      if (i == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, LP_READ_ERROR, LP_READ_ERROR_DEPTH);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/native/stable", test_stable);
  g_test_add_func ("/io/native/normalises", test_normalises);
  g_test_add_func ("/io/native/positions", test_positions);
  g_test_add_func ("/io/native/refusals", test_refusals);
  g_test_add_func ("/io/native/containment-depth", test_containment_depth);
  return g_test_run ();
}
