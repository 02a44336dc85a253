#include "cli/beside.h"
#include "cli/command.h"
#include "cli/export.h"
#include "io/format.h"

#define MOST_PIXELS 2048
/* A drawing of one component is not blown up. */
#define MOST_SCALE 2.0

static int size;

static const GOptionEntry entries[] = {
  { "size", 's', 0, G_OPTION_ARG_INT, &size, N_("Pixels of the longer side; 256"), N_("SIZE") },
  { NULL },
};

static GBytes *
draw (LpDesign *design, GError **error)
{
  g_autoptr (LpScene) scene = lp_scene_new (design, lp_catalogue_get_default (), NULL, (LpSceneOptions){ 0 });
  LpRect bounds = lp_scene_get_bounds (scene);
  /* A hair less, so that rounding up does not make it a pixel more. */
  double scale = (size - 1e-6) / MAX (bounds.w, bounds.h);
  LpExportOptions options = { .format = "png", .theme = LP_THEME_LIGHT, .scale = MIN (scale, MOST_SCALE) };
  return lp_command_export_pictures (scene, &options, error);
}

static int
write_thumbnail (const char *file, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImport) import = lp_import_file (file, lp_catalogue_get_default (), &error);
  if (import == NULL)
    return lp_command_input_error (file, error);
  g_autoptr (GBytes) picture = draw (((LpImportPart *) import->parts->pdata[0])->design, &error);
  if (picture == NULL || !lp_command_write (output, picture, &error))
    return lp_command_input_error (output, error);
  return LP_EXIT_OK;
}

static int
run (int argc, char **argv)
{
  const LpCommand *self = &lp_command_thumbnail;
  int status = LP_EXIT_OK;
  g_auto (GStrv) words = g_strdupv (argv);
  size = 256;
  if (!lp_command_parse (self, entries, &argc, &argv, &status))
    return status;
  if (argc != 3)
    return lp_command_usage_error (self, _("name the file to draw, and the picture to write"));
  if (size < 1 || size > MOST_PIXELS)
    return lp_command_usage_error (self, _("--size takes a number of pixels from 1 to %d"), MOST_PIXELS);
  if (!lp_command_may_write (self, argv[2], &argv[1], 1, &status))
    return status;
  if (lp_command_export_pictures == NULL)
    return lp_run_beside ("loadpath-paint", ".", words);
  return write_thumbnail (argv[1], argv[2]);
}

const LpCommand lp_command_thumbnail = {
  .name = "thumbnail",
  .arguments = "[-s SIZE] FILE OUT.png",
  .summary = N_("Draw a small PNG of a document, for file managers"),
  .run = run,
};
