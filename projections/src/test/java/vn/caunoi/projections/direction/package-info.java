@NullMarked
package vn.caunoi.projections.direction;

import org.jspecify.annotations.NullMarked;
