/** See docs/architecture. */
@NullMarked
package vn.caunoi.projections;

import org.jspecify.annotations.NullMarked;
