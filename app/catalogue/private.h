/* The inside of a catalogue, for the files of this folder. */
#pragma once

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

struct _LpCatalogue
{
  GArray *groups;      /* of LpKindGroup, by rank */
  GArray *kinds;       /* of LpKind, by group, then in the order of the files */
  GArray *connections; /* of LpConnectionKind */
  GArray *usual;       /* of LpUsualConnection, the first that fits counts */
  GArray *layers;      /* of LpLayer */
  GArray *kind_hints; /* of LpKindHint */
  GArray *other_ids;  /* of LpOtherId */
  GHashTable *group_index, *kind_index, *connection_index; /* id to the record; ids borrowed */
  GHashTable *foreign; /* "drawio aws4:ec2" to LpKind */
  GStringChunk *strings;
  GPtrArray *blocks;   /* everything else that the records point to */
};

/* An empty catalogue to be read into. */
LpCatalogue *lp_catalogue_new (void);
/* A copy that lives as long as the catalogue. NULL stays NULL. */
const char *lp_catalogue_keep (LpCatalogue *catalogue, const char *string);
const char *const *lp_catalogue_keep_all (LpCatalogue *catalogue, const char *const *strings);

/* The word at `key` as its number in the NULL-terminated list. */
gboolean lp_catalogue_read_word (JsonObject *object, const LpJsonPlace *place, const char *key,
                                 const char *const *words, gboolean required, int *number, GError **error);
/* One property of a kind, or one that several share. Fills in `property`, whose text the caller clears. */
gboolean lp_catalogue_read_property (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place,
                                     LpPropertyKind *property, GError **error);

/* usual.c: one entry of the list "usual", and what can only be known of it when all has been read. */
gboolean lp_catalogue_read_usual (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, GError **error);
gboolean lp_catalogue_check_usual (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, GError **error);

/* kind-hints.c: one entry of the list "hints", and whether the kinds that it names are there. */
gboolean lp_catalogue_read_kind_hint (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place,
                                       GError **error);
gboolean lp_catalogue_check_kind_hint (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place,
                                        GError **error);

/* other-ids.c: one entry of the list "also", and whether its kind is there, to be found by it from then on. */
gboolean lp_catalogue_read_other_id (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place,
                                     GError **error);
gboolean lp_catalogue_check_other_id (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place,
                                      GError **error);

/* other-names.c: one entry of the list "also_properties", which is only looked at when all has been read. */
gboolean lp_catalogue_check_other_name (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place,
                                        GError **error);

/* layers.c: one entry of the list "layers"; what can only be known when all has been read; and who belongs to which. */
gboolean lp_catalogue_read_layer (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, GError **error);
gboolean lp_catalogue_check_layer (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, GError **error);
void lp_catalogue_assign_layers (LpCatalogue *catalogue);

void lp_property_kind_clear (LpPropertyKind *property);

/* A catalogue file while it is read. */
typedef struct
{
  LpJsonText *text;
  JsonObject *root;
} LpCatalogueFile;

/* Reads all files into the empty catalogue. */
gboolean lp_catalogue_read_files (LpCatalogue *catalogue, GArray *files, GError **error);
/* What can only be known when all has been read: names that must name something. */
gboolean lp_catalogue_resolve (LpCatalogue *catalogue, GArray *files, GError **error);

G_END_DECLS
