/* What typed letters name. */
#include "base/match.h"

static void
check (const char *needle, const char *text, LpMatch match)
{
  g_autofree char *n = lp_match_fold (needle);
  g_autofree char *t = lp_match_fold (text);

  if (lp_match (n, t) != match)
    g_error ("“%s” in “%s”: %d, not %d", needle, text, lp_match (n, t), match);
}

static void
test_fold (void)
{
  g_autofree char *plain = lp_match_fold ("  EC2-Instance (t3.micro) ");
  g_assert_cmpstr (plain, ==, "ec2 instance t3 micro");
  g_autofree char *korean = lp_match_fold ("서브넷-1");
  g_autofree char *half = lp_match_fold ("서브네");
  g_assert_true (g_str_has_prefix (korean, half));
  g_autofree char *nothing = lp_match_fold (" - ");
  g_assert_cmpstr (nothing, ==, "");
  g_autofree char *broken = lp_match_fold ("a\xff" "b");
  g_assert_true (g_utf8_validate (broken, -1, NULL));
}

static void
test_inside (void)
{
  check ("", "Anything", LP_MATCH_START);
  check ("nlb", "NLB", LP_MATCH_WHOLE);
  check ("network", "Network Load Balancer", LP_MATCH_START);
  check ("load bal", "Network Load Balancer", LP_MATCH_WORD_START);
  check ("work", "Network Load Balancer", LP_MATCH_INSIDE);
  /* The better of two places counts. */
  check ("bat", "acrobat bat", LP_MATCH_WORD_START);
  check ("10.0.1", "10.0.1.0/24", LP_MATCH_START);
}

static void
test_loose (void)
{
  check ("nlb", "Network Load Balancer", LP_MATCH_INITIALS);
  check ("netbal", "Network Load Balancer", LP_MATCH_INITIALS);
  check ("ec2in", "EC2 instance", LP_MATCH_INITIALS);
  check ("blb", "Network Load Balancer", LP_MATCH_NONE);
  check ("group scaling", "Auto Scaling group", LP_MATCH_WORDS);
  check ("lmbda", "Lambda function", LP_MATCH_LETTERS);
  check ("lf", "Lambda function", LP_MATCH_INITIALS);
  check ("ln", "Lambda function", LP_MATCH_NONE);
  check ("lno", "Lambda in some other place", LP_MATCH_NONE);
  check ("xyz", "Lambda function", LP_MATCH_NONE);
}

static void
test_korean (void)
{
  check ("서브넷", "서브넷", LP_MATCH_WHOLE);
  check ("ㅅㅂㄴ", "프라이빗 서브넷", LP_MATCH_INITIALS);
  check ("ㅇㅈ ㅂㄹ", "인증 방법", LP_MATCH_NONE);
  check ("게이트", "인터넷 게이트웨이", LP_MATCH_WORD_START);
  check ("게이ㅌ", "인터넷 게이트웨이", LP_MATCH_WORD_START);
}

static void
test_long (void)
{
  g_autofree char *needle = g_strnfill (5000, 'a');
  g_autofree char *text = g_strconcat (needle, "b", NULL);

  check (needle, text, LP_MATCH_START);
  check (needle, "a a a a a a a a", LP_MATCH_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/fold", test_fold);
  g_test_add_func ("/match/inside", test_inside);
  g_test_add_func ("/match/loose", test_loose);
  g_test_add_func ("/match/korean", test_korean);
  g_test_add_func ("/match/long", test_long);
  return g_test_run ();
}
