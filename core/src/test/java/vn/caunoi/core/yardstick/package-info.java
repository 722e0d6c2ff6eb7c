@NullMarked
package vn.caunoi.core.yardstick;

import org.jspecify.annotations.NullMarked;
