/** Lists: limits and cursors. */
@NullMarked
package vn.caunoi.api.page;

import org.jspecify.annotations.NullMarked;
