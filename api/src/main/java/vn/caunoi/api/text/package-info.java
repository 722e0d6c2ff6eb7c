/** Text as it comes in: in one normal form, wherever it enters. */
@NullMarked
package vn.caunoi.api.text;

import org.jspecify.annotations.NullMarked;
