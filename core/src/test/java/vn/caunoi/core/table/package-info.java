@NullMarked
package vn.caunoi.core.table;

import org.jspecify.annotations.NullMarked;
