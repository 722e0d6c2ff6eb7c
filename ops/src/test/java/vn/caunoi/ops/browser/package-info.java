/** People at their browsers. */
@NullMarked
package vn.caunoi.ops.browser;

import org.jspecify.annotations.NullMarked;
