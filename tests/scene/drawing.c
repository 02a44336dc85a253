#include "drawing.h"

#include <string.h>

LpDesign *
test_design_file (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".loadpath", NULL);
  g_autofree char *path
      = g_build_filename (g_getenv ("LOADPATH_TEST_SOURCE"), "tests", "scene", "designs", file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return test_design (text);
}

LpFinding *
test_finding (const char *rule, LpSeverity severity, LpOutcome outcome, const char *const *related)
{
  LpFinding *finding = lp_finding_new (rule, severity, outcome);
  lp_finding_take_text (&finding->title, g_strdup_printf ("Title of %s", rule));
  lp_finding_take_text (&finding->message, g_strdup_printf ("%s does not hold here.", rule));
  lp_finding_take_text (&finding->remedy, g_strdup ("Do something about it."));
  lp_finding_take_text (&finding->component, g_strdup (related[0]));
  lp_finding_set_related (finding, related);
  lp_finding_take_text (&finding->fingerprint, g_strdup ("0123456789abcdef"));
  return finding;
}

LpReview *
test_review (LpFinding *first, ...)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_finding_unref);
  va_list more;
  va_start (more, first);
  for (LpFinding *finding = first; finding != NULL; finding = va_arg (more, LpFinding *))
    g_ptr_array_add (findings, finding);
  va_end (more);
  return lp_review_new (findings, NULL);
}

void
test_golden (const char *name, const char *text, gsize size)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autoptr (GError) error = NULL;
  if (g_getenv ("LOADPATH_UPDATE_GOLDENS") != NULL)
    {
      g_file_set_contents (path, text, size, &error);
      g_assert_no_error (error);
      return;
    }
  g_autofree char *wanted = NULL;
  g_file_get_contents (path, &wanted, NULL, &error);
  g_assert_no_error (error);
  if (strlen (wanted) == size && memcmp (wanted, text, size) == 0)
    return;
  guint line = 1;
  for (gsize i = 0; i < size && wanted[i] == text[i]; i++)
    line += text[i] == '\n';
  g_test_message ("%s differs from line %u; look at it, then run with LOADPATH_UPDATE_GOLDENS=1", name, line);
  g_test_fail ();
}
