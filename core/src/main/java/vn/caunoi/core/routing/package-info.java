/** Which unit a petition belongs to, by what and where it is about; rows that administrators keep. */
@NullMarked
package vn.caunoi.core.routing;

import org.jspecify.annotations.NullMarked;
