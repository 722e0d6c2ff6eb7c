@NullMarked
package vn.caunoi.ops.directory;

import org.jspecify.annotations.NullMarked;
