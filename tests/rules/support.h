/* What the tests of the rules share. */
#pragma once

#include "designs.h"
#include "io/native.h"
#include "rules/review.h"

/* A document of these components and connections, each a JSON list's content, and these requirements. */
static inline LpDesign *
lp_test_design (const char *requirements, const char *components, const char *connections, const char *waivers)
{
  g_autofree char *text = g_strdup_printf (
      "{\"loadpath\": 1, \"requirements\": {%s}, \"components\": [%s], \"connections\": [%s], \"comments\": [], "
      "\"waivers\": [%s]}",
      requirements, components, connections, waivers);
  return test_design (text);
}
