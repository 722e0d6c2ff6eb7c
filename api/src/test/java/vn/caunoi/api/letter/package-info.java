/** Tests. */
@NullMarked
package vn.caunoi.api.letter;

import org.jspecify.annotations.NullMarked;
