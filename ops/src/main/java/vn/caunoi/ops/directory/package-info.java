/** Units, officers and accounts taken from a file. */
@NullMarked
package vn.caunoi.ops.directory;

import org.jspecify.annotations.NullMarked;
