/** What petitions are about (lĩnh vực): a dated tree, each leaf with the field reports count it in. */
@NullMarked
package vn.caunoi.core.category;

import org.jspecify.annotations.NullMarked;
