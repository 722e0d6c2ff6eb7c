/** Tests. */
@NullMarked
package vn.caunoi.api.conference;

import org.jspecify.annotations.NullMarked;
