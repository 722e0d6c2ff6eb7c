@NullMarked
package vn.caunoi.core.timekeeping;

import org.jspecify.annotations.NullMarked;
