#include <stdio.h>
#include <string.h>

#include "cli/options.h"
#include "io/native.h"

static char *output, *page, *language;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The document to write; - for standard output"),
    N_("OUT") },
  { "page", 0, 0, G_OPTION_ARG_STRING, &page, N_("The page to read (from 1), or all of them"),
    N_("N|all") },
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

/* OUT.loadpath, or OUT-1.loadpath, OUT-2.loadpath where there are several to write. */
static char *
output_name (guint number, gboolean several)
{
  if (!several || g_str_equal (output, "-"))
    return g_strdup (output);
  gboolean has_suffix = g_str_has_suffix (output, ".loadpath");
  g_autofree char *stem = g_strndup (output, strlen (output) - (has_suffix ? strlen (".loadpath") : 0));
  return g_strdup_printf ("%s-%u%s", stem, number, has_suffix ? ".loadpath" : "");
}

/* The format that a file of this name would be taken for; NULL where that is a document's, or none. */
static const LpFormat *
foreign_format (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  for (const LpFormat *const *format = lp_formats; *format != NULL; format++)
    for (guint i = 0; *format != &lp_format_native && (*format)->suffixes[i] != NULL; i++)
      if (g_str_has_suffix (lower, (*format)->suffixes[i]))
        return *format;
  return NULL;
}

static int
write_part (char *const *inputs, const char *file, const LpImportPart *part, guint number, gboolean several)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = output_name (number, several);
  g_autoptr (GBytes) bytes = lp_native_write (part->design);
  int status = LP_EXIT_OK;

  if (!lp_command_may_write (&lp_command_import, name, inputs, g_strv_length ((GStrv) inputs), &status))
    return status;

  for (guint i = 0; i < part->notes->len; i++)
    {
      const LpImportNote *note = g_ptr_array_index (part->notes, i);
      fprintf (stderr, "%s: %s: %s: %s\n", file, note->place, _("note"), note->message);
    }
  return lp_command_write (name, bytes, &error) ? LP_EXIT_OK : lp_command_input_error (name, error);
}

typedef struct
{
  guint first, n; /* pages, from 1; n 0: all */
} LpPages;

static gboolean
parse_pages (LpPages *pages)
{
  guint64 number;

  *pages = (LpPages){ 1, 1 };
  if (page != NULL && g_str_equal (page, "all"))
    pages->n = 0;
  else if (page != NULL)
    {
      if (!g_ascii_string_to_unsigned (page, 10, 1, G_MAXUINT, &number, NULL))
        return FALSE;
      pages->first = number;
    }
  return TRUE;
}

static int
import_file (char *const *inputs, const char *file, LpPages pages, guint *n_written, gboolean several)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImport) import = lp_import_file (file, lp_catalogue_get_default (), &error);
  int status = LP_EXIT_OK;

  if (import == NULL)
    return lp_command_input_error (file, error);
  guint n_pages = import->parts->len;
  if (pages.first > n_pages)
    {
      g_set_error (&error, LP_READ_ERROR, LP_READ_ERROR_VALUE,
                   g_dngettext (NULL, "there is no page %u: the file has %u page",
                                "there is no page %u: the file has %u pages", n_pages),
                   pages.first, n_pages);
      return lp_command_input_error (file, error);
    }
  if (page == NULL && n_pages > 1)
    fprintf (stderr,
             _("%s: note: the file has %u pages, the first is read; choose with --page N or --page all\n"),
             file, n_pages);
  guint n = pages.n == 0 ? n_pages : pages.n;
  for (guint i = 0; i < n && status == LP_EXIT_OK; i++)
    status = write_part (inputs, file, g_ptr_array_index (import->parts, pages.first - 1 + i), ++*n_written,
                         several || n > 1);
  return status;
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  guint n_written = 0;
  LpPages pages;

  output = page = language = NULL;
  if (!lp_command_parse (&lp_command_import, entries, &argc, &argv, &status)
      || !lp_command_take_language (&lp_command_import, language, &status))
    return status;
  if (argc < 2)
    return lp_command_usage_error (&lp_command_import, _("name the files to import"));
  if (output == NULL)
    return lp_command_usage_error (&lp_command_import, _("name the document to write with -o"));
  if (foreign_format (output) != NULL)
    return lp_command_usage_error (&lp_command_import,
                                   _("%s: this writes a Loadpath document; write -o OUT.loadpath"), output);
  if (!lp_command_may_write (&lp_command_import, output, argv + 1, argc - 1, &status))
    return status;
  if (!parse_pages (&pages))
    return lp_command_usage_error (&lp_command_import, _("--page is a number from 1 or all, not “%s”"),
                                   page);
  for (int i = 1; i < argc; i++)
    {
      int one = import_file (argv + 1, argv[i], pages, &n_written, argc > 2);
      status = MAX (status, one);
    }
  return status;
}

const LpCommand lp_command_import = {
  .name = "import",
  .arguments = "FILE... -o OUT.loadpath [--page N|all] [--lang en|ko]",
  .summary = N_("Read draw.io diagrams and write them as documents"),
  .run = run,
};
