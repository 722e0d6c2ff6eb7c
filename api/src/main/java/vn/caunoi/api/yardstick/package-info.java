/** For administrators: surveys and targets of units, taken from a table. */
@NullMarked
package vn.caunoi.api.yardstick;

import org.jspecify.annotations.NullMarked;
