/** The national database. */
@NullMarked
package vn.caunoi.api.national;

import org.jspecify.annotations.NullMarked;
