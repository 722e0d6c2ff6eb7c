/** The tree of categories and the routing table: read by all who work on cases, changed by administrators. */
@NullMarked
package vn.caunoi.api.category;

import org.jspecify.annotations.NullMarked;
