/** The process engine, closed to everything but our own diagrams. */
@NullMarked
package vn.caunoi.processes.engine;

import org.jspecify.annotations.NullMarked;
