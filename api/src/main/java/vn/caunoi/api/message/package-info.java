/** Telling petitioners by message what happened to their petition. */
@NullMarked
package vn.caunoi.api.message;

import org.jspecify.annotations.NullMarked;
