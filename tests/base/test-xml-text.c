#include "base/xml-text.h"

#include <string.h>

static xmlDoc *
parse (const char *text, gsize max, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  return lp_xml_parse (bytes, "a.xml", max, error);
}

static void
test_accepts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = parse ("<?xml version=\"1.0\"?><!DOCTYPE svg><a>\n<b c=\"x &amp; &#50504;\"/></a>", 1000, &error);
  g_assert_no_error (error);
  xmlNode *b = xmlDocGetRootElement (doc)->last;
  g_assert_true (lp_xml_is (b, "b"));
  g_autofree char *c = lp_xml_attribute (b, "c");
  g_assert_cmpstr (c, ==, "x & 안");
  g_assert_null (lp_xml_attribute (b, "d"));
  g_assert_cmpuint (lp_xml_position (b).line, ==, 2);
}

static void
refuse (const char *text, gsize max, LpReadErrorCode code, guint line)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (parse (text, max, &error));
  g_assert_error (error, LP_READ_ERROR, (int) code);
  g_assert_cmpuint (lp_read_error_get_position (error).line, ==, line);
}

static void
test_refusals (void)
{
  refuse ("", 100, LP_READ_ERROR_SYNTAX, 1);
  refuse ("<a>\n<b></a>", 100, LP_READ_ERROR_SYNTAX, 2);
  refuse ("<a/>", 3, LP_READ_ERROR_SIZE, 0);
}

/* Neither is expanded or opened: the declaration itself ends the reading. */
static void
test_entities (void)
{
  refuse ("<!DOCTYPE a [\n<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", 1000, LP_READ_ERROR_VALUE, 2);
  refuse ("<!DOCTYPE a [<!ENTITY x \"haha\"><!ENTITY y \"&x;&x;&x;\">]>\n<a b=\"&y;\"/>", 1000, LP_READ_ERROR_VALUE, 1);
}

static void
test_depth (void)
{
  GString *deep = g_string_new (NULL);
  for (guint i = 0; i < 300; i++)
    g_string_append (deep, "<a>");
  for (guint i = 0; i < 300; i++)
    g_string_append (deep, "</a>");
  refuse (deep->str, 10000, LP_READ_ERROR_DEPTH, 0);
  g_string_free (deep, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/xml-text/accepts", test_accepts);
  g_test_add_func ("/base/xml-text/refusals", test_refusals);
  g_test_add_func ("/base/xml-text/entities", test_entities);
  g_test_add_func ("/base/xml-text/depth", test_depth);
  return g_test_run ();
}
