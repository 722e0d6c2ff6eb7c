/** What falls due: recorded once, in batches. */
@NullMarked
package vn.caunoi.processes.sweeper;

import org.jspecify.annotations.NullMarked;
