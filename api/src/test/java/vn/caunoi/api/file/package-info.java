/** Tests. */
@NullMarked
package vn.caunoi.api.file;

import org.jspecify.annotations.NullMarked;
