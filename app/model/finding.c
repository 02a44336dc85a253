#include "model/finding.h"

#include <glib/gi18n.h>

static const char *const severity_codes[LP_N_SEVERITIES] = { "error", "warning", "info" };

const char *
lp_severity_code (LpSeverity severity)
{
  return severity_codes[severity];
}

gboolean
lp_severity_from_code (const char *code, LpSeverity *severity)
{
  for (guint i = 0; i < LP_N_SEVERITIES; i++)
    if (g_strcmp0 (code, severity_codes[i]) == 0)
      {
        *severity = i;
        return TRUE;
      }
  return FALSE;
}

const char *
lp_severity_name (LpSeverity severity)
{
  static const char *const names[LP_N_SEVERITIES] = { N_("Error"), N_("Warning"), N_("Information") };
  return _(names[severity]);
}

const char *
lp_outcome_code (LpOutcome outcome)
{
  static const char *const codes[] = { "pass", "fail", "skip", "question", "broken" };
  return codes[outcome];
}

static void
unknown_free (LpUnknownProperty *unknown)
{
  g_free (unknown->element);
  g_free (unknown->property);
  g_free (unknown);
}

LpFinding *
lp_finding_new (const char *rule, LpSeverity severity, LpOutcome outcome)
{
  LpFinding *self = g_new0 (LpFinding, 1);
  g_atomic_ref_count_init (&self->refs);
  self->rule = g_strdup (rule);
  self->severity = severity;
  self->outcome = outcome;
  self->title = g_strdup ("");
  self->message = g_strdup ("");
  self->remedy = g_strdup ("");
  self->fingerprint = g_strdup ("");
  self->related = g_new0 (char *, 1);
  self->notes = g_new0 (char *, 1);
  self->unknowns = g_ptr_array_new_with_free_func ((GDestroyNotify) unknown_free);
  return self;
}

void
lp_finding_take_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

void
lp_finding_set_related (LpFinding *self, const char *const *ids)
{
  g_strfreev (self->related);
  self->related = g_strdupv ((GStrv) ids);
}

LpFinding *
lp_finding_copy (const LpFinding *finding)
{
  LpFinding *self = g_new (LpFinding, 1);
  *self = *finding;
  g_atomic_ref_count_init (&self->refs);
  self->rule = g_strdup (finding->rule);
  self->title = g_strdup (finding->title);
  self->message = g_strdup (finding->message);
  self->remedy = g_strdup (finding->remedy);
  self->component = g_strdup (finding->component);
  self->related = g_strdupv (finding->related);
  self->notes = g_strdupv (finding->notes);
  self->unknowns = g_ptr_array_ref (finding->unknowns);
  self->fingerprint = g_strdup (finding->fingerprint);
  self->waiver = g_strdup (finding->waiver);
  self->members = g_strdupv (finding->members);
  self->waived_by = finding->waived_by != NULL ? lp_waiver_ref (finding->waived_by) : NULL;
  self->lapsed = finding->lapsed != NULL ? lp_waiver_ref (finding->lapsed) : NULL;
  self->lapse = g_strdup (finding->lapse);
  return self;
}

LpFinding *
lp_finding_ref (LpFinding *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lp_finding_unref (LpFinding *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->rule);
  g_free (self->title);
  g_free (self->message);
  g_free (self->remedy);
  g_free (self->component);
  g_strfreev (self->related);
  g_strfreev (self->notes);
  g_ptr_array_unref (self->unknowns);
  g_free (self->fingerprint);
  g_free (self->waiver);
  g_strfreev (self->members);
  g_clear_pointer (&self->waived_by, lp_waiver_unref);
  g_clear_pointer (&self->lapsed, lp_waiver_unref);
  g_free (self->lapse);
  g_free (self);
}

void
lp_finding_add_unknown (LpFinding *self, const char *element, const char *property)
{
  LpUnknownProperty *unknown = g_new (LpUnknownProperty, 1);
  *unknown = (LpUnknownProperty){ g_strdup (element), g_strdup (property) };
  g_ptr_array_add (self->unknowns, unknown);
}

/* Waived ones last, questions before them, then by severity. */
static int
rank (const LpFinding *finding)
{
  if (finding->waiver != NULL)
    return LP_N_SEVERITIES + 1;
  return finding->outcome == LP_OUTCOME_QUESTION ? LP_N_SEVERITIES : (int) finding->severity;
}

static void
sort_stably (GPtrArray *findings)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (findings->len);
  for (int r = 0; r <= LP_N_SEVERITIES + 1; r++)
    for (guint i = 0; i < findings->len; i++)
      if (rank (findings->pdata[i]) == r)
        g_ptr_array_add (sorted, findings->pdata[i]);
  for (guint i = 0; i < findings->len; i++)
    findings->pdata[i] = sorted->pdata[i];
}

LpReview *
lp_review_new (GPtrArray *findings, GArray *tallies)
{
  LpReview *self = g_new0 (LpReview, 1);
  g_atomic_ref_count_init (&self->refs);
  sort_stably (findings);
  self->findings = findings;
  self->tallies = tallies != NULL ? tallies : g_array_new (FALSE, FALSE, sizeof (LpTally));
  for (guint i = 0; i < findings->len; i++)
    {
      const LpFinding *finding = findings->pdata[i];
      if (finding->waiver != NULL)
        self->summary.waived++;
      else if (finding->outcome == LP_OUTCOME_QUESTION)
        self->summary.questions++;
      else
        self->summary.by_severity[finding->severity]++;
    }
  return self;
}

LpReview *
lp_review_ref (LpReview *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lp_review_unref (LpReview *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->findings);
  g_array_unref (self->tallies);
  g_free (self);
}
