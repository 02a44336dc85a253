#include "base/file.h"
#include "base/parallel.h"
#include "cli/check-fix.h"
#include "cli/rule-sets.h"
#include "io/format.h"
#include "report/report.h"
#include "rules/review.h"

static char *format_id, *output, *fail_on, *language, *config, *baseline, *new_baseline, **rule_folders;
static gboolean strict, score, fix, dry_run;

static const GOptionEntry entries[] = {
  { "format", 'f', 0, G_OPTION_ARG_STRING, &format_id, N_("Form of the report: text, json, sarif, junit, markdown or html"),
    N_("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write the report to a file"), N_("OUT") },
  { "fail-on", 0, 0, G_OPTION_ARG_STRING, &fail_on,
    N_("Least severity that gives exit status 1: error (the default), warning, info or never"),
    N_("SEVERITY") },
  LP_OPTION_RULES (rule_folders),
  LP_OPTION_CONFIG (config),
  { "baseline", 0, 0, G_OPTION_ARG_FILENAME, &baseline, N_("Only what is new beside these findings counts; none for no one"),
    N_("FILE") },
  { "write-baseline", 0, 0, G_OPTION_ARG_FILENAME, &new_baseline, N_("Write what is found to a baseline"), N_("FILE") },
  { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_("What is not known counts as a failure"), NULL },
  { "score", 0, 0, G_OPTION_ARG_NONE, &score, N_("End the text report with a score, topic by topic"), NULL },
  { "fix", 0, 0, G_OPTION_ARG_NONE, &fix, N_("Mend what can be mended without asking, and write the files again"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("With --fix, only say what would be mended"), NULL },
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

/* One file: read, and every page of it reviewed. */
typedef struct
{
  const char *path;
  const LpRuleSet *set;
  LpImport *import; /* NULL where it cannot be read */
  GError *error;
  GPtrArray *reviews; /* of LpReview, one per part */
  GPtrArray *tallies; /* of LpFixTally, one per part that was mended */
  GError *unfixed;    /* why it could not be mended */
} Job;

/* What is done side by side: reading the rules, and each file. */
typedef struct
{
  GArray *jobs;
  LpRuleSets *sets;
} Batch;

static void
read_part (guint i, guint thread, gpointer data)
{
  Batch *batch = data;

  if (i == 0)
    {
      for (guint k = 0; k < batch->jobs->len; k++)
        {
          Job *job = &g_array_index (batch->jobs, Job, k);
          job->set = lp_rule_sets_get (batch->sets, job->path);
        }
      return;
    }
  Job *job = &g_array_index (batch->jobs, Job, i - 1);
  job->import = lp_import_file (job->path, lp_catalogue_get_default (), &job->error);
}

static void
review_job (guint i, guint thread, gpointer data)
{
  const Batch *batch = data;
  Job *job = &g_array_index (batch->jobs, Job, i);
  const LpReviewOptions options = { .strict = strict, .configuration = job->set->configuration, .parallel = batch->jobs->len < lp_parallel_threads (G_MAXUINT) };

  if (fix && job->import != NULL)
    lp_check_fix (job->path, job->import, job->set->pack, &options, dry_run, job->tallies, &job->unfixed);
  for (guint p = 0; job->import != NULL && p < job->import->parts->len; p++)
    {
      const LpImportPart *part = job->import->parts->pdata[p];
      g_ptr_array_add (job->reviews, lp_review_run (job->set->pack, part->design, &options));
    }
}

static void
job_clear (gpointer data)
{
  Job *job = data;
  g_ptr_array_unref (job->reviews);
  g_ptr_array_unref (job->tallies);
  g_clear_error (&job->unfixed);
  g_clear_pointer (&job->import, lp_import_free);
  g_clear_error (&job->error);
}

static GArray *
make_jobs (char **paths, guint n)
{
  GArray *jobs = g_array_new (FALSE, FALSE, sizeof (Job));
  g_array_set_clear_func (jobs, job_clear);
  for (guint i = 0; i < n; i++)
    {
      Job job = { .path = paths[i],
                  .reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_review_unref),
                  .tallies = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_fix_tally_free) };
      g_array_append_val (jobs, job);
    }
  return jobs;
}

static gboolean
reaches_threshold (const LpReview *review, int threshold)
{
  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      if (finding->waiver == NULL && finding->outcome != LP_OUTCOME_QUESTION
          && (int) finding->severity <= threshold)
        return TRUE;
    }
  return FALSE;
}

/* The command line's, else the configuration's. */
static int
threshold_of (const Job *job, int threshold)
{
  int configured = lp_configuration_get_fail_on (job->set->configuration);
  return threshold != LP_FAIL_ON_UNSET    ? threshold
         : configured != LP_FAIL_ON_UNSET ? configured
                                          : (int) LP_SEVERITY_ERROR;
}

/* 3 where a file could not be read, else 1 where a finding reaches the threshold. */
static int
status_of (const GArray *jobs, int threshold)
{
  int status = LP_EXIT_OK;

  for (guint i = 0; i < jobs->len; i++)
    {
      const Job *job = &g_array_index (jobs, Job, i);
      if (job->import == NULL || job->unfixed != NULL)
        return LP_EXIT_INPUT;
      for (guint j = 0; j < job->reviews->len; j++)
        if (reaches_threshold (job->reviews->pdata[j], threshold_of (job, threshold)))
          status = LP_EXIT_FINDINGS;
    }
  return status;
}

static GString *
write_report (const LpReport *report, const GArray *jobs, LpPack *pack, int threshold, const GPtrArray *gone)
{
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (LpReported));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < jobs->len; i++)
    {
      const Job *job = &g_array_index (jobs, Job, i);
      if (job->import == NULL)
        lp_command_input_error (job->path, job->error);
      if (job->unfixed != NULL)
        lp_command_input_error (job->path, job->unfixed);
      for (guint j = 0; j < job->reviews->len; j++)
        {
          const LpImportPart *part = job->import->parts->pdata[j];
          LpReported document
              = { g_str_equal (job->path, "-") ? "stdin" : job->path,
                  job->reviews->len > 1 ? part->name : NULL, part->design, job->reviews->pdata[j],
                  j < job->tallies->len ? job->tallies->pdata[j] : NULL, dry_run };
          g_array_append_val (documents, document);
        }
    }
  const LpReportInput input = { .pack = pack,
                                .documents = (const LpReported *) documents->data,
                                .n_documents = documents->len,
                                .score = score,
                                .threshold = threshold,
                                .gone = gone };
  report->write (&input, text);
  return text;
}

static gboolean
take_threshold (int *threshold, int *status)
{
  LpSeverity severity = LP_SEVERITY_ERROR;

  *threshold = LP_FAIL_ON_UNSET;
  if (fail_on == NULL)
    return TRUE;
  if (lp_severity_from_code (fail_on, &severity))
    *threshold = severity;
  else if (g_str_equal (fail_on, "never"))
    *threshold = LP_FAIL_ON_NEVER;
  else
    {
      *status = lp_command_usage_error (
          &lp_command_check, _("“%s” is no severity; write error, warning, info or never"), fail_on);
      return FALSE;
    }
  return TRUE;
}

static const LpReport *
take_format (int *status)
{
  const LpReport *report = lp_report_find (format_id != NULL ? format_id : "text");
  if (report == NULL)
    {
      g_autofree char *known = lp_report_list ();
      *status = lp_command_usage_error (&lp_command_check, _("there is no report “%s”; there are: %s"),
                                        format_id, known);
    }
  return report;
}

/* --- baselines --------------------------------------------------------------------------------------- */

static LpBaselined
baselined (const Job *job, guint part)
{
  const LpImportPart *of = job->import->parts->pdata[part];
  return (LpBaselined){ job->path, job->reviews->len > 1 ? of->name : NULL, job->set->pack, of->design };
}

static void
subtract_known (const Job *job, LpBaseline *known)
{
  for (guint i = 0; i < job->reviews->len; i++)
    {
      const LpBaselined document = baselined (job, i);
      LpReview *review = job->reviews->pdata[i];
      job->reviews->pdata[i] = lp_baseline_subtract (known, &document, review);
      lp_review_unref (review);
    }
}

/* Leaves what is new, and gives what no longer occurs, or NULL where there is no baseline. */
static GPtrArray *
apply_baselines (const GArray *jobs)
{
  GPtrArray *gone = NULL;

  for (guint i = 0; i < jobs->len; i++)
    {
      const Job *job = &g_array_index (jobs, Job, i);
      if (job->set->baseline == NULL || job->import == NULL)
        continue;
      subtract_known (job, job->set->baseline);
      gone = gone != NULL ? gone : g_ptr_array_new ();
      lp_baseline_add_gone (job->set->baseline, job->path, gone);
    }
  return gone;
}

/* The baseline that is to be written, with what it already has of other documents; NULL where it cannot be. */
static LpBaseline *
open_new_baseline (GError **error)
{
  if (!g_file_test (new_baseline, G_FILE_TEST_EXISTS))
    return lp_baseline_new (new_baseline);
  return lp_baseline_load (new_baseline, error);
}

/* Then everything that it lists is known. */
static int
write_baseline (const GArray *jobs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpBaseline) fresh = open_new_baseline (&error);

  for (guint i = 0; fresh != NULL && i < jobs->len; i++)
    {
      const Job *job = &g_array_index (jobs, Job, i);
      for (guint k = 0; k < job->reviews->len; k++)
        {
          const LpBaselined document = baselined (job, k);
          lp_baseline_take (fresh, &document, job->reviews->pdata[k]);
        }
    }
  g_autoptr (GBytes) bytes = fresh != NULL ? lp_baseline_write (fresh) : NULL;
  if (fresh == NULL || !lp_file_write (new_baseline, bytes, &error))
    return lp_command_input_error (new_baseline, error);
  for (guint i = 0; i < jobs->len; i++)
    subtract_known (&g_array_index (jobs, Job, i), fresh);
  return LP_EXIT_OK;
}

/* --- all of it --------------------------------------------------------------------------------------- */

/* One language for one report: that of the first document's configuration. */
static void
take_configured_language (LpRuleSets *sets)
{
  const LpRuleSet *first = lp_rule_sets_get_all (sets)->pdata[0];
  LpLanguage configured;

  if (language == NULL && lp_configuration_get_language (first->configuration, &configured))
    lp_language_set (configured);
}

static int
check_files (char **paths, guint n, const LpReport *report, int threshold)
{
  int status = LP_EXIT_OK;
  g_autoptr (LpRuleSets) sets = lp_rule_sets_new (rule_folders, config, baseline, &status);
  g_autoptr (GArray) jobs = make_jobs (paths, n);
  Batch batch = { jobs, sets };
  lp_parallel_each (n + 1, read_part, &batch);
  take_configured_language (sets);
  lp_parallel_each (n, review_job, &batch);
  int written = new_baseline != NULL ? write_baseline (jobs) : LP_EXIT_OK;
  g_autoptr (GPtrArray) gone = new_baseline == NULL ? apply_baselines (jobs) : NULL;
  g_autoptr (LpPack) pack = lp_rule_sets_dup_pack (sets);
  int found = status_of (jobs, threshold);
  int shown = threshold_of (&g_array_index (jobs, Job, 0), threshold);
  return lp_command_finish (output, write_report (report, jobs, pack, shown, gone), MAX (MAX (status, written), found));
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK, threshold;
  const LpReport *report;

  if (!lp_command_parse (&lp_command_check, entries, &argc, &argv, &status)
      || !lp_command_take_language (&lp_command_check, language, &status)
      || !take_threshold (&threshold, &status) || (report = take_format (&status)) == NULL)
    return status;
  if (dry_run && !fix)
    return lp_command_usage_error (&lp_command_check, _("--dry-run goes with --fix"));
  if (argc < 2)
    return lp_command_usage_error (&lp_command_check, _("name the files to check, or - for standard input"));
  if (!lp_command_may_write (&lp_command_check, output, argv + 1, argc - 1, &status)
      || !lp_command_may_write (&lp_command_check, new_baseline, argv + 1, argc - 1, &status))
    return status;
  return check_files (argv + 1, argc - 1, report, threshold);
}

const LpCommand lp_command_check = {
  .name = "check",
  .arguments
  = "FILE... [--format text|json|sarif|junit|markdown|html] [-o OUT] [--fail-on error|warning|info|never] [--rules DIR]... "
    "[--config FILE] [--baseline FILE] [--write-baseline FILE] [--strict] [--score] [--fix [--dry-run]] [--lang en|ko]",
  .summary = N_("Review documents and say what gives way"),
  .run = run,
};
