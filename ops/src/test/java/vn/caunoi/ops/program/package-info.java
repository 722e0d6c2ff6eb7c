/** The program as people start it: its own process, its own database, spoken to over HTTP. */
@NullMarked
package vn.caunoi.ops.program;

import org.jspecify.annotations.NullMarked;
