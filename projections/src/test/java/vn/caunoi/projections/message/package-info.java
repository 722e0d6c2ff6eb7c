@NullMarked
package vn.caunoi.projections.message;

import org.jspecify.annotations.NullMarked;
