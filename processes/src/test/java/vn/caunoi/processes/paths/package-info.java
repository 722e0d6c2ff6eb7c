/** Every path of the shipped models, through the real driver, aggregate and database. */
@NullMarked
package vn.caunoi.processes.paths;

import org.jspecify.annotations.NullMarked;
