#include "ui/window/file-error.h"

#include <glib/gi18n.h>

#include "base/diagnostic.h"

char *
lp_file_error_describe (const GError *error, const char *name)
{
  switch (error->domain == G_IO_ERROR ? error->code : -1)
    {
    case G_IO_ERROR_NOT_FOUND:
      return g_strdup_printf (_("“%s” is not there. It may have been moved, renamed or deleted: open it from where "
                                 "it is now."),
                              name);
    case G_IO_ERROR_PERMISSION_DENIED:
      return g_strdup_printf (_("You have no permission for “%s”. Choose another folder, or ask its owner."), name);
    case G_IO_ERROR_READ_ONLY:
      return g_strdup_printf (_("“%s” is in a place that can only be read. Choose another folder."), name);
    case G_IO_ERROR_NO_SPACE:
      return g_strdup_printf (_("There is no room left for “%s”. Free some space, or choose another disk."), name);
    case G_IO_ERROR_IS_DIRECTORY:
    case G_IO_ERROR_NOT_REGULAR_FILE:
      return g_strdup_printf (_("“%s” is a folder or a device. Choose a file."), name);
    default:
      return lp_error_format (error, name);
    }
}
