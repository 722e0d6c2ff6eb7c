/** What falls due, on a real database. */
@NullMarked
package vn.caunoi.processes.sweeper;

import org.jspecify.annotations.NullMarked;
