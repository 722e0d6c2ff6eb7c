@NullMarked
package vn.caunoi.ops.postgres;

import org.jspecify.annotations.NullMarked;
