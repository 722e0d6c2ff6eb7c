/** Petitions moved in and out. */
@NullMarked
package vn.caunoi.api.moving;

import org.jspecify.annotations.NullMarked;
