/* What a person probably meant by a name that the catalogue does not have. */
#pragma once

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

/* An id of the catalogue, or NULL where nothing is near: a mistyped id ("ec2-instnace"), the beginning of one
 * ("ec2"), a name of it ("Amazon EC2"), or what CloudFormation and Terraform call it ("aws_instance"). */
const char *lp_suggest_kind (const LpCatalogue *catalogue, const char *wanted);
const char *lp_suggest_connection (const LpCatalogue *catalogue, const char *wanted);
const char *lp_suggest_property (const LpPropertyKind *properties, guint n, const char *wanted);

G_END_DECLS
