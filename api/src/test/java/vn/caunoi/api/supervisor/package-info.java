/** Tests. */
@NullMarked
package vn.caunoi.api.supervisor;

import org.jspecify.annotations.NullMarked;
