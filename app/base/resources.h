/* The files of data/ and resources/glyphs, compiled into the program: "catalogue/compute.json",
 * "rules/high-availability/HA-012.json", "scenarios/...", "samples/...", "facts/sla.json", "notes/...", "glyphs/alb.svg". */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The bytes of one file, without a copy. G_RESOURCE_ERROR_NOT_FOUND. Free with g_bytes_unref(). */
GBytes *lp_resources_load (const char *path, GError **error);
/* The files under `folder` at any depth, sorted, as paths for lp_resources_load(); empty where there is no
 * such folder. Free with g_strfreev(). */
GStrv lp_resources_list (const char *folder);

G_END_DECLS
