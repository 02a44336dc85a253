/* What the files of scenarios share. */
#pragma once

/* The members of a document that say with which scenario it was begun, and what was answered. */
#define LP_SCENARIO_KEY "scenario"
#define LP_ANSWER_KEY "answer"
/* The topic of those that are made in the window. */
#define LP_SCENARIO_OWN_TOPIC "own"
