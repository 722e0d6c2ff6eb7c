/** The engine alone, on a real database. */
@NullMarked
package vn.caunoi.processes.engine;

import org.jspecify.annotations.NullMarked;
