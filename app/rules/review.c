#include "rules/review.h"

#include <glib/gi18n.h>

#include "rules/document-checks.h"
#include "rules/review-private.h"
#include "rules/waivers.h"

typedef struct
{
  const LpRule *rule;
  LpSurvey *survey;
  const LpReviewOptions *options;
  GPtrArray *findings;   /* of LpFinding, all rules */
  LpFinding *broken;     /* this rule's, once it broke; borrowed */
  GHashTable *questions; /* this rule's: what is not known -> LpFinding, borrowed */
  LpTally tally;         /* this rule's */
} Review;

static const char *
id_of (const Review *review, guint component)
{
  return component != LP_NONE ? lp_design_get_component (review->survey->design, component)->id : NULL;
}

/* --- what to light up -------------------------------------------------------------------------------- */

static void
add_id (GPtrArray *ids, const char *id)
{
  if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

static void
add_value (const Review *review, LpValue value, GPtrArray *ids)
{
  const LpDesign *design = review->survey->design;

  if (value.kind == LP_VALUE_LIST)
    for (guint i = 0; i < value.length && ids->len < 256; i++)
      add_value (review, lp_value_list_get (value, i), ids);
  else if (value.kind == LP_VALUE_OBJECT && value.object_class == LP_CLASS_COMPONENT)
    add_id (ids, lp_design_get_component (design, value.index)->id);
  else if (value.kind == LP_VALUE_OBJECT && value.object_class == LP_CLASS_CONNECTION)
    add_id (ids, lp_design_get_connection (design, value.index)->id);
}

/* What it is about comes first. For the design as a whole that is the first of the witnesses. */
static GPtrArray *
light_up (const Review *review, const LpVerdict *verdict)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  const LpRule *rule = review->rule;

  add_id (ids, id_of (review, verdict->self));
  if (rule->witness == NULL || verdict->outcome == LP_OUTCOME_BROKEN)
    add_value (review, verdict->group, ids);
  else
    add_value (review, lp_expr_eval (rule->witness, review->survey->run), ids);
  return ids;
}

/* --- what is not known ------------------------------------------------------------------------------- */

static const char *
element_of (const Review *review, LpValue object)
{
  if (object.kind == LP_VALUE_OBJECT && object.object_class == LP_CLASS_COMPONENT)
    return lp_design_get_component (review->survey->design, object.index)->id;
  if (object.kind == LP_VALUE_OBJECT && object.object_class == LP_CLASS_CONNECTION)
    return lp_design_get_connection (review->survey->design, object.index)->id;
  return NULL;
}

static void
add_unknowns (const Review *review, LpFinding *finding, LpValue cause)
{
  g_autoptr (GArray) fields = lp_expr_run_unknowns (review->survey->run, cause);
  for (guint i = 0; i < fields->len && i < 64; i++)
    {
      const LpUnknownField *field = &g_array_index (fields, LpUnknownField, i);
      lp_finding_add_unknown (finding, element_of (review, field->object), field->field);
    }
}

/* The same thing not known is asked once, about all that it would decide. */
static char *
question_key (const LpFinding *finding)
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
expand (const Review *review, LpTemplate *const *templates)
{
  return lp_template_expand (templates[lp_language ()], review->survey->run);
}

static char *
broken_message (const Review *review, const LpVerdict *verdict)
{
  g_autoptr (GError) error = verdict->cause.kind == LP_VALUE_ERROR
                                 ? lp_expr_run_error (review->survey->run, verdict->cause)
                                 : NULL;
  return g_strdup_printf (_("The rule %s could not be worked out: %s."), review->rule->id,
                          error != NULL ? error->message : _("a condition must be true or false"));
}

static void
write_sentences (const Review *review, const LpVerdict *verdict, LpFinding *finding)
{
  const LpRule *rule = review->rule;

  lp_finding_take_text (&finding->title, g_strdup (lp_text (&rule->title)));
  switch (verdict->outcome)
    {
    case LP_OUTCOME_BROKEN:
      lp_finding_take_text (&finding->message, broken_message (review, verdict));
      lp_finding_take_text (&finding->remedy,
                            g_strdup (_("The rest of the review is not affected. Mend the rule, or tell its author.")));
      break;
    case LP_OUTCOME_QUESTION:
      lp_finding_take_text (&finding->message,
                            rule->question[0] != NULL
                                ? expand (review, (LpTemplate *const *) rule->question)
                                : lp_question_for (review->survey, finding->title, finding->unknowns));
      lp_finding_take_text (&finding->remedy, g_strdup (_("Fill it in, and the review can decide.")));
      break;
    default:
      lp_finding_take_text (&finding->message, expand (review, (LpTemplate *const *) rule->message));
      lp_finding_take_text (&finding->remedy, expand (review, (LpTemplate *const *) rule->remedy));
    }
}

/* --- findings ---------------------------------------------------------------------------------------- */

static void
set_related (LpFinding *finding, GPtrArray *ids)
{
  g_ptr_array_add (ids, NULL);
  g_strfreev (finding->related);
  finding->related = (GStrv) g_ptr_array_free (ids, FALSE);
}

static void
merge_related (LpFinding *finding, GPtrArray *more)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; finding->related[i] != NULL; i++)
    g_ptr_array_add (ids, g_strdup (finding->related[i]));
  for (guint i = 0; i < more->len && ids->len < 256; i++)
    add_id (ids, more->pdata[i]);
  set_related (finding, ids);
  g_ptr_array_unref (more);
}

static void
set_members (const Review *review, const LpVerdict *verdict, LpFinding *finding)
{
  LpIndices members = lp_survey_components (review->survey->run, verdict->group);

  if (members.n < 2)
    return;
  finding->members = g_new0 (char *, members.n + 1);
  for (guint i = 0; i < members.n; i++)
    finding->members[i] = g_strdup (id_of (review, members.items[i]));
}

/* Questions are told by what they ask for, groups by what they hold, everything else by itself. */
static char *
fingerprint_of (const Review *review, const LpVerdict *verdict, const LpFinding *finding)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func (g_free);
  LpIndices members = lp_survey_components (review->survey->run, verdict->group);

  for (guint i = 0; i < finding->unknowns->len; i++)
    {
      const LpUnknownProperty *unknown = finding->unknowns->pdata[i];
      g_ptr_array_add (asked, g_strdup_printf ("%s?%s", unknown->element != NULL ? unknown->element : "",
                                               unknown->property));
      g_ptr_array_add (ids, asked->pdata[i]);
    }
  for (guint i = 0; asked->len == 0 && i < members.n; i++)
    g_ptr_array_add (ids, (gpointer) id_of (review, members.items[i]));
  if (ids->len == 0 && finding->component != NULL)
    g_ptr_array_add (ids, finding->component);
  g_ptr_array_add (ids, NULL);
  return lp_fingerprint (finding->rule, verdict->outcome, (const char *const *) ids->pdata);
}

static void
say_where (const Review *review, const LpVerdict *verdict, LpFinding *finding, GPtrArray *ids)
{
  finding->component = g_strdup (ids->len > 0 ? ids->pdata[0] : NULL);
  if (lp_design_find (review->survey->design, finding->component != NULL ? finding->component : "")
      == LP_NONE)
    g_clear_pointer (&finding->component, g_free);
  set_related (finding, ids);
  set_members (review, verdict, finding);
  lp_finding_take_text (&finding->fingerprint, fingerprint_of (review, verdict, finding));
}

char *
lp_verdict_dup_fingerprint (const LpRule *rule, LpSurvey *survey, const LpVerdict *verdict)
{
  Review review = { .rule = rule, .survey = survey };
  LpFinding *finding = lp_finding_new (rule->id, rule->severity, verdict->outcome);
  say_where (&review, verdict, finding, light_up (&review, verdict));
  char *fingerprint = g_strdup (finding->fingerprint);
  lp_finding_unref (finding);
  return fingerprint;
}

static void
add_finding (Review *review, const LpVerdict *verdict, LpFinding *finding, GPtrArray *ids)
{
  say_where (review, verdict, finding, ids);
  write_sentences (review, verdict, finding);
  g_strfreev (finding->notes);
  finding->notes = g_strdupv (review->rule->notes);
  g_ptr_array_add (review->findings, finding);
}

static LpSeverity
severity_of (const Review *review, const LpVerdict *verdict)
{
  const LpRule *rule = review->rule;

  if (verdict->outcome == LP_OUTCOME_FAIL && rule->error_when != NULL
      && lp_value_is_true (lp_expr_eval (rule->error_when, review->survey->run)))
    return LP_SEVERITY_ERROR;
  return rule->severity;
}

static void
take_verdict (const LpVerdict *verdict, gpointer data)
{
  Review *review = data;

  review->tally.of[verdict->outcome]++;
  if (verdict->outcome == LP_OUTCOME_PASS || verdict->outcome == LP_OUTCOME_SKIP
      || (verdict->outcome == LP_OUTCOME_BROKEN && review->broken != NULL))
    return;
  gboolean strict = verdict->outcome == LP_OUTCOME_QUESTION && review->options->strict;
  LpFinding *finding = lp_finding_new (review->rule->id, severity_of (review, verdict),
                                       strict ? LP_OUTCOME_FAIL : verdict->outcome);
  GPtrArray *ids = light_up (review, verdict);
  if (verdict->outcome == LP_OUTCOME_QUESTION)
    {
      add_unknowns (review, finding, verdict->cause);
      char *key = question_key (finding);
      LpFinding *asked = g_hash_table_lookup (review->questions, key);
      if (asked != NULL)
        {
          merge_related (asked, ids);
          lp_finding_unref (finding);
          g_free (key);
          return;
        }
      g_hash_table_insert (review->questions, key, finding);
    }
  if (verdict->outcome == LP_OUTCOME_BROKEN)
    review->broken = finding;
  add_finding (review, verdict, finding, ids);
}

LpReview *
lp_review_run (LpPack *pack, LpDesign *design, const LpReviewOptions *options)
{
  static const LpReviewOptions defaults;
  if (options == NULL)
    options = &defaults;
  g_autoptr (LpSurvey) survey = lp_survey_new (design, options->facts, options->today);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_finding_unref);
  g_autofree char *today = g_date_time_format (survey->today, "%Y-%m-%d");
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (LpTally));
  gboolean whole = TRUE;

  for (guint i = 0; whole && i < pack->rules->len; i++)
    {
      g_autoptr (GHashTable) questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      const LpRule *rule = pack->rules->pdata[i];
      Review review = { rule, survey, options, findings, NULL, questions, { g_intern_string (rule->id), { 0 } } };
      whole = lp_rule_evaluate (rule, survey, options->cancellable, take_verdict, &review);
      g_array_append_val (tallies, review.tally);
    }
  if (!whole)
    return NULL;
  lp_document_checks_run (survey, findings);
  lp_waivers_apply (pack, design, today, findings);
  return lp_review_new (g_steal_pointer (&findings), g_steal_pointer (&tallies));
}
