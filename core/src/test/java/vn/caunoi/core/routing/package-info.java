@NullMarked
package vn.caunoi.core.routing;

import org.jspecify.annotations.NullMarked;
