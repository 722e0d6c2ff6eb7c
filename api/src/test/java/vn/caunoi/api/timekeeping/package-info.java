@NullMarked
package vn.caunoi.api.timekeeping;

import org.jspecify.annotations.NullMarked;
