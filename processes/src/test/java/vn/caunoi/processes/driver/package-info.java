/** The driver on a real database, with the real petition and small diagrams. */
@NullMarked
package vn.caunoi.processes.driver;

import org.jspecify.annotations.NullMarked;
