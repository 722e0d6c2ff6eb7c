/** Tests. */
@NullMarked
package vn.caunoi.api.citizen;

import org.jspecify.annotations.NullMarked;
