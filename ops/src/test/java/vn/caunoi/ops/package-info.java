@NullMarked
package vn.caunoi.ops;

import org.jspecify.annotations.NullMarked;
