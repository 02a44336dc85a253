/* What a verdict reads like. */
#include "rules/verdict-finding.h"

#include <glib/gi18n.h>

#include "rules/basis.h"

static const char *
id_of (const LpFindingMaker *maker, guint component)
{
  return component != LP_NONE ? lp_design_peek_component (maker->survey->design, component)->id : NULL;
}

/* --- what to light up -------------------------------------------------------------------------------- */

static void
add_id (GPtrArray *ids, const char *id)
{
  if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

static void
add_value (const LpFindingMaker *maker, LpValue value, GPtrArray *ids)
{
  const LpDesign *design = maker->survey->design;

  if (value.kind == LP_VALUE_LIST)
    for (guint i = 0; i < value.length && ids->len < LP_FINDING_MAX_RELATED; i++)
      add_value (maker, lp_value_list_get (value, i), ids);
  else if (value.kind == LP_VALUE_OBJECT && value.object_class == LP_CLASS_COMPONENT)
    add_id (ids, lp_design_peek_component (design, value.index)->id);
  else if (value.kind == LP_VALUE_OBJECT && value.object_class == LP_CLASS_CONNECTION)
    add_id (ids, lp_design_peek_connection (design, value.index)->id);
}

static GPtrArray *
light_up (const LpFindingMaker *maker, const LpVerdict *verdict)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  const LpRule *rule = maker->rule;

  add_id (ids, id_of (maker, verdict->self));
  if (rule->witness == NULL || verdict->outcome == LP_OUTCOME_BROKEN)
    add_value (maker, verdict->group, ids);
  else
    add_value (maker, lp_expr_eval (rule->witness, maker->survey->run), ids);
  return ids;
}

/* --- what is not known ------------------------------------------------------------------------------- */

static const char *
element_of (const LpFindingMaker *maker, LpValue object)
{
  if (object.kind == LP_VALUE_OBJECT && object.object_class == LP_CLASS_COMPONENT)
    return lp_design_peek_component (maker->survey->design, object.index)->id;
  if (object.kind == LP_VALUE_OBJECT && object.object_class == LP_CLASS_CONNECTION)
    return lp_design_peek_connection (maker->survey->design, object.index)->id;
  return NULL;
}

static void
add_unknowns (const LpFindingMaker *maker, LpFinding *finding, LpValue cause)
{
  g_autoptr (GArray) fields = lp_expr_run_unknowns (maker->survey->run, cause);
  for (guint i = 0; i < fields->len && i < 64; i++)
    {
      const LpUnknownField *field = &g_array_index (fields, LpUnknownField, i);
      lp_finding_add_unknown (finding, element_of (maker, field->object), field->field);
    }
}

char *
lp_finding_question_key (const LpFinding *finding)
{
  GString *key = g_string_new (NULL);
  for (guint i = 0; i < finding->unknowns->len; i++)
    {
      const LpUnknownProperty *unknown = finding->unknowns->pdata[i];
      g_string_append_printf (key, "%s\n%s\n", unknown->element != NULL ? unknown->element : "",
                              unknown->property);
    }
  return g_string_free (key, FALSE);
}

/* --- sentences --------------------------------------------------------------------------------------- */

static char *
expand (const LpFindingMaker *maker, LpTemplate *const *templates)
{
  return lp_template_expand (templates[lp_language ()], maker->survey->run);
}

static char *
broken_message (const LpFindingMaker *maker, const LpVerdict *verdict)
{
  g_autoptr (GError) error = verdict->cause.kind == LP_VALUE_ERROR
                                 ? lp_expr_run_error (maker->survey->run, verdict->cause)
                                 : NULL;
  return g_strdup_printf (_("The rule %s could not be worked out: %s."), maker->rule->id,
                          error != NULL ? error->message : _("a condition must be true or false"));
}

static void
write_sentences (const LpFindingMaker *maker, const LpVerdict *verdict, LpFinding *finding)
{
  const LpRule *rule = maker->rule;

  lp_finding_take_text (&finding->title, g_strdup (lp_text (&rule->title)));
  switch (verdict->outcome)
    {
    case LP_OUTCOME_BROKEN:
      lp_finding_take_text (&finding->message, broken_message (maker, verdict));
      lp_finding_take_text (&finding->remedy,
                            g_strdup (_("The rest of the review is not affected. Mend the rule, or tell its author.")));
      break;
    case LP_OUTCOME_QUESTION:
      lp_finding_take_text (&finding->message,
                            rule->question[0] != NULL
                                ? expand (maker, (LpTemplate *const *) rule->question)
                                : lp_question_for (maker->survey, finding->title, finding->unknowns));
      lp_finding_take_text (&finding->remedy, g_strdup (_("Fill it in, and the review can decide.")));
      break;
    default:
      lp_finding_take_text (&finding->message, expand (maker, (LpTemplate *const *) rule->message));
      lp_finding_take_text (&finding->remedy, expand (maker, (LpTemplate *const *) rule->remedy));
    }
}

/* --- findings ---------------------------------------------------------------------------------------- */

static void
set_related (LpFinding *finding, const GPtrArray *ids)
{
  g_strfreev (finding->related);
  finding->related = g_new0 (char *, ids->len + 1);
  for (guint i = 0; i < ids->len; i++)
    finding->related[i] = g_strdup (ids->pdata[i]);
}

void
lp_finding_merge_related (LpFinding *finding, const GPtrArray *ids)
{
  guint n = g_strv_length (finding->related);
  for (guint i = 0; i < ids->len && n < LP_FINDING_MAX_RELATED; i++)
    if (!g_strv_contains ((const char *const *) finding->related, ids->pdata[i]))
      {
        finding->related = g_renew (char *, finding->related, n + 2);
        finding->related[n++] = g_strdup (ids->pdata[i]);
        finding->related[n] = NULL;
      }
}

static void
set_members (const LpFindingMaker *maker, const LpVerdict *verdict, LpFinding *finding)
{
  LpIndices members = lp_survey_components (maker->survey->run, verdict->group);

  if (members.n < 2)
    return;
  finding->members = g_new0 (char *, members.n + 1);
  for (guint i = 0; i < members.n; i++)
    finding->members[i] = g_strdup (id_of (maker, members.items[i]));
}

/* Questions are told by what they ask for, groups by what they hold, the design as a whole by all that is lit up, in
 * whichever order, everything else by itself. */
static char *
fingerprint_of (const LpFindingMaker *maker, const LpVerdict *verdict, const LpFinding *finding)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func (g_free);
  LpIndices members = lp_survey_components (maker->survey->run, verdict->group);

  for (guint i = 0; i < finding->unknowns->len; i++)
    {
      const LpUnknownProperty *unknown = finding->unknowns->pdata[i];
      g_ptr_array_add (asked, g_strdup_printf ("%s?%s", unknown->element != NULL ? unknown->element : "",
                                               unknown->property));
      g_ptr_array_add (ids, asked->pdata[i]);
    }
  for (guint i = 0; asked->len == 0 && i < members.n; i++)
    g_ptr_array_add (ids, (gpointer) id_of (maker, members.items[i]));
  gboolean by_witness = maker->rule->whole && !lp_rule_lights_a_way (maker->rule);
  for (guint i = 0; ids->len == i && by_witness && finding->related[i] != NULL; i++)
    g_ptr_array_add (ids, finding->related[i]);
  if (ids->len == 0 && finding->component != NULL && !maker->rule->whole)
    g_ptr_array_add (ids, finding->component);
  g_ptr_array_add (ids, NULL);
  return lp_fingerprint (finding->rule, verdict->outcome, (const char *const *) ids->pdata);
}

static LpSeverity
severity_of (const LpFindingMaker *maker, const LpVerdict *verdict)
{
  const LpRule *rule = maker->rule;

  if (verdict->outcome == LP_OUTCOME_FAIL && rule->error_when != NULL
      && lp_value_is_true (lp_expr_eval (rule->error_when, maker->survey->run)))
    return LP_SEVERITY_ERROR;
  return rule->severity;
}

LpFinding *
lp_finding_begin (const LpFindingMaker *maker, const LpVerdict *verdict, GPtrArray **ids)
{
  gboolean asks = verdict->outcome == LP_OUTCOME_QUESTION;
  LpFinding *finding = lp_finding_new (maker->rule->id, severity_of (maker, verdict),
                                       asks && maker->strict ? LP_OUTCOME_FAIL : verdict->outcome);

  *ids = light_up (maker, verdict);
  if (asks)
    add_unknowns (maker, finding, verdict->cause);
  return finding;
}

static void
say_where (const LpFindingMaker *maker, const LpVerdict *verdict, LpFinding *finding, const GPtrArray *ids)
{
  if (ids->len > 0 && lp_design_find (maker->survey->design, ids->pdata[0]) != LP_NONE)
    finding->component = g_strdup (ids->pdata[0]);
  set_related (finding, ids);
  set_members (maker, verdict, finding);
  lp_finding_take_text (&finding->fingerprint, fingerprint_of (maker, verdict, finding));
}

char *
lp_verdict_dup_fingerprint (const LpRule *rule, LpSurvey *survey, const LpVerdict *verdict)
{
  const LpFindingMaker maker = { rule, survey, FALSE };
  g_autoptr (LpFinding) finding = lp_finding_new (rule->id, rule->severity, verdict->outcome);
  g_autoptr (GPtrArray) ids = light_up (&maker, verdict);

  say_where (&maker, verdict, finding, ids);
  return g_strdup (finding->fingerprint);
}

/* The rule's own notes, and where it wants that, the one of the kind that the finding is about. */
static GStrv
notes_of (const LpFindingMaker *maker, const LpFinding *finding)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  guint c = maker->rule->kind_notes && finding->component != NULL
                ? lp_design_find (maker->survey->design, finding->component)
                : LP_NONE;

  g_strv_builder_addv (notes, (const char **) maker->rule->notes);
  if (c != LP_NONE && maker->survey->traits[c].kind != NULL && maker->survey->traits[c].kind->note != NULL)
    g_strv_builder_add (notes, maker->survey->traits[c].kind->note);
  return g_strv_builder_end (notes);
}

void
lp_finding_complete (const LpFindingMaker *maker, const LpVerdict *verdict, LpFinding *finding, const GPtrArray *ids)
{
  say_where (maker, verdict, finding, ids);
  write_sentences (maker, verdict, finding);
  g_strfreev (finding->notes);
  finding->notes = notes_of (maker, finding);
}
