/* What came out of an exam. */
#include <string.h>

#include "io/native.h"
#include "learning/answer.h"
#include "learning/attempt.h"
#include "learning/exam.h"

gboolean
lp_exam_is_answer (const LpScenario *scenario, LpDesign *design)
{
  if (lp_scenario_is_drawn (scenario))
    {
      g_autoptr (GBytes) bytes = lp_native_write (design), start = lp_native_write (scenario->start);
      return !g_bytes_equal (bytes, start);
    }
  g_autoptr (LpAnswer) answer = lp_answer_of_design (design);
  return answer->choices[0] != NULL || answer->marked[0] != NULL;
}

gboolean
lp_exam_is_answered (LpExam *exam, guint index)
{
  g_autoptr (LpDesign) design = lp_attempt_read (lp_exam_get_file (exam, index), NULL);
  return design != NULL && lp_exam_is_answer (lp_exam_get_question (exam, index), design);
}

/* --- grading ----------------------------------------------------------------------------------------- */

gboolean
lp_exam_answer_is_passed (const LpExamAnswer *answer)
{
  return answer->goals > 0 && answer->met == answer->goals;
}

guint
lp_exam_percent (guint met, guint goals)
{
  return goals > 0 ? (guint) ((guint64) met * 100 / goals) : 0;
}

/* What was not touched is not given, though some of its goals may be met from the start. */
static LpExamAnswer
grade_one (const LpScenario *scenario, GFile *file)
{
  g_autoptr (LpDesign) design = lp_attempt_read (file, NULL);
  LpGrade *grade = lp_grade_run (scenario, design != NULL ? design : scenario->start);
  LpExamAnswer answer = { .scenario = scenario, .goals = grade->goals->len, .grade = grade };

  answer.answered = design != NULL && lp_exam_is_answer (scenario, design);
  answer.met = answer.answered ? grade->n_met : 0;
  return answer;
}

static LpExamDomain *
get_domain (GArray *domains, const char *topic)
{
  LpExamDomain domain = { .topic = topic };

  for (guint i = 0; i < domains->len; i++)
    if (g_str_equal (g_array_index (domains, LpExamDomain, i).topic, topic))
      return &g_array_index (domains, LpExamDomain, i);
  g_array_append_val (domains, domain);
  return &g_array_index (domains, LpExamDomain, domains->len - 1);
}

static int
compare_domains (gconstpointer a, gconstpointer b)
{
  const LpExamDomain *one = a, *other = b;
  guint left = lp_exam_percent (one->met, one->goals), right = lp_exam_percent (other->met, other->goals);

  return left != right ? (left < right ? -1 : 1) : strcmp (one->topic, other->topic);
}

static void
add_answer (LpExamResult *result, LpExamAnswer answer)
{
  LpExamDomain *domain = get_domain (result->domains, answer.scenario->topic);
  gboolean passed = lp_exam_answer_is_passed (&answer);

  domain->questions++;
  domain->passed += passed;
  domain->met += answer.met;
  domain->goals += answer.goals;
  result->passed += passed;
  result->met += answer.met;
  result->goals += answer.goals;
  g_array_append_val (result->answers, answer);
}

static void
clear_answer (gpointer data)
{
  lp_grade_free (((LpExamAnswer *) data)->grade);
}

LpExamResult *
lp_exam_grade (LpExam *exam)
{
  LpExamResult *result = g_new0 (LpExamResult, 1);

  result->answers = g_array_new (FALSE, FALSE, sizeof (LpExamAnswer));
  g_array_set_clear_func (result->answers, clear_answer);
  result->domains = g_array_new (FALSE, FALSE, sizeof (LpExamDomain));
  for (guint i = 0; i < lp_exam_get_n_questions (exam); i++)
    add_answer (result, grade_one (lp_exam_get_question (exam, i), lp_exam_get_file (exam, i)));
  g_array_sort (result->domains, compare_domains);
  return result;
}

void
lp_exam_result_free (LpExamResult *result)
{
  g_array_unref (result->answers);
  g_array_unref (result->domains);
  g_free (result);
}
