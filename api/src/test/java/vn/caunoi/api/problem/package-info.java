/** Tests. */
@NullMarked
package vn.caunoi.api.problem;

import org.jspecify.annotations.NullMarked;
