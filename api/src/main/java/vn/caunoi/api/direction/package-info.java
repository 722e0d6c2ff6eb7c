/** What superiors direct in cases, and what is reported as done. */
@NullMarked
package vn.caunoi.api.direction;

import org.jspecify.annotations.NullMarked;
