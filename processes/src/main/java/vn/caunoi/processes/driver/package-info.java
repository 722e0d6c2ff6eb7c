/** The six moves: events of petitions move their processes, and what happened is reported. */
@NullMarked
package vn.caunoi.processes.driver;

import org.jspecify.annotations.NullMarked;
