/** Import of the municipal receipt log: real cases of a one-stop counter, with their logged activities. */
@NullMarked
package vn.caunoi.ops.receipt;

import org.jspecify.annotations.NullMarked;
