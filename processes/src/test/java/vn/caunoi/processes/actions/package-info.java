/** What diagrams may do. */
@NullMarked
package vn.caunoi.processes.actions;

import org.jspecify.annotations.NullMarked;
