#include "report/fixes.h"

#include <glib/gi18n.h>

#include "base/json-node.h"
#include "rules/fix-all.h"

/* --- text -------------------------------------------------------------------------------------------- */

static void
write_edits (const LpFixed *fixed, GString *out)
{
  for (guint i = 0; i < fixed->edits->len; i++)
    g_string_append_printf (out, "  - %s\n", (const char *) fixed->edits->pdata[i]);
  if (fixed->needs_replacement)
    g_string_append (out, _("  note: the real service has to be made anew for it\n"));
}

static void
write_one (const LpReported *document, const LpFixed *fixed, const char *word, GString *out)
{
  g_string_append_printf (out, "%s: %s: %s [%s]\n", document->file, word, fixed->title, fixed->finding->rule);
  g_string_append_printf (out, "  %s\n", fixed->finding->message);
  write_edits (fixed, out);
}

void
lp_report_write_fixes (const LpReported *document, GString *out)
{
  const LpFixTally *tally = document->fixes;

  if (tally == NULL)
    return;
  for (guint i = 0; i < tally->fixed->len; i++)
    write_one (document, tally->fixed->pdata[i], document->rehearsed ? _("would fix") : _("fixed"), out);
  for (guint i = 0; i < tally->asking->len; i++)
    write_one (document, tally->asking->pdata[i], _("not fixed, a person decides"), out);
  if (tally->fixed->len == 0)
    g_string_append_printf (out, _("%s: nothing that can be fixed without asking\n"), document->file);
}

/* --- JSON -------------------------------------------------------------------------------------------- */

static JsonArray *
fixes_array (const GPtrArray *list)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < list->len; i++)
    {
      const LpFixed *fixed = list->pdata[i];
      JsonObject *object = json_object_new ();
      JsonArray *edits = json_array_new ();
      json_object_set_string_member (object, "rule", fixed->finding->rule);
      lp_json_object_set_string_or_null (object, "component", fixed->finding->component);
      json_object_set_string_member (object, "message", fixed->finding->message);
      json_object_set_string_member (object, "fingerprint", fixed->finding->fingerprint);
      json_object_set_string_member (object, "fix", fixed->title);
      json_object_set_boolean_member (object, "needs_replacement", fixed->needs_replacement);
      for (guint k = 0; k < fixed->edits->len; k++)
        json_array_add_string_element (edits, fixed->edits->pdata[k]);
      json_object_set_array_member (object, "edits", edits);
      json_array_add_object_element (array, object);
    }
  return array;
}

void
lp_report_set_fixes (const LpReported *document, JsonObject *object)
{
  if (document->fixes == NULL)
    return;
  json_object_set_array_member (object, "fixed", fixes_array (document->fixes->fixed));
  json_object_set_array_member (object, "asking", fixes_array (document->fixes->asking));
}
