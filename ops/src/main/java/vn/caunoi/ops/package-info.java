/** See docs/architecture. */
@NullMarked
package vn.caunoi.ops;

import org.jspecify.annotations.NullMarked;
