/** Files that people open with a spreadsheet. */
@NullMarked
package vn.caunoi.api.sheet;

import org.jspecify.annotations.NullMarked;
