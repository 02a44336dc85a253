/* The tables that authors of rules and scenarios look things up in, as Markdown: docs/reference.md is this command's
 * output, and a test compares them. */

#include "base/json-write.h"
#include "cli/rule-options.h"
#include "rules/fix-edit.h"
#include "rules/notes.h"
#include "rules/survey.h"
#include "rules/topic.h"

static char *language, **rule_folders;

static const GOptionEntry entries[] = {
  LP_OPTION_RULES (rule_folders),
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

/* --- Markdown ---------------------------------------------------------------------------------------- */

static void
write_cell (GString *out, const char *text)
{
  g_string_append_c (out, ' ');
  for (; *text != '\0'; text++)
    {
      if (*text == '|')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
  g_string_append (out, " |");
}

static void
write_row (GString *out, const char *const *cells)
{
  g_string_append_c (out, '|');
  for (guint i = 0; cells[i] != NULL; i++)
    write_cell (out, cells[i]);
  g_string_append_c (out, '\n');
}

static void
write_heading (GString *out, const char *heading, const char *const *columns)
{
  g_string_append_printf (out, "\n## %s\n\n", heading);
  write_row (out, columns);
  for (guint i = 0; columns[i] != NULL; i++)
    g_string_append (out, "| --- ");
  g_string_append (out, "|\n");
}

static char *
code (const char *text)
{
  return *text != '\0' ? g_strdup_printf ("`%s`", text) : g_strdup ("");
}

static char *
join (const char *const *words)
{
  return words != NULL ? g_strjoinv (", ", (GStrv) words) : g_strdup ("");
}

/* --- expressions ------------------------------------------------------------------------------------- */

static void
write_functions (GString *out)
{
  g_autoptr (GPtrArray) functions = lp_expr_schema_list_functions (lp_survey_schema ());

  g_string_append_printf (out, "\n## %s\n\n", _("Functions"));
  for (guint i = 0; i < functions->len; i++)
    {
      g_autofree char *signature = lp_function_describe (functions->pdata[i]);
      g_string_append_printf (out, "- `%s`\n", signature);
    }
}

static void
write_edits (GString *out)
{
  const char *columns[] = { _("Edit"), _("must have"), _("one of"), _("may have"), NULL };

  write_heading (out, _("Edits of fixes"), columns);
  for (guint op = 0; op < LP_N_FIX_OPS; op++)
    {
      LpFixShape shape = lp_fix_op_get_shape ((LpFixOp) op);
      g_autofree char *name = code (lp_fix_op_code ((LpFixOp) op));
      g_autofree char *required = join (shape.required), *either = join (shape.either), *optional = join (shape.optional);
      const char *cells[] = { name, required, either, optional, NULL };
      write_row (out, cells);
    }
}

/* --- catalogue --------------------------------------------------------------------------------------- */

static void
append_choices (GString *out, const LpPropertyKind *property)
{
  for (guint i = 0; i < property->n_choices; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", property->choices[i].value);
}

/* "multi_az (boolean), engine (mysql postgresql)" */
static char *
describe_properties (const LpPropertyKind *properties, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (properties[i].is_hidden)
        continue;
      g_string_append_printf (out, "%s`%s` (", out->len > 0 ? ", " : "", properties[i].name);
      if (properties[i].type == LP_PROPERTY_CHOICE)
        append_choices (out, &properties[i]);
      else if (properties[i].type == LP_PROPERTY_QUANTITY)
        g_string_append (out, lp_property_unit_name (properties[i].unit));
      else
        g_string_append (out, lp_property_type_name (properties[i].type));
      if (properties[i].unset != NULL)
        {
          g_string_append (out, "; ");
          lp_json_write_node (out, properties[i].unset);
        }
      g_string_append_c (out, ')');
    }
  return g_string_free (out, FALSE);
}

static void
write_kinds (const LpCatalogue *catalogue, GString *out)
{
  const char *columns[] = { _("Kind"), _("Name"), _("Roles"), _("Properties (what holds where unset)"), NULL };

  write_heading (out, _("Kinds"), columns);
  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    {
      const LpKind *kind = lp_catalogue_get_kind (catalogue, i);
      g_autofree char *id = code (kind->id), *roles = join (kind->roles),
                      *properties = describe_properties (kind->properties, kind->n_properties);
      const char *cells[] = { id, lp_text (&kind->name), roles, properties, NULL };
      write_row (out, cells);
    }
}

static void
write_connections (const LpCatalogue *catalogue, GString *out)
{
  const char *columns[] = { _("Connection"), _("Says"), _("Properties (what holds where unset)"), NULL };

  write_heading (out, _("Connections"), columns);
  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (catalogue); i++)
    {
      const LpConnectionKind *kind = lp_catalogue_get_connection_kind (catalogue, i);
      g_autofree char *id = code (kind->id), *properties = describe_properties (kind->properties, kind->n_properties);
      const char *cells[] = { id, lp_text (&kind->sentence), properties, NULL };
      write_row (out, cells);
    }
}

/* --- facts, notes, rules ----------------------------------------------------------------------------- */

static void
write_facts (GString *out)
{
  const LpFacts *facts = lp_facts_get_default ();
  const char *columns[] = { _("Fact"), _("Value"), _("What it is"), _("Date"), _("How sure"), NULL };

  write_heading (out, _("Facts"), columns);
  for (guint i = 0; i < facts->facts->len; i++)
    {
      const LpFact *fact = facts->facts->pdata[i];
      g_autofree char *name = g_strdup_printf ("`facts.%s`", fact->id), *value = lp_fact_describe (fact);
      g_autofree char *sure = g_strconcat (lp_sureness_code (fact->sure), fact->adjustable ? ", adjustable" : "", NULL);
      const char *cells[] = { name, value, lp_text (&fact->text), fact->date != NULL ? fact->date : "", sure, NULL };
      write_row (out, cells);
    }
}

static void
write_notes (GString *out)
{
  const GPtrArray *notes = lp_notes_get_default ();
  const char *columns[] = { _("Note"), _("The notes say"), _("Now"), _("Since"), NULL };

  write_heading (out, _("Notes"), columns);
  for (guint i = 0; i < notes->len; i++)
    {
      const LpNote *note = notes->pdata[i];
      g_autofree char *id = code (note->id);
      const char *cells[]
          = { id, lp_text (&note->then), lp_text (&note->now), note->since != NULL ? note->since : "", NULL };
      write_row (out, cells);
    }
}

static void
write_rules (const LpPack *pack, GString *out)
{
  const char *columns[] = { _("Rule"), _("Severity"), _("Topic"), _("Finds"), _("Looks at"), NULL };

  write_heading (out, _("Rules"), columns);
  for (guint i = 0; i < pack->rules->len; i++)
    {
      const LpRule *rule = pack->rules->pdata[i];
      g_autofree char *id = code (rule->id), *looks_at = lp_rule_describe_for (rule);
      const char *cells[] = { id, lp_severity_code (rule->severity), lp_topic_get_name (rule->topic), lp_text (&rule->title),
                              looks_at, NULL };
      write_row (out, cells);
    }
}

static int
run (int argc, char **argv)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  int status = LP_EXIT_OK;

  if (!lp_command_parse (&lp_command_reference, entries, &argc, &argv, &status)
      || !lp_command_take_language (&lp_command_reference, language, &status))
    return status;
  if (argc > 1)
    return lp_command_usage_error (&lp_command_reference, _("“%s” is too much: it takes no arguments"), argv[1]);
  g_autoptr (LpPack) pack = lp_command_load_rules (TRUE, rule_folders, &status);
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "# %s\n\n%s\n", _("Reference"),
                          _("Written by `loadpath reference` from the program's own tables."));
  write_functions (out);
  write_edits (out);
  write_kinds (catalogue, out);
  write_connections (catalogue, out);
  write_facts (out);
  write_notes (out);
  write_rules (pack, out);
  return lp_command_finish (NULL, out, status);
}

const LpCommand lp_command_reference = {
  .name = "reference",
  .arguments = "[--rules DIR]... [--lang en|ko]",
  .summary = N_("Print the tables for authors: functions, edits, kinds, facts, rules"),
  .run = run,
};
