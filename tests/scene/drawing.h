/* What the tests of drawings share: documents as text, goldens as files. */
#pragma once

#include "designs.h"
#include "io/native.h"
#include "model/finding.h"
#include "scene/scene.h"

/* The design of tests/scene/designs/NAME.loadpath. */
LpDesign *test_design_file (const char *name);
LpReview *test_review (LpFinding *first, ...) G_GNUC_NULL_TERMINATED;
/* A finding about the components of `related`, which ends with NULL; the first is its own. */
LpFinding *test_finding (const char *rule, LpSeverity severity, LpOutcome outcome, const char *const *related);

/* Compares with the file of that name under tests; LOADPATH_UPDATE_GOLDENS=1 in the environment
 * writes it instead. */
void test_golden (const char *name, const char *text, gsize size);
