/** New work appears by itself: a line to each open task list, over which the server tells what came. */
@NullMarked
package vn.caunoi.api.news;

import org.jspecify.annotations.NullMarked;
