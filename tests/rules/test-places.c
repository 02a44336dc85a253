/* The names that people give to zones and regions. */

#include "rules/place-name.h"
#include "rules/places.h"

static void
test_zones (void)
{
  static const struct
  {
    const char *text;
    gboolean is_id;
    const char *name;
  } cases[] = {
    { "ap-northeast-2a", FALSE, "a" },
    { "Zone A (ap-northeast-2c)", FALSE, "c" },
    { "us-gov-west-1b", FALSE, "b" },
    { "Availability Zone A", FALSE, "a" },
    { "Availability Zone 1", FALSE, "1" },
    { "AZ-a", FALSE, "a" },
    { "AZ 2a", FALSE, "a" },
    { "2c", FALSE, "c" },
    { "apne2-az1", FALSE, "az1" },
    { "가용 영역 B", FALSE, "b" },
    { "AZ a (primary)", FALSE, "a" },
    { "az-a", TRUE, "a" },
    { "az-a-web", TRUE, "az-a-web" },
    { "Data hall", FALSE, "data hall" },
    { "Availability Zone", FALSE, NULL },
    { "AZ", FALSE, NULL },
    { "가용 영역", FALSE, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = lp_zone_name (cases[i].text, cases[i].is_id);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_regions (void)
{
  static const struct
  {
    const char *text, *name;
  } cases[] = {
    { "ap-northeast-2", "ap-northeast-2" },
    { "Seoul", "ap-northeast-2" },
    { "서울 리전", "ap-northeast-2" },
    { "Asia Pacific (Tokyo)", "ap-northeast-1" },
    { "Primary: us-east-1 (N. Virginia)", "us-east-1" },
    { "us-gov-west-1", "us-gov-west-1" },
    { "us-east-12", "us-east-12" },
    { "Region A", "region a" },
    { "Comparison", "comparison" },
    { "Region", NULL },
    { "AWS Region", NULL },
    { "리전", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = lp_region_name (cases[i].text);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/places/zones", test_zones);
  g_test_add_func ("/rules/places/regions", test_regions);
  return g_test_run ();
}
