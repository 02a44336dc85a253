/* When scenarios come back, with exact days. */
#include "learning/schedule.h"

#define TODAY 739000 /* any day */

static void
assert_repetition (LpRepetition repetition, guint step, LpDay due)
{
  g_assert_cmpuint (repetition.step, ==, step);
  g_assert_cmpuint (repetition.due, ==, due);
}

static void
test_days (void)
{
  static const char *const wrong[] = { "",           "2026-11-3",  "2026-13-01", "2026-02-29", "2026-00-10", "0000-01-01",
                                       "2026-11-233", "2026/11/23", "x026-11-23", "+026-11-23", "2026-11-00" };
  g_autofree char *text = lp_day_format (lp_day_parse ("2026-11-23"));

  g_assert_cmpstr (text, ==, "2026-11-23");
  g_assert_cmpuint (lp_day_parse ("0001-01-01"), ==, 1);
  g_assert_cmpuint (lp_day_parse ("2028-03-01") - lp_day_parse ("2028-02-28"), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpuint (lp_day_parse (wrong[i]), ==, 0);
  g_assert_cmpuint (lp_day_today (), >, lp_day_parse ("2026-01-01"));
}

/* A mistake, and then passed on each of its days: 1, 3, 7, 16, 35 days apart, and done. */
static void
test_climb (void)
{
  static const guint intervals[] = { 1, 3, 7, 16, 35 };
  LpDay day = TODAY;
  LpRepetition repetition = lp_schedule_after ((LpRepetition){ 0, 0 }, LP_ANSWER_MISSED, day);

  for (guint step = 0; step < LP_SCHEDULE_N_STEPS; step++)
    {
      assert_repetition (repetition, step, day + intervals[step]);
      g_assert_false (lp_schedule_is_due (repetition, repetition.due - 1));
      g_assert_true (lp_schedule_is_due (repetition, repetition.due));
      day = repetition.due;
      repetition = lp_schedule_after (repetition, LP_ANSWER_PASSED, day);
    }
  assert_repetition (repetition, 0, 0);
  g_assert_cmpuint (day - TODAY, ==, 62);
}

static void
test_falls_back (void)
{
  LpRepetition high = { 4, TODAY };
  assert_repetition (lp_schedule_after (high, LP_ANSWER_MISSED, TODAY), 0, TODAY + 1);
  assert_repetition (lp_schedule_after ((LpRepetition){ 3, TODAY + 9 }, LP_ANSWER_MISSED, TODAY), 0, TODAY + 1);
}

static void
test_helped (void)
{
  assert_repetition (lp_schedule_after ((LpRepetition){ 0, 0 }, LP_ANSWER_HELPED, TODAY), 0, TODAY + 1);
  assert_repetition (lp_schedule_after ((LpRepetition){ 2, TODAY - 5 }, LP_ANSWER_HELPED, TODAY), 2, TODAY + 7);
  assert_repetition (lp_schedule_after ((LpRepetition){ 2, TODAY + 1 }, LP_ANSWER_HELPED, TODAY), 2, TODAY + 1);
}

/* Passed at once it does not come back; passed too early its day stays; passed late it goes on from today. */
static void
test_passed (void)
{
  assert_repetition (lp_schedule_after ((LpRepetition){ 0, 0 }, LP_ANSWER_PASSED, TODAY), 0, 0);
  assert_repetition (lp_schedule_after ((LpRepetition){ 1, TODAY + 1 }, LP_ANSWER_PASSED, TODAY), 1, TODAY + 1);
  assert_repetition (lp_schedule_after ((LpRepetition){ 1, TODAY - 40 }, LP_ANSWER_PASSED, TODAY), 2, TODAY + 7);
}

static void
test_wrong_clock (void)
{
  g_assert_false (lp_schedule_is_due ((LpRepetition){ 4, TODAY + 35 }, TODAY));
  g_assert_true (lp_schedule_is_due ((LpRepetition){ 4, TODAY + 36 }, TODAY));
  g_assert_false (lp_schedule_is_due ((LpRepetition){ 0, 0 }, TODAY));
}

static void
test_order (void)
{
  static const LpScheduled some[] = { { "web", { 0, TODAY + 2 } }, { "dms", { 1, TODAY } }, { "asg", { 3, TODAY + 2 } },
                                      { "vpn", { 0, TODAY - 3 } } };
  g_autoptr (GArray) scheduled = g_array_new (FALSE, FALSE, sizeof (LpScheduled));
  g_autoptr (GString) ids = g_string_new (NULL);

  g_array_append_vals (scheduled, some, G_N_ELEMENTS (some));
  lp_schedule_sort (scheduled);
  for (guint i = 0; i < scheduled->len; i++)
    g_string_append_printf (ids, "%s ", g_array_index (scheduled, LpScheduled, i).id);
  g_assert_cmpstr (ids->str, ==, "vpn dms asg web ");
  g_assert_cmpuint (lp_schedule_count_due (scheduled, TODAY), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/days", test_days);
  g_test_add_func ("/schedule/climb", test_climb);
  g_test_add_func ("/schedule/falls-back", test_falls_back);
  g_test_add_func ("/schedule/helped", test_helped);
  g_test_add_func ("/schedule/passed", test_passed);
  g_test_add_func ("/schedule/wrong-clock", test_wrong_clock);
  g_test_add_func ("/schedule/order", test_order);
  return g_test_run ();
}
