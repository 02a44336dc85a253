/* What kinds of component and connection exist: read from data/catalogue, immutable, shared by threads. */
#pragma once

#include "base/quantity.h"
#include "base/text.h"

G_BEGIN_DECLS

typedef enum
{
  LP_SCOPE_NONE,        /* not a place-bound thing: users, a note */
  LP_SCOPE_GLOBAL,
  LP_SCOPE_REGIONAL,
  LP_SCOPE_ZONAL,
  LP_SCOPE_ON_PREMISES,
} LpScope;

typedef enum
{
  LP_PROPERTY_BOOLEAN,
  LP_PROPERTY_CHOICE,   /* one of `choices` */
  LP_PROPERTY_TEXT,
  LP_PROPERTY_INTEGER,
  LP_PROPERTY_NUMBER,
  LP_PROPERTY_QUANTITY, /* a string with its unit behind it, or a number in `unit` */
  LP_PROPERTY_LIST,     /* of texts; one text is a list of one */
} LpPropertyType;

typedef struct
{
  const char *value;
  const char *const *also; /* other words for the same, NULL-terminated: RDS says "postgres" */
  LpText label;
} LpChoice;

typedef struct
{
  const char *name;        /* lower case, underscores */
  const char *const *also; /* other names that a file may give it, NULL-terminated; NULL: none */
  LpPropertyType type;
  LpUnit unit;             /* for LP_PROPERTY_QUANTITY */
  LpChoice *choices;       /* for LP_PROPERTY_CHOICE */
  guint n_choices;
  gboolean is_hidden;      /* not for people to write: the inspector leaves it out */
  JsonNode *unset;         /* the service's own default that holds where the property is not set; NULL: unknown */
  LpText label;
  LpText help;             /* one sentence */
} LpPropertyKind;

/* Kinds and kinds of connection that belong to no layer of concern. */
#define LP_NO_LAYER G_MAXUINT
#define LP_MAX_LAYERS 32

typedef enum
{
  LP_STATUS_CURRENT,
  LP_STATUS_CLOSED,        /* closed to new customers */
  LP_STATUS_ENDED,
} LpStatus;

/* How a container's frame is drawn. Colours are names of scene/palette.h. */
typedef struct
{
  const char *colour;
  const char *fill;            /* or NULL: none */
  double width;
  double dash[4];              /* all 0: solid */
  gboolean centred;            /* the name stands in the middle, without a tag */
} LpFrame;

typedef struct
{
  const char *id;
  LpText name;                 /* "Application Load Balancer" */
  LpText short_name;           /* under a tile: "ALB"; the name where there is no shorter one */
  const char *group;           /* id of an LpKindGroup */
  const char *glyph;           /* name of a file under resources/glyphs, without its ending */
  const char *const *roles;    /* "compute", "store", "entry", "network", "container", "tool" ...; NULL-terminated */
  gboolean is_container;       /* has the role "container": drawn as a frame that others stand in */
  gboolean is_hidden;          /* has the role "hidden": not for the palette, as "requirements" */
  LpFrame frame;               /* for a container */
  LpScope scope;
  guint layer;                 /* the first that has it, by number, or LP_NO_LAYER: for every container */
  const char *const *containers; /* kinds that may hold it; "" is the top level; NULL-terminated; a NULL pointer: any */
  LpPropertyKind *properties;
  guint n_properties;
  const char *const *drawio;         /* "aws4:ec2", "aws3:ec2": see io/drawio-shape.h */
  const char *const *cloudformation; /* "AWS::EC2::Instance" */
  const char *const *terraform;      /* "aws_instance" */
  LpStatus status;
  const char *since;           /* YYYY-MM-DD of the status, or NULL while it is current */
  const char *source;          /* where that is written, or NULL */
  const char *successor;       /* a kind, or NULL */
  const char *note;            /* the dated note that is about it (rules/notes.h), or NULL */
} LpKind;

/* A shelf of the palette, with the colour of its tiles. */
typedef struct
{
  const char *id;
  LpText name;
  const char *colour;          /* name of a colour of scene/palette.h: "compute", "storage" ... */
  guint rank;                  /* groups are numbered in this order */
} LpKindGroup;

typedef enum
{
  LP_ARROW_NONE,
  LP_ARROW_END,
  LP_ARROW_BOTH,
  LP_ARROW_OPEN, /* at the end, two strokes */
} LpArrow;

typedef struct
{
  const char *id;
  LpText name;
  LpText sentence;             /* "A calls B": with {from} and {to} */
  const char *colour;          /* name of a colour of scene/palette.h */
  double width;
  double dash[4];              /* all 0: solid */
  LpArrow arrow;
  LpPropertyKind *properties;
  guint n_properties;
  guint layer;                 /* by number, or LP_NO_LAYER */
  /* pairs that it may join: from[i] to to[i], each a kind id, "@role", or "*" */
  const char *const *from;
  const char *const *to;       /* same length as from; both NULL-terminated */
} LpConnectionKind;

/* What a line from one kind to another usually means. */
typedef struct
{
  const char *from, *to;    /* kind ids, or "*" */
  const char *connection;   /* id of an LpConnectionKind */
  gboolean backwards;       /* the connection runs against the line: a queue's line to a function is polled */
} LpUsualConnection;

/* A layer of concern: one side of a design, to be looked at alone. */
typedef struct
{
  const char *id;
  LpText name;
  const char *const *kinds;       /* ids, or "@role"; NULL-terminated */
  const char *const *connections; /* ids; NULL-terminated */
} LpLayer;

/* What helps to find a kind. */
typedef struct
{
  const char *kind;
  const char *const *words; /* what people call it beside its names, in any language; NULL-terminated */
  const char *const *next;  /* kinds that it is usually connected to, the most usual first; NULL-terminated */
} LpKindHint;

/* Another id that a file may give a kind: its full name, a name that it used to have, the name of a variant. */
typedef struct
{
  const char *id;
  const char *kind;
  JsonObject *set; /* properties that the id says, where the file does not say otherwise; or NULL */
} LpOtherId;

typedef struct _LpCatalogue LpCatalogue;

/* A catalogue file is {"group": {...}, "kinds": [...]} with, in any of them, "connections", "properties" (shared
 * by name) and "places" (named lists of containers): docs/kinds.md has every member.
 *
 * The built-in catalogue: read from the program's own resources at the first call, which aborts
 * where they are broken (a test reads them); thread-safe; never freed. */
const LpCatalogue *lp_catalogue_get_default (void);
/* Reads every *.json of a folder: for tests and for authors. Refuses with LP_READ_ERROR. */
LpCatalogue *lp_catalogue_read (const char *folder, GError **error);
void lp_catalogue_free (LpCatalogue *catalogue);

guint lp_catalogue_get_n_kinds (const LpCatalogue *catalogue);
const LpKind *lp_catalogue_get_kind (const LpCatalogue *catalogue, guint index);
guint lp_catalogue_get_n_groups (const LpCatalogue *catalogue);
const LpKindGroup *lp_catalogue_get_group (const LpCatalogue *catalogue, guint index);
guint lp_catalogue_get_n_connection_kinds (const LpCatalogue *catalogue);
const LpConnectionKind *lp_catalogue_get_connection_kind (const LpCatalogue *catalogue, guint index);

guint lp_catalogue_get_n_layers (const LpCatalogue *catalogue);
const LpLayer *lp_catalogue_get_layer (const LpCatalogue *catalogue, guint index);

/* By id, for a kind of component also by one of its other ids: compare with the `id` of what is found. NULL where there
 * is none. "generic" is a kind of the catalogue. */
const LpKind *lp_catalogue_find (const LpCatalogue *catalogue, const char *kind);
const LpKindGroup *lp_catalogue_find_group (const LpCatalogue *catalogue, const char *group);
const LpConnectionKind *lp_catalogue_find_connection (const LpCatalogue *catalogue, const char *kind);
/* By a name that another format gives it: "drawio", "aws4:ec2". NULL where there is none. */
const LpKind *lp_catalogue_find_foreign (const LpCatalogue *catalogue, const char *format, const char *name);
/* Whether the word stands for the choice. */
gboolean lp_choice_is (const LpChoice *choice, const char *word);
/* By its name, or by one of its other names. */
const LpPropertyKind *lp_kind_find_property (const LpKind *kind, const char *name);
const LpPropertyKind *lp_connection_kind_find_property (const LpConnectionKind *kind, const char *name);
gboolean lp_kind_has_role (const LpKind *kind, const char *role);
/* "boolean", "quantity" ...; "time", "bytes" ...: the words of catalogue files. */
const char *lp_property_type_name (LpPropertyType type);
const char *lp_property_unit_name (LpUnit unit);
/* Whether `value` is one that the property may have: its type, its choices, its unit. */
gboolean lp_property_kind_accepts (const LpPropertyKind *property, JsonNode *value);
/* Whether `kind` may stand in `container` (NULL: the top level). Unknown kinds may stand anywhere;
 * anything may stand in a container with the role "open", and be drawn inside what is no container. */
gboolean lp_catalogue_may_contain (const LpCatalogue *catalogue, const char *container, const char *kind);
/* Whether a connection of this kind may go from one kind to the other. Unknown kinds may; what has the role
 * "annotation" only where the connection names that role: "*" is everything else. */
gboolean lp_catalogue_may_connect (const LpCatalogue *catalogue, const char *connection, const char *from,
                                   const char *to);
/* What a line from one kind to the other usually means, where that is more than traffic and is allowed; else NULL.
 * The kinds may be NULL or unknown. */
const LpUsualConnection *lp_catalogue_find_usual (const LpCatalogue *catalogue, const char *from, const char *to);

guint lp_catalogue_get_n_other_ids (const LpCatalogue *catalogue);
const LpOtherId *lp_catalogue_get_other_id (const LpCatalogue *catalogue, guint index);
/* NULL where it is none: an id proper, or unknown. */
const LpOtherId *lp_catalogue_find_other_id (const LpCatalogue *catalogue, const char *id);

/* NULL where the catalogue suggests nothing for it. */
const LpKindHint *lp_catalogue_find_kind_hint (const LpCatalogue *catalogue, const char *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpCatalogue, lp_catalogue_free)

G_END_DECLS
