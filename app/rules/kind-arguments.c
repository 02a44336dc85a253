/* Kinds of connection as arguments: reaches(a, b, ['traffic', 'dns']), c.out('replicates', 'fails-over'). */

#include <glib/gi18n.h>

#include "expr/suggest.h"
#include "rules/survey-private.h"

/* --- where they are constants ------------------------------------------------------------------------- */

static gboolean
add_catalogue_kind (LpValue word, guint64 *kinds)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();

  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (catalogue); i++)
    if (lp_value_is_string (word, lp_catalogue_get_connection_kind (catalogue, i)->id))
      {
        *kinds |= (guint64) 1 << MIN (i, 63);
        return TRUE;
      }
  return FALSE;
}

static gboolean
refuse_kind (LpCallCheck *check, guint argument, LpValue word, GError **error)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  g_autofree char *kind = lp_value_dup_string (word);
  LpSuggestion suggestion = LP_SUGGESTION_INIT (kind);

  check->wrong = argument;
  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (catalogue); i++)
    lp_suggestion_try (&suggestion, lp_catalogue_get_connection_kind (catalogue, i)->id);
  if (suggestion.name != NULL)
    g_set_error (error, LP_EXPR_ERROR, LP_EXPR_ERROR_ARGUMENT,
                 _("there is no kind of connection “%s”; did you mean “%s”?"), kind, suggestion.name);
  else
    g_set_error (error, LP_EXPR_ERROR, LP_EXPR_ERROR_ARGUMENT,
                 _("there is no kind of connection “%s”; “loadpath kinds” lists what there is"), kind);
  return FALSE;
}

/* The arguments from `first` to before `end`. One that is no constant leaves it to run time. */
static gboolean
check_arguments (LpCallCheck *check, guint first, guint end, GError **error)
{
  guint64 kinds = 0;

  for (guint i = first; i < end; i++)
    {
      LpValue constant = check->constants[i];
      gboolean is_list = constant.kind == LP_VALUE_LIST;
      guint n = is_list ? constant.length : constant.kind == LP_VALUE_STRING;

      if (n == 0)
        return TRUE;
      for (guint j = 0; j < n; j++)
        {
          LpValue word = is_list ? lp_value_list_get (constant, j) : constant;
          if (word.kind == LP_VALUE_STRING && !add_catalogue_kind (word, &kinds))
            return refuse_kind (check, i, word, error);
        }
    }
  check->site = kinds;
  return TRUE;
}

gboolean
lp_check_kinds_argument (LpCallCheck *check, gpointer data, GError **error)
{
  guint argument = GPOINTER_TO_UINT (data);
  return check_arguments (check, argument, MIN (argument + 1, check->n_args), error);
}

gboolean
lp_check_kinds_of_method (LpCallCheck *check, gpointer data, GError **error)
{
  return check_arguments (check, 1, check->n_args, error);
}

/* --- their set ---------------------------------------------------------------------------------------- */

LpKindSet
lp_survey_kind_set (LpSurvey *survey, guint64 catalogue_kinds)
{
  LpKindSet *found = g_hash_table_lookup (survey->kind_sets, &catalogue_kinds);
  if (found != NULL)
    return *found;
  LpKindSet set = 0;
  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (survey->catalogue); i++)
    if (catalogue_kinds & ((guint64) 1 << MIN (i, 63)))
      set |= lp_flow_kind (survey->flow, lp_catalogue_get_connection_kind (survey->catalogue, i)->id);
  g_hash_table_insert (survey->kind_sets, g_memdup2 (&catalogue_kinds, sizeof catalogue_kinds),
                       g_memdup2 (&set, sizeof set));
  return set;
}

static LpKindSet
kinds_of_arguments (LpExprRun *run, const LpCall *call, guint first, guint end)
{
  LpSurvey *survey = lp_survey_of (run);
  LpKindSet set = 0;

  if (call->site != 0)
    return lp_survey_kind_set (survey, call->site);
  for (guint i = first; i < end; i++)
    {
      gboolean is_list = call->args[i].kind == LP_VALUE_LIST;
      guint n = is_list ? call->args[i].length : 1;
      for (guint j = 0; j < n; j++)
        {
          LpValue word = is_list ? lp_value_list_get (call->args[i], j) : call->args[i];
          if (word.kind != LP_VALUE_STRING)
            continue;
          g_autofree char *kind = lp_value_dup_string (word);
          set |= lp_flow_kind (survey->flow, kind);
        }
    }
  return set;
}

LpKindSet
lp_call_kinds_argument (LpExprRun *run, const LpCall *call, guint argument)
{
  return kinds_of_arguments (run, call, argument, argument + 1);
}

LpKindSet
lp_call_kinds_of_method (LpExprRun *run, const LpCall *call)
{
  return call->n_args > 1 ? kinds_of_arguments (run, call, 1, call->n_args) : LP_KINDS_ALL;
}
