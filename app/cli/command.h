/* A subcommand: one file with one static descriptor, listed in commands.c. */
#pragma once

#include <glib.h>
#include <glib/gi18n.h>

#include "base/diagnostic.h"

G_BEGIN_DECLS

enum
{
  LP_EXIT_OK = 0,       /* nothing at or above the threshold */
  LP_EXIT_FINDINGS = 1, /* findings; for eval: the expression failed */
  LP_EXIT_USAGE = 2,    /* wrong usage */
  LP_EXIT_INPUT = 3,    /* input that cannot be read, or output that cannot be written */
};

typedef struct
{
  const char *name;
  const char *arguments; /* "FILE... [--format text|json|sarif]", for the usage line */
  const char *summary;   /* N_(): one line */
  /* argv[0] is the name of the subcommand. Gives the exit status. */
  int (*run) (int argc, char **argv);
} LpCommand;

extern const LpCommand lp_command_check;
extern const LpCommand lp_command_eval;
extern const LpCommand lp_command_explain;
extern const LpCommand lp_command_export;
extern const LpCommand lp_command_facts;
extern const LpCommand lp_command_fmt;
extern const LpCommand lp_command_grade;
extern const LpCommand lp_command_import;
extern const LpCommand lp_command_kinds;
extern const LpCommand lp_command_layout;
extern const LpCommand lp_command_new;
extern const LpCommand lp_command_reference;
extern const LpCommand lp_command_rules;
extern const LpCommand lp_command_scenarios;
extern const LpCommand lp_command_test_rules;
extern const LpCommand lp_command_test_scenarios;
extern const LpCommand lp_command_thumbnail;

/* Parses the options of `entries` out of argv (with --help, made from the descriptor). TRUE: go on, argc and
 * argv hold what is left. FALSE: *status is to be returned at once. */
gboolean lp_command_parse (const LpCommand *command, const GOptionEntry *entries, int *argc, char ***argv,
                           int *status);
/* "loadpath NAME: MESSAGE" and where help is, on standard error; gives LP_EXIT_USAGE. */
int lp_command_usage_error (const LpCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The error as "FILE:LINE:COLUMN: error: MESSAGE" on standard error; gives LP_EXIT_INPUT. */
int lp_command_input_error (const char *file, const GError *error);
/* Writes the bytes to the file, atomically, or to standard output where `path` is NULL or "-". */
gboolean lp_command_write (const char *path, GBytes *bytes, GError **error);
/* The same with a text, which it takes over, as the end of a command: gives `status` where it was written, or
 * complains and gives LP_EXIT_INPUT. */
int lp_command_finish (const char *path, GString *text, int status);

/* FALSE where writing `output` (NULL or "-": standard output) would put it in the place of one of the `n` inputs;
 * the complaint is made then, and *status is to be returned. */
gboolean lp_command_may_write (const LpCommand *command, const char *output, char *const *inputs, guint n,
                               int *status);

G_END_DECLS
