/* Who hands messages to whom: senders and receivers of queues, topics, buses and buckets, and where what fails
 * goes. People draw these lines in either direction and with several kinds of connection. */

#include "rules/survey-private.h"

static const char *const taking[] = { "poll", "consum", "receiv", "subscri", "폴링", "소비", "수신", NULL };
static const char *const failing[]
    = { "dlq", "dead letter", "dead-letter", "deadletter", "on failure", "on-failure", "onfailure", "redrive",
        "배달 못한", "데드 레터", "데드레터", "실패", NULL };

static gboolean
says (const char *text, const char *const *words)
{
  if (text == NULL)
    return FALSE;
  g_autofree char *lower = g_utf8_strdown (text, -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
label_says (LpSurvey *survey, guint connection, const char *const *words)
{
  return says (lp_design_get_connection (survey->design, connection)->label, words);
}

/* A queue that is named for what it is: "orders-dlq". */
static gboolean
is_named_for_failures (LpSurvey *survey, guint c)
{
  const LpComponent *component = lp_design_get_component (survey->design, c);
  return survey->traits[c].kind != NULL && lp_kind_has_role (survey->traits[c].kind, "queue")
         && (says (component->label, failing) || says (component->id, failing));
}

static LpKindSet
kind_set (LpSurvey *survey, const char *const *kinds)
{
  LpKindSet set = 0;
  for (guint i = 0; kinds[i] != NULL; i++)
    set |= lp_flow_kind (survey->flow, kinds[i]);
  return set;
}

static LpKindSet
kinds_of_handing (LpSurvey *survey)
{
  static const char *const kinds[] = { "publishes", "traffic", "invokes", NULL };
  return kind_set (survey, kinds);
}

/* What carries failed messages: drawn as such, said so on the line, or led to a queue that is named for it. */
static gboolean
carries_failures (LpSurvey *survey, guint connection)
{
  LpKindSet kind = lp_flow_kind_of (survey->flow, connection);
  if (kind & lp_flow_kind (survey->flow, "dead-letter"))
    return TRUE;
  return (kind & kinds_of_handing (survey))
         && (label_says (survey, connection, failing)
             || (is_named_for_failures (survey, lp_design_get_target (survey->design, connection))
                 && !is_named_for_failures (survey, lp_design_get_source (survey->design, connection))));
}

/* A plain frame stands for what is in it. */
static void
add_end (LpSurvey *survey, GArray *found, guint c)
{
  if (survey->traits[c].traits & LP_TRAIT_FRAME)
    {
      LpIndices inside = lp_flow_get_children (survey->flow, c);
      for (guint i = 0; i < inside.n; i++)
        add_end (survey, found, inside.items[i]);
      return;
    }
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, guint, i) == c)
      return;
  g_array_append_val (found, c);
}

static LpValue
call_receivers (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  guint c = call->args[0].index;
  LpIndices outgoing = lp_design_get_outgoing (survey->design, c);
  LpIndices incoming = lp_design_get_incoming (survey->design, c);
  LpKindSet polls = lp_flow_kind (survey->flow, "polls"), hands = kinds_of_handing (survey);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < outgoing.n; i++)
    if ((lp_flow_kind_of (survey->flow, outgoing.items[i]) & (polls | hands))
        && !carries_failures (survey, outgoing.items[i]))
      add_end (survey, found, lp_design_get_target (survey->design, outgoing.items[i]));
  for (guint i = 0; i < incoming.n; i++)
    {
      LpKindSet kind = lp_flow_kind_of (survey->flow, incoming.items[i]);
      if ((kind & polls) || ((kind & hands) && label_says (survey, incoming.items[i], taking)))
        add_end (survey, found, lp_design_get_source (survey->design, incoming.items[i]));
    }
  return lp_survey_found (run, found);
}

static LpValue
call_senders (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  LpIndices incoming = lp_design_get_incoming (survey->design, call->args[0].index);
  LpKindSet hands = kinds_of_handing (survey);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < incoming.n; i++)
    if ((lp_flow_kind_of (survey->flow, incoming.items[i]) & hands)
        && !label_says (survey, incoming.items[i], taking) && !carries_failures (survey, incoming.items[i]))
      add_end (survey, found, lp_design_get_source (survey->design, incoming.items[i]));
  return lp_survey_found (run, found);
}

static LpValue
call_dead_letters (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  LpIndices outgoing = lp_design_get_outgoing (survey->design, call->args[0].index);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < outgoing.n; i++)
    if (carries_failures (survey, outgoing.items[i]))
      add_end (survey, found, lp_design_get_target (survey->design, outgoing.items[i]));
  return lp_survey_found (run, found);
}

static LpValue
call_takes_dead_letters (LpExprRun *run, const LpCall *call)
{
  LpSurvey *survey = lp_survey_of (run);
  guint c = call->args[0].index;
  LpIndices incoming = lp_design_get_incoming (survey->design, c);

  for (guint i = 0; i < incoming.n; i++)
    if (carries_failures (survey, incoming.items[i]))
      return lp_value_bool (TRUE);
  return lp_value_bool (is_named_for_failures (survey, c));
}

void
lp_survey_add_messages (LpExprSchema *schema)
{
  const LpType *component = lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, NULL);
  const LpType *components = lp_expr_schema_list_type (schema, component);
  const struct
  {
    const char *name;
    const LpType *result;
    LpValue (*call) (LpExprRun *run, const LpCall *call);
  } methods[] = {
    { "receivers", components, call_receivers },
    { "senders", components, call_senders },
    { "dead_letters", components, call_dead_letters },
    { "takes_dead_letters", &lp_type_bool, call_takes_dead_letters },
  };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    lp_expr_schema_add_function (schema, &(LpFunction){ .name = methods[i].name,
                                                        .method = TRUE,
                                                        .n_params = 1,
                                                        .params = { component },
                                                        .result = methods[i].result,
                                                        .call = methods[i].call });
}
