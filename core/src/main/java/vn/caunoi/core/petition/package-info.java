/** The petition: commands, events, and the aggregate that judges the one and tells the other. */
@NullMarked
package vn.caunoi.core.petition;

import org.jspecify.annotations.NullMarked;
