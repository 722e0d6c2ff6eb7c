/** Tests. */
@NullMarked
package vn.caunoi.api.designer;

import org.jspecify.annotations.NullMarked;
