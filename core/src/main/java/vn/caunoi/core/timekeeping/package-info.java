/** Changes of the working calendar and of the limits of the law, as dated data. */
@NullMarked
package vn.caunoi.core.timekeeping;

import org.jspecify.annotations.NullMarked;
