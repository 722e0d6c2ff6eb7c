/** Editing the calendar and the limits of the law, and counting anew what runs. */
@NullMarked
package vn.caunoi.api.timekeeping;

import org.jspecify.annotations.NullMarked;
