/* A person's own scenarios: files in the user's data directory, each with all of it in it, to be sent to others. */
#pragma once

#include "learning/scenario.h"

G_BEGIN_DECLS

/* $XDG_DATA_HOME/loadpath/scenarios. Free with g_free(). */
char *lp_own_scenarios_dup_folder (void);

/* Reads the folder (NULL: that above) again: files that end in .json, by name. What cannot be read, or has the id of another,
 * goes to `errors` (of GError, nullable), and the rest is there. Thread-safe. */
void lp_own_scenarios_reload (const char *folder, GPtrArray *errors);
/* Those that were read last, by id; read at the first call. Free the array with g_ptr_array_unref(); the scenarios stay as
 * long as the program runs. */
GPtrArray *lp_own_scenarios_list (void);

/* Puts a scenario file that came from elsewhere into the folder (NULL: that above), under its id, and gives the scenario.
 * Refuses: what lp_scenario_read() refuses; G_IO_ERROR_EXISTS where a built-in one has that id, or another own one that is
 * not the same; G_IO_ERROR where it cannot be written. */
const LpScenario *lp_own_scenarios_add (const char *folder, GBytes *bytes, const char *file, GError **error);

/* What is in the file of the own scenario with that id, to be sent or kept elsewhere. Refuses: G_IO_ERROR_NOT_FOUND where there
 * is none, else what reading gives. Free with g_bytes_unref(). */
GBytes *lp_own_scenarios_load (const char *folder, const char *id, GError **error);
/* Takes that file away, and gives what was in it: lp_own_scenarios_add() puts it back. Who holds the scenario may go on
 * using it. Refuses, and leaves everything as it was: as above; G_IO_ERROR where it cannot be removed. */
GBytes *lp_own_scenarios_remove (const char *folder, const char *id, GError **error);

/* Whether the bytes are a scenario rather than a document: cheap, and only a guess. */
gboolean lp_scenario_looks_like_one (GBytes *bytes);

G_END_DECLS
