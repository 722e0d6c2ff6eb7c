/** The states alone, and in their table. */
@NullMarked
package vn.caunoi.processes.engine.state;

import org.jspecify.annotations.NullMarked;
