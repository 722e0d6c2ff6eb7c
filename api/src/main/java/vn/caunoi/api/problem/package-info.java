/** What goes wrong, as RFC 9457 problems in the caller's language. */
@NullMarked
package vn.caunoi.api.problem;

import org.jspecify.annotations.NullMarked;
