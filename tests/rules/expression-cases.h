/* Expressions over a small design, and what they must give. */
#pragma once

#include "rules/survey.h"

/* The component of that id. */
#define C(id) "components.filter(c, c.id == '" id "')[0]"

typedef struct
{
  const char *expression;
  const char *value; /* as test_evaluate() tells it */
} TestCase;

/* The value as JSON; "!" and the message of an error; or "?" and what is not known, each as "element.property" or
 * "requirements.field" with a space between. Free with g_free(). */
char *test_evaluate (LpSurvey *survey, const char *source);
/* Asserts each case over the design. */
void test_cases_hold (LpDesign *design, const TestCase *cases, gsize n);
