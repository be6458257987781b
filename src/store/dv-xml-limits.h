/* dv-xml-limits.h
 *
 * The limits of files from strangers, each with a name
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

/* Past these a file is refused before the parser sees it. They are far above
 * what a workshop needs and far below what hurts a laptop. The numbers of
 * children and the lengths of texts are limited by the declarations. */

/* Bytes of a file. */
#define DV_XML_MAX_FILE (64 * 1024 * 1024)
/* Bytes of one start tag, from < to >. */
#define DV_XML_MAX_TAG (16 * 1024)
/* Attributes of one start tag. */
#define DV_XML_MAX_ATTRIBUTES 64
/* Elements inside each other. */
#define DV_XML_MAX_DEPTH 64
/* Start tags in a file. */
#define DV_XML_MAX_TAGS 2000000
/* Bytes of one comment, from < to >. */
#define DV_XML_MAX_COMMENT (64 * 1024)
