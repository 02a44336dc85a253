/* c.family(patterns): what a database has in common with others whose schema it takes as it is. */

#include "rules/families.h"

/* Its engine; where none is set, what it is and what it is called. */
static char *
describe (const LpComponent *component, gboolean *is_set)
{
  const char *engine = lp_properties_lookup_string (component->set, "engine");
  g_autofree char *text = engine != NULL ? g_strdup (engine)
                                         : g_strdup_printf ("%s %s", component->kind,
                                                            component->label != NULL ? component->label : "");
  *is_set = engine != NULL;
  return g_utf8_strdown (text, -1);
}

/* Patterns are few and the same for all: each is compiled once. NULL for what is no regular expression. */
static const GRegex *
compiled (const char *pattern)
{
  static GMutex mutex;
  static GHashTable *known;
  gpointer regex = NULL;

  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (known, pattern, NULL, &regex))
    {
      regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_hash_table_insert (known, g_strdup (pattern), regex);
    }
  g_mutex_unlock (&mutex);
  return regex;
}

static LpValue
call_family (LpExprRun *run, const LpCall *call)
{
  const LpComponent *component
      = lp_design_get_component (lp_survey_of (run)->design, call->args[0].index);
  LpValue patterns = call->args[1];
  gboolean is_set;
  g_autofree char *text = describe (component, &is_set);

  if (!lp_expr_run_spend (run, patterns.length * 16))
    return lp_expr_run_fail_limit (run);
  for (guint i = 0; i < patterns.length; i++)
    {
      LpValue pattern = lp_value_list_get (patterns, i);
      g_autofree char *source = pattern.kind == LP_VALUE_STRING ? lp_value_dup_string (pattern) : NULL;
      const GRegex *regex = source != NULL ? compiled (source) : NULL;
      if (regex != NULL && g_regex_match (regex, text, 0, NULL))
        return pattern;
    }
  return is_set ? lp_expr_run_string (run, text, -1) : lp_expr_run_unknown (run, call->args[0], "engine");
}

void
lp_survey_add_families (LpExprSchema *schema)
{
  const LpFunction family = {
    .name = "family",
    .method = TRUE,
    .n_params = 2,
    .params = { lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, NULL), &lp_type_dyn },
    .result = &lp_type_string,
    .call = call_family,
  };
  lp_expr_schema_add_function (schema, &family);
}
