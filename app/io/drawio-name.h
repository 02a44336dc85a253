/* From what draw.io calls a shape to a kind. */
#pragma once

#include "io/drawio-page.h"

G_BEGIN_DECLS

/* "aws4:ec2" for shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.ec2, "aws3:ec2" for
 * shape=mxgraph.aws3.ec2, "image:Virtual_Machine" for a picture with a file name, "cisco:routers.router" and
 * so on for the other libraries; NULL for a plain shape. */
char *lp_drawio_name_of_style (const LpDrawioStyle *style);
/* The kind that the name stands for, in its own family or, failing that, in another; NULL where none is
 * known. */
const LpKind *lp_drawio_name_find_kind (const LpCatalogue *catalogue, const char *foreign);
/* What to call a component that has no label: "SageMaker model" for "aws4:sagemaker_model". */
char *lp_drawio_name_for_people (const char *foreign);
gboolean lp_drawio_name_is_aws (const char *foreign);

G_END_DECLS
