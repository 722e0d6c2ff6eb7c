@NullMarked
package vn.caunoi.core.category;

import org.jspecify.annotations.NullMarked;
