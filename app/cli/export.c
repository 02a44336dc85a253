#include "cli/export.h"

#include "cli/beside.h"
#include "cli/rule-sets.h"
#include "io/native.h"
#include "learning/answer.h"
#include "render/svg.h"
#include "rules/review.h"

#include <stdio.h>
#include <string.h>

LpPictureWriter lp_command_export_pictures = NULL;

static char *output, *theme_name, *language, *config, **rule_folders;
static double scale;
static int page;
static gboolean annotate, plain;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The picture to write: .svg, .png or .pdf"),
    N_("OUT") },
  { "annotate", 0, 0, G_OPTION_ARG_NONE, &annotate,
    N_("With what the review found, title and legend (the default)"), NULL },
  { "plain", 0, 0, G_OPTION_ARG_NONE, &plain, N_("The drawing alone"), NULL },
  LP_OPTION_RULES (rule_folders),
  LP_OPTION_CONFIG (config),
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_name,
    N_("light (the default), dark, or, in an SVG, auto: as the viewer prefers"), N_("THEME") },
  { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &scale, N_("Pixels of a PNG per unit; 1"), N_("N") },
  { "page", 0, 0, G_OPTION_ARG_INT, &page, N_("Which page of a file with several, from 1"), N_("N") },
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

static const char *
format_of (const char *path)
{
  static const char *const formats[] = { "svg", "png", "pdf" };
  const char *dot = strrchr (path, '.');
  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (dot + 1, formats[i]) == 0)
      return formats[i];
  return NULL;
}

static gboolean
parse_theme (LpExportOptions *options)
{
  if (theme_name == NULL || g_str_equal (theme_name, "light"))
    return TRUE;
  options->auto_theme = g_str_equal (theme_name, "auto");
  if (g_str_equal (theme_name, "dark"))
    options->theme = LP_THEME_DARK;
  return options->auto_theme || options->theme == LP_THEME_DARK;
}

/* What is wrong with the options as an exit status, or LP_EXIT_OK. */
static int
check_usage (int argc, char *file, LpExportOptions *options)
{
  const LpCommand *self = &lp_command_export;
  int status = LP_EXIT_OK;
  if (argc != 2)
    return lp_command_usage_error (self, argc < 2 ? _("name the file to draw") : _("one file at a time"));
  if (output == NULL)
    return lp_command_usage_error (self, _("name the picture to write: -o OUT.svg, OUT.png or OUT.pdf"));
  options->format = format_of (output);
  if (options->format == NULL)
    return lp_command_usage_error (self, _("%s: no known ending; use .svg, .png or .pdf"), output);
  if (!parse_theme (options))
    return lp_command_usage_error (self, _("--theme %s: use light, dark or auto"), theme_name);
  if (options->auto_theme && !g_str_equal (options->format, "svg"))
    return lp_command_usage_error (self, _("--theme auto is for SVG; use light or dark"));
  if (annotate && plain)
    return lp_command_usage_error (self, _("--annotate or --plain, not both"));
  if (!(scale > 0 && scale <= 64))
    return lp_command_usage_error (self, _("--scale takes a number above 0, up to 64"));
  if (page < 0)
    return lp_command_usage_error (self, _("--page counts from 1"));
  options->scale = scale;
  if (!lp_command_may_write (self, output, &file, 1, &status))
    return status;
  lp_command_take_language (self, language, &status);
  return status;
}

static const LpImportPart *
choose_page (const LpImport *import, const char *file, GError **error)
{
  guint n = import->parts->len;
  if (page == 0 && n > 1)
    fprintf (stderr, _("%s: the first of %u pages; --page takes another\n"), file, n);
  if ((guint) MAX (page, 1) <= n)
    return g_ptr_array_index (import->parts, MAX (page, 1) - 1);
  lp_read_error_set (error, LP_READ_ERROR_REFERENCE, file, (LpPosition){ 0, 0 }, NULL,
                     _("there is no page %d; the file has %u"), page, n);
  return NULL;
}

static GBytes *
draw (LpDesign *design, const LpRuleSet *set, LpExportOptions *options, GError **error)
{
  const LpReviewOptions reviewing = { .configuration = set->configuration };
  LpSceneOptions parts = { .annotate = !plain, .numbers = TRUE, .legend = !plain, .title = !plain };
  g_autoptr (LpReview) review = plain ? NULL : lp_review_run (set->pack, design, &reviewing);
  g_autoptr (LpScene) scene = lp_scene_new (design, lp_catalogue_get_default (), review, parts);
  g_autoptr (GBytes) source = lp_native_write (design);
  options->source = source;
  return g_str_equal (options->format, "svg") ? lp_svg_write (scene, options)
                                              : lp_command_export_pictures (scene, options, error);
}

static int
export_file (const char *file, LpExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  int status = LP_EXIT_OK;
  g_autoptr (LpRuleSets) sets = lp_rule_sets_new (rule_folders, config, "none", &status);
  const LpRuleSet *set = lp_rule_sets_get (sets, file);
  g_autoptr (LpImport) import = lp_import_file (file, lp_catalogue_get_default (), &error);
  const LpImportPart *part = import != NULL ? choose_page (import, file, &error) : NULL;
  if (part == NULL)
    return lp_command_input_error (file, error);
  g_autoptr (LpDesign) drawing = lp_answer_get_drawing (part->design);
  if (drawing == NULL)
    return lp_command_usage_error (&lp_command_export,
                                   _("%s: nothing is chosen yet, and what is drawn is the design that is chosen"), file);
  g_autoptr (GBytes) picture = draw (drawing, set, options, &error);
  if (picture == NULL || !lp_command_write (output, picture, &error))
    return lp_command_input_error (output, error);
  return status;
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  LpExportOptions options = { 0 };
  g_auto (GStrv) words = g_strdupv (argv);
  output = theme_name = language = config = NULL;
  rule_folders = NULL;
  scale = 1;
  page = 0;
  annotate = plain = FALSE;
  if (!lp_command_parse (&lp_command_export, entries, &argc, &argv, &status))
    return status;
  status = check_usage (argc, argv[1], &options);
  if (status != LP_EXIT_OK)
    return status;
  if (!g_str_equal (options.format, "svg") && lp_command_export_pictures == NULL)
    return lp_run_beside ("loadpath-paint", ".", words);
  return export_file (argv[1], &options);
}

const LpCommand lp_command_export = {
  .name = "export",
  .arguments = "FILE -o OUT.{svg,png,pdf} [--annotate|--plain] [--theme light|dark|auto] [--scale N] [--page "
               "N] [--config FILE] [--lang en|ko]",
  .summary = N_("Draw a document as SVG, PNG or PDF"),
  .run = run,
};
